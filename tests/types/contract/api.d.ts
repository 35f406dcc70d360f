/**
 * manyi: the public contract of the npm package.
 *
 * Names, argument shapes and result fields here are fixed; add to them, do not rename them.
 * Every function is synchronous once `init()` has resolved. Every function takes and returns plain
 * objects. A statistic that is undefined (no answers, zero denominator) is `null`, never NaN or
 * Infinity. Bad input throws a `ManyiError`; nothing is clamped or dropped in silence.
 * Shares and index scores are 0..1 unless the field's name ends in `100` or says points or percent; NPS is -100..100.
 * `counts` without `levels` run from the scale's lowest level to its highest. Weights need not sum to 1: they are normalised.
 */

// ------------------------------------------------------------------ loading
/** Loads the wasm once; later calls return the same promise; a failed load can be retried. */
export function init(source?: RequestInfo | URL | BufferSource | WebAssembly.Module): Promise<void>;
export function initSync(source: BufferSource | WebAssembly.Module): void;
export const version: string;

export class ManyiError extends Error {
  readonly name: "ManyiError";
  /** Stable, kebab-case: "unknown-key", "scale-out-of-range", "matrix-not-reciprocal", … */
  readonly code: string;
  /** Where in the input, as a JSON path: "pages[0].questions[2].scale"; for CSV "row 17, column nps". */
  readonly path: string | null;
}

/** Closed interval of a statistic at a confidence level. */
export interface Interval { low: number; high: number; level: number; method: string }

// ------------------------------------------------------------------ weights: analytic hierarchy process
export type RandomIndex = "saaty1980" | "saaty2005" | "alonso-lamata-2006" | "donegan-dodd-1991";
export interface AhpInput {
  /** Square, positive, a[i][j] = 1/a[j][i], diagonal 1. `null` marks a pair nobody judged. */
  matrix: (number | null)[][];
  items?: string[];
  method?: "eigenvector" | "geometric-mean";   // default "eigenvector"
  randomIndex?: RandomIndex;                    // default "saaty1980"; beyond a table's end (n > 15) Alonso and Lamata's regression, and `ri` tells
}
export interface AhpResult {
  items: string[]; weights: number[]; lambdaMax: number;
  ci: number; ri: number; cr: number | null;    // cr is null where ri is 0
  consistent: boolean | null;                    // cr <= 0.10
  gci: number | null; koczkodaj: number | null;
  /** The judgment that disagrees most with the rest, and the value that would fit. */
  worst: { row: number; column: number; given: number; suggested: number } | null;
}
export function ahp(input: AhpInput): AhpResult;
/** Criteria matrix over factor matrices: local and global weights, and the CR of the whole ranking. */
export function ahpHierarchy(input: {
  criteria: AhpInput; factors: Record<string, AhpInput>;
}): { criteria: AhpResult; factors: Record<string, AhpResult>; weights: { criterion: string; factor: string; weight: number }[]; totalCr: number | null };
/** Judgments by geometric mean; priorities by geometric mean, renormalised. */
export function ahpGroup(input: { matrices: (number | null)[][][]; items?: string[]; aggregate?: "judgments" | "priorities"; randomIndex?: RandomIndex }): AhpResult & { members: { cr: number | null }[] };

