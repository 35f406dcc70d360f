//! Questions.

use super::ids::{self, id, unique};
use super::{ATTRIBUTES, Known, OPTIONS, at_most, condition, scale};
use crate::error::{Error, Problem};
use crate::survey::definition::Survey;
use crate::survey::{Kind, Measure, Of, OptionItem, Question, Subjects, Text};
use crate::value::{At, Path, Read, Value, names};

const ASK: [&str; 7] = ["id", "kind", "title", "help", "required", "showIf", "segment"];

names! {
    /// The kinds of questions, as they are written.
    pub enum Name, "kind" {
        /// [`Kind::Matrix`]
        Matrix = "matrix",
        /// [`Kind::Rating`]
        Rating = "rating",
        /// [`Kind::Nps`]
        Nps = "nps",
        /// [`Kind::Ces`]
        Ces = "ces",
        /// [`Kind::Quadrant`]
        Quadrant = "quadrant",
        /// [`Kind::Pairwise`]
        Pairwise = "pairwise",
        /// [`Kind::Kano`]
        Kano = "kano",
        /// [`Kind::Allocation`]
        Allocation = "allocation",
        /// [`Kind::Ranking`]
        Ranking = "ranking",
        /// [`Kind::Choice`]
        Choice = "choice",
        /// [`Kind::Number`]
        Number = "number",
        /// [`Kind::Text`]
        Text = "text",
    }
}

impl Name {
    /// The keys that a question of this kind has beside those that all have.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Matrix => &["attributes", "measure", "scale"],
            Self::Rating => &["scale", "measure", "attribute"],
            Self::Nps | Self::Ces => &[],
            Self::Quadrant => &["attributes"],
            Self::Pairwise => &["of", "among"],
            Self::Kano => &["attributes", "functional", "dysfunctional"],
            Self::Allocation => &["attributes", "options", "total"],
            Self::Ranking => &["attributes", "options"],
            Self::Choice => &["options", "multiple", "other"],
            Self::Number => &["min", "max", "step", "unit"],
            Self::Text => &["rows", "maxLength"],
        }
    }
}

/// Every question id of the definition, so that a condition on a later one can be told from one on nothing.
pub(super) fn ids_ahead(pages: &[Value]) -> Vec<&str> {
    let mut ids = Vec::new();
    for page in pages {
        let Some(Value::List(questions)) = (At { value: page, path: &Path::Root }).key("questions") else { continue };
        for question in questions {
            if let Some(Value::Text(id)) = (At { value: question, path: &Path::Root }).key("id") {
                ids.push(id.as_str());
            }
        }
    }
    ids
}

/// Reads a question; its fields come after.
pub(super) fn read(survey: &Survey, known: &Known, ahead: &[&str], page: usize, at: At<'_>) -> Result<Question, Error> {
    let Value::Record(_) = at.value else { return Err(at.wrong_type("a question")) };
    let name = at.field::<Name>("kind")?;
    at.record(&[&ASK, name.keys()].concat())?;
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
        question.kind = read_kind(known, name, at)?;
        Ok(())
    };
    fill()?;
    Ok(question)
}

fn read_kind(known: &Known, name: Name, at: At<'_>) -> Result<Kind, Error> {
    Ok(match name {
        Name::Matrix => Kind::Matrix {
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
        Name::Rating => {
            let attribute = at.optional("attribute", |at| ids::attribute(&known.attributes, at))?;
            let measure = at.field::<Option<Measure>>("measure")?;
            if measure == Some(Measure::Overall) && attribute.is_some() {
                return Err(at.conflict(&["\"overall\" is satisfaction with the whole, not with one attribute"]));
            }
            let implied = if attribute.is_some() { Measure::Satisfaction } else { Measure::Overall };
            Kind::Rating { scale: scale::named(known, at)?, measure: measure.unwrap_or(implied), attribute }
        }
        Name::Nps => Kind::Nps,
        Name::Ces => Kind::Ces,
        Name::Quadrant => Kind::Quadrant { attributes: at.required("attributes", |at| attributes(known, 1, at))? },
        Name::Pairwise => pairwise(known, at)?,
        Name::Kano => Kind::Kano {
            attributes: at.required("attributes", |at| attributes(known, 1, at))?,
            functional: at.field("functional")?,
            dysfunctional: at.field("dysfunctional")?,
        },
        Name::Allocation => Kind::Allocation {
            among: subjects(known, at)?,
            total: at
                .optional("total", |at| match u64::read(at)? {
                    total @ 1..=253 => Ok(total as u8),
                    total => Err(at.out_of_range(total as f64, "1..=253")),
                })?
                .unwrap_or(100),
        },
        Name::Ranking => Kind::Ranking { among: subjects(known, at)? },
        Name::Choice => {
            Kind::Choice { options: at.required("options", options)?, multiple: at.flag("multiple")?, other: at.flag("other")? }
        }
        Name::Number => number(at)?,
        Name::Text => Kind::Text { rows: at.optional("rows", positive)?, max_length: at.optional("maxLength", positive)? },
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
        let index = ids::attribute(&known.attributes, at)?;
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
            let dimension = at.optional("among", |at| ids::dimension(&known.dimensions, at))?;
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
