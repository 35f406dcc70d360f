//! What follows if attributes had better scores.

use serde::Serialize;

use super::analysis::{group_of, per_attribute_weights};
use super::cells::cells;
use super::index::index_of;
use super::options::AnalyseOptions;
use super::retention::{LEVELS, retention_of};
use super::roles::{NumberColumn, Roles};
use super::together::Together;
use crate::error::{Error, Problem};
use crate::measure::{
    Confidence, Counts, ExpectedOutcome, NonNegative, Number, Positive, RetentionInput, WhatIfAttribute, WhatIfInput, WhatIfOutcome,
    retention, what_if,
};
use crate::survey::Survey;
use crate::tally::{Group, Tally};
use crate::value::{Entries, names, number_text};

names! {
    /// What is expected to change with the attributes.
    pub enum Expected, "question" {
        /// What the survey names as its outcome.
        Outcome = "outcome",
        /// Satisfaction with the whole.
        Overall = "overall",
        /// The likelihood of recommending, 0..=10.
        Recommendation = "recommendation",
    }
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Supposed {
    /// The satisfaction index.
    pub index: Option<NowAndThen>,
    /// What a regression on the attributes expects, question by question; none of one whose attributes depend on each other.
    pub expected: Vec<ExpectedAnswer>,
    /// Expected one-year retention, were everybody's satisfaction with the whole to change as the regression expects of its mean.
    pub retention: Option<NowAndThen>,
    /// The attributes as they are and as they are supposed, within the ends of their scales.
    pub attributes: Vec<SupposedAttribute>,
}

/// A number as it is, and as it would be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct NowAndThen {
    /// As it is.
    pub now: f64,
    /// As it would be.
    pub then: f64,
    /// The one less the other.
    pub change: f64,
}

impl NowAndThen {
    fn new(now: f64, then: f64) -> Self {
        Self { now, then, change: then - now }
    }
}

/// What is expected of one question.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct ExpectedAnswer {
    /// Which.
    pub of: Expected,
    /// The lowest level of its scale.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// The regression.
    pub model: ExpectedOutcome,
}

/// One attribute.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct SupposedAttribute {
    /// Its id.
    pub id: String,
    /// Its mean score, higher is better.
    pub now: f64,
    /// The mean that is supposed.
    pub then: f64,
    /// The lowest level of its scale.
    pub min: f64,
    /// The highest.
    pub max: f64,
}

/// What follows if these attributes had these mean scores, higher is better; the others stay.
///
/// The weights of the index are those of the report. Expected of the survey's outcome, of satisfaction with the whole where that is another
/// question, and of the recommendation. A mean outside its scale, and an id that is none, are errors.
pub fn suppose(survey: &Survey, tally: &Tally, options: &AnalyseOptions, changes: &Entries<f64>) -> Result<Supposed, Error> {
    let roles = Roles::new(survey);
    let level = options.level.unwrap_or_default();
    let cells = cells(survey, tally, options.minimum_cell.unwrap_or_default().get());
    let group = group_of(tally, &cells, options)?;
    let weights = per_attribute_weights(survey, &roles, tally)?;
    let judged = judged(survey, &roles, &group, weights.as_deref(), changes)?;
    let index = match &weights {
        Some(weights) => index_of(survey, &roles, weights, &group, level)?.and_then(|result| result.index),
        None => None,
    };
    let attributes = judged.iter().map(|one| one.input.clone()).collect();
    let rise = match judged.is_empty() {
        true => None,
        false => what_if(&WhatIfInput { attributes, outcome: None, level: None })?.index_change,
    };
    let mut expected = Vec::new();
    let mut overall_change = None;
    for (of, column) in outcomes(&roles) {
        let Some(model) = model(&judged, column, &group, level)? else { continue };
        if Some(column) == roles.overall {
            overall_change = Some(model.change);
        }
        expected.push(ExpectedAnswer { of, min: column.levels.min, max: column.levels.max(), model });
    }
    let retention = match (overall_change, retention_of(&roles, &group)?.and_then(|now| now.rate)) {
        (Some(change), Some(now)) => moved(&roles, &group, change)?.map(|then| NowAndThen::new(now, then)),
        _ => None,
    };
    Ok(Supposed {
        index: index.zip(rise).map(|(now, rise)| NowAndThen::new(now, now + rise)),
        expected,
        retention,
        attributes: judged.iter().map(Judged::supposed).collect(),
    })
}

