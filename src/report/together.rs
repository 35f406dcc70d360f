//! How several questions vary together.

use super::roles::NumberColumn;
use crate::measure::Square;
use crate::tally::Group;

/// Means and covariances of several questions, higher is better in all.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Together {
    /// The fewest respondents behind a covariance.
    pub(super) n: u64,
    /// Of each question, over all that answered it.
    pub(super) means: Vec<f64>,
    /// Each covariance is the correlation over those who answered both times the standard deviations over all that answered either, so
    /// that none is above its standard deviations. Where nobody left anything out it is the usual one.
    pub(super) covariance: Square,
}

impl Together {
    /// `None` where a question has fewer than two answers, or two that vary were not answered by the same people.
    pub(super) fn of(group: &Group<'_>, columns: &[NumberColumn]) -> Option<Self> {
        let mut together = Self { n: u64::MAX, means: Vec::new(), covariance: Square::zeros(columns.len()) };
        let mut deviations = Vec::new();
        for column in columns {
            deviations.push(group.moments(column.column, column.column)?.var_a?.max(0.0).sqrt());
            together.means.push(column.mean(group)?);
        }
        for (i, a) in columns.iter().enumerate() {
            for (j, b) in columns.iter().enumerate() {
                let both = group.moments(a.column, b.column)?;
                together.n = together.n.min(both.n);
                let sizes = deviations[i] * deviations[j];
                together.covariance[(i, j)] = match both.correlation() {
                    _ if i == j => sizes,
                    Some(r) => a.sign() * b.sign() * r * sizes,
                    None if sizes == 0.0 => 0.0,
                    None => return None,
                };
            }
        }
        (!columns.is_empty()).then_some(together)
    }
}
