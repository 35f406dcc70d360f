//! A few hundred rows as columns, and what is counted column by column.

use crate::counter::{KANO, Set};
use crate::kept::Kept;
use crate::lanes::Lanes;
use crate::rows::Rows;
use crate::transpose::transposed;

/// Rows taken at a time: few enough that what is made of twenty columns stays in a core's own cache, and that sixteen rows at a time
/// count in bytes (512 / 16 < 256).
pub(crate) const BLOCK: usize = 512;

/// Sixteens of rows in a block.
pub(crate) const SIXTEENS: usize = BLOCK / 16;

/// The codes of a block, both as rows and as columns. Beyond its rows, whole vectors are filled up with rows without any answer.
pub(crate) struct Block {
    pub(crate) count: usize,
    vectors: usize,
    /// Sixteen columns by sixteen rows each: first those of all rows' first vector, then of the second, and so on.
    squares: Vec<[Lanes; 16]>,
}

/// A column of a block, by sixteen rows.
#[derive(Clone, Copy)]
pub(crate) struct Column<'a> {
    squares: &'a [[Lanes; 16]; SIXTEENS],
    used: usize,
    place: usize,
}

impl<'a> Column<'a> {
    #[inline(always)]
    pub(crate) fn at(self, sixteen: usize) -> Lanes {
        self.squares[sixteen][self.place % 16]
    }

    #[inline(always)]
    pub(crate) fn iter(self) -> impl Iterator<Item = Lanes> + 'a {
        self.squares[..self.used].iter().map(move |square| square[self.place % 16])
    }
}

impl Block {
    #[inline]
    pub(crate) fn new(columns: usize) -> Self {
        let vectors = columns.div_ceil(16);
        Self { count: 0, vectors, squares: vec![[Lanes::ZERO; 16]; SIXTEENS * vectors] }
    }

    /// Takes these rows, no more than [`BLOCK`], and keeps them from a place on that counts sixteens.
    #[inline(never)]
    pub(crate) fn gather(&mut self, rows: &Rows, which: &[u32], kept: &mut Kept, first: usize) {
        let (all, vectors) = (rows.all(), self.vectors);
        self.count = which.len();
        for (at, some) in which.chunks(16).enumerate() {
            let mut padded = [u32::MAX; 16];
            let sixteen = some.first_chunk::<16>().unwrap_or_else(|| {
                padded[..some.len()].copy_from_slice(some);
                &padded
            });
            for vector in 0..vectors {
                let row = |at: usize| all.get((sixteen[at] as usize).wrapping_mul(vectors) + vector).copied().unwrap_or(Lanes::ZERO);
                // Written out, as the rounds of `transposed` are.
                let square = [
                    row(0),
                    row(1),
                    row(2),
                    row(3),
                    row(4),
                    row(5),
                    row(6),
                    row(7),
                    row(8),
                    row(9),
                    row(10),
                    row(11),
                    row(12),
                    row(13),
                    row(14),
                    row(15),
                ];
                kept.put(vector, first + at, square);
                self.squares[vector * SIXTEENS + at] = transposed(square);
            }
        }
    }