// ------------------------------------------------------------------ satisfaction
/** Counts per level of one factor; `levels[j]` is the value that `counts[j]` stands for. */
export interface LevelCounts { id: string; counts: number[]; levels: number[]; weight?: number; polarity?: "positive" | "negative" }
export interface IndexResult {
  index: number | null;        // sum of weight * score
  anchored100: number | null;  // 0 at the lowest level, 100 at the highest
  interval: Interval | null;   // of `index`
  n: number;                   // respondents with at least one answer
  factors: { id: string; weight: number; score: number | null; anchored100: number | null; mean: number | null; n: number }[];
}
/** score_i = sum_j level_j * n_ij / (max level * sum_j n_ij); index = sum of normalised weights * score. */
export function satisfactionIndex(input: { factors: LevelCounts[] }): IndexResult;
/** sum w (mean - min) / (max - min) * 100, the national-index formula. */
export function anchoredIndex(input: { means: number[]; weights: number[]; scale: { min: number; max: number } }): { index100: number | null };
export function proportion(input: { count: number; total: number; level?: number }): { share: number | null; interval: Interval | null; n: number };
/** `satisfiedFrom` is a level; by default the top two levels are satisfied. */
export function csat(input: { counts: number[]; levels?: number[]; satisfiedFrom?: number }): { n: number; satisfied: number; share: number | null; interval: Interval | null; mean: number | null; anchored100: number | null };
/** promoters, passives, detractors are counts (sums of weights when weighted), n the number of answers; the interval is Wald's, z. */
export function nps(input: { counts: number[]; weights?: never } | { scores: number[]; weights?: number[] }): { n: number; promoters: number; passives: number; detractors: number; nps: number | null; standardError: number | null; interval: Interval | null };
/** Seven levels unless more counts are given; easy from level 5, hard up to 3; netEasy = easy - hard share, -1..1. */
export function ces(input: { counts: number[]; easyFrom?: number }): { n: number; mean: number | null; easyShare: number | null; interval: Interval | null; netEasy: number | null };
/** Perceived / expected, its gap, and the state: "disappointed" | "satisfied" | "delighted". */
export function confirmation(input: { perceived: number; expected: number }): { ratio: number | null; gap: number; state: string | null };
/** SQ = sum w (P - E). Items without both values are left out and the weights renormalised; a dimension's gap is the mean of its items'; `overall` weighs dimensions where given, else items; `unweighted` is the mean of the items' gaps. */
export function gap(input: { items: { id: string; perception: number | null; expectation: number | null; weight?: number; dimension?: string }[] }): { overall: number | null; unweighted: number | null; items: { id: string; gap: number | null }[]; dimensions: { id: string; gap: number | null; weight: number }[] };
/** Pairs are [functional, dysfunctional] on kano5: 1 like, 2 expect, 3 neutral, 4 live with, 5 dislike; `table[f - 1][d - 1]` counts them. Better and worse leave R and Q out; strengths and Fong's n include them. Ties: M > O > A > I > R > Q. */
export function kano(input: { counts: { M: number; O: number; A: number; I: number; R: number; Q: number } } | { pairs: [number, number][] } | { table: number[][] }): {
  n: number; counts: { M: number; O: number; A: number; I: number; R: number; Q: number }; category: "M" | "O" | "A" | "I" | "R" | "Q" | null;
  better: number | null; worse: number | null; totalStrength: number | null; categoryStrength: number | null;
  fong: { difference: number; threshold: number; significant: boolean } | null;
};

/** A weighted tree of categories and indicators, any depth; weights are normalised among siblings. Leaves carry `score`. */
export interface IndicatorNode { id: string; weight: number; score?: number | null; items?: IndicatorNode[] }
export function indicatorIndex(input: { items: IndicatorNode[]; scale: { min: number; max: number } }): { overall: number | null; index100: number | null; nodes: { id: string; weight: number; score: number | null }[] };
/** Basic, friendly and extra service, 0..100 each, rolled up (weights .70 .25 .05 unless given), and the step reached: "below" | "basic" | "satisfying" | "surpassing" | "memorable". */
export function serviceLevel(input: { basic: number; friendly: number; extra: number; weights?: { basic: number; friendly: number; extra: number }; threshold?: number }): { score: number; step: string };
/** Where a price lies against the customer's expected price: "too-low" | "expected" | "too-high"; the band is a share of the expected price. */
export function priceBand(input: { price: number; expected: number; band?: number }): { ratio: number | null; verdict: string | null };
/** Rates of customer relations; a rate whose parts were not given is null. */
export function customerRates(input: { customers?: number; repeatCustomers?: number; transactions?: number; complaints?: number; orders?: number[] }): { repurchaseRate: number | null; complaintsPer100: number | null; complaintsPer100Customers: number | null; averageOrders: number | null; repeatShare: number | null };
/** Repurchase or recommendation probability: >= .70 "high", >= .30 "middle", else "low". */
export function probabilityBand(probability: number): "high" | "middle" | "low";

