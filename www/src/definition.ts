/**
 * The survey definition and the response, as JSON.
 * Unknown keys, unknown references and duplicate ids are errors that name the path.
 */

/** Plain text (never HTML), one string or one per BCP 47 language tag; falls back by tag prefix, then to the first. */
export type Text = string | Record<string, string>;

export interface SurveyDefinition {
  id: string;
  version: number;
  title: Text;
  intro?: Text;
  thanks?: Text;
  languages?: string[];
  /** Own scales by id, beside the built-in ones. */
  scales?: Record<string, Scale>;
  dimensions?: Dimension[];
  attributes?: Attribute[];
  pages: Page[];
  weights?: Weights;
  /** The question that importance is derived from, and that drivers explain. */
  outcome?: string;
  /** Constructs of answer keys and the arrows between them, for the path model. */
  model?: { blocks: Record<string, string[]>; paths: [string, string][] };
}

/** Built-in ids: satisfaction5 satisfaction7 importance5 agree5 agree7 stars5 faces5 number10 (1..10), nps (0..10), ces7, percent (0..100), kano5, saaty (1/9..9). */
export interface Scale {
  min: number; max: number; step?: number;
  look: "dots" | "stars" | "faces" | "numbers" | "slider";
  labels?: Text[] | { low: Text; high: Text };
}
export interface Dimension { id: string; title: Text }
export interface Attribute {
  id: string; title: Text; dimension?: string;
  /** "negative": less is better (an error rate); scores are mirrored, answers are stored as given. */
  polarity?: "positive" | "negative";
}
export interface Page { title?: Text; questions: Question[]; showIf?: Condition; shuffle?: boolean }

interface Ask {
  id: string; title: Text; help?: Text; required?: boolean; showIf?: Condition;
  /** Answers split the report. */
  segment?: boolean;
}
export type Measure = "satisfaction" | "importance" | "expectation" | "perception";
export type Question =
  | (Ask & { kind: "matrix"; attributes: string[]; measure: Measure; scale: string })
  | (Ask & { kind: "rating"; scale: string; measure?: Measure | "overall"; attribute?: string })
  | (Ask & { kind: "nps" })
  | (Ask & { kind: "ces" })
  /** Place each attribute on a plane: x = satisfaction, y = importance, both 0..100. */
  | (Ask & { kind: "quadrant"; attributes: string[] })
  /** Saaty comparison of every pair; answers are -8..8 (0 = equal, 8 = left is 9 times as important, -8 = right is). */
  | (Ask & { kind: "pairwise"; of: "dimensions" | "attributes"; among?: string })
  | (Ask & { kind: "kano"; attributes: string[]; functional?: Text; dysfunctional?: Text })
  /** Share out `total` points (100) among the attributes or options. */
  | (Ask & { kind: "allocation"; attributes?: string[]; options?: Option[]; total?: number })
  | (Ask & { kind: "ranking"; attributes?: string[]; options?: Option[] })
  | (Ask & { kind: "choice"; options: Option[]; multiple?: boolean; other?: boolean })
  | (Ask & { kind: "number"; min?: number; max?: number; step?: number; unit?: Text })
  | (Ask & { kind: "text"; rows?: number; maxLength?: number });
export interface Option { value: string; title: Text }

export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition }
  | { question: string; attribute?: string; atLeast?: number; above?: number; atMost?: number; below?: number; is?: string | number; answered?: boolean };

export type Weights =
  | { source: "equal" } | { source: "stated" }
  | { source: "fixed"; values: Record<string, number> }
  /** Judgments of experts, or of the respondents' own pairwise answers when `criteria` is left out. */
  | { source: "ahp"; criteria?: (number | null)[][]; factors?: Record<string, (number | null)[][]>; randomIndex?: string }
  | { source: "derived"; method: "lmg" | "johnson" | "pearson" };

/**
 * Answer keys: `question`; `question.attribute` (matrix, allocation, ranking); `question.attribute.x` / `.y` (quadrant);
 * `question.left:right` (pairwise); `question.attribute.functional` / `.dysfunctional` (kano). The CSV columns have the same names.
 */
export interface Response {
  id: string; survey: string; surveyVersion: number; language?: string;
  startedAt: string; submittedAt: string;
  answers: Record<string, number | string | string[] | null>;
  weight?: number;
}
