//! Ids and what refers to them.

use crate::error::{Error, Problem};
use crate::value::At;

/// The longest id; CSV headers and answer keys are made of them.
const LONGEST: usize = 64;

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
pub(super) fn index_of<'s>(what: &'static str, ids: impl Iterator<Item = &'s str> + Clone, at: At<'_>) -> Result<usize, Error> {
    let id = at.text()?;
    ids.clone().position(|one| one == id).ok_or_else(|| dangling(what, id, ids, at))
}

/// The error for an id that nothing has; names those there are, as far as they fit a line.
pub(super) fn dangling<'s>(what: &'static str, id: &str, ids: impl Iterator<Item = &'s str>, at: At<'_>) -> Error {
    let mut known = String::new();
    for (place, one) in ids.enumerate() {
        if place == 20 {
            known.push_str(", …");
            break;
        }
        known.push_str(if place == 0 { "; there are " } else { ", " });
        known.push_str(one);
    }
    at.error(Problem::Dangling { what, id: id.into(), known })
}
