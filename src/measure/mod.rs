//! The measures: one file each, named by its noun, with one entry of the same name.
//!
//! They take counts, moments or plain numbers, so each is usable and testable alone. Inputs are structs that read
//! themselves strictly from untrusted values; what is undefined is `None`, never NaN.

mod adjust;
mod ahp;
mod anchored_index;
mod ces;
mod cholesky;
mod compare_means;
mod confirmation;
mod counts;
mod csat;
mod distribution;
mod drivers;
mod eigen;
mod gap;
mod index;
mod interval;
mod kano;
mod nps;
mod number;
mod path_model;
mod penalty_reward;
mod proportion;
mod quadrants;
mod reliability;
mod square;

pub use adjust::{Adjustment, adjust};
pub use ahp::{
    Aggregate, AhpGroupInput, AhpGroupResult, AhpHierarchyInput, AhpHierarchyResult, AhpInput, AhpResult, GlobalWeight, Judgments, Member,
    RandomIndex, Weighting, WorstJudgment, ahp, ahp_group, ahp_hierarchy,
};
pub use anchored_index::{AnchoredIndex, AnchoredIndexInput, anchored_index};
pub use ces::{Ces, CesInput, ces};
pub use compare_means::{Group, MeansCompared, compare_means};
pub use confirmation::{Confirmation, ConfirmationInput, ConfirmationResult, confirmation};
pub use counts::{Bounds, Counts, LevelValues};
pub use csat::{Csat, CsatInput, csat};
pub use drivers::{Correlations, Driver, DriverMethod, Drivers, DriversInput, drivers};
pub use gap::{DimensionGap, GapInput, GapItem, Gaps, ItemGap, gap};
pub use index::{
    Direction, FactorScore, IndexInput, IndexResult, LevelCounts, MeanCovariance, satisfaction_index, satisfaction_index_with,
};
pub use interval::Interval;
pub use kano::{Fong, Kano, KanoAnswer, KanoCategory, KanoClassCounts, KanoCounts, KanoInput, kano};
pub use nps::{Nps, NpsInput, nps};
pub use number::{Confidence, NonNegative, Number, Positive, Share};
pub use path_model::{PathModel, PathModelInput, PathScheme, path_model};
pub use penalty_reward::{Effects, FactorKind, PenaltyReward, PenaltyRewardInput, penalty_reward};
pub use proportion::{Proportion, ProportionInput, proportion};
pub use quadrants::{
    Crosshair, CrosshairDrawn, CrosshairRule, Crossing, PlacedPoint, Quadrant, QuadrantPoint, QuadrantsInput, QuadrantsResult, quadrants,
};
pub use reliability::{Reliability, ReliabilityInput, reliability};
pub use square::Square;
