//! Where the weights come from.

use super::ids::index_of;
use super::judgments;
use crate::error::{Error, Problem};
use crate::survey::definition::Survey;
use crate::survey::{DerivedMethod, Kind, Of, Weights};
use crate::value::{At, Read, Value, names};

names! {
    /// The sources of weights.
    pub enum Source, "source" {
        /// All the same.
        Equal = "equal",
        /// Mean stated importance.
        Stated = "stated",
        /// Given.
        Fixed = "fixed",
        /// The analytic hierarchy process.
        Ahp = "ahp",
        /// From the answers.
        Derived = "derived",
    }
}

const RANDOM_INDEX: [&str; 4] = ["saaty1980", "saaty2005", "alonso-lamata-2006", "donegan-dodd-1991"];

pub(super) fn read(survey: &Survey, at: At<'_>) -> Result<Weights, Error> {
    let Value::Record(_) = at.value else { return Err(at.wrong_type("a record")) };
    match at.field::<Source>("source")? {
        Source::Equal => at.record(&["source"]).map(|()| Weights::Equal),
        Source::Stated => {
            at.record(&["source"])?;
            let stated = survey.fields.iter().any(|field| super::super::roles::states_importance(survey, field));
            match stated {
                true => Ok(Weights::Stated),
                false => Err(at.conflict(&["the survey asks nobody how important the attributes are"])),
            }
        }
        Source::Fixed => fixed(survey, at),
        Source::Ahp => ahp(survey, at),
        Source::Derived => {
            at.record(&["source", "method"])?;
            if survey.outcome.is_none() {
                return Err(at.conflict(&["derived weights need an \"outcome\" to be derived from"]));
            }
            at.field::<DerivedMethod>("method").map(Weights::Derived)
        }
    }
}

fn fixed(survey: &Survey, at: At<'_>) -> Result<Weights, Error> {
    at.record(&["source", "values"])?;
    at.required("values", |at| {
        let values = at.entries(|name, at| {
            let key = Value::Text(name.into());
            index_of("attribute", survey.attributes.iter().map(|a| a.id.as_str()), At { value: &key, path: at.path })?;
            match f64::read(at)? {
                value if value < 0.0 => Err(at.out_of_range(value, "0 and up")),
                value => Ok((name.to_owned(), value)),
            }
        })?;
        match values.iter().map(|(_, value)| value).sum::<f64>() > 0.0 {
            true => Ok(Weights::Fixed(values)),
            false => Err(at.too_few("weight above 0", 1)),
        }
    })
}

fn ahp(survey: &Survey, at: At<'_>) -> Result<Weights, Error> {
    at.record(&["source", "criteria", "factors", "randomIndex"])?;
    let by_dimension = !survey.dimensions.is_empty();
    let items = if by_dimension { survey.dimensions.len() } else { survey.attributes.len() };
    let criteria = at.optional("criteria", |at| judgments::read(items, at))?;
    if criteria.is_none() {
        let wanted = if by_dimension { Of::Dimensions } else { Of::Attributes };
        let asked = survey.questions.iter().any(|q| matches!(&q.kind, Kind::Pairwise { of, .. } if *of == wanted));
        if !asked {
            let message =
                ["without \"criteria\" the judgments are the respondents' own, and no pairwise question compares the ", wanted.name()]
                    .concat();
            return Err(at.error(Problem::Conflict { message }));
        }
    }
    let factors = at.optional("factors", |at| {
        if !by_dimension {
            return Err(at.conflict(&["factors belong to dimensions, and the survey has none"]));
        }
        at.entries(|name, at| {
            let key = Value::Text(name.into());
            let dimension = index_of("dimension", survey.dimensions.iter().map(|d| d.id.as_str()), At { value: &key, path: at.path })?;
            let members = survey.attributes.iter().filter(|a| a.dimension == Some(dimension)).count();
            Ok((name.to_owned(), judgments::read(members, at)?))
        })
    })?;
    let random_index = at.optional("randomIndex", |at| match at.text()? {
        name if RANDOM_INDEX.contains(&name) => Ok(name.to_owned()),
        name => Err(at.error(Problem::UnknownName { what: "random index", name: name.into(), known: RANDOM_INDEX.join(", ") })),
    })?;
    let random_index = random_index.unwrap_or_else(|| RANDOM_INDEX[0].to_owned());
    Ok(Weights::Ahp { criteria, factors: factors.unwrap_or_default(), random_index })
}
