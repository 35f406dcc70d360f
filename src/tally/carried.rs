//! A tally as plain words of 64 bits, for the way between two wasm instances of one page: a worker counts, the page reports.
//!
//! Nothing but this crate writes them, so they are short and say nothing about themselves. What leaves the page is
//! [JSON](Tally::to_json), which is checked when it comes back.

use super::Tally;
use super::layout::Layout;
use super::sums::{Counts, Weighted};
use crate::survey::Survey;

/// What stands before each group: whether anything was counted of it, and whether its rows are weighted.
const NOTHING: u64 = 0;
const PLAIN: u64 = 1;
const WEIGHTED: u64 = 2;

impl Tally {
    /// All its numbers: the whole, then each group that a segment question makes.
    pub fn to_words(&self) -> Vec<u64> {
        let mut words = Vec::new();
        for counts in std::iter::once(Some(&self.whole)).chain(self.segments.iter().map(Option::as_ref)) {
            match counts.cloned() {
                None => words.push(NOTHING),
                Some(mut counts) => {
                    words.push(if counts.weighted.is_some() { WEIGHTED } else { PLAIN });
                    each_word(&mut counts, &mut |word| words.push(*word));
                }
            }
        }
        words
    }

    /// What [`to_words`](Self::to_words) wrote for the same survey; `None` where they are too many or too few.
    pub fn from_words(survey: &Survey, words: &[u64]) -> Option<Self> {
        let mut tally = Self::new(survey);
        let mut words = words.iter().copied();
        tally.whole = counts(&tally.layout, &mut words)??;
        for place in 0..tally.segments.len() {
            tally.segments[place] = counts(&tally.layout, &mut words)?;
        }
        words.next().is_none().then_some(tally)
    }
}

/// One group; outside `None` where the words end too early.
fn counts(layout: &Layout, words: &mut impl Iterator<Item = u64>) -> Option<Option<Counts>> {
    let kind = words.next()?;
    if kind == NOTHING {
        return Some(None);
    }
    let mut counts = Counts::zero(layout);
    if kind == WEIGHTED {
        counts.weigh();
    }
    let mut whole = true;
    each_word(&mut counts, &mut |word| match words.next() {
        Some(read) => *word = read,
        None => whole = false,
    });
    whole.then_some(Some(counts))
}

/// Goes through the numbers of a group, in an order that its layout alone decides.
fn each_word(counts: &mut Counts, each: &mut dyn FnMut(&mut u64)) {
    each(&mut counts.rows);
    counts.sums.lists_mut().into_iter().flatten().for_each(&mut *each);
    let Some(weighted) = &mut counts.weighted else { return };
    let Weighted { weight, square, sums, squares, pair_squares } = weighted.as_mut();
    let lists = sums.lists_mut().into_iter().flatten().chain(squares).chain(pair_squares);
    for number in [weight, square].into_iter().chain(lists) {
        let (mut low, mut high) = (*number as u64, (*number >> 64) as u64);
        each(&mut low);
        each(&mut high);
        *number = u128::from(low) | u128::from(high) << 64;
    }
}
