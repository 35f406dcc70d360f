//! Judgments that nobody gave, filled in so that the whole is as consistent as can be.

use super::super::square::Square;
use super::eigenvector::Principal;
use super::judgments::Judgments;
use crate::error::Error;
use crate::later::Later;

/// The matrix with its missing pairs at the values that make λmax least, and its principal eigenvector.
///
/// λmax is convex in the logarithms of the missing entries, and has one minimum where the judgments connect all items
/// (Bozóki, Fülöp & Rónyai 2010). At the minimum each missing entry fits `a_ij² = v_j w_i / (v_i w_j)`, with w and v the right and
/// left eigenvector; steps towards that go downhill, and are shortened until they do. The start is the logarithmic
/// least-squares solution. The judgments must connect all items.
pub(super) fn complete(judgments: &Judgments) -> Result<(Square, Principal), Error> {
    let missing = judgments.missing();
    let matrix = judgments.filled();
    if missing.is_empty() {
        let principal = Principal::of(&matrix);
        return Ok((matrix, principal));
    }
    Ok(COMPLETING.with(Later::get)?.complete(judgments, matrix, &missing))
}

/// Whoever fills in what is missing: on a page, in the file that comes later.
trait Completing {
    fn complete(&self, judgments: &Judgments, matrix: Square, missing: &[(usize, usize)]) -> (Square, Principal);
}

struct Steps;

impl Completing for Steps {
    fn complete(&self, judgments: &Judgments, matrix: Square, missing: &[(usize, usize)]) -> (Square, Principal) {
        completed(judgments, matrix, missing)
    }
}

thread_local! {
    static COMPLETING: Later<dyn Completing> = const { Later::new(&Steps) };
}

/// They are here.
#[cfg(not(feature = "full"))]
pub(crate) fn completing_arrived() {
    COMPLETING.with(|later| later.arrived(&Steps));
}

fn completed(judgments: &Judgments, mut matrix: Square, missing: &[(usize, usize)]) -> (Square, Principal) {
    let heights = log_least_squares(judgments);
    for &(i, j) in missing {
        set(&mut matrix, i, j, (heights[i] - heights[j]).exp());
    }
    let mut principal = Principal::of(&matrix);
    let mut steps = steps(&matrix, &principal, missing);
    let mut stride = 1.0;
    for _ in 0..2000 {
        let length = longest(&steps);
        if length < 1e-13 || stride < 1e-9 {
            break;
        }
        let mut next = matrix.clone();
        for (&(i, j), step) in missing.iter().zip(&steps) {
            set(&mut next, i, j, matrix[(i, j)] * (stride * step).exp());
        }
        let next_principal = Principal::of(&next);
        let next_steps = self::steps(&next, &next_principal, missing);
        // Near the minimum λmax is flat to the last digit; there the steps themselves must shrink.
        let resolution = 1e-13 * principal.value;
        let lower = next_principal.value < principal.value - resolution;
        let level = next_principal.value <= principal.value + resolution && longest(&next_steps) < length;
        if lower || level {
            (matrix, principal, steps) = (next, next_principal, next_steps);
            stride *= 1.2;
        } else {
            stride *= 0.5;
        }
    }
    (matrix, principal)
}

fn set(matrix: &mut Square, i: usize, j: usize, value: f64) {
    matrix[(i, j)] = value;
    matrix[(j, i)] = 1.0 / value;
}

/// For each missing pair, how far the logarithm of its entry is from the one that fits.
fn steps(matrix: &Square, principal: &Principal, missing: &[(usize, usize)]) -> Vec<f64> {
    let (w, v) = (&principal.right, Principal::of(&matrix.turned()).right);
    missing.iter().map(|&(i, j)| 0.5 * ((v[j] * w[i]) / (v[i] * w[j])).ln() - matrix[(i, j)].ln()).collect()
}

fn longest(steps: &[f64]) -> f64 {
    steps.iter().fold(0.0, |most, step| most.max(step.abs()))
}

/// Heights h, item 0 at 0, that make Σ (h_i - h_j - ln a_ij)² over the judged pairs least.
fn log_least_squares(judgments: &Judgments) -> Vec<f64> {
    let free = judgments.size() - 1;
    let mut laplacian = Square::zeros(free);
    let mut right = vec![0.0; free];
    for (i, j) in judgments.pairs() {
        let Some(value) = judgments.get(i, j) else { continue };
        for (row, other, sign) in [(i, j, 1.0), (j, i, -1.0)] {
            let Some(row) = row.checked_sub(1) else { continue };
            laplacian[(row, row)] += 1.0;
            right[row] += sign * value.ln();
            if let Some(other) = other.checked_sub(1) {
                laplacian[(row, other)] -= 1.0;
            }
        }
    }
    let solution = super::super::cholesky::Cholesky::of(&laplacian).map_or(right.clone(), |cholesky| cholesky.solve(&right));
    std::iter::once(0.0).chain(solution).collect()
}
