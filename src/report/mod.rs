//! The measures that one survey allows, put together from its tally.
//!
//! [`analyse`] is the door. Which column says what is decided once, in `roles`; each part of the [`Report`] then has its own file,
//! which fills a measure's input from the tally and calls it. Parts that a survey does not ask for are `None`.

mod analysis;
mod cells;
mod check;
mod consistency;
mod derived;
mod dimensions;
mod gap_tests;
mod gaps;
mod index;
mod judgments;
mod kano;
mod model;
mod options;
mod quadrants;
mod retention;
mod roles;
mod samples;
mod sampling;
mod scores;
mod segments;
mod together;
mod weights;

pub use analysis::{Report, analyse};
pub use check::Warning;
pub use consistency::DimensionReliability;
pub use dimensions::DimensionIndex;
pub use gap_tests::{GapTest, GapTests, NamedGapTest};
pub use kano::KanoAttribute;
pub use options::{AnalyseOptions, Importance, MinimumCell, SegmentChoice};
pub use segments::Segment;
pub use weights::WeightsUsed;
