//! Eigenvalues of a symmetric matrix.

use super::square::Square;

/// Eigenvalues, and eigenvectors in the columns, in the same order.
#[derive(Debug, Clone)]
pub(crate) struct Eigen {
    pub(crate) values: Vec<f64>,
    pub(crate) vectors: Square,
}

impl Eigen {
    /// By Jacobi's rotations: each takes out one entry beside the diagonal until none is left; small eigenvalues keep their digits.
    pub(crate) fn of(matrix: &Square) -> Self {
        let size = matrix.size();
        let mut left = matrix.clone();
        let mut vectors = Square::from_fn(size, |i, j| if i == j { 1.0 } else { 0.0 });
        for _ in 0..100 {
            let beside: f64 = (0..size).flat_map(|i| (0..i).map(move |j| (i, j))).map(|cell| left[cell] * left[cell]).sum();
            let diagonal: f64 = (0..size).map(|i| left[(i, i)] * left[(i, i)]).sum();
            if beside <= 1e-32 * diagonal {
                break;
            }
            for p in 0..size {
                for q in p + 1..size {
                    rotate(&mut left, &mut vectors, p, q);
                }
            }
        }
        Self { values: (0..size).map(|i| left[(i, i)]).collect(), vectors }
    }
}

/// Turns the plane of p and q so that their entry becomes 0 (Golub & Van Loan, 8.5).
fn rotate(left: &mut Square, vectors: &mut Square, p: usize, q: usize) {
    let beside = left[(p, q)];
    if beside == 0.0 {
        return;
    }
    let tau = (left[(q, q)] - left[(p, p)]) / (2.0 * beside);
    let t = tau.signum() / (tau.abs() + (1.0 + tau * tau).sqrt());
    let c = 1.0 / (1.0 + t * t).sqrt();
    let s = t * c;
    let size = left.size();
    for k in 0..size {
        let (a, b) = (left[(k, p)], left[(k, q)]);
        (left[(k, p)], left[(k, q)]) = (c * a - s * b, s * a + c * b);
    }
    for k in 0..size {
        let (a, b) = (left[(p, k)], left[(q, k)]);
        (left[(p, k)], left[(q, k)]) = (c * a - s * b, s * a + c * b);
        let (a, b) = (vectors[(k, p)], vectors[(k, q)]);
        (vectors[(k, p)], vectors[(k, q)]) = (c * a - s * b, s * a + c * b);
    }
}
