import { html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Row } from "../shown.js";
import { type Field, describedBy, faultOf, idOf } from "./field.js";
import { css } from "../../css.js";

/** Points shared out, each typed or stepped; what is left to give is told all along, and no step gives more than that. */
export const field: Field = (question, title, context) => {
  const { messages, number } = context.words;
  const total = question.total ?? 0;
  const pointsOf = (row: Row) => (typeof row.value === "number" ? row.value : 0);
  const given = question.rows.reduce((sum, row) => sum + pointsOf(row), 0);
  const left = total - given;
  const stride = total >= 50 ? 5 : 1;
  const write = (row: Row) => (event: Event) => {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    context.answer(row.key, value === "" || Number.isNaN(valueAsNumber) ? null : valueAsNumber);
  };
  const step = (row: Row, up: boolean) => {
    const points = pointsOf(row);
    const room = up ? Math.min(stride, left) : -Math.min(stride, points);
    // At its end a button stays, so that the focus does, and does nothing.
    const can = up ? left > 0 : points > 0;
    return html`<button
      type="button" class="small square" aria-label=${filled(up ? messages.more : messages.less, { item: row.title })} aria-disabled=${can ? nothing : "true"}
      @click=${() => can && context.answer(row.key, points + room)}
    >${up ? "+" : "–"}</button>`;
  };
  return html`<div class="shares" role="group" aria-labelledby=${title}>
      ${question.rows.map((row) => html`<div class="share">
        <label for=${idOf(row.key)}>${row.title}</label>
        <div class="stepper">${step(row, false)}<input
          class="text" type="number" inputmode="numeric" id=${idOf(row.key)} min="0" max=${total} step="1" .value=${row.value === null ? "" : String(row.value)}
          aria-invalid=${context.faultAt(row.key) === null ? nothing : "true"} aria-describedby=${describedBy(question, row, context)} @change=${write(row)}
        >${step(row, true)}</div>
        ${faultOf(row.key, context)}
      </div>`)}
    </div>
    <div class="given">
      <progress aria-hidden="true" max=${total} value=${Math.min(given, total)}></progress>
      <p class="count" role="status" data-complete=${left === 0 ? "" : nothing}>${left === 0
        ? filled(messages.allGiven, { total: number(total) })
        : filled(left > 0 ? messages.leftToGive : messages.tooMany, { n: number(Math.abs(left)), total: number(total) })}</p>
    </div>`;
};

export const styles = css`
  .shares { display: grid; gap: var(--_space); max-width: 36rem; }
  .share { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: 4px calc(var(--_space) * 2); align-items: center; }
  .share .fault { grid-column: 1 / -1; }
  .stepper { display: flex; gap: 4px; }
  .stepper .text { width: 4.5rem; text-align: center; appearance: textfield; -moz-appearance: textfield; padding-inline: 4px; }
  .stepper .text::-webkit-inner-spin-button, .stepper .text::-webkit-outer-spin-button { appearance: none; margin: 0; }
  .given { display: grid; gap: 4px; max-width: 36rem; }
`;
