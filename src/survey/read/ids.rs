//! References: what an id in a definition names.

use super::fault::{Fault, fault};
use crate::error::Problem;
use crate::survey::Survey;
use crate::value::Value;

/// The most ids that an error names.
const SHOWN: usize = 20;

/// The place of an id among those there are; `part` is what names it.
pub(super) fn index_of<'a>(what: &'static str, ids: &[&str], id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    ids.iter().position(|one| *one == id).ok_or_else(|| dangling(what, id, ids, part))
}

/// The place of an attribute.
pub(super) fn attribute<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    let ids: Vec<&str> = survey.attributes.iter().map(|attribute| attribute.id.as_str()).collect();
    index_of("attribute", &ids, id, part)
}

/// The place of a dimension.
pub(super) fn dimension<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    let ids: Vec<&str> = survey.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    index_of("dimension", &ids, id, part)
}

/// The problem with an id that nothing has; names those there are, as far as they fit a line.
#[cold]
pub(super) fn dangling<'a>(what: &'static str, id: &str, known: &[&str], part: &'a Value) -> Fault<'a> {
    let shown = known.get(..SHOWN).unwrap_or(known).join(", ");
    let more = if known.len() > SHOWN { ", …" } else { "" };
    let known = if known.is_empty() { String::new() } else { ["; there are ", &shown, more].concat() };
    fault(part, Problem::Dangling { what, id: id.into(), known })
}
