//! A segment's or a group's answers in three numbers.

use super::roles::{NumberColumn, Roles};
use crate::tally::Group;

/// How many answers (Kish's effective number, where they are weighted), their mean and standard deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sample {
    pub(super) n: f64,
    pub(super) mean: f64,
    pub(super) sd: f64,
}

/// The answers to one question; `None` of fewer than two.
pub(super) fn of_column(group: &Group<'_>, column: NumberColumn) -> Option<Sample> {
    let moments = group.moments(column.column, column.column)?;
    Some(Sample { n: moments.effective_n, mean: column.mean(group)?, sd: moments.var_a?.max(0.0).sqrt() })
}

/// The index of each respondent, as far as a tally tells: its mean is the index, its variance that of the weighted sum of scores,
/// out of the covariances over the respondents who judged both attributes. `weights` are per attribute and need not sum to 1.
pub(super) fn of_index(roles: &Roles, weights: &[f64], group: &Group<'_>) -> Option<Sample> {
    let parts: Vec<(NumberColumn, f64, f64)> = roles
        .judged_attributes()
        .filter_map(|(attribute, column)| {
            let weight = weights.get(attribute).copied().filter(|&weight| weight > 0.0)?;
            let top = Some(column.levels.max()).filter(|&top| top > 0.0)?;
            Some((column, weight / top, weight)).filter(|_| group.n(column.column) > 0)
        })
        .collect();
    let all: f64 = parts.iter().map(|(.., weight)| weight).sum();
    let (mut mean, mut variance) = (0.0, 0.0);
    for (a, slope_a, _) in &parts {
        mean += slope_a / all * a.mean(group)?;
        for (b, slope_b, _) in &parts {
            variance += slope_a * slope_b / (all * all) * a.sign() * b.sign() * group.moments(a.column, b.column)?.cov?;
        }
    }
    let n = parts.iter().map(|(column, ..)| group.effective_n(column.column)).fold(0.0, f64::max);
    (all > 0.0).then_some(Sample { n, mean, sd: variance.max(0.0).sqrt() })
}
