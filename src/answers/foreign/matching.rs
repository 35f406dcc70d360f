//! Which answer key of a survey a column seems to hold.

use super::guess::{ColumnGuess, ColumnRole};
use super::words::{letters, subject};
use crate::survey::{Field, Kind, Measure, Part, Survey, Text};

/// How alike a header and a key are; the more the surer.
const SAME_KEY: u32 = 4;
const SAME_WORDS: u32 = 3;
const SAME_KIND: u32 = 2;
const PART_OF_WORDS: u32 = 1;

/// Columns and their keys, each key and each column once, the surest first.
pub(super) fn matches(survey: &Survey, columns: &[ColumnGuess]) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        for (index, field) in survey.fields().iter().enumerate() {
            let likeness = likeness(survey, field, column);
            if likeness > 0 {
                all.push((likeness, place, index));
            }
        }
    }
    // In the survey's order among equals.
    all.sort_by_key(|&(likeness, place, index)| (std::cmp::Reverse(likeness), place, index));
    let (mut columns_taken, mut fields_taken) = (Vec::new(), Vec::new());
    for (_, place, index) in all {
        if !columns_taken.contains(&place) && !fields_taken.contains(&index) {
            columns_taken.push(place);
            fields_taken.push(index);
        }
    }
    columns_taken.into_iter().zip(fields_taken.into_iter().map(|index: usize| survey.fields()[index].key.clone())).collect()
}

fn likeness(survey: &Survey, field: &Field, column: &ColumnGuess) -> u32 {
    if column.header.is_empty() {
        return 0;
    }
    if letters(&field.key) == letters(&column.header) {
        return SAME_KEY;
    }
    let question = &survey.questions()[field.question];
    match (&question.kind, field.attribute) {
        (Kind::Nps, _) if column.role == ColumnRole::Nps => return SAME_KIND,
        (Kind::Ces, _) if column.role == ColumnRole::Ces => return SAME_KIND,
        (Kind::Rating { measure: Measure::Overall, .. }, _) if column.role == ColumnRole::Overall => return SAME_KIND,
        (_, Some(attribute)) if asks(&question.kind, field.part, column.role) => {
            let attribute = &survey.attributes()[attribute];
            return alike(&column.subject, &attribute.id, &attribute.title);
        }
        _ => {}
    }
    match question.fields.len() {
        1 if field.attribute.is_none() => alike(&column.subject, &question.id, &question.title),
        _ => 0,
    }
}

/// Whether what is asked of the attribute is what the column says of it.
fn asks(kind: &Kind, part: Part, role: ColumnRole) -> bool {
    let measure = match kind {
        Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } => *measure,
        Kind::Quadrant { .. } if part == Part::X => Measure::Satisfaction,
        Kind::Quadrant { .. } | Kind::Allocation { .. } | Kind::Ranking { .. } => Measure::Importance,
        _ => return false,
    };
    match role {
        ColumnRole::Importance => measure == Measure::Importance,
        ColumnRole::Expectation => measure == Measure::Expectation,
        ColumnRole::Perception => measure == Measure::Perception,
        ColumnRole::Satisfaction => matches!(measure, Measure::Satisfaction | Measure::Perception),
        _ => false,
    }
}

fn alike(about: &str, id: &str, title: &Text) -> u32 {
    let names = || title.entries().iter().map(|(_, text)| text.as_str()).chain([id]).map(subject);
    let part = |name: &str| {
        // A single Chinese character, or a short Latin word, is part of too much.
        let long = |text: &str| text.chars().count() >= if text.is_ascii() { 4 } else { 2 };
        (long(about) && name.contains(about)) || (long(name) && about.contains(name))
    };
    match () {
        _ if names().any(|name| name == about) => SAME_WORDS,
        _ if names().any(|name| part(&name)) => PART_OF_WORDS,
        _ => 0,
    }
}