    /// A column, and as much of it as is in use.
    #[inline(always)]
    pub(crate) fn column(&self, column: usize) -> Column<'_> {
        let squares = &self.squares.as_chunks::<SIXTEENS>().0[column / 16];
        Column { squares, used: self.count.div_ceil(16), place: column % 16 }
    }

    /// Rows per code of a column, and of each sixteen rows, as bits, those without an answer.
    #[inline(never)]
    pub(crate) fn histogram(&self, column: usize, into: &mut [u32], missing: &mut [u16; SIXTEENS]) {
        let codes = self.column(column);
        let mut left = self.count as u32;
        let Some((last, others)) = into.split_last_mut() else { return };
        // Looking for each code is faster than looking each row up, up to about so many.
        if others.len() <= 32 {
            let mut code = 0;
            let mut padding = (codes.used * 16) as u32 - left;
            for others in others.chunks_mut(5) {
                let [a, b, c, d, e] = [code, code + 1, code + 2, code + 3, code + 4].map(Lanes::splat8);
                let mut found = [Lanes::ZERO; 5];
                // In the first turn, the first code is 0.
                let bits = if code == 0 { &mut *missing } else { &mut [0; SIXTEENS] };
                for (codes, bits) in codes.iter().zip(bits) {
                    let first = codes.eq8(a);
                    *bits = first.bits8() as u16;
                    found = [
                        found[0].sub8(first),
                        found[1].sub8(codes.eq8(b)),
                        found[2].sub8(codes.eq8(c)),
                        found[3].sub8(codes.eq8(d)),
                        found[4].sub8(codes.eq8(e)),
                    ];
                }
                for (into, found) in others.iter_mut().zip(found) {
                    let found = found.sum8() - std::mem::take(&mut padding);
                    *into += found;
                    left -= found;
                }
                if left == 0 {
                    return;
                }
                code += 5;
            }
            *last += left;
        } else {
            let mut tables = [[0_u16; 256]; 4];
            for (codes, missing) in codes.iter().zip(missing) {
                *missing = codes.eq8(Lanes::ZERO).bits8() as u16;
                for (at, &code) in codes.bytes().iter().enumerate() {
                    tables[at % 4][usize::from(code)] += 1;
                }
            }
            for (code, into) in into.iter_mut().enumerate() {
                *into += tables.iter().map(|table| u32::from(table[code])).sum::<u32>();
            }
            into[0] -= (codes.used * 16 - self.count) as u32;
        }
    }

    /// Of a set of columns, the rows that answer any, and those that answer all alike.
    #[inline(never)]
    pub(crate) fn look(&self, set: &Set) -> (u32, u32) {
        let Some((&first, others)) = set.columns.split_first() else { return (0, 0) };
        let mut missing = Lanes::ZERO;
        let mut straight = Lanes::ZERO;
        let first = self.column(first);
        // Four sixteens at a time; those beyond the rows are without any answer.
        for start in (0..first.used).step_by(4) {
            let four = |column: Column| [column.at(start), column.at(start + 1), column.at(start + 2), column.at(start + 3)];
            let one = four(first);
            let mut any = one;
            let mut equal = [Lanes::splat8(255); 4];
            for &column in others {
                let codes = four(self.column(column));
                any = [any[0].or(codes[0]), any[1].or(codes[1]), any[2].or(codes[2]), any[3].or(codes[3])];
                equal = [
                    equal[0].and(codes[0].eq8(one[0])),
                    equal[1].and(codes[1].eq8(one[1])),
                    equal[2].and(codes[2].eq8(one[2])),
                    equal[3].and(codes[3].eq8(one[3])),
                ];
            }
            for at in 0..4.min(first.used - start) {
                if set.straight {
                    // All alike, and not all missing.
                    straight = straight.sub8(equal[at].less8(one[at].eq8(Lanes::ZERO)));
                }
                missing = missing.sub8(any[at].eq8(Lanes::ZERO));
            }
        }
        let padded = (self.count.div_ceil(16) * 16) as u32;
        (padded - missing.sum8(), straight.sum8())
    }

    /// The cells of a Kano table: functional 1 first, dysfunctional running fastest.
    #[inline]
    pub(crate) fn kano(&self, [functional, dysfunctional]: [usize; 2], into: &mut [u32; KANO]) {
        for (functional, dysfunctional) in self.column(functional).iter().zip(self.column(dysfunctional).iter()) {
            for (&functional, &dysfunctional) in functional.bytes().iter().zip(&dysfunctional.bytes()) {
                if functional > 0
                    && dysfunctional > 0
                    && let Some(cell) = into.get_mut(usize::from(functional - 1) * 5 + usize::from(dysfunctional - 1))
                {
                    *cell += 1;
                }
            }
        }
    }
}
