//! The measures that one survey allows, put together from its tally.
//!
//! [`analyse`] is the door. Which column says what is decided once, in `roles`; each part of the [`Report`] then has its own file,
//! which fills a measure's input from the tally and calls it. Parts that a survey does not ask for are `None`.
//! [`detail`], [`suppose`] and [`changes`] ask more of the same tally: of one attribute, of better scores, of an earlier period.

mod analysis;
mod cells;
mod changes;
mod check;
mod consistency;
mod derived;
mod detail;
mod dimensions;
mod further;
mod gap_tests;
mod gaps;
mod index;
mod judgments;
mod kano;
mod model;
mod options;
mod quadrants;
mod released;
mod retention;
mod roles;
mod samples;
mod sampling;
mod scores;
mod segments;
mod tally_table;
mod together;
mod weights;
mod what_if;

pub use analysis::{Report, analyse};
pub use changes::{Change, Changes, changes};
pub use check::Warning;
pub use consistency::DimensionReliability;
pub use detail::{AnswerSpread, Detail, DetailSegment, detail};
pub use dimensions::DimensionIndex;
#[cfg(not(feature = "full"))]
pub(crate) use further::parts_arrived;
pub use gap_tests::{GapTest, GapTests, NamedGapTest};
pub use kano::KanoAttribute;
pub use options::{AnalyseOptions, Importance, MinimumCell, SegmentChoice};
pub use released::released;
pub use segments::Segment;
pub use tally_table::write_tally_csv;
pub use weights::WeightsUsed;
pub use what_if::{Expected, ExpectedAnswer, NowAndThen, Supposed, SupposedAttribute, suppose};
