import { type CSSResult, type TemplateResult, html } from "lit";
import { filled } from "../messages.js";
import type { Question } from "../shown.js";
import type { Context, Field } from "./field.js";

interface Late {
  readonly field: Field;
  readonly styles: CSSResult;
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
const failed = new Map<string, string>();

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
  const message = failed.get(kind);
  if (message === undefined) {
    void load(kind).then(context.redraw);
    return html`<p class="note" role="status">${messages.loading}</p>`;
  }
  const again = () => {
    failed.delete(kind);
    void context.redraw();
  };
  return html`<p class="fault" role="alert">${filled(messages.failed, { message })}</p>
    <div><button type="button" @click=${again}>${messages.retry}</button></div>`;
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

/** A failure is forgotten, so that the next attempt can work. */
async function fetchKind(kind: string): Promise<void> {
  try {
    const late = await KINDS[kind]?.();
    if (late) loaded.set(kind, late);
    failed.delete(kind);
  } catch (cause) {
    failed.set(kind, cause instanceof Error ? cause.message : String(cause));
  } finally {
    loading.delete(kind);
  }
}
