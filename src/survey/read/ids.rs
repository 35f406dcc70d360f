//! Ids and what refers to them.

use crate::error::{Error, Problem};
use crate::survey::definition::{Attribute, Dimension};
use crate::value::At;

/// The longest id; CSV headers and answer keys are made of them.
const LONGEST: usize = 64;

/// The most ids that an error names.
const SHOWN: usize = 20;

/// Names that mean something to JavaScript objects, and so are no keys of ours.
const TAKEN: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// An id: it becomes part of answer keys and CSV headers.
pub(super) fn id(at: At<'_>) -> Result<String, Error> {
    let id = at.text()?;
    let sound = (1..=LONGEST).contains(&id.chars().count())
        && id.trim() == id
        && !id.contains(['.', ':'])
        && !id.contains(char::is_control)
        && !TAKEN.contains(&id);
    match sound {
        true => Ok(id.to_owned()),
        false => Err(at.error(Problem::BadId { id: id.chars().take(2 * LONGEST).collect() })),
    }
}

/// Passes each id on once.
pub(super) fn unique(what: &'static str) -> impl FnMut(String, At<'_>) -> Result<String, Error> {
    // A list is short enough to look through, and the page pays for every byte of a hash map.
    let mut seen = Vec::new();
    move |id, at| {
        if seen.contains(&id) {
            return Err(at.taken(what, id));
        }
        seen.push(id.clone());
        Ok(id)
    }
}

/// The place of the id that stands here, among those there are.
pub(super) fn index_of(what: &'static str, ids: &mut dyn Iterator<Item = &str>, at: At<'_>) -> Result<usize, Error> {
    let id = at.text()?;
    let mut known = Vec::new();
    for (place, one) in ids.enumerate() {
        if one == id {
            return Ok(place);
        }
        if place <= SHOWN {
            known.push(one);
        }
    }
    Err(dangling(what, id, known, at))
}

/// The place of the attribute whose id stands here.
pub(super) fn attribute(attributes: &[Attribute], at: At<'_>) -> Result<usize, Error> {
    index_of("attribute", &mut attributes.iter().map(|attribute| attribute.id.as_str()), at)
}

/// The place of the dimension whose id stands here.
pub(super) fn dimension(dimensions: &[Dimension], at: At<'_>) -> Result<usize, Error> {
    index_of("dimension", &mut dimensions.iter().map(|dimension| dimension.id.as_str()), at)
}

/// The error for an id that nothing has; names those there are, as far as they fit a line.
#[cold]
pub(super) fn dangling(what: &'static str, id: &str, mut known: Vec<&str>, at: At<'_>) -> Error {
    if known.len() > SHOWN {
        known.truncate(SHOWN);
        known.push("…");
    }
    let known = if known.is_empty() { String::new() } else { ["; there are ", &known.join(", ")].concat() };
    at.error(Problem::Dangling { what, id: id.into(), known })
}
