//! Rows that do not all weigh one: each counted by its own weight.

use manyi_kernel::{Counter, Rows};

use super::layout::{Layout, Set};
use super::sums::{KANO, Weighted};

/// Weighs these rows; the weights are given by their places among all.
pub(super) fn weigh(layout: &Layout, counter: &mut Counter, rows: &Rows, which: &[u32], weights: &[u64]) -> Weighted {
    let weighed = counter.weigh(rows, which, weights);
    let mut weighted = Weighted::zero(layout);
    weighted.sums.histograms = weighed.histograms;
    weighted.squares = weighed.squares;
    weighted.sums.pairs = weighed.pairs.into_flattened();
    weighted.pair_squares = weighed.pair_squares;
    for &row in which {
        weighted.add_row(layout, rows.row(row as usize), weights[row as usize].into());
    }
    weighted
}

impl Weighted {
    /// Everything but the histograms and the pairs.
    fn add_row(&mut self, layout: &Layout, codes: &[u8], weight: u128) {
        self.weight += weight;
        self.square += weight * weight;
        for (table, place) in self.sums.kano.chunks_exact_mut(KANO).zip(&layout.kano) {
            let (functional, dysfunctional) = (codes[place.functional], codes[place.dysfunctional]);
            if functional > 0 && dysfunctional > 0 {
                table[usize::from(functional - 1) * 5 + usize::from(dysfunctional - 1)] += weight;
            }
        }
        for ((answered, straight), set) in self.sums.answered.iter_mut().zip(&mut self.sums.straight).zip(&layout.sets) {
            let (any, all_equal) = look(set, codes);
            if any {
                *answered += weight;
            }
            if all_equal {
                *straight += weight;
            }
        }
    }
}

/// Whether a row answers any column of a set, and whether it answers all of them alike.
fn look(set: &Set, codes: &[u8]) -> (bool, bool) {
    let first = set.columns.first().map_or(0, |&column| codes[column]);
    let any = first != 0 || set.columns.iter().any(|&column| codes[column] != 0);
    (any, set.straight && first != 0 && set.columns.iter().all(|&column| codes[column] == first))
}
