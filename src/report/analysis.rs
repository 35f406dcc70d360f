//! One survey's report.

use serde::Serialize;

use super::cells::{Cell, cells};
use super::check::{SampleAsked, Warning, check};
use super::consistency::{DimensionReliability, reliability_of};
use super::derived::drivers_of;
use super::dimensions::{DimensionIndex, dimensions_of};
use super::further::{Asked, fill};
use super::gap_tests::GapTests;
use super::index::index_of;
use super::kano::KanoAttribute;
use super::options::{AnalyseOptions, Importance, SegmentChoice};
use super::quadrants::quadrants_of;
use super::retention::retention_of;
use super::roles::Roles;
use super::scores::{ces_of, csat_of, nps_of};
use super::segments::{Segment, segments};
use super::weights::{WeightsUsed, weights_of};
use crate::error::{Error, Problem};
use crate::measure::{
    Ces, Csat, DriverMethod, Drivers, Gaps, IndexResult, NonNegative, Nps, PathModel, QuadrantsResult, Retention, SampleSize,
    SampleSizeInput, sample_size,
};
use crate::survey::{Survey, Weights};
use crate::tally::{Group, Tally};
use crate::text::text;

/// Whatever the survey's questions allow; absent parts are `None`.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Responses.
    pub n: u64,
    /// The satisfaction index over the judged attributes.
    pub index: Option<IndexResult>,
    /// The index of each dimension.
    pub dimensions: Vec<DimensionIndex>,
    /// Importance against performance.
    pub quadrants: Option<QuadrantsResult>,
    /// Net promoter score.
    pub nps: Option<Nps>,
    /// Satisfaction with the whole.
    pub csat: Option<Csat>,
    /// Customer effort.
    pub ces: Option<Ces>,
    /// Expectation against perception.
    pub gaps: Option<Gaps>,
    /// Whether the gaps are more than chance.
    pub gap_tests: Option<GapTests>,
    /// What each attribute is to customers, after Kano.
    pub kano: Option<Vec<KanoAttribute>>,
    /// What drives the outcome: by the method that importance was asked by, else that of the survey's derived weights, else pearson.
    pub drivers: Option<Drivers>,
    /// The path model that the survey draws.
    pub path_model: Option<PathModel>,
    /// Internal consistency of each dimension.
    pub reliability: Vec<DimensionReliability>,
    /// Expected retention.
    pub retention: Option<Retention>,
    /// The weights of the index.
    pub weights: Option<WeightsUsed>,
    /// Each segment beside the others, of all answers, also in a report of one segment.
    pub segments: Vec<Segment>,
    /// What weakens this survey or this sample.
    pub warnings: Vec<Warning>,
}

/// The report of a tally of this survey.
///
/// Importance is stated where the survey asks it, else each attribute's correlation with the outcome. The weights of the index are the
/// whole's in a report of one segment too, so that segments differ in how satisfied they are and not in how they are counted.
/// A segment with fewer answers than the minimum cell is not shown, nor one that could be found by subtraction.
pub fn analyse(survey: &Survey, tally: &Tally, options: &AnalyseOptions) -> Result<Report, Error> {
    if !tally.counts_answers_to(survey) {
        return Err(Error::at("tally", Problem::OtherSurvey));
    }
    let roles = Roles::new(survey);
    let level = options.level.unwrap_or_default();
    let least = options.minimum_cell.unwrap_or_default().get();
    let importance = importance(&roles, options.importance)?;
    let cells = cells(survey, tally, least);
    let whole = tally.whole();
    let group = group_of(tally, &cells, options)?;

    let weights = weights_of(survey, &roles, &whole)?;
    let per_attribute = weights.as_ref().map(|weights| weights.per_attribute(survey));
    let index = match &per_attribute {
        Some(weights) => index_of(survey, &roles, weights, &group, level)?,
        None => None,
    };
    let drivers = drivers_of(survey, &roles, &group, method(survey, importance))?;
    let mut report = Report {
        n: group.rows(),
        index,
        dimensions: dimensions_of(survey, &roles, per_attribute.as_deref(), &group, level)?,
        quadrants: quadrants_of(survey, &roles, &group, importance, drivers.as_ref(), options.crosshair)?,
        nps: nps_of(&roles, &group, level)?,
        csat: csat_of(&roles, &group, level)?,
        ces: ces_of(&roles, &group, level)?,
        gaps: None,
        gap_tests: None,
        kano: None,
        path_model: None,
        reliability: reliability_of(survey, &roles, &group)?,
        retention: retention_of(&roles, &group)?,
        drivers,
        segments: segments(survey, &roles, per_attribute.as_deref(), tally, &cells, level)?,
        warnings: check(survey, &roles, &group, weights.is_some(), &sample_asked(options)?),
        weights,
    };
    fill(&mut report, &Asked { survey, roles: &roles, weights: per_attribute.as_deref(), group: &group, level })?;
    Ok(report)
}

