//! The measures: one file each, named by its noun, with one entry of the same name.
//!
//! They take counts, moments or plain numbers, so each is usable and testable alone. Inputs are structs that read
//! themselves strictly from untrusted values; what is undefined is `None`, never NaN.

mod adjust;
mod compare_means;
mod counts;
mod distribution;
mod interval;
mod number;
mod proportion;

pub use adjust::{Adjustment, adjust};
pub use compare_means::{Group, MeansCompared, compare_means};
pub use counts::{Bounds, Counts, LevelValues};
pub use interval::Interval;
pub use number::{Confidence, NonNegative, Number, Positive, Share};
pub use proportion::{Proportion, ProportionInput, proportion};
