//! Conditions: resolved to fields, and refused where they could never hold.

use super::fault::{Fault, fault, wrong_type};
use super::ids::{self, dangling};
use crate::error::Problem;
use crate::survey::{Condition, Domain, Survey, Test};
use crate::value::Value;

/// Reads the condition that stands here, if there is one; it may look at the questions read so far.
pub(super) fn read_if_any<'a>(survey: &Survey, definition: &Value, part: &'a Value) -> Result<Option<Condition>, Fault<'a>> {
    if part.is_null() { Ok(None) } else { read(survey, definition, part).map(Some) }
}

fn read<'a>(survey: &Survey, definition: &Value, part: &'a Value) -> Result<Condition, Fault<'a>> {
    let (key, inner) = match part.entries() {
        [(key, inner)] => (key.as_str(), inner),
        _ => ("", part),
    };
    match key {
        "not" => Ok(Condition::Not(Box::new(read(survey, definition, inner)?))),
        "all" | "any" => {
            let mut list = Vec::new();
            for one in inner.list() {
                list.push(read(survey, definition, one)?);
            }
            Ok(if key == "all" { Condition::All(list) } else { Condition::Any(list) })
        }
        _ => {
            let field = field(survey, definition, part)?;
            Ok(Condition::Field { field, tests: tests(&survey.fields[field].domain, part)? })
        }
    }
}

fn field<'a>(survey: &Survey, definition: &Value, part: &'a Value) -> Result<usize, Fault<'a>> {
    let (question, attribute) = (part.get("question"), part.get("attribute"));
    let id = question.text();
    let asked = &survey.questions[ids::question(survey, id, question).map_err(|unknown| match is_asked(definition, id) {
        true => fault(question, Problem::ConditionLooksAhead { id: id.into() }),
        false => unknown,
    })?];
    let key = if attribute.is_null() { id.to_owned() } else { [id, ".", attribute.text()].concat() };
    let fields = &survey.fields[asked.fields.clone()];
    match fields.iter().position(|field| field.key == key) {
        Some(place) => Ok(asked.fields.start + place),
        None if attribute.is_null() => {
            let message = ["the question \"", id, "\" (", asked.kind.name(), ") has several answers; name one by \"attribute\""].concat();
            Err(fault(part, Problem::BadCondition { message }))
        }
        None => Err(dangling("attribute", attribute.text(), &|place| fields.get(place)?.key.get(id.len() + 1..), attribute)),
    }
}

/// Whether the definition asks this question anywhere, so that a condition on a later one can be told from one on nothing.
fn is_asked(definition: &Value, id: &str) -> bool {
    let on = |page: &Value| page.get("questions").list().iter().any(|question| question.get("id").text() == id);
    definition.get("pages").list().iter().any(on)
}

fn tests<'a>(domain: &Domain, part: &'a Value) -> Result<Vec<Test>, Fault<'a>> {
    let bad = |message: &str| fault(part, Problem::BadCondition { message: message.into() });
    let numeric = matches!(domain, Domain::Levels(_) | Domain::Number { .. });
    let mut tests = Vec::new();
    for (key, value) in part.entries() {
        let is = key == "is";
        tests.push(match value {
            Value::Bool(answered) => Test::Answered(*answered),
            Value::Number(_) if !numeric && is => return Err(wrong_type(value, "a text")),
            Value::Number(_) if !numeric => return Err(bad("only numbers are more or less; this question is answered in words")),
            Value::Number(number) => {
                let test = match key.as_str() {
                    "is" => Test::IsNumber,
                    "atLeast" => Test::AtLeast,
                    "above" => Test::Above,
                    "atMost" => Test::AtMost,
                    _ => Test::Below,
                };
                test(*number)
            }
            Value::Text(_) if is && numeric => return Err(wrong_type(value, "a number")),
            Value::Text(text) if is => {
                if let Domain::One { options, other: false } | Domain::Several { options, other: false } = domain
                    && !options.contains(text)
                {
                    return Err(fault(value, Problem::UnknownOption { value: text.clone() }));
                }
                Test::IsText(text.clone())
            }
            // What the condition is about.
            _ => continue,
        });
    }
    match tests.is_empty() {
        true => Err(bad("a condition asks something: atLeast, above, atMost, below, is, or answered")),
        false => Ok(tests),
    }
}
