//! How well judgments agree with each other, beside Saaty's ratio.

use serde::Serialize;

use super::super::square::Square;
use super::completion::complete;
use super::judgments::Judgments;
use crate::error::Error;

/// Judgments nearer to their weights than this agree; the rest is rounding.
const AGREEMENT: f64 = 1e-9;

/// The judgment that disagrees most with the rest.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct WorstJudgment {
    /// Place of the first item, from 0.
    pub row: usize,
    /// Place of the second item, from 0; after the first.
    pub column: usize,
    /// The judgment: how many times as important the first is.
    pub given: f64,
    /// What the other judgments say: the value that would fit them.
    pub suggested: f64,
}

/// Geometric consistency index: `2 / ((n-1)(n-2)) Σ_{i<j} ln²(a_ij w_j / w_i)`, w the geometric means of the rows. 0 is consistent.
/// Source: Aguarón & Moreno-Jiménez (2003). `None` below three items.
pub(super) fn geometric(matrix: &Square, weights: &[f64]) -> Option<f64> {
    let n = matrix.size();
    if n < 3 {
        return None;
    }
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    let squares: f64 = pairs.map(|(i, j)| (matrix[(i, j)] * weights[j] / weights[i]).ln().powi(2)).sum();
    Some(2.0 * squares / ((n - 1) * (n - 2)) as f64)
}

/// Koczkodaj's index: the worst triad, `max over i<j<k of min(|1 - a_ik / (a_ij a_jk)|, |1 - a_ij a_jk / a_ik|)`, 0..1.
/// Source: Koczkodaj (1993). Only triads with three judgments count; `None` without any.
pub(super) fn koczkodaj(judgments: &Judgments) -> Option<f64> {
    let n = judgments.size();
    let mut worst = None;
    for (i, j) in judgments.pairs() {
        for k in j + 1..n {
            let (Some(ij), Some(jk), Some(ik)) = (judgments.get(i, j), judgments.get(j, k), judgments.get(i, k)) else { continue };
            let ratio = ik / (ij * jk);
            let triad = (1.0 - ratio).abs().min((1.0 - 1.0 / ratio).abs());
            worst = Some(worst.map_or(triad, |worst: f64| worst.max(triad)));
        }
    }
    worst
}

/// The judgment farthest from the ratio of its weights, and the value that the others, without it, lead to.
///
/// Distance is `|ln(a_ij w_j / w_i)|` (Saaty 2003); the first in row order of equal ones. `None` where all agree, or where nothing is left
/// to compare with.
pub(super) fn worst(judgments: &Judgments, weights: &[f64]) -> Result<Option<WorstJudgment>, Error> {
    let mut most = AGREEMENT;
    let mut found = None;
    for (i, j) in judgments.pairs() {
        let Some(given) = judgments.get(i, j) else { continue };
        let distance = (given * weights[j] / weights[i]).ln().abs();
        // Equal distances differ in their last digits.
        if distance > most * (1.0 + 1e-9) {
            (most, found) = (distance, Some((i, j, given)));
        }
    }
    let Some((row, column, given)) = found else { return Ok(None) };
    let rest = judgments.without(row, column);
    if rest.apart().is_some() {
        return Ok(None);
    }
    let (completed, _) = complete(&rest)?;
    Ok(Some(WorstJudgment { row, column, given, suggested: completed[(row, column)] }))
}
