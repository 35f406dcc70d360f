//! Rows that hardly share a weight: each counted by its own.
//!
//! The six sums of a pair are dot products of three lists per column: who answered (0 or 1), the whole units, and their
//! squares, with zeros where the answer is missing; here with a fourth, the weights.

use manyi_kernel::Rows;

use super::layout::{Layout, Set};
use super::sums::{KANO, SUMS, Sums, Weighted};

/// Rows taken at a time: few enough that the lists of forty columns stay in a core's own cache, and that a sum of a unit's product
/// with a piece of a weight stays in 64 bits.
const CHUNK: usize = 512;

/// Adds these rows to each of some sums.
pub(super) fn add(layout: &Layout, rows: &Rows, which: &[u32], weight: impl Fn(u32) -> u64, mut into: Vec<&mut Weighted>) {
    for which in which.chunks(CHUNK) {
        let batch = Batch::new(layout, rows, which);
        let weights: Vec<u64> = which.iter().map(|&row| weight(row)).collect();
        for weighted in &mut into {
            weighted.add_batch(layout, &batch, &weights);
        }
    }
}

/// The rows of one chunk, column by column.
struct Batch {
    rows: usize,
    /// Codes, `rows` of each column.
    codes: Vec<u8>,
    units: Vec<Units>,
}

/// One numeric column's lists.
struct Units {
    present: Vec<u16>,
    unit: Vec<u16>,
    square: Vec<u16>,
}

impl Batch {
    fn new(layout: &Layout, rows: &Rows, which: &[u32]) -> Self {
        let count = which.len();
        let mut codes = vec![0; count * layout.columns()];
        for (place, &row) in which.iter().enumerate() {
            for (column, &code) in rows.row(row as usize).iter().enumerate() {
                codes[column * count + place] = code;
            }
        }
        let units = layout.paired().iter().map(|numeric| Units::new(&codes[numeric.column * count..][..count])).collect();
        Self { rows: count, codes, units }
    }

    fn column(&self, column: usize) -> &[u8] {
        &self.codes[column * self.rows..][..self.rows]
    }
}

impl Units {
    fn new(codes: &[u8]) -> Self {
        let unit = |&code: &u8| u16::from(code.saturating_sub(1));
        Self {
            present: codes.iter().map(|&code| u16::from(code != 0)).collect(),
            unit: codes.iter().map(unit).collect(),
            square: codes.iter().map(|code| unit(code) * unit(code)).collect(),
        }
    }
}

impl Weighted {
    fn add_batch(&mut self, layout: &Layout, batch: &Batch, weights: &[u64]) {
        let weight = |row: usize| u128::from(weights[row]);
        let square = |row: usize| weight(row) * weight(row);
        self.weight += (0..batch.rows).map(weight).sum::<u128>();
        self.square += (0..batch.rows).map(square).sum::<u128>();
        self.sums.weigh_rows(layout, batch, weight);
        add_histograms(&mut self.squares, layout, batch, square);

        let lanes = Lanes::new((0..batch.rows).map(weight));
        self.sums.weigh_pairs(&batch.units, |a, b| lanes.dot(a, b));
        let lanes = Lanes::new((0..batch.rows).map(square));
        let mut places = self.pair_squares.iter_mut();
        for (first, a) in batch.units.iter().enumerate() {
            for (b, into) in batch.units[first + 1..].iter().zip(&mut places) {
                *into += lanes.dot(&a.present, &b.present);
            }
        }
    }
}

impl Sums<u128> {
    /// Everything but the pairs.
    fn weigh_rows(&mut self, layout: &Layout, batch: &Batch, weight: impl Fn(usize) -> u128 + Copy) {
        add_histograms(&mut self.histograms, layout, batch, weight);
        for (table, place) in self.kano.chunks_exact_mut(KANO).zip(&layout.kano) {
            let pairs = batch.column(place.functional).iter().zip(batch.column(place.dysfunctional));
            for (row, (&functional, &dysfunctional)) in pairs.enumerate() {
                if functional > 0 && dysfunctional > 0 {
                    table[usize::from(functional - 1) * 5 + usize::from(dysfunctional - 1)] += weight(row);
                }
            }
        }
        for ((answered, straight), set) in self.answered.iter_mut().zip(&mut self.straight).zip(&layout.sets) {
            for row in 0..batch.rows {
                let (any, all_equal) = look(set, batch, row);
                if any {
                    *answered += weight(row);
                }
                if all_equal {
                    *straight += weight(row);
                }
            }
        }
    }

    fn weigh_pairs(&mut self, columns: &[Units], dot: impl Fn(&[u16], &[u16]) -> u128) {
        let mut places = self.pairs.chunks_exact_mut(SUMS);
        for (first, a) in columns.iter().enumerate() {
            for (b, into) in columns.iter().skip(first + 1).zip(&mut places) {
                into[0] += dot(&a.present, &b.present);
                into[1] += dot(&a.unit, &b.present);
                into[2] += dot(&b.unit, &a.present);
                into[3] += dot(&a.square, &b.present);
                into[4] += dot(&b.square, &a.present);
                into[5] += dot(&a.unit, &b.unit);
            }
        }
    }
}

fn add_histograms(into: &mut [u128], layout: &Layout, batch: &Batch, amount: impl Fn(usize) -> u128) {
    for column in 0..layout.columns() {
        let histogram = &mut into[layout.histogram(column)];
        for (row, &code) in batch.column(column).iter().enumerate() {
            histogram[usize::from(code)] += amount(row);
        }
    }
}

/// Whether a row answers any column of a set, and whether it answers all of them alike.
fn look(set: &Set, batch: &Batch, row: usize) -> (bool, bool) {
    let mut codes = set.columns.iter().map(|&column| batch.column(column)[row]);
    if !set.straight {
        return (codes.any(|code| code != 0), false);
    }
    let first = codes.next().unwrap_or(0);
    let (mut any, mut equal) = (first != 0, first != 0);
    for code in codes {
        any |= code != 0;
        equal &= code == first;
    }
    (any, equal)
}

/// Weights cut into pieces of 32 bits, lowest first, so that their products with units stay in 64.
struct Lanes(Vec<Vec<u32>>);

impl Lanes {
    fn new(weights: impl Iterator<Item = u128> + Clone) -> Self {
        let bits = u128::BITS - weights.clone().fold(0, |bits, weight| bits | weight).leading_zeros();
        Self((0..bits.div_ceil(32)).map(|lane| weights.clone().map(|weight| (weight >> (32 * lane)) as u32).collect()).collect())
    }

    /// Σ wab over a chunk; `ab` has 16 bits at most.
    fn dot(&self, a: &[u16], b: &[u16]) -> u128 {
        let lane = |lane: &Vec<u32>| -> u64 {
            lane.iter().zip(a.iter().zip(b)).map(|(&w, (&a, &b))| u64::from(w) * u64::from(u32::from(a) * u32::from(b))).sum()
        };
        self.0.iter().rev().fold(0, |sum, weights| (sum << 32) + u128::from(lane(weights)))
    }
}
