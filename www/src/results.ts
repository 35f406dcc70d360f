// What an analysis asks and gives, as plain objects. A statistic that is undefined (no answers, zero denominator) is `null`.

/** Closed interval of a statistic at a confidence level. */
export interface Interval { low: number; high: number; level: number; method: string }

/** The satisfaction index and what it is made of; scores are 0..1. */
export interface IndexResult {
  index: number | null;
  /** 0 at the lowest level, 100 at the highest. */
  anchored100: number | null;
  /** Of `index`. */
  interval: Interval | null;
  /** Respondents with at least one answer. */
  n: number;
  factors: { id: string; weight: number; score: number | null; anchored100: number | null; mean: number | null; n: number }[];
}

export type Quadrant = "concentrate" | "keep-up" | "low-priority" | "overkill";
export interface QuadrantPoint { id: string; importance: number | null; performance: number | null }
export interface QuadrantsResult {
  crosshair: { importance: number; performance: number; rule: string } | null;
  points: (QuadrantPoint & { quadrant: Quadrant | null; onCrosshair: boolean; priority: number | null; certainty: number | null })[];
  /** Ids, most urgent first: concentrate before the rest, then by distance above the iso-priority line. */
  order: string[];
  /** Ids whose quadrant changes under another crosshair rule. */
  sensitive: string[];
}

export type DriverMethod = "lmg" | "johnson" | "pearson" | "first" | "last" | "beta-squared" | "pratt";
export interface DriversResult { n: number; r2: number | null; method: DriverMethod; drivers: { id: string; raw: number | null; share: number | null }[] }

/** Counts, or sums of weights where answers are weighted; the score is -100..100. */
export interface NpsResult { n: number; promoters: number; passives: number; detractors: number; nps: number | null; standardError: number | null; interval: Interval | null }
export interface CsatResult { n: number; satisfied: number; share: number | null; interval: Interval | null; mean: number | null; anchored100: number | null }
export interface CesResult { n: number; mean: number | null; easyShare: number | null; interval: Interval | null; netEasy: number | null }

/** Perception minus expectation; `overall` weighs dimensions where given, else items. */
export interface GapsResult { overall: number | null; unweighted: number | null; items: { id: string; gap: number | null }[]; dimensions: { id: string; gap: number | null; weight: number }[] }

export type KanoCategory = "M" | "O" | "A" | "I" | "R" | "Q";
export interface KanoResult {
  n: number;
  counts: Record<KanoCategory, number>;
  category: KanoCategory | null;
  better: number | null;
  worse: number | null;
  totalStrength: number | null;
  categoryStrength: number | null;
  fong: { difference: number; threshold: number; significant: boolean } | null;
}

export interface PathModelResult {
  converged: boolean;
  iterations: number;
  paths: Record<string, number>;
  totalEffects: Record<string, number>;
  r2: Record<string, number | null>;
  weights: Record<string, number>;
  loadings: Record<string, number>;
  index100: Record<string, number | null>;
}
export interface RetentionResult { rate: number | null; low: number | null; high: number | null; retained: number | null }

/** By default importance is stated where the survey asks it, else pearson with the outcome; the crosshair is the mean; level .95; minimumCell 5. */
export interface AnalyseOptions {
  segment?: { question: string; value: string };
  minimumCell?: number;
  importance?: "stated" | DriverMethod;
  crosshair?: "mean" | "median" | "midpoint";
  level?: number;
}

/** Whatever the survey's questions allow; absent parts are `null`. */
export interface Report {
  n: number;
  index: IndexResult | null;
  quadrants: QuadrantsResult | null;
  nps: NpsResult | null;
  csat: CsatResult | null;
  ces: CesResult | null;
  gaps: GapsResult | null;
  kano: (KanoResult & { id: string })[] | null;
  drivers: DriversResult | null;
  pathModel: PathModelResult | null;
  reliability: { dimension: string; alpha: number | null }[];
  retention: RetentionResult | null;
  /** `cr` is the total CR for a hierarchy. */
  weights: { source: string; weights: Record<string, number>; cr: number | null } | null;
  segments: { question: string; value: string; n: number; index: number | null; nps: number | null; p: number | null; adjustedP: number | null; significant: boolean | null }[];
  /** The survey check-up: what weakens this survey or this sample ("no-segment", "small-sample", "no-importance", …). */
  warnings: { code: string; message: string }[];
}

/** What came of a CSV: its rows, the columns the survey does not ask for, and every value that was not taken. */
export interface CsvEnd { rows: number; ignoredColumns: string[]; rejected: { row: number; column: string; value: string; code: string }[] }
/** `columns` maps foreign headers to answer keys; the `missing` words are no answer, as an empty cell is none. */
export interface CsvOptions { columns?: Record<string, string>; missing?: string[] }

export type Chart = "quadrants" | "index" | "nps" | "kano" | "gaps" | "drivers" | "tiers" | "retention" | "segments";
