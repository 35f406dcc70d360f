//! The measures: one file each, named by its noun, with one entry of the same name.
//!
//! They take counts, moments or plain numbers, so each is usable and testable alone. Inputs are structs that read
//! themselves strictly from untrusted values; what is undefined is `None`, never NaN.

#[cfg(feature = "full")]
mod adjust;
mod ahp;
#[cfg(feature = "full")]
mod anchored_index;
#[cfg(feature = "full")]
mod ces;
#[cfg(feature = "full")]
mod cholesky;
#[cfg(feature = "full")]
mod churn;
#[cfg(feature = "full")]
mod compare_groups;
#[cfg(feature = "full")]
mod compare_means;
#[cfg(feature = "full")]
mod compare_nps;
#[cfg(feature = "full")]
mod compare_paired;
#[cfg(feature = "full")]
mod compare_shares;
#[cfg(feature = "full")]
mod confirmation;
#[cfg(feature = "full")]
mod counts;
#[cfg(feature = "full")]
mod cross_table;
#[cfg(feature = "full")]
mod csat;
#[cfg(feature = "full")]
mod customer_rates;
#[cfg(feature = "full")]
mod delivered_value;
#[cfg(feature = "full")]
mod distribution;
#[cfg(feature = "full")]
mod drivers;
#[cfg(feature = "full")]
mod eigen;
#[cfg(feature = "full")]
mod gap;
#[cfg(feature = "full")]
mod ids;
#[cfg(feature = "full")]
mod index;
#[cfg(feature = "full")]
mod indicator_index;
#[cfg(feature = "full")]
mod interval;
#[cfg(feature = "full")]
mod kano;
#[cfg(feature = "full")]
mod lifetime_value;
#[cfg(feature = "full")]
mod loyalty_index;
#[cfg(feature = "full")]
mod nps;
#[cfg(feature = "full")]
mod number;
#[cfg(feature = "full")]
mod path_model;
#[cfg(feature = "full")]
mod penalty_reward;
#[cfg(feature = "full")]
mod price_band;
#[cfg(feature = "full")]
mod probability_band;
#[cfg(feature = "full")]
mod proportion;
#[cfg(feature = "full")]
mod quadrants;
#[cfg(feature = "full")]
mod reliability;
#[cfg(feature = "full")]
mod retention;
#[cfg(feature = "full")]
mod sample_size;
#[cfg(feature = "full")]
mod service_level;
mod square;
#[cfg(feature = "full")]
mod staircase;
#[cfg(feature = "full")]
mod tier_grid;
#[cfg(feature = "full")]
mod tiers;
#[cfg(feature = "full")]
mod word_of_mouth;