/// Where importance comes from; `None` where the survey tells nothing of it.
fn importance(roles: &Roles, asked: Option<Importance>) -> Result<Option<Importance>, Error> {
    let conflict = |message: &str| Err(Error::at("importance", Problem::Conflict { message: message.into() }));
    match (asked, roles.states_importance(), roles.outcome) {
        (Some(Importance::Stated), false, _) => conflict("the survey does not ask how important its attributes are"),
        (Some(Importance::Derived(_)), _, None) => conflict("the survey names no outcome to derive importance from"),
        (Some(asked), ..) => Ok(Some(asked)),
        (None, true, _) => Ok(Some(Importance::Stated)),
        (None, false, Some(_)) => Ok(Some(Importance::Derived(DriverMethod::Pearson))),
        (None, false, None) => Ok(None),
    }
}

/// The sample that is large enough, and the margin it is for.
fn sample_asked(options: &AnalyseOptions) -> Result<SampleAsked, Error> {
    let margin = options.margin.map_or_else(|| NonNegative::new(MARGIN), Ok)?;
    let SampleSize { n } = sample_size(&SampleSizeInput { population: options.population, share: None, margin, level: options.level })?;
    Ok(SampleAsked { n, margin: margin.get(), level: options.level.unwrap_or_default().get() })
}

/// What a share may be off by, unless the analyst says: ten points either way.
const MARGIN: f64 = 0.1;

fn method(survey: &Survey, importance: Option<Importance>) -> DriverMethod {
    match (importance, survey.weights()) {
        (Some(Importance::Derived(method)), _) => method,
        (_, Some(Weights::Derived(method))) => (*method).into(),
        _ => DriverMethod::Pearson,
    }
}

/// The answers that are asked about: those of the chosen segment, or all.
pub(super) fn group_of<'a>(tally: &'a Tally, cells: &[Cell], options: &AnalyseOptions) -> Result<Group<'a>, Error> {
    match &options.segment {
        Some(choice) => chosen(tally, cells, choice, options.minimum_cell.unwrap_or_default().get()),
        None => Ok(tally.whole()),
    }
}

/// What each attribute counts in the index, in every segment; `None` where the survey weighs nothing.
pub(super) fn per_attribute_weights(survey: &Survey, roles: &Roles, tally: &Tally) -> Result<Option<Vec<f64>>, Error> {
    Ok(weights_of(survey, roles, &tally.whole())?.map(|weights| weights.per_attribute(survey)))
}

/// The group of one segment, if it may be shown.
fn chosen<'a>(tally: &'a Tally, cells: &[Cell], choice: &SegmentChoice, least: u64) -> Result<Group<'a>, Error> {
    let known = |listed: Vec<&str>| text!("; there are {}", listed.join(", "));
    let of_question: Vec<&Cell> = cells.iter().filter(|cell| cell.question == choice.question).collect();
    if of_question.is_empty() {
        let mut questions: Vec<&str> = cells.iter().map(|cell| cell.question.as_str()).collect();
        questions.dedup();
        let problem = Problem::Dangling { what: "question", id: choice.question.clone(), known: known(questions) };
        return Err(Error::at("segment.question", problem));
    }
    let Some(cell) = of_question.iter().find(|cell| cell.value == choice.value) else {
        return Err(Error::at("segment.value", Problem::UnknownOption { value: choice.value.clone() }));
    };
    let group = tally.segment(cell.column, cell.code).filter(|_| !cell.hidden);
    group.ok_or_else(|| Error::at("segment", Problem::TooFewAnswers { least }))
}
