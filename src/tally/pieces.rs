//! A table that is read in pieces, each by another worker.

use manyi_kernel::{Quoted, guess, look};

use crate::answers::{header_end, separator};
use crate::error::Error;

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

/// A piece of a table, from one border to another. Its records are those from the end of the record that began before it to the end of the
/// record that ends first after it.
#[derive(Debug, Clone)]
pub struct Piece {
    separator: u8,
    /// The bytes that are left before its end.
    left: u64,
    /// The last byte that was seen; nothing before the first, which is the one before the piece.
    before: Option<u8>,
    /// Whether its first record has begun.
    begun: bool,
    /// Whether a line feed now is the rest of the line break before its first record.
    carriage: bool,
    begins: Option<Quoted>,
    now: Quoted,
    ends: Quoted,
}

impl Piece {
    /// The piece at a table's first record.
    pub fn first(separator: u8, length: u64) -> Self {
        Self { before: Some(b'\n'), begun: true, ..Self::later(separator, length, Some(Quoted::Outside)) }
    }

    /// A later piece, whose bytes come after the one before it. How it begins is guessed where that is not known.
    pub fn later(separator: u8, length: u64, begins: Option<Quoted>) -> Self {
        let now = begins.unwrap_or(Quoted::Outside);
        Self { separator, left: length, before: None, begun: false, carriage: false, begins, now, ends: now }
    }

    /// How it was taken to begin.
    pub fn begins(&self) -> Quoted {
        self.begins.unwrap_or(Quoted::Outside)
    }

    /// How it ends, if so it began.
    pub fn ends(&self) -> Quoted {
        self.ends
    }

    /// Passes on what of the next bytes belongs to its records; tells whether that was all.
    pub fn push(&mut self, bytes: &[u8], mut pass: impl FnMut(&[u8]) -> Result<(), Error>) -> Result<bool, Error> {
        let bytes = match (self.before, bytes) {
            (None, [first, rest @ ..]) => {
                self.before = Some(*first);
                rest
            }
            _ => bytes,
        };
        let (Some(before), false) = (self.before, bytes.is_empty()) else { return Ok(false) };
        if self.begins.is_none() {
            self.now = guess(bytes, before, self.separator);
            self.begins = Some(self.now);
        }
        let (own, after) = bytes.split_at(usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len()));
        self.left -= own.len() as u64;
        if let Some(first) = self.see(own) {
            let start = if std::mem::replace(&mut self.begun, true) { 0 } else { first };
            self.carriage |= own[..start].ends_with(b"\r");
            pass(self.whole(&own[start..]))?;
        } else if self.begun {
            pass(self.whole(own))?;
        }
        if self.left > 0 {
            return Ok(false);
        }
        if !own.is_empty() {
            self.ends = self.now;
        }
        if !self.begun {
            return Ok(true);
        }
        let first = self.see(after);
        pass(self.whole(&after[..first.unwrap_or(after.len())]))?;
        Ok(first.is_some())
    }

    /// Bytes without the rest of a line break that began before them.
    fn whole<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        if bytes.is_empty() || !std::mem::take(&mut self.carriage) {
            return bytes;
        }
        bytes.strip_prefix(b"\n").unwrap_or(bytes)
    }

    /// Goes on over bytes, and tells where the first record ends in them.
    fn see(&mut self, bytes: &[u8]) -> Option<usize> {
        let (Some(before), Some(&last)) = (self.before, bytes.last()) else { return None };
        let seen = look(bytes, before, self.separator, self.now);
        (self.now, self.before) = (seen.ends, Some(last));
        seen.first
    }
}
