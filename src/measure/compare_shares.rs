//! Two shares of two groups.

use serde::Serialize;

use super::Interval;
use super::distribution::chi_square_tail;
use super::number::{Confidence, NonNegative, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// So many of a group.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct CountOfTotal {
        /// How many have it.
        count: NonNegative,
        /// How many there are.
        total: NonNegative,
    }
}

/// How two shares differ.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct SharesCompared {
    /// The first share less the second, -1..1.
    pub difference: Option<f64>,
    /// Pearson's chi-square, without continuity correction.
    pub chi2: Option<f64>,
    /// Probability of a difference at least as large, either way, if the shares were equal.
    pub p: Option<f64>,
    /// Newcombe's, of the difference, at .95.
    pub interval: Option<Interval>,
}

/// Whether two groups differ in a share, and by how much.
///
/// The difference is -1..=1. `χ² = (p₁ - p₂)² / (p (1 - p) (1/n₁ + 1/n₂))` with p the share of both groups together, one degree of freedom,
/// no continuity correction. The interval is Newcombe's hybrid of the two Wilson intervals (l, u):
/// `d - √((p₁ - l₁)² + (u₂ - p₂)²)` to `d + √((u₁ - p₁)² + (p₂ - l₂)²)`. Source: Pearson (1900); Newcombe (1998), method 10.
/// All is `None` where a group is empty; χ² and p where nobody, or everybody, in both groups has it.
///
/// ```
/// use manyi::measure::{CountOfTotal, NonNegative, compare_shares};
/// let part = |count, total| Ok::<_, manyi::Error>(CountOfTotal { count: NonNegative::new(count)?, total: NonNegative::new(total)? });
/// let interval = compare_shares(&part(56.0, 70.0)?, &part(48.0, 80.0)?)?.interval.unwrap();
/// assert!((interval.low - 0.0524).abs() < 5e-5 && (interval.high - 0.3339).abs() < 5e-5);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn compare_shares(a: &CountOfTotal, b: &CountOfTotal) -> Result<SharesCompared, Error> {
    for (name, group) in [("a", a), ("b", b)] {
        if group.count > group.total {
            let allowed = text!("0..={}, the total", group.total.get());
            return Err(Error::at(text!("{}.count", name), Problem::OutOfRange { value: group.count.get(), allowed }));
        }
    }
    let (xa, na, xb, nb) = (a.count.get(), a.total.get(), b.count.get(), b.total.get());
    let difference = ratio(xa, na).zip(ratio(xb, nb)).map(|(pa, pb)| pa - pb);
    let chi2 = difference.and_then(|difference| {
        let (has, has_not) = (xa + xb, (na - xa) + (nb - xb));
        // The counts, not the shares, so that the denominator is exactly 0 where it should be.
        ratio(difference * difference * (na * nb) * (na + nb), has * has_not)
    });
    Ok(SharesCompared { difference, chi2, p: chi2.and_then(|chi2| chi_square_tail(chi2, 1.0)), interval: newcombe((xa, na), (xb, nb)) })
}

fn newcombe((xa, na): (f64, f64), (xb, nb): (f64, f64)) -> Option<Interval> {
    let level = Confidence::default();
    let (wa, wb) = (Interval::wilson(xa, na, level)?, Interval::wilson(xb, nb, level)?);
    let (pa, pb) = (xa / na, xb / nb);
    let below = (pa - wa.low).hypot(wb.high - pb);
    let above = (wa.high - pa).hypot(pb - wb.low);
    // Within -1..=1 but for rounding.
    Some(Interval::new((pa - pb - below).max(-1.0), (pa - pb + above).min(1.0), level, "newcombe"))
}
