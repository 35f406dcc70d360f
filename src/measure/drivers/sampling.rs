//! How the results of a driver analysis vary from sample to sample.

use super::johnson::johnson_slopes;
use super::{Correlations, DriverMethod, DriversInput, Regressing, Regression, regressing};
use crate::measure::Square;

/// Half the step over which a method's slope is taken.
const STEP: f64 = 1e-5;

/// What correlations alone do not tell of the answers behind them.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerShape {
    /// Respondents; a weighted sample counts as many as it tells of (Kish).
    pub n: f64,
    /// Fourth central moment over the squared variance, 3 for normal answers: of each attribute, in the order of their ids.
    pub kurtosis: Vec<f64>,
    /// The same of the outcome.
    pub outcome_kurtosis: f64,
}

/// How the `raw` values of [`drivers`](super::drivers) vary together from sample to sample: a covariance matrix in the order of the ids.
///
/// In squared units of the method. The covariance of two correlations needs the answers' joint fourth moments. They are taken as those of
/// answers of heterogeneous kurtosis, `E(z_i z_j z_k z_l) = a_ij r_ij a_kl r_kl + a_ik r_ik a_jl r_jl + a_il r_il a_jk r_jk` with
/// `a_ij = (√(κ_i / 3) + √(κ_j / 3)) / 2`; source: Kano, Berkane & Bentler (1990), with Olkin & Siotani (1976) for what follows from them. With all
/// kurtoses 3 it is the normal theory. Of other methods than pearson it follows by their slopes (the delta method); lmg takes those of
/// johnson, whose weights nearly are its own and which need no walk over all subsets. An attribute without a `raw` value has zeros.
/// `None` where the method has no result, or the attributes are not as many as the kurtoses.
pub fn drivers_covariance(input: &DriversInput, shape: &AnswerShape) -> Option<Square> {
    let correlations = &input.correlations;
    let size = correlations.ids().len();
    let enough = shape.n > 1.0 && shape.kurtosis.len() == size;
    let kept: Vec<usize> = (0..size).filter(|&place| enough && correlations.with_outcome(place).is_some()).collect();
    let answers = Answers::of(correlations, &kept, shape)?;
    let method = input.method.unwrap_or(DriverMethod::Lmg);
    let pairs = match method {
        DriverMethod::Pearson | DriverMethod::First => (0..kept.len()).map(|i| (i, kept.len())).collect(),
        _ => answers.pairs(),
    };
    let slopes = match method {
        DriverMethod::Pearson => answers.own(|_| 1.0),
        DriverMethod::First => answers.own(|r| 2.0 * r),
        _ => regressing(|methods| Ok(methods.slopes(&answers, method, &pairs))).ok()??,
    };
    let mut covariance = Square::zeros(size);
    let mut moved = vec![0.0; slopes.len()];
    for (place, &one) in pairs.iter().enumerate() {
        moved.fill(0.0);
        for (other, &pair) in pairs.iter().enumerate() {
            let cov = answers.covariance(one, pair);
            for (moved, slope) in moved.iter_mut().zip(&slopes) {
                *moved += slope[other] * cov;
            }
        }
        for (i, slope) in slopes.iter().enumerate() {
            for (j, moved) in moved.iter().enumerate() {
                covariance[(kept[i], kept[j])] += slope[place] * moved;
            }
        }
    }
    Some(covariance)
}

/// Correlations of the attributes that have one with the outcome, which comes last.
pub(super) struct Answers {
    r: Square,
    /// Roots of the kurtoses over 3.
    tails: Vec<f64>,
    n: f64,
}

