import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Agreement } from "../agreement.js";
import type { Answer } from "../response.js";
import type { Fault, Question, Row } from "../shown.js";
import type { Words } from "../words.js";
import type { Styles } from "../../css.js";

/** What a template may ask of the form, and what it says in. */
export interface Context {
  readonly words: Words;
  readonly mirrored: boolean;
  /** Options of one's own that are open for words, by question. */
  readonly opened: ReadonlySet<string>;
  readonly faultAt: (key: string) => string | null;
  readonly answer: (key: string, value: Answer | null) => void;
  readonly open: (question: string, opened: boolean) => void;
  /** Of a question with things to move, the key of the one that was moved last. */
  readonly active: ReadonlyMap<string, string>;
  readonly activate: (question: string, key: string) => void;
  /** How far the comparisons of a question agree. */
  readonly agreement: (question: string) => Agreement | null;
  /** Draws the form anew; resolves when it is there. */
  readonly redraw: () => Promise<unknown>;
  /** Adds the styles of a kind. */
  readonly dress: (styles: Styles) => void;
}

/** The fields of one kind; `title` is the id of the question's words. */
export type Field = (question: Question, title: string, context: Context) => TemplateResult;

/** The id of an answer key's element: faults link to it, and labels name it. */
export function idOf(key: string, part = "field"): string {
  return `${part}-${key}`;
}

/** The ids that describe a field, where there are any. */
export function describedBy(question: Question, row: Row, context: Context): string | typeof nothing {
  const ids = [question.help === null ? null : idOf(question.id, "help"), context.faultAt(row.key) === null ? null : idOf(row.key, "fault")];
  return ids.filter((id) => id !== null).join(" ") || nothing;
}

/** The fault of a field, beside it. */
export function faultOf(key: string, context: Context): TemplateResult | typeof nothing {
  const fault = context.faultAt(key);
  return fault === null ? nothing : html`<p class="fault" part="fault" id=${idOf(key, "fault")}>${fault}</p>`;
}

/** Whether a fault is this question's. */
export function isOf(fault: Fault, question: Question): boolean {
  return fault.question === question.id;
}
