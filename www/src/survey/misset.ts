// Loaded only where something is set wrongly, or not at all. Like the trigger it makes no errors itself: see there.
import type { Mode, Results } from "./element.js";

/** What an attribute of names may say. */
const NAMES: { readonly mode: readonly Mode[]; readonly results: readonly Results[] } = { mode: ["inline", "dialog", "corner"], results: ["none", "own", "all"] };
/** How long a page may take to say what is asked; many say it once they have fetched it. */
const PATIENCE = 3000;

/** An element that may be set wrongly. */
export interface Misset extends HTMLElement {
  readonly mode: string | null;
  readonly results: string | null;
  readonly src: string | null;
  readonly definition: object | string | null;
}

/** Tells the page what is wrong. Where that `ends` it, whoever looks at it is told too; else the form goes on as if nothing had been set. */
export type Wrong = (ends: boolean, code: string, message: string, path: string) => unknown;

/** What was said of whom, so that it is said once. */
const told = new WeakMap<HTMLElement, Set<string>>();
const warned = new Set<string>();
const awaited = new WeakSet<HTMLElement>();

/** Tells of names that are none, and of an element that was given no survey. */
export function misset(host: Misset, wrong: Wrong): void {
  const before = told.get(host) ?? new Set();
  told.set(host, before);
  for (const [path, names] of Object.entries(NAMES)) {
    const name = host[path as keyof typeof NAMES];
    if (name === null || (names as readonly string[]).includes(name)) continue;
    const message = `${path} is "${name}"; allowed are ${names.join(", ")}`;
    if (before.has(message)) continue;
    before.add(message);
    warn(message);
    wrong(false, "unknown-name", message, path);
  }
  if (awaited.has(host)) return;
  awaited.add(host);
  setTimeout(() => {
    awaited.delete(host);
    if (!host.isConnected || (host.definition ?? host.src) !== null) return;
    const message = "there is no survey: set src to the address of its JSON, or the property definition to the survey itself";
    warn(message);
    wrong(true, "no-definition", message, "src");
  }, PATIENCE);
}

/** Warns whoever builds the page, once of each mistake. */
function warn(message: string): void {
  if (!warned.has(message)) console.warn(`<manyi-survey>: ${message}`);
  warned.add(message);
}
