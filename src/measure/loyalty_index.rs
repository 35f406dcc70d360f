//! How loyal customers are, from several signs of it.

use serde::Serialize;

use super::counts::entry;
use super::ids::expect_unique;
use super::number::{NonNegative, normalised, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// One sign of loyalty.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LoyaltyFactor {
        /// The sign.
        id: String,
        /// What was observed, up to `max`.
        value: NonNegative,
        /// The most that can be observed.
        max: NonNegative,
        /// How much the sign counts.
        weight: NonNegative,
    }
}

record! {
    /// The signs of loyalty.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LoyaltyIndexInput {
        /// At least one.
        factors: Vec<LoyaltyFactor>,
    }
}

/// The loyalty index and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct LoyaltyIndex {
    /// Weighted sum of the scores, 0..1.
    pub index: Option<f64>,
    /// In the order they came.
    pub factors: Vec<LoyaltyScore>,
}

/// One sign of loyalty, scored.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct LoyaltyScore {
    /// The sign.
    pub id: String,
    /// `value / max`.
    pub score: Option<f64>,
    /// Its weight; the weights sum to 1.
    pub weight: f64,
}

/// Loyalty index: how loyal a customer, or a customer base, is.
///
/// 0..=1. `score_i = value_i / max_i`, `index = Σ w_i score_i`, weights normalised to a sum of 1; they usually come from
/// [`ahp_hierarchy`](super::ahp_hierarchy). Source: Saaty (1980) for the weighting of observations scaled by their maximum.
/// A factor whose maximum is 0 has no score and is left out, the others' weights scaled up; `None` when none has a score.
/// A value above its maximum is an error.
///
/// ```
/// use manyi::{measure::loyalty_index, value::Value};
/// let input = Value::from_json(r#"{"factors": [
///     {"id": "repurchases", "value": 3, "max": 5, "weight": 3},
///     {"id": "recommends", "value": 7, "max": 10, "weight": 1}
/// ]}"#)?.read()?;
/// assert!((loyalty_index(&input)?.index.unwrap() - 0.625).abs() < 1e-12);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn loyalty_index(input: &LoyaltyIndexInput) -> Result<LoyaltyIndex, Error> {
    expect_unique("factors", "factor", input.factors.iter().map(|factor| factor.id.as_str()))?;
    for (place, factor) in input.factors.iter().enumerate() {
        if factor.value > factor.max {
            let problem = Problem::OutOfRange { value: factor.value.get(), allowed: text!("0..={}, the factor's max", factor.max.get()) };
            return Err(Error::at(text!("{}.value", entry("factors", place)), problem));
        }
    }
    let weights: Vec<f64> = input.factors.iter().map(|factor| factor.weight.get()).collect();
    let weights = normalised(&weights).map_err(|error| error.within("factors"))?;
    let factors: Vec<LoyaltyScore> = input
        .factors
        .iter()
        .zip(weights)
        .map(|(factor, weight)| LoyaltyScore { id: factor.id.clone(), score: ratio(factor.value.get(), factor.max.get()), weight })
        .collect();
    Ok(LoyaltyIndex { index: weighted_mean(factors.iter().map(|factor| (factor.score, factor.weight))), factors })
}

/// Mean of the scores that are there; `None` where those have no weight.
pub(crate) fn weighted_mean(scores: impl Iterator<Item = (Option<f64>, f64)>) -> Option<f64> {
    let (sum, weights) = scores
        .filter_map(|(score, weight)| score.map(|score| (score * weight, weight)))
        .fold((0.0, 0.0), |(sum, weights), (part, weight)| (sum + part, weights + weight));
    ratio(sum, weights)
}
