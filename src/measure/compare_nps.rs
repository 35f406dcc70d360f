//! Two promoter scores.

use serde::Serialize;

use super::distribution::normal_two_sided;
use super::number::{Confidence, ratio};
use super::{Counts, Interval, Nps, NpsInput, nps};
use crate::error::Error;
use crate::value::record;

record! {
    /// One group's answers.
    #[derive(Debug, Clone, PartialEq)]
    pub struct NpsCounts {
        /// How many answered 0, 1, … 10.
        counts: Counts,
    }
}

/// How two promoter scores differ.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct NpsCompared {
    /// The first score less the second, in points.
    pub difference: Option<f64>,
    /// Of the difference, in points.
    pub standard_error: Option<f64>,
    /// Probability of a difference at least as large, either way, if the scores were equal.
    pub p: Option<f64>,
    /// Wald's, of the difference, at .95, in points.
    pub interval: Option<Interval>,
}

/// Whether two groups differ in their net promoter score, and by how much.
///
/// In points, -200..=200. `z = (nps₁ - nps₂) / √(se₁² + se₂²)`, each standard error as in [`nps`]. Source: Rocks (2016).
/// All is `None` where a group is empty; p where neither group has any spread.
///
/// ```
/// use manyi::measure::{Counts, NpsCounts, compare_nps};
/// let before = NpsCounts { counts: Counts::new(vec![18., 2., 3., 7., 12., 32., 9., 17., 30., 64., 56.])? };
/// let after = NpsCounts { counts: Counts::new(vec![17., 1., 6., 11., 10., 38., 8., 13., 36., 52., 58.])? };
/// assert!((compare_nps(&before, &after)?.difference.unwrap() - 7.2).abs() < 1e-9);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn compare_nps(a: &NpsCounts, b: &NpsCounts) -> Result<NpsCompared, Error> {
    let score = |name, group: &NpsCounts| nps(&NpsInput::Counts(group.counts.clone())).map_err(|error| error.within(name));
    let (a, b) = (score("a", a)?, score("b", b)?);
    Ok(compare_scores(&a, &b, Confidence::default()))
}

/// The same of two scores that were made already, from weighted answers too, with the interval at this confidence level.
pub fn compare_scores(a: &Nps, b: &Nps, level: Confidence) -> NpsCompared {
    let difference = a.nps.zip(b.nps).map(|(a, b)| a - b);
    let standard_error = a.standard_error.zip(b.standard_error).map(|(a, b)| a.hypot(b));
    let both = difference.zip(standard_error);
    NpsCompared {
        difference,
        standard_error,
        p: both.and_then(|(difference, error)| ratio(difference, error)).map(normal_two_sided),
        interval: both.map(|(difference, error)| Interval::wald(difference, error, level)),
    }
}
