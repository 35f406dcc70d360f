//! The words of the generated TypeScript types: what the derived ones are made of. Nothing of it is in the wasm.

use wasm_bindgen::prelude::*;

/// What the derived types are made of, and the inputs of which there are several shapes.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Any finite number. */
type Number = number;
/** A number from 0 up. */
type NonNegative = number;
/** A number above 0. */
type Positive = number;
/** A share or a probability, 0..1. */
type Share = number;
/** How sure an interval is to hold the truth, between 0 and 1. */
type Confidence = number;
/** Points, 0..100. */
type Points = number;
/** How many answered each level, or how often something was counted. */
type Counts = number[];
/** The number each count stands for, rising. */
type LevelValues = number[];
/** Square. */
type Square = number[][];
/** Square, positive, a[i][j] = 1 / a[j][i], diagonal 1; `null` marks a pair nobody judged. */
type Judgments = (number | null)[][];
/** A table's name, or the names that lead to it, its own last. */
type TableName = string | string[];
/** A lowest and a highest number. */
export interface Bounds { min: number; max: number }
/** By name. */
type Entries<T> = Record<string, T>;
/** What happened to a customer, field by field. */
type Event = Record<string, number | boolean | string>;
type StaircaseCondition = Condition;
/**
 * What a rule asks of an event: tests of its fields, and `all`, `any` or `not` of such. `passes` holds where the multiples of a number that a field
 * has come to are more than those of the field named by `since`; the others compare a field with a number, or with what it `is`.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { field: string; passes: number; since: string }
  | { field: string; atLeast?: number; above?: number; atMost?: number; below?: number; is?: boolean | number | string };
/** Where the lines of the quadrants cross: by a rule, or where the caller says. */
export type Crosshair = CrosshairRule | Crossing;
/** Eleven counts, for the scores 0 to 10; or the scores themselves, then also with weights. */
export type NpsInput = { counts: number[]; weights?: never } | { scores: number[]; weights?: number[] };
/** Counts of the classes; or pairs [functional, dysfunctional] on kano5; or the table that counts such pairs, `table[f - 1][d - 1]`. */
export type KanoInput = { counts: KanoCounts } | { pairs: [number, number][] } | { table: number[][] };
/** Purchases, not discounted; or margins with retention and discount, for ever unless `periods` says how long. */
export type LifetimeValueInput = Purchases | Margins;
/** Columns of numbers (null = missing, pairwise complete) or a correlation matrix whose `ids`, in its order, include the outcome. */
export type DriversInput = { outcome: (number | null)[]; attributes: Record<string, (number | null)[]>; method?: DriverMethod }
  | { correlation: number[][]; ids: string[]; outcome: string; n: number; method?: DriverMethod };
"#;
