//! How easy it was for the customer.

use serde::Serialize;

use super::counts::Moments;
use super::number::{Confidence, ratio};
use super::{Counts, Interval, LevelValues};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

/// Levels of the customer effort score 2.0: from 1, strongly disagree that it was easy, to 7, strongly agree.
const LEVELS: usize = 7;
/// The lowest level that counts as easy.
const EASY_FROM: u32 = 5;
/// The highest level that counts as hard.
const HARD_UP_TO: u32 = 3;

record! {
    /// Answers to "it was easy to …".
    #[derive(Debug, Clone, PartialEq)]
    pub struct CesInput {
        /// How many answered each level, from 1 on: seven of them, or more.
        counts: Counts,
        /// The lowest level that is easy; 5 when left out.
        easy_from: Option<u32> = "easyFrom",
    }
}

/// How easy it was.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Ces {
    /// Answers.
    pub n: f64,
    /// Mean level.
    pub mean: Option<f64>,
    /// Share of easy answers, 0..1.
    pub easy_share: Option<f64>,
    /// Wilson's interval of the easy share, at .95.
    pub interval: Option<Interval>,
    /// Easy share less hard share, -1..1.
    pub net_easy: Option<f64>,
    /// How many answered each level, from 1 on.
    pub counts: Vec<f64>,
    /// The lowest level that is easy.
    pub easy_from: u32,
}

/// Customer effort score: how easy it was to get something done.
///
/// The mean is in levels, the shares 0..=1. Easy is level 5 (or `easy_from`) and above, hard is 3 and below;
/// `net_easy = (easy - hard) / n`. Source: Dixon, Freeman & Toman (2010), version 2.0 (2013). Denominator: everyone who answered.
/// `None` when nobody did. Fewer than seven counts are an error: it is unclear which levels they stand for.
///
/// ```
/// use manyi::measure::{CesInput, Counts, ces};
/// let counts = Counts::new(vec![2.0, 3.0, 5.0, 10.0, 25.0, 35.0, 20.0])?;
/// assert_eq!(ces(&CesInput { counts, easy_from: None })?.net_easy, Some(0.7));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn ces(input: &CesInput) -> Result<Ces, Error> {
    input.counts.expect_levels(input.counts.len().max(LEVELS))?;
    let easy_from = input.easy_from.unwrap_or(EASY_FROM);
    if easy_from <= HARD_UP_TO || easy_from as usize > input.counts.len() {
        let allowed = text!("{}..={}, above the hard levels", HARD_UP_TO + 1, input.counts.len());
        return Err(Error::at("easyFrom", Problem::OutOfRange { value: easy_from.into(), allowed }));
    }
    let counts = input.counts.as_slice();
    let easy: f64 = counts.iter().skip(easy_from as usize - 1).sum();
    let hard: f64 = counts.iter().take(HARD_UP_TO as usize).sum();
    let moments = Moments::of(counts, LevelValues::from_one(&input.counts).as_slice());
    Ok(Ces {
        n: moments.n,
        mean: moments.mean,
        easy_share: ratio(easy, moments.n),
        interval: Interval::wilson(easy, moments.n, Confidence::default()),
        net_easy: ratio(easy - hard, moments.n),
        counts: counts.to_vec(),
        easy_from,
    })
}
