import { type Chosen, attributeTitles, importances, outcomeTitle } from "./choices.js";
import type { SurveyDefinition } from "../definition.js";
import type { Report } from "../results.js";
import type { Shown } from "./view/charts.js";
import type { Tongue } from "./view/tongue.js";

/** The charts of a report, and what each says beside its result: names, axes, how many answered. */
export function chartsOf(survey: SurveyDefinition, report: Report, chosen: Chosen, { language, messages }: Tongue): Omit<Shown, "summary">[] {
  const charts: Omit<Shown, "summary">[] = [];
  if (report.quadrants) {
    const importance = chosen.importance ?? importances(survey)[0];
    const beside = { titles: attributeTitles(survey, language), n: report.n, importance, outcome: importance === "stated" ? undefined : outcomeTitle(survey, language) };
    charts.push({ chart: "quadrants", title: messages.quadrantChart, data: { ...report.quadrants, ...beside } });
  }
  if (report.nps && report.nps.n > 0) charts.push({ chart: "nps", title: messages.npsChart, data: report.nps });
  return charts;
}
