import { type TemplateResult, html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Question, Row, Scale } from "../shown.js";
import { type Words, labelsOf } from "../words.js";
import { choiceField } from "./choice.js";
import { numberField, textField } from "./entry.js";
import { type Context, idOf } from "./field.js";
import { isLate, lateField } from "./late.js";
import { scaleField } from "./scale.js";

/** A question: its words, and the fields of its kind. */
export function questionBlock(question: Question, context: Context): TemplateResult {
  const title = idOf(question.id, "title");
  return html`<section class="question" part="question" data-kind=${question.kind} aria-labelledby=${title}>
    <h3 id=${title} part="question-title">${question.required ? `${question.title} ` : question.title}${question.required ? html`<span class="required">${context.words.messages.required}</span>` : nothing}</h3>
    ${question.help === null ? nothing : html`<p class="help" part="help" id=${idOf(question.id, "help")}>${question.help}</p>`}
    ${fields(question, title, context)}
  </section>`;
}

function fields(question: Question, title: string, context: Context): TemplateResult | typeof nothing {
  const [only] = question.rows;
  if (!only) return nothing;
  if (isLate(question.kind)) return lateField(question, title, context);
  switch (question.kind) {
    case "choice":
      return choiceField(question, only, title, context);
    case "text":
      return textField(question, only, title, context);
    case "number":
      return numberField(question, only, title, context);
    default:
      return question.scale === null ? nothing : scales(question, question.scale, title, context);
  }
}

/** One scale alone, or a table of scales with a row each. */
function scales(question: Question, scale: Scale, title: string, context: Context): TemplateResult {
  const [only] = question.rows;
  if (only && question.rows.length === 1 && only.title === "") return scaleField(question, scale, only, title, context);
  const labels = labelsOf(scale, context.words).each;
  // The head of the table; on a narrow page each row has words of its own.
  const head = ["matrix", "kano"].includes(question.kind) && labels !== null
    ? html`<div class="head" aria-hidden="true"><span></span><div class="labels">${labels.map((label) => html`<span>${label}</span>`)}</div></div>`
    : nothing;
  return html`<div class="rows" data-labelled=${head === nothing ? nothing : ""}>${head}${question.rows.map((row) => {
    const label = idOf(row.key, "label");
    return html`<div class="row" part="row" data-part=${row.part ?? nothing}>
      <div class="subject" id=${label}>${subject(question, row, context.words)}</div>
      ${scaleField(question, scale, row, label, context)}
    </div>`;
  })}</div>`;
}

/** What a row is about, in full: two rows of a question never have the same. */
export function subject(question: Question, row: Row, { messages }: Words): string {
  if (row.against !== null) return `${row.title} – ${row.against}`;
  switch (row.part) {
    case "x":
      return `${row.title} – ${messages.satisfaction}`;
    case "y":
      return `${row.title} – ${messages.importance}`;
    case "functional":
      return filled(question.functional ?? messages.functional, { item: row.title });
    case "dysfunctional":
      return filled(question.dysfunctional ?? messages.dysfunctional, { item: row.title });
    default:
      return row.title;
  }
}
