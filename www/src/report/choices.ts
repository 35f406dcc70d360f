import type { Question, SurveyDefinition } from "../definition.js";
import type { DriverMethod } from "../measures.js";
import type { AnalyseOptions, Report } from "../results.js";
import { inLanguage } from "./text.js";

export type Segment = NonNullable<AnalyseOptions["segment"]>;
export type Importance = NonNullable<AnalyseOptions["importance"]>;
export type Crosshair = "mean" | "median" | "midpoint";

/** What the reader of the report has chosen; what is `null` is left to the report. */
export interface Chosen {
  readonly segment: Segment | null;
  readonly importance: Importance | null;
  readonly crosshair: Crosshair | null;
  readonly level: number | null;
  readonly minimumCell: number | null;
}

/** What derived importance is offered. */
const OFFERED: readonly DriverMethod[] = ["pearson", "lmg", "johnson", "first", "last", "beta-squared", "pratt"];
/** Confidence levels and smallest segments that are offered beside what the page asks for, and what they are unless it asks. */
const LEVELS: readonly number[] = [0.8, 0.9, 0.95, 0.99];
const CELLS: readonly number[] = [5, 10, 20, 30, 50, 100];
export const LEVEL = 0.95;
export const MINIMUM_CELL = 5;

/** Every question of a survey, page after page. */
function questions(survey: SurveyDefinition): Question[] {
  return survey.pages.flatMap((page) => page.questions);
}

/** Whether any answers split the report. */
export function splits(survey: SurveyDefinition): boolean {
  return questions(survey).some((question) => question.segment);
}

/** The ways to importance that this survey has. */
export function importances(survey: SurveyDefinition): Importance[] {
  const stated = questions(survey).some(
    (question) =>
      question.kind === "quadrant" ||
      ((question.kind === "matrix" || question.kind === "rating") && question.measure === "importance") ||
      ((question.kind === "allocation" || question.kind === "ranking") && question.attributes !== undefined),
  );
  return [...(stated ? (["stated"] as const) : []), ...(survey.outcome === undefined ? [] : OFFERED)];
}

/** The crosshair rules that go with an importance: only what was stated has a scale, and so a midpoint. */
export function crosshairs(importance: Importance | undefined): Crosshair[] {
  return importance === "stated" ? ["mean", "median", "midpoint"] : ["mean", "median"];
}

/** The confidence levels to choose from, the present one among them. */
export function levels(present: number | null): number[] {
  return among(LEVELS, present ?? LEVEL);
}

/** The smallest segments to choose from: never smaller than the page asks for, so that a reader sees no more than its owner shows. */
export function minimumCells(own: number | null, present: number | null): number[] {
  const least = own ?? MINIMUM_CELL;
  return among([least, ...CELLS.filter((cell) => cell > least)], present ?? least);
}

function among(offered: readonly number[], present: number): number[] {
  return [...new Set([...offered, present])].sort((a, b) => a - b);
}

/** A segment as text, for an option's value and for an attribute: `region=north`. */
export function segmentText(segment: Segment): string {
  return `${segment.question}=${segment.value}`;
}

/** A segment from its text; `null` for everyone. */
export function segmentOf(text: string | null): Segment | null {
  const at = text?.indexOf("=") ?? -1;
  return text !== null && at > 0 ? { question: text.slice(0, at), value: text.slice(at + 1) } : null;
}

/** What a segment is called. */
export function segmentTitle(survey: SurveyDefinition, segment: Segment, language: string): { question: string; value: string } {
  const question = questions(survey).find((question) => question.id === segment.question);
  const option = question?.kind === "choice" ? question.options.find((option) => option.value === segment.value) : undefined;
  return {
    question: question ? inLanguage(question.title, language) : segment.question,
    value: option ? inLanguage(option.title, language) : segment.value,
  };
}

/** What the attributes are called, by id. */
export function attributeTitles(survey: SurveyDefinition, language: string): Record<string, string> {
  return Object.fromEntries((survey.attributes ?? []).map((attribute) => [attribute.id, inLanguage(attribute.title, language)]));
}

/** What the outcome is called: its question, or the attribute it rates. */
export function outcomeTitle(survey: SurveyDefinition, language: string): string | undefined {
  const [id, attribute] = (survey.outcome ?? "").split(".");
  const title = survey.attributes?.find((known) => known.id === attribute)?.title ?? questions(survey).find((question) => question.id === id)?.title;
  return title === undefined ? undefined : inLanguage(title, language);
}

/** The segments of a report that have anything to show. */
export function shownSegments(report: Report): Report["segments"] {
  return report.segments.filter((segment) => segment.n > 0);
}

/** Whether an importance is a part of a whole, and written in percent: what each attribute adds to R². */
export function isShare(importance: string | null | undefined): boolean {
  return importance != null && importance !== "stated" && importance !== "pearson" && importance !== "beta-squared";
}
