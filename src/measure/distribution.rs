//! Quantiles and upper tails of the distributions that tests refer to. Tails are reckoned and not what is left of 1, so that a
//! very small p keeps its digits.

use super::incomplete::{Parts, beta, gamma};

/// The standard normal number below which a share `p` lies.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    quantile(p, left_of(p), normal)
}

/// The probability of a standard normal number at least this far from 0, on either side.
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    normal(z.abs()).upper
}

/// Nearer to 0 than z, and beyond, on either side.
fn normal(z: f64) -> Parts {
    let Parts { lower, upper, slope } = gamma(0.5, z * z / 2.0);
    Parts { lower, upper, slope: 2.0 * slope }
}

/// From so many degrees of freedom on, Student's t is the normal distribution to all digits that count.
const NORMAL_FROM: f64 = 1e7;

/// The number below which a share `p` of Student's t lies; `None` without degrees of freedom.
pub(crate) fn t_quantile(p: f64, df: f64) -> Option<f64> {
    if df >= NORMAL_FROM {
        return Some(normal_quantile(p));
    }
    // Its tails are longer, so its quantiles lie farther out.
    let t = (df > 0.0).then(|| quantile(p, normal_quantile(p).abs(), |t| student(t, df)))?;
    t.is_finite().then_some(t)
}

/// The probability of a t at least this far from 0, on either side.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    if df >= NORMAL_FROM {
        return Some(normal_two_sided(t));
    }
    let tail = (df > 0.0).then(|| student(t.abs(), df).upper)?;
    tail.is_finite().then_some(tail)
}

/// Nearer to 0 than t, and beyond, on either side.
fn student(t: f64, df: f64) -> Parts {
    let (x, y) = (1.0 / (1.0 + df / (t * t)), 1.0 / (1.0 + t * t / df));
    let Parts { lower, upper, slope } = beta(0.5, df / 2.0, x, y);
    Parts { lower, upper, slope: 2.0 * slope }
}

/// The probability of a chi-square at least this large.
pub(crate) fn chi_square_tail(chi2: f64, df: f64) -> Option<f64> {
    (df > 0.0).then(|| if chi2 > 0.0 { gamma(df / 2.0, chi2 / 2.0).upper } else { 1.0 })
}

/// The probability of an F at least this large.
pub(crate) fn f_tail(f: f64, df1: f64, df2: f64) -> Option<f64> {
    let (x, y) = (1.0 / (1.0 + df1 * f / df2), 1.0 / (1.0 + df2 / (df1 * f)));
    (df1 > 0.0 && df2.is_finite() && df2 > 0.0).then(|| if f > 0.0 { beta(df2 / 2.0, df1 / 2.0, x, y).lower } else { 1.0 })
}

/// Where a share `p` lies below, of a distribution that is the same on both sides of 0: by Newton's steps from a place nearer to 0, which
/// cannot go beyond, for the middle bends down and the tail bends up.
fn quantile(p: f64, start: f64, parts: impl Fn(f64) -> Parts) -> f64 {
    let (middle, tail) = ((2.0 * p - 1.0).abs(), 2.0 * p.min(1.0 - p));
    if middle == 0.0 {
        return 0.0;
    }
    if tail <= 0.0 {
        return f64::INFINITY.copysign(p - 0.5);
    }
    let mut at = start;
    for _ in 0..MOST_STEPS {
        let Parts { lower, upper, slope } = parts(at);
        let lacking = if middle < 0.5 { middle - lower } else { upper - tail };
        let step = lacking / slope * at;
        at += step;
        if step.is_nan() || step.abs() <= 1e-15 * at {
            break;
        }
    }
    at.copysign(p - 0.5)
}

/// The farthest quantile of a t with few degrees of freedom is reached by doubling.
const MOST_STEPS: u32 = 2000;

/// A little nearer to 0 than the normal quantile. Source: Abramowitz & Stegun (1964), 26.2.23, whose error is below 4.5e-4.
fn left_of(p: f64) -> f64 {
    let middle = (2.0 * p - 1.0).abs();
    if middle < 0.5 {
        return 1.253 * middle;
    }
    let t = (-2.0 * p.min(1.0 - p).ln()).sqrt();
    t - (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308))) - 5e-4
}

#[cfg(test)]
mod tests {
    use super::{chi_square_tail, f_tail, normal_quantile, normal_two_sided, t_quantile, t_two_sided};
    use crate::value::Value;

    fn number(value: &Value) -> f64 {
        if let Value::Number(number) = value { *number } else { panic!("{value:?} is no number") }
    }

    /// The grid was reckoned with 40 digits and more, by mpmath 1.3 from the definitions of the functions.
    #[test]
    fn every_tail_and_quantile_is_right_to_twelve_digits() {
        let Value::List(rows) = Value::from_json(include_str!("../../tests/distributions.json")).expect("JSON") else { panic!("a list") };
        let mut worst = Vec::new();
        for row in &rows {
            let Value::List(row) = row else { panic!("a row") };
            let [Value::Text(name), at, more, wanted] = row.as_slice() else { panic!("{row:?}") };
            let (at, wanted) = (number(at), number(wanted));
            let found = match (name.as_str(), more) {
                ("tTwoSided", df) => t_two_sided(at, number(df)),
                ("normalTwoSided", _) => Some(normal_two_sided(at)),
                ("chiSquareTail", df) => chi_square_tail(at, number(df)),
                ("fTail", Value::List(dfs)) => f_tail(at, number(&dfs[0]), number(&dfs[1])),
                ("normalQuantile", _) => Some(normal_quantile(at)),
                ("tQuantile", df) => t_quantile(at, number(df)),
                _ => panic!("{row:?}"),
            };
            let error = found.map_or(f64::INFINITY, |found| (found / wanted - 1.0).abs());
            if error.is_nan() || error >= 1e-12 {
                worst.push(format!("{row:?}: {found:?}, off by {error:e}"));
            }
        }
        assert!(rows.len() > 400 && worst.is_empty(), "{}", worst.join("\n"));
    }

    #[test]
    fn the_ends_are_the_ends() {
        assert_eq!((normal_two_sided(0.0), normal_two_sided(f64::INFINITY)), (1.0, 0.0));
        assert_eq!((t_two_sided(0.0, 3.0), t_two_sided(f64::INFINITY, 3.0), t_two_sided(1.0, 0.0)), (Some(1.0), Some(0.0), None));
        assert_eq!((chi_square_tail(0.0, 3.0), chi_square_tail(f64::INFINITY, 3.0)), (Some(1.0), Some(0.0)));
        assert_eq!((f_tail(0.0, 3.0, 4.0), f_tail(f64::INFINITY, 3.0, 4.0)), (Some(1.0), Some(0.0)));
        assert_eq!((normal_quantile(0.5), normal_quantile(0.0), t_quantile(1.0, 3.0)), (0.0, f64::NEG_INFINITY, None));
        assert_eq!(t_quantile(0.975, 1e9), Some(normal_quantile(0.975)));
    }
}
