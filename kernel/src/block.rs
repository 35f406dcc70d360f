//! A few hundred rows as columns, and what is counted column by column.

use crate::counter::{KANO, Set};
use crate::lanes::Lanes;
use crate::rows::Rows;
use crate::transpose::transposed;

/// Rows taken at a time: few enough that the lists of twenty columns stay in a core's own cache, and that sixteen rows at a time
/// count in bytes (512 / 16 < 256).
pub(crate) const BLOCK: usize = 512;

/// One byte a row.
type Codes = [Lanes; BLOCK / 16];

/// The codes of a block, both as rows and as columns. Beyond its rows, whole vectors are filled up with rows without any answer.
pub(crate) struct Block {
    pub(crate) count: usize,
    pub(crate) vectors: usize,
    /// Row after row.
    pub(crate) rows: Vec<Lanes>,
    pub(crate) columns: Vec<Codes>,
}

impl Block {
    #[inline]
    pub(crate) fn new(columns: usize) -> Self {
        let vectors = columns.div_ceil(16);
        Self { count: 0, vectors, rows: vec![Lanes::ZERO; BLOCK * vectors], columns: vec![[Lanes::ZERO; BLOCK / 16]; columns] }
    }

    /// Takes these rows, no more than [`BLOCK`].
    pub(crate) fn gather(&mut self, rows: &Rows, which: &[u32]) {
        let (all, vectors) = (rows.all(), self.vectors);
        self.count = which.len();
        for (chunk, sixteen) in which.chunks(16).enumerate() {
            for vector in 0..vectors {
                let mut square = [Lanes::ZERO; 16];
                let into = &mut self.rows[chunk * 16 * vectors..][..16 * vectors];
                for (at, &row) in sixteen.iter().enumerate() {
                    square[at] = all[row as usize * vectors + vector];
                    into[at * vectors + vector] = square[at];
                }
                for (column, lanes) in self.columns[vector * 16..].iter_mut().zip(transposed(square)) {
                    column[chunk] = lanes;
                }
            }
        }
    }

    /// The vectors of a column that are in use.
    #[inline]
    pub(crate) fn column(&self, column: usize) -> &[Lanes] {
        &self.columns[column][..self.count.div_ceil(16)]
    }

    /// Rows per code of a column.
    pub(crate) fn histogram(&self, column: usize, into: &mut [u32]) {
        let codes = self.column(column);
        let Some((missing, levels)) = into.split_first_mut() else { return };
        // Looking for each level is faster than looking each row up, up to about so many levels.
        if levels.len() <= 32 {
            let mut others = 0;
            let mut level = 1;
            for levels in levels.chunks_mut(4) {
                let wanted: [Lanes; 4] = std::array::from_fn(|at| Lanes::splat8(level + at as u8));
                let mut found = [Lanes::ZERO; 4];
                for &codes in codes {
                    for at in 0..4 {
                        found[at] = found[at].sub8(codes.eq8(wanted[at]));
                    }
                }
                for (into, found) in levels.iter_mut().zip(found) {
                    let found = found.sum8();
                    *into += found;
                    others += found;
                }
                level += 4;
            }
            *missing += self.count as u32 - others;
        } else {
            let mut tables = [[0_u16; 256]; 4];
            for codes in codes {
                for (at, &code) in codes.bytes().iter().enumerate() {
                    tables[at % 4][usize::from(code)] += 1;
                }
            }
            for (code, into) in into.iter_mut().enumerate() {
                *into += tables.iter().map(|table| u32::from(table[code])).sum::<u32>();
            }
            into[0] -= (codes.len() * 16 - self.count) as u32;
        }
    }

    /// Of a set of columns, the rows that answer any, and those that answer all alike.
    pub(crate) fn look(&self, set: &Set) -> (u32, u32) {
        let Some((&first, others)) = set.columns.split_first() else { return (0, 0) };
        let mut missing = Lanes::ZERO;
        let mut straight = Lanes::ZERO;
        for at in 0..self.count.div_ceil(16) {
            let one = self.columns[first][at];
            let mut any = one;
            if set.straight {
                let mut equal = Lanes::splat8(255);
                for &column in others {
                    let codes = self.columns[column][at];
                    any = any.or(codes);
                    equal = equal.and(codes.eq8(one));
                }
                // All alike, and not all missing.
                let unanswered = one.eq8(Lanes::ZERO);
                straight = straight.sub8(equal.less8(unanswered));
            } else {
                for &column in others {
                    any = any.or(self.columns[column][at]);
                }
            }
            missing = missing.sub8(any.eq8(Lanes::ZERO));
        }
        let padded = (self.count.div_ceil(16) * 16) as u32;
        (padded - missing.sum8(), straight.sum8())
    }

    /// The cells of a Kano table: functional 1 first, dysfunctional running fastest.
    pub(crate) fn kano(&self, [functional, dysfunctional]: [usize; 2], into: &mut [u32; KANO]) {
        for (functional, dysfunctional) in self.column(functional).iter().zip(self.column(dysfunctional)) {
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
