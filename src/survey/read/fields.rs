//! From a question to its fields and columns.

use super::{Known, scale};
use crate::error::{Error, Problem};
use crate::survey::definition::Survey;
use crate::survey::{Column, Domain, Field, Kind, Levels, Of, Part, Question, Scale, Subjects};
use crate::value::At;

/// The most groups that one question may split the report into.
const MOST_SEGMENTS: usize = 50;

/// Adds a question with its fields and columns.
pub(super) fn append(survey: &mut Survey, known: &Known, mut question: Question, at: At<'_>) -> Result<(), Error> {
    let first = survey.fields.len();
    let index = survey.questions.len();
    let mut add = |key: String, attribute: Option<usize>, part: Part, domain: Domain| -> Result<(), Error> {
        if survey.fields.iter().any(|field| field.key == key) {
            return Err(at.error(Problem::DuplicateId { what: "answer key", id: key }));
        }
        let columns = columns(survey.fields.len(), &domain);
        let start = survey.columns.len();
        survey.columns.extend(columns);
        let columns = start..survey.columns.len();
        survey.fields.push(Field { key, question: index, attribute, part, domain, columns });
        Ok(())
    };
    let id = &question.id;
    let name = |attribute: usize| known.attributes[attribute].id.as_str();
    match &question.kind {
        Kind::Matrix { attributes, scale, .. } => {
            for &a in attributes {
                add(format!("{id}.{}", name(a)), Some(a), Part::Answer, Domain::Levels(scale.levels))?;
            }
        }
        Kind::Rating { scale, attribute, .. } => add(id.clone(), *attribute, Part::Answer, Domain::Levels(scale.levels))?,
        Kind::Nps => add(id.clone(), None, Part::Answer, built_in("nps"))?,
        Kind::Ces => add(id.clone(), None, Part::Answer, built_in("ces7"))?,
        Kind::Quadrant { attributes } => {
            for &a in attributes {
                add(format!("{id}.{}.x", name(a)), Some(a), Part::X, built_in("percent"))?;
                add(format!("{id}.{}.y", name(a)), Some(a), Part::Y, built_in("percent"))?;
            }
        }
        Kind::Pairwise { of, among } => {
            let name = |place: usize| match of {
                Of::Dimensions => known.dimensions[among[place]].id.as_str(),
                Of::Attributes => known.attributes[among[place]].id.as_str(),
            };
            for left in 0..among.len() {
                for right in left + 1..among.len() {
                    add(format!("{id}.{}:{}", name(left), name(right)), None, Part::Judgment { left, right }, built_in("saaty"))?;
                }
            }
        }
        Kind::Kano { attributes, .. } => {
            for &a in attributes {
                add(format!("{id}.{}.functional", name(a)), Some(a), Part::Functional, built_in("kano5"))?;
                add(format!("{id}.{}.dysfunctional", name(a)), Some(a), Part::Dysfunctional, built_in("kano5"))?;
            }
        }
        Kind::Allocation { among, total } => {
            for (place, (subject, attribute)) in subjects(among, known).into_iter().enumerate() {
                let points = Levels { min: 0.0, step: 1.0, count: total + 1 };
                add(format!("{id}.{subject}"), attribute, Part::Points(place), Domain::Levels(points))?;
            }
        }
        Kind::Ranking { among } => {
            let subjects = subjects(among, known);
            let places = Levels { min: 1.0, step: 1.0, count: subjects.len() as u8 };
            for (place, (subject, attribute)) in subjects.into_iter().enumerate() {
                add(format!("{id}.{subject}"), attribute, Part::Rank(place), Domain::Levels(places))?;
            }
        }
        Kind::Choice { options, multiple, other } => {
            let options = options.iter().map(|option| option.value.clone()).collect();
            let domain = match multiple {
                true => Domain::Several { options, other: *other },
                false => Domain::One { options, other: *other },
            };
            add(id.clone(), None, Part::Answer, domain)?;
        }
        Kind::Number { min, max, step, .. } => {
            let levels = min.zip(*max).and_then(|(min, max)| scale::levels(min, max, step.unwrap_or(1.0)).ok());
            let number = Domain::Number { min: *min, max: *max, step: *step };
            // A number without a step may be any; only a stated step makes levels of it.
            add(id.clone(), None, Part::Answer, levels.filter(|_| step.is_some()).map_or(number, Domain::Levels))?;
        }
        Kind::Text { max_length, .. } => add(id.clone(), None, Part::Answer, Domain::Text { max_length: *max_length })?,
    }
    question.fields = first..survey.fields.len();
    if question.segment {
        let groups: usize = survey.fields[question.fields.clone()]
            .iter()
            .map(|field| field.columns.clone().map(|column| usize::from(survey.columns[column].levels)).sum::<usize>())
            .sum();
        let splits = matches!(question.kind, Kind::Choice { .. } | Kind::Rating { .. } | Kind::Nps | Kind::Ces | Kind::Number { .. });
        if !splits || groups == 0 {
            let message = format!("a {} question cannot split the report", question.kind.name());
            return Err(at.error(Problem::Conflict { message }));
        }
        if groups > MOST_SEGMENTS {
            return Err(at.error(Problem::TooMany { what: "groups to split the report into", found: groups, limit: MOST_SEGMENTS }));
        }
    }
    survey.questions.push(question);
    Ok(())
}

fn built_in(id: &str) -> Domain {
    Domain::Levels(Scale::built_in(id).expect("a built-in scale").levels)
}

fn subjects<'a>(among: &'a Subjects, known: &'a Known) -> Vec<(&'a str, Option<usize>)> {
    match among {
        Subjects::Attributes(list) => list.iter().map(|&a| (known.attributes[a].id.as_str(), Some(a))).collect(),
        Subjects::Options(list) => list.iter().map(|option| (option.value.as_str(), None)).collect(),
    }
}

fn columns(field: usize, domain: &Domain) -> Vec<Column> {
    match domain {
        Domain::Levels(levels) => vec![Column { field, levels: levels.count, numbers: Some(*levels), option: None }],
        // Another answer than the options is one more code.
        Domain::One { options, other } => {
            vec![Column { field, levels: options.len() as u8 + u8::from(*other), numbers: None, option: None }]
        }
        Domain::Several { options, other } => (0..options.len() + usize::from(*other))
            .map(|option| Column { field, levels: 2, numbers: None, option: Some(option) })
            .collect(),
        Domain::Number { .. } | Domain::Text { .. } => Vec::new(),
    }
}
