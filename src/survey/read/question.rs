//! Questions.

use super::ids::{id, index_of, unique};
use super::{ATTRIBUTES, Known, OPTIONS, at_most, condition, scale};
use crate::error::{Error, Problem};
use crate::survey::definition::Survey;
use crate::survey::{Kind, Measure, Of, OptionItem, Question, Subjects, Text};
use crate::value::{At, Read, Value};

const ASK: [&str; 7] = ["id", "kind", "title", "help", "required", "showIf", "segment"];

const KINDS: [(&str, &[&str]); 12] = [
    ("matrix", &["attributes", "measure", "scale"]),
    ("rating", &["scale", "measure", "attribute"]),
    ("nps", &[]),
    ("ces", &[]),
    ("quadrant", &["attributes"]),
    ("pairwise", &["of", "among"]),
    ("kano", &["attributes", "functional", "dysfunctional"]),
    ("allocation", &["attributes", "options", "total"]),
    ("ranking", &["attributes", "options"]),
    ("choice", &["options", "multiple", "other"]),
    ("number", &["min", "max", "step", "unit"]),
    ("text", &["rows", "maxLength"]),
];

/// Every question id of the definition, so that a condition on a later one can be told from one on nothing.
pub(super) fn ids_ahead(pages: &[Value]) -> Vec<String> {
    let entry = |value: &Value, key: &str| match value {
        Value::Record(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone()),
        _ => None,
    };
    let questions = pages.iter().filter_map(|page| match entry(page, "questions") {
        Some(Value::List(questions)) => Some(questions),
        _ => None,
    });
    questions
        .flatten()
        .filter_map(|question| match entry(&question, "id") {
            Some(Value::Text(id)) => Some(id),
            _ => None,
        })
        .collect()
}

/// Reads a question; its fields come after.
pub(super) fn read(survey: &Survey, known: &Known, ahead: &[String], page: usize, at: At<'_>) -> Result<Question, Error> {
    let Value::Record(_) = at.value else { return Err(at.wrong_type("a question")) };
    let kind = at.required("kind", |at| {
        let name = at.text()?;
        KINDS.iter().find(|(kind, _)| *kind == name).ok_or_else(|| {
            let known = KINDS.map(|(kind, _)| kind).join(", ");
            at.error(Problem::UnknownName { what: "kind", name: name.into(), known })
        })
    })?;
    at.record(&[&ASK, kind.1].concat())?;
    let mut question = Question {
        id: String::new(),
        title: Text::plain(""),
        help: None,
        required: at.flag("required")?,
        show_if: None,
        segment: at.flag("segment")?,
        page,
        fields: 0..0,
        kind: Kind::Nps,
    };
    let mut fill = || {
        question.id = at.required("id", id)?;
        question.title = at.field("title")?;
        question.help = at.field("help")?;
        question.show_if = at.optional("showIf", |at| condition::read(survey, &known.attributes, ahead, at))?;
        question.kind = read_kind(known, kind.0, at)?;
        Ok(())
    };
    fill()?;
    Ok(question)
}

fn read_kind(known: &Known, kind: &str, at: At<'_>) -> Result<Kind, Error> {
    Ok(match kind {
        "matrix" => Kind::Matrix {
            attributes: at.required("attributes", |at| attributes(known, 1, at))?,
            measure: at.required("measure", |at| match Measure::read(at)? {
                Measure::Overall => {
                    let known = "satisfaction, importance, expectation, perception".into();
                    Err(at.error(Problem::UnknownName { what: "measure", name: "overall".into(), known }))
                }
                measure => Ok(measure),
            })?,
            scale: scale::named(known, at)?,
        },
        "rating" => {
            let attribute = at.optional("attribute", |at| index_of("attribute", known.attributes.iter().map(|a| a.id.as_str()), at))?;
            let measure = at.field::<Option<Measure>>("measure")?;
            if measure == Some(Measure::Overall) && attribute.is_some() {
                return Err(at.conflict(&["\"overall\" is satisfaction with the whole, not with one attribute"]));
            }
            let implied = if attribute.is_some() { Measure::Satisfaction } else { Measure::Overall };
            Kind::Rating { scale: scale::named(known, at)?, measure: measure.unwrap_or(implied), attribute }
        }
        "nps" => Kind::Nps,
        "ces" => Kind::Ces,
        "quadrant" => Kind::Quadrant { attributes: at.required("attributes", |at| attributes(known, 1, at))? },
        "pairwise" => pairwise(known, at)?,
        "kano" => Kind::Kano {
            attributes: at.required("attributes", |at| attributes(known, 1, at))?,
            functional: at.field("functional")?,
            dysfunctional: at.field("dysfunctional")?,
        },
        "allocation" => Kind::Allocation {
            among: subjects(known, at)?,
            total: at
                .optional("total", |at| match u64::read(at)? {
                    total @ 1..=253 => Ok(total as u8),
                    total => Err(at.out_of_range(total as f64, "1..=253")),
                })?
                .unwrap_or(100),
        },
        "ranking" => Kind::Ranking { among: subjects(known, at)? },
        "choice" => Kind::Choice { options: at.required("options", options)?, multiple: at.flag("multiple")?, other: at.flag("other")? },
        "number" => number(at)?,
        _ => Kind::Text { rows: at.optional("rows", positive)?, max_length: at.optional("maxLength", positive)? },
    })
}

