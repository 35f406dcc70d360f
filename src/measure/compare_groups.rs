//! The means of several groups at once.

use serde::Serialize;

use super::Group;
use super::distribution::f_tail;
use super::number::ratio;
use crate::error::{Error, Problem};

/// Whether groups differ in their means.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GroupsCompared {
    /// Variance between the groups over that within.
    pub f: Option<f64>,
    /// Groups less one.
    pub df1: f64,
    /// Degrees of freedom within; not whole.
    pub df2: Option<f64>,
    /// Probability of an f at least as large if all means were equal.
    pub p: Option<f64>,
}

/// Whether any of several groups differs in its mean: Welch's analysis of variance.
///
/// F, without a unit, from 0 up. With `w = n / s²`, W their sum, m̃ the mean weighted by w, k groups and `Λ = Σ (1 - w/W)² / (n - 1)`:
/// `F = (Σ w (m - m̃)² / (k - 1)) / (1 + 2 (k - 2) Λ / (k² - 1))`, `df2 = (k² - 1) / (3 Λ)`. The groups' spreads need not be equal. Of two groups
/// it is the square of Welch's t. Source: Welch (1951). `None` where a group has fewer than two answers or no spread; fewer than two
/// groups are an error.
///
/// ```
/// use manyi::measure::{Group, compare_groups};
/// let groups = [Group::new(12.0, 7.2, 1.1)?, Group::new(15.0, 6.1, 1.9)?, Group::new(9.0, 8.0, 0.8)?];
/// assert!(compare_groups(&groups)?.p.unwrap() < 0.05);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn compare_groups(groups: &[Group]) -> Result<GroupsCompared, Error> {
    if groups.len() < 2 {
        return Err(Error::new(Problem::TooFew { what: "groups", least: 2 }));
    }
    let k = groups.len() as f64;
    let undefined = GroupsCompared { f: None, df1: k - 1.0, df2: None, p: None };
    let weights: Option<Vec<f64>> = groups.iter().map(|group| group.error_variance().and_then(|variance| ratio(1.0, variance))).collect();
    let Some(weights) = weights else { return Ok(undefined) };
    let all: f64 = weights.iter().sum();
    let weighted = || groups.iter().zip(&weights).map(|(group, weight)| (group, weight / all));
    let centre: f64 = weighted().map(|(group, part)| part * group.mean.get()).sum();
    let lambda: f64 = weighted().map(|(group, part)| (1.0 - part) * (1.0 - part) / (group.n.get() - 1.0)).sum();
    let between: f64 =
        weighted().map(|(group, part)| part * (group.mean.get() - centre) * (group.mean.get() - centre)).sum::<f64>() * all / (k - 1.0);
    let f = ratio(between, 1.0 + 2.0 * (k - 2.0) * lambda / (k * k - 1.0));
    let df2 = ratio(k * k - 1.0, 3.0 * lambda);
    Ok(GroupsCompared { f, df2, p: f.zip(df2).and_then(|(f, df2)| f_tail(f, k - 1.0, df2)), ..undefined })
}
