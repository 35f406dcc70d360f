import { type TemplateResult, html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Question, Row } from "../shown.js";
import { type Context, describedBy, faultOf, idOf } from "./field.js";

/** Free text. */
export function textField(question: Question, row: Row, labelledBy: string, context: Context): TemplateResult {
  const write = (event: Event) => context.answer(row.key, (event.target as HTMLTextAreaElement).value || null);
  const value = typeof row.value === "string" ? row.value : "";
  const { messages, number } = context.words;
  const count = question.maxLength === null ? nothing : html`<p class="count" aria-hidden="true">${filled(messages.characters, { n: number([...value].length), limit: number(question.maxLength) })}</p>`;
  return html`
    <textarea
      class="text" id=${idOf(row.key)} rows=${question.lines ?? 3} maxlength=${question.maxLength ?? nothing} .value=${value} aria-labelledby=${labelledBy}
      aria-required=${question.required ? "true" : nothing} aria-invalid=${context.faultAt(row.key) === null ? nothing : "true"}
      aria-describedby=${describedBy(question, row, context)} @input=${write}
    ></textarea>
    ${count}
    ${faultOf(row.key, context)}`;
}

/** A number, typed. */
export function numberField(question: Question, row: Row, labelledBy: string, context: Context): TemplateResult {
  const write = (event: Event) => {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    context.answer(row.key, value === "" || Number.isNaN(valueAsNumber) ? null : valueAsNumber);
  };
  return html`<div class="entry">
      <input
        class="text" type="number" id=${idOf(row.key)} min=${question.min ?? nothing} max=${question.max ?? nothing} step=${question.step ?? "any"}
        .value=${row.value === null ? "" : String(row.value)} aria-labelledby=${labelledBy} aria-required=${question.required ? "true" : nothing}
        aria-invalid=${context.faultAt(row.key) === null ? nothing : "true"} aria-describedby=${describedBy(question, row, context)} @change=${write}
      >${question.unit === null ? nothing : html`<span class="unit">${question.unit}</span>`}
    </div>
    ${faultOf(row.key, context)}`;
}
