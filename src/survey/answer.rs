//! One answer, and whether its field takes it.

use super::{Condition, Domain, Field, Test};
use crate::error::{Error, Problem};
use crate::value::{At, Read, Value, is_blank, number_text};

/// What an answer is, said to who gives another.
const EXPECTED: &str = "a number, a text or a list of texts";

/// What a field was answered with.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A number.
    Number(f64),
    /// A text, or the value of an option.
    Text(String),
    /// Values of options.
    Several(Vec<String>),
}

impl Answer {
    /// The answer that a value is; `None` where it is null.
    pub fn of(value: &Value) -> Result<Option<Self>, Problem> {
        match value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(Some(Self::Number(*number))),
            Value::Text(text) => Ok(Some(Self::Text(text.clone()))),
            Value::List(list) if list.iter().all(|one| matches!(one, Value::Text(_))) => {
                Ok(Some(Self::Several(list.iter().map(|one| one.text().into()).collect())))
            }
            _ => Err(Problem::WrongType { expected: EXPECTED, found: value.describe() }),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Number(number) => Value::Number(*number).describe(),
            Self::Text(text) => Value::Text(text.clone()).describe(),
            Self::Several(_) => "a list".into(),
        }
    }
}

impl Read for Answer {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match at.value {
            Value::Number(_) => at.number().map(Self::Number),
            Value::Text(text) => Ok(Self::Text(text.clone())),
            Value::List(_) => Vec::read(at).map(Self::Several),
            _ => Err(at.wrong_type(EXPECTED)),
        }
    }
}

impl Field {
    /// Whether the field takes the answer, or what is wrong with it.
    pub fn check(&self, answer: &Answer) -> Result<(), Problem> {
        let other_type = |expected| Err(Problem::WrongType { expected, found: answer.describe() });
        match (&self.domain, answer) {
            (Domain::Levels(_) | Domain::Number { .. }, Answer::Number(value)) if !value.is_finite() => {
                Err(Problem::NotFinite { value: *value })
            }
            (Domain::Levels(levels), Answer::Number(value)) => match levels.code(*value) {
                Some(_) => Ok(()),
                None => Err(off_scale(*value, Some(levels.min), Some(levels.max()), Some(levels.step))),
            },
            (Domain::Number { min, max, step }, Answer::Number(value)) => number(*value, *min, *max, *step),
            (Domain::Levels(_) | Domain::Number { .. }, _) => other_type("a number"),
            (Domain::One { options, other }, Answer::Text(value)) => option(options, *other, value),
            (Domain::One { .. }, _) => other_type("the value of an option"),
            (Domain::Several { options, other }, Answer::Several(values)) => {
                for (place, value) in values.iter().enumerate() {
                    option(options, *other, value)?;
                    if values[..place].contains(value) {
                        return Err(Problem::DuplicateId { what: "chosen option", id: value.clone() });
                    }
                }
                match values.iter().filter(|value| !options.contains(value)).count() {
                    0 | 1 => Ok(()),
                    found => Err(Problem::TooMany { what: "answers of one's own", found, limit: 1 }),
                }
            }
            (Domain::Several { .. }, _) => other_type("a list of options' values"),
            (Domain::Text { max_length }, Answer::Text(text)) => {
                let length = text.chars().count();
                match max_length {
                    Some(limit) if length > *limit as usize => Err(Problem::TooLong { length, limit: *limit as usize }),
                    _ => Ok(()),
                }
            }
            (Domain::Text { .. }, _) => other_type("a text"),
        }
    }
}

fn number(value: f64, min: Option<f64>, max: Option<f64>, step: Option<f64>) -> Result<(), Problem> {
    let on_grid = step.is_none_or(|step| {
        let place = (value - min.unwrap_or(0.0)) / step;
        (place - place.round()).abs() <= 1e-9 * place.abs().max(1.0)
    });
    if min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max) && on_grid {
        return Ok(());
    }
    Err(off_scale(value, min, max, step))
}

#[cold]
fn off_scale(value: f64, min: Option<f64>, max: Option<f64>, step: Option<f64>) -> Problem {
    let written = |number: Option<f64>| number.map(number_text).unwrap_or_default();
    let by = if step.is_some() { " step " } else { "" };
    Problem::ScaleOutOfRange { value: number_text(value), scale: [&written(min), "..=", &written(max), by, &written(step)].concat() }
}

fn option(options: &[String], other: bool, value: &str) -> Result<(), Problem> {
    match options.iter().any(|option| option == value) || other && !is_blank(value) {
        true => Ok(()),
        false => Err(Problem::UnknownOption { value: value.into() }),
    }
}

impl Condition {
    /// Whether the condition holds, given what each field (by its index) was answered with.
    ///
    /// The caller decides which answers count: those to questions that are themselves hidden should not.
    pub fn holds<'a>(&self, answer: &dyn Fn(usize) -> Option<&'a Answer>) -> bool {
        match self {
            Self::All(list) => list.iter().all(|condition| condition.holds(answer)),
            Self::Any(list) => list.iter().any(|condition| condition.holds(answer)),
            Self::Not(condition) => !condition.holds(answer),
            Self::Field { field, tests } => {
                let answer = answer(*field);
                tests.iter().all(|test| test.passes(answer))
            }
        }
    }
}

impl Test {
    fn passes(&self, answer: Option<&Answer>) -> bool {
        match (self, answer) {
            (Self::Answered(wanted), answer) => answer.is_some() == *wanted,
            (Self::AtLeast(bound), Some(Answer::Number(value))) => value >= bound,
            (Self::Above(bound), Some(Answer::Number(value))) => value > bound,
            (Self::AtMost(bound), Some(Answer::Number(value))) => value <= bound,
            (Self::Below(bound), Some(Answer::Number(value))) => value < bound,
            (Self::IsNumber(wanted), Some(Answer::Number(value))) => value == wanted,
            (Self::IsText(wanted), Some(Answer::Text(text))) => text == wanted,
            (Self::IsText(wanted), Some(Answer::Several(values))) => values.contains(wanted),
            _ => false,
        }
    }
}
