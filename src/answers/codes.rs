//! Answers to codes and back.

use super::Response;
use super::row::{ONE, Row, billionths};
use crate::error::{Error, Problem};
use crate::survey::{Answer, Domain, Field, Kind, Part, Survey};
use crate::text::text;
use crate::value::Path;

/// The codes of a response to this survey.
///
/// Strict: an answer key that the survey does not have, an answer off its scale, points that do not add up, or a response to another
/// survey or version is an error whose path names it, and nothing of the response is coded.
pub fn encode(survey: &Survey, response: &Response) -> Result<Row, Error> {
    if response.survey != survey.id() {
        return Err(Error::at("survey", Problem::OtherSurvey));
    }
    if response.survey_version != survey.version() {
        return Err(Error::at("surveyVersion", Problem::OtherSurvey));
    }
    let mut codes = vec![0; survey.columns().len()];
    for (key, answer) in &response.answers.0 {
        let place = |problem| Error::at(Path::Key(&Path::Key(&Path::Root, "answers"), key).text(), problem);
        let field = survey.field(key).ok_or_else(|| place(Problem::UnknownAnswer { key: key.clone() }))?;
        if let Some(answer) = answer {
            let field = &survey.fields()[field];
            field.check(answer).map_err(place)?;
            write(field, answer, &mut codes);
        }
    }
    if let Some((field, problem)) = not_adding_up(survey, &codes).into_iter().next() {
        let key = &survey.fields()[field].key;
        return Err(Error::at(Path::Key(&Path::Key(&Path::Root, "answers"), key).text(), problem));
    }
    let weight = match response.weight {
        None => ONE,
        Some(value) => {
            billionths(value).ok_or_else(|| Error::at("weight", Problem::OutOfRange { value, allowed: "0..=1000000".into() }))?
        }
    };
    Ok(Row { codes, weight })
}

/// Writes the codes of an answer that its field takes.
pub(super) fn write(field: &Field, answer: &Answer, codes: &mut [u8]) {
    let columns = &mut codes[field.columns.clone()];
    match (&field.domain, answer) {
        (Domain::Levels(levels), Answer::Number(value)) => columns[0] = levels.code(*value).unwrap_or(0),
        (Domain::One { options, .. }, Answer::Text(value)) => columns[0] = place(options, value) as u8 + 1,
        (Domain::Several { options, .. }, Answer::Several(values)) => {
            columns.fill(1);
            for value in values {
                columns[place(options, value)] = 2;
            }
        }
        _ => {}
    }
}

/// The place of an option; a text of the respondent's own comes after all of them.
fn place(options: &[String], value: &str) -> usize {
    options.iter().position(|option| option == value).unwrap_or(options.len())
}

/// What codes tell of the answers, by field index. What has no code (free text, a text of the respondent's own) is not there.
pub fn decode(survey: &Survey, row: &Row) -> Vec<(usize, Answer)> {
    let answer = |field: &Field| {
        let codes = row.codes.get(field.columns.clone())?;
        let code = *codes.first()?;
        if code == 0 {
            return None;
        }
        match &field.domain {
            Domain::Levels(levels) => Some(Answer::Number(levels.value(code))),
            Domain::One { options, .. } => options.get(usize::from(code) - 1).cloned().map(Answer::Text),
            Domain::Several { options, .. } => {
                let chosen = options.iter().zip(codes).filter(|(_, code)| **code == 2);
                Some(Answer::Several(chosen.map(|(option, _)| option.clone()).collect()))
            }
            Domain::Number { .. } | Domain::Text { .. } => None,
        }
    };
    survey.fields().iter().enumerate().filter_map(|(index, field)| Some((index, answer(field)?))).collect()
}

/// Questions whose fields only make sense together: shared-out points that are not the total, or two subjects on one rank. Each by
/// the first of its fields that is at fault.
pub(crate) fn not_adding_up(survey: &Survey, codes: &[u8]) -> Vec<(usize, Problem)> {
    let mut faults = Vec::new();
    for question in survey.questions() {
        let given = || {
            question.fields.clone().filter_map(|index| {
                let field = &survey.fields()[index];
                let code = codes[field.columns.start];
                (code != 0).then_some((index, field.part, code))
            })
        };
        match question.kind {
            Kind::Allocation { total, .. } => {
                let points: u32 = given().map(|(_, _, code)| u32::from(code) - 1).sum();
                if let Some((first, ..)) = given().next()
                    && points != u32::from(total)
                {
                    faults.push((first, Problem::NotAddingUp { message: text!("{} points are shared out, not {}", points, total) }));
                }
            }
            Kind::Ranking { .. } => {
                let mut seen = [false; 256];
                let twice =
                    given().find(|(_, part, code)| matches!(part, Part::Rank(_)) && std::mem::replace(&mut seen[usize::from(*code)], true));
                if let Some((index, _, rank)) = twice {
                    faults.push((index, Problem::NotAddingUp { message: text!("two things have rank {}", rank) }));
                }
            }
            _ => {}
        }
    }
    faults
}
