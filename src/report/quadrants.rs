//! The quadrants of a survey's attributes.

use super::derived::importance_covariance;
use super::options::Importance;
use super::roles::{NumberColumn, Roles};
use super::sampling::mean_covariance;
use crate::error::{Error, Problem};
use crate::measure::{
    Bounds, Crosshair, CrosshairRule, Crossing, Drivers, Number, PointCovariance, QuadrantPoint, QuadrantsInput, QuadrantsResult, Square,
    quadrants, quadrants_with,
};
use crate::survey::Survey;
use crate::tally::Group;

/// Performance is the mean of what the attribute is judged by; importance the mean that was stated, or what the drivers say, which are then
/// those of its method.
/// Each point comes with the certainty of its quadrant, as far as the tally tells of how answers vary.
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
    let input = QuadrantsInput { points, crosshair, scale: same };
    let mut result = match covariance(survey, roles, group, importance)? {
        Some(covariance) => quadrants_with(&input, &covariance)?,
        None => quadrants(&input)?,
    };
    // One answer tells nothing of how it varies.
    for (point, (attribute, column)) in result.points.iter_mut().zip(roles.judged_attributes()) {
        let few = |column: &NumberColumn| group.n(column.column) < 2;
        if few(&column) || (importance == Importance::Stated && roles.importance[attribute].as_ref().is_some_and(few)) {
            (point.certainty, point.spread) = (None, None);
        }
        point.n = Some(group.n(column.column) as f64);
    }
    if let (Some(drawn), Some(rule)) = (&mut result.crosshair, rule) {
        drawn.rule = rule.name();
    }
    Ok(Some(result))
}

/// How the points vary from sample to sample. Derived importance and performance are taken to vary apart: what is between them hangs on
/// third moments, which are small here beside what each varies by itself. `None` where the answers do not tell.
fn covariance(survey: &Survey, roles: &Roles, group: &Group<'_>, importance: Importance) -> Result<Option<PointCovariance>, Error> {
    let judged: Vec<(usize, NumberColumn)> = roles.judged_attributes().collect();
    let stated = |attribute: usize| roles.importance[attribute].filter(|_| importance == Importance::Stated);
    // Of an attribute whose importance is not stated the performance stands in; it makes no point.
    let columns: Vec<NumberColumn> = judged
        .iter()
        .map(|&(attribute, column)| stated(attribute).unwrap_or(column))
        .chain(judged.iter().map(|(_, column)| *column))
        .collect();
    let answered: Vec<usize> = columns.iter().map(|column| column.column).filter(|&column| group.n(column) > 1).collect();
    let Some(means) = mean_covariance(&answered, group) else { return Ok(None) };
    let place = |column: &NumberColumn| answered.iter().position(|&one| one == column.column);
    let of_means = |i: usize, j: usize| {
        let (a, b) = (&columns[i], &columns[j]);
        place(a).zip(place(b)).map_or(0.0, |(i, j)| a.sign() * b.sign() * means.rows[i][j])
    };
    let method = match importance {
        Importance::Stated => return Ok(Some(PointCovariance { matrix: Square::from_fn(columns.len(), of_means) })),
        Importance::Derived(method) => method,
    };
    let derived = importance_covariance(survey, roles, group, method)?;
    Ok(derived.map(|derived| PointCovariance {
        matrix: Square::from_fn(columns.len(), |i, j| match (i < judged.len(), j < judged.len()) {
            (true, true) => derived[(judged[i].0, judged[j].0)],
            (false, false) => of_means(i, j),
            _ => 0.0,
        }),
    }))
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
