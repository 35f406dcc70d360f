//! The measures: one file each, named by its noun, with one entry of the same name.
//!
//! They take counts, moments or plain numbers, so each is usable and testable alone. Inputs are structs that read
//! themselves strictly from untrusted values; what is undefined is `None`, never NaN.

mod adjust;
mod ahp;
mod anchored_index;
mod ces;
mod cholesky;
mod churn;
mod compare_groups;
mod compare_means;
mod compare_nps;
mod compare_paired;
mod compare_shares;
mod confirmation;
mod counts;
mod cross_table;
mod csat;
mod customer_rates;
mod delivered_value;
mod distribution;
mod drivers;
mod eigen;
mod gap;
mod ids;
mod index;
mod indicator_index;
mod interval;
mod kano;
mod lifetime_value;
mod loyalty_index;
mod nps;
mod number;
mod path_model;
mod penalty_reward;
mod price_band;
mod probability_band;
mod proportion;
mod quadrants;
mod reliability;
mod retention;
mod sample_size;
mod service_level;
mod square;
mod staircase;
mod tier_grid;
mod tiers;
mod word_of_mouth;

pub use adjust::{Adjustment, adjust};
pub use ahp::{
    Aggregate, AhpGroupInput, AhpGroupResult, AhpHierarchyInput, AhpHierarchyResult, AhpInput, AhpResult, GlobalWeight, Judgments, Member,
    RandomIndex, Weighting, WorstJudgment, ahp, ahp_group, ahp_hierarchy,
};
pub use anchored_index::{AnchoredIndex, AnchoredIndexInput, anchored_index};
pub use ces::{Ces, CesInput, ces};
pub use churn::{Churn, ChurnInput, churn};
pub use compare_groups::{GroupsCompared, compare_groups};
pub use compare_means::{Group, MeansCompared, compare_means};
pub use compare_nps::{NpsCompared, NpsCounts, compare_nps};
pub use compare_paired::{PairsCompared, compare_paired};
pub use compare_shares::{CountOfTotal, SharesCompared, compare_shares};
pub use confirmation::{Confirmation, ConfirmationInput, ConfirmationResult, confirmation};
pub use counts::{Bounds, Counts, LevelValues};
pub use cross_table::{CrossTable, CrossTableInput, cross_table};
pub use csat::{Csat, CsatInput, csat};
pub use customer_rates::{CustomerRates, CustomerRatesInput, customer_rates};
pub use delivered_value::{CostParts, DeliveredValue, DeliveredValueInput, ValueParts, delivered_value};
pub use drivers::{AnswerShape, Correlations, Driver, DriverMethod, Drivers, DriversInput, drivers, drivers_covariance};
pub use gap::{DimensionGap, GapInput, GapItem, Gaps, ItemGap, gap};
pub use index::{
    Direction, FactorScore, IndexInput, IndexResult, LevelCounts, MeanCovariance, satisfaction_index, satisfaction_index_with,
};
pub use indicator_index::{IndicatorIndex, IndicatorIndexInput, IndicatorNode, IndicatorScore, indicator_index};
pub use interval::Interval;
pub use kano::{Fong, Kano, KanoAnswer, KanoCategory, KanoClassCounts, KanoCounts, KanoInput, kano};
pub use lifetime_value::{LifetimeValue, LifetimeValueInput, MarginTiming, Margins, Purchases, lifetime_value};
pub use loyalty_index::{LoyaltyFactor, LoyaltyIndex, LoyaltyIndexInput, LoyaltyScore, loyalty_index};
pub use nps::{Nps, NpsInput, nps};
pub use number::{Confidence, NonNegative, Number, Positive, Share};
pub use path_model::{PathModel, PathModelInput, PathScheme, path_model};
pub use penalty_reward::{Effects, FactorKind, PenaltyReward, PenaltyRewardInput, penalty_reward};
pub use price_band::{PriceBand, PriceBandInput, PriceVerdict, price_band};
pub use probability_band::{ProbabilityBand, probability_band};
pub use proportion::{Proportion, ProportionInput, proportion};
pub use quadrants::{
    Crosshair, CrosshairDrawn, CrosshairRule, Crossing, PlacedPoint, PointCovariance, Quadrant, QuadrantPoint, QuadrantsInput,
    QuadrantsResult, quadrants, quadrants_with,
};
pub use reliability::{Reliability, ReliabilityInput, reliability};
pub use retention::{Retention, RetentionCurve, RetentionInput, RetentionRow, retention};
pub use sample_size::{SampleSize, SampleSizeInput, sample_size};
pub use service_level::{Points, ServiceLevel, ServiceLevelInput, ServiceStep, ServiceWeights, service_level};
pub use square::Square;
pub use staircase::{
    Climb, Event, Fact, FieldTest, Fired, Staircase, StaircaseCondition, StaircaseCustomer, StaircaseInput, StaircaseRule,
    StaircaseThresholds, Step, default_staircase, loyalty_staircase,
};
pub use tier_grid::{GridCell, GridCustomer, GridDimension, GridLevel, GridPlace, TierGrid, TierGridInput, tier_grid};
pub use tiers::{CustomerWorth, Tier, TierTotal, TieredCustomer, Tiers, TiersInput, tiers};
pub use word_of_mouth::{WordOfMouth, WordOfMouthInput, word_of_mouth};
