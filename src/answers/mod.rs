//! What was answered.

/// One respondent's answers, as codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One for each of [`Survey::columns`](crate::survey::Survey::columns): 0 missing, else 1..=`levels`.
    pub codes: Vec<u8>,
    /// How much it counts, in billionths: a billion where nothing is said.
    pub weight: u64,
}
