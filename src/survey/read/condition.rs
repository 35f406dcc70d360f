//! Conditions: resolved to fields, and refused where they could never hold.

use super::fault::{Fault, fault, wrong_type};
use super::ids::dangling;
use crate::error::Problem;
use crate::survey::{Condition, Domain, Survey, Test};
use crate::value::Value;

/// Reads the condition that stands here, if there is one; it may look at the questions read so far.
pub(super) fn read_if_any<'a>(survey: &Survey, ahead: &[&str], part: &'a Value) -> Result<Option<Condition>, Fault<'a>> {
    if part.is_null() { Ok(None) } else { read(survey, ahead, part).map(Some) }
}

fn read<'a>(survey: &Survey, ahead: &[&str], part: &'a Value) -> Result<Condition, Fault<'a>> {
    let each = |list: &'a Value| list.list().iter().map(|part| read(survey, ahead, part)).collect::<Result<Vec<_>, _>>();
    match part.entries() {
        [(key, list)] if key == "all" => each(list).map(Condition::All),
        [(key, list)] if key == "any" => each(list).map(Condition::Any),
        [(key, inner)] if key == "not" => read(survey, ahead, inner).map(|inner| Condition::Not(Box::new(inner))),
        _ => {
            let field = field(survey, ahead, part)?;
            Ok(Condition::Field { field, tests: tests(&survey.fields[field].domain, part)? })
        }
    }
}

fn field<'a>(survey: &Survey, ahead: &[&str], part: &'a Value) -> Result<usize, Fault<'a>> {
    let question = part.get("question");
    let id = question.text();
    let Some(asked) = survey.questions.iter().find(|one| one.id == id) else {
        return Err(match ahead.contains(&id) {
            true => fault(question, Problem::ConditionLooksAhead { id: id.into() }),
            false => dangling("question", id, &survey.questions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), question),
        });
    };
    let attribute = part.get("attribute");
    let key = match attribute {
        Value::Text(attribute) => &[id, ".", attribute].concat(),
        _ => id,
    };
    let fields = &survey.fields[asked.fields.clone()];
    match fields.iter().position(|field| field.key == key) {
        Some(place) => Ok(asked.fields.start + place),
        None if attribute.is_null() => {
            let message = ["the question \"", id, "\" (", asked.kind.name(), ") has several answers; name one by \"attribute\""].concat();
            Err(fault(part, Problem::BadCondition { message }))
        }
        None => {
            let known: Vec<&str> = fields.iter().filter_map(|field| Some(survey.attributes.get(field.attribute?)?.id.as_str())).collect();
            Err(dangling("attribute", attribute.text(), &known, attribute))
        }
    }
}

fn tests<'a>(domain: &Domain, part: &'a Value) -> Result<Vec<Test>, Fault<'a>> {
    let bad = |message: &str| fault(part, Problem::BadCondition { message: message.into() });
    let numeric = matches!(domain, Domain::Levels(_) | Domain::Number { .. });
    let mut tests = Vec::new();
    for (key, value) in part.entries() {
        tests.push(match (key.as_str(), value) {
            ("is", Value::Text(text)) => {
                if numeric {
                    return Err(wrong_type(value, "a number"));
                }
                if let Domain::One { options, other: false } | Domain::Several { options, other: false } = domain
                    && !options.contains(text)
                {
                    return Err(fault(value, Problem::UnknownOption { value: text.clone() }));
                }
                Test::IsText(text.clone())
            }
            ("is", Value::Number(_)) if !numeric => return Err(wrong_type(value, "a text")),
            ("is", Value::Number(number)) => Test::IsNumber(*number),
            (_, Value::Number(_)) if !numeric => {
                return Err(bad("only numbers are more or less; this question is answered in words"));
            }
            ("atLeast", Value::Number(number)) => Test::AtLeast(*number),
            ("above", Value::Number(number)) => Test::Above(*number),
            ("atMost", Value::Number(number)) => Test::AtMost(*number),
            ("below", Value::Number(number)) => Test::Below(*number),
            (_, Value::Bool(answered)) => Test::Answered(*answered),
            // What the condition is about.
            _ => continue,
        });
    }
    match tests.is_empty() {
        true => Err(bad("a condition asks something: atLeast, above, atMost, below, is, or answered")),
        false => Ok(tests),
    }
}
