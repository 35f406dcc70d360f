//! What was counted of one group of rows: the whole, or one segment.

use super::layout::{Judged, Layout};
use super::moments::{Moments, PairSums};
use super::sums::{Counts, KANO, SUMS, UNIT, Weighted, Whole};

/// What was counted of one group of rows.
///
/// Counts are sums of weights where rows are weighted, else numbers of rows; the `raw` ones are numbers of rows always.
/// Columns are indices into [`Survey::columns`](crate::survey::Survey::columns); of a column that is not there, nothing was counted.
#[derive(Debug, Clone, Copy)]
pub struct Group<'a> {
    pub(super) layout: &'a Layout,
    pub(super) counts: &'a Counts,
}

/// The rows outside a segment: the whole without it, exactly.
#[derive(Debug, Clone)]
pub struct Rest<'a> {
    pub(super) layout: &'a Layout,
    pub(super) counts: Counts,
}

impl Rest<'_> {
    /// What was counted of them.
    pub fn group(&self) -> Group<'_> {
        Group { layout: self.layout, counts: &self.counts }
    }
}

impl<'a> Group<'a> {
    /// How many rows.
    pub fn rows(&self) -> u64 {
        self.counts.rows
    }

    /// Whether some row weighs other than 1.
    pub fn is_weighted(&self) -> bool {
        self.counts.weighted.is_some()
    }

    /// What all rows weigh.
    pub fn weight(&self) -> f64 {
        self.weighted().map_or(self.counts.rows as f64, |weighted| in_weights(weighted.weight))
    }

    /// Per level of a column, lowest first, the weight of the rows that answered it.
    pub fn counts(&self, column: usize) -> Vec<f64> {
        match self.weighted() {
            Some(weighted) => answered(&weighted.sums.histograms[self.layout.histogram(column)]).iter().map(|&w| in_weights(w)).collect(),
            None => self.raw_counts(column).iter().map(|&count| count as f64).collect(),
        }
    }

