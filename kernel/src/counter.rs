//! Rows of one group into the sums of one group.

use crate::block::{BLOCK, Block, SIXTEENS};
use crate::kept::Kept;
use crate::missing::{Missing, Over};
use crate::products::Products;
use crate::rows::Rows;

/// The most rows of one count: 16384 · 254² < 2^32.
pub const MOST: usize = 1 << 14;

/// Cells of a Kano table.
pub(crate) const KANO: usize = 25;

/// What is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The highest code of each column, 1 or more.
    pub levels: Vec<u8>,
    /// The columns whose pairs are summed, in rising order.
    pub paired: Vec<usize>,
    /// The functional and the dysfunctional column of each Kano table.
    pub kano: Vec<[usize; 2]>,
    /// Columns that are looked at together.
    pub sets: Vec<Set>,
}

/// Columns that are looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// The columns.
    pub columns: Vec<usize>,
    /// Whether equal answers throughout are counted.
    pub straight: bool,
}

/// What was counted of some rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial {
    /// How many rows.
    pub rows: u32,
    /// Rows per code, column after column; code 0 has a place too.
    pub histograms: Vec<u32>,
    /// n, Σx, Σy, Σx², Σy², Σxy of each pair over the rows that have both, in units (codes from 0): (0,1), (0,2), …, (1,2), …
    pub pairs: Vec<u32>,
    /// Rows per cell of each Kano table.
    pub kano: Vec<u32>,
    /// Per set, rows with an answer to any of its columns.
    pub answered: Vec<u32>,
    /// Per set, rows with the same answer to all of its columns.
    pub straight: Vec<u32>,
}

/// Counts rows of one shape. It holds no rows between counts, only the room to work in.
pub struct Counter {
    pub(crate) shape: Shape,
    /// Where each column's histogram begins, and where the last ends.
    pub(crate) offsets: Vec<usize>,
    /// For each set, an earlier one of the same columns.
    same: Vec<Option<usize>>,
    pub(crate) block: Block,
    pub(crate) kept: Kept,
    products: Products,
    missing: Missing,
    counted: Partial,
}

impl Counter {
    /// Room for counting rows of a shape.
    // Inlined, as the parts' own, so that it is built for size, where it is called.
    #[inline]
    pub fn new(shape: Shape) -> Self {
        let columns = shape.levels.len();
        let mut offsets = vec![0];
        for &levels in &shape.levels {
            offsets.push(offsets[offsets.len() - 1] + usize::from(levels) + 1);
        }
        let levels: Vec<u8> = shape.paired.iter().map(|&column| shape.levels[column]).collect();
        let pairs = shape.paired.len() * shape.paired.len().saturating_sub(1) / 2;
        let same = |at: usize| {
            let set = &shape.sets[at];
            shape.sets[..at].iter().position(|other| other.columns == set.columns && other.straight >= set.straight)
        };
        Self {
            block: Block::new(columns),
            kept: Kept::new(columns),
            products: Products::new(&shape.paired, &levels),
            missing: Missing::new(columns, &shape.paired, &levels),
            counted: Partial {
                rows: 0,
                histograms: vec![0; offsets[columns]],
                pairs: vec![0; 6 * pairs],
                kano: vec![0; KANO * shape.kano.len()],
                answered: vec![0; shape.sets.len()],
                straight: vec![0; shape.sets.len()],
            },
            same: (0..shape.sets.len()).map(same).collect(),
            offsets,
            shape,
        }
    }

    /// Counts these rows.
    ///
    /// # Panics
    /// If they are more than [`MOST`], or of another shape.
    // Inlined, so that all but its loops is built for size, where it is called.
    #[inline]
    pub fn count(&mut self, rows: &Rows, which: &[u32]) -> &Partial {
        assert!(which.len() <= MOST && rows.columns() == self.shape.levels.len(), "so many rows of this shape");
        let counted = &mut self.counted;
        counted.rows = which.len() as u32;
        for list in [&mut counted.histograms, &mut counted.kano, &mut counted.answered, &mut counted.straight] {
            list.fill(0);
        }
        self.products.clear();
        self.kept.fit(which.len());
        for (at, which) in which.chunks(BLOCK).enumerate() {
            self.block.gather(rows, which, &mut self.kept, at * SIXTEENS);
            self.add_columns(at);
            self.products.add(&self.block);
        }
        self.missing.visit(&self.kept, which.len());
        self.settle();
        &self.counted
    }

    #[inline]
    fn add_columns(&mut self, at: usize) {
        let Self { block, counted, offsets, missing, .. } = self;
        for (column, place) in offsets.windows(2).enumerate() {
            block.histogram(column, &mut counted.histograms[place[0]..place[1]], missing.of(column, at));
        }
        for (place, into) in self.shape.kano.iter().zip(counted.kano.as_chunks_mut::<KANO>().0) {
            block.kano(*place, into);
        }
        for (at, set) in self.shape.sets.iter().enumerate() {
            if self.same[at].is_none() && (set.straight || set.columns.len() > 1) {
                let (answered, straight) = block.look(set);
                counted.answered[at] += answered;
                counted.straight[at] += straight;
            }
        }
    }

    /// What is told by sums that are there.
    #[inline]
    fn settle(&mut self) {
        let Self { shape, offsets, same, counted, .. } = self;
        for (at, set) in shape.sets.iter().enumerate() {
            if let Some(same) = same[at] {
                counted.answered[at] = counted.answered[same];
                counted.straight[at] = if set.straight { counted.straight[same] } else { 0 };
            } else if let ([column], false) = (&set.columns[..], set.straight) {
                counted.answered[at] = counted.rows - counted.histograms[offsets[*column]];
            }
        }
        if counted.rows == 0 {
            counted.pairs.fill(0);
            return;
        }
        let alone: Vec<Over> = shape.paired.iter().map(|&column| over(&counted.histograms[offsets[column]..offsets[column + 1]])).collect();
        let mut pairs = counted.pairs.as_chunks_mut::<6>().0.iter_mut();
        for (a, &of_a) in alone.iter().enumerate() {
            for ((b, &of_b), pair) in alone.iter().enumerate().skip(a + 1).zip(&mut pairs) {
                let (of_a, of_b) = (self.missing.both(a, of_a, b), self.missing.both(b, of_b, a));
                // Σ(x - 1)(y - 1) = Σxy - Σx - Σy + n.
                let product = self.products.of(a, b).wrapping_sub(of_a.code).wrapping_sub(of_b.code).wrapping_add(of_a.n);
                *pair = [of_a.n, unit(of_a), unit(of_b), unit_square(of_a), unit_square(of_b), product];
            }
        }
    }
}

/// The sums of a histogram.
#[inline]
fn over(histogram: &[u32]) -> Over {
    let mut sums = Over { n: 0, code: 0, square: 0 };
    for (code, &count) in (0_u32..).zip(histogram).skip(1) {
        sums.n += count;
        sums.code += code * count;
        sums.square = sums.square.wrapping_add((code * code).wrapping_mul(count));
    }
    sums
}

/// Σ(code - 1).
#[inline]
fn unit(sums: Over) -> u32 {
    sums.code.wrapping_sub(sums.n)
}

/// Σ(code - 1)².
#[inline]
fn unit_square(sums: Over) -> u32 {
    sums.square.wrapping_sub(sums.code.wrapping_mul(2)).wrapping_add(sums.n)
}

/// Adds counts of some rows to counts of all.
#[inline(never)]
pub fn add(into: &mut [u64], from: &[u32]) {
    for (into, &from) in into.iter_mut().zip(from) {
        *into += u64::from(from);
    }
}
