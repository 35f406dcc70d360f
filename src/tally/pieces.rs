//! A table that is read in pieces, each by another worker.

use manyi_kernel::{QUOTED, Quoted, look};

use crate::answers::{header_end, separator};

/// The first line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its bytes, its line break included.
    pub length: usize,
    /// What separates its cells.
    pub separator: u8,
}

/// The first line of a table; `None` where it does not end in these bytes.
pub fn head(bytes: &[u8]) -> Option<Head> {
    Some(Head { length: header_end(bytes)? + 1, separator: separator(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) })
}

/// What a piece of a table is, for each of the three ways in which it can begin (0 outside of quotes, 1 inside, 2 after a quote inside):
/// how it ends, and how many bytes belong to a record that began before it, or -1 where that does not end here.
pub fn piece(bytes: &[u8], before: u8, separator: u8) -> [f64; 6] {
    let code = |quoted: Quoted| QUOTED.iter().position(|one| *one == quoted).unwrap_or(0) as f64;
    let of = |begins| look(bytes, before, separator, begins);
    let [outside, inside, closing] = QUOTED.map(of).map(|piece| [code(piece.ends), piece.first.map_or(-1.0, |first| first as f64)]);
    [outside[0], outside[1], inside[0], inside[1], closing[0], closing[1]]
}
