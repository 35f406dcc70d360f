export type * from "./definition.js";
export { ManyiError } from "./error.js";
export * from "./functions.js";
export { init, initSync } from "./load.js";
export type {
  AhpInput, AhpResult, Condition, DriverMethod, IndexResult, IndicatorNode, Interval, LevelCounts, Quadrant, QuadrantPoint, QuadrantsResult, RandomIndex, StaircaseRule,
} from "./measures.js";
export type * from "./results.js";
export { Tally, analyse, tallyFromRows } from "./tally.js";
export { tallyFile, type TallyFileOptions, type TallyFileResult } from "./tally-file.js";
export { version } from "./version.js";
