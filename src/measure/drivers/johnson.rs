//! Relative weights: R² shared out through the nearest uncorrelated attributes.

use super::super::eigen::Eigen;
use super::super::square::Square;

/// Johnson's relative weights; they sum to R².
///
/// With `R = Q diag(d) Qᵗ`, `Λ = Q diag(√d) Qᵗ`, `β = Λ⁻¹ r`: `ε_j = Σ_k λ_jk² β_k²`. Source: Johnson (2000); the same as Genizi (1993).
pub(super) fn johnson(between: &Square, with_outcome: &[f64]) -> Vec<f64> {
    let Roots { root, beta, .. } = Roots::of(between, with_outcome);
    (0..beta.len()).map(|j| (0..beta.len()).map(|k| (root[(j, k)] * beta[k]).powi(2)).sum()).collect()
}

/// How much each weight moves with the correlation of the attributes `i` and `j`, or, where `j` is one past them, of `i` with the outcome;
/// a list for each pair.
///
/// From `Λ Λ = R`: `Qᵗ dΛ Q` is `Qᵗ dR Q` over `√d_a + √d_b`; from `Λ β = r`: `dβ = Λ⁻¹ (dr - dΛ β)`.
pub(super) fn johnson_slopes(between: &Square, with_outcome: &[f64], pairs: &[(usize, usize)]) -> Vec<Vec<f64>> {
    let p = between.size();
    let Roots { roots, axes, root, inverse, beta } = Roots::of(between, with_outcome);
    let back = axes.turned();
    pairs
        .iter()
        .map(|&(i, j)| {
            let mut moved = Square::zeros(p);
            let mut right = vec![0.0; p];
            if j == p {
                right[i] = 1.0;
            } else {
                for a in 0..p {
                    for b in 0..p {
                        moved[(a, b)] = (axes[(i, a)] * axes[(j, b)] + axes[(j, a)] * axes[(i, b)]) / (roots[a] + roots[b]);
                    }
                }
                moved = axes.times(&moved).times(&back);
                right = moved.on(&beta).iter().map(|turn| -turn).collect();
            }
            let turn = inverse.on(&right);
            let slope = |l: usize, k: usize| 2.0 * root[(l, k)] * beta[k] * (moved[(l, k)] * beta[k] + root[(l, k)] * turn[k]);
            (0..p).map(|l| (0..p).map(|k| slope(l, k)).sum()).collect()
        })
        .collect()
}

/// The root of the attributes' correlations.
struct Roots {
    /// Of their eigenvalues.
    roots: Vec<f64>,
    /// Their eigenvectors.
    axes: Square,
    root: Square,
    inverse: Square,
    /// The coefficients of the uncorrelated attributes.
    beta: Vec<f64>,
}

impl Roots {
    fn of(between: &Square, with_outcome: &[f64]) -> Self {
        let Eigen { values, vectors: axes } = Eigen::of(between);
        let roots: Vec<f64> = values.iter().map(|value| value.sqrt()).collect();
        let back = axes.turned();
        let power = |of: fn(f64) -> f64| {
            let mut scaled = axes.clone();
            for i in 0..roots.len() {
                for (k, &root) in roots.iter().enumerate() {
                    scaled[(i, k)] *= of(root);
                }
            }
            scaled.times(&back)
        };
        let (root, inverse) = (power(|root| root), power(f64::recip));
        let beta = inverse.on(with_outcome);
        Self { roots, axes, root, inverse, beta }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_what_small_steps_find() {
        let between = Square::from_rows(&[vec![1.0, 0.5, 0.2], vec![0.5, 1.0, -0.3], vec![0.2, -0.3, 1.0]]).expect("square");
        let with_outcome = [0.6, 0.4, 0.1];
        let pairs = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)];
        let slopes = johnson_slopes(&between, &with_outcome, &pairs);
        for (slope, (i, j)) in slopes.iter().zip(pairs) {
            let stepped = |by: f64| {
                let (mut between, mut with_outcome) = (between.clone(), with_outcome);
                if j == 3 {
                    with_outcome[i] += by;
                } else {
                    between[(i, j)] += by;
                    between[(j, i)] += by;
                }
                johnson(&between, &with_outcome)
            };
            for ((up, down), slope) in stepped(1e-5).into_iter().zip(stepped(-1e-5)).zip(slope) {
                assert!(((up - down) / 2e-5 - slope).abs() < 1e-8, "({i}, {j}): {up} {down} {slope}");
            }
        }
    }
}
