//! Per paired column, the sums of every other over the rows where the one is missing.
//!
//! What two columns have over the rows that have both is what each has at all, without this. Few cells are missing as a rule, and
//! only those rows are visited; where most are, the rows that have an answer are visited in their place.

use crate::block::{BLOCK, SIXTEENS};
use crate::counter::MOST;
use crate::kept::Kept;
use crate::lanes::Lanes;

/// The highest code whose square is looked up.
const SHORT: u8 = 15;

/// The greatest square of such a code's distance from the middle.
const FAR: usize = 7 * 7;

/// What one column has over the rows that another misses, or has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Over {
    pub(crate) n: u32,
    pub(crate) code: u32,
    pub(crate) square: u32,
}

/// Of sixteen columns, over some rows: those without an answer, Σ code, and Σ (code - middle)² of those with one.
type Sums = [[Lanes; 4]; 3];

/// How sixteen columns are summed.
struct Kind {
    /// The highest code of those that are paired; 0 where none is.
    highest: u8,
    /// What is taken for the middle of the codes.
    middle: u8,
    /// Per code, the square of its distance from the middle.
    squares: Lanes,
    /// So many rows, two by two, stay in eight bits.
    pairs: usize,
}

impl Kind {
    fn new(highest: u8) -> Self {
        let middle = if highest <= SHORT { highest / 2 + 1 } else { 0 };
        let mut squares = [0; 16];
        for (square, code) in squares.iter_mut().zip(0..=highest).skip(1) {
            *square = code.abs_diff(middle).wrapping_mul(code.abs_diff(middle));
        }
        let furthest = squares.iter().fold(highest, |most, &square| most.max(square)).max(1);
        Self { highest, middle, squares: Lanes::new(&squares), pairs: usize::from(255 / furthest / 2) }
    }
}

pub(crate) struct Missing {
    /// Of each column, the rows without an answer: bits of sixteen rows.
    bits: Vec<[[u16; SIXTEENS]; MOST / BLOCK]>,
    paired: Vec<usize>,
    /// Per vector of a row.
    kinds: Vec<Kind>,
    /// Of these paired columns, the rows with an answer are visited.
    turned: Vec<bool>,
    /// Per paired column and vector.
    sums: Vec<Sums>,
    /// Per paired column, how many rows were visited.
    visited: Vec<u32>,
    list: Vec<u16>,
}

impl Missing {
    #[inline]
    pub(crate) fn new(columns: usize, paired: &[usize], levels: &[u8]) -> Self {
        let mut highest = vec![0; columns.div_ceil(16)];
        for (&column, &levels) in paired.iter().zip(levels) {
            highest[column / 16] = levels.max(highest[column / 16]).max(1);
        }
        Self {
            bits: vec![[[0; SIXTEENS]; MOST / BLOCK]; columns],
            paired: paired.to_vec(),
            turned: vec![false; paired.len()],
            sums: vec![[[Lanes::ZERO; 4]; 3]; paired.len() * highest.len()],
            kinds: highest.into_iter().map(Kind::new).collect(),
            visited: vec![0; paired.len()],
            list: vec![0; MOST + STEP],
        }
    }

    /// Where a column's bits of a block are written.
    #[inline(always)]
    pub(crate) fn of(&mut self, column: usize, block: usize) -> &mut [u16; SIXTEENS] {
        &mut self.bits[column][block]
    }

    /// Visits so many rows, whose bits are there.
    #[inline(never)]
    pub(crate) fn visit(&mut self, kept: &Kept, rows: usize) {
        for (place, (&column, sums)) in self.paired.iter().zip(self.sums.chunks_mut(self.kinds.len().max(1))).enumerate() {
            let bits = self.bits[column].as_flattened();
            let missing: u32 = bits[..rows / 16].iter().map(|bits| bits.count_ones()).sum();
            let turned = missing as usize > rows / 2;
            let length = listed(bits, rows, turned, &mut self.list);
            let list = self.list[..length].as_chunks().0;
            self.turned[place] = turned;
            self.visited[place] = length as u32;
            for (vector, (kind, into)) in self.kinds.iter().zip(sums).enumerate() {
                *into = match kind.highest {
                    0 => continue,
                    1..=SHORT => short(kept.vector(vector), list, kind),
                    _ => long(kept.vector(vector), list),
                };
            }
        }
    }

