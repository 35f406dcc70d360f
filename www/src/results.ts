// What an analysis asks and gives, as plain objects. A statistic that is undefined (no answers, zero denominator) is `null`.

import type { DriverMethod, IndexResult, Interval, QuadrantsResult, ces, csat, drivers, gap, kano, nps, pathModel, retention } from "./measures.js";

/** By default importance is stated where the survey asks it, else pearson with the outcome; the crosshair is the mean; level .95; minimumCell 5. */
export interface AnalyseOptions {
  segment?: { question: string; value: string };
  minimumCell?: number;
  importance?: "stated" | DriverMethod;
  crosshair?: "mean" | "median" | "midpoint";
  level?: number;
  /** How far a share may be off for the sample to be large enough, between 0 and 1; .1 when left out. */
  margin?: number;
  /** How many customers there are, for the same. */
  population?: number;
}

/** A paired t test of respondents' perceptions less their expectations; `gap` in levels. */
export interface GapTest { n: number; gap: number; t: number | null; df: number; p: number | null; interval: Interval | null }

/** Whatever the survey's questions allow; absent parts are `null`. */
export interface Report {
  n: number;
  index: IndexResult | null;
  quadrants: QuadrantsResult | null;
  nps: ReturnType<typeof nps> | null;
  csat: ReturnType<typeof csat> | null;
  ces: ReturnType<typeof ces> | null;
  gaps: ReturnType<typeof gap> | null;
  /** Whether the gaps are more than chance: by item, by dimension, and of each respondent's own score, weighted and unweighted. */
  gapTests: { overall: GapTest | null; unweighted: GapTest | null; items: { id: string; test: GapTest | null }[]; dimensions: { id: string; test: GapTest | null }[] } | null;
  kano: (ReturnType<typeof kano> & { id: string })[] | null;
  drivers: ReturnType<typeof drivers> | null;
  pathModel: ReturnType<typeof pathModel> | null;
  reliability: { dimension: string; alpha: number | null }[];
  retention: ReturnType<typeof retention> | null;
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
