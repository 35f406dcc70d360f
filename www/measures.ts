// Every measure in half a page, with an example that the page's own wasm computes.
import { groups, type Group, type Measure, type Said } from "./measures/index.js";
import * as manyi from "./src/index.js";

const WORDS = {
  formula: { en: "Formula", zh: "公式" },
  inputs: { en: "What goes in", zh: "输入" },
  reading: { en: "How to read it", zh: "如何解读" },
  source: { en: "Source", zh: "来源" },
  example: { en: "Example: arguments, as JSON", zh: "示例：参数（JSON）" },
  result: { en: "Result", zh: "结果" },
  contents: { en: "Measures", zh: "度量" },
  notJson: { en: "This is no JSON list of arguments.", zh: "这不是 JSON 参数列表。" },
} satisfies Record<string, Said>;

type Language = keyof Said;
type Call = (...args: unknown[]) => unknown;

const place = document.querySelector<HTMLElement>("#measures");
/** What a visitor wrote, so that another language does not take it away. */
const written = new Map<string, string>();

function spoken(): Language {
  return document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}

function made<K extends keyof HTMLElementTagNameMap>(name: K, text = "", properties: Partial<HTMLElementTagNameMap[K]> = {}): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  if (text) element.textContent = text;
  return element;
}

/** Words whose `code` is between backticks. */
function prose(text: string): (string | HTMLElement)[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? made("code", part) : part));
}

function contents(language: Language): HTMLElement {
  const nav = made("nav", "", { className: "contents" });
  nav.setAttribute("aria-label", WORDS.contents[language]);
  for (const { title, measures } of groups) {
    const line = made("p");
    line.append(made("b", title[language]), ...measures.map((measure) => made("a", measure.title[language], { href: `#${measure.name}` })));
    nav.append(line);
  }
  return nav;
}

function section({ id, title, measures }: Group, language: Language): HTMLElement {
  const element = made("section");
  const heading = made("h2", title[language], { id });
  element.setAttribute("aria-labelledby", id);
  element.append(heading, ...measures.map((measure) => card(measure, language)));
  return element;
}

function card(measure: Measure, language: Language): HTMLElement {
  const { name, title, answers, formula, inputs, reading, source } = measure;
  const article = made("article", "", { id: name, className: "measure" });
  const head = made("header");
  const heading = made("h3", title[language]);
  heading.append(made("code", name));
  head.append(heading, made("p", answers[language]));
  const list = made("dl");
  const entry = (word: Said, ...what: (string | HTMLElement)[]): void => {
    const definition = made("dd");
    definition.append(...what);
    list.append(made("dt", word[language]), definition);
  };
  entry(WORDS.formula, made("pre", formula, { className: "formula" }));
  entry(WORDS.inputs, ...prose(inputs[language]));
  entry(WORDS.reading, ...prose(reading[language]));
  entry(WORDS.source, source);
  article.append(head, list, example(measure, language));
  return article;
}

function example({ name, example: args }: Measure, language: Language): HTMLElement {
  const box = made("div");
  const label = made("label", WORDS.example[language], { htmlFor: `${name}-in` });
  const input = made("textarea", "", { id: `${name}-in`, spellcheck: false, value: written.get(name) ?? asText(args) });
  input.rows = Math.min(14, input.value.split("\n").length + 1);
  const output = made("output", "", { id: `${name}-out`, tabIndex: 0 });
  output.htmlFor.add(input.id);
  const what = made("span", WORDS.result[language], { id: `${name}-what`, className: "what" });
  output.setAttribute("aria-labelledby", what.id);
  const compute = (): void => {
    const { state, text } = computed(name, input.value, language);
    output.dataset["state"] = state;
    output.textContent = text;
  };
  input.addEventListener("input", () => {
    written.set(name, input.value);
    compute();
  });
  compute();
  box.append(label, input, what, output);
  return box;
}

function computed(name: string, text: string, language: Language): { state: "computed" | "refused"; text: string } {
  let args: unknown;
  try {
    args = JSON.parse(text);
  } catch {
    args = null;
  }
  if (!Array.isArray(args)) return { state: "refused", text: WORDS.notJson[language] };
  try {
    const call = (manyi as unknown as Record<string, Call>)[name];
    if (!call) throw new TypeError(`no function is called ${name}`);
    return { state: "computed", text: asText(rounded(call(...args))) };
  } catch (error) {
    if (!(error instanceof manyi.ManyiError)) throw error;
    return { state: "refused", text: `${error.code}${error.path ? ` · ${error.path}` : ""}\n${error.message}` };
  }
}

/** The numbers as far as they are read. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === "number" ? Number(part.toPrecision(10)) : part)));
}

/** JSON on one line. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inline(part)}`).join(", ")} }`;
  return JSON.stringify(value);
}

/** The same, with a line for each entry of what is too long for one. */
function asText(value: unknown, indent = ""): string {
  const flat = inline(value);
  if (flat.length + indent.length <= 54 || typeof value !== "object" || value === null) return flat;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const lines = Array.isArray(value)
    ? value.map((part) => `${deeper}${asText(part, deeper)}`)
    : Object.entries(value).map(([key, part]) => `${deeper}${JSON.stringify(key)}: ${asText(part, deeper)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function show(): void {
  const language = spoken();
  place?.replaceChildren(contents(language), ...groups.map((group) => section(group, language)));
}

await manyi.init();
show();
// The bar of the page chooses the language.
new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["lang"] });
// The place was empty when the address asked for a part of it.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
