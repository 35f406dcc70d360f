//! The rows of a count, in its order.

use crate::lanes::Lanes;

/// The rows of a count by vectors, each list of them after sixteen without any answer.
pub(crate) struct Kept(Vec<Vec<[Lanes; 16]>>);

impl Kept {
    /// The place of a row without any answer.
    pub(crate) const NONE: u16 = 0;
    /// The place of the first row.
    pub(crate) const FIRST: u16 = 16;

    #[inline]
    pub(crate) fn new(columns: usize) -> Self {
        Self(vec![vec![[Lanes::ZERO; 16]]; columns.div_ceil(16)])
    }

    /// Makes room for so many rows.
    #[inline]
    pub(crate) fn fit(&mut self, rows: usize) {
        for squares in &mut self.0 {
            squares.resize(squares.len().max(1 + rows.div_ceil(16)), [Lanes::ZERO; 16]);
        }
    }

    /// Keeps a vector of sixteen rows.
    #[inline(always)]
    pub(crate) fn put(&mut self, vector: usize, sixteen: usize, square: [Lanes; 16]) {
        self.0[vector][1 + sixteen] = square;
    }

    /// One vector of all rows.
    #[inline]
    pub(crate) fn vector(&self, vector: usize) -> &[Lanes] {
        self.0[vector].as_flattened()
    }
}
