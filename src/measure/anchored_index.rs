//! The national-index formula.

use serde::Serialize;

use super::Bounds;
use super::counts::entry;
use super::number::{NonNegative, normalised};
use crate::error::{Error, Problem};
use crate::value::record;

record! {
    /// Means on one scale, and their weights.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AnchoredIndexInput {
        /// Means, within the scale.
        means: Vec<f64>,
        /// One for each mean.
        weights: Vec<NonNegative>,
        /// The scale of all means.
        scale: Bounds,
    }
}

/// An index from 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct AnchoredIndex {
    /// 0 where all means are the lowest level, 100 where all are the highest.
    pub index100: Option<f64>,
}

/// Anchored index: weighted means on a range from 0 to 100.
///
/// 0..=100. `index = 100 Σ w (mean - min) / (max - min)`, weights normalised to a sum of 1. Source: Fornell et al. (1996), the
/// national customer satisfaction index. No means, or weights that are all 0, are an error.
///
/// ```
/// use manyi::measure::{AnchoredIndexInput, Bounds, NonNegative, anchored_index};
/// let weights = [0.3885, 0.319, 0.2925].into_iter().map(NonNegative::new).collect::<Result<_, _>>()?;
/// let input = AnchoredIndexInput { means: vec![8.0, 7.0, 7.0], weights, scale: Bounds::new(1.0, 10.0)? };
/// assert!((anchored_index(&input)?.index100.unwrap() - 70.98).abs() < 0.005);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn anchored_index(input: &AnchoredIndexInput) -> Result<AnchoredIndex, Error> {
    let (means, weights) = (&input.means, &input.weights);
    if means.is_empty() {
        return Err(Error::at("means", Problem::TooFew { what: "means", least: 1 }));
    }
    if weights.len() != means.len() {
        return Err(Error::at("weights", Problem::LengthMismatch { what: "weights", found: weights.len(), expected: means.len() }));
    }
    for (place, &mean) in means.iter().enumerate() {
        input.scale.expect(mean, || entry("means", place))?;
    }
    let weights: Vec<f64> = weights.iter().map(|weight| weight.get()).collect();
    let weights = normalised(&weights).map_err(|error| error.within("weights"))?;
    Ok(AnchoredIndex {
        index100: Some(100.0 * means.iter().zip(&weights).map(|(&mean, weight)| weight * input.scale.place(mean)).sum::<f64>()),
    })
}
