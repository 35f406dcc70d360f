import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Spec } from "../marks.js";
import { type Question, type Row, type Scale, levelOf, numberOf } from "../shown.js";
import { comparison, labelsOf, levelName } from "../words.js";
import { type Context, describedBy, faultOf, idOf } from "./field.js";

/** One scale: the painted marks, and the native inputs over them. `labelledBy` names the element that says what is judged. */
export function scaleField(question: Question, scale: Scale, row: Row, labelledBy: string, context: Context): TemplateResult {
  const chosen = levelOf(scale, row.value);
  const spec: Spec = { style: scale.look, levels: scale.count, first: scale.min, step: scale.step, chosen, mirrored: context.mirrored };
  const inputs = scale.look === "slider" ? slider(question, scale, row, labelledBy, context) : radios(question, scale, row, labelledBy, spec, context);
  return html`<div class="scale" data-look=${scale.look}>
    ${inputs}
    ${ends(scale, row, context)}
    ${faultOf(row.key, context)}
  </div>`;
}

function radios(question: Question, scale: Scale, row: Row, labelledBy: string, spec: Spec, context: Context): TemplateResult {
  const change = (event: Event) => context.answer(row.key, numberOf(scale, Number((event.target as HTMLInputElement).dataset["level"])));
  const levels = Array.from({ length: scale.count }, (_, level) => level);
  return html`<div
    class="marks" role="radiogroup" id=${idOf(row.key)} .spec=${spec} aria-labelledby=${labelledBy}
    aria-required=${question.required ? "true" : nothing} aria-invalid=${context.faultAt(row.key) === null ? nothing : "true"}
    aria-describedby=${describedBy(question, row, context)} @change=${change}
  >
    <canvas aria-hidden="true"></canvas>
    ${levels.map((level) => html`<input
      type="radio" name=${row.key} data-level=${level} .checked=${level === spec.chosen}
      aria-label=${levelName(scale, level, context.words)}
    >`)}
  </div>`;
}

/** A native range. Where nothing is chosen it stands in the middle and says so; a tap or Enter there takes the middle. */
function slider(question: Question, scale: Scale, row: Row, labelledBy: string, context: Context): TemplateResult {
  const level = levelOf(scale, row.value);
  // Of a comparison the high end is where the left one matters more: that end is on the left.
  const mirrored = context.mirrored !== (row.against !== null);
  const spec: Spec = { style: row.against === null ? "slider" : "balance", levels: scale.count, first: scale.min, step: scale.step, chosen: level, mirrored };
  const take = (event: Event) => context.answer(row.key, Number((event.target as HTMLInputElement).value));
  const accept = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") take(event);
    // WebKit steps a mirrored range as if it were not mirrored: the arrow keys go where they point in every browser.
    if (!mirrored || !/^Arrow(Left|Right)$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const range = event.target as HTMLInputElement;
    if (event.key === "ArrowLeft") range.stepUp();
    else range.stepDown();
    take(event);
  };
  const last = numberOf(scale, scale.count - 1);
  const middle = numberOf(scale, Math.floor((scale.count - 1) / 2));
  return html`<div class="marks" .spec=${spec}>
    <canvas aria-hidden="true"></canvas>
    <input
      type="range" dir=${mirrored ? "rtl" : "ltr"} id=${idOf(row.key)} data-level="0" min=${scale.min} max=${last} step=${scale.step} .value=${String(row.value ?? middle)}
      aria-labelledby=${labelledBy} aria-valuetext=${said(scale, row, context)} aria-invalid=${context.faultAt(row.key) === null ? nothing : "true"}
      aria-describedby=${describedBy(question, row, context)} @input=${take} @click=${take} @keydown=${accept}
    >
  </div>`;
}

/** What is chosen, in words. */
function said(scale: Scale, row: Row, context: Context): string {
  const { words } = context;
  if (typeof row.value !== "number") return words.messages.none;
  if (row.against !== null) return comparison(row.value, row.title, row.against, words);
  return levelName(scale, levelOf(scale, row.value), words);
}

/** The words under a scale: those of its ends, and of what is chosen. */
function ends(scale: Scale, row: Row, context: Context): TemplateResult {
  const labels = labelsOf(scale, context.words);
  const level = levelOf(scale, row.value);
  // What a comparison says is too long to stand between its ends.
  const word = row.against !== null ? "" : (labels.each?.[level] ?? (scale.look === "slider" ? said(scale, row, context) : ""));
  // What is chosen at an end stands there already.
  const between = (level === 0 && word === labels.low) || (level === scale.count - 1 && word === labels.high) ? "" : word;
  const [low, high] = row.against !== null ? [row.title, row.against] : [labels.low, labels.high];
  const under = 2 * Math.min(level, scale.count - 1 - level) + 1;
  if (between && labels.each && under > 1 && under < scale.count) {
    // Under its own mark, in place of the end that it would run into: as many columns wide as it has on its narrower side, and once more.
    const chosen = html`<td colspan=${under}><strong>${between}</strong></td>`;
    const end = (word: string) => html`<td colspan=${scale.count - under}>${word}</td>`;
    return html`<table class="ends" aria-hidden="true"><tr>${2 * level < scale.count ? [chosen, end(high)] : [end(low), chosen]}</tr></table>`;
  }
  return html`<div class="ends" aria-hidden="true">
    <span>${low}</span>
    <strong>${row.value === null ? "" : between}</strong>
    <span>${high}</span>
  </div>`;
}
