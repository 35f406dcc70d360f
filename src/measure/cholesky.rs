//! Cholesky's decomposition of a symmetric positive definite matrix.

use super::square::Square;

/// A share of a variance below which it is rounding: what is left of a column that depends on others.
const LEAST: f64 = 1e-10;

/// `A = L Lᵗ`, L lower triangular.
#[derive(Debug, Clone)]
pub(crate) struct Cholesky {
    lower: Square,
}

/// The first column that depends on those before it, or makes the matrix indefinite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dependent(pub(crate) usize);

impl Cholesky {
    /// Decomposes the matrix; its lower triangle is read.
    pub(crate) fn of(matrix: &Square) -> Result<Self, Dependent> {
        let size = matrix.size();
        let mut lower = Square::zeros(size);
        for j in 0..size {
            let left = matrix[(j, j)] - (0..j).map(|k| lower[(j, k)] * lower[(j, k)]).sum::<f64>();
            if left <= LEAST * matrix[(j, j)] || left <= 0.0 {
                return Err(Dependent(j));
            }
            lower[(j, j)] = left.sqrt();
            for i in j + 1..size {
                let dot: f64 = (0..j).map(|k| lower[(i, k)] * lower[(j, k)]).sum();
                lower[(i, j)] = (matrix[(i, j)] - dot) / lower[(j, j)];
            }
        }
        Ok(Self { lower })
    }

    /// The rows of L, each up to the diagonal.
    pub(crate) fn rows(&self) -> Vec<Vec<f64>> {
        (0..self.lower.size()).map(|i| (0..=i).map(|k| self.lower[(i, k)]).collect()).collect()
    }

    /// The x of `A x = b`.
    pub(crate) fn solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in 0..x.len() {
            let dot: f64 = (0..i).map(|k| self.lower[(i, k)] * x[k]).sum();
            x[i] = (x[i] - dot) / self.lower[(i, i)];
        }
        for i in (0..x.len()).rev() {
            let dot: f64 = (i + 1..x.len()).map(|k| self.lower[(k, i)] * x[k]).sum();
            x[i] = (x[i] - dot) / self.lower[(i, i)];
        }
        x
    }

    /// The diagonal of the inverse of A.
    pub(crate) fn inverse_diagonal(&self) -> Vec<f64> {
        let size = self.lower.size();
        (0..size)
            .map(|place| {
                let unit: Vec<f64> = (0..size).map(|i| if i == place { 1.0 } else { 0.0 }).collect();
                self.solve(&unit)[place]
            })
            .collect()
    }
}
