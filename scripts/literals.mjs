// What a browser reads out of a template, without what only its writer needs: comments in style sheets, and the spaces of indentation.

const TAGS = {
  html: (text) => text.replace(/\s*\n\s*/g, " "),
  css: (text) => text.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1").replaceAll(": ", ":"),
};

/** A plugin for the bundler: shortens the templates of the package's own modules. */
export const shortLiterals = () => ({
  name: "short-literals",
  enforce: "pre",
  transform(code, id) {
    if (!id.endsWith(".ts")) return null;
    const pieces = [];
    visit(this.parse(code, { lang: "ts" }), (node) => {
      const shorten = node.type === "TaggedTemplateExpression" && TAGS[node.tag.name];
      if (shorten) for (const { start, value: { raw } } of node.quasi.quasis) pieces.push({ raw, short: shorten(raw), at: code.indexOf(raw, start) });
    });
    let written = "";
    let end = 0;
    for (const { raw, short, at } of pieces.sort((one, other) => one.at - other.at)) {
      written += code.slice(end, at) + short;
      end = at + raw.length;
    }
    return { code: written + code.slice(end), map: null };
  },
});

function visit(node, seen) {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, seen));
  if (typeof node?.type !== "string") return;
  seen(node);
  for (const part of Object.values(node)) if (typeof part === "object") visit(part, seen);
}
