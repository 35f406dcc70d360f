// What measures take and give. The types come from Rust.
export type {
  AhpGroupInput, AhpGroupResult, AhpHierarchyInput, AhpHierarchyResult, AhpInput, AhpResult, AnchoredIndex, AnchoredIndexInput, Bounds, Ces, CesInput, Churn, ChurnInput, Condition, Confirmation, ConfirmationInput,
  CrossTable, CrossTableInput, Crosshair, Csat, CsatInput, CustomerRates, CustomerRatesInput, DeliveredValue, DeliveredValueInput, DriverMethod, Drivers, DriversInput, Gaps, GapInput, GroupsCompared, Importance, IndexInput,
  IndexResult, IndicatorIndex, IndicatorIndexInput, IndicatorNode, Interval, Kano, KanoCategory, KanoInput, LevelCounts, LifetimeValue, LifetimeValueInput, LoyaltyIndex, LoyaltyIndexInput, MeansCompared, Nps, NpsCompared, NpsInput,
  PairsCompared, PathModel, PathModelInput, PenaltyReward, PenaltyRewardInput, PriceBand, PriceBandInput, ProbabilityBand, Proportion, ProportionInput, Quadrant, QuadrantPoint, QuadrantsInput, QuadrantsResult, RandomIndex,
  Reliability, ReliabilityInput, Retention, RetentionInput, SampleSize, SampleSizeInput, ServiceLevel, ServiceLevelInput, SharesCompared, Staircase, StaircaseInput, StaircaseRule, TierGrid, TierGridInput, Tiers, TiersInput,
  WhatIf, WhatIfInput, WordOfMouth, WordOfMouthInput,
} from "../wasm/full/manyi.js";
