//! The principal eigenvector of a positive matrix.

use super::super::square::Square;

/// The largest eigenvalue of a positive matrix and its eigenvectors, all positive (Perron), each summing to 1.
#[derive(Debug, Clone)]
pub(super) struct Principal {
    pub(super) value: f64,
    pub(super) right: Vec<f64>,
    #[cfg_attr(not(feature = "report"), expect(dead_code, reason = "only the completion of missing pairs reads it"))]
    pub(super) left: Vec<f64>,
}

impl Principal {
    /// By squaring the matrix: after k squarings it is its own 2ᵏ-th power, whose columns are the eigenvector; even a cyclic
    /// matrix, on which plain power iteration creeps, is done in about ten.
    pub(super) fn of(matrix: &Square) -> Self {
        let mut power = scaled(matrix);
        let (mut right, mut left) = sums(&power);
        for _ in 0..64 {
            power = scaled(&product(&power, &power));
            let (next_right, next_left) = sums(&power);
            let moved = right.iter().chain(&left).zip(next_right.iter().chain(&next_left)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            (right, left) = (next_right, next_left);
            if moved < 1e-16 {
                break;
            }
        }
        // One plain step takes off what rounding the powers put on.
        right = normalised(&times(matrix, &right));
        Self { value: times(matrix, &right).iter().sum(), right, left }
    }
}

fn times(matrix: &Square, vector: &[f64]) -> Vec<f64> {
    (0..matrix.size()).map(|i| vector.iter().enumerate().map(|(j, value)| matrix[(i, j)] * value).sum()).collect()
}

fn product(a: &Square, b: &Square) -> Square {
    Square::from_fn(a.size(), |i, j| (0..a.size()).map(|k| a[(i, k)] * b[(k, j)]).sum())
}

fn scaled(matrix: &Square) -> Square {
    let size = matrix.size();
    let largest = (0..size).flat_map(|i| (0..size).map(move |j| (i, j))).map(|cell| matrix[cell]).fold(0.0, f64::max);
    Square::from_fn(size, |i, j| matrix[(i, j)] / largest)
}

/// Of rows and of columns, each brought to a sum of 1.
fn sums(matrix: &Square) -> (Vec<f64>, Vec<f64>) {
    let all = 0..matrix.size();
    let rows: Vec<f64> = all.clone().map(|i| all.clone().map(|j| matrix[(i, j)]).sum()).collect();
    let columns: Vec<f64> = all.clone().map(|j| all.clone().map(|i| matrix[(i, j)]).sum()).collect();
    (normalised(&rows), normalised(&columns))
}

pub(super) fn normalised(vector: &[f64]) -> Vec<f64> {
    let sum: f64 = vector.iter().sum();
    vector.iter().map(|value| value / sum).collect()
}
