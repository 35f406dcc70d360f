//! The satisfaction index of a survey's attributes.

use super::roles::Roles;
use super::sampling::mean_covariance;
use crate::error::Error;
use crate::measure::{
    Confidence, Counts, Direction, IndexInput, IndexResult, Interval, LevelCounts, LevelValues, NonNegative, satisfaction_index_with,
};
use crate::survey::Survey;
use crate::tally::Group;

/// The index over all judged attributes, with these weights per attribute; `None` where the survey judges none that has a weight.
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
    let columns: Vec<usize> = roles.judged_attributes().map(|(_, column)| column.column).collect();
    let covariance = mean_covariance(&columns, group);
    let mut result = satisfaction_index_with(&IndexInput { factors }, covariance.as_ref())?;
    result.n = group.judged(roles.judged) as f64;
    for (factor, (_, column)) in result.factors.iter_mut().zip(roles.judged_attributes()) {
        factor.n = group.n(column.column) as f64;
    }
    if let Some(covariance) = &covariance {
        for ((place, factor), (_, column)) in result.factors.iter_mut().enumerate().zip(roles.judged_attributes()) {
            let error = covariance.rows[place][place].max(0.0).sqrt() / column.levels.max().abs();
            let df = group.effective_n(column.column) - 1.0;
            factor.interval = factor.score.and_then(|score| Interval::t(score, error, df, level, "t"));
        }
    }
    result.interval = match (&result.index, result.interval, covariance) {
        (Some(index), Some(interval), Some(covariance)) => at_level(*index, &interval, covariance.n - 1.0, level),
        _ => None,
    };
    Ok(Some(result))
}

/// The same interval at another confidence level.
fn at_level(index: f64, interval: &Interval, df: f64, level: Confidence) -> Option<Interval> {
    let unit = Interval::t(0.0, 1.0, df, Confidence::default(), "")?;
    let standard_error = (interval.high - index) / unit.high;
    Interval::t(index, standard_error, df, level, &interval.method)
}
