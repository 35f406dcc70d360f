//! The share of satisfied answers.

use serde::Serialize;

use super::counts::Moments;
use super::number::{Confidence, ratio};
use super::{Bounds, Counts, Interval, LevelValues};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{number_text, record};

record! {
    /// Answers to one satisfaction question.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CsatInput {
        /// How many answered each level.
        counts: Counts,
        /// The level each count stands for, in any order; 1, 2, … when left out.
        levels: Option<LevelValues>,
        /// The lowest level that is satisfied; the second highest when left out.
        satisfied_from: Option<f64> = "satisfiedFrom",
    }
}

/// The share of satisfied answers, and their mean.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Csat {
    /// Answers.
    pub n: f64,
    /// Satisfied ones.
    pub satisfied: f64,
    /// `satisfied / n`, 0..1.
    pub share: Option<f64>,
    /// Wilson's interval of the share, at .95.
    pub interval: Option<Interval>,
    /// Mean level.
    pub mean: Option<f64>,
    /// The mean, 0 at the lowest level and 100 at the highest.
    pub anchored100: Option<f64>,
    /// The levels, as they were given.
    pub levels: Vec<f64>,
    /// How many answered each.
    pub counts: Vec<f64>,
    /// The lowest level that is satisfied.
    pub satisfied_from: f64,
}

/// Customer satisfaction score: the share of answers in the top levels.
///
/// 0..=1. `share = satisfied / n`; satisfied are the top two levels, or those from `satisfied_from` on.
/// `anchored100 = 100 (mean - lowest) / (highest - lowest)`. Source: the industry's top-two-box; Wilson (1927) for the interval.
/// Denominator: everyone who answered. `None` when nobody did; `anchored100` also where there is only one level.
///
/// ```
/// use manyi::measure::{Counts, CsatInput, csat};
/// let counts = Counts::new(vec![4.0, 6.0, 20.0, 50.0, 40.0])?;
/// assert_eq!(csat(&CsatInput { counts, levels: None, satisfied_from: None })?.share, Some(0.75));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn csat(input: &CsatInput) -> Result<Csat, Error> {
    let levels = input.levels.clone().unwrap_or_else(|| LevelValues::from_one(&input.counts));
    input.counts.expect_levels(levels.as_slice().len())?;
    let from = match input.satisfied_from {
        Some(level) if levels.as_slice().contains(&level) => level,
        Some(value) => {
            let allowed = text!("the levels {}", levels.as_slice().iter().map(|level| number_text(*level)).collect::<Vec<_>>().join(", "));
            return Err(Error::at("satisfiedFrom", Problem::OutOfRange { value, allowed }));
        }
        None => second_highest(&levels),
    };
    let counts = input.counts.as_slice();
    let satisfied: f64 = counts.iter().zip(levels.as_slice()).filter(|(_, level)| **level >= from).map(|(count, _)| count).sum();
    let moments = Moments::of(counts, levels.as_slice());
    let bounds = Bounds::new(levels.min(), levels.max()).ok();
    Ok(Csat {
        n: moments.n,
        satisfied,
        share: ratio(satisfied, moments.n),
        interval: Interval::wilson(satisfied, moments.n, Confidence::default()),
        mean: moments.mean,
        anchored100: moments.mean.zip(bounds).map(|(mean, bounds)| 100.0 * bounds.place(mean)),
        levels: levels.as_slice().to_vec(),
        counts: counts.to_vec(),
        satisfied_from: from,
    })
}

fn second_highest(levels: &LevelValues) -> f64 {
    let top = levels.max();
    let second = levels.as_slice().iter().copied().filter(|&level| level < top).fold(f64::NEG_INFINITY, f64::max);
    if second.is_finite() { second } else { top }
}
