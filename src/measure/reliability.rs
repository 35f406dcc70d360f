//! Internal consistency of a block of items.

use serde::Serialize;

use super::Square;
use super::number::ratio;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// Items of one block.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ReliabilityInput {
        /// Covariances of the items with each other.
        covariance: Square,
    }
}

/// How consistently items measure one thing.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Reliability {
    /// Cronbach's alpha, at most 1.
    pub alpha: Option<f64>,
    /// The same of the items brought to one variance.
    pub standardised_alpha: Option<f64>,
    /// Alpha of the others, for each item.
    pub alpha_if_dropped: Vec<Option<f64>>,
}

/// Reliability: how consistently several items measure one thing.
///
/// At most 1; negative where items work against each other. `α = k/(k-1) (1 - Σ var_i / var(sum))`; standardised
/// `k r̄ / (1 + (k-1) r̄)`, r̄ the mean correlation. Source: Cronbach (1951). `None` for one item, where the sum does not vary, or, standardised, where
/// an item does not.
///
/// ```
/// use manyi::measure::{ReliabilityInput, Square, reliability};
/// let covariance = Square::from_rows(&[vec![1.0, 0.5], vec![0.5, 1.0]])?;
/// assert!((reliability(&ReliabilityInput { covariance })?.alpha.unwrap() - 2.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn reliability(input: &ReliabilityInput) -> Result<Reliability, Error> {
    let covariance = &input.covariance;
    expect_covariance(covariance).map_err(|error| error.within("covariance"))?;
    let all: Vec<usize> = (0..covariance.size()).collect();
    Ok(Reliability {
        alpha: alpha(covariance),
        standardised_alpha: correlation(covariance).and_then(|correlation| alpha(&correlation)),
        alpha_if_dropped: all
            .iter()
            .map(|dropped| {
                let rest: Vec<usize> = all.iter().copied().filter(|place| place != dropped).collect();
                alpha(&covariance.part(&rest))
            })
            .collect(),
    })
}

fn alpha(covariance: &Square) -> Option<f64> {
    let k = covariance.size();
    if k < 2 {
        return None;
    }
    let own: f64 = (0..k).map(|i| covariance[(i, i)]).sum();
    let sum: f64 = (0..k).flat_map(|i| (0..k).map(move |j| (i, j))).map(|cell| covariance[cell]).sum();
    // A sum that does not vary leaves rounding.
    if sum <= 1e-12 * own {
        return None;
    }
    ratio(own, sum).map(|share| k as f64 / (k - 1) as f64 * (1.0 - share))
}

fn correlation(covariance: &Square) -> Option<Square> {
    let sd: Vec<f64> = (0..covariance.size()).map(|i| covariance[(i, i)].sqrt()).collect();
    sd.iter().all(|sd| *sd > 0.0).then(|| Square::from_fn(sd.len(), |i, j| covariance[(i, j)] / (sd[i] * sd[j])))
}

/// Refuses what no covariances can be: not symmetric, a negative variance, a covariance above both standard deviations.
pub(crate) fn expect_covariance(covariance: &Square) -> Result<(), Error> {
    covariance.expect_symmetric()?;
    let all = 0..covariance.size();
    for i in all.clone() {
        let value = covariance[(i, i)];
        if value < 0.0 {
            return Err(Error::at(text!("[{}][{}]", i, i), Problem::OutOfRange { value, allowed: "0 or more, as a variance is".into() }));
        }
    }
    for (i, j) in all.clone().flat_map(|i| all.clone().map(move |j| (i, j))) {
        let (value, most) = (covariance[(i, j)], (covariance[(i, i)] * covariance[(j, j)]).sqrt());
        if value.abs() > most * (1.0 + 1e-9) {
            let allowed = text!("-{}..={}, the product of the standard deviations", most, most);
            return Err(Error::at(text!("[{}][{}]", i, j), Problem::OutOfRange { value, allowed }));
        }
    }
    Ok(())
}
