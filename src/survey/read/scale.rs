//! Scales of the survey's own, and references to scales.

use super::Known;
use super::ids::id;
use crate::error::{Error, Problem};
use crate::survey::{Labels, Levels, Look, Scale, Text};
use crate::value::{At, Read, Value, number_text};

/// The most levels a scale has; a code is a byte, and 0 is "missing".
const MOST_LEVELS: f64 = 254.0;

/// The record `scales`, in the order it came.
pub(super) fn read_all(at: At<'_>) -> Result<Vec<Scale>, Error> {
    let scales = at.optional("scales", |at| {
        at.entries(|name, at| {
            let key = Value::Text(name.into());
            let id = id(At { value: &key, path: at.path })?;
            if Scale::built_in(&id).is_some() {
                return Err(at.taken("scale", id));
            }
            read(id, at)
        })
    })?;
    Ok(scales.unwrap_or_default())
}

fn read(id: String, at: At<'_>) -> Result<Scale, Error> {
    at.record(&["min", "max", "step", "look", "labels"])?;
    let (min, max) = (at.field("min")?, at.field("max")?);
    let step = at.field::<Option<f64>>("step")?.unwrap_or(1.0);
    let levels = levels(min, max, step).map_err(|message| at.error(Problem::BadScale { message }))?;
    let look = at.field::<Look>("look")?;
    let labels = at.optional("labels", |at| labels(&levels, at))?.unwrap_or(Labels::None);
    Ok(Scale { id, levels, look, labels })
}

/// The levels from `min` to `max`, or what is wrong with them.
pub(super) fn levels(min: f64, max: f64, step: f64) -> Result<Levels, String> {
    if min >= max {
        return Err(upside_down(min, max));
    }
    if step <= 0.0 {
        return Err(["step must be more than 0, this is ", &number_text(step)].concat());
    }
    let steps = (max - min) / step;
    if (steps - steps.round()).abs() > 1e-9 * steps.max(1.0) {
        let [min, step, max] = [min, step, max].map(number_text);
        return Err(["max ", &max, " is no whole number of steps of ", &step, " from min ", &min].concat());
    }
    let count = steps.round() + 1.0;
    if count > MOST_LEVELS {
        return Err([&number_text(count), " levels; at most ", &number_text(MOST_LEVELS), " are taken"].concat());
    }
    Ok(Levels { min, step, count: count as u8 })
}

/// What is wrong with bounds that leave nothing between them.
#[cold]
pub(super) fn upside_down(min: f64, max: f64) -> String {
    ["min ", &number_text(min), " must be less than max ", &number_text(max)].concat()
}

fn labels(levels: &Levels, at: At<'_>) -> Result<Labels, Error> {
    if let Value::Record(_) = at.value {
        at.record(&["low", "high"])?;
        return Ok(Labels::Ends { low: at.field("low")?, high: at.field("high")? });
    }
    let each = at.list(Text::read)?;
    match each.len() == usize::from(levels.count) {
        true => Ok(Labels::Each(each)),
        false => Err(at.error(Problem::LengthMismatch { what: "labels", found: each.len(), expected: levels.count.into() })),
    }
}

/// The scale that a question names: its survey's own, or a built-in one.
pub(super) fn named(known: &Known, at: At<'_>) -> Result<Scale, Error> {
    at.required("scale", |at| {
        let name = at.text()?;
        let own = known.scales.iter().find(|scale| scale.id == name).cloned();
        own.or_else(|| Scale::built_in(name)).ok_or_else(|| {
            let mut names: Vec<&str> = known.scales.iter().map(|scale| scale.id.as_str()).collect();
            Scale::built_in_ids().for_each(|id| names.push(id));
            at.error(Problem::UnknownName { what: "scale", name: name.into(), known: names.join(", ") })
        })
    })
}