#[cfg(feature = "full")]
pub use adjust::{Adjustment, adjust};
#[cfg(feature = "full")]
pub use ahp::{
    Aggregate, AhpGroupInput, AhpGroupResult, AhpHierarchyInput, AhpHierarchyResult, AhpInput, AhpResult, GlobalWeight, Judgments, Member,
    Weighting, WorstJudgment, ahp, ahp_group, ahp_hierarchy,
};
pub use ahp::{Agreement, Disagreement, Judged, RandomIndex, agreement};
#[cfg(feature = "full")]
pub use anchored_index::{AnchoredIndex, AnchoredIndexInput, anchored_index};
#[cfg(feature = "full")]
pub use ces::{Ces, CesInput, ces};
#[cfg(feature = "full")]
pub use churn::{Churn, ChurnInput, churn};
#[cfg(feature = "full")]
pub use compare_groups::{GroupsCompared, compare_groups};
#[cfg(feature = "full")]
pub use compare_means::{Group, MeansCompared, compare_means};
#[cfg(feature = "full")]
pub use compare_nps::{NpsCompared, NpsCounts, compare_nps};
#[cfg(feature = "full")]
pub use compare_paired::{PairsCompared, compare_paired};
#[cfg(feature = "full")]
pub use compare_shares::{CountOfTotal, SharesCompared, compare_shares};
#[cfg(feature = "full")]
pub use confirmation::{Confirmation, ConfirmationInput, ConfirmationResult, confirmation};
#[cfg(feature = "full")]
pub use counts::{Bounds, Counts, LevelValues};
#[cfg(feature = "full")]
pub use cross_table::{CrossTable, CrossTableInput, cross_table};
#[cfg(feature = "full")]
pub use csat::{Csat, CsatInput, csat};
#[cfg(feature = "full")]
pub use customer_rates::{CustomerRates, CustomerRatesInput, customer_rates};
#[cfg(feature = "full")]
pub use delivered_value::{CostParts, DeliveredValue, DeliveredValueInput, ValueParts, delivered_value};
#[cfg(feature = "full")]
pub use drivers::{Correlations, Driver, DriverMethod, Drivers, DriversInput, drivers};
#[cfg(feature = "full")]
pub use gap::{DimensionGap, GapInput, GapItem, Gaps, ItemGap, gap};
#[cfg(feature = "full")]
pub use index::{
    Direction, FactorScore, IndexInput, IndexResult, LevelCounts, MeanCovariance, satisfaction_index, satisfaction_index_with,
};
#[cfg(feature = "full")]
pub use indicator_index::{IndicatorIndex, IndicatorIndexInput, IndicatorNode, IndicatorScore, indicator_index};
#[cfg(feature = "full")]
pub use interval::Interval;
#[cfg(feature = "full")]
pub use kano::{Fong, Kano, KanoAnswer, KanoCategory, KanoClassCounts, KanoCounts, KanoInput, kano};
#[cfg(feature = "full")]
pub use lifetime_value::{LifetimeValue, LifetimeValueInput, MarginTiming, Margins, Purchases, lifetime_value};
#[cfg(feature = "full")]
pub use loyalty_index::{LoyaltyFactor, LoyaltyIndex, LoyaltyIndexInput, LoyaltyScore, loyalty_index};
#[cfg(feature = "full")]
pub use nps::{Nps, NpsInput, nps};
#[cfg(feature = "full")]
pub use number::{Confidence, NonNegative, Number, Positive, Share};
#[cfg(feature = "full")]
pub use path_model::{PathModel, PathModelInput, PathScheme, path_model};
#[cfg(feature = "full")]
pub use penalty_reward::{Effects, FactorKind, PenaltyReward, PenaltyRewardInput, penalty_reward};
#[cfg(feature = "full")]
pub use price_band::{PriceBand, PriceBandInput, PriceVerdict, price_band};
#[cfg(feature = "full")]
pub use probability_band::{ProbabilityBand, probability_band};
#[cfg(feature = "full")]
pub use proportion::{Proportion, ProportionInput, proportion};
#[cfg(feature = "full")]
pub use quadrants::{
    Crosshair, CrosshairDrawn, CrosshairRule, Crossing, PlacedPoint, PointCovariance, Quadrant, QuadrantPoint, QuadrantsInput,
    QuadrantsResult, quadrants, quadrants_with,
};
#[cfg(feature = "full")]
pub use reliability::{Reliability, ReliabilityInput, reliability};
#[cfg(feature = "full")]
pub use retention::{Retention, RetentionCurve, RetentionInput, RetentionRow, retention};
#[cfg(feature = "full")]
pub use sample_size::{SampleSize, SampleSizeInput, sample_size};
#[cfg(feature = "full")]
pub use service_level::{Points, ServiceLevel, ServiceLevelInput, ServiceStep, ServiceWeights, service_level};
pub use square::Square;
#[cfg(feature = "full")]
pub use staircase::{
    Climb, Event, Fact, FieldTest, Fired, Staircase, StaircaseCondition, StaircaseCustomer, StaircaseInput, StaircaseRule,
    StaircaseThresholds, Step, default_staircase, loyalty_staircase,
};
#[cfg(feature = "full")]
pub use tier_grid::{GridCell, GridCustomer, GridDimension, GridLevel, GridPlace, TierGrid, TierGridInput, tier_grid};
#[cfg(feature = "full")]
pub use tiers::{CustomerWorth, Tier, TierTotal, TieredCustomer, Tiers, TiersInput, tiers};
#[cfg(feature = "full")]
pub use word_of_mouth::{WordOfMouth, WordOfMouthInput, word_of_mouth};