// ------------------------------------------------------------------ importance and performance
export type Quadrant = "concentrate" | "keep-up" | "low-priority" | "overkill";
export interface QuadrantPoint { id: string; importance: number | null; performance: number | null }
/**
 * A point on a line belongs to the higher side, and `onCrosshair` is true when it lies on either line. An axis on which all points are equal
 * gives every `quadrant` null. `priority` = (importance - performance) / sqrt 2 with both axes rescaled to 0..1 (by `scale` where importance was stated
 * on it, else by the points' own range): positive above the iso-priority line. "midpoint" needs `scale` and stated importance.
 */
export interface QuadrantsResult {
  crosshair: { importance: number; performance: number; rule: string } | null;
  points: (QuadrantPoint & { quadrant: Quadrant | null; onCrosshair: boolean; priority: number | null; certainty: number | null })[];
  /** ids, most urgent first: concentrate before the rest, then by distance above the iso-priority line. */
  order: string[];
  /** ids whose quadrant changes under another crosshair rule. */
  sensitive: string[];
}
export function quadrants(input: { points: QuadrantPoint[]; crosshair?: "mean" | "median" | "midpoint" | { importance: number; performance: number }; scale?: { min: number; max: number } }): QuadrantsResult;
export type DriverMethod = "lmg" | "johnson" | "pearson" | "first" | "last" | "beta-squared" | "pratt";
/** Columns of numbers (null = missing, pairwise complete) or a correlation matrix whose `ids`, in its order, include the outcome. `share` = |raw| / sum |raw|. */
export function drivers(input: { outcome: (number | null)[]; attributes: Record<string, (number | null)[]>; method?: DriverMethod } | { correlation: number[][]; ids: string[]; outcome: string; n: number; method?: DriverMethod }): { n: number; r2: number | null; method: DriverMethod; drivers: { id: string; raw: number | null; share: number | null }[] };
export function penaltyReward(input: { outcome: (number | null)[]; attributes: Record<string, (number | null)[]>; penaltyMax: number; rewardMin: number }): { n: number; r2: number | null; attributes: { id: string; penalty: number | null; reward: number | null; pPenalty: number | null; pReward: number | null; kind: "basic" | "performance" | "excitement" | null }[] };

/** Partial least squares path model (national satisfaction index: expectation, quality, value, satisfaction, complaints, loyalty), from moments, so it runs on a tally. */
export function pathModel(input: { n: number; items: string[]; means: number[]; covariance: number[][]; scale: { min: number; max: number }; blocks: Record<string, string[]>; paths: [string, string][]; scheme?: "path" | "centroid" | "factorial" }): { converged: boolean; iterations: number; paths: Record<string, number>; totalEffects: Record<string, number>; r2: Record<string, number | null>; weights: Record<string, number>; loadings: Record<string, number>; index100: Record<string, number | null> };
/** Internal consistency of a block of items, from their covariance matrix. */
export function reliability(input: { covariance: number[][] }): { alpha: number | null; standardisedAlpha: number | null; alphaIfDropped: (number | null)[] };