impl Answers {
    /// `None` where two attributes do not vary together in any rows.
    fn of(correlations: &Correlations, kept: &[usize], shape: &AnswerShape) -> Option<Self> {
        let last = kept.len();
        let mut r = Square::from_fn(last + 1, |i, j| f64::from(u8::from(i == j)));
        for (i, &a) in kept.iter().enumerate() {
            let with_outcome = correlations.with_outcome(a)?;
            (r[(i, last)], r[(last, i)]) = (with_outcome, with_outcome);
            for (j, &b) in kept.iter().enumerate().filter(|(j, _)| *j != i) {
                r[(i, j)] = correlations.between(a, b)?;
            }
        }
        let kurtoses = kept.iter().map(|&place| shape.kurtosis[place]).chain([shape.outcome_kurtosis]);
        Some(Self { r, tails: kurtoses.map(|kurtosis| (kurtosis / 3.0).max(0.0).sqrt()).collect(), n: shape.n })
    }

    /// All pairs, each once.
    fn pairs(&self) -> Vec<(usize, usize)> {
        (0..self.r.size()).flat_map(|j| (0..j).map(move |i| (i, j))).collect()
    }

    /// Half of a fourth moment's three products.
    fn part(&self, i: usize, j: usize) -> f64 {
        0.5 * (self.tails[i] + self.tails[j]) * self.r[(i, j)]
    }

    fn fourth(&self, [i, j, k, l]: [usize; 4]) -> f64 {
        self.part(i, j) * self.part(k, l) + self.part(i, k) * self.part(j, l) + self.part(i, l) * self.part(j, k)
    }

    /// Of two correlations.
    fn covariance(&self, (i, j): (usize, usize), (k, l): (usize, usize)) -> f64 {
        let (one, other) = (self.r[(i, j)], self.r[(k, l)]);
        let squares = self.fourth([i, i, k, k]) + self.fourth([i, i, l, l]) + self.fourth([j, j, k, k]) + self.fourth([j, j, l, l]);
        let first = self.fourth([i, i, k, l]) + self.fourth([j, j, k, l]);
        let second = self.fourth([k, k, i, j]) + self.fourth([l, l, i, j]);
        (self.fourth([i, j, k, l]) + 0.25 * one * other * squares - 0.5 * one * first - 0.5 * other * second) / self.n
    }

    /// The slopes of a method that looks at each attribute's correlation with the outcome alone.
    fn own(&self, scale: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
        let last = self.r.size() - 1;
        (0..last).map(|i| (0..last).map(|j| if i == j { scale(self.r[(i, last)]) } else { 0.0 }).collect()).collect()
    }

    /// Of each attribute, how much its value by any other method moves with each of these correlations.
    pub(super) fn slopes(&self, methods: &dyn Regressing, method: DriverMethod, pairs: &[(usize, usize)]) -> Option<Vec<Vec<f64>>> {
        let last = self.r.size() - 1;
        if matches!(method, DriverMethod::Johnson | DriverMethod::Lmg) {
            let with_outcome: Vec<f64> = (0..last).map(|a| self.r[(a, last)]).collect();
            let attributes: Vec<usize> = (0..last).collect();
            let found = johnson_slopes(&self.r.part(&attributes), &with_outcome, pairs);
            return Some((0..last).map(|i| found.iter().map(|slope| slope[i]).collect()).collect());
        }
        let mut slopes = vec![Vec::with_capacity(pairs.len()); last];
        for &(i, j) in pairs {
            let moved = |by| self.values(methods, method, (i, j), by);
            let (up, down) = (moved(STEP)?, moved(-STEP)?);
            for (slope, (up, down)) in slopes.iter_mut().zip(up.iter().zip(down)) {
                slope.push((up - down) / (2.0 * STEP));
            }
        }
        Some(slopes)
    }

    /// What the method says with one correlation moved.
    fn values(&self, methods: &dyn Regressing, method: DriverMethod, (i, j): (usize, usize), by: f64) -> Option<Vec<f64>> {
        let last = self.r.size() - 1;
        let moved = |a: usize, b: usize| self.r[(a, b)] + if (a, b) == (i, j) || (a, b) == (j, i) { by } else { 0.0 };
        let with_outcome: Vec<f64> = (0..last).map(|a| moved(a, last)).collect();
        methods.raw(&Regression::solved(Square::from_fn(last, moved), &with_outcome).ok()?, method, &with_outcome).ok()
    }
}
