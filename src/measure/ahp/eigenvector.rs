//! The principal eigenvector of a positive matrix.

use super::super::square::Square;

/// The largest eigenvalue of a positive matrix and its right eigenvector, which is positive (Perron) and sums to 1. The left one is that of
/// the matrix turned over.
#[derive(Debug, Clone)]
pub(super) struct Principal {
    pub(super) value: f64,
    pub(super) right: Vec<f64>,
}

impl Principal {
    /// By squaring the matrix: after k squarings it is its own 2ᵏ-th power, whose columns are the eigenvector; even a cyclic
    /// matrix, on which plain power iteration creeps, is done in about ten.
    pub(super) fn of(matrix: &Square) -> Self {
        let ones = vec![1.0; matrix.size()];
        let mut power = matrix.clone();
        let mut right = ones.clone();
        for _ in 0..64 {
            let sums = times(&power, &ones);
            let next = normalised(&sums);
            let moved = right.iter().zip(&next).map(|(before, now)| (before - now).abs()).fold(0.0, f64::max);
            right = next;
            if moved < 1e-16 {
                break;
            }
            // Held to sums of 1 at the most, the powers neither grow nor vanish.
            let scale = sums.iter().copied().fold(0.0, f64::max);
            power = Square::from_fn(ones.len(), |i, j| (0..ones.len()).map(|k| power[(i, k)] / scale * (power[(k, j)] / scale)).sum());
        }
        // One plain step takes off what rounding the powers put on.
        right = normalised(&times(matrix, &right));
        Self { value: times(matrix, &right).iter().sum(), right }
    }
}

fn times(matrix: &Square, vector: &[f64]) -> Vec<f64> {
    let mut product = vec![0.0; vector.len()];
    for (i, sum) in product.iter_mut().enumerate() {
        for (j, value) in vector.iter().enumerate() {
            *sum += matrix[(i, j)] * value;
        }
    }
    product
}

pub(super) fn normalised(vector: &[f64]) -> Vec<f64> {
    let sum: f64 = vector.iter().sum();
    vector.iter().map(|value| value / sum).collect()
}
