//! How many answers a survey needs.

use serde::Serialize;

use super::interval::two_sided_z;
use super::number::{Confidence, NonNegative, Share};
use crate::error::{Error, Problem};
use crate::value::record;

record! {
    /// What a survey is to find out, and how exactly.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SampleSizeInput {
        /// How many customers there are; unlimited when left out.
        population: Option<u64>,
        /// The share that is expected, between 0 and 1; .5, which needs most, when left out.
        share: Option<Share>,
        /// How far the answer may be off, between 0 and 1: .05 for five points either way.
        margin: NonNegative,
        /// How sure to be; .95 when left out.
        level: Option<Confidence>,
    }
}

/// How many answers are needed.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct SampleSize {
    /// Whole, at least 1, at most the population.
    pub n: f64,
}

/// Sample size: how many answers tell a share to within a margin.
///
/// Answers (not invitations). `n₀ = z² p (1 - p) / margin²`, of a finite population N `n = n₀ / (1 + (n₀ - 1) / N)`, rounded up.
/// Source: Cochran (1977), Krejcie & Morgan (1970), whose table rounds to the nearest, so that it is one lower here and there.
/// A share or a margin of 0 or 1 is an error: no number of answers could tell.
///
/// ```
/// use manyi::{measure::sample_size, value::Value};
/// let input = Value::from_json(r#"{"population": 500, "margin": 0.05}"#)?.read()?;
/// assert_eq!(sample_size(&input)?.n, 218.0);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn sample_size(input: &SampleSizeInput) -> Result<SampleSize, Error> {
    let share = between("share", input.share.map_or(0.5, Share::get))?;
    let margin = between("margin", input.margin.get())?;
    if input.population == Some(0) {
        return Err(Error::at("population", Problem::OutOfRange { value: 0.0, allowed: "1 or more".into() }));
    }
    let z = two_sided_z(input.level.unwrap_or_default()) / margin;
    let unlimited = z * z * share * (1.0 - share);
    let n = match input.population.map(|population| population as f64) {
        None => unlimited.ceil(),
        Some(population) => (unlimited / (1.0 + (unlimited - 1.0) / population)).ceil().min(population),
    };
    match n.is_finite() {
        true => Ok(SampleSize { n: n.max(1.0) }),
        false => Err(Error::at(
            "margin",
            Problem::OutOfRange { value: margin, allowed: "a margin that some number of answers can reach".into() },
        )),
    }
}

fn between(key: &str, value: f64) -> Result<f64, Error> {
    match value > 0.0 && value < 1.0 {
        true => Ok(value),
        false => Err(Error::at(key, Problem::OutOfRange { value, allowed: "more than 0, less than 1".into() })),
    }
}
