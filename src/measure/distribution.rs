//! Quantiles and upper tails of the distributions that tests refer to. Tails come from survival functions, so that a
//! very small p keeps its digits.

use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};

/// The standard normal number below which a share `p` lies.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

/// The probability of a standard normal number at least this far from 0, on either side.
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    (2.0 * Normal::standard().sf(z.abs())).min(1.0)
}

/// The number below which a share `p` of Student's t lies; `None` without degrees of freedom.
pub(crate) fn t_quantile(p: f64, df: f64) -> Option<f64> {
    (df.is_finite() && df > 0.0).then(|| StudentsT::new(0.0, 1.0, df).ok().map(|t| t.inverse_cdf(p))).flatten().filter(|t| t.is_finite())
}

/// The probability of a t at least this far from 0, on either side.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    (df.is_finite() && df > 0.0).then(|| StudentsT::new(0.0, 1.0, df).ok().map(|d| (2.0 * d.sf(t.abs())).min(1.0))).flatten()
}

/// The probability of a chi-square at least this large.
pub(crate) fn chi_square_tail(chi2: f64, df: f64) -> Option<f64> {
    (df > 0.0).then(|| ChiSquared::new(df).ok().map(|d| d.sf(chi2))).flatten()
}

/// The probability of an F at least this large.
pub(crate) fn f_tail(f: f64, df1: f64, df2: f64) -> Option<f64> {
    (df1 > 0.0 && df2.is_finite() && df2 > 0.0).then(|| FisherSnedecor::new(df1, df2).ok().map(|d| d.sf(f))).flatten()
}
