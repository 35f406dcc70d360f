//! The satisfaction index of a survey's attributes.

use super::roles::Roles;
use crate::error::Error;
use crate::measure::{
    Confidence, Counts, Direction, IndexInput, IndexResult, Interval, LevelCounts, LevelValues, MeanCovariance, NonNegative,
    satisfaction_index_with,
};
use crate::survey::Survey;
use crate::tally::Group;

/// The index over all judged attributes, with these weights per attribute; `None` where the survey judges none.
pub(super) fn index_of(
    survey: &Survey,
    roles: &Roles,
    weights: &[f64],
    group: &Group<'_>,
    level: Confidence,
) -> Result<Option<IndexResult>, Error> {
    let mut factors = Vec::new();
    for (attribute, column) in roles.judged_attributes() {
        factors.push(LevelCounts {
            id: survey.attributes()[attribute].id.clone(),
            counts: Counts::new(group.counts(column.column))?,
            levels: LevelValues::new(column.levels.values().collect())?,
            weight: Some(NonNegative::new(weights.get(attribute).copied().unwrap_or(0.0))?),
            polarity: column.mirrored.then_some(Direction::Negative),
        });
    }
    if !factors.iter().any(|factor| factor.weight.is_some_and(|weight| weight.get() > 0.0)) {
        return Ok(None);
    }
    let covariance = mean_covariance(roles, group);
    let mut result = satisfaction_index_with(&IndexInput { factors }, covariance.as_ref())?;
    result.n = group.judged(roles.judged) as f64;
    for (factor, (_, column)) in result.factors.iter_mut().zip(roles.judged_attributes()) {
        factor.n = group.n(column.column) as f64;
    }
    result.interval = match (&result.index, result.interval, covariance) {
        (Some(index), Some(interval), Some(covariance)) => at_level(*index, &interval, covariance.n - 1.0, level),
        _ => None,
    };
    Ok(Some(result))
}

/// How the means vary together: the covariance of the answers, times `Σ w² over both / (Σ w · Σ w)`, which is `n_ij / (n_i n_j)`
/// where all weigh the same. Two questions that nobody answered both of do not vary together.
/// `None` where a question has one answer, for that tells nothing of how it varies.
fn mean_covariance(roles: &Roles, group: &Group<'_>) -> Option<MeanCovariance> {
    let columns: Vec<usize> = roles.judged_attributes().map(|(_, column)| column.column).collect();
    let mut rows = vec![vec![0.0; columns.len()]; columns.len()];
    for (i, &a) in columns.iter().enumerate() {
        let Some(alone_a) = group.moments(a, a) else { continue };
        for (j, &b) in columns.iter().enumerate() {
            let (Some(alone_b), Some(both)) = (group.moments(b, b), group.moments(a, b)) else { continue };
            let cov = match both.cov {
                None if i == j => return None,
                cov => cov.unwrap_or(0.0),
            };
            rows[i][j] = cov * both.weight * both.weight / (both.effective_n * alone_a.weight * alone_b.weight);
        }
    }
    let n = columns.iter().map(|&column| group.effective_n(column)).fold(0.0, f64::max);
    (n > 1.0).then_some(MeanCovariance { rows, n })
}

/// The same interval at another confidence level.
fn at_level(index: f64, interval: &Interval, df: f64, level: Confidence) -> Option<Interval> {
    let unit = Interval::t(0.0, 1.0, df, Confidence::default(), "")?;
    let standard_error = (interval.high - index) / unit.high;
    Interval::t(index, standard_error, df, level, &interval.method)
}
