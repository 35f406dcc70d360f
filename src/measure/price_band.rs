//! A price, against the one expected.

use serde::Serialize;

use super::number::{NonNegative, Share, ratio};
use crate::error::Error;
use crate::value::{names, record};

names! {
    /// Where a price lies.
    pub enum PriceVerdict, "verdict" {
        /// Below the band: it raises doubts about quality.
        TooLow = "too-low",
        /// Within the band, its ends included.
        Expected = "expected",
        /// Above the band.
        TooHigh = "too-high",
    }
}

record! {
    /// A price, and what the customer expects.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PriceBandInput {
        /// The price asked.
        price: NonNegative,
        /// The price expected.
        expected: NonNegative,
        /// How far off still counts as expected, as a share of the expected price; .10 when left out.
        band: Option<Share>,
    }
}

/// Where a price lies.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct PriceBand {
    /// Price over expected price.
    pub ratio: Option<f64>,
    /// Where it lies.
    pub verdict: Option<PriceVerdict>,
}

/// A quotient carries rounding: one this close to the end of the band lies on it.
const ROUNDING: f64 = 1e-12;

/// Price band: whether a price is about what the customer expects.
///
/// `ratio = price / expected`; `expected` while it is within `1 - band ..= 1 + band`, both ends included, else `too-low` or `too-high`.
/// Source: the range of acceptable prices, Monroe (1973). `None` where the expected price is 0.
///
/// ```
/// use manyi::{measure::{PriceVerdict, price_band}, value::Value};
/// let result = price_band(&Value::from_json(r#"{"price": 110, "expected": 100}"#)?.read()?)?;
/// assert_eq!((result.ratio, result.verdict), (Some(1.1), Some(PriceVerdict::Expected)));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn price_band(input: &PriceBandInput) -> Result<PriceBand, Error> {
    let ratio = ratio(input.price.get(), input.expected.get());
    let band = input.band.map_or(0.10, Share::get) + ROUNDING;
    let verdict = ratio.map(|ratio| match ratio - 1.0 {
        off if off < -band => PriceVerdict::TooLow,
        off if off > band => PriceVerdict::TooHigh,
        _ => PriceVerdict::Expected,
    });
    Ok(PriceBand { ratio, verdict })
}
