//! Conditions: resolved to fields, and refused where they could never hold.

use super::ids::dangling;
use crate::error::{Error, Problem};
use crate::survey::definition::{Attribute, Survey};
use crate::survey::{Condition, Domain, Test};
use crate::value::{At, Path, Read, Value};

/// Reads a condition that may look at the questions read so far.
pub(super) fn read(survey: &Survey, attributes: &[Attribute], ahead: &[String], at: At<'_>) -> Result<Condition, Error> {
    let nested = |at: At<'_>| read(survey, attributes, ahead, at);
    for (key, make) in [("all", Condition::All as fn(_) -> _), ("any", Condition::Any as fn(_) -> _)] {
        if at.key(key).is_some() {
            at.record(&[key])?;
            return at.required(key, |at| at.list(nested)).map(make);
        }
    }
    if at.key("not").is_some() {
        at.record(&["not"])?;
        return at.required("not", nested).map(|condition| Condition::Not(Box::new(condition)));
    }
    at.record(&["question", "attribute", "atLeast", "above", "atMost", "below", "is", "answered"])?;
    let field = field(survey, attributes, ahead, at)?;
    Ok(Condition::Field { field, tests: tests(&survey.fields[field].domain, at)? })
}

fn field(survey: &Survey, attributes: &[Attribute], ahead: &[String], at: At<'_>) -> Result<usize, Error> {
    let question = at.required("question", |at| {
        let id = at.text()?;
        let found = survey.questions.iter().find(|question| question.id == id);
        found.ok_or_else(|| match ahead.iter().any(|one| one == id) {
            true => at.error(Problem::ConditionLooksAhead { id: id.into() }),
            false => dangling("question", id, survey.questions.iter().map(|q| q.id.as_str()), at),
        })
    })?;
    let fields = &survey.fields[question.fields.clone()];
    let place = match at.field::<Option<String>>("attribute")? {
        Some(attribute) => {
            let key = [&question.id, ".", &attribute].concat();
            let known = fields.iter().filter_map(|field| Some(attributes.get(field.attribute?)?.id.as_str()));
            match fields.iter().position(|field| field.key == key) {
                Some(place) => place,
                None => {
                    let place = Path::Key(at.path, "attribute");
                    return Err(dangling("attribute", &attribute, known, At { value: at.value, path: &place }));
                }
            }
        }
        None if fields.len() == 1 && fields[0].key == question.id => 0,
        None => {
            let message =
                ["the question \"", &question.id, "\" (", question.kind.name(), ") has several answers; name one by \"attribute\""]
                    .concat();
            return Err(at.error(Problem::BadCondition { message }));
        }
    };
    Ok(question.fields.start + place)
}

fn tests(domain: &Domain, at: At<'_>) -> Result<Vec<Test>, Error> {
    let bad = |message: &str| at.error(Problem::BadCondition { message: message.into() });
    let numeric = matches!(domain, Domain::Levels(_) | Domain::Number { .. });
    let mut tests = Vec::new();
    for (key, make) in [
        ("atLeast", Test::AtLeast as fn(f64) -> Test),
        ("above", Test::Above as fn(f64) -> Test),
        ("atMost", Test::AtMost as fn(f64) -> Test),
        ("below", Test::Below as fn(f64) -> Test),
    ] {
        if let Some(number) = at.optional(key, f64::read)? {
            if !numeric {
                return Err(bad("only numbers are more or less; this question is answered in words"));
            }
            tests.push(make(number));
        }
    }
    let is = at.optional("is", |at| match at.value {
        Value::Text(_) if numeric => Err(at.wrong_type("a number")),
        Value::Text(text) => {
            if let Domain::One { options, other: false } | Domain::Several { options, other: false } = domain
                && !options.contains(text)
            {
                return Err(at.error(Problem::UnknownOption { value: text.clone() }));
            }
            Ok(Test::IsText(text.clone()))
        }
        _ if numeric => f64::read(at).map(Test::IsNumber),
        _ => Err(at.wrong_type("a text")),
    })?;
    tests.extend(is);
    tests.extend(at.field::<Option<bool>>("answered")?.map(Test::Answered));
    match tests.is_empty() {
        true => Err(bad("a condition asks something: atLeast, above, atMost, below, is, or answered")),
        false => Ok(tests),
    }
}
