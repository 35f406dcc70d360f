//! References: what an id in a definition names.

use super::fault::{Fault, fault};
use crate::error::Problem;
use crate::survey::Survey;
use crate::value::Value;

/// The most ids that an error names.
const SHOWN: usize = 20;

/// Ids by their places.
type Ids<'s> = dyn Fn(usize) -> Option<&'s str> + 's;

/// The place of an id among those there are; `part` is what names it.
pub(super) fn index_of<'a>(what: &'static str, ids: &Ids<'_>, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    let mut place = 0;
    while let Some(one) = ids(place) {
        if one == id {
            return Ok(place);
        }
        place += 1;
    }
    Err(dangling(what, id, ids, part))
}

/// The place of an attribute.
pub(super) fn attribute<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    index_of("attribute", &|place| Some(&survey.attributes.get(place)?.id), id, part)
}

/// The place of a dimension.
pub(super) fn dimension<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    index_of("dimension", &|place| Some(&survey.dimensions.get(place)?.id), id, part)
}

/// The place of a question.
pub(super) fn question<'a>(survey: &Survey, id: &str, part: &'a Value) -> Result<usize, Fault<'a>> {
    index_of("question", &|place| Some(&survey.questions.get(place)?.id), id, part)
}

/// The problem with an id that nothing has; names those there are, as far as they fit a line.
#[cold]
pub(super) fn dangling<'a>(what: &'static str, id: &str, ids: &Ids<'_>, part: &'a Value) -> Fault<'a> {
    let mut known = String::new();
    for place in 0..=SHOWN {
        let Some(one) = ids(place) else { break };
        known.push_str(if place == 0 { "; there are " } else { ", " });
        known.push_str(if place == SHOWN { "…" } else { one });
    }
    fault(part, Problem::Dangling { what, id: id.into(), known })
}
