//! Ids of a list's entries.

use super::counts::entry;
use crate::error::{Error, Problem};
use crate::text::text;

/// Refuses a list without entries, and the same id twice.
pub(crate) fn expect_unique<'a>(list: &'static str, what: &'static str, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
    let ids: Vec<&str> = ids.into_iter().collect();
    if ids.is_empty() {
        return Err(Error::at(list, Problem::TooFew { what: list, least: 1 }));
    }
    match repeated(&ids) {
        Some(place) => Err(Error::at(text!("{}.id", entry(list, place)), Problem::DuplicateId { what, id: ids[place].into() })),
        None => Ok(()),
    }
}

/// The first place whose id stands at an earlier one, too.
pub(crate) fn repeated(ids: &[&str]) -> Option<usize> {
    let mut places: Vec<(&str, usize)> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    places.sort_unstable();
    places.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).min()
}

#[cfg(test)]
mod tests {
    use super::repeated;

    #[test]
    fn the_first_repetition_is_found() {
        assert_eq!(repeated(&["b", "a", "c", "a", "b", "a"]), Some(3));
        assert_eq!(repeated(&["b", "a"]), None);
        assert_eq!(repeated(&[]), None);
    }
}
