//! Segments beside each other, and each against all others.

use serde::Serialize;

use super::cells::Cell;
use super::index::index_of;
use super::roles::Roles;
use super::samples::{Sample, of_column, of_index};
use super::scores::nps_of;
use crate::error::Error;
use crate::measure::{self, Adjustment, Confidence, Interval, Share, adjust, compare_means};
use crate::survey::Survey;
use crate::tally::{Group, Tally};

/// One segment, and whether it differs from everybody else.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// The question that splits.
    pub question: String,
    /// The value of its answers.
    pub value: String,
    /// Rows.
    pub n: u64,
    /// The satisfaction index.
    pub index: Option<f64>,
    /// Of the index.
    pub interval: Option<Interval>,
    /// The net promoter score.
    pub nps: Option<f64>,
    /// Of Welch's t test against all other rows.
    pub p: Option<f64>,
    /// The same, adjusted for so many comparisons.
    pub adjusted_p: Option<f64>,
    /// Whether the adjusted p is below 1 - level.
    pub significant: Option<bool>,
}

/// The segments that are large enough to be shown.
///
/// All are weighed by the weights of the whole: a segment's index differs because its people are satisfied differently, not
/// because they are counted differently.
///
/// Each is compared with all other rows by Welch's t test: in the outcome, where the survey has one, else in the index. The p values are
/// adjusted over all segments shown after Holm (1979), which is right however they depend on each other, as segments do that
/// are each other's rest.
pub(super) fn segments(
    survey: &Survey,
    roles: &Roles,
    weights: Option<&[f64]>,
    tally: &Tally,
    cells: &[Cell],
    level: Confidence,
) -> Result<Vec<Segment>, Error> {
    let mut segments = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.hidden) {
        let (Some(group), Some(rest)) = (tally.segment(cell.column, cell.code), tally.rest(cell.column, cell.code)) else { continue };
        let index = match weights {
            Some(weights) => index_of(survey, roles, weights, &group, level)?,
            None => None,
        };
        let (index, interval) = index.map_or((None, None), |result| (result.index, result.interval));
        segments.push(Segment {
            question: cell.question.clone(),
            value: cell.value.clone(),
            n: group.rows(),
            index,
            interval,
            nps: nps_of(roles, &group, level)?.and_then(|score| score.nps),
            p: p_of_difference(sample(roles, weights, &group), sample(roles, weights, &rest.group()))?,
            adjusted_p: None,
            significant: None,
        });
    }
    let compared = segments.iter().filter_map(|segment| segment.p).map(Share::new).collect::<Result<Vec<_>, _>>()?;
    if compared.is_empty() {
        return Ok(segments);
    }
    let mut adjusted = adjust(&compared, Adjustment::Holm)?.into_iter();
    for segment in segments.iter_mut().filter(|segment| segment.p.is_some()) {
        segment.adjusted_p = adjusted.next();
        segment.significant = segment.adjusted_p.map(|p| p < 1.0 - level.get());
    }
    Ok(segments)
}

fn sample(roles: &Roles, weights: Option<&[f64]>, group: &Group<'_>) -> Option<Sample> {
    match roles.outcome {
        Some(outcome) => of_column(group, outcome),
        None => of_index(roles, weights?, group),
    }
}

fn p_of_difference(one: Option<Sample>, other: Option<Sample>) -> Result<Option<f64>, Error> {
    let (Some(one), Some(other)) = (one, other) else { return Ok(None) };
    let group = |sample: Sample| measure::Group::new(sample.n, sample.mean, sample.sd);
    Ok(compare_means(&group(one)?, &group(other)?)?.p)
}
