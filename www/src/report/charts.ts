import type { Report } from "../results.js";
import type { SurveyDefinition } from "../definition.js";
import { type Chosen, attributeTitles, importances, outcomeTitle, segmentTitle } from "./choices.js";
import { inLanguage } from "./text.js";
import type { Shown } from "./view/charts.js";
import type { Tongue } from "./view/tongue.js";

/** A chart before it is put into words. */
type Chart = Omit<Shown, "summary">;

/** The charts that a report has something for, and what each says beside its result: names, axes, how many answered. */
export function chartsOf(survey: SurveyDefinition, report: Report, chosen: Chosen, { language, messages }: Tongue): Chart[] {
  const attributes = attributeTitles(survey, language);
  const dimensions = Object.fromEntries((survey.dimensions ?? []).map((dimension) => [dimension.id, inLanguage(dimension.title, language)]));
  const { quadrants, nps, index, gaps, kano, segments, n } = report;
  const importance = chosen.importance ?? importances(survey)[0];
  const outcome = importance === "stated" ? undefined : outcomeTitle(survey, language);
  const charts: (Chart | null)[] = [
    quadrants && { chart: "quadrants", title: messages.quadrantChart, data: { ...quadrants, titles: attributes, n, importance, outcome } },
    nps && nps.n > 0 ? { chart: "nps", title: messages.npsChart, data: nps } : null,
    index && { chart: "index", title: messages.indexChart, data: { ...index, titles: attributes } },
    // One segment beside nothing compares nothing.
    segments.length > 1 ? { chart: "segments", title: messages.segmentsChart, data: { segments, titles: segmentTitles(survey, segments, language) } } : null,
    gaps && { chart: "gaps", title: messages.gapsChart, data: { ...gaps, titles: { ...dimensions, ...attributes }, n } },
    kano && { chart: "kano", title: messages.kanoChart, data: { attributes: kano, titles: attributes, n } },
  ];
  return charts.filter((chart) => chart !== null);
}

function segmentTitles(survey: SurveyDefinition, segments: Report["segments"], language: string): Record<string, string> {
  return Object.fromEntries(segments.map((segment) => [`${segment.question}.${segment.value}`, segmentTitle(survey, segment, language).value]));
}
