//! What was perceived against what was expected.

use serde::Serialize;

use super::Number;
use crate::error::Error;
use crate::value::{names, record};

/// Ratios nearer to 1 than this are 1: the rest is rounding.
const ROUNDING: f64 = 1e-12;

names! {
    /// How perception compares with expectation.
    pub enum Confirmation, "state" {
        /// Less than expected.
        Disappointed = "disappointed",
        /// As expected.
        Satisfied = "satisfied",
        /// More than expected.
        Delighted = "delighted",
    }
}

record! {
    /// A perception and the expectation before it.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct ConfirmationInput {
        /// What was perceived.
        perceived: Number,
        /// What was expected.
        expected: Number,
    }
}

/// How perception compares with expectation.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct ConfirmationResult {
    /// `perceived / expected`.
    pub ratio: Option<f64>,
    /// `perceived - expected`.
    pub gap: f64,
    /// Below, at or above 1.
    pub state: Option<Confirmation>,
}

/// Confirmation of expectations: satisfaction as what was perceived over what was expected.
///
/// A ratio; 1 is exactly as expected. `ratio = perceived / expected`, `gap = perceived - expected`; below 1 disappointed, at 1 satisfied,
/// above 1 delighted. Source: Oliver (1980). Where nothing positive was expected, ratio and state are `None`, the gap is not.
///
/// ```
/// use manyi::measure::{Confirmation, ConfirmationInput, Number, confirmation};
/// let input = ConfirmationInput { perceived: Number::new(8.0)?, expected: Number::new(7.0)? };
/// assert_eq!(confirmation(&input)?.state, Some(Confirmation::Delighted));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn confirmation(input: &ConfirmationInput) -> Result<ConfirmationResult, Error> {
    let (perceived, expected) = (input.perceived.get(), input.expected.get());
    let ratio = (expected > 0.0).then(|| perceived / expected).filter(|ratio| ratio.is_finite());
    let state = ratio.map(|ratio| match ratio - 1.0 {
        beyond if beyond.abs() <= ROUNDING => Confirmation::Satisfied,
        beyond if beyond < 0.0 => Confirmation::Disappointed,
        _ => Confirmation::Delighted,
    });
    Ok(ConfirmationResult { ratio, gap: perceived - expected, state })
}
