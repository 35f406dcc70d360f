//! An interval of a statistic, and the usual ways to one.

use serde::Serialize;

use super::distribution::{normal_quantile, t_quantile};
use super::number::Confidence;

/// Closed interval of a statistic at a confidence level.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// How sure it is to hold the truth, 0..1.
    pub level: f64,
    /// How it was made: `wilson`, `wald`, `t`, `newcombe`, …
    pub method: String,
}

impl Interval {
    /// An interval of known ends.
    pub fn new(low: f64, high: f64, level: Confidence, method: &str) -> Self {
        Self { low, high, level: level.get(), method: method.into() }
    }

    /// `estimate ± z · standard error` (Wald).
    pub fn wald(estimate: f64, standard_error: f64, level: Confidence) -> Self {
        let reach = two_sided_z(level) * standard_error;
        Self::new(estimate - reach, estimate + reach, level, "wald")
    }

    /// `estimate ± t · standard error`, Student's t with these degrees of freedom; `None` without any.
    pub fn t(estimate: f64, standard_error: f64, df: f64, level: Confidence, method: &str) -> Option<Self> {
        let reach = t_quantile(0.5 + level.get() / 2.0, df)? * standard_error;
        Some(Self::new(estimate - reach, estimate + reach, level, method))
    }

    /// Wilson's score interval of a share: `count` of `total`, both of which may be sums of weights. `None` of nothing.
    ///
    /// Unlike Wald's it stays within 0..=1 and does not collapse at 0 or 1. Source: Wilson (1927); Newcombe (1998).
    pub fn wilson(count: f64, total: f64, level: Confidence) -> Option<Self> {
        if total <= 0.0 {
            return None;
        }
        let (z, p) = (two_sided_z(level), count / total);
        let z2 = z * z;
        let centre = p + z2 / (2.0 * total);
        let reach = z * (p * (1.0 - p) / total + z2 / (4.0 * total * total)).sqrt();
        let shrink = 1.0 + z2 / total;
        // At a count of 0 or of all, one end is 0 or 1 exactly; rounding must not push it past.
        let low = if count == 0.0 { 0.0 } else { (centre - reach) / shrink };
        let high = if count == total { 1.0 } else { (centre + reach) / shrink };
        // A total too small to divide by says nothing.
        (low.is_finite() && high.is_finite()).then(|| Self::new(low.clamp(0.0, 1.0), high.clamp(0.0, 1.0), level, "wilson"))
    }
}

/// The normal quantile that leaves `1 - level` outside, both tails together.
pub(crate) fn two_sided_z(level: Confidence) -> f64 {
    normal_quantile(0.5 + level.get() / 2.0)
}
