//! From the kernel's partial sums to a tally's.
//!
//! The loops over rows are in a crate of their own, `manyi-kernel`, which is built for speed. Here rows are put together by group, so
//! that each row is counted once for each question that splits the rows, and the whole is the sum of one question's groups.

use manyi_kernel::{Counter, MOST, Partial, Rows, Set, Shape, add};

use super::layout::Layout;
use super::sums::{Counts, UNIT};
use super::weighing::weigh;

/// The bytes of rows counted at a time: what a core's second cache holds.
const BYTES: usize = 1 << 19;

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
        for (group, which) in groups.iter().enumerate().filter(|(_, which)| !which.is_empty()) {
            let segment = (group < count).then(|| segments[split.first + group].get_or_insert_with(|| Counts::zero(layout)));
            let whole = (at == 0).then_some(&mut *whole);
            let into: Vec<&mut Counts> = segment.into_iter().chain(whole).collect();
            if !into.is_empty() {
                count_group(layout, counter, rows, weights, which, into);
            }
        }
    }
    if layout.splits.is_empty() {
        let all: Vec<u32> = (0..rows.len() as u32).collect();
        count_group(layout, counter, rows, weights, &all, vec![whole]);
    }
}

/// Counts these rows into each of some counts.
fn count_group(layout: &Layout, counter: &mut Counter, rows: &Rows, weights: Option<&[u64]>, which: &[u32], mut into: Vec<&mut Counts>) {
    let weights = weights.filter(|weights| which.iter().any(|&row| weights[row as usize] != UNIT));
    let partial = counter.count(rows, which);
    if weights.is_none() && into.iter().all(|counts| counts.weighted.is_none()) {
        into.iter_mut().for_each(|counts| counts.add_rows(partial));
        return;
    }
    let mut counted = Counts::zero(layout);
    counted.add_rows(partial);
    counted.weighted = weights.map(|weights| Box::new(weigh(layout, counter, rows, which, weights)));
    into.iter_mut().for_each(|counts| counts.add(&counted));
}

impl Counts {
    fn add_rows(&mut self, partial: &Partial) {
        self.rows += u64::from(partial.rows);
        for (into, from) in self.sums.lists_mut().into_iter().zip(lists(partial)) {
            add(into, from);
        }
    }
}

/// In the order of [`Sums::lists`].
fn lists(partial: &Partial) -> [&[u32]; 5] {
    [&partial.histograms, &partial.pairs, &partial.kano, &partial.answered, &partial.straight]
}
