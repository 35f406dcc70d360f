//! Relative weights: R² shared out through the nearest uncorrelated attributes.

use super::super::eigen::Eigen;
use super::super::square::Square;

/// Johnson's relative weights; they sum to R².
///
/// With `R = Q diag(d) Qᵗ`, `Λ = Q diag(√d) Qᵗ`, `β = Λ⁻¹ r`: `ε_j = Σ_k λ_jk² β_k²`. Source: Johnson (2000); the same as Genizi (1993).
pub(super) fn johnson(between: &Square, with_outcome: &[f64]) -> Vec<f64> {
    let p = between.size();
    let Eigen { values, vectors } = Eigen::of(between);
    let power = |exponent: f64| {
        let (values, vectors) = (&values, &vectors);
        Square::from_fn(p, |i, j| (0..p).map(|k| vectors[(i, k)] * values[k].powf(exponent) * vectors[(j, k)]).sum())
    };
    let (root, inverse_root) = (power(0.5), power(-0.5));
    let beta: Vec<f64> = (0..p).map(|k| (0..p).map(|j| inverse_root[(k, j)] * with_outcome[j]).sum()).collect();
    (0..p).map(|j| (0..p).map(|k| (root[(j, k)] * beta[k]).powi(2)).sum()).collect()
}
