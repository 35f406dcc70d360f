// What measures take and give. The types come from Rust; here are those that callers name.
export type {
  AhpInput, AhpResult, Condition, DriverMethod, IndexResult, IndicatorNode, Interval, LevelCounts, Quadrant, QuadrantPoint, QuadrantsResult, RandomIndex, StaircaseRule,
} from "../wasm/full/manyi.js";
