//! What is wrong with a definition, and with which part of it.

use crate::error::{Error, Problem};
use crate::value::Value;

/// A problem with a part of a value. Its path is looked for once it is reported.
pub(super) struct Fault<'a>(Box<(&'a Value, Problem)>);

/// A problem with this part.
#[cold]
pub(super) fn fault(part: &Value, problem: Problem) -> Fault<'_> {
    Fault(Box::new((part, problem)))
}

/// Where something must hold, or else this part has a problem.
pub(super) fn unless<'a>(holds: bool, part: &'a Value, problem: impl FnOnce() -> Problem) -> Result<(), Fault<'a>> {
    if holds { Ok(()) } else { Err(fault(part, problem())) }
}

impl Fault<'_> {
    /// The error, as it is reported of the value as a whole.
    pub(super) fn within(self, whole: &Value) -> Error {
        let (part, problem) = *self.0;
        Error::at(whole.path_to(part).unwrap_or_default(), problem)
    }
}

// What a definition gets wrong most often; each is made in one place, for the page pays for every byte.

#[cold]
pub(super) fn wrong_type<'a>(part: &'a Value, expected: &'static str) -> Fault<'a> {
    fault(part, Problem::WrongType { expected, found: part.describe() })
}

#[cold]
pub(super) fn too_few<'a>(part: &'a Value, what: &'static str, least: usize) -> Fault<'a> {
    fault(part, Problem::TooFew { least, what })
}

#[cold]
pub(super) fn out_of_range<'a>(part: &'a Value, allowed: &[&str]) -> Fault<'a> {
    fault(part, Problem::OutOfRange { value: part.number().unwrap_or_default(), allowed: allowed.concat() })
}

#[cold]
pub(super) fn taken<'a>(part: &'a Value, what: &'static str, id: &str) -> Fault<'a> {
    fault(part, Problem::DuplicateId { what, id: id.into() })
}

#[cold]
pub(super) fn unknown_name<'a>(part: &'a Value, what: &'static str, known: &[&str]) -> Fault<'a> {
    fault(part, Problem::UnknownName { what, name: part.text().into(), known: known.join(", ") })
}

/// The message comes in pieces.
#[cold]
pub(super) fn conflict<'a>(part: &'a Value, message: &[&str]) -> Fault<'a> {
    fault(part, Problem::Conflict { message: message.concat() })
}
