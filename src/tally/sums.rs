//! The flat lists of whole numbers.

use super::layout::Layout;

/// How many sums a pair of columns has: n, Σx, Σy, Σx², Σy², Σxy.
pub(super) const SUMS: usize = 6;

/// Cells of a Kano table.
pub(super) const KANO: usize = 25;

/// One weight unit: a weight of 1 is a billion of these.
pub(super) const UNIT: u64 = 1_000_000_000;

/// The heaviest a row may be.
pub(super) const HEAVIEST: u64 = 1_000_000 * UNIT;

/// The most rows a tally takes. Below it no sum can overflow: Σx² stays under 2^47 · 253² < 2^63.
pub(super) const MOST_ROWS: u64 = 1 << 47;

/// A whole number that sums are made of: `u64` for counts, `u128` for weights.
pub(super) trait Whole: Copy + Default + PartialEq + std::ops::AddAssign + std::ops::SubAssign + Into<u128> {}

impl Whole for u64 {}
impl Whole for u128 {}

/// What is summed over rows, each row counting once or by its weight.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sums<T> {
    /// Rows per code, column after column.
    pub(super) histograms: Vec<T>,
    /// The six sums of each pair.
    pub(super) pairs: Vec<T>,
    /// Rows per cell of each Kano table; functional 1 first, dysfunctional running fastest.
    pub(super) kano: Vec<T>,
    /// Per set, rows with an answer to any of its columns.
    pub(super) answered: Vec<T>,
    /// Per set, rows with the same answer to all of its columns.
    pub(super) straight: Vec<T>,
}

impl<T: Whole> Sums<T> {
    pub(super) fn zero(layout: &Layout) -> Self {
        Self {
            histograms: vec![T::default(); layout.histograms()],
            pairs: vec![T::default(); layout.pairs() * SUMS],
            kano: vec![T::default(); layout.kano.len() * KANO],
            answered: vec![T::default(); layout.sets.len()],
            straight: vec![T::default(); layout.sets.len()],
        }
    }

    pub(super) fn lists(&self) -> [&Vec<T>; 5] {
        [&self.histograms, &self.pairs, &self.kano, &self.answered, &self.straight]
    }

    pub(super) fn lists_mut(&mut self) -> [&mut Vec<T>; 5] {
        [&mut self.histograms, &mut self.pairs, &mut self.kano, &mut self.answered, &mut self.straight]
    }

    fn add(&mut self, other: &Self) {
        for (into, from) in self.lists_mut().into_iter().zip(other.lists()) {
            add(into, from);
        }
    }

    fn take(&mut self, part: &Self) {
        for (from, part) in self.lists_mut().into_iter().zip(part.lists()) {
            take(from, part);
        }
    }
}

impl Sums<u64> {
    /// The same, of rows that weigh 1.
    fn weighted(&self) -> Sums<u128> {
        let widen = |list: &Vec<u64>| list.iter().map(|&count| u128::from(count) * u128::from(UNIT)).collect();
        Sums {
            histograms: widen(&self.histograms),
            pairs: widen(&self.pairs),
            kano: widen(&self.kano),
            answered: widen(&self.answered),
            straight: widen(&self.straight),
        }
    }
}

/// Sums of weights, and of their squares.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weighted {
    /// Of all rows.
    pub(super) weight: u128,
    /// Squares, of all rows.
    pub(super) square: u128,
    /// As the plain sums.
    pub(super) sums: Sums<u128>,
    /// Squares per code, column after column.
    pub(super) squares: Vec<u128>,
    /// Squares of the rows that have both columns of a pair.
    pub(super) pair_squares: Vec<u128>,
}

impl Weighted {
    /// Of no rows.
    pub(super) fn zero(layout: &Layout) -> Self {
        Self {
            weight: 0,
            square: 0,
            sums: Sums::zero(layout),
            squares: vec![0; layout.histograms()],
            pair_squares: vec![0; layout.pairs()],
        }
    }

    /// Of rows that all weigh 1.
    fn of_counts(rows: u64, sums: &Sums<u64>) -> Self {
        let square = |&count: &u64| u128::from(count) * u128::from(UNIT) * u128::from(UNIT);
        Self {
            weight: u128::from(rows) * u128::from(UNIT),
            square: square(&rows),
            sums: sums.weighted(),
            squares: sums.histograms.iter().map(square).collect(),
            pair_squares: sums.pairs.iter().step_by(SUMS).map(square).collect(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.weight += other.weight;
        self.square += other.square;
        self.sums.add(&other.sums);
        add(&mut self.squares, &other.squares);
        add(&mut self.pair_squares, &other.pair_squares);
    }

    fn take(&mut self, part: &Self) {
        self.weight -= part.weight;
        self.square -= part.square;
        self.sums.take(&part.sums);
        take(&mut self.squares, &part.squares);
        take(&mut self.pair_squares, &part.pair_squares);
    }

    /// Whether so many rows, all of weight 1, have these sums: where `Σ(w - 1)²` is 0.
    pub(super) fn all_weigh_one(&self, rows: u64) -> bool {
        let ones = u128::from(rows) * u128::from(UNIT);
        self.weight == ones && self.square == ones * u128::from(UNIT)
    }
}

/// What is counted of one group of rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counts {
    pub(super) rows: u64,
    pub(super) sums: Sums<u64>,
    /// There exactly when some row weighs other than 1, so that equal rows make equal tallies.
    pub(super) weighted: Option<Box<Weighted>>,
}

impl Counts {
    pub(super) fn zero(layout: &Layout) -> Self {
        Self { rows: 0, sums: Sums::zero(layout), weighted: None }
    }

    /// The weighted sums, made from the counts where there were none.
    pub(super) fn weigh(&mut self) -> &mut Weighted {
        self.weighted.get_or_insert_with(|| Box::new(Weighted::of_counts(self.rows, &self.sums)))
    }

    /// Whether the sums of both fit.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let square = |counts: &Self| match &counts.weighted {
            Some(weighted) => weighted.square,
            None => u128::from(counts.rows) * u128::from(UNIT) * u128::from(UNIT),
        };
        // Every other sum is smaller than these two.
        self.rows.checked_add(other.rows).is_some_and(|rows| rows <= MOST_ROWS) && square(self).checked_add(square(other)).is_some()
    }

    /// What is left without a part of these rows.
    pub(super) fn without(&self, part: &Self) -> Self {
        let mut rest = self.clone();
        rest.rows -= part.rows;
        rest.sums.take(&part.sums);
        if let Some(weighted) = &mut rest.weighted {
            match &part.weighted {
                Some(part) => weighted.take(part),
                None => weighted.take(&Weighted::of_counts(part.rows, &part.sums)),
            }
        }
        rest.weighted = rest.weighted.filter(|weighted| !weighted.all_weigh_one(rest.rows));
        rest
    }

    /// Adds what another group counted. Only after [`fits`](Self::fits).
    pub(super) fn add(&mut self, other: &Self) {
        match &other.weighted {
            Some(weighted) => self.weigh().add(weighted),
            None if self.weighted.is_some() => self.weigh().add(&Weighted::of_counts(other.rows, &other.sums)),
            None => {}
        }
        self.rows += other.rows;
        self.sums.add(&other.sums);
    }
}

fn add<T: Whole>(into: &mut [T], from: &[T]) {
    for (into, from) in into.iter_mut().zip(from) {
        *into += *from;
    }
}

fn take<T: Whole>(from: &mut [T], part: &[T]) {
    for (from, part) in from.iter_mut().zip(part) {
        *from -= *part;
    }
}
