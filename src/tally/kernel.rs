//! The inner loop: a few hundred rows, column by column, into sums.
//!
//! The six sums of a pair are dot products of three lists per column: who answered (0 or 1), the whole units, and their
//! squares, with zeros where the answer is missing. So the loop over rows has no branch, and a kernel for vector
//! instructions has one function to replace, [`dot`].

use crate::answers::Row;

use super::layout::{Layout, Set};
use super::sums::{Counts, HEAVIEST, KANO, SUMS, Sums, UNIT, Whole};

/// Rows taken at a time: few enough that the lists of forty columns stay in a core's own cache, and that a sum of products
/// stays in 32 bits (512 · 253² < 2^25).
pub(super) const CHUNK: usize = 512;

/// The rows of one chunk, column by column.
pub(super) struct Batch {
    rows: usize,
    /// Codes, `rows` of each column.
    codes: Vec<u8>,
    units: Vec<Units>,
    /// The weights, where some row weighs other than 1.
    weights: Option<Vec<u64>>,
}

/// One numeric column's lists.
struct Units {
    present: Vec<u16>,
    unit: Vec<u16>,
    square: Vec<u16>,
    complete: bool,
}

impl Batch {
    /// # Panics
    /// If a row is not of this survey: rows come from [`answers`](crate::answers), which makes them fit.
    pub(super) fn new<'a>(layout: &Layout, rows: impl Iterator<Item = &'a Row> + Clone) -> Self {
        let count = rows.clone().count();
        let mut codes = vec![0; count * layout.columns()];
        for (place, row) in rows.clone().enumerate() {
            assert_eq!(row.codes.len(), layout.columns(), "a row has a code for each column of the survey");
            assert!(row.weight <= HEAVIEST, "a row weighs a million at most");
            for (column, &code) in row.codes.iter().enumerate() {
                assert!(usize::from(code) <= layout.levels(column), "a code is a level of its column");
                codes[column * count + place] = code;
            }
        }
        let weighted = rows.clone().any(|row| row.weight != UNIT);
        let weights = weighted.then(|| rows.map(|row| row.weight).collect());
        let units = layout.paired().iter().map(|numeric| Units::new(&codes[numeric.column * count..][..count])).collect();
        Self { rows: count, codes, units, weights }
    }

    pub(super) fn column(&self, column: usize) -> &[u8] {
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
            complete: codes.iter().all(|&code| code != 0),
        }
    }
}

impl Counts {
    /// Adds the rows of a batch.
    pub(super) fn add_batch(&mut self, layout: &Layout, batch: &Batch) {
        match &batch.weights {
            Some(weights) => self.add_weighted(layout, batch, weights),
            None if self.weighted.is_some() => self.add_weighted(layout, batch, &vec![UNIT; batch.rows]),
            None => {}
        }
        self.rows += batch.rows as u64;
        self.sums.add_rows(layout, batch, |_| 1);
        self.sums.add_pairs(&batch.units, |a, b| u64::from(dot(a, b)));
    }

    fn add_weighted(&mut self, layout: &Layout, batch: &Batch, weights: &[u64]) {
        let weight = |row: usize| u128::from(weights[row]);
        let square = |row: usize| weight(row) * weight(row);
        let weighted = self.weigh();
        weighted.weight += (0..batch.rows).map(weight).sum::<u128>();
        weighted.square += (0..batch.rows).map(square).sum::<u128>();
        weighted.sums.add_rows(layout, batch, weight);
        add_histograms(&mut weighted.squares, layout, batch, square);

        let lanes = Lanes::new((0..batch.rows).map(weight));
        weighted.sums.add_pairs(&batch.units, |a, b| lanes.dot(a, b));
        let lanes = Lanes::new((0..batch.rows).map(square));
        let mut places = weighted.pair_squares.iter_mut();
        for (first, a) in batch.units.iter().enumerate() {
            for (b, into) in batch.units[first + 1..].iter().zip(&mut places) {
                *into += lanes.dot(&a.present, &b.present);
            }
        }
    }
}

impl<T: Whole> Sums<T> {
    /// Everything but the pairs.
    fn add_rows(&mut self, layout: &Layout, batch: &Batch, amount: impl Fn(usize) -> T + Copy) {
        add_histograms(&mut self.histograms, layout, batch, amount);
        for (table, place) in self.kano.chunks_exact_mut(KANO).zip(&layout.kano) {
            let pairs = batch.column(place.functional).iter().zip(batch.column(place.dysfunctional));
            for (row, (&functional, &dysfunctional)) in pairs.enumerate() {
                if functional > 0 && dysfunctional > 0 {
                    table[usize::from(functional - 1) * 5 + usize::from(dysfunctional - 1)] += amount(row);
                }
            }
        }
        for ((answered, straight), set) in self.answered.iter_mut().zip(&mut self.straight).zip(&layout.sets) {
            for row in 0..batch.rows {
                let (any, all_equal) = look(set, batch, row);
                if any {
                    *answered += amount(row);
                }
                if all_equal {
                    *straight += amount(row);
                }
            }
        }
    }

    fn add_pairs(&mut self, columns: &[Units], dot: impl Fn(&[u16], &[u16]) -> T) {
        let totals: Vec<[T; 3]> = columns.iter().map(|c| [&c.present, &c.unit, &c.square].map(|list| dot(list, &c.present))).collect();
        // Over the rows that have both. Where the other column misses nobody, that is the column's own total.
        let over = |list: &[u16], total: T, other: &Units| if other.complete { total } else { dot(list, &other.present) };
        let mut places = self.pairs.chunks_exact_mut(SUMS);
        for (first, (a, of_a)) in columns.iter().zip(&totals).enumerate() {
            for ((b, of_b), into) in columns.iter().zip(&totals).skip(first + 1).zip(&mut places) {
                into[0] += over(&a.present, of_a[0], b);
                into[1] += over(&a.unit, of_a[1], b);
                into[2] += over(&b.unit, of_b[1], a);
                into[3] += over(&a.square, of_a[2], b);
                into[4] += over(&b.square, of_b[2], a);
                into[5] += dot(&a.unit, &b.unit);
            }
        }
    }
}

fn add_histograms<T: Whole>(into: &mut [T], layout: &Layout, batch: &Batch, amount: impl Fn(usize) -> T) {
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

/// Σ ab over a chunk.
fn dot(a: &[u16], b: &[u16]) -> u32 {
    a.iter().zip(b).map(|(&a, &b)| u32::from(a) * u32::from(b)).sum()
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
