//! The incomplete beta and gamma functions, of which the distributions are made.
//!
//! Each comes as its two parts, which sum to 1; the smaller is reckoned and not what is left of 1, so that a tail keeps its digits.
//! Within 1e-12 of scipy's, relative, wherever the tests refer to them.

use std::f64::consts::TAU;

/// The two parts of a distribution at a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Parts {
    /// Below the place.
    pub(super) lower: f64,
    /// Above it.
    pub(super) upper: f64,
    /// What the density is there, times the place.
    pub(super) slope: f64,
}

/// From here on the series of [`stirling_error`] has all digits.
const LARGE: f64 = 10.0;
/// What a series or a fraction no longer changes by.
const FINEST: f64 = 1e-16;
/// No series or fraction here takes as many steps.
const MOST_STEPS: u32 = 100_000;

/// What Stirling's formula lacks: `ln Γ(z) - (z - 1/2) ln z + z - ln(2π) / 2`. Source: Abramowitz & Stegun (1964), 6.1.41; below 10 by
/// `Γ(z + 1) = z Γ(z)`. As a way to densities without cancellation: Loader (2000), "Fast and accurate computation of binomial probabilities".
fn stirling_error(z: f64) -> f64 {
    if z < LARGE {
        let next = stirling_error(z + 1.0);
        return next + (z + 0.5) * (1.0 / z).ln_1p() - 1.0;
    }
    const SERIES: [f64; 7] = [1.0 / 156.0, -691.0 / 360_360.0, 1.0 / 1188.0, -1.0 / 1680.0, 1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0];
    SERIES.iter().fold(0.0, |sum, term| sum / (z * z) + term) / z
}

/// `ln(1 + by)`, which is `ln ratio`: by whichever has more digits.
fn log_of(ratio: f64, by: f64) -> f64 {
    if by.abs() < 0.5 { by.ln_1p() } else { ratio.ln() }
}

/// The regularized incomplete gamma functions of `a > 0` at `x >= 0`.
///
/// The lower by its series, the upper by its continued fraction. Source: Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
pub(super) fn gamma(a: f64, x: f64) -> Parts {
    if x == f64::INFINITY {
        return Parts { lower: 1.0, upper: 0.0, slope: 0.0 };
    }
    let by = (x - a) / a;
    // x^a e^-x / Γ(a)
    let slope = (a * (log_of(x / a, by) - by) - stirling_error(a)).exp() * (a / TAU).sqrt();
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for step in 1..MOST_STEPS {
            term *= x / (a + f64::from(step));
            sum += term;
            if term < sum * FINEST {
                break;
            }
        }
        let lower = (slope * sum).min(1.0);
        return Parts { lower, upper: 1.0 - lower, slope };
    }
    let first = x + 1.0 - a;
    let fraction = fraction(first, |step| (step * (a - step), first + 2.0 * step));
    let upper = slope / fraction;
    Parts { lower: 1.0 - upper, upper, slope }
}

/// The regularized incomplete beta functions of `a` and `b` above 0 at x, with `y = 1 - x`, which of the two is small keeping its digits.
///
/// By the continued fraction of Didonato & Morris (1992), "Algorithm 708", equation 9, in which nothing cancels.
pub(super) fn beta(a: f64, b: f64, x: f64, y: f64) -> Parts {
    if x > (a + 1.0) / (a + b + 2.0) {
        let Parts { lower, upper, slope } = beta(b, a, y, x);
        return Parts { lower: upper, upper: lower, slope };
    }
    let n = a + b;
    let by = x * b - y * a;
    // x^a y^b / B(a, b)
    let logs = a * log_of(x * n / a, by / a) + b * log_of(y * n / b, -by / b);
    let slope = (logs + stirling_error(n) - stirling_error(a) - stirling_error(b)).exp() * (a / n * (b / TAU)).sqrt();
    let off = a * y - b * x + 1.0;
    let term = |m: f64| {
        let odd = a + 2.0 * m - 1.0;
        let numerator = m * (a + m - 1.0) / odd * ((n + m - 1.0) / odd) * (b - m) * x * x;
        (numerator, m + m * (b - m) * x / odd + (a + m) * (off + m * (1.0 + y)) / (odd + 2.0))
    };
    let lower = (slope / fraction(a * off / (a + 1.0), term)).min(1.0);
    Parts { lower, upper: 1.0 - lower, slope }
}

/// `first + n_1 / (d_1 + n_2 / (d_2 + …))`, from the front. Source: Lentz (1976), as Thompson & Barnett (1986) modified it.
fn fraction(first: f64, term: impl Fn(f64) -> (f64, f64)) -> f64 {
    const TINY: f64 = 1e-300;
    let nonzero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut all, mut c, mut d) = (nonzero(first), nonzero(first), 0.0);
    for step in 1..MOST_STEPS {
        let (numerator, denominator) = term(f64::from(step));
        d = 1.0 / nonzero(denominator + numerator * d);
        c = nonzero(denominator + numerator / c);
        all *= c * d;
        if (c * d - 1.0).abs() <= 2.0 * FINEST {
            break;
        }
    }
    all
}
