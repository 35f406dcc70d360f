/**
 * The survey definition and the response, as JSON.
 * Unknown keys, unknown references and duplicate ids are errors that name the path.
 */

/** Plain text (never HTML), one string or one per BCP 47 language tag; falls back by tag prefix, then to the first. */
export type Text = string | Record<string, string>;

/** A survey as JSON: what is asked, on which pages, and where weights come from. `checkSurvey` checks it. */
export interface SurveyDefinition {
  /** Its name in storage and in responses. */
  id: string;
  /** A whole number from 1; answers carry it along. */
  version: number;
  /** Its heading. */
  title: Text;
  /** Said above the first page. */
  intro?: Text;
  /** Said after submitting. */
  thanks?: Text;
  /** The tags of the languages it is written in. */
  languages?: string[];
  /** Own scales by id, beside the built-in ones. */
  scales?: Record<string, Scale>;
  /** Groups of attributes. */
  dimensions?: Dimension[];
  /** What is judged: of each one asks how satisfied people are with it, and how much it matters. */
  attributes?: Attribute[];
  /** What is asked, page after page; at least one. */
  pages: Page[];
  /** How much each attribute counts in the index. Unless given: as stated where importance is asked, else by correlation with the outcome, else all the same. */
  weights?: Weights;
  /** The question that importance is derived from, and that drivers explain. */
  outcome?: string;
  /** Constructs of answer keys and the arrows between them, for the path model. */
  model?: { blocks: Record<string, string[]>; paths: [string, string][] };
}

/**
 * What answers are given on: levels from `min` to `max`, `step` (1 unless given) apart.
 * Built-in ids: satisfaction5 satisfaction7 importance5 agree5 agree7 stars5 faces5 number10 (1..10), nps (0..10), ces7, percent (0..100), kano5, saaty (1/9..9).
 */
export interface Scale {
  /** The lowest level. */
  min: number;
  /** The highest level. */
  max: number;
  /** From one level to the next; 1 unless given. */
  step?: number;
  /** How it is drawn. */
  look: "dots" | "stars" | "faces" | "numbers" | "slider";
  /** Words for each level, or for the two ends. */
  labels?: Text[] | { low: Text; high: Text };
}

/** A group of attributes. */
export interface Dimension {
  /** Its id. */
  id: string;
  /** What it is called. */
  title: Text;
}

/** Something that is judged. */
export interface Attribute {
  /** Its id, a part of answer keys. */
  id: string;
  /** What it is called. */
  title: Text;
  /** The id of its dimension. */
  dimension?: string;
  /** "negative": less is better (an error rate); scores are mirrored, answers are stored as given. */
  polarity?: "positive" | "negative";
}

/** Questions that are asked together. */
export interface Page {
  /** Said above them. */
  title?: Text;
  /** At least one. */
  questions: Question[];
  /** The page is left out unless this holds. */
  showIf?: Condition;
  /** Whether each respondent sees its questions in an order of their own. */
  shuffle?: boolean;
}

interface Ask {
  /** Its id: the answer's key, or the beginning of it. */
  id: string;
  /** What is asked. */
  title: Text;
  /** Said below it. */
  help?: Text;
  /** Whether one cannot go on without an answer. */
  required?: boolean;
  /** The question is left out unless this holds. */
  showIf?: Condition;
  /** Answers split the report. */
  segment?: boolean;
}

/** What answers about an attribute tell of it. */
export type Measure = "satisfaction" | "importance" | "expectation" | "perception";

/** A question, by its `kind`: what is common to all, and what each has of its own. */
export type Question =
  /** Each attribute on one scale. */
  | (Ask & { kind: "matrix"; attributes: string[]; measure: Measure; scale: string })
  /** One judgment on a scale: of the whole, or of one attribute. */
  | (Ask & { kind: "rating"; scale: string; measure?: Measure | "overall"; attribute?: string })
  /** How likely one is to recommend: 0..10. */
  | (Ask & { kind: "nps" })
  /** How easy it was: 1..7. */
  | (Ask & { kind: "ces" })
  /** Place each attribute on a plane: x = satisfaction, y = importance, both 0..100. */
  | (Ask & { kind: "quadrant"; attributes: string[] })
  /** Saaty comparison of every pair; answers are -8..8 (0 = equal, 8 = left is 9 times as important, -8 = right is). */
  | (Ask & { kind: "pairwise"; of: "dimensions" | "attributes"; among?: string })
  /** How one feels with an attribute, and without it; both on kano5. */
  | (Ask & { kind: "kano"; attributes: string[]; functional?: Text; dysfunctional?: Text })
  /** Share out `total` points (100) among the attributes or options. */
  | (Ask & { kind: "allocation"; attributes?: string[]; options?: Option[]; total?: number })
  /** Put the attributes or options in order; answers are ranks, 1 the first. */
  | (Ask & { kind: "ranking"; attributes?: string[]; options?: Option[] })
  /** One option, or several; with `other` also one's own words. */
  | (Ask & { kind: "choice"; options: Option[]; multiple?: boolean; other?: boolean })
  /** A number. */
  | (Ask & { kind: "number"; min?: number; max?: number; step?: number; unit?: Text })
  /** Words, which are kept and never counted. */
  | (Ask & { kind: "text"; rows?: number; maxLength?: number });

/** What can be chosen. */
export interface Option {
  /** What the answer says. */
  value: string;
  /** What the respondent reads. */
  title: Text;
}

/** What must have been answered for a page or a question to be shown: tests of one answer, and `all`, `any` or `not` of such. */
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition }
  | { question: string; attribute?: string; atLeast?: number; above?: number; atMost?: number; below?: number; is?: string | number; answered?: boolean };

/** Where the weights of the index come from. */
export type Weights =
  /** All the same; or the mean of the stated importance. */
  | { source: "equal" } | { source: "stated" }
  /** By attribute. */
  | { source: "fixed"; values: Record<string, number> }
  /** Judgments of experts, or of the respondents' own pairwise answers when `criteria` is left out. */
  | { source: "ahp"; criteria?: (number | null)[][]; factors?: Record<string, (number | null)[][]>; randomIndex?: string }
  /** From what explains the outcome. */
  | { source: "derived"; method: "lmg" | "johnson" | "pearson" };

/**
 * What one person answered. Answer keys: `question`; `question.attribute` (matrix, allocation, ranking); `question.attribute.x` / `.y` (quadrant);
 * `question.left:right` (pairwise); `question.attribute.functional` / `.dysfunctional` (kano). The CSV columns have the same names.
 */
export interface Response {
  /** Its own, a UUID. */
  id: string;
  /** The survey's id. */
  survey: string;
  /** The survey's version. */
  surveyVersion: number;
  /** The tag of the language that it was answered in. */
  language?: string;
  /** When the first answer was given, as ISO 8601. */
  startedAt: string;
  /** When it was submitted, as ISO 8601. */
  submittedAt: string;
  /** By key; `null` is as good as none. */
  answers: Record<string, number | string | string[] | null>;
  /** How much it counts; 1 unless given. */
  weight?: number;
}
