//! Numbers that a formula can trust: checked once, where they are read.

use crate::error::{Error, Problem};
use crate::value::{At, Read};

/// Past this, products of a few numbers are no longer finite.
const LARGEST: f64 = 1e60;

/// Declares a number with a range.
macro_rules! number {
    ($(#[$meta:meta])* $name:ident, $allowed:literal, $inside:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, serde::Serialize)]
        pub struct $name(f64);

        impl $name {
            /// Checks the number.
            pub fn new(value: f64) -> Result<Self, Error> {
                let inside: fn(f64) -> bool = $inside;
                match value {
                    _ if !value.is_finite() => Err(Error::new(Problem::NotFinite { value })),
                    _ if !inside(value) || value.abs() > LARGEST => Err(Error::new(Problem::OutOfRange { value, allowed: $allowed.into() })),
                    _ => Ok(Self(value)),
                }
            }

            /// The number.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl Read for $name {
            fn read(at: At<'_>) -> Result<Self, Error> {
                let value = at.number()?;
                Self::new(value).map_err(|error| at.error(error.into_problem()))
            }
        }
    };
}

number! {
    /// Any number that can still be multiplied.
    Number, "-1e60..=1e60", |_| true
}
number! {
    /// Zero or more.
    NonNegative, "0..=1e60", |x| x >= 0.0
}
number! {
    /// More than zero.
    Positive, "more than 0, at most 1e60", |x| x > 0.0
}
number! {
    /// A share or a probability.
    Share, "0..=1", |x| (0.0..=1.0).contains(&x)
}
number! {
    /// How sure an interval is to hold the truth: between 0 and 1, usually .95.
    Confidence, "more than 0, less than 1", |x| x > 0.0 && x < 1.0
}

impl Default for Confidence {
    fn default() -> Self {
        Self(0.95)
    }
}

/// A quotient, or nothing where it is undefined.
pub(crate) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| part / whole).filter(|quotient| quotient.is_finite())
}

/// Weights brought to a sum of 1; the error says that they have none.
pub(crate) fn normalised(weights: &[f64]) -> Result<Vec<f64>, Error> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return Err(Error::new(Problem::Conflict { message: "the weights are all 0; at least one must be more".into() }));
    }
    Ok(weights.iter().map(|weight| weight / sum).collect())
}
