//! The survey check-up: what weakens this survey, or this sample.

use serde::Serialize;

use super::roles::Roles;
use crate::survey::{Field, Kind, Survey};
use crate::tally::Group;
use crate::text::{quoted, text};

/// A fault of the survey or the sample, and what it means.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Warning {
    /// Stable, kebab-case: `no-segment`, `small-sample`, …
    pub code: &'static str,
    /// For the analyst.
    pub message: String,
}

/// Below this share of answered questions, completion is low.
const COMPLETION: f64 = 0.8;
/// Above this share of straight answers down a matrix, its answers are doubtful.
const STRAIGHT: f64 = 0.2;
/// Matrices shorter than this are answered alike by honest people too.
const STRAIGHT_ROWS: usize = 5;
/// Stated importance that spans less than this part of its scale ranks nothing.
const SPREAD: f64 = 0.1;

/// The sample that is large enough.
pub(super) struct SampleAsked {
    /// Answers.
    pub(super) n: f64,
    /// How far a share may be off.
    pub(super) margin: f64,
    /// How sure that is to be.
    pub(super) level: f64,
}

/// The faults, those of the survey before those of the sample.
pub(super) fn check(survey: &Survey, roles: &Roles, group: &Group<'_>, weighed: bool, asked: &SampleAsked) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: String| warnings.push(Warning { code, message });

    if !survey.questions().iter().any(|question| question.segment) {
        warn("no-segment", "No question splits the answers, so a group of customers that is worse off cannot be seen.".into());
    }
    if roles.outcome.is_none() {
        let message = "No outcome is named, so nothing tells which attributes drive satisfaction as a whole.";
        warn("no-outcome", message.into());
    }
    if !roles.states_importance() && roles.outcome.is_none() && survey.weights().is_none() {
        warn("no-importance", "The survey neither asks importance nor gives weights, so every attribute counts the same.".into());
    }
    for (index, dimension) in survey.dimensions().iter().enumerate() {
        let items = survey.attributes().iter().filter(|attribute| attribute.dimension == Some(index)).count();
        if items == 1 {
            let message =
                text!("The dimension {} has one attribute, so how consistently it is measured cannot be told.", quoted(&dimension.id));
            warn("one-item-dimension", message);
        }
    }
    if survey.columns().iter().all(|column| column.numbers.is_none()) {
        warn("no-numbers", "No question is answered on a scale of numbers, so nothing can be averaged.".into());
    }
    for (attribute, column) in roles.judged_attributes().filter(|(_, column)| column.levels.max() <= 0.0) {
        let (id, top) = (&survey.attributes()[attribute].id, column.levels.max());
        warn(
            "unscored-scale",
            text!("The scale of {} ends at {}, so its answers are no part of a highest level and have no score.", quoted(id), top),
        );
    }

    let rows = group.rows();
    if (rows as f64) < asked.n {
        let SampleAsked { n, margin, level } = asked;
        // As the analyst wrote them, without the rounding of a product.
        let percent = |share: f64| (1e6 * share).round() / 1e4;
        let (points, times) = (percent(*margin), percent(*level));
        let message = text!("{} answers; a share is within {} points of the truth, {} times of 100, from {} on.", rows, points, times, n);
        warn("small-sample", message);
    }
    if rows == 0 {
        return warnings;
    }
    if !weighed && roles.judged_attributes().next().is_some() {
        warn("no-weights", "These answers do not tell the weights that the survey asks for, so there is no index.".into());
    }
    if let Some(share) = completion(survey, group).filter(|&share| share < COMPLETION) {
        warn("low-completion", text!("Of what everybody was asked, {} % was answered.", percent(share)));
    }
    for (attribute, column) in roles.judged_attributes() {
        if group.n(column.column) == 0 {
            warn("unanswered-attribute", text!("Nobody judged {}.", quoted(&survey.attributes()[attribute].id)));
        }
    }
    for (index, question) in survey.questions().iter().enumerate() {
        let straight = group.straight(index) as f64 / rows as f64;
        let long = matches!(&question.kind, Kind::Matrix { attributes, .. } if attributes.len() >= STRAIGHT_ROWS);
        if long && straight > STRAIGHT {
            let message = text!("{} % answered every row of {} alike; they may not have read it.", percent(straight), quoted(&question.id));
            warn("straight-lining", message);
        }
    }
    if let Some(spread) = importance_spread(roles, group).filter(|&spread| spread < SPREAD) {
        let message =
            text!("Mean stated importance spans {} % of its scale: to these customers everything matters alike.", percent(spread));
        warn("no-importance-spread", message);
    }
    warnings
}

/// A share in whole percent.
fn percent(share: f64) -> f64 {
    (100.0 * share).round_ties_even()
}

/// The share of answered fields, of those that are counted and put to everybody; `None` where there are none.
fn completion(survey: &Survey, group: &Group<'_>) -> Option<f64> {
    let always = |question: usize| {
        let question = &survey.questions()[question];
        question.show_if.is_none() && survey.pages().get(question.page).is_none_or(|page| page.show_if.is_none())
    };
    let answered = |field: &Field| match field.columns.len() {
        0 => None,
        1 => Some(group.n(field.columns.start)),
        _ => Some(group.reached(field.question)),
    };
    let counts: Vec<u64> = survey.fields().iter().filter(|field| always(field.question)).filter_map(answered).collect();
    let asked = counts.len() as u64 * group.rows();
    (asked > 0).then(|| counts.iter().sum::<u64>() as f64 / asked as f64)
}

/// From the least to the most important attribute, as a part of the scale; `None` where fewer than two were rated.
fn importance_spread(roles: &Roles, group: &Group<'_>) -> Option<f64> {
    let places: Vec<f64> = roles
        .importance
        .iter()
        .flatten()
        .filter_map(|column| Some((column.mean(group)? - column.levels.min) / (column.levels.max() - column.levels.min)))
        .collect();
    let most = places.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let least = places.iter().copied().fold(f64::INFINITY, f64::min);
    (places.len() >= 2).then_some(most - least)
}
