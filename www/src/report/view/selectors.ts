import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { type Chosen, type Crosshair, type Importance, type Segment, LEVEL, MINIMUM_CELL, crosshairs, importances, levels, minimumCells, segmentOf, segmentText, segmentTitle, splits } from "../choices.js";
import type { SurveyDefinition } from "../../definition.js";
import type { Report } from "../../results.js";
import { filled } from "../messages.js";
import type { Tongue } from "./tongue.js";

/** The choices that this survey allows; `cell` is the smallest segment that the page itself shows. */
export function selectors(survey: SurveyDefinition, segments: Report["segments"], chosen: Chosen, cell: number | null, choose: (change: Partial<Chosen>) => void, tongue: Tongue): TemplateResult {
  const { messages, numbers } = tongue;
  const ways = importances(survey);
  const importance = chosen.importance ?? ways[0];
  return html`
    <fieldset class="choices" part="choices">
      <legend class="unseen">${messages.choices}</legend>
      ${segmentSelector(survey, segments, chosen.segment, choose, tongue)}
      ${ways.length < 2
        ? nothing
        : selector("importance", messages.importanceFrom, importance ?? "", ways.map((way) => [way, messages.importanceMethods[way]]), (value) =>
            choose({ importance: value as Importance, ...(crosshairs(value as Importance).includes(chosen.crosshair ?? "mean") ? {} : { crosshair: null }) }),
          )}
      ${ways.length === 0
        ? nothing
        : selector("crosshair", messages.crosshair, chosen.crosshair ?? "mean", crosshairs(importance).map((rule) => [rule, messages.crosshairRules[rule]]), (value) => choose({ crosshair: value as Crosshair }))}
      ${selector("level", messages.level, String(chosen.level ?? LEVEL), levels(chosen.level).map((level) => [String(level), numbers.wholePercent(level)]), (value) => choose({ level: Number(value) }))}
      ${splits(survey)
        ? selector("minimum-cell", messages.minimumCell, String(chosen.minimumCell ?? cell ?? MINIMUM_CELL), minimumCells(cell, chosen.minimumCell).map((least) => [String(least), numbers.count(least)]), (value) => choose({ minimumCell: Number(value) }))
        : nothing}
    </fieldset>
  `;
}

function segmentSelector(survey: SurveyDefinition, segments: Report["segments"], chosen: Segment | null, choose: (change: Partial<Chosen>) => void, { messages, numbers, language }: Tongue): TemplateResult | typeof nothing {
  if (segments.length === 0) return nothing;
  const options = segments.map((segment): [string, string] => {
    const { question, value } = segmentTitle(survey, segment, language);
    return [segmentText(segment), filled(messages.segmentOption, { question, value, n: numbers.count(segment.n) })];
  });
  return selector("segment", messages.segment, chosen ? segmentText(chosen) : "", [["", messages.everyone], ...options], (value) => choose({ segment: segmentOf(value) }));
}

function selector(name: string, title: string, value: string, options: [value: string, title: string][], changed: (value: string) => void): TemplateResult {
  return html`
    <label>
      ${title}
      <select name=${name} part="select" .value=${live(value)} @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}>
        ${options.map(([option, words]) => html`<option value=${option} ?selected=${option === value}>${words}</option>`)}
      </select>
    </label>
  `;
}
