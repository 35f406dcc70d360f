//! Two means of two groups.

use serde::Serialize;

use super::Interval;
use super::distribution::t_two_sided;
use super::number::{Confidence, NonNegative, ratio};
use crate::error::Error;
use crate::value::record;

record! {
    /// A group's answers in three numbers.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Group {
        /// How many answered.
        n: NonNegative,
        /// Their mean.
        mean: super::Number,
        /// Their sample standard deviation, over `n - 1`.
        sd: NonNegative,
    }
}

impl Group {
    /// A group of known numbers.
    pub fn new(n: f64, mean: f64, sd: f64) -> Result<Self, Error> {
        Ok(Self {
            n: NonNegative::new(n).map_err(|error| error.within("n"))?,
            mean: super::Number::new(mean).map_err(|error| error.within("mean"))?,
            sd: NonNegative::new(sd).map_err(|error| error.within("sd"))?,
        })
    }

    /// The squared standard error of the mean; `None` below two answers.
    pub(crate) fn error_variance(&self) -> Option<f64> {
        let (n, sd) = (self.n.get(), self.sd.get());
        (n > 1.0).then(|| sd * sd / n)
    }
}

/// How two means differ.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct MeansCompared {
    /// The first mean less the second.
    pub difference: f64,
    /// The difference in standard errors.
    pub t: Option<f64>,
    /// Degrees of freedom, after Welch and Satterthwaite; not whole.
    pub df: Option<f64>,
    /// Probability of a difference at least as large, either way, if the means were equal.
    pub p: Option<f64>,
    /// Of the difference, at .95 unless another level was asked.
    pub interval: Option<Interval>,
    /// The difference in pooled standard deviations.
    pub cohens_d: Option<f64>,
}

/// Whether two groups differ in their mean (Welch's t test), and by how much.
///
/// The difference is in the unit of the means. `t = (m₁ - m₂) / √(s₁²/n₁ + s₂²/n₂)`; the groups' spreads need not be equal.
/// Cohen's d divides by the pooled standard deviation. Source: Welch (1947), Satterthwaite (1946), Cohen (1988).
/// Undefined (`None`) when a group has fewer than two answers, or neither has any spread.
///
/// ```
/// use manyi::measure::{Group, compare_means};
/// let result = compare_means(&Group::new(148.0, 7.351, 1.955)?, &Group::new(102.0, 6.931, 2.098)?)?;
/// assert!((result.t.unwrap() - 1.6).abs() < 0.01);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn compare_means(a: &Group, b: &Group) -> Result<MeansCompared, Error> {
    compare_means_at(a, b, Confidence::default())
}

/// The same, with the interval at another confidence level.
pub fn compare_means_at(a: &Group, b: &Group, level: Confidence) -> Result<MeansCompared, Error> {
    let difference = a.mean.get() - b.mean.get();
    let undefined = MeansCompared { difference, t: None, df: None, p: None, interval: None, cohens_d: None };
    let (Some(va), Some(vb)) = (a.error_variance(), b.error_variance()) else { return Ok(undefined) };
    let (na, nb) = (a.n.get(), b.n.get());
    let standard_error = (va + vb).sqrt();
    let Some(t) = ratio(difference, standard_error) else { return Ok(undefined) };
    let df = ratio((va + vb).powi(2), va * va / (na - 1.0) + vb * vb / (nb - 1.0));
    let pooled = (((na - 1.0) * a.sd.get().powi(2) + (nb - 1.0) * b.sd.get().powi(2)) / (na + nb - 2.0)).sqrt();
    Ok(MeansCompared {
        difference,
        t: Some(t),
        df,
        p: df.and_then(|df| t_two_sided(t, df)),
        interval: df.and_then(|df| Interval::t(difference, standard_error, df, level, "welch")),
        cohens_d: ratio(difference, pooled),
    })
}
