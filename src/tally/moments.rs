//! Means, variances and covariances out of whole numbers.

use crate::survey::Levels;

use super::sums::{SUMS, UNIT, Whole};

/// Means, variances and covariance of two columns, over the rows that have both; in the units of their scales.
///
/// Variances and covariance are unbiased: sums of products about the means, divided by n - 1. Of weighted rows,
/// `W (1 - Σw²/W²)` stands for n - 1, which is the same where all weigh alike, and does not change when all weights are scaled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// Rows that have both.
    pub n: u64,
    /// Their weight.
    pub weight: f64,
    /// How many rows of equal weight would tell as much: `W² / Σw²` (Kish, 1965).
    pub effective_n: f64,
    /// Mean of the first.
    pub mean_a: f64,
    /// Mean of the second.
    pub mean_b: f64,
    /// Variance of the first; `None` of fewer than two rows.
    pub var_a: Option<f64>,
    /// Variance of the second.
    pub var_b: Option<f64>,
    /// Their covariance.
    pub cov: Option<f64>,
}

impl Moments {
    /// Pearson's correlation, -1..=1; `None` where either does not vary.
    pub fn correlation(&self) -> Option<f64> {
        let (cov, var_a, var_b) = (self.cov?, self.var_a?, self.var_b?);
        (var_a > 0.0 && var_b > 0.0).then(|| (cov / (var_a.sqrt() * var_b.sqrt())).clamp(-1.0, 1.0))
    }

    /// The same with the columns' places exchanged.
    #[must_use]
    pub(super) fn swapped(self) -> Self {
        Self { mean_a: self.mean_b, mean_b: self.mean_a, var_a: self.var_b, var_b: self.var_a, ..self }
    }
}

/// The sums of one pair, and how many rows and squares of weight they are of.
pub(super) struct PairSums<'a, T> {
    pub(super) n: u64,
    pub(super) sums: &'a [T],
    /// Σw² in squared weight units; `None` where every row counts once.
    pub(super) square: Option<u128>,
    pub(super) a: Levels,
    pub(super) b: Levels,
}

impl<T: Whole> PairSums<'_, T> {
    /// `None` where no row (no weight) has both.
    pub(super) fn moments(&self) -> Option<Moments> {
        let [total, x, y, xx, yy, xy]: [i128; SUMS] = std::array::from_fn(|place| self.sums[place].into().cast_signed());
        if total == 0 {
            return None;
        }
        let (a, b) = (Centred::new(total, x), Centred::new(total, y));
        let weight = total as f64;
        // Sums about the nearest whole unit are exact; what is left is at most half a unit, so no digits cancel.
        let about = |product: i128, x: i128, y: i128, a: &Centred, b: &Centred| {
            let exact = product - a.centre * y - b.centre * x + a.centre * b.centre * total;
            exact as f64 / weight - a.rest * b.rest
        };
        let effective_n = self.square.map_or(weight, |square| weight * (weight / square as f64));
        let unbiased = (effective_n > 1.0).then(|| effective_n / (effective_n - 1.0));
        let spread = |product, x, y, ca, cb, steps: f64| unbiased.map(|factor| about(product, x, y, ca, cb) * factor * steps);
        Some(Moments {
            n: self.n,
            weight: if self.square.is_some() { weight / UNIT as f64 } else { weight },
            effective_n,
            mean_a: a.mean(self.a),
            mean_b: b.mean(self.b),
            var_a: spread(xx, x, x, &a, &a, self.a.step * self.a.step),
            var_b: spread(yy, y, y, &b, &b, self.b.step * self.b.step),
            cov: spread(xy, x, y, &a, &b, self.a.step * self.b.step),
        })
    }
}

/// A mean in whole units, as a whole number and the rest.
struct Centred {
    centre: i128,
    rest: f64,
}

impl Centred {
    fn new(total: i128, sum: i128) -> Self {
        let (above, below) = (2 * sum + total, 2 * total);
        // Where it fits, which is nearly always, a division in 64 bits takes a fraction of the time.
        let centre = match (i64::try_from(above), i64::try_from(below)) {
            (Ok(above), Ok(below)) => (above / below).into(),
            _ => above / below,
        };
        Self { centre, rest: (sum - centre * total) as f64 / total as f64 }
    }

    fn mean(&self, levels: Levels) -> f64 {
        levels.min + levels.step * (self.centre as f64 + self.rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Levels = Levels { min: 1.0, step: 1.0, count: 5 };

    #[test]
    fn four_pairs_have_the_moments_that_a_hand_finds() {
        // x = 1 2 4 5, y = 2 1 5 4 on 1..=5, so units 0 1 3 4 and 1 0 4 3.
        let sums = [4_u64, 8, 8, 26, 26, 24];
        let moments = PairSums { n: 4, sums: &sums, square: None, a: FIVE, b: FIVE }.moments().expect("four rows");
        assert_eq!((moments.mean_a, moments.mean_b), (3.0, 3.0));
        for (found, by_hand) in
            [(moments.var_a, 10.0 / 3.0), (moments.var_b, 10.0 / 3.0), (moments.cov, 8.0 / 3.0), (moments.correlation(), 0.8)]
        {
            assert!((found.expect("four rows") - by_hand).abs() < 1e-15, "{found:?} is not {by_hand}");
        }
    }

    #[test]
    fn one_dissenter_among_a_hundred_billion_keeps_every_digit_of_the_variance() {
        let n = 100_000_000_000_u64;
        // All at 5 (unit 4) but one at 4.
        let (x, xx) = (4 * n - 1, 16 * n - 7);
        let moments = PairSums { n, sums: &[n, x, x, xx, xx, xx], square: None, a: FIVE, b: FIVE }.moments().expect("rows");
        let exact = 1.0 / n as f64;
        let variance = moments.var_a.expect("two rows and more");
        assert!((variance / exact - 1.0).abs() < 1e-14, "{variance}");
        assert_eq!(moments.correlation(), Some(1.0));
    }

    #[test]
    fn a_column_that_does_not_vary_has_variance_zero_and_no_correlation() {
        let moments = PairSums { n: 3, sums: &[3_u64, 6, 3, 12, 5, 6], square: None, a: FIVE, b: FIVE }.moments().expect("rows");
        assert_eq!(moments.var_a, Some(0.0));
        assert_eq!(moments.correlation(), None);
    }

    #[test]
    fn one_row_has_means_and_no_variance_and_no_row_has_no_moments() {
        let one = PairSums { n: 1, sums: &[1_u64, 2, 3, 4, 9, 6], square: None, a: FIVE, b: FIVE }.moments().expect("a row");
        assert_eq!((one.mean_a, one.var_a, one.cov), (3.0, None, None));
        assert_eq!(PairSums { n: 0, sums: &[0_u64; SUMS], square: None, a: FIVE, b: FIVE }.moments(), None);
    }
}
