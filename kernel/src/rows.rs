//! Rows of codes as bytes.

use crate::lanes::Lanes;
use crate::transpose::transposed;

/// Rows of codes, one after another, each padded with zeros to whole vectors of sixteen bytes.
#[derive(Debug, Clone)]
pub struct Rows {
    columns: usize,
    count: usize,
    vectors: Vec<Lanes>,
}

impl Rows {
    /// No rows yet, of so many columns.
    pub fn new(columns: usize) -> Self {
        Self { columns, count: 0, vectors: Vec::new() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many columns a row has.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Forgets the rows, but not their room.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// Begins a row without any answer, and gives its codes to be filled in.
    #[inline]
    pub fn begin(&mut self) -> &mut [u8] {
        let (start, width) = (self.count * self.width(), self.width());
        self.count += 1;
        self.make_room();
        let row = &mut self.vectors[start..start + width];
        row.fill(Lanes::ZERO);
        &mut Lanes::flat_mut(row)[..self.columns]
    }

    /// The codes of a row.
    #[inline]
    pub fn row(&self, row: usize) -> &[u8] {
        &Lanes::flat(&self.all()[row * self.width()..][..self.width()])[..self.columns]
    }

    /// Lists the rows by their code in a column: from the lowest code on, one group each; the last is of all others.
    #[inline(never)]
    pub fn group(&self, column: usize, lowest: u8, groups: &mut [Vec<u32>]) {
        let Some(others) = groups.len().checked_sub(1) else { return };
        groups.iter_mut().for_each(Vec::clear);
        let codes = Lanes::flat(self.all()).iter().skip(column).step_by(16 * self.width());
        for (row, code) in (0..).zip(codes) {
            groups[usize::from(code.wrapping_sub(lowest)).min(others)].push(row);
        }
    }

    fn make_room(&mut self) {
        let needed = self.count * self.width();
        if self.vectors.len() < needed {
            self.vectors.resize(needed.max(2 * self.vectors.len()), Lanes::ZERO);
        }
    }

    /// Adds rows that come as columns, all of one length; a column that is `None` is not answered.
    #[inline(never)]
    pub fn extend_from_columns(&mut self, columns: &[Option<&[u8]>], rows: usize) {
        let width = self.width();
        let before = self.count * width;
        self.count += rows;
        self.make_room();
        let into = &mut self.vectors[before..];
        for (vector, columns) in columns.chunks(16).enumerate() {
            for start in (0..rows).step_by(16) {
                let count = (rows - start).min(16);
                let mut square = [Lanes::ZERO; 16];
                for (lanes, column) in square.iter_mut().zip(columns) {
                    let Some(column) = column else { continue };
                    *lanes = match column[start..].first_chunk::<16>() {
                        Some(whole) => Lanes::new(whole),
                        None => {
                            let mut last = [0; 16];
                            last[..count].copy_from_slice(&column[start..start + count]);
                            Lanes::new(&last)
                        }
                    };
                }
                for (row, lanes) in transposed(square).into_iter().enumerate().take(count) {
                    into[(start + row) * width + vector] = lanes;
                }
            }
        }
    }

    /// How many vectors a row takes.
    #[inline]
    pub(crate) fn width(&self) -> usize {
        self.columns.div_ceil(16)
    }

    /// The vectors of all rows.
    #[inline]
    pub(crate) fn all(&self) -> &[Lanes] {
        &self.vectors[..self.count * self.width()]
    }
}

/// The highest of some codes.
#[inline(never)]
pub fn highest(codes: &[u8]) -> u8 {
    let (vectors, rest) = codes.as_chunks::<16>();
    let highest = vectors.iter().fold(Lanes::ZERO, |highest, codes| highest.max8(Lanes::new(codes)));
    highest.bytes().iter().chain(rest).copied().max().unwrap_or(0)
}
