//! The measures: one file each, named by its noun, with one entry of the same name.
//!
//! They take counts, moments or plain numbers, so each is usable and testable alone. Inputs are structs that read
//! themselves strictly from untrusted values; what is undefined is `None`, never NaN.

#[cfg(feature = "report")]
mod adjust;
mod ahp;
#[cfg(feature = "report")]
mod anchored_index;
#[cfg(feature = "report")]
mod ces;
#[cfg(feature = "report")]
mod cholesky;
#[cfg(feature = "report")]
mod churn;
#[cfg(feature = "report")]
mod compare_groups;
#[cfg(feature = "report")]
mod compare_means;
#[cfg(feature = "report")]
mod compare_nps;
#[cfg(feature = "report")]
mod compare_paired;
#[cfg(feature = "report")]
mod compare_shares;
#[cfg(feature = "report")]
mod confirmation;
#[cfg(feature = "report")]
mod counts;
#[cfg(feature = "report")]
mod cross_table;
#[cfg(feature = "report")]
mod csat;
#[cfg(feature = "report")]
mod customer_rates;
#[cfg(feature = "report")]
mod delivered_value;
#[cfg(feature = "report")]
mod distribution;
#[cfg(feature = "report")]
mod drivers;
#[cfg(feature = "report")]
mod eigen;
#[cfg(feature = "report")]
mod gap;
#[cfg(feature = "report")]
mod ids;
#[cfg(feature = "report")]
mod incomplete;
#[cfg(feature = "report")]
mod index;
#[cfg(feature = "report")]
mod indicator_index;
#[cfg(feature = "report")]
mod interval;
#[cfg(feature = "report")]
mod kano;
#[cfg(feature = "report")]
mod lifetime_value;
#[cfg(feature = "report")]
mod loyalty_index;
#[cfg(feature = "report")]
mod nps;
#[cfg(feature = "report")]
mod number;
#[cfg(feature = "report")]
mod path_model;
#[cfg(feature = "report")]
mod penalty_reward;
#[cfg(feature = "report")]
mod price_band;
#[cfg(feature = "report")]
mod probability_band;
#[cfg(feature = "report")]
mod proportion;
#[cfg(feature = "report")]
mod quadrants;
#[cfg(feature = "report")]
mod reliability;
#[cfg(feature = "report")]
mod retention;
#[cfg(feature = "report")]
mod sample_size;
#[cfg(feature = "report")]
mod service_level;
mod square;
#[cfg(feature = "report")]
mod staircase;
#[cfg(feature = "report")]
mod tier_grid;
#[cfg(feature = "report")]
mod tiers;
#[cfg(feature = "report")]
mod what_if;
#[cfg(feature = "report")]
mod word_of_mouth;

