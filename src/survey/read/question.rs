//! Questions.

use super::fault::{Fault, conflict, fault, too_few};
use super::text::{words, words_if_any};
use super::{condition, ids, scale};
use crate::error::Problem;
use crate::survey::{Kind, Measure, Of, OptionItem, Question, Subjects, Survey};
use crate::value::Value;

/// The most items that are compared in pairs: 30 make 435 comparisons, and nobody answers more.
const COMPARED: usize = 30;

/// Reads a question; its fields come after.
pub(super) fn read<'a>(survey: &Survey, definition: &'a Value, part: &'a Value) -> Result<Question, Fault<'a>> {
    Ok(Question {
        id: part.get("id").text().into(),
        title: words(part.get("title")),
        help: words_if_any(part.get("help")),
        required: part.get("required").is_true(),
        show_if: condition::read_if_any(survey, definition, part.get("showIf"))?,
        segment: part.get("segment").is_true(),
        page: survey.pages.len(),
        fields: 0..0,
        kind: kind(survey, definition, part)?,
    })
}

fn kind<'a>(survey: &Survey, definition: &'a Value, part: &'a Value) -> Result<Kind, Fault<'a>> {
    let number = |key: &str| part.get(key).number();
    let listed = || attributes(survey, part.get("attributes"));
    Ok(match part.get("kind").text() {
        "matrix" => Kind::Matrix {
            attributes: listed()?,
            measure: measure(part).unwrap_or(Measure::Satisfaction),
            scale: scale::named(definition, part.get("scale"))?,
        },
        "rating" => {
            let attribute = match part.get("attribute") {
                Value::Text(id) => Some(ids::attribute(survey, id, part.get("attribute"))?),
                _ => None,
            };
            let implied = if attribute.is_some() { Measure::Satisfaction } else { Measure::Overall };
            let measure = measure(part).unwrap_or(implied);
            if measure == Measure::Overall && attribute.is_some() {
                return Err(conflict(part, &["\"overall\" is satisfaction with the whole, not with one attribute"]));
            }
            Kind::Rating { scale: scale::named(definition, part.get("scale"))?, measure, attribute }
        }
        "ces" => Kind::Ces,
        "quadrant" => Kind::Quadrant { attributes: listed()? },
        "pairwise" => pairwise(survey, part)?,
        "kano" => Kind::Kano {
            attributes: listed()?,
            functional: words_if_any(part.get("functional")),
            dysfunctional: words_if_any(part.get("dysfunctional")),
        },
        "allocation" => Kind::Allocation { among: subjects(survey, part)?, total: number("total").unwrap_or(100.0) as u8 },
        "ranking" => Kind::Ranking { among: subjects(survey, part)? },
        "choice" => Kind::Choice {
            options: options(part.get("options")),
            multiple: part.get("multiple").is_true(),
            other: part.get("other").is_true(),
        },
        "number" => {
            let (min, max) = (number("min"), number("max"));
            if let (Some(low), Some(high)) = (min, max)
                && low >= high
            {
                return Err(fault(part, Problem::BadScale { message: scale::upside_down(low, high) }));
            }
            Kind::Number { min, max, step: number("step"), unit: words_if_any(part.get("unit")) }
        }
        "text" => Kind::Text { rows: number("rows").map(|rows| rows as u32), max_length: number("maxLength").map(|most| most as u32) },
        _ => Kind::Nps,
    })
}

fn measure(part: &Value) -> Option<Measure> {
    Measure::named(part.get("measure").text())
}

fn attributes<'a>(survey: &Survey, part: &'a Value) -> Result<Vec<usize>, Fault<'a>> {
    let mut attributes = Vec::new();
    for id in part.list() {
        attributes.push(ids::attribute(survey, id.text(), id)?);
    }
    Ok(attributes)
}

fn options(part: &Value) -> Vec<OptionItem> {
    part.list().iter().map(|option| OptionItem { value: option.get("value").text().into(), title: words(option.get("title")) }).collect()
}

/// The attributes or the options that points or ranks are given to.
fn subjects<'a>(survey: &Survey, part: &'a Value) -> Result<Subjects, Fault<'a>> {
    match (part.get("attributes"), part.get("options")) {
        (named, Value::Null) if !named.is_null() => attributes(survey, named).map(Subjects::Attributes),
        (Value::Null, own) if !own.is_null() => Ok(Subjects::Options(options(own))),
        _ => Err(conflict(part, &["give either \"attributes\" or \"options\""])),
    }
}

fn pairwise<'a>(survey: &Survey, part: &'a Value) -> Result<Kind, Fault<'a>> {
    let of = Of::named(part.get("of").text()).unwrap_or(Of::Attributes);
    let within = part.get("among");
    let among: Vec<usize> = match (of, within) {
        (Of::Dimensions, Value::Null) => (0..survey.dimensions.len()).collect(),
        (Of::Dimensions, _) => {
            return Err(conflict(part, &["\"among\" names the dimension whose attributes are compared; dimensions are compared all"]));
        }
        (Of::Attributes, Value::Null) => (0..survey.attributes.len()).collect(),
        (Of::Attributes, _) => {
            let dimension = Some(ids::dimension(survey, within.text(), within)?);
            (0..survey.attributes.len()).filter(|&index| survey.attributes[index].dimension == dimension).collect()
        }
    };
    match among.len() {
        0 | 1 => Err(too_few(part, "items to compare", 2)),
        found if found > COMPARED => Err(fault(part, Problem::TooMany { what: "items to compare", found, limit: COMPARED })),
        _ => Ok(Kind::Pairwise { of, among }),
    }
}
