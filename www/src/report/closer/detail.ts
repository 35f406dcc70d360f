import { type TemplateResult, html, nothing, svg } from "lit/html.js";
import { segmentTitle } from "../choices.js";
import type { SurveyDefinition } from "../../definition.js";
import type { Detail, AnswerSpread } from "../../results.js";
import { filled } from "../messages.js";
import { plural } from "../sentences.js";
import type { Tongue } from "../view/tongue.js";
import type { Messages } from "./messages.js";

/** One attribute, looked at closely: how its answers spread, and its mean in each segment. */
export function detailPanel(survey: SurveyDefinition, detail: Detail, title: string, messages: Messages, tongue: Tongue, close: () => void): TemplateResult {
  const { performance, importance } = detail;
  return html`
    <section class="detail" part="detail" data-id=${detail.id} aria-labelledby="title-detail">
      <header>
        <h4 id="title-detail" tabindex="-1">${title}</h4>
        <div class="saves"><button type="button" part="close" @click=${close}>${messages.close}</button></div>
      </header>
      <div class="spreads">
        ${spread("performance", messages.satisfaction, performance, messages, tongue)}
        ${importance ? spread("importance", messages.importanceStated, importance, messages, tongue) : nothing}
        ${segments(survey, detail, messages, tongue)}
      </div>
    </section>
  `;
}

/** A mean with its interval: 2.95 (95% interval 2.81 to 3.09), 240 answers. */
export function meanInWords({ mean, interval, n }: Pick<AnswerSpread, "mean" | "interval" | "n">, messages: Messages, { numbers }: Tongue): string {
  const around = interval && filled(messages.interval, { level: numbers.wholePercent(interval.level), low: numbers.decimal(interval.low), high: numbers.decimal(interval.high) });
  const answers = filled(plural(messages.answers, n, numbers), { n: numbers.count(n) });
  return filled(around ? messages.meanWith : messages.meanBare, { mean: numbers.decimal(mean), interval: around ?? "", answers });
}

function spread(of: string, title: string, found: AnswerSpread | null, messages: Messages, tongue: Tongue): TemplateResult {
  const { numbers } = tongue;
  if (!found) return html`<div data-of=${of}><h5>${title}</h5><p class="muted">${messages.tooFew}</p></div>`;
  const most = Math.max(...found.shares);
  return html`
    <div data-of=${of}>
      <h5 id="title-spread-${of}">${title}</h5>
      <p class="muted">${meanInWords(found, messages, tongue)}</p>
      <table aria-labelledby="title-detail title-spread-${of}" class="spread">
        <thead class="unseen"><tr><th scope="col">${messages.level}</th><th scope="col">${messages.share}</th></tr></thead>
        <tbody>
          ${found.levels.map((level, place) => {
            const share = found.shares[place] ?? 0;
            return html`<tr><th scope="row" class="figure">${numbers.level(level)}</th><td>${bar(share, most)}<span class="figure">${numbers.percent(share)}</span></td></tr>`;
          })}
        </tbody>
      </table>
    </div>
  `;
}

// Widths as attributes of a drawing: a strict page refuses styles in markup.
const bar = (share: number, most: number) => html`<svg class="bar" aria-hidden="true">${svg`<rect width="${most > 0 ? (100 * share) / most : 0}%" height="100%" rx="2"></rect>`}</svg>`;

function segments(survey: SurveyDefinition, { segments }: Detail, messages: Messages, tongue: Tongue): TemplateResult {
  const { numbers, language } = tongue;
  if (segments.length === 0) return html`<div data-of="segments"><h5>${messages.bySegment}</h5><p class="muted">${messages.noSegments}</p></div>`;
  return html`
    <div data-of="segments">
      <h5 id="title-spread-segments">${messages.bySegment}</h5>
      <table aria-labelledby="title-detail title-spread-segments" class="by-segment">
        <thead class="unseen"><tr><th scope="col">${messages.segment}</th><th scope="col">${messages.mean}</th><th scope="col">${messages.count}</th></tr></thead>
        <tbody>
          ${segments.map((segment) => {
            const { interval, significant } = segment;
            return html`
              <tr data-segment="${segment.question}=${segment.value}">
                <th scope="row">${segmentTitle(survey, segment, language).value}${significant ? html` <span class="muted">${filled(messages.differs, { p: numbers.probability(segment.adjustedP) })}</span>` : nothing}</th>
                <td class="figure">${numbers.decimal(segment.mean)}${interval ? html` <span class="muted">(${numbers.decimal(interval.low)} – ${numbers.decimal(interval.high)})</span>` : nothing}</td>
                <td class="figure">n = ${numbers.count(segment.n)}</td>
              </tr>
            `;
          })}
        </tbody>
      </table>
    </div>
  `;
}
