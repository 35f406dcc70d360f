import type { Report } from "../results.js";
import type { SurveyDefinition } from "../definition.js";
import { type Chosen, attributeTitles, importances, outcomeTitle, segmentTitle } from "./choices.js";
import type { Names } from "./data-tables.js";
import { inLanguage } from "./text.js";
import type { Shown } from "./view/charts.js";
import type { Tongue } from "./view/tongue.js";

/** A chart before it is put into words. */
type Chart = Omit<Shown, "summary">;

/** The charts that a report has something for, and what each says beside its result: names, axes, how many answered. */
export function chartsOf(survey: SurveyDefinition, report: Report, chosen: Chosen, { language, messages }: Tongue): Chart[] {
  const attributes = attributeTitles(survey, language);
  const dimensions = dimensionTitles(survey, language);
  const { quadrants, nps, csat, ces, index, gaps, kano, drivers, weights, retention, pathModel, segments, n } = report;
  const importance = chosen.importance ?? importances(survey)[0];
  const outcome = importance === "stated" ? undefined : outcomeTitle(survey, language);
  const charts: (Chart | null)[] = [
    quadrants && { chart: "quadrants", title: messages.quadrantChart, data: { ...quadrants, titles: attributes, n, importance, outcome, level: index?.interval?.level } },
    nps && nps.n > 0 ? { chart: "nps", title: messages.npsChart, data: nps } : null,
    csat && csat.n > 0 ? { chart: "csat", title: messages.csatChart, data: csat } : null,
    ces && ces.n > 0 ? { chart: "ces", title: messages.cesChart, data: ces } : null,
    index && { chart: "index", title: messages.indexChart, data: { ...index, dimensions: report.dimensions, titles: { ...dimensions, ...attributes } } },
    // One segment beside nothing compares nothing.
    segments.length > 1 ? { chart: "segments", title: messages.segmentsChart, data: { segments, titles: segmentTitles(survey, segments, language), ...(chosen.segment ? {} : { index: index?.index, n }) } } : null,
    gaps && { chart: "gaps", title: messages.gapsChart, data: { ...gaps, titles: { ...dimensions, ...attributes }, n } },
    kano && { chart: "kano", title: messages.kanoChart, data: { attributes: kano, titles: attributes, n } },
    kano && { chart: "kano-classes", title: messages.kanoClassesChart, data: { attributes: kano, titles: attributes, n } },
    drivers && { chart: "drivers", title: messages.driversChart, data: { ...drivers, titles: attributes, outcome: outcomeTitle(survey, language) } },
    weights && { chart: "weights", title: messages.weightsChart, data: { ...weights, titles: attributes } },
    retention?.rate == null ? null : { chart: "retention", title: messages.retentionChart, data: { ...retention, counts: csat?.counts } },
    pathModel && { chart: "path-model", title: messages.pathModelChart, data: { ...pathModel, titles: dimensions } },
  ];
  return charts.filter((chart) => chart !== null);
}

/** What the ids of a survey are called, in the tables behind its charts. */
export function namesOf(survey: SurveyDefinition, { language, messages }: Tongue): Names {
  return {
    attributes: attributeTitles(survey, language),
    dimensions: dimensionTitles(survey, language),
    segment: (segment) => segmentTitle(survey, segment, language),
    quadrants: messages.quadrants,
  };
}

function dimensionTitles(survey: SurveyDefinition, language: string): Record<string, string> {
  return Object.fromEntries((survey.dimensions ?? []).map((dimension) => [dimension.id, inLanguage(dimension.title, language)]));
}

function segmentTitles(survey: SurveyDefinition, segments: Report["segments"], language: string): Record<string, string> {
  return Object.fromEntries(segments.map((segment) => [`${segment.question}.${segment.value}`, segmentTitle(survey, segment, language).value]));
}
