//! One respondent's answers as small whole numbers.

/// The weight of a row that counts once: weights are whole numbers of billionths.
pub const ONE: u64 = 1_000_000_000;

/// The greatest weight of one row.
const MOST: f64 = 1e6;

/// One respondent's codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// A code for each of the [survey's columns](crate::survey::Survey::columns); 0 is missing.
    pub codes: Vec<u8>,
    /// How much the row counts, in billionths.
    pub weight: u64,
}

/// A weight in billionths; `None` outside 0..=1,000,000.
pub(crate) fn billionths(weight: f64) -> Option<u64> {
    (0.0..=MOST).contains(&weight).then(|| (weight * ONE as f64).round() as u64)
}
