import { type TemplateResult, html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Question } from "../shown.js";
import { comparison } from "../words.js";
import { type Context, type Field, idOf } from "./field.js";
import { scaleField } from "./scale.js";
import { css } from "../../css.js";

/** Comparisons, each a balance over a native range, and how far they agree. */
export const field: Field = (question, _, context) => {
  const { scale } = question;
  return html`<div class="pairs">${question.rows.map((row) => {
    const label = idOf(row.key, "label");
    return html`<div class="pair" part="row">
      <div class="unseen" id=${label}>${row.title} – ${row.against}</div>
      ${scale === null ? nothing : scaleField(question, scale, row, label, context)}
      <p class="verdict" aria-hidden="true">${typeof row.value === "number" ? comparison(row.value, row.title, row.against ?? "", context.words) : nothing}</p>
    </div>`;
  })}</div>
  ${agreementBlock(question, context)}`;
};

/** From the third comparison on: how far they agree; and of those that do not, which to look at again, for who wants to. */
function agreementBlock(question: Question, context: Context): TemplateResult {
  const { messages, number } = context.words;
  const agreement = context.agreement(question.id);
  const doubtful = agreement?.doubtful ?? null;
  const row = doubtful === null ? undefined : question.rows[doubtful.row];
  const ratio = number(Math.round((agreement?.ratio ?? 0) * 100) / 100);
  const look = (event: Event) => {
    const range = row && (event.currentTarget as HTMLElement).closest(".question")?.querySelector<HTMLElement>(`#${CSS.escape(idOf(row.key))}`);
    range?.focus();
    range?.closest(".pair")?.scrollIntoView({ block: "center" });
  };
  return html`<div class="agreement" data-shown=${agreement ? "" : nothing}>
    <p role="status">${agreement ? (agreement.consistent ? messages.agreeing : messages.disagreeing) : nothing}</p>
    ${agreement ? html`<p class="count">${filled(messages.ratio, { ratio })}</p>` : nothing}
    ${row && doubtful ? html`<p>${filled(messages.doubtful, { given: comparison(Number(row.value), row.title, row.against ?? "", context.words), suggested: comparison(doubtful.suggested, row.title, row.against ?? "", context.words) })}</p>
      <div><button type="button" class="small" @click=${look}>${messages.lookAgain}</button></div>` : nothing}
  </div>`;
}

export const styles = css`
  .pairs { display: grid; gap: calc(var(--_space) * 1.5); }
  .pair { border: 1px solid var(--_line); border-radius: var(--_radius); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); min-width: 0; display: grid; justify-items: center; }
  .pair .scale { width: 100%; max-width: 36rem; }
  .pair .ends { max-width: none; font-size: 0.9375rem; color: var(--_text); font-weight: 550; }
  .pair .ends span { max-width: 50%; overflow-wrap: anywhere; }
  .verdict { min-height: 1.5em; text-align: center; text-wrap: balance; color: var(--_accent); font-weight: 550; }
  .agreement { display: grid; gap: calc(var(--_space) * 0.5); }
  .agreement[data-shown] { border-inline-start: 4px solid var(--_line); padding-inline-start: calc(var(--_space) * 1.5); }
`;
