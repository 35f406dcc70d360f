//! From the kernel's partial sums to a tally's.
//!
//! The loops over rows are in a crate of their own, `manyi-kernel`, which is built for speed. Here rows are put together by group, so
//! that each row is counted once for each question that splits the rows, and the whole is the sum of one question's groups.

use manyi_kernel::{Counter, MOST, Partial, Rows, Set, Shape, add};

use super::layout::Layout;
use super::sums::{Counts, SUMS, Sums, UNIT};
use super::weighing;

/// The bytes of rows counted at a time: what a core's second cache holds.
const BYTES: usize = 1 << 19;

/// So many rows of one weight, on average, are worth a count of their own.
const ALIKE: usize = 64;

/// The rows counted at a time.
pub(super) fn rows_at_a_time(columns: usize) -> usize {
    (BYTES / (columns.div_ceil(16) * 16).max(1)).clamp(1 << 10, MOST)
}

/// What the kernel is to count.
pub(super) fn counter(layout: &Layout) -> Counter {
    let levels = |column| u8::try_from(layout.levels(column)).unwrap_or(u8::MAX);
    Counter::new(Shape {
        levels: (0..layout.columns()).map(levels).collect(),
        paired: layout.paired().iter().map(|numeric| numeric.column).collect(),
        kano: layout.kano.iter().map(|place| [place.functional, place.dysfunctional]).collect(),
        sets: layout.sets.iter().map(|set| Set { columns: set.columns.clone(), straight: set.straight }).collect(),
    })
}

/// Counts rows, each by its weight where weights are given, into the whole and into the groups of each split.
pub(super) fn count(
    layout: &Layout,
    counter: &mut Counter,
    rows: &Rows,
    weights: Option<&[u64]>,
    whole: &mut Counts,
    segments: &mut [Option<Counts>],
) {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (at, split) in layout.splits.iter().enumerate() {
        let (lowest, count) = (*split.codes.start(), split.codes.len());
        // The last is of those in no group.
        groups.resize_with(count + 1, Vec::new);
        rows.group(split.column, lowest, &mut groups);
        for (group, which) in groups.iter_mut().enumerate().filter(|(_, which)| !which.is_empty()) {
            let segment = (group < count).then(|| segments[split.first + group].get_or_insert_with(|| Counts::zero(layout)));
            let whole = (at == 0).then_some(&mut *whole);
            let into: Vec<&mut Counts> = segment.into_iter().chain(whole).collect();
            if !into.is_empty() {
                count_group(layout, counter, rows, weights, which, into);
            }
        }
    }
    if layout.splits.is_empty() {
        let mut all: Vec<u32> = (0..rows.len() as u32).collect();
        count_group(layout, counter, rows, weights, &mut all, vec![whole]);
    }
}

/// Counts these rows into each of some counts.
fn count_group(
    layout: &Layout,
    counter: &mut Counter,
    rows: &Rows,
    weights: Option<&[u64]>,
    which: &mut [u32],
    mut into: Vec<&mut Counts>,
) {
    let weights = weights.filter(|weights| which.iter().any(|&row| weights[row as usize] != UNIT));
    let Some(weights) = weights else {
        let partial = counter.count(rows, which);
        for counts in &mut into {
            if counts.weighted.is_some() {
                counts.weigh().add_alike(partial, UNIT);
            }
            counts.add_rows(partial);
        }
        return;
    };
    let weight = |row: u32| weights[row as usize];
    for counts in &mut into {
        counts.weigh();
    }
    which.sort_by_key(|&row| weight(row));
    let alike = || which.chunk_by(|&one, &other| weight(one) == weight(other));
    if alike().count() * ALIKE <= which.len() {
        for which in alike() {
            let partial = counter.count(rows, which);
            for counts in &mut into {
                counts.weigh().add_alike(partial, weight(which[0]));
                counts.add_rows(partial);
            }
        }
        return;
    }
    let partial = counter.count(rows, which);
    into.iter_mut().for_each(|counts| counts.add_rows(partial));
    weighing::add(layout, rows, which, weight, into.into_iter().map(Counts::weigh).collect());
}

impl Counts {
    fn add_rows(&mut self, partial: &Partial) {
        self.rows += u64::from(partial.rows);
        for (into, from) in self.sums.lists_mut().into_iter().zip(lists(partial)) {
            add(into, from);
        }
    }
}

impl super::sums::Weighted {
    /// Adds rows that all weigh the same.
    fn add_alike(&mut self, partial: &Partial, weight: u64) {
        let weight = u128::from(weight);
        let square = weight * weight;
        self.weight += weight * u128::from(partial.rows);
        self.square += square * u128::from(partial.rows);
        self.sums.add_scaled(partial, |count| weight * u128::from(count));
        for (into, &count) in self.squares.iter_mut().zip(&partial.histograms) {
            *into += square * u128::from(count);
        }
        for (into, &count) in self.pair_squares.iter_mut().zip(partial.pairs.iter().step_by(SUMS)) {
            *into += square * u128::from(count);
        }
    }
}

impl Sums<u128> {
    fn add_scaled(&mut self, partial: &Partial, scaled: impl Fn(u32) -> u128) {
        for (into, from) in self.lists_mut().into_iter().zip(lists(partial)) {
            for (into, &from) in into.iter_mut().zip(from) {
                *into += scaled(from);
            }
        }
    }
}

/// In the order of [`Sums::lists`].
fn lists(partial: &Partial) -> [&[u32]; 5] {
    [&partial.histograms, &partial.pairs, &partial.kano, &partial.answered, &partial.straight]
}