    /// Per level of a column, lowest first, the rows that answered it.
    pub fn raw_counts(&self, column: usize) -> &'a [u64] {
        answered(&self.counts.sums.histograms[self.layout.histogram(column)])
    }

    /// How many rows answered a column.
    pub fn n(&self, column: usize) -> u64 {
        self.raw_counts(column).iter().sum()
    }

    /// Per level of a column, the squares of the weights of the rows that answered it.
    pub fn squares(&self, column: usize) -> Vec<f64> {
        match self.weighted() {
            Some(weighted) => answered(&weighted.squares[self.layout.histogram(column)]).iter().map(|&s| in_squares(s)).collect(),
            None => self.counts(column),
        }
    }

    /// How many rows of equal weight would tell as much about a column: `(Σw)² / Σw²` over those that answered it
    /// (Kish, 1965); 0 where nobody did.
    pub fn effective_n(&self, column: usize) -> f64 {
        let weight: f64 = self.counts(column).iter().sum();
        let square: f64 = self.squares(column).iter().sum();
        if square > 0.0 { weight * weight / square } else { 0.0 }
    }

    /// Means, variances and covariance of two columns over the rows that have both; of a column with itself, its mean
    /// and variance. `None` where a column stands for no numbers, or no row has both.
    pub fn moments(&self, a: usize, b: usize) -> Option<Moments> {
        let (first, second) = (self.layout.place(a)?, self.layout.place(b)?);
        match first.cmp(&second) {
            std::cmp::Ordering::Less => self.pair(first, second),
            std::cmp::Ordering::Greater => self.pair(second, first).map(Moments::swapped),
            std::cmp::Ordering::Equal => self.alone(first),
        }
    }

    /// Pearson's correlation over the rows that have both; `None` where either does not vary among them.
    pub fn correlation(&self, a: usize, b: usize) -> Option<f64> {
        self.moments(a, b)?.correlation()
    }

    /// The 5×5 table of an attribute: with the feature down, without it across. `None` where the survey does not ask it.
    pub fn kano(&self, attribute: usize) -> Option<[[f64; 5]; 5]> {
        let mut places = (0..self.layout.kano.len()).filter(|&place| self.layout.kano[place].attribute == attribute).peekable();
        places.peek()?;
        let mut table = [[0.0; 5]; 5];
        for place in places {
            let cells = place * KANO..(place + 1) * KANO;
            for (cell, index) in table.as_flattened_mut().iter_mut().zip(cells) {
                *cell += self.weighed(index, |counts| &counts.sums.kano, |weighted| &weighted.sums.kano);
            }
        }
        Some(table)
    }

    /// Rows that answered anything of a question.
    pub fn reached(&self, question: usize) -> u64 {
        self.counts.sums.answered.get(question).copied().unwrap_or(0)
    }

    /// Rows that answered every row of a matrix alike; 0 for questions that are no matrix of three rows or more.
    pub fn straight(&self, question: usize) -> u64 {
        self.counts.sums.straight.get(question).copied().unwrap_or(0)
    }

    /// Rows that judged any attribute in this way.
    pub fn judged(&self, judged: Judged) -> u64 {
        self.reached(self.layout.judged(judged))
    }

    fn weighted(&self) -> Option<&'a Weighted> {
        self.counts.weighted.as_deref()
    }

    fn weighed(&self, index: usize, counts: impl Fn(&'a Counts) -> &'a Vec<u64>, weights: impl Fn(&'a Weighted) -> &'a Vec<u128>) -> f64 {
        match self.weighted() {
            Some(weighted) => in_weights(weights(weighted)[index]),
            None => counts(self.counts)[index] as f64,
        }
    }

    fn pair(&self, first: usize, second: usize) -> Option<Moments> {
        let place = self.layout.pair(first, second)?;
        let (a, b) = (self.layout.numeric[first].levels, self.layout.numeric[second].levels);
        let sums = place * SUMS..(place + 1) * SUMS;
        let counts = &self.counts.sums.pairs[sums.clone()];
        let n = counts[0];
        match self.weighted() {
            Some(weighted) => {
                let square = Some(weighted.pair_squares[place]);
                PairSums { n, sums: &weighted.sums.pairs[sums], square, a, b }.moments()
            }
            None => PairSums { n, sums: counts, square: None, a, b }.moments(),
        }
    }

    /// A column with itself, out of its histogram.
    fn alone(&self, place: usize) -> Option<Moments> {
        let numeric = self.layout.numeric[place];
        let (range, levels) = (self.layout.histogram(numeric.column), numeric.levels);
        let n = self.n(numeric.column);
        match self.weighted() {
            Some(weighted) => {
                let square = Some(answered(&weighted.squares[range.clone()]).iter().sum());
                let sums = own_sums(answered(&weighted.sums.histograms[range]));
                PairSums { n, sums: &sums, square, a: levels, b: levels }.moments()
            }
            None => {
                let sums = own_sums(answered(&self.counts.sums.histograms[range]));
                PairSums { n, sums: &sums, square: None, a: levels, b: levels }.moments()
            }
        }
    }
}

/// A histogram without those who gave no answer.
fn answered<T>(histogram: &[T]) -> &[T] {
    histogram.get(1..).unwrap_or_default()
}

/// The six sums of a column paired with itself.
fn own_sums<T: Whole>(histogram: &[T]) -> [u128; SUMS] {
    let (mut n, mut x, mut xx) = (0, 0, 0);
    for (&count, unit) in histogram.iter().zip(0_u128..) {
        let count: u128 = count.into();
        n += count;
        x += count * unit;
        xx += count * (unit * unit);
    }
    [n, x, x, xx, xx, xx]
}

fn in_weights(units: u128) -> f64 {
    units as f64 / UNIT as f64
}

fn in_squares(units: u128) -> f64 {
    units as f64 / (UNIT as f64 * UNIT as f64)
}
