//! Importance derived from answers: how much each attribute has to do with the outcome.

use super::roles::{NumberColumn, Roles};
use super::sampling::kurtosis;
use crate::error::Error;
use crate::measure::{AnswerShape, Correlations, DriverMethod, Drivers, DriversInput, Square, drivers, drivers_covariance};
use crate::survey::Survey;
use crate::tally::Group;

/// What the outcome is called in the matrix; no attribute can be, for ids have no colon.
const OUTCOME: &str = ":outcome";

/// The drivers of the outcome, from correlations over the respondents who answered both questions; less of what is bad is better.
///
/// `n` is the largest number of respondents behind a correlation with the outcome. `None` where the survey names no outcome, or
/// judges nothing beside it, and where the attributes depend on each other so that the method cannot tell them apart.
pub(super) fn drivers_of(survey: &Survey, roles: &Roles, group: &Group<'_>, method: DriverMethod) -> Result<Option<Drivers>, Error> {
    let Some(correlations) = correlations_of(survey, roles, group)? else { return Ok(None) };
    match drivers(&DriversInput { correlations, method: Some(method) }) {
        // Answers that depend on each other are no mistake of whoever asks for the report.
        Err(error) if error.code() == "singular" => Ok(None),
        result => result.map(Some),
    }
}

/// The attributes that can drive the outcome: those that are judged by another question.
fn candidates(roles: &Roles, outcome: NumberColumn) -> Vec<(usize, NumberColumn)> {
    roles.judged_attributes().filter(|(_, column)| column.column != outcome.column).collect()
}

/// How the raw values of the drivers vary together, from one attribute of the survey to another; nothing varies of those without.
/// `None` where the answers do not tell.
pub(super) fn importance_covariance(
    survey: &Survey,
    roles: &Roles,
    group: &Group<'_>,
    method: DriverMethod,
) -> Result<Option<Square>, Error> {
    let (Some(outcome), Some(correlations)) = (roles.outcome, correlations_of(survey, roles, group)?) else { return Ok(None) };
    let candidates = candidates(roles, outcome);
    let shape = AnswerShape {
        n: candidates
            .iter()
            .filter_map(|(_, column)| group.moments(column.column, outcome.column))
            .map(|both| both.effective_n)
            .fold(0.0, f64::max),
        kurtosis: candidates.iter().map(|(_, column)| kurtosis(column.column, group)).collect(),
        outcome_kurtosis: kurtosis(outcome.column, group),
    };
    let found = drivers_covariance(&DriversInput { correlations, method: Some(method) }, &shape);
    let place = |attribute: usize| candidates.iter().position(|(one, _)| *one == attribute);
    Ok(found.map(|found| Square::from_fn(survey.attributes().len(), |i, j| place(i).zip(place(j)).map_or(0.0, |(i, j)| found[(i, j)]))))
}

/// Correlations of the judged attributes and the outcome.
fn correlations_of(survey: &Survey, roles: &Roles, group: &Group<'_>) -> Result<Option<Correlations>, Error> {
    let Some(outcome) = roles.outcome else { return Ok(None) };
    let attributes = candidates(roles, outcome);
    if attributes.is_empty() {
        return Ok(None);
    }
    let columns: Vec<NumberColumn> = attributes.iter().map(|(_, column)| *column).chain([outcome]).collect();
    let mut ids: Vec<String> = attributes.iter().map(|(attribute, _)| survey.attributes()[*attribute].id.clone()).collect();
    ids.push(OUTCOME.into());
    let correlation = |a: &NumberColumn, b: &NumberColumn| {
        let r = group.correlation(a.column, b.column)?;
        Some(if a.column == b.column { 1.0 } else { a.sign() * b.sign() * r })
    };
    let matrix: Vec<Vec<Option<f64>>> = columns.iter().map(|a| columns.iter().map(|b| correlation(a, b)).collect()).collect();
    let n = attributes.iter().filter_map(|(_, column)| group.moments(column.column, outcome.column)).map(|both| both.n).max();
    Correlations::new(&matrix, &ids, OUTCOME, n.unwrap_or(0) as f64).map(Some)
}

/// Each attribute's share of what drives the outcome; 0 where that is not known.
pub(super) fn derived_shares(survey: &Survey, roles: &Roles, group: &Group<'_>, method: DriverMethod) -> Result<Vec<f64>, Error> {
    let found = drivers_of(survey, roles, group, method)?;
    let share = |id: &str| found.as_ref()?.drivers.iter().find(|driver| driver.id == id)?.share;
    Ok(survey.attributes().iter().map(|attribute| share(&attribute.id).unwrap_or(0.0)).collect())
}
