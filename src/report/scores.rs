//! The scores of single questions: recommendation, satisfaction with the whole, ease.

use super::roles::Roles;
use crate::error::Error;
use crate::measure::{
    Ces, CesInput, Confidence, Counts, Csat, CsatInput, Interval, LevelValues, NonNegative, Nps, NpsInput, ces, csat, nps,
};
use crate::tally::Group;

/// Net promoter score of the recommendation; `None` where it is not asked.
pub(super) fn nps_of(roles: &Roles, group: &Group<'_>, level: Confidence) -> Result<Option<Nps>, Error> {
    let Some(column) = roles.nps.map(|asked| asked.column) else { return Ok(None) };
    let sums = Counts::new(group.counts(column))?;
    if !group.is_weighted() {
        let score = nps(&NpsInput::Counts(sums))?;
        return Ok(Some(Nps { interval: wald(&score, level), ..score }));
    }
    let score = nps(&NpsInput::Weighted { sums, n: NonNegative::new(group.n(column) as f64)? })?;
    let score = Nps { standard_error: score.nps.and_then(|points| linearised(group, column, points / 100.0)), ..score };
    Ok(Some(Nps { interval: wald(&score, level), ..score }))
}

/// None where the measure has none.
fn wald(score: &Nps, level: Confidence) -> Option<Interval> {
    score.interval.as_ref()?;
    Some(Interval::wald(score.nps?, score.standard_error?, level))
}

/// The standard error of weighted answers, in points: `100 √(Σ w² (x - m)²) / Σ w`, where x is 1 for a promoter and -1 for a detractor.
fn linearised(group: &Group<'_>, column: usize, mean: f64) -> Option<f64> {
    let side = |score: usize| match score {
        9.. => 1.0,
        7 | 8 => 0.0,
        _ => -1.0,
    };
    let weight: f64 = group.counts(column).iter().sum();
    let squares: f64 = group.squares(column).iter().enumerate().map(|(score, square)| square * (side(score) - mean).powi(2)).sum();
    (weight > 0.0).then(|| 100.0 * squares.sqrt() / weight)
}

/// Share of satisfied answers to the question about the whole; `None` where it is not asked.
pub(super) fn csat_of(roles: &Roles, group: &Group<'_>, level: Confidence) -> Result<Option<Csat>, Error> {
    let Some(asked) = roles.overall else { return Ok(None) };
    let levels = LevelValues::new(asked.levels.values().collect())?;
    let score = csat(&CsatInput { counts: Counts::new(group.counts(asked.column))?, levels: Some(levels), satisfied_from: None })?;
    let interval = wilson(score.share, group, asked.column, level);
    Ok(Some(Csat { n: group.n(asked.column) as f64, interval, ..score }))
}

/// Customer effort score; `None` where ease is not asked.
pub(super) fn ces_of(roles: &Roles, group: &Group<'_>, level: Confidence) -> Result<Option<Ces>, Error> {
    let Some(asked) = roles.ces else { return Ok(None) };
    let score = ces(&CesInput { counts: Counts::new(group.counts(asked.column))?, easy_from: None })?;
    let interval = wilson(score.easy_share, group, asked.column, level);
    Ok(Some(Ces { n: group.n(asked.column) as f64, interval, ..score }))
}

/// Wilson's interval of a share of the answers to a column; weighted answers count as many as they tell of (Kish).
fn wilson(share: Option<f64>, group: &Group<'_>, column: usize, level: Confidence) -> Option<Interval> {
    let n = group.effective_n(column);
    // Of whole numbers the product may miss the count by a rounding, and with it the ends 0 and 1.
    let count = share? * n;
    let count = if group.is_weighted() { count } else { count.round() };
    Interval::wilson(count, n, level)
}