// ------------------------------------------------------------------ loyalty
export function loyaltyIndex(input: { factors: { id: string; value: number; max: number; weight: number }[] }): { index: number | null; factors: { id: string; score: number | null; weight: number }[] };
export interface StaircaseRule { id: string; when: Condition; change: number; reason: string }
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { field: string; passes: number; since: string } | { field: string; atLeast?: number; above?: number; atMost?: number; below?: number; is?: boolean | number | string };
/** `passes`: floor(field / step) grew against the field named in `since` (each 24 months of tenure). Rules are data; `defaultStaircase()` returns the standard set. Fired changes add up and clamp to the range. */
export function loyaltyStaircase(input: { rules: StaircaseRule[]; range: { min: number; max: number }; customers: { id: string; level: number; events: Record<string, number | boolean | string>[] }[] }): { customers: { id: string; from: number; to: number; steps: { event: number; fired: { rule: string; change: number; reason: string }[]; level: number }[] }[] };
export function defaultStaircase(thresholds?: Record<string, number>): StaircaseRule[];
/** Expected one-year retention from satisfaction levels 1..5 (shares 0..1), middle with low and high, linear between levels; null outside the table. */
export function retention(input: { counts?: number[]; level?: number; table?: { level: number; low: number; high: number }[] }): { rate: number | null; low: number | null; high: number | null; retained: number | null };

// ------------------------------------------------------------------ customer value
export function deliveredValue(input: { value: { product: number; service: number; personnel: number; image: number }; cost: { money: number; time: number; energy: number; psychic: number } }): { totalValue: number; totalCost: number; delivered: number; ratio: number | null };
/** Margins fall at the ends of periods 1, 2, … (r^t / (1 + d)^t) unless `timing` is "start"; without `periods` the horizon is infinite. */
export function lifetimeValue(input: { averageAmount: number; purchasesPerYear: number; years: number } | { margin: number; retention: number; discount: number; periods?: number; acquisitionCost?: number; timing?: "end" | "start" }): { value: number | null };
/** A while the share before the customer is below the first cut (.80), B below the second (.95), ties in input order; `cumulativeShare` includes the customer; Gini without small-sample correction. */
export function tiers(input: { customers: { id: string; value: number }[]; cuts?: [number, number] }): { customers: { id: string; value: number; tier: "A" | "B" | "C"; cumulativeShare: number }[]; tiers: { tier: "A" | "B" | "C"; customers: number; value: number; shareOfCustomers: number; shareOfValue: number }[]; gini: number | null };
/** `reductionPoints` are percentage points of the opening customers. */
export function churn(input: { opening: number; lost: number; gained?: number; profitPerCustomer?: number; ownFaultShare?: number; costToReduce?: number; reductionPoints?: number; lifetimeValue?: number }): { churnRate: number | null; retentionRate: number | null; growthRate: number | null; growthOverLost: number | null; lostProfit: number | null; lostProfitOwnFault: number | null; savedCustomers: number | null; netBenefit: number | null };
/** High, middle or low on each dimension by two cuts, and how many customers share each combination (contribution, loyalty, risk; or spend, frequency, tenure). */
export function tierGrid(input: { customers: { id: string; values: Record<string, number> }[]; dimensions: { id: string; cuts: [number, number] }[] }): { customers: { id: string; levels: Record<string, "high" | "middle" | "low"> }[]; cells: { levels: Record<string, string>; customers: number }[] };
/** unhappy = heard / heardRate; `told` = unhappy * toldEach. */
export function wordOfMouth(input: { heardComplaints: number; heardRate?: number; goneRate?: number; toldEach?: number }): { unhappy: number | null; silent: number | null; gone: number | null; told: number | null };

// ------------------------------------------------------------------ planning and comparing
export function sampleSize(input: { population?: number; share?: number; margin: number; level?: number }): { n: number };
export function compareMeans(a: { n: number; mean: number; sd: number }, b: { n: number; mean: number; sd: number }): { difference: number; t: number | null; df: number | null; p: number | null; interval: Interval | null; cohensD: number | null };
/** Chi-square without continuity correction; the interval is Newcombe's. */
export function compareShares(a: { count: number; total: number }, b: { count: number; total: number }): { difference: number | null; chi2: number | null; p: number | null; interval: Interval | null };
/** Welch's analysis of variance. */
export function compareGroups(groups: { n: number; mean: number; sd: number }[]): { f: number | null; df1: number; df2: number | null; p: number | null };
export function comparePaired(difference: { n: number; mean: number; sd: number }): { t: number | null; df: number; p: number | null; interval: Interval | null };
export function compareNps(a: { counts: number[] }, b: { counts: number[] }): { difference: number | null; standardError: number | null; p: number | null; interval: Interval | null };
export function crossTable(input: { counts: number[][] }): { chi2: number | null; df: number; p: number | null; cramersV: number | null; standardisedResiduals: (number | null)[][] };
export function adjust(p: number[], method: "holm" | "bonferroni" | "benjamini-hochberg"): number[];

