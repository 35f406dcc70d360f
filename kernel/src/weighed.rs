//! Rows of one group into the sums of one group, each row by its weight.
//!
//! A histogram takes weights where the other takes ones, row by row. What two columns have over the rows that have both is, as in
//! `missing`, what each has at all, without what it has over the rows where the other is missing: a histogram of these few rows. Only
//! the products of two columns ask for all rows: they are dot products, of weights cut into limbs that leave room in sixteen bits.

use crate::block::{BLOCK, SIXTEENS};
use crate::counter::{Counter, MOST};
use crate::lanes::Lanes;
use crate::products::{Right, prepare};
use crate::rows::Rows;

/// The bits of a weight: the sum of [`MOST`] weights fits into 64.
const BITS: u32 = 50;

/// Σw, and Σw² in two halves: the lower [`BITS`] bits of each square, and the upper.
type Heavy = [Lanes; 2];

/// A column, and where its histogram begins.
type Place = (usize, usize);

/// What was weighed of some rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// Σw per code, column after column; code 0 has a place too.
    pub histograms: Vec<u128>,
    /// Σw² likewise.
    pub squares: Vec<u128>,
    /// Σw, Σwx, Σwy, Σwx², Σwy², Σwxy of each pair, as in [`Partial`](crate::Partial).
    pub pairs: Vec<[u128; 6]>,
    /// Σw² of each pair over the rows that have both.
    pub pair_squares: Vec<u128>,
}

/// What a column has over some rows.
#[derive(Clone, Copy, Default)]
struct Over {
    weight: u128,
    code: u128,
    code_square: u128,
    square: u128,
}

impl Counter {
    /// Weighs these rows; each has a weight below 2^50, wherever it stands among all.
    ///
    /// # Panics
    /// If they are more than [`MOST`], or of another shape.
    // Inlined, so that all but its loops is built for size, where it is called.
    #[inline]
    pub fn weigh(&mut self, rows: &Rows, which: &[u32], weights: &[u64]) -> Weighed {
        assert!(which.len() <= MOST && rows.columns() == self.shape.levels.len(), "so many rows of this shape");
        let heavy: Vec<Heavy> = which.iter().map(|&row| heavy(weights[row as usize])).collect();
        let chosen = Chosen { rows, which, heavy: &heavy };
        let place = |column: usize| self.offsets[column]..self.offsets[column + 1];
        let mut table = vec![[Lanes::ZERO; 2]; self.offsets[self.shape.levels.len()]];
        let every: Vec<Place> = (0..self.shape.levels.len()).map(|column| (column, self.offsets[column])).collect();
        let mut list: Vec<usize> = (0..which.len()).collect();
        chosen.weigh(&list, &every, &mut table);
        let cells = || table.iter().map(|&cell| read(cell));
        let (histograms, squares) = (cells().map(|cell| cell.0).collect(), cells().map(|cell| cell.1).collect());

        let paired: Vec<Place> = self.shape.paired.iter().map(|&column| every[column]).collect();
        let alone: Vec<Over> = paired.iter().map(|&(column, _)| over(&table[place(column)])).collect();
        let count = paired.len();
        let pair = |first: usize, second: usize| first * (2 * count - first - 1) / 2 + second - first - 1;
        let mut pairs = vec![[0_u128; 6]; count * count.saturating_sub(1) / 2];
        let mut pair_squares = vec![0; pairs.len()];
        for (other, mut visited) in chosen.missing(&paired).into_iter().enumerate() {
            // Where most are missing, those that are not are weighed in their place.
            let turned = visited.len() > which.len() / 2;
            if turned {
                list.clear();
                list.extend((0..which.len()).filter(|&at| chosen.codes(at)[paired[other].0] != 0));
                std::mem::swap(&mut list, &mut visited);
            }
            chosen.weigh(&visited, &paired, &mut table);
            for (one, &(column, _)) in paired.iter().enumerate().filter(|&(one, _)| one != other) {
                let visited = over(&table[place(column)]);
                let both = if turned { visited } else { alone[one].without(visited) };
                let (index, side) = if one < other { (pair(one, other), 0) } else { (pair(other, one), 1) };
                let sums = &mut pairs[index];
                sums[1 + side] = both.code - both.weight;
                sums[3 + side] = both.code_square + both.weight - 2 * both.code;
                // Σw(x - 1)(y - 1) = Σwxy - Σwx - Σwy + Σw; the first is to come.
                sums[5] = sums[5].wrapping_sub(both.code);
                if side == 0 {
                    sums[0] = both.weight;
                    sums[5] = sums[5].wrapping_add(both.weight);
                    pair_squares[index] = both.square;
                }
            }
        }
        self.weigh_products(rows, which, weights, |first, second, product| {
            let sum = &mut pairs[pair(first, second)][5];
            *sum = sum.wrapping_add(product);
        });
        Weighed { histograms, squares, pairs, pair_squares }
    }

