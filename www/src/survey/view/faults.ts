import { type TemplateResult, html, nothing } from "lit/html.js";
import { filled } from "../messages.js";
import type { Fault, Shown } from "../shown.js";
import type { Words } from "../words.js";
import { subject } from "./question.js";

/** What a fault says, beside its field. */
export function faultText(fault: Fault, view: Shown, { messages, number }: Words): string {
  const question = view.questions.find((one) => one.id === fault.question);
  if (fault.code === "required") return messages.missing;
  if (question?.kind === "ranking") return messages.twice;
  const given = question?.rows.reduce((sum, row) => sum + (typeof row.value === "number" ? row.value : 0), 0) ?? 0;
  return filled(messages.notAddingUp, { total: number(question?.total ?? 0), given: number(given) });
}

/** Everything that is wrong on the page, each a link to its field. `insisted` tells of what was refused whether the respondent tried to go on with it. */
export function faultsBlock(view: Shown, faultAt: (key: string) => string | null, insisted: (key: string) => boolean, words: Words, goTo: (key: string) => void): TemplateResult | typeof nothing {
  const faults = view.questions.flatMap((question) =>
    question.rows.flatMap((row) => {
      const problem = faultAt(row.key);
      // Beside a field a fault may be told before the respondent tried to go on; up here only after.
      return problem !== null && (insisted(row.key) || view.faults.some((fault) => fault.key === row.key)) ? [{ question, row, problem }] : [];
    }),
  );
  if (faults.length === 0) return nothing;
  const { messages } = words;
  const link = (key: string) => (event: Event) => {
    event.preventDefault();
    goTo(key);
  };
  return html`<div class="faults" part="faults" role="alert" tabindex="-1">
    <p>${messages.faults}</p>
    <ul>${faults.map(({ question, row, problem }) => html`<li><a href="#field-${row.key}" @click=${link(row.key)}>${
      row.title === "" ? filled(messages.fault, { question: question.title, problem }) : filled(messages.faultRow, { question: question.title, row: subject(question, row, words), problem })
    }</a></li>`)}</ul>
  </div>`;
}
