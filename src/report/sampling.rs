//! How means of answers vary from sample to sample.

use crate::measure::MeanCovariance;
use crate::tally::Group;

/// How the means of these columns vary together: the covariance of the answers, times `Σ w² over both / (Σ w · Σ w)`, which is
/// `n_ij / (n_i n_j)` where all weigh the same. Two questions that nobody answered both of do not vary together; a question that nobody
/// answered has no mean that could. `None` where a question has one answer, for that tells nothing of how it varies.
pub(super) fn mean_covariance(columns: &[usize], group: &Group<'_>) -> Option<MeanCovariance> {
    let mut rows = vec![vec![0.0; columns.len()]; columns.len()];
    let alone: Vec<Option<f64>> = columns.iter().map(|&column| Some(group.moments(column, column)?.weight)).collect();
    for (i, (&a, alone_a)) in columns.iter().zip(&alone).enumerate() {
        for (j, (&b, alone_b)) in columns.iter().zip(&alone).enumerate().take(i + 1) {
            let (Some(alone_a), Some(alone_b), Some(both)) = (alone_a, alone_b, group.moments(a, b)) else { continue };
            let cov = match both.cov {
                None if i == j => return None,
                cov => cov.unwrap_or(0.0),
            };
            rows[i][j] = cov * both.weight * both.weight / (both.effective_n * alone_a * alone_b);
            rows[j][i] = rows[i][j];
        }
    }
    let n = columns.iter().map(|&column| group.effective_n(column)).fold(0.0, f64::max);
    (n > 1.0).then_some(MeanCovariance { rows, n })
}

/// Fourth central moment of a column's answers over their squared variance; 3 for normal answers, and where nothing varies.
pub(super) fn kurtosis(column: usize, group: &Group<'_>) -> f64 {
    let counts = group.counts(column);
    let n: f64 = counts.iter().sum();
    let about = |centre: f64, power: i32| {
        counts.iter().zip(0_u8..).map(|(count, unit)| count * (f64::from(unit) - centre).powi(power)).sum::<f64>() / n
    };
    let mean = about(0.0, 1);
    let variance = about(mean, 2);
    if variance > 0.0 { about(mean, 4) / (variance * variance) } else { 3.0 }
}
