import { type TemplateResult, html } from "lit/html.js";
import type { Report } from "../../results.js";
import { filled } from "../messages.js";
import type { Sentence } from "../sentences.js";
import type { Tongue } from "./tongue.js";

/** The first screen: the index as a number to see from afar, and the report in words. */
export function summary(report: Report, said: readonly Sentence[], tongue: Tongue): TemplateResult {
  return html`
    <section class="summary" part="summary" aria-label=${tongue.messages.inWords}>
      ${index(report.index, tongue)}
      <ul class="sentences" part="sentences" role="list">
        ${said.map((sentence) => html`<li data-about=${sentence.about}>${sentence.pieces.map((piece) => (piece.filled ? html`<strong>${piece.text}</strong>` : piece.text))}</li>`)}
      </ul>
    </section>
  `;
}

function index(result: Report["index"], { messages, numbers }: Tongue): TemplateResult {
  if (result?.index == null) return html`<div class="score" part="index"><span class="label">${messages.index}</span><span class="muted">${messages.noIndex}</span></div>`;
  const { interval } = result;
  const span = interval && filled(messages.interval, { level: numbers.wholePercent(interval.level), low: numbers.percent(interval.low), high: numbers.percent(interval.high) });
  return html`
    <div class="score" part="index">
      <span class="label">${messages.index}</span>
      <span class="number" part="index-number">${numbers.percent(result.index)}</span>
      ${span ? html`<span class="muted" part="index-interval">${span}</span>` : null}
      <span class="muted" part="index-n">n = ${numbers.count(result.n)}</span>
    </div>
  `;
}