/// An attribute that somebody judged.
struct Judged {
    column: NumberColumn,
    input: WhatIfAttribute,
}

impl Judged {
    fn supposed(&self) -> SupposedAttribute {
        let (now, levels) = (self.input.mean.get(), self.column.levels);
        let then = self.input.to.map_or(now, Number::get);
        SupposedAttribute { id: self.input.id.clone(), now, then, min: levels.min, max: levels.max() }
    }
}

fn judged(
    survey: &Survey,
    roles: &Roles,
    group: &Group<'_>,
    weights: Option<&[f64]>,
    changes: &Entries<f64>,
) -> Result<Vec<Judged>, Error> {
    let mut judged = Vec::new();
    for (attribute, column) in roles.judged_attributes() {
        let Some(mean) = column.mean(group) else { continue };
        let id = survey.attributes()[attribute].id.clone();
        let (low, high) = (column.levels.min, column.levels.max());
        let to = match changes.get(&id).copied() {
            Some(value) if !(low..=high).contains(&value) => {
                let allowed = [&number_text(low), "..=", &number_text(high)].concat();
                return Err(Error::at(["changes.", &id].concat(), Problem::OutOfRange { value, allowed }));
            }
            to => to.map(Number::new).transpose()?,
        };
        // A scale whose highest level is 0 has no score, and no part in the index.
        let highest = Positive::new(high).ok();
        let weight = weights.and_then(|weights| weights.get(attribute)).filter(|_| highest.is_some());
        let weight = weight.map(|&weight| NonNegative::new(weight)).transpose()?;
        judged.push(Judged { column, input: WhatIfAttribute { id, mean: Number::new(mean)?, to, weight, highest } });
    }
    let known = |id: &str| judged.iter().any(|one| one.input.id == id);
    match changes.0.iter().find(|(id, _)| !known(id)) {
        Some((id, _)) => {
            let ids: Vec<&str> = judged.iter().map(|one| one.input.id.as_str()).collect();
            let known = ["; there are ", &ids.join(", ")].concat();
            Err(Error::at("changes", Problem::Dangling { what: "attribute", id: id.clone(), known }))
        }
        None => Ok(judged),
    }
}

/// The questions that the attributes may drive, each once.
fn outcomes(roles: &Roles) -> Vec<(Expected, NumberColumn)> {
    let asked = [(Expected::Outcome, roles.outcome), (Expected::Overall, roles.overall), (Expected::Recommendation, roles.nps)];
    let mut outcomes: Vec<(Expected, NumberColumn)> = Vec::new();
    for (of, column) in asked {
        let Some(column) = column else { continue };
        if !outcomes.iter().any(|(_, known)| known.column == column.column) {
            outcomes.push((of, column));
        }
    }
    outcomes
}

/// The regression of one question on the attributes that are judged by other questions. Answers that depend on each other are no mistake of
/// whoever asks.
fn model(judged: &[Judged], outcome: NumberColumn, group: &Group<'_>, level: Confidence) -> Result<Option<ExpectedOutcome>, Error> {
    let drivers: Vec<&Judged> = judged.iter().filter(|one| one.column.column != outcome.column).collect();
    let columns: Vec<NumberColumn> = drivers.iter().map(|one| one.column).chain([outcome]).collect();
    let Some(together) = Together::of(group, &columns).filter(|_| !drivers.is_empty()) else { return Ok(None) };
    let mean = together.means.last().copied().unwrap_or_default();
    let input = WhatIfInput {
        attributes: drivers.iter().map(|one| WhatIfAttribute { weight: None, ..one.input.clone() }).collect(),
        outcome: Some(WhatIfOutcome { n: NonNegative::new(together.n as f64)?, mean: Number::new(mean)?, covariance: together.covariance }),
        level: Some(level),
    };
    match what_if(&input) {
        Err(error) if error.code() == "singular" => Ok(None),
        found => Ok(found?.outcome),
    }
}

/// Retention, were everybody's satisfaction with the whole to move so far.
fn moved(roles: &Roles, group: &Group<'_>, change: f64) -> Result<Option<f64>, Error> {
    let Some(asked) = roles.overall.filter(|asked| asked.levels.count == LEVELS) else { return Ok(None) };
    let input = RetentionInput {
        counts: Some(Counts::new(group.counts(asked.column))?),
        // A step of the scale is a level of the table.
        shift: Some(Number::new(change / asked.levels.step)?),
        level: None,
        table: None,
        curve: None,
        average: None,
    };
    Ok(retention(&input)?.rate)
}