    /// What `one` has over the rows that have both; in all it has `of_one`.
    #[inline]
    pub(crate) fn both(&self, one: usize, of_one: Over, other: usize) -> Over {
        let (vector, place) = (self.paired[one] / 16, self.paired[one] % 16);
        let sums = &self.sums[other * self.kinds.len() + vector];
        let [missing, code, square] = [0, 1, 2].map(|sum| Lanes::at32(&sums[sum], place));
        let n = self.visited[other].wrapping_sub(missing);
        let middle = u32::from(self.kinds[vector].middle);
        // c² = (c - m)² + 2mc - m².
        let square = square.wrapping_add((2 * middle).wrapping_mul(code)).wrapping_sub((middle * middle).wrapping_mul(n));
        if self.turned[other] {
            return Over { n, code, square };
        }
        Over { n: of_one.n.wrapping_sub(n), code: of_one.code.wrapping_sub(code), square: of_one.square.wrapping_sub(square) }
    }
}

/// So many rows are listed at a time.
const STEP: usize = 6;

/// Lists the rows where a column is missing, or, turned, where it is not; an even number, filled up with a row without any answer.
#[inline(never)]
fn listed(missing: &[u16], rows: usize, turned: bool, list: &mut [u16]) -> usize {
    let mut length = 0;
    for (start, four) in (0..rows).step_by(64).zip(missing.as_chunks::<4>().0) {
        let [a, b, c, d] = four.map(u64::from);
        let mut bits = a | b << 16 | c << 32 | d << 48;
        bits = (if turned { !bits } else { bits }) & (u64::MAX >> (64 - (rows - start).min(64)));
        // Some at a time, for a guess about each would be wrong more often; what is written beyond the last is written over.
        let end = length + bits.count_ones() as usize;
        while length < end {
            let Some(step) = list.get_mut(length..).and_then(<[u16]>::first_chunk_mut::<STEP>) else { break };
            for into in step {
                *into = Kept::FIRST + start as u16 + bits.trailing_zeros() as u16;
                bits &= bits.wrapping_sub(1);
            }
            length += STEP;
        }
        length = end;
    }
    list[length] = Kept::NONE;
    length.next_multiple_of(2)
}

/// Codes whose sums stay in bytes for some rows.
#[inline(never)]
fn short(rows: &[Lanes], list: &[[u16; 2]], kind: &Kind) -> Sums {
    let squares = kind.squares;
    let mut sums = [[Lanes::ZERO; 4]; 3];
    // So many rows stay in sixteen bits.
    for list in list.chunks(usize::from(u16::MAX) / FAR / 2) {
        let mut brief = [[Lanes::ZERO; 2]; 3];
        for list in list.chunks(kind.pairs) {
            let [mut missing, mut code, mut square] = [Lanes::ZERO; 3];
            for &[one, other] in list {
                let [one, other] = [rows[usize::from(one)], rows[usize::from(other)]];
                missing = missing.sub8(one.eq8(Lanes::ZERO)).sub8(other.eq8(Lanes::ZERO));
                code = code.add8(one).add8(other);
                square = square.add8(one.of8(squares)).add8(other.of8(squares));
            }
            for (into, more) in brief.iter_mut().zip([missing, code, square]) {
                *into = [into[0].add16(more.widen_low8()), into[1].add16(more.widen_high8())];
            }
        }
        lengthen(&mut sums, brief);
    }
    sums
}

/// Any codes.
#[inline(never)]
fn long(rows: &[Lanes], list: &[[u16; 2]]) -> Sums {
    let mut sums = [[Lanes::ZERO; 4]; 3];
    for list in list.chunks(127) {
        let [mut missing, mut low, mut high] = [Lanes::ZERO; 3];
        let mut squares = sums[2];
        for &row in list.as_flattened() {
            let codes = rows[usize::from(row)];
            missing = missing.sub8(codes.eq8(Lanes::ZERO));
            low = low.add16(codes.widen_low8());
            high = high.add16(codes.widen_high8());
            let [a, b] = [codes.square_low8(), codes.square_high8()];
            squares = [
                squares[0].add32(a.widen_low16()),
                squares[1].add32(a.widen_high16()),
                squares[2].add32(b.widen_low16()),
                squares[3].add32(b.widen_high16()),
            ];
        }
        sums[2] = squares;
        lengthen(&mut sums, [[missing.widen_low8(), missing.widen_high8()], [low, high], [Lanes::ZERO; 2]]);
    }
    sums
}

/// Adds what is in sixteen bits.
#[inline(never)]
fn lengthen(sums: &mut Sums, brief: [[Lanes; 2]; 3]) {
    for (into, [low, high]) in sums.iter_mut().zip(brief) {
        for (into, more) in into.iter_mut().zip([low.widen_low16(), low.widen_high16(), high.widen_low16(), high.widen_high16()]) {
            *into = into.add32(more);
        }
    }
}
