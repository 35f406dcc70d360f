import type { Report } from "../results.js";
import type { SurveyDefinition } from "../definition.js";
import { type Chosen, attributeTitles, importances, outcomeTitle, segmentTitle } from "./choices.js";
import { inLanguage } from "./text.js";
import type { Shown } from "./view/charts.js";
import type { Tongue } from "./view/tongue.js";
import type { About } from "./wasm.js";

/** A chart before it is put into words. */
type Chart = Omit<Shown, "summary">;

/** The charts that a report has something for, and what each says beside its numbers: names, axes, how many answered. */
export function chartsOf(survey: SurveyDefinition, report: Report, chosen: Chosen, { language, messages }: Tongue): Chart[] {
  const { quadrants, nps, index, gaps, kano, segments, n } = report;
  const about = aboutOf(survey, segments, n, chosen, language);
  const charts: (Chart | null)[] = [
    quadrants && { chart: "quadrants", title: messages.quadrantChart, about },
    nps && nps.n > 0 ? { chart: "nps", title: messages.npsChart, about } : null,
    index && { chart: "index", title: messages.indexChart, about },
    // One segment beside nothing compares nothing.
    segments.length > 1 ? { chart: "segments", title: messages.segmentsChart, about } : null,
    gaps && { chart: "gaps", title: messages.gapsChart, about },
    kano && { chart: "kano", title: messages.kanoChart, about },
  ];
  return charts.filter((chart) => chart !== null);
}

// No two kinds of ids are looked up in one chart, but for those of dimensions and attributes, whose attributes come first.
function aboutOf(survey: SurveyDefinition, segments: Report["segments"], n: number, chosen: Chosen, language: string): About {
  const dimensions = Object.fromEntries((survey.dimensions ?? []).map((dimension) => [dimension.id, inLanguage(dimension.title, language)]));
  const titles = { ...segmentTitles(survey, segments, language), ...dimensions, ...attributeTitles(survey, language) };
  const importance = chosen.importance ?? importances(survey)[0];
  const outcome = importance === "stated" ? undefined : outcomeTitle(survey, language);
  return { titles, n, ...(importance && { importance }), ...(outcome !== undefined && { outcome }) };
}

function segmentTitles(survey: SurveyDefinition, segments: Report["segments"], language: string): Record<string, string> {
  return Object.fromEntries(segments.map((segment) => [`${segment.question}.${segment.value}`, segmentTitle(survey, segment, language).value]));
}