#[cfg(feature = "report")]
pub use adjust::{Adjustment, adjust};
#[cfg(all(feature = "report", not(feature = "full")))]
pub(crate) use ahp::completing_arrived;
#[cfg(feature = "report")]
pub use ahp::{
    Aggregate, AhpGroupInput, AhpGroupResult, AhpHierarchyInput, AhpHierarchyResult, AhpInput, AhpResult, GlobalWeight, Judgments, Member,
    Weighting, WorstJudgment, ahp, ahp_group, ahp_hierarchy,
};
pub use ahp::{Agreement, Disagreement, Judged, RandomIndex, agreement};
#[cfg(feature = "report")]
pub(crate) use ahp::{weigh, weigh_hierarchy};
#[cfg(feature = "report")]
pub use anchored_index::{AnchoredIndex, AnchoredIndexInput, anchored_index};
#[cfg(feature = "report")]
pub use ces::{Ces, CesInput, ces};
#[cfg(feature = "report")]
pub use churn::{Churn, ChurnInput, churn};
#[cfg(feature = "report")]
pub use compare_groups::{GroupsCompared, compare_groups};
#[cfg(feature = "report")]
pub use compare_means::{Group, MeansCompared, compare_means, compare_means_at};
#[cfg(feature = "report")]
pub use compare_nps::{NpsCompared, NpsCounts, compare_nps, compare_scores};
#[cfg(feature = "report")]
pub use compare_paired::{PairsCompared, compare_paired};
#[cfg(feature = "report")]
pub use compare_shares::{CountOfTotal, SharesCompared, compare_shares};
#[cfg(feature = "report")]
pub use confirmation::{Confirmation, ConfirmationInput, ConfirmationResult, confirmation};
#[cfg(feature = "report")]
pub use counts::{Bounds, Counts, LevelValues};
#[cfg(feature = "report")]
pub use cross_table::{CrossTable, CrossTableInput, cross_table};
#[cfg(feature = "report")]
pub use csat::{Csat, CsatInput, csat};
#[cfg(feature = "report")]
pub use customer_rates::{CustomerRates, CustomerRatesInput, customer_rates};
#[cfg(feature = "report")]
pub use delivered_value::{CostParts, DeliveredValue, DeliveredValueInput, ValueParts, delivered_value};
#[cfg(all(feature = "report", not(feature = "full")))]
pub(crate) use drivers::drivers_arrived;
#[cfg(feature = "report")]
pub use drivers::{AnswerShape, Correlations, Driver, DriverMethod, Drivers, DriversInput, drivers, drivers_covariance};
#[cfg(feature = "report")]
pub use gap::{DimensionGap, GapInput, GapItem, Gaps, ItemGap, gap};
#[cfg(feature = "report")]
pub use index::{
    Direction, FactorScore, IndexInput, IndexResult, LevelCounts, MeanCovariance, satisfaction_index, satisfaction_index_with,
};
#[cfg(feature = "report")]
pub use indicator_index::{IndicatorIndex, IndicatorIndexInput, IndicatorNode, IndicatorScore, indicator_index};
#[cfg(feature = "report")]
pub use interval::Interval;
#[cfg(feature = "report")]
pub use kano::{Fong, Kano, KanoAnswer, KanoCategory, KanoClassCounts, KanoCounts, KanoInput, kano};
#[cfg(feature = "report")]
pub use lifetime_value::{LifetimeValue, LifetimeValueInput, MarginTiming, Margins, Purchases, lifetime_value};
#[cfg(feature = "report")]
pub use loyalty_index::{LoyaltyFactor, LoyaltyIndex, LoyaltyIndexInput, LoyaltyScore, loyalty_index};
#[cfg(feature = "report")]
pub use nps::{Nps, NpsInput, nps};
#[cfg(feature = "report")]
pub use number::{Confidence, NonNegative, Number, Positive, Share};
#[cfg(feature = "report")]
pub use path_model::{PathModel, PathModelInput, PathScheme, path_model};
#[cfg(feature = "report")]
pub use penalty_reward::{Effects, FactorKind, PenaltyReward, PenaltyRewardInput, penalty_reward};
#[cfg(feature = "report")]
pub use price_band::{PriceBand, PriceBandInput, PriceVerdict, price_band};
#[cfg(feature = "report")]
pub use probability_band::{ProbabilityBand, probability_band};
#[cfg(feature = "report")]
pub use proportion::{Proportion, ProportionInput, proportion};
#[cfg(feature = "report")]
pub use quadrants::{
    Crosshair, CrosshairDrawn, CrosshairRule, Crossing, PlacedPoint, PointCovariance, Quadrant, QuadrantPoint, QuadrantsInput,
    QuadrantsResult, Spread, quadrants, quadrants_with,
};
#[cfg(feature = "report")]
pub use reliability::{Reliability, ReliabilityInput, reliability};
#[cfg(feature = "report")]
pub use retention::{Retention, RetentionCurve, RetentionInput, RetentionRow, retention};
#[cfg(feature = "report")]
pub use sample_size::{SampleSize, SampleSizeInput, sample_size};
#[cfg(feature = "report")]
pub use service_level::{Points, ServiceLevel, ServiceLevelInput, ServiceStep, ServiceWeights, service_level};
pub use square::Square;
#[cfg(feature = "report")]
pub use staircase::{
    Climb, Event, Fact, FieldTest, Fired, Staircase, StaircaseCondition, StaircaseCustomer, StaircaseInput, StaircaseRule,
    StaircaseThresholds, Step, default_staircase, loyalty_staircase,
};
#[cfg(feature = "report")]
pub use tier_grid::{GridCell, GridCustomer, GridDimension, GridLevel, GridPlace, TierGrid, TierGridInput, tier_grid};
#[cfg(feature = "report")]
pub use tiers::{CustomerWorth, Tier, TierTotal, TieredCustomer, Tiers, TiersInput, tiers};
#[cfg(feature = "report")]
pub use what_if::{ExpectedOutcome, Slope, WhatIf, WhatIfAttribute, WhatIfInput, WhatIfOutcome, what_if};
#[cfg(feature = "report")]
pub use word_of_mouth::{WordOfMouth, WordOfMouthInput, word_of_mouth};
