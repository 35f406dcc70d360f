//! Two answers of the same people.

use serde::Serialize;

use super::distribution::t_two_sided;
use super::number::{Confidence, ratio};
use super::{Group, Interval};
use crate::error::Error;

/// Whether pairs differ.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct PairsCompared {
    /// The mean difference in standard errors.
    pub t: Option<f64>,
    /// Pairs less one; 0 without any.
    pub df: f64,
    /// Probability of a mean difference at least as large, either way, if there were none.
    pub p: Option<f64>,
    /// Of the mean difference, at .95.
    pub interval: Option<Interval>,
}

/// Whether two answers of the same people differ: the paired t test, from the mean and the standard deviation of their differences.
///
/// t, in standard errors: `t = mean / (sd / √n)`, with `n - 1` degrees of freedom. Source: Student (1908).
/// `None` for fewer than two pairs, or where all differences are the same.
///
/// ```
/// use manyi::measure::{Group, compare_paired};
/// let result = compare_paired(&Group::new(25.0, 0.4, 1.0)?)?;
/// assert_eq!((result.t, result.df), (Some(2.0), 24.0));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn compare_paired(difference: &Group) -> Result<PairsCompared, Error> {
    let df = (difference.n.get() - 1.0).max(0.0);
    let mean = difference.mean.get();
    let standard_error = difference.error_variance().map(f64::sqrt);
    let t = standard_error.and_then(|error| ratio(mean, error));
    Ok(PairsCompared {
        t,
        df,
        p: t.and_then(|t| t_two_sided(t, df)),
        interval: t.and(standard_error).and_then(|error| Interval::t(mean, error, df, Confidence::default(), "t")),
    })
}