fn positive(at: At<'_>) -> Result<u32, Error> {
    match u32::read(at)? {
        0 => Err(at.out_of_range(0.0, "1 and up")),
        number => Ok(number),
    }
}

fn number(at: At<'_>) -> Result<Kind, Error> {
    let (min, max): (Option<f64>, Option<f64>) = (at.field("min")?, at.field("max")?);
    if let (Some(low), Some(high)) = (min, max)
        && low >= high
    {
        return Err(at.error(Problem::BadScale { message: scale::upside_down(low, high) }));
    }
    let step = at.optional("step", |at| match f64::read(at)? {
        step if step > 0.0 => Ok(step),
        value => Err(at.out_of_range(value, "more than 0")),
    })?;
    Ok(Kind::Number { min, max, step, unit: at.field("unit")? })
}

/// Ids of attributes, each once.
fn attributes(known: &Known, least: usize, at: At<'_>) -> Result<Vec<usize>, Error> {
    let mut taken = unique("attribute");
    let list = at.list(|at| {
        let index = index_of("attribute", known.attributes.iter().map(|a| a.id.as_str()), at)?;
        taken(known.attributes[index].id.clone(), at)?;
        Ok(index)
    })?;
    at_most("attributes", list.len(), ATTRIBUTES, at)?;
    match list.len() < least {
        true => Err(at.too_few("attributes", least)),
        false => Ok(list),
    }
}

fn options(at: At<'_>) -> Result<Vec<OptionItem>, Error> {
    if let Value::List(list) = at.value {
        at_most("options", list.len(), OPTIONS, at)?;
    }
    let mut taken = unique("option");
    let list = at.list(|at| {
        at.record(&["value", "title"])?;
        let value = at.required("value", |at| taken(id(at)?, at))?;
        Ok(OptionItem { value, title: at.field::<Text>("title")? })
    })?;
    match list.is_empty() {
        true => Err(at.too_few("option", 1)),
        false => Ok(list),
    }
}

/// The attributes or the options that points or ranks are given to; two at least.
fn subjects(known: &Known, at: At<'_>) -> Result<Subjects, Error> {
    let named = at.optional("attributes", |at| attributes(known, 2, at))?;
    let own = at.optional("options", |at| match options(at)? {
        list if list.len() < 2 => Err(at.too_few("options", 2)),
        list => Ok(list),
    })?;
    match (named, own) {
        (Some(attributes), None) => Ok(Subjects::Attributes(attributes)),
        (None, Some(options)) => Ok(Subjects::Options(options)),
        _ => Err(at.conflict(&["give either \"attributes\" or \"options\""])),
    }
}

fn pairwise(known: &Known, at: At<'_>) -> Result<Kind, Error> {
    let of: Of = at.field("of")?;
    let among = match of {
        Of::Dimensions if at.key("among").is_some() => {
            return Err(at.conflict(&["\"among\" names the dimension whose attributes are compared; dimensions are compared all"]));
        }
        Of::Dimensions => (0..known.dimensions.len()).collect(),
        Of::Attributes => {
            let dimension = at.optional("among", |at| index_of("dimension", known.dimensions.iter().map(|d| d.id.as_str()), at))?;
            let chosen = |index: &usize| dimension.is_none() || known.attributes[*index].dimension == dimension;
            (0..known.attributes.len()).filter(chosen).collect::<Vec<_>>()
        }
    };
    match among.len() {
        0 | 1 => Err(at.too_few("items to compare", 2)),
        // 30 items make 435 comparisons; nobody answers more.
        31.. => Err(at.error(Problem::TooMany { what: "items to compare", found: among.len(), limit: 30 })),
        _ => Ok(Kind::Pairwise { of, among }),
    }
}
