import { type TemplateResult, html } from "lit/html.js";
import type { Question } from "../shown.js";
import type { Context, Field } from "./field.js";
import type { Styles } from "../../css.js";

interface Late {
  readonly field: Field;
  readonly styles: Styles;
}

/** Kinds that a survey without them does not load. */
const KINDS: Readonly<Record<string, () => Promise<Late>>> = {
  quadrant: () => import("./plane.js"),
  pairwise: () => import("./pairwise.js"),
  allocation: () => import("./allocation.js"),
  ranking: () => import("./ranking.js"),
};

const loaded = new Map<string, Late>();
const loading = new Map<string, Promise<void>>();
const failed = new Set<string>();

/** Loads the kinds that a definition has, before their page is shown: by then the connection may be gone. */
export function prepare(definition: string): void {
  for (const kind of Object.keys(KINDS)) if (definition.includes(`"${kind}"`)) void load(kind);
}

/** The fields of a kind that may still be on its way. */
export function lateField(question: Question, title: string, context: Context): TemplateResult {
  const { kind } = question;
  const { messages } = context.words;
  const late = loaded.get(kind);
  if (late) {
    context.dress(late.styles);
    return late.field(question, title, context);
  }
  // Browsers remember a module that did not come for as long as the page lives: only the page itself can try again.
  if (failed.has(kind)) return html`<p class="fault" role="alert">${messages.lateFailed}</p>`;
  void load(kind).then(context.redraw);
  return html`<p class="note" role="status">${messages.loading}</p>`;
}

/** Whether a kind is one of these. */
export function isLate(kind: string): boolean {
  return Object.hasOwn(KINDS, kind);
}

function load(kind: string): Promise<void> {
  let begun = loading.get(kind);
  if (!begun) {
    begun = fetchKind(kind);
    loading.set(kind, begun);
  }
  return begun;
}

async function fetchKind(kind: string): Promise<void> {
  try {
    const late = await KINDS[kind]?.();
    if (late) loaded.set(kind, late);
  } catch {
    failed.add(kind);
  }
}
