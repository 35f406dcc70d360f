// What the generated types say in the editor: each measure's own words, which stand where it is computed, and that `null` is as good as nothing.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./run.mjs";

const FACADE = "src/wasm/measures.rs";
const MEASURES = "src/measure";

/** Finishes the types of a wasm file. */
export function finishTypes(path) {
  writeFileSync(path, nullable(documented(spoken(readFileSync(path, "utf8")), wordsOfMeasures())));
}

/** The documentation of each façade's measure, by the name that JavaScript calls it by. */
function wordsOfMeasures() {
  const sources = readdirSync(join(root, MEASURES), { recursive: true }).filter((name) => name.endsWith(".rs")).map((name) => readFileSync(join(root, MEASURES, name), "utf8"));
  const facades = readFileSync(join(root, FACADE), "utf8").matchAll(/pub fn (\w+)/g);
  return Object.fromEntries(
    [...facades].map(([, name]) => {
      const written = new RegExp(`((?:^///[^\\n]*\\n)+)(?:^#\\[[^\\n]*\\n)*^pub (?:const )?fn ${name}\\b`, "m");
      const found = sources.map((source) => source.match(written)?.[1]).find(Boolean);
      if (!found) throw new Error(`${name} is documented nowhere under ${MEASURES}`);
      return [camel(name), asSpokenHere(found)];
    }),
  );
}

/** Rust's words for a measure as TypeScript's: without the example, which is Rust. */
function asSpokenHere(comment) {
  return namedHere(comment.replace(/^\/\/\/ ?/gm, "").replace(/```[^]*?```\n?/g, "")).trim();
}

/** The same things by TypeScript's names. Subscripts of formulas stay: `x_i`, `n_ij`. */
function namedHere(text) {
  return text
    .replace(/\[(`[^`\n]+`)\](\([^)\n]*\))?/g, "$1")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/\b[a-z]{2,}(?:_[a-z0-9]{2,})+\b/g, camel))
    .replace(/`None`/g, "`null`")
    .replaceAll("..=", "..");
}

function camel(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** The comments that the generator took over from Rust, in TypeScript's names. */
function spoken(types) {
  return types.replace(/^ *\* .*$/gm, namedHere);
}

function documented(types, words) {
  return types.replace(/(\*\/\n)?^export function (\w+)/gm, (declared, before, name) => {
    if (before || !words[name]) return declared;
    return `/**\n${words[name].split("\n").map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n${declared}`;
  });
}

/** What may be left out of an input may also be `null`. */
function nullable(types) {
  return types.replace(/^( {4}\w+\?: )([^;\n]*);$/gm, (line, head, type) => (/\bnull$|^never$/.test(type) ? line : `${head}${type} | null;`));
}
