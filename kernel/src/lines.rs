//! Lines of a table, read by what was read before.
//!
//! Most cells of a table are one of a handful of texts. A reader that knows the whole grammar of cells tells what each stands for when it
//! comes for the first time; from then on a line of such cells, without a quote, is read here. A line that has anything else in it is left
//! to that reader as a whole.

use std::ops::Range;

use crate::lanes::Lanes;

/// What a column's cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Not read.
    Ignored,
    /// Texts that stand for codes of this place of a row.
    Codes(usize),
    /// Anything; each is handed out as it is.
    Apart,
}

/// Reads lines.
#[derive(Debug, Clone)]
pub struct Lines {
    separator: u8,
    columns: Vec<Column>,
    apart: Vec<(usize, Range<usize>)>,
}

#[derive(Debug, Clone)]
struct Column {
    cells: Cells,
    /// What texts of one byte stand for.
    single: Box<[u8; 256]>,
    /// What longer texts stand for, each from its own place on.
    known: Vec<Option<Known>>,
    count: usize,
}

#[derive(Debug, Clone)]
struct Known {
    text: Box<[u8]>,
    code: u8,
}

/// No code: a column has 254 at most.
const UNKNOWN: u8 = 255;

/// The most texts that are kept of a column, in twice as many places.
const MOST: usize = 512;

/// Longer texts are not kept.
const LONGEST: usize = 64;

impl Lines {
    /// A reader of lines of these columns, that knows no text yet.
    pub fn new(separator: u8, columns: &[Cells]) -> Self {
        let column = |&cells: &Cells| Column { cells, single: Box::new([UNKNOWN; 256]), known: Vec::new(), count: 0 };
        Self { separator, columns: columns.iter().map(column).collect(), apart: Vec::new() }
    }

    /// Keeps what a text stands for in a column.
    pub fn learn(&mut self, column: usize, text: &[u8], code: u8) {
        let Some(column) = self.columns.get_mut(column) else { return };
        match text {
            [] => {}
            [byte] => column.single[usize::from(*byte)] = code,
            _ if text.len() > LONGEST || column.count == MOST || column.code(text).is_some() => {}
            _ => column.keep(Known { text: text.into(), code }),
        }
    }

    /// Reads the line that the input begins with into a row of zeros, and tells how many bytes it took, its end included. `None` where the
    /// line does not end here or has anything that is not known; what the row then holds means nothing.
    #[inline(never)]
    pub fn read(&mut self, input: &[u8], row: &mut [u8]) -> Option<usize> {
        self.apart.clear();
        let separator = Lanes::splat8(self.separator);
        let [newline, carriage, quote] = [b'\n', b'\r', b'"'].map(Lanes::splat8);
        let (mut start, mut column) = (0, 0);
        let (vectors, rest) = input.as_chunks::<16>();
        let mut last = [0; 16];
        last[..rest.len()].copy_from_slice(rest);
        for (at, bytes) in vectors.iter().chain(std::iter::once(&last)).enumerate() {
            let lanes = Lanes::new(bytes);
            let ends = lanes.eq8(newline).or(lanes.eq8(carriage));
            let mut special = lanes.eq8(separator).or(ends).or(lanes.eq8(quote)).bits8();
            while special != 0 {
                let end = 16 * at + special.trailing_zeros() as usize;
                special &= special - 1;
                let byte = *input.get(end)?;
                let about = self.columns.get(column)?;
                let cell = input.get(start..end)?;
                match about.cells {
                    _ if byte == b'"' => return None,
                    Cells::Ignored if cell.is_ascii() => {}
                    Cells::Ignored => return None,
                    Cells::Codes(place) => *row.get_mut(place)? = about.code(cell)?,
                    Cells::Apart => self.apart.push((column, start..end)),
                }
                column += 1;
                start = end + 1;
                if byte != self.separator {
                    return (column == self.columns.len()).then_some(start);
                }
            }
        }
        None
    }

    /// The cells of the last line that are handed out: their columns, and where they lie in its input.
    pub fn apart(&self) -> &[(usize, Range<usize>)] {
        &self.apart
    }
}

impl Column {
    #[inline]
    fn code(&self, text: &[u8]) -> Option<u8> {
        match text {
            [] => Some(0),
            [byte] => Some(self.single[usize::from(*byte)]).filter(|&code| code != UNKNOWN),
            _ => {
                let mut place = self.place(text)?;
                loop {
                    let known = self.known[place].as_ref()?;
                    if *known.text == *text {
                        return Some(known.code);
                    }
                    place = (place + 1) % self.known.len();
                }
            }
        }
    }

    /// Where a text is looked for first.
    fn place(&self, text: &[u8]) -> Option<usize> {
        let hash = text.iter().fold(text.len() as u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x9e37_79b1));
        ((hash ^ (hash >> 15)) as usize).checked_rem(self.known.len())
    }

    fn keep(&mut self, known: Known) {
        // At most half full, so that a search soon meets an empty place.
        if 2 * (self.count + 1) > self.known.len() {
            let doubled = (2 * self.known.len()).max(32);
            let before = std::mem::replace(&mut self.known, vec![None; doubled]);
            self.count = 0;
            before.into_iter().flatten().for_each(|known| self.keep(known));
        }
        let Some(mut place) = self.place(&known.text) else { return };
        while self.known[place].as_ref().is_some_and(|other| other.text != known.text) {
            place = (place + 1) % self.known.len();
        }
        self.count += usize::from(self.known[place].is_none());
        self.known[place] = Some(known);
    }
}
