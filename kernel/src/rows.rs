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

    /// Adds rows that come as columns, all of one length; a column that is `None` is not answered. Tells whether every code is within the
    /// highest of its column.
    #[inline(never)]
    pub fn extend_from_columns(&mut self, columns: &[Option<&[u8]>], highest: &[u8], rows: usize) -> bool {
        let (start, whole) = (self.count, rows / 16 * 16);
        self.count += rows;
        self.make_room();
        let nothing = vec![0; rows];
        let mut beyond = Lanes::ZERO;
        for (vector, columns) in columns.chunks(16).enumerate() {
            let mut lists = [&nothing[..]; 16];
            let mut limits = [Lanes::splat8(255); 16];
            let mut tails = [[0; 16]; 16];
            for (at, column) in columns.iter().enumerate() {
                lists[at] = column.unwrap_or(&nothing);
                limits[at] = Lanes::splat8(highest[vector * 16 + at]);
            }
            for (tail, list) in tails.iter_mut().zip(lists) {
                tail[..rows - whole].copy_from_slice(&list[whole..rows]);
            }
            beyond = beyond.or(self.add_squares(start, rows / 16 * 16, vector, lists.map(|list| list.as_chunks().0), &limits));
            beyond = beyond.or(self.add_squares(start + whole, rows - whole, vector, tails.each_ref().map(std::slice::from_ref), &limits));
        }
        beyond.eq8(Lanes::ZERO).bits8() == 0xffff
    }

    /// One vector of some rows, of sixteen columns; what goes beyond their limits is not zero.
    #[inline(never)]
    fn add_squares(&mut self, start: usize, rows: usize, vector: usize, columns: [&[[u8; 16]]; 16], limits: &[Lanes; 16]) -> Lanes {
        let width = self.width();
        let mut beyond = Lanes::ZERO;
        for (at, into) in self.vectors[start * width..][..rows * width].chunks_mut(16 * width).enumerate() {
            let mut column = |column: usize| {
                let codes = Lanes::new(&columns[column][at]);
                beyond = beyond.or(codes.less8(limits[column]));
                codes
            };
            // Written out, as the rounds of `transposed` are.
            let square = [
                column(0),
                column(1),
                column(2),
                column(3),
                column(4),
                column(5),
                column(6),
                column(7),
                column(8),
                column(9),
                column(10),
                column(11),
                column(12),
                column(13),
                column(14),
                column(15),
            ];
            for (row, lanes) in into.chunks_mut(width).zip(transposed(square)) {
                row[vector] = lanes;
            }
        }
        beyond
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
