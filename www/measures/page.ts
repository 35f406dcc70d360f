// Half a page for each measure. The example is computed when the page opens, by the same wasm that everyone else calls.
import * as manyi from "../src/index.js";
import { type Example, GROUPS } from "./examples.js";
import { english } from "./en.js";
import type { Words } from "./words.js";

type Callable = (...args: unknown[]) => unknown;

const host = document.querySelector<HTMLElement>("#measures")!;
const functions = manyi as unknown as Record<string, Callable>;

async function wordsOf(language: string): Promise<Words> {
  return language.startsWith("zh") ? (await import("./zh-cn.js")).chinese : english;
}

function made<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function contents(words: Words): HTMLElement {
  const nav = made("nav");
  nav.setAttribute("aria-label", words.contents);
  for (const group of GROUPS) {
    const list = made("ul");
    for (const { name } of group.examples) {
      const entry = made("li");
      const link = made("a", words.measures[name]?.title ?? name);
      link.href = `#${name}`;
      entry.append(link);
      list.append(entry);
    }
    nav.append(made("h2", words.groups[group.id] ?? group.id), list);
  }
  return nav;
}

function article(example: Example, words: Words): HTMLElement {
  const said = words.measures[example.name];
  const element = made("article");
  element.id = example.name;
  const title = made("h3", said?.title ?? example.name);
  title.append(made("code", example.name));
  const facts = made("dl");
  const rows: [string, string, string?][] = [
    [words.formula, example.formula, "formula"],
    [words.inputs, said?.inputs ?? ""],
    [words.reading, said?.reading ?? ""],
    [words.source, example.source],
  ];
  for (const [term, text, className] of rows) {
    const fact = made("dd", "", className);
    fact.append(...marked(text));
    facts.append(made("dt", term), fact);
  }
  const call = made("pre", `${example.name}(${example.args.map((value) => written(value)).join(", ")})`, "call");
  const result = made("pre", written(rounded(functions[example.name]!(...example.args))), "result");
  for (const [block, label] of [[call, words.example], [result, words.result]] as const) {
    // What scrolls can be reached with the keyboard, and says what it is.
    block.tabIndex = 0;
    block.setAttribute("role", "region");
    block.setAttribute("aria-label", `${label}: ${example.name}`);
  }
  element.append(title, made("p", said?.asks), facts, call, result);
  return element;
}

/** A text in which names of fields stand between backticks. */
function marked(text: string): (string | HTMLElement)[] {
  return text.split("`").map((part, place) => (place % 2 === 1 ? made("code", part) : part));
}

/** Four digits are enough to follow an example. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(4));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}

/** As one writes it: what fits a line stands on one. */
function written(value: unknown, indent = ""): string {
  const line = inLine(value);
  if (indent.length + line.length <= 84 || typeof value !== "object" || value === null) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    // Plain numbers fill their lines.
    if (value.every((entry) => typeof entry !== "object" || entry === null)) return filled(value.map(inLine), indent);
    return `[\n${value.map((entry) => `${deeper}${written(entry, deeper)},\n`).join("")}${indent}]`;
  }
  return `{\n${Object.entries(value).map(([key, inner]) => `${deeper}${keyOf(key)}: ${written(inner, deeper)},\n`).join("")}${indent}}`;
}

function filled(entries: string[], indent: string): string {
  const lines = [""];
  for (const entry of entries) {
    const last = lines.at(-1) ?? "";
    if (last.length + entry.length > 76) lines.push(`${entry}, `);
    else lines[lines.length - 1] = `${last}${entry}, `;
  }
  return `[\n${lines.map((text) => `${indent}  ${text.trimEnd()}\n`).join("")}${indent}]`;
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${keyOf(key)}: ${inLine(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value);
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

async function show(): Promise<void> {
  const words = await wordsOf(document.documentElement.lang);
  const body = made("div");
  body.append(made("p", words.lead, "lead"));
  for (const group of GROUPS) {
    const section = made("section");
    section.append(made("h2", words.groups[group.id]), ...group.examples.map((example) => article(example, words)));
    body.append(section);
  }
  host.replaceChildren(contents(words), body);
  host.dataset["shown"] = document.documentElement.lang;
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

await manyi.init();
await show();
new MutationObserver(() => void show()).observe(document.documentElement, { attributeFilter: ["lang"] });
