//! A tally without what some of its segments tell.

use super::Tally;
use super::layout::Layout;
use super::sums::{Counts, KANO, SUMS, Sums, Whole};

impl Tally {
    /// Counts those who gave one of these answers to a column among those who gave none, in the whole and in every segment, and forgets
    /// their segments. The column's answers must stand for no numbers: of numbers, sums are left that would tell. Those are withheld
    /// [as a whole](Self::withhold_column).
    pub fn withhold(&mut self, column: usize, codes: &[u8]) {
        if self.layout.place(column).is_some() {
            return self.withhold_column(column);
        }
        for &code in codes {
            if let Some(place) = self.layout.group(column, code) {
                self.segments[place] = None;
            }
        }
        self.forget(column, &|code| codes.iter().any(|&one| usize::from(one) == code));
    }

    /// Counts nobody as having answered a column, and forgets the segments that it makes.
    pub fn withhold_column(&mut self, column: usize) {
        for split in self.layout.splits.iter().filter(|split| split.column == column) {
            self.segments[split.first..split.first + split.codes.len()].fill(None);
        }
        self.forget(column, &|_| true);
    }

    fn forget(&mut self, column: usize, hidden: &dyn Fn(usize) -> bool) {
        let layout = &self.layout;
        for counts in std::iter::once(&mut self.whole).chain(self.segments.iter_mut().flatten()) {
            forget_in(layout, counts, column, hidden);
        }
    }
}

fn forget_in(layout: &Layout, counts: &mut Counts, column: usize, hidden: &dyn Fn(usize) -> bool) {
    let histogram = layout.histogram(column);
    forget_sums(layout, &mut counts.sums, column, hidden);
    if let Some(weighted) = &mut counts.weighted {
        forget_sums(layout, &mut weighted.sums, column, hidden);
        move_to_missing(&mut weighted.squares[histogram], hidden);
        for pair in pairs_of(layout, column) {
            weighted.pair_squares[pair] = 0;
        }
    }
}

fn forget_sums<T: Whole + Ord>(layout: &Layout, sums: &mut Sums<T>, column: usize, hidden: &dyn Fn(usize) -> bool) {
    move_to_missing(&mut sums.histograms[layout.histogram(column)], hidden);
    for pair in pairs_of(layout, column) {
        sums.pairs[pair * SUMS..(pair + 1) * SUMS].fill(T::default());
    }
    for (table, place) in layout.kano.iter().enumerate() {
        if place.functional == column || place.dysfunctional == column {
            sums.kano[table * KANO..(table + 1) * KANO].fill(T::default());
        }
    }
    for (index, set) in layout.sets.iter().enumerate().filter(|(_, set)| set.columns.contains(&column)) {
        // Who answered any is now at most what the other columns and what is left of this one allow.
        let left: Vec<T> = set.columns.iter().map(|&column| total(&sums.histograms[layout.histogram(column)][1..])).collect();
        sums.answered[index] = sums.answered[index].min(total(&left));
        sums.straight[index] = sums.straight[index].min(left.into_iter().min().unwrap_or_default());
    }
}

/// The pairs that a column is in; none of a column whose answers stand for no numbers.
fn pairs_of(layout: &Layout, column: usize) -> impl Iterator<Item = usize> {
    let one = layout.place(column);
    let others = 0..layout.paired().len();
    others.filter_map(move |other| layout.pair(one?.min(other), one?.max(other)))
}

fn move_to_missing<T: Whole>(histogram: &mut [T], hidden: &dyn Fn(usize) -> bool) {
    for code in (1..histogram.len()).filter(|&code| hidden(code)) {
        let rows = std::mem::take(&mut histogram[code]);
        histogram[0] += rows;
    }
}

fn total<T: Whole>(list: &[T]) -> T {
    let mut sum = T::default();
    for &one in list {
        sum += one;
    }
    sum
}
