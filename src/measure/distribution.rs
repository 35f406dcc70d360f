//! Quantiles and upper tails of the distributions that tests refer to. Tails come from survival functions, so that a
//! very small p keeps its digits.

use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};
use statrs::function::beta::checked_beta_reg;

/// The standard normal number below which a share `p` lies.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

/// The probability of a standard normal number at least this far from 0, on either side.
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    (2.0 * Normal::standard().sf(z.abs())).min(1.0)
}

/// From so many degrees of freedom on, Student's t is the normal distribution to all digits that count, and its
/// series no longer converge in reasonable time.
const NORMAL_FROM: f64 = 1e7;

/// The number below which a share `p` of Student's t lies; `None` without degrees of freedom.
pub(crate) fn t_quantile(p: f64, df: f64) -> Option<f64> {
    if df >= NORMAL_FROM {
        return Some(normal_quantile(p));
    }
    let t = (df > 0.0).then(|| StudentsT::new(0.0, 1.0, df).ok()).flatten()?.inverse_cdf(p);
    t.is_finite().then_some(t)
}

/// The probability of a t at least this far from 0, on either side.
///
/// Near 0 it is 1 less a small number, and that number is reckoned: in `df + t²` it would drown.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    if df >= NORMAL_FROM {
        return Some(normal_two_sided(t));
    }
    if t.abs() < 0.5 {
        return checked_beta_reg(0.5, df / 2.0, t * t / (df + t * t)).ok().map(|middle| 1.0 - middle).filter(|p| p.is_finite());
    }
    let tail = (df > 0.0).then(|| StudentsT::new(0.0, 1.0, df).ok()).flatten()?.sf(t.abs());
    tail.is_finite().then_some((2.0 * tail).min(1.0))
}

/// The probability of a chi-square at least this large.
pub(crate) fn chi_square_tail(chi2: f64, df: f64) -> Option<f64> {
    (df > 0.0).then(|| ChiSquared::new(df).ok().map(|d| d.sf(chi2))).flatten()
}

/// The probability of an F at least this large.
pub(crate) fn f_tail(f: f64, df1: f64, df2: f64) -> Option<f64> {
    (df1 > 0.0 && df2.is_finite() && df2 > 0.0).then(|| FisherSnedecor::new(df1, df2).ok().map(|d| d.sf(f))).flatten()
}
