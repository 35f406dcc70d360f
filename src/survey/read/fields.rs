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
    let mut fields = Fields { survey, question: &question.id, at };
    match &question.kind {
        Kind::Matrix { attributes, scale, .. } => fields.each(known, attributes, &[("", Part::Answer)], scale.levels)?,
        Kind::Rating { scale, attribute, .. } => fields.add(&[], *attribute, Part::Answer, Domain::Levels(scale.levels))?,
        Kind::Nps | Kind::Ces => fields.add(&[], None, Part::Answer, Domain::Levels(built_in(&question.kind)))?,
        Kind::Quadrant { attributes } => {
            fields.each(known, attributes, &[(".x", Part::X), (".y", Part::Y)], built_in(&question.kind))?;
        }
        Kind::Kano { attributes, .. } => {
            let parts = [(".functional", Part::Functional), (".dysfunctional", Part::Dysfunctional)];
            fields.each(known, attributes, &parts, built_in(&question.kind))?;
        }
        Kind::Pairwise { of, among } => {
            let name = |place: usize| match of {
                Of::Dimensions => known.dimensions[among[place]].id.as_str(),
                Of::Attributes => known.attributes[among[place]].id.as_str(),
            };
            for left in 0..among.len() {
                for right in left + 1..among.len() {
                    let domain = Domain::Levels(built_in(&question.kind));
                    fields.add(&[".", name(left), ":", name(right)], None, Part::Judgment { left, right }, domain)?;
                }
            }
        }
        Kind::Allocation { among, total } => {
            fields.subjects(known, among, Part::Points, Levels { min: 0.0, step: 1.0, count: total + 1 })?;
        }
        Kind::Ranking { among } => {
            fields.subjects(known, among, Part::Rank, Levels { min: 1.0, step: 1.0, count: among.len() as u8 })?;
        }
        Kind::Choice { options, multiple, other } => {
            let options = options.iter().map(|option| option.value.clone()).collect();
            let domain = match multiple {
                true => Domain::Several { options, other: *other },
                false => Domain::One { options, other: *other },
            };
            fields.add(&[], None, Part::Answer, domain)?;
        }
        Kind::Number { min, max, step, .. } => {
            // A number without a step may be any; only a stated step makes levels of it.
            let levels = match (*min, *max, *step) {
                (Some(min), Some(max), Some(step)) => scale::levels(min, max, step).ok(),
                _ => None,
            };
            let number = Domain::Number { min: *min, max: *max, step: *step };
            fields.add(&[], None, Part::Answer, levels.map_or(number, Domain::Levels))?;
        }
        Kind::Text { max_length, .. } => fields.add(&[], None, Part::Answer, Domain::Text { max_length: *max_length })?,
    }
    question.fields = first..survey.fields.len();
    if question.segment {
        let groups: usize = survey.fields[question.fields.clone()]
            .iter()
            .map(|field| field.columns.clone().map(|column| usize::from(survey.columns[column].levels)).sum::<usize>())
            .sum();
        let splits = matches!(question.kind, Kind::Choice { .. } | Kind::Rating { .. } | Kind::Nps | Kind::Ces | Kind::Number { .. });
        if !splits || groups == 0 {
            return Err(at.conflict(&["a ", question.kind.name(), " question cannot split the report"]));
        }
        if groups > MOST_SEGMENTS {
            return Err(at.error(Problem::TooMany { what: "groups to split the report into", found: groups, limit: MOST_SEGMENTS }));
        }
    }
    survey.questions.push(question);
    Ok(())
}

/// The fields that a question adds.
struct Fields<'a> {
    survey: &'a mut Survey,
    question: &'a str,
    at: At<'a>,
}

impl Fields<'_> {
    /// A field whose key is the question's id and what comes after it.
    fn add(&mut self, rest: &[&str], attribute: Option<usize>, part: Part, domain: Domain) -> Result<(), Error> {
        let key = [self.question, &rest.concat()].concat();
        if self.survey.field(&key).is_some() {
            return Err(self.at.taken("answer key", key));
        }
        let start = self.survey.columns.len();
        add_columns(&mut self.survey.columns, self.survey.fields.len(), &domain);
        let columns = start..self.survey.columns.len();
        self.survey.fields.push(Field { key, question: self.survey.questions.len(), attribute, part, domain, columns });
        Ok(())
    }

    /// Every part of every attribute.
    fn each(&mut self, known: &Known, attributes: &[usize], parts: &[(&str, Part)], levels: Levels) -> Result<(), Error> {
        for &attribute in attributes {
            for &(suffix, part) in parts {
                self.add(&[".", &known.attributes[attribute].id, suffix], Some(attribute), part, Domain::Levels(levels))?;
            }
        }
        Ok(())
    }

    fn subjects(&mut self, known: &Known, among: &Subjects, part: fn(usize) -> Part, levels: Levels) -> Result<(), Error> {
        for place in 0..among.len() {
            let (name, attribute) = match among {
                Subjects::Attributes(list) => (&known.attributes[list[place]].id, Some(list[place])),
                Subjects::Options(list) => (&list[place].value, None),
            };
            self.add(&[".", name], attribute, part(place), Domain::Levels(levels))?;
        }
        Ok(())
    }
}

fn built_in(kind: &Kind) -> Levels {
    kind.scale().and_then(Scale::built_in).expect("a kind without a scale of the survey's has a built-in one").levels
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
