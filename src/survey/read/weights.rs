//! Where the weights come from.

use super::fault::{Fault, conflict, out_of_range, too_few};
use super::{ids, judgments};
use crate::survey::{DerivedMethod, Kind, Of, Survey, Weights, roles};
use crate::value::Value;

/// The random indices that a definition can name; the first is meant where it names none.
pub(super) const RANDOM_INDEX: &[&str] = &["saaty1980", "saaty2005", "alonso-lamata-2006", "donegan-dodd-1991"];

pub(super) fn read<'a>(survey: &Survey, part: &'a Value) -> Result<Weights, Fault<'a>> {
    match part.get("source").text() {
        "stated" => match survey.fields.iter().any(|field| roles::states_importance(survey, field)) {
            true => Ok(Weights::Stated),
            false => Err(conflict(part, &["the survey asks nobody how important the attributes are"])),
        },
        "fixed" => fixed(survey, part.get("values")),
        "ahp" => ahp(survey, part),
        "derived" => match (survey.outcome, DerivedMethod::named(part.get("method").text())) {
            (Some(_), Some(method)) => Ok(Weights::Derived(method)),
            _ => Err(conflict(part, &["derived weights need an \"outcome\" to be derived from"])),
        },
        _ => Ok(Weights::Equal),
    }
}

fn fixed<'a>(survey: &Survey, part: &'a Value) -> Result<Weights, Fault<'a>> {
    let mut values = Vec::new();
    let mut sum = 0.0;
    for (name, weight) in part.entries() {
        ids::attribute(survey, name, weight)?;
        let value = weight.number().unwrap_or_default();
        if value < 0.0 {
            return Err(out_of_range(weight, &["0 and up"]));
        }
        sum += value;
        values.push((name.clone(), value));
    }
    if sum > 0.0 { Ok(Weights::Fixed(values)) } else { Err(too_few(part, "weight above 0", 1)) }
}

fn ahp<'a>(survey: &Survey, part: &'a Value) -> Result<Weights, Fault<'a>> {
    let (items, compared) = match survey.dimensions.len() {
        0 => (survey.attributes.len(), Of::Attributes),
        dimensions => (dimensions, Of::Dimensions),
    };
    let criteria = match part.get("criteria") {
        Value::Null => None,
        judged => Some(judgments::read(items, judged)?),
    };
    let asked = || survey.questions.iter().any(|question| matches!(&question.kind, Kind::Pairwise { of, .. } if *of == compared));
    if criteria.is_none() && !asked() {
        let message = "without \"criteria\" the judgments are the respondents' own, and no pairwise question compares the ";
        return Err(conflict(part, &[message, compared.name()]));
    }
    let given = part.get("factors");
    if !given.is_null() && compared == Of::Attributes {
        return Err(conflict(given, &["factors belong to dimensions, and the survey has none"]));
    }
    let mut factors = Vec::new();
    for (name, judged) in given.entries() {
        let dimension = ids::dimension(survey, name, judged)?;
        let members = survey.attributes.iter().filter(|attribute| attribute.dimension == Some(dimension)).count();
        factors.push((name.clone(), judgments::read(members, judged)?));
    }
    let random_index = match part.get("randomIndex").text() {
        "" => RANDOM_INDEX[0],
        name => name,
    };
    Ok(Weights::Ahp { criteria, factors, random_index: random_index.into() })
}
