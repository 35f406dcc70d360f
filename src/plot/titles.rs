//! What ids are called.

use crate::value::Entries;

/// The title of an id; the id itself where it has none.
pub(super) fn title<'t>(titles: Option<&'t Entries<String>>, id: &'t str) -> &'t str {
    titles.and_then(|titles| titles.get(id)).map_or(id, String::as_str)
}
