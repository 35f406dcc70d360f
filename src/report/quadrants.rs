//! The quadrants of a survey's attributes.

use super::options::Importance;
use super::roles::{NumberColumn, Roles};
use crate::error::{Error, Problem};
use crate::measure::{
    Bounds, Crosshair, CrosshairRule, Crossing, Drivers, Number, QuadrantPoint, QuadrantsInput, QuadrantsResult, quadrants,
};
use crate::survey::Survey;
use crate::tally::Group;

/// Performance is the mean of what the attribute is judged by; importance the mean that was stated, or what the drivers say, which are then
/// those of its method.
/// `None` where the survey judges no attribute or knows no importance.
pub(super) fn quadrants_of(
    survey: &Survey,
    roles: &Roles,
    group: &Group<'_>,
    importance: Option<Importance>,
    drivers: Option<&Drivers>,
    rule: Option<CrosshairRule>,
) -> Result<Option<QuadrantsResult>, Error> {
    let Some(importance) = importance else { return Ok(None) };
    let (importances, scales) = match importance {
        Importance::Stated => (stated(roles, group), scales(roles)),
        Importance::Derived(_) => {
            let Some(found) = drivers else { return Ok(None) };
            let raw = |id: &str| found.drivers.iter().find(|driver| driver.id == id)?.raw;
            (survey.attributes().iter().map(|attribute| raw(&attribute.id)).collect(), None)
        }
    };
    let number = |value: Option<f64>| value.map(Number::new).transpose();
    let mut points = Vec::new();
    for (attribute, column) in roles.judged_attributes() {
        points.push(QuadrantPoint {
            id: survey.attributes()[attribute].id.clone(),
            importance: number(importances[attribute])?,
            performance: number(column.mean(group))?,
        });
    }
    if points.is_empty() {
        return Ok(None);
    }
    let same = scales.filter(|scales| scales.importance == scales.performance).map(|scales| scales.importance);
    let crosshair = match (rule, same, scales) {
        (Some(CrosshairRule::Midpoint), None, None) => {
            let message = "the midpoint needs importance stated on one scale for all attributes, and performance on one scale".into();
            return Err(Error::at("crosshair", Problem::Conflict { message }));
        }
        // Two scales have a middle each.
        (Some(CrosshairRule::Midpoint), None, Some(scales)) => Some(Crosshair::Given(Crossing {
            importance: Number::new(middle(scales.importance))?,
            performance: Number::new(middle(scales.performance))?,
        })),
        (rule, ..) => rule.map(Crosshair::Rule),
    };
    let mut result = quadrants(&QuadrantsInput { points, crosshair, scale: same })?;
    if let (Some(drawn), Some(rule)) = (&mut result.crosshair, rule) {
        drawn.rule = rule.name();
    }
    Ok(Some(result))
}

fn stated(roles: &Roles, group: &Group<'_>) -> Vec<Option<f64>> {
    roles.importance.iter().map(|column| column.and_then(|column| column.mean(group))).collect()
}

/// The scale of each axis.
#[derive(Clone, Copy)]
struct Scales {
    importance: Bounds,
    performance: Bounds,
}

/// `None` where an axis mixes scales.
fn scales(roles: &Roles) -> Option<Scales> {
    let judged: Vec<NumberColumn> = roles.judged_attributes().map(|(_, column)| column).collect();
    let stated: Vec<NumberColumn> = roles.importance.iter().flatten().copied().collect();
    Some(Scales { importance: one_scale(&stated)?, performance: one_scale(&judged)? })
}

fn one_scale(columns: &[NumberColumn]) -> Option<Bounds> {
    let first = columns.first()?;
    let one = columns.iter().all(|column| column.same_scale(first));
    one.then(|| Bounds::new(first.levels.min, first.levels.max()).ok()).flatten()
}

fn middle(scale: Bounds) -> f64 {
    (scale.min + scale.max) / 2.0
}
