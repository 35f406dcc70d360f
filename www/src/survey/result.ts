import { type TemplateResult, html, nothing } from "lit/html.js";
import type { SurveyDefinition } from "../definition.js";
import { loadLater, loadReport } from "../load-report.js";
import { reportOf } from "../report/analysis.js";
import { messagesOf } from "../report/messages.js";
import { Pictures, painted } from "../report/pictures.js";
import { inLanguage } from "../report/text.js";
import { swatches, themeOf } from "../report/theme.js";
import { type About, ReportHandle, TallyHandle } from "../report/wasm.js";
import { filled } from "./messages.js";
import type { Response } from "./response.js";
import type { Words } from "./words.js";
import type { Reactive } from "../reactive.js";

// Loaded only where the survey shows results: the respondent who sees none downloads none of this.

/** The respondent's own index and quadrants, out of this one response. */
export async function ownResult(host: Reactive, definition: string, response: Response, words: Words, language: string): Promise<TemplateResult> {
  await loadReport();
  const survey = checked(definition);
  const tally = new TallyHandle(survey);
  try {
    tally.add([response]);
    const findings = await reportOf({ report: () => new ReportHandle(survey, tally), later: loadLater }, {});
    const { pictured } = await messagesOf(language);
    if (pictured) findings.teach(language, pictured);
    const report = findings.written();
    const index = report.index?.anchored100 ?? null;
    const placed = report.quadrants?.points.some(({ quadrant }) => quadrant !== null) ?? false;
    if (index === null && !placed) return html`<p class="note">${words.messages.ownNone}</p>`;
    const titles = Object.fromEntries((survey.attributes ?? []).map(({ id, title }) => [id, inLanguage(title, language)]));
    return html`<section class="own" part="own" aria-label=${words.messages.own}>
      ${index === null ? nothing : indexOf(index, words)}
      ${placed ? quadrantsOf(host, findings, { titles }, language) : nothing}
    </section>`;
  } finally {
    tally.close();
  }
}

/** The report of every response that this browser keeps. */
export async function allResults(definition: string, language: string): Promise<TemplateResult> {
  await Promise.all([loadReport(), import("../report.js")]);
  return html`<section class="own" part="all"><manyi-report .definition=${checked(definition)} language=${language}></manyi-report></section>`;
}

/** The definition of a form that was filled: what the form read, it has checked. */
function checked(definition: string): SurveyDefinition {
  return JSON.parse(definition) as SurveyDefinition;
}

function indexOf(index: number, { messages, number }: Words): TemplateResult {
  return html`<div><h3>${messages.ownIndex}</h3><p><span class="number">${number(Math.round(index))}</span> ${filled(messages.ownIndexOf, {})}</p></div>`;
}

function quadrantsOf(host: Reactive, findings: ReportHandle, about: About, language: string): TemplateResult {
  const pictures = new Pictures(
    () => themeOf(host.renderRoot, host),
    () => undefined,
  );
  host.addController(pictures);
  return html`${swatches(() => pictures.repaint())}
    <canvas role="img" aria-label=${findings.describe("quadrants", about, language)} ${painted(pictures, { findings, chart: "quadrants", about, language })}></canvas>`;
}
