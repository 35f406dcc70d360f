//! Ids of a list's entries.

use std::collections::HashSet;

use super::counts::entry;
use crate::error::{Error, Problem};

/// Refuses a list without entries, and the same id twice.
pub(crate) fn expect_unique<'a>(list: &'static str, what: &'static str, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for (index, id) in ids.into_iter().enumerate() {
        if !seen.insert(id) {
            return Err(Error::at(format!("{}.id", entry(list, index)), Problem::DuplicateId { what, id: id.into() }));
        }
    }
    match seen.is_empty() {
        true => Err(Error::at(list, Problem::TooFew { what: list, least: 1 })),
        false => Ok(()),
    }
}
