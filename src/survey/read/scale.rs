//! Scales of the survey's own, and references to scales.

use super::fault::{Fault, fault, taken, unknown_name, unless};
use super::shape::id;
use super::text::words;
use crate::error::Problem;
use crate::survey::{Labels, Levels, Look, Scale};
use crate::value::{Value, number_text};

/// The most levels a scale has; a code is a byte, and 0 is "missing".
const MOST_LEVELS: f64 = 254.0;

/// A scale of the survey's own.
pub(super) fn read<'a>(name: &str, part: &'a Value) -> Result<Scale, Fault<'a>> {
    id(part, name)?;
    if Scale::built_in(name).is_some() {
        return Err(taken(part, "scale", name));
    }
    let [min, max, step] = ["min", "max", "step"].map(|key| part.get(key).number());
    let levels = levels(min.unwrap_or_default(), max.unwrap_or_default(), step.unwrap_or(1.0));
    let levels = levels.map_err(|message| fault(part, Problem::BadScale { message }))?;
    let look = Look::named(part.get("look").text()).unwrap_or(Look::Dots);
    Ok(Scale { id: name.into(), levels, look, labels: labels(&levels, part.get("labels"))? })
}

fn labels<'a>(levels: &Levels, part: &'a Value) -> Result<Labels, Fault<'a>> {
    match part {
        Value::Null => Ok(Labels::None),
        Value::List(each) => {
            let (found, expected) = (each.len(), levels.count.into());
            unless(found == expected, part, || Problem::LengthMismatch { what: "labels", found, expected })?;
            Ok(Labels::Each(each.iter().map(words).collect()))
        }
        _ => Ok(Labels::Ends { low: words(part.get("low")), high: words(part.get("high")) }),
    }
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

/// The scale that a question names: its survey's own, or a built-in one.
pub(super) fn named<'a>(definition: &'a Value, part: &'a Value) -> Result<Scale, Fault<'a>> {
    let name = part.text();
    let own = definition.get("scales");
    // Every question has its own copy; to read it again is shorter than to copy it.
    match own.get(name) {
        Value::Null => Scale::built_in(name).ok_or_else(|| {
            let mut names: Vec<&str> = own.entries().iter().map(|(name, _)| name.as_str()).collect();
            Scale::built_in_ids().for_each(|id| names.push(id));
            unknown_name(part, "scale", &names)
        }),
        scale => read(name, scale),
    }
}
