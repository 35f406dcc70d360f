//! A share and its interval.

use serde::Serialize;

use super::Interval;
use super::number::{Confidence, NonNegative, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// So many of so many.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ProportionInput {
        /// How many have it; a sum of weights counts too.
        count: NonNegative,
        /// How many there are.
        total: NonNegative,
        /// Confidence level of the interval; .95 when left out.
        level: Option<Confidence>,
    }
}

/// A share and its interval.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Proportion {
    /// `count / total`, 0..1.
    pub share: Option<f64>,
    /// Wilson's interval of it.
    pub interval: Option<Interval>,
    /// The total.
    pub n: f64,
}

/// A share: how many of all have something.
///
/// 0..=1. `share = count / total`, with Wilson's score interval, which is right for small samples and at 0 and 1.
/// Source: Wilson (1927), Newcombe (1998). Denominator: `total`. `None` of nothing.
///
/// ```
/// use manyi::measure::{NonNegative, ProportionInput, proportion};
/// let input = ProportionInput { count: NonNegative::new(81.0)?, total: NonNegative::new(263.0)?, level: None };
/// let interval = proportion(&input)?.interval.unwrap();
/// assert!((interval.low - 0.2553).abs() < 5e-5 && (interval.high - 0.3662).abs() < 5e-5);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn proportion(input: &ProportionInput) -> Result<Proportion, Error> {
    let (count, total) = (input.count.get(), input.total.get());
    if count > total {
        return Err(Error::at("count", Problem::OutOfRange { value: count, allowed: text!("0..={}, the total", total) }));
    }
    Ok(Proportion { share: ratio(count, total), interval: Interval::wilson(count, total, input.level.unwrap_or_default()), n: total })
}
