//! Two periods of one survey: what changed, and whether by more than chance.

use serde::Serialize;

use super::analysis::{group_of, per_attribute_weights};
use super::cells::cells;
use super::options::AnalyseOptions;
use super::roles::Roles;
use super::samples::{Sample, of_column, of_index};
use super::scores::nps_of;
use crate::error::{Error, Problem};
use crate::measure::{self, Adjustment, Confidence, Interval, Share, adjust, compare_means_at, compare_scores};
use crate::survey::Survey;
use crate::tally::{Group, Tally};

/// What changed from one period to another.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Responses of the later period.
    pub n: u64,
    /// Responses of the earlier one.
    pub then_n: u64,
    /// How many comparisons the p values are adjusted for.
    pub compared: usize,
    /// The satisfaction index, 0..=1, weighed in both periods by the weights of the later one.
    pub index: Option<Change>,
    /// The net promoter score, in points.
    pub nps: Option<Change>,
    /// The mean score of each judged attribute, higher is better.
    pub attributes: Vec<Change>,
}

/// One number, then and now.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The attribute; `index` and `nps` for these.
    pub id: String,
    /// In the later period.
    pub now: f64,
    /// In the earlier one.
    pub then: f64,
    /// The one less the other.
    pub difference: f64,
    /// Of the difference.
    pub interval: Option<Interval>,
    /// Of Welch's t test; of a z test for the net promoter score.
    pub p: Option<f64>,
    /// The same, adjusted for all comparisons after Holm.
    pub adjusted_p: Option<f64>,
    /// Whether the adjusted p is below 1 - level.
    pub significant: Option<bool>,
}

/// What changed since an earlier period, under the same choices in both.
///
/// Each period is a sample of its own: respondents are not paired. The p values of everything compared are adjusted together after Holm
/// (1979), which is right however they depend on each other. What either period has fewer than two answers to is left out.
/// A tally of another survey is an error, and so is a segment that is too small in either period.
pub fn changes(survey: &Survey, now: &Tally, then: &Tally, options: &AnalyseOptions) -> Result<Changes, Error> {
    if !now.counts_answers_to(survey) || !then.counts_answers_to(survey) {
        return Err(Error::at("tally", Problem::OtherSurvey));
    }
    let roles = Roles::new(survey);
    let level = options.level.unwrap_or_default();
    let least = options.minimum_cell.unwrap_or_default().get();
    let (cells_now, cells_then) = (cells(survey, now, least), cells(survey, then, least));
    let (group_now, group_then) = (group_of(now, &cells_now, options)?, group_of(then, &cells_then, options)?);
    let weights = per_attribute_weights(survey, &roles, now)?;
    let index = match &weights {
        Some(weights) => {
            let sample = |group: &Group<'_>| of_index(&roles, weights, group);
            of_means("index", sample(&group_now), sample(&group_then), level)?
        }
        None => None,
    };
    let nps = of_nps(&roles, &group_now, &group_then, level)?;
    let mut attributes = Vec::new();
    for (attribute, column) in roles.judged_attributes() {
        let id = &survey.attributes()[attribute].id;
        attributes.extend(of_means(id, of_column(&group_now, column), of_column(&group_then, column), level)?);
    }
    let mut all = Changes { n: group_now.rows(), then_n: group_then.rows(), compared: 0, index, nps, attributes };
    adjusted(&mut all, level)?;
    Ok(all)
}

fn of_means(id: &str, now: Option<Sample>, then: Option<Sample>, level: Confidence) -> Result<Option<Change>, Error> {
    let (Some(now), Some(then)) = (now, then) else { return Ok(None) };
    let group = |sample: Sample| measure::Group::new(sample.n, sample.mean, sample.sd);
    let compared = compare_means_at(&group(now)?, &group(then)?, level)?;
    Ok(Some(Change {
        id: id.into(),
        now: now.mean,
        then: then.mean,
        difference: compared.difference,
        interval: compared.interval,
        p: compared.p,
        adjusted_p: None,
        significant: None,
    }))
}

fn of_nps(roles: &Roles, now: &Group<'_>, then: &Group<'_>, level: Confidence) -> Result<Option<Change>, Error> {
    let (Some(now), Some(then)) = (nps_of(roles, now, level)?, nps_of(roles, then, level)?) else { return Ok(None) };
    let compared = compare_scores(&now, &then, level);
    let (Some(difference), Some(now), Some(then)) = (compared.difference, now.nps, then.nps) else { return Ok(None) };
    let (p, interval) = (compared.p, compared.interval);
    Ok(Some(Change { id: "nps".into(), now, then, difference, interval, p, adjusted_p: None, significant: None }))
}

fn adjusted(changes: &mut Changes, level: Confidence) -> Result<(), Error> {
    let compared = || -> Vec<&Change> { changes.index.iter().chain(&changes.nps).chain(&changes.attributes).collect() };
    let p = compared().iter().filter_map(|change| change.p).map(Share::new).collect::<Result<Vec<_>, _>>()?;
    changes.compared = p.len();
    if p.is_empty() {
        return Ok(());
    }
    let mut adjusted = adjust(&p, Adjustment::Holm)?.into_iter();
    for change in changes.index.iter_mut().chain(&mut changes.nps).chain(&mut changes.attributes).filter(|change| change.p.is_some()) {
        change.adjusted_p = adjusted.next();
        change.significant = change.adjusted_p.map(|p| p < 1.0 - level.get());
    }
    Ok(())
}
