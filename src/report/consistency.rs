//! How consistently each dimension is measured.

use serde::Serialize;

use super::roles::{NumberColumn, Roles};
use super::together::Together;
use crate::error::Error;
use crate::measure::{ReliabilityInput, reliability};
use crate::survey::Survey;
use crate::tally::Group;

/// Internal consistency of one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct DimensionReliability {
    /// The dimension.
    pub dimension: String,
    /// Cronbach's alpha of its judged attributes; `None` for one, or where the answers do not tell.
    pub alpha: Option<f64>,
}

/// Of each dimension that has judged attributes.
pub(super) fn reliability_of(survey: &Survey, roles: &Roles, group: &Group<'_>) -> Result<Vec<DimensionReliability>, Error> {
    let mut found = Vec::new();
    for (index, dimension) in survey.dimensions().iter().enumerate() {
        let inside = roles.judged_attributes().filter(|(attribute, _)| survey.attributes()[*attribute].dimension == Some(index));
        let columns: Vec<NumberColumn> = inside.map(|(_, column)| column).collect();
        if columns.is_empty() {
            continue;
        }
        let alpha = match Together::of(group, &columns) {
            Some(Together { covariance, .. }) => reliability(&ReliabilityInput { covariance })?.alpha,
            None => None,
        };
        found.push(DimensionReliability { dimension: dimension.id.clone(), alpha });
    }
    Ok(found)
}