// ------------------------------------------------------------------ survey, answers, tally, report
/** Checks a definition (JSON text or object) and returns it with defaults filled in. Unknown keys are errors. */
export function checkSurvey(definition: string | object): SurveyDefinition;
import type { SurveyDefinition, Response } from "./survey.js";

/** Exact, mergeable counts: everything the report needs, and nothing about one person. */
export class Tally {
  constructor(survey: SurveyDefinition);
  add(responses: Response[]): void;
  /**
   * UTF-8 CSV, whole or in chunks of any size; call `end()` after the last. `columns` maps foreign headers to keys. An empty cell is missing, and so are
   * the `missing` words. `id`, `weight`, `language`, `startedAt`, `submittedAt` are the response's own; other unknown columns are ignored and listed.
   */
  addCsv(chunk: Uint8Array | string, options?: { columns?: Record<string, string>; missing?: string[] }): void;
  end(): { rows: number; ignoredColumns: string[]; rejected: { row: number; column: string; value: string; code: string }[] };
  /** Refuses itself, a freed tally, and the tally of another definition. */
  merge(other: Tally): void;
  toJSON(): object;
  static fromJSON(survey: SurveyDefinition, json: object | string): Tally;
  free(): void;
}
/** By default importance is stated where the survey asks it, else pearson with the outcome; the crosshair is the mean; level .95; minimumCell 5. */
export interface AnalyseOptions { segment?: { question: string; value: string }; minimumCell?: number; importance?: "stated" | DriverMethod; crosshair?: "mean" | "median" | "midpoint"; level?: number }
/** Whatever the survey's questions allow: absent parts are `null`. */
export interface Report {
  n: number; index: IndexResult | null; quadrants: QuadrantsResult | null;
  nps: ReturnType<typeof nps> | null; csat: ReturnType<typeof csat> | null; ces: ReturnType<typeof ces> | null;
  gaps: ReturnType<typeof gap> | null; kano: (ReturnType<typeof kano> & { id: string })[] | null;
  drivers: ReturnType<typeof drivers> | null; pathModel: ReturnType<typeof pathModel> | null; reliability: { dimension: string; alpha: number | null }[];
  /** `cr` is the total CR for a hierarchy. */
  weights: { source: string; weights: Record<string, number>; cr: number | null } | null;
  retention: ReturnType<typeof retention> | null;
  segments: { question: string; value: string; n: number; index: number | null; nps: number | null; p: number | null; adjustedP: number | null; significant: boolean | null }[];
  /** The survey check-up: what weakens this survey or this sample ("no-segment", "small-sample", "no-importance", "one-item-dimension", "low-completion", …). */
  warnings: { code: string; message: string }[];
}
export function analyse(survey: SurveyDefinition, tally: Tally, options?: AnalyseOptions): Report;

// ------------------------------------------------------------------ pictures
export type Chart = "quadrants" | "index" | "nps" | "kano" | "gaps" | "drivers" | "tiers" | "retention" | "segments";
export function draw(canvas: HTMLCanvasElement | OffscreenCanvas, chart: Chart, data: object, options?: { theme?: object; language?: string; pixelRatio?: number }): void;
export function svg(chart: Chart, data: object, options?: { width?: number; height?: number; theme?: object; language?: string }): string;
