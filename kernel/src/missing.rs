//! Per paired column, the sums of every other over the rows where the one is missing.
//!
//! What two columns have over the rows that have both is what each has at all, without this. Few cells are missing as a rule, and
//! only those rows are visited; where most are, the rows that have an answer are visited in their place.

use crate::block::{BLOCK, Block};
use crate::lanes::Lanes;

/// The highest code whose square and whose sum over some rows stay small enough for short lanes.
const SHORT: u8 = 15;

/// Sums of sixteen columns: per column, in 32 bits.
type Sixteen = [Lanes; 4];

/// Of sixteen columns, over some rows.
#[derive(Clone, Copy)]
struct Apart {
    /// Rows without an answer.
    missing: Sixteen,
    /// Σ code.
    code: Sixteen,
    /// Σ code².
    square: Sixteen,
}

impl Apart {
    const ZERO: Self = Self { missing: [Lanes::ZERO; 4], code: [Lanes::ZERO; 4], square: [Lanes::ZERO; 4] };
}

/// What one column has over the rows that another misses, or has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Over {
    pub(crate) n: u32,
    pub(crate) code: u32,
    pub(crate) square: u32,
}

pub(crate) struct Missing {
    paired: Vec<usize>,
    /// Per vector of a row, the highest code of its paired columns; 0 where it has none.
    vectors: Vec<u8>,
    /// Of these paired columns, the rows with an answer are visited.
    turned: Vec<bool>,
    /// Per paired column and vector.
    sums: Vec<Apart>,
    /// Per paired column, how many rows were visited.
    visited: Vec<u32>,
    list: Box<[u16; BLOCK + 4]>,
}

impl Missing {
    #[inline]
    pub(crate) fn new(columns: usize, paired: &[usize], levels: &[u8]) -> Self {
        let mut vectors = vec![0; columns.div_ceil(16)];
        for (&column, &levels) in paired.iter().zip(levels) {
            vectors[column / 16] = levels.max(vectors[column / 16]).max(1);
        }
        Self {
            paired: paired.to_vec(),
            turned: vec![false; paired.len()],
            sums: vec![Apart::ZERO; paired.len() * vectors.len()],
            vectors,
            visited: vec![0; paired.len()],
            list: Box::new([0; BLOCK + 4]),
        }
    }

    /// Begins anew with rows like these, of which `missing` says how many lack each paired column.
    pub(crate) fn begin(&mut self, rows: u32, missing: impl Fn(usize) -> u32) {
        self.sums.fill(Apart::ZERO);
        self.visited.fill(0);
        for (turned, &column) in self.turned.iter_mut().zip(&self.paired) {
            *turned = missing(column) > rows / 2;
        }
    }

    /// What `one` has over the rows that have both; in all it has `of_one`.
    pub(crate) fn both(&self, one: usize, of_one: Over, other: usize) -> Over {
        let column = self.paired[one];
        let sums = &self.sums[other * self.vectors.len() + column / 16];
        let [missing, code, square] = [&sums.missing, &sums.code, &sums.square].map(|four| four[column % 16 / 4].four()[column % 4]);
        let visited = Over { n: self.visited[other].wrapping_sub(missing), code, square };
        if self.turned[other] {
            return visited;
        }
        Over {
            n: of_one.n.wrapping_sub(visited.n),
            code: of_one.code.wrapping_sub(visited.code),
            square: of_one.square.wrapping_sub(visited.square),
        }
    }

    /// Visits the rows of a block.
    pub(crate) fn add(&mut self, block: &Block) {
        let width = self.vectors.len();
        for (place, &column) in self.paired.iter().enumerate() {
            let length = missing(block, column, self.turned[place], &mut self.list);
            let list = &self.list[..length];
            self.visited[place] += length as u32;
            if list.is_empty() {
                continue;
            }
            for (at, (&highest, into)) in self.vectors.iter().zip(&mut self.sums[place * width..][..width]).enumerate() {
                let rows = (&block.rows[at..], width);
                match highest {
                    0 => {}
                    1..=SHORT => short(rows, list, highest, into),
                    _ => long(rows, list, into),
                }
            }
        }
    }
}

/// Lists the rows of a block where a column is missing, or, turned, where it is not; tells how many.
fn missing(block: &Block, column: usize, turned: bool, list: &mut [u16; BLOCK + 4]) -> usize {
    let mut length = 0;
    for (start, codes) in (0..).step_by(64).zip(block.column(column).chunks(4)) {
        let mut bits = 0;
        for (at, codes) in codes.iter().enumerate() {
            bits |= u64::from(codes.eq8(Lanes::ZERO).bits8()) << (16 * at);
        }
        let rows = (block.count - start).min(64);
        bits = (if turned { !bits } else { bits }) & (u64::MAX >> (64 - rows));
        // Four at a time, for a guess about each would be wrong more often; what is written beyond the last is written over.
        let end = length + bits.count_ones() as usize;
        while length < end {
            for into in &mut list[length..length + 4] {
                *into = start as u16 + bits.trailing_zeros() as u16;
                bits &= bits.wrapping_sub(1);
            }
            length += 4;
        }
        length = end;
    }
    length
}

/// Codes whose squares stay in sixteen bits for as many rows as their sums stay in eight.
fn short((rows, stride): (&[Lanes], usize), list: &[u16], highest: u8, into: &mut Apart) {
    for list in list.chunks(usize::from(255 / highest)) {
        let [mut missing, mut code, mut low, mut high] = [Lanes::ZERO; 4];
        for &row in list {
            let codes = rows[usize::from(row) * stride];
            missing = missing.sub8(codes.eq8(Lanes::ZERO));
            code = code.add8(codes);
            low = low.add16(codes.square_low8());
            high = high.add16(codes.square_high8());
        }
        add(&mut into.missing, missing.widen_low8(), missing.widen_high8());
        add(&mut into.code, code.widen_low8(), code.widen_high8());
        add(&mut into.square, low, high);
    }
}

/// Any codes.
fn long((rows, stride): (&[Lanes], usize), list: &[u16], into: &mut Apart) {
    for list in list.chunks(255) {
        let [mut missing, mut low, mut high] = [Lanes::ZERO; 3];
        let mut squares = [Lanes::ZERO; 4];
        for &row in list {
            let codes = rows[usize::from(row) * stride];
            missing = missing.sub8(codes.eq8(Lanes::ZERO));
            low = low.add16(codes.widen_low8());
            high = high.add16(codes.widen_high8());
            add(&mut squares, codes.square_low8(), codes.square_high8());
        }
        add(&mut into.missing, missing.widen_low8(), missing.widen_high8());
        add(&mut into.code, low, high);
        for (into, squares) in into.square.iter_mut().zip(squares) {
            *into = into.add32(squares);
        }
    }
}

/// Adds sixteen numbers of sixteen bits.
#[inline(always)]
fn add(into: &mut Sixteen, low: Lanes, high: Lanes) {
    let wide = [low.widen_low16(), low.widen_high16(), high.widen_low16(), high.widen_high16()];
    for (into, wide) in into.iter_mut().zip(wide) {
        *into = into.add32(wide);
    }
}
