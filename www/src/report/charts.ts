import type { Report } from "../results.js";
import type { SurveyDefinition } from "../definition.js";
import { type Chosen, attributeTitles, importances, outcomeTitle, segmentTitle } from "./choices.js";
import type { Names } from "./data-tables.js";
import { inLanguage } from "./text.js";
import type { Shown } from "./view/charts.js";
import type { Tongue } from "./view/tongue.js";
import type { About } from "./wasm.js";

/** A chart before it is put into words. */
type Chart = Omit<Shown, "summary">;

/** The charts that a report has something for, and what each says beside its numbers: names, axes, how many answered. */
export function chartsOf(survey: SurveyDefinition, report: Report, chosen: Chosen, { language, messages }: Tongue): Chart[] {
  const { quadrants, nps, csat, ces, index, gaps, kano, drivers, weights, retention, pathModel, segments, n } = report;
  const about = aboutOf(survey, segments, n, chosen, language);
  const outcome = outcomeTitle(survey, language);
  // What is about all answers, in a report of one segment too.
  const { n: _, ...aboutAll } = about;
  const counted = chosen.segment ? aboutAll : about;
  const charts: (Chart | null)[] = [
    quadrants && { chart: "quadrants", title: messages.quadrantChart, about },
    nps && nps.n > 0 ? { chart: "nps", title: messages.npsChart, about } : null,
    csat && csat.n > 0 ? { chart: "csat", title: messages.csatChart, about } : null,
    ces && ces.n > 0 ? { chart: "ces", title: messages.cesChart, about } : null,
    index && { chart: "index", title: messages.indexChart, about },
    // One segment beside nothing compares nothing.
    segments.length > 1 ? { chart: "segments", title: messages.segmentsChart, about: counted } : null,
    gaps && { chart: "gaps", title: messages.gapsChart, about },
    kano && { chart: "kano", title: messages.kanoChart, about },
    kano && { chart: "kano-classes", title: messages.kanoClassesChart, about },
    drivers && { chart: "drivers", title: messages.driversChart, about: { ...about, ...(outcome !== undefined && { outcome }) } },
    weights && { chart: "weights", title: messages.weightsChart, about: ["stated", "derived"].includes(weights.source) ? counted : aboutAll },
    retention?.rate == null ? null : { chart: "retention", title: messages.retentionChart, about },
    pathModel && { chart: "path-model", title: messages.pathModelChart, about: { ...about, titles: { ...messages.constructs, ...about.titles } } },
  ];
  return charts.filter((chart) => chart !== null);
}

/** What the ids of a survey are called, in the tables behind its charts. */
export function namesOf(survey: SurveyDefinition, { language, messages }: Tongue): Names {
  return {
    attributes: { ...messages.constructs, ...attributeTitles(survey, language) },
    dimensions: dimensionTitles(survey, language),
    segment: (segment) => segmentTitle(survey, segment, language),
    quadrants: messages.quadrants,
  };
}

function dimensionTitles(survey: SurveyDefinition, language: string): Record<string, string> {
  return Object.fromEntries((survey.dimensions ?? []).map((dimension) => [dimension.id, inLanguage(dimension.title, language)]));
}

// No two kinds of ids are looked up in one chart, but for those of dimensions and attributes, whose attributes come first.
function aboutOf(survey: SurveyDefinition, segments: Report["segments"], n: number, chosen: Chosen, language: string): About {
  const titles = { ...segmentTitles(survey, segments, language), ...dimensionTitles(survey, language), ...attributeTitles(survey, language) };
  const importance = chosen.importance ?? importances(survey)[0];
  const outcome = importance === "stated" ? undefined : outcomeTitle(survey, language);
  return { titles, n, ...(importance && { importance }), ...(outcome !== undefined && { outcome }) };
}

function segmentTitles(survey: SurveyDefinition, segments: Report["segments"], language: string): Record<string, string> {
  return Object.fromEntries(segments.map((segment) => [`${segment.question}.${segment.value}`, segmentTitle(survey, segment, language).value]));
}
