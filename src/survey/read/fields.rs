//! From a question to its fields and columns.

use super::fault::{Fault, conflict, fault, taken};
use super::scale;
use crate::error::Problem;
use crate::survey::{Column, Domain, Field, Kind, Levels, Of, Part, Question, Scale, Subjects, Survey};
use crate::value::Value;

/// The most groups that one question may split the report into.
const MOST_SEGMENTS: usize = 50;

/// Adds a question with its fields and columns.
pub(super) fn append<'a>(survey: &mut Survey, mut question: Question, part: &'a Value) -> Result<(), Fault<'a>> {
    let first = survey.fields.len();
    for mut field in fields(survey, &question) {
        if survey.field(&field.key).is_some() {
            return Err(taken(part, "answer key", &field.key));
        }
        let start = survey.columns.len();
        add_columns(&mut survey.columns, survey.fields.len(), &field.domain);
        field.columns = start..survey.columns.len();
        survey.fields.push(field);
    }
    question.fields = first..survey.fields.len();
    if question.segment {
        let groups: usize = survey.fields[question.fields.clone()]
            .iter()
            .map(|field| field.columns.clone().map(|column| usize::from(survey.columns[column].levels)).sum::<usize>())
            .sum();
        let splits = matches!(question.kind, Kind::Choice { .. } | Kind::Rating { .. } | Kind::Nps | Kind::Ces | Kind::Number { .. });
        if !splits || groups == 0 {
            return Err(conflict(part, &["a ", question.kind.name(), " question cannot split the report"]));
        }
        if groups > MOST_SEGMENTS {
            return Err(fault(part, Problem::TooMany { what: "groups to split the report into", found: groups, limit: MOST_SEGMENTS }));
        }
    }
    survey.questions.push(question);
    Ok(())
}

/// The fields of a question; their columns come after.
fn fields(survey: &Survey, question: &Question) -> Vec<Field> {
    let domain = domain(&question.kind);
    let mut list = Vec::new();
    let mut add = |rest: &[&str], attribute: Option<usize>, part: Part| {
        let key = [question.id.as_str(), &rest.concat()].concat();
        list.push(Field { key, question: survey.questions.len(), attribute, part, domain: domain.clone(), columns: 0..0 });
    };
    let attribute = |index: usize| survey.attributes[index].id.as_str();
    match &question.kind {
        Kind::Pairwise { of, among } => {
            let name = |place: usize| match of {
                Of::Dimensions => survey.dimensions[among[place]].id.as_str(),
                Of::Attributes => attribute(among[place]),
            };
            for left in 0..among.len() {
                for right in left + 1..among.len() {
                    add(&[".", name(left), ":", name(right)], None, Part::Judgment { left, right });
                }
            }
        }
        Kind::Matrix { attributes, .. } | Kind::Quadrant { attributes } | Kind::Kano { attributes, .. } => {
            let parts: &[(&str, Part)] = match question.kind {
                Kind::Quadrant { .. } => &[(".x", Part::X), (".y", Part::Y)],
                Kind::Kano { .. } => &[(".functional", Part::Functional), (".dysfunctional", Part::Dysfunctional)],
                _ => &[("", Part::Answer)],
            };
            for &index in attributes {
                for &(suffix, part) in parts {
                    add(&[".", attribute(index), suffix], Some(index), part);
                }
            }
        }
        Kind::Allocation { among, .. } | Kind::Ranking { among } => {
            let part = if let Kind::Ranking { .. } = question.kind { Part::Rank } else { Part::Points };
            for place in 0..among.len() {
                match among {
                    Subjects::Attributes(list) => add(&[".", attribute(list[place])], Some(list[place]), part(place)),
                    Subjects::Options(list) => add(&[".", &list[place].value], None, part(place)),
                }
            }
        }
        Kind::Rating { attribute, .. } => add(&[], *attribute, Part::Answer),
        _ => add(&[], None, Part::Answer),
    }
    list
}

/// What each field of a kind can hold.
fn domain(kind: &Kind) -> Domain {
    Domain::Levels(match kind {
        Kind::Matrix { scale, .. } | Kind::Rating { scale, .. } => scale.levels,
        Kind::Allocation { total, .. } => Levels { min: 0.0, step: 1.0, count: total + 1 },
        Kind::Ranking { among } => Levels { min: 1.0, step: 1.0, count: among.len() as u8 },
        Kind::Choice { options, multiple, other } => {
            let (options, other) = (options.iter().map(|option| option.value.clone()).collect(), *other);
            return if *multiple { Domain::Several { options, other } } else { Domain::One { options, other } };
        }
        Kind::Number { min, max, step, .. } => {
            let (min, max, step) = (*min, *max, *step);
            // A number without a step may be any; only a stated step makes levels of it.
            match min.zip(max).zip(step).and_then(|((min, max), step)| scale::levels(min, max, step).ok()) {
                Some(levels) => levels,
                None => return Domain::Number { min, max, step },
            }
        }
        Kind::Text { max_length, .. } => return Domain::Text { max_length: *max_length },
        Kind::Nps | Kind::Ces | Kind::Quadrant { .. } | Kind::Pairwise { .. } | Kind::Kano { .. } => {
            kind.scale().and_then(Scale::built_in).expect("a kind without a scale of the survey's has a built-in one").levels
        }
    })
}

fn add_columns(columns: &mut Vec<Column>, field: usize, domain: &Domain) {
    let mut add = |levels: u8, numbers, option| columns.push(Column { field, levels, numbers, option });
    match domain {
        Domain::Levels(levels) => add(levels.count, Some(*levels), None),
        // Another answer than the options is one more code.
        Domain::One { options, other } => add(options.len() as u8 + u8::from(*other), None, None),
        Domain::Several { options, other } => (0..options.len() + usize::from(*other)).for_each(|option| add(2, None, Some(option))),
        Domain::Number { .. } | Domain::Text { .. } => {}
    }
}
