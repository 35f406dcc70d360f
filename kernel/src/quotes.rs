//! Where records end in a piece of a table, whatever came before it.
//!
//! A line break ends a record unless it is quoted, and whether it is depends on everything before. But there are only three ways in which a
//! piece can begin, and the first quotes in it mostly tell which: so that pieces are read apart, each as it seems to begin, and one that
//! began otherwise is read again once the piece before is known.

use crate::lanes::Lanes;

/// How a piece begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoted {
    /// Not within quotes.
    Outside,
    /// Within quotes.
    Inside,
    /// Within quotes, after a quote that closes them unless another follows at once.
    Closing,
}

/// How a piece most likely begins; `before` is the byte before it.
///
/// A quote after a separator and before a letter opens a cell, one after a letter and before a separator closes one; each other quote before
/// it is the other half of a pair. The first that tells decides.
#[inline(never)]
pub fn guess(piece: &[u8], before: u8, separator: u8) -> Quoted {
    let edge = |byte: u8| byte == separator || matches!(byte, b'\n' | b'\r');
    let (mut at, mut passed) = (0, 0);
    while let Some(found) = next(piece, at, false) {
        let earlier = found.checked_sub(1).map_or(before, |at| piece[at]);
        let Some(&later) = piece.get(found + 1) else { break };
        let opens = edge(earlier) && !edge(later) && later != b'"';
        let closes = edge(later) && !edge(earlier) && earlier != b'"';
        if opens || closes {
            return if closes == (passed % 2 == 0) { Quoted::Inside } else { Quoted::Outside };
        }
        passed += 1;
        at = found + 1;
    }
    Quoted::Outside
}

/// What a piece is, for one way in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// How it ends.
    pub ends: Quoted,
    /// The bytes up to the end of the first record that ends here, its line break included.
    pub first: Option<usize>,
}

/// Looks at a piece that begins this way; `before` is the byte before it.
#[inline(never)]
pub fn look(piece: &[u8], before: u8, separator: u8, begins: Quoted) -> Piece {
    let mut quoted = begins;
    let mut first = None;
    let mut at = 0;
    // A quote within quotes that closed them, or is the first of two that stand for one.
    let mut closing = begins == Quoted::Closing;
    if closing {
        quoted = Quoted::Inside;
    }
    loop {
        if closing {
            closing = false;
            match piece.get(at) {
                None => return Piece { ends: Quoted::Closing, first },
                Some(b'"') => at += 1,
                Some(_) => quoted = Quoted::Outside,
            }
        }
        // The first line break outside of quotes is looked for, afterwards only quotes are.
        let breaks = first.is_none() && quoted == Quoted::Outside;
        let Some(found) = next(piece, at, breaks) else { return Piece { ends: quoted, first } };
        at = found + 1;
        match (piece[found], quoted) {
            (b'"', Quoted::Outside) => {
                let earlier = found.checked_sub(1).map_or(before, |at| piece[at]);
                // Anywhere else in a cell a quote is itself.
                if earlier == separator || matches!(earlier, b'\n' | b'\r') {
                    quoted = Quoted::Inside;
                }
            }
            (b'"', _) => closing = true,
            _ => first = Some(at),
        }
    }
}

/// The next quote; or line break, where those are looked for.
fn next(piece: &[u8], from: usize, breaks: bool) -> Option<usize> {
    let [quote, newline, carriage] = [b'"', b'\n', b'\r'].map(Lanes::splat8);
    let rest = piece.get(from..)?;
    let (vectors, last) = rest.as_chunks::<16>();
    for (at, bytes) in vectors.iter().enumerate() {
        let lanes = Lanes::new(bytes);
        let mut found = lanes.eq8(quote);
        if breaks {
            found = found.or(lanes.eq8(newline)).or(lanes.eq8(carriage));
        }
        let found = found.bits8();
        if found != 0 {
            return Some(from + 16 * at + found.trailing_zeros() as usize);
        }
    }
    let wanted = |byte: &u8| *byte == b'"' || breaks && matches!(byte, b'\n' | b'\r');
    last.iter().position(wanted).map(|at| from + 16 * vectors.len() + at)
}