    /// Hands on the products of all pairs of paired columns, bit by bit: of places in `paired`, the first before the second.
    #[inline]
    fn weigh_products(&mut self, rows: &Rows, which: &[u32], weights: &[u64], mut take: impl FnMut(usize, usize, u128)) {
        let paired = &self.shape.paired;
        let highest = paired.iter().map(|&column| self.shape.levels[column]).max().unwrap_or(0);
        // A limb times a code stays under 2^15.
        let bits = highest.leading_zeros() + 7;
        let mut rights: Vec<Right> = vec![[[Lanes::ZERO; 2]; SIXTEENS]; paired.len().next_multiple_of(4)];
        let mut left: Right = [[Lanes::ZERO; 2]; SIXTEENS];
        self.kept.fit(BLOCK);
        for which in which.chunks(BLOCK) {
            self.block.gather(rows, which, &mut self.kept, 0);
            for (right, &column) in rights.iter_mut().zip(paired) {
                prepare(right, self.block.column(column), None);
            }
            let all = which.iter().fold(0, |all, &row| all | weights[row as usize]);
            for shift in (0..u64::BITS - all.leading_zeros()).step_by(bits as usize) {
                let limbs = limbs(which.iter().map(|&row| weights[row as usize] >> shift & ((1 << bits) - 1)));
                for first in 0..paired.len() {
                    scale(&mut left, &rights[first], &limbs);
                    for start in ((first + 1) / 4 * 4..paired.len()).step_by(4) {
                        let sums = dots(&left, &rights[start..start + 4], which.len().div_ceil(16));
                        for (second, sum) in (start..paired.len()).zip(sums).filter(|&(second, _)| second > first) {
                            take(first, second, u128::from(sum.sum32()) << shift);
                        }
                    }
                }
            }
        }
    }
}

/// Rows and their weights.
struct Chosen<'a> {
    rows: &'a Rows,
    which: &'a [u32],
    heavy: &'a [Heavy],
}

impl Chosen<'_> {
    #[inline(always)]
    fn codes(&self, at: usize) -> &[u8] {
        self.rows.row(self.which[at] as usize)
    }

    /// The histograms of some columns over listed rows.
    #[inline(never)]
    fn weigh(&self, list: &[usize], columns: &[Place], into: &mut [Heavy]) {
        into.fill([Lanes::ZERO; 2]);
        for &at in list {
            let codes = self.codes(at);
            let [low, high] = self.heavy[at];
            for &(column, offset) in columns {
                let cell = &mut into[offset + usize::from(codes[column])];
                *cell = [cell[0].add64(low), cell[1].add64(high)];
            }
        }
    }

    /// Of each column, the rows without an answer.
    #[inline]
    fn missing(&self, columns: &[Place]) -> Vec<Vec<usize>> {
        let mut lists = vec![Vec::new(); columns.len()];
        for at in 0..self.which.len() {
            let codes = self.codes(at);
            for (list, &(column, _)) in lists.iter_mut().zip(columns) {
                if codes[column] == 0 {
                    list.push(at);
                }
            }
        }
        lists
    }
}

impl Over {
    #[inline]
    fn without(self, part: Self) -> Self {
        Self {
            weight: self.weight - part.weight,
            code: self.code - part.code,
            code_square: self.code_square - part.code_square,
            square: self.square - part.square,
        }
    }
}

#[inline]
fn heavy(weight: u64) -> Heavy {
    assert!(weight >> BITS == 0, "a weight below 2^50");
    let square = u128::from(weight) * u128::from(weight);
    [Lanes::of64([weight, square as u64 & ((1 << BITS) - 1)]), Lanes::of64([(square >> BITS) as u64, 0])]
}

/// Σw and Σw².
#[inline]
fn read([low, high]: Heavy) -> (u128, u128) {
    let ([weight, low], [high, _]) = (low.two(), high.two());
    (weight.into(), u128::from(low) + (u128::from(high) << BITS))
}

/// The sums of a histogram, by sums of sums: from the highest code down, Σ code is that of all so far, and Σ code (code + 1) / 2 that of those.
#[inline]
fn over(histogram: &[Heavy]) -> Over {
    let mut sums = Over::default();
    let mut triangle = 0;
    for &cell in histogram.iter().skip(1).rev() {
        let (weight, square) = read(cell);
        sums.square += square;
        sums.weight += weight;
        sums.code += sums.weight;
        triangle += sums.code;
    }
    sums.code_square = 2 * triangle - sums.code;
    sums
}

/// Limbs in the order of [`prepare`]: of each sixteen the even ones, then the odd ones.
#[inline]
fn limbs(limbs: impl Iterator<Item = u64>) -> Right {
    let mut all: Right = [[Lanes::ZERO; 2]; SIXTEENS];
    let bytes = Lanes::flat_mut(all.as_flattened_mut()).as_chunks_mut::<2>().0;
    for (at, limb) in limbs.enumerate() {
        bytes[at / 16 * 16 + at % 2 * 8 + at % 16 / 2] = (limb as u16).to_le_bytes();
    }
    all
}

/// Codes times limbs.
#[inline(never)]
fn scale(into: &mut Right, codes: &Right, limbs: &Right) {
    for ((into, codes), limbs) in into.iter_mut().zip(codes).zip(limbs) {
        *into = [codes[0].mul16(limbs[0]), codes[1].mul16(limbs[1])];
    }
}

/// One list of lanes times four.
#[inline(never)]
fn dots(left: &Right, rights: &[Right], used: usize) -> [Lanes; 4] {
    let mut sums = [Lanes::ZERO; 4];
    let [a, b, c, d] = rights else { unreachable!("four") };
    for ((((left, a), b), c), d) in left.iter().zip(a).zip(b).zip(c).zip(d).take(used) {
        let dot = |sum: Lanes, right: &[Lanes; 2]| sum.add32(left[0].dot16(right[0])).add32(left[1].dot16(right[1]));
        sums = [dot(sums[0], a), dot(sums[1], b), dot(sums[2], c), dot(sums[3], d)];
    }
    sums
}
