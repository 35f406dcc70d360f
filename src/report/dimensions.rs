//! The satisfaction index of each dimension.

use serde::Serialize;

use super::index::index_of;
use super::roles::Roles;
use crate::error::Error;
use crate::measure::{Confidence, Interval};
use crate::survey::Survey;
use crate::tally::Group;

/// One dimension of the index.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct DimensionIndex {
    /// The dimension.
    pub id: String,
    /// Its judged attributes, in the survey's order.
    pub attributes: Vec<String>,
    /// Its share of the index, 0..=1.
    pub weight: f64,
    /// The index of its attributes alone, at most 1.
    pub index: Option<f64>,
    /// Of `index`.
    pub interval: Option<Interval>,
    /// The largest number of answers to one of its attributes.
    pub n: f64,
}

/// The dimensions that have judged attributes; within a dimension its attributes weigh as they do in the index.
pub(super) fn dimensions_of(
    survey: &Survey,
    roles: &Roles,
    weights: Option<&[f64]>,
    group: &Group<'_>,
    level: Confidence,
) -> Result<Vec<DimensionIndex>, Error> {
    let mut found = Vec::new();
    let Some(weights) = weights else { return Ok(found) };
    for (place, dimension) in survey.dimensions().iter().enumerate() {
        let belongs = |attribute: usize| survey.attributes()[attribute].dimension == Some(place);
        let alone: Vec<f64> = weights.iter().enumerate().map(|(at, weight)| if belongs(at) { *weight } else { 0.0 }).collect();
        let members: Vec<_> = roles.judged_attributes().filter(|(attribute, _)| belongs(*attribute)).collect();
        if members.is_empty() {
            continue;
        }
        let result = index_of(survey, roles, &alone, group, level)?;
        let (index, interval) = result.map_or((None, None), |result| (result.index, result.interval));
        found.push(DimensionIndex {
            id: dimension.id.clone(),
            attributes: members.iter().map(|(attribute, _)| survey.attributes()[*attribute].id.clone()).collect(),
            weight: alone.iter().sum(),
            index,
            interval,
            n: members.iter().map(|(_, column)| group.n(column.column)).max().unwrap_or(0) as f64,
        });
    }
    Ok(found)
}
