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
    let mut list = Vec::new();
    let mut add = |rest: &[&str], attribute: Option<usize>, part: Part, domain: Domain| {
        let key = [question.id.as_str(), &rest.concat()].concat();
        list.push(Field { key, question: survey.questions.len(), attribute, part, domain, columns: 0..0 });
    };
    let attribute = |index: usize| survey.attributes[index].id.as_str();
    let levels = match &question.kind {
        Kind::Matrix { scale, .. } | Kind::Rating { scale, .. } => scale.levels,
        Kind::Allocation { total, .. } => Levels { min: 0.0, step: 1.0, count: total + 1 },
        Kind::Ranking { among } => Levels { min: 1.0, step: 1.0, count: among.len() as u8 },
        kind => kind.scale().and_then(Scale::built_in).map_or(Levels { min: 0.0, step: 1.0, count: 0 }, |scale| scale.levels),
    };
    let levels = || Domain::Levels(levels);
    match &question.kind {
        Kind::Matrix { attributes, .. } => {
            for &index in attributes {
                add(&[".", attribute(index)], Some(index), Part::Answer, levels());
            }
        }
        Kind::Quadrant { attributes } => {
            for &index in attributes {
                add(&[".", attribute(index), ".x"], Some(index), Part::X, levels());
                add(&[".", attribute(index), ".y"], Some(index), Part::Y, levels());
            }
        }
        Kind::Kano { attributes, .. } => {
            for &index in attributes {
                add(&[".", attribute(index), ".functional"], Some(index), Part::Functional, levels());
                add(&[".", attribute(index), ".dysfunctional"], Some(index), Part::Dysfunctional, levels());
            }
        }
        Kind::Pairwise { of, among } => {
            let name = |place: usize| match of {
                Of::Dimensions => survey.dimensions[among[place]].id.as_str(),
                Of::Attributes => attribute(among[place]),
            };
            for left in 0..among.len() {
                for right in left + 1..among.len() {
                    add(&[".", name(left), ":", name(right)], None, Part::Judgment { left, right }, levels());
                }
            }
        }
        Kind::Allocation { among, .. } | Kind::Ranking { among } => {
            for place in 0..among.len() {
                let (name, index) = match among {
                    Subjects::Attributes(list) => (attribute(list[place]), Some(list[place])),
                    Subjects::Options(list) => (list[place].value.as_str(), None),
                };
                let ranked = matches!(question.kind, Kind::Ranking { .. });
                add(&[".", name], index, if ranked { Part::Rank(place) } else { Part::Points(place) }, levels());
            }
        }
        Kind::Rating { attribute, .. } => add(&[], *attribute, Part::Answer, levels()),
        Kind::Nps | Kind::Ces => add(&[], None, Part::Answer, levels()),
        Kind::Choice { options, multiple, other } => {
            let (options, other) = (options.iter().map(|option| option.value.clone()).collect(), *other);
            let domain = if *multiple { Domain::Several { options, other } } else { Domain::One { options, other } };
            add(&[], None, Part::Answer, domain);
        }
        Kind::Number { min, max, step, .. } => {
            let (min, max, step) = (*min, *max, *step);
            // A number without a step may be any; only a stated step makes levels of it.
            let levels = min.zip(max).zip(step).and_then(|((min, max), step)| scale::levels(min, max, step).ok());
            add(&[], None, Part::Answer, levels.map_or(Domain::Number { min, max, step }, Domain::Levels));
        }
        Kind::Text { max_length, .. } => add(&[], None, Part::Answer, Domain::Text { max_length: *max_length }),
    }
    list
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
