//! What a customer is worth over the years.

use serde::Serialize;

use super::Number;
use super::number::{NonNegative, Share};
use crate::error::{Error, Problem};
use crate::value::{At, Read, names, record};

names! {
    /// When in a period its margin falls.
    pub enum MarginTiming, "timing" {
        /// At its end: the first margin is retained and discounted once.
        End = "end",
        /// At its start: the first margin is certain, and now.
        Start = "start",
    }
}

record! {
    /// Customers who stay a known time.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Purchases {
        /// What one purchase brings.
        average_amount: NonNegative = "averageAmount",
        /// Purchases a year.
        per_year: NonNegative = "purchasesPerYear",
        /// Years.
        years: NonNegative,
    }
}

record! {
    /// Customers of whom a share stays from period to period.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Margins {
        /// What a customer brings in a period, after costs; negative for one who costs more.
        margin: Number,
        /// Share of customers who stay for another period.
        retention: Share,
        /// Discount per period: .1 for ten percent.
        discount: NonNegative,
        /// How many periods, at least one; for ever when left out.
        periods: Option<u64>,
        /// What it cost to win the customer; nothing when left out.
        acquisition_cost: Option<NonNegative> = "acquisitionCost",
        /// At the end when left out.
        timing: Option<MarginTiming>,
    }
}

/// Either way of reckoning.
#[derive(Debug, Clone, PartialEq)]
pub enum LifetimeValueInput {
    /// Amount, frequency and years.
    Purchases(Purchases),
    /// Margin, retention and discount.
    Margins(Margins),
}

impl Read for LifetimeValueInput {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match ["margin", "retention", "discount"].iter().any(|key| at.key(key).is_some()) {
            true => Margins::read(at).map(Self::Margins),
            false => Purchases::read(at).map(Self::Purchases),
        }
    }
}

/// What a customer is worth.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct LifetimeValue {
    /// In the unit of the amounts.
    pub value: Option<f64>,
}

/// Customer lifetime value: what a customer brings over the years.
///
/// In the unit of the amounts. From purchases: `amount · purchases a year · years`, not discounted. From margins, with `q = r / (1 + d)`:
/// `m Σ q^t - acquisition cost`, over t = 1, 2, …, T for margins at the ends of periods and t = 0, 1, …, T - 1 at their starts; without T
/// the sums are `r / (1 + d - r)` and `(1 + d) / (1 + d - r)`. Source: Gupta & Lehmann (2003). Everyone stays and nothing
/// is discounted (r = 1, d = 0) has no finite value for ever: `None`.
///
/// ```
/// use manyi::{measure::lifetime_value, value::Value};
/// let input = Value::from_json(r#"{"margin": 100, "retention": 0.9, "discount": 0.1}"#)?.read()?;
/// assert!((lifetime_value(&input)?.value.unwrap() - 450.0).abs() < 1e-9);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn lifetime_value(input: &LifetimeValueInput) -> Result<LifetimeValue, Error> {
    match input {
        LifetimeValueInput::Purchases(p) => Ok(LifetimeValue { value: Some(p.average_amount.get() * p.per_year.get() * p.years.get()) }),
        LifetimeValueInput::Margins(margins) => {
            if margins.periods == Some(0) {
                return Err(Error::at("periods", Problem::OutOfRange { value: 0.0, allowed: "1 or more".into() }));
            }
            let cost = margins.acquisition_cost.map_or(0.0, NonNegative::get);
            let value = multiple(margins).map(|multiple| margins.margin.get() * multiple - cost).filter(|value| value.is_finite());
            Ok(LifetimeValue { value })
        }
    }
}

/// How many margins of today the stream is worth.
fn multiple(margins: &Margins) -> Option<f64> {
    let (r, d) = (margins.retention.get(), margins.discount.get());
    // How much of a margin is lost from one period to the next, before discounting: 1 + d - r without its rounding.
    let fall = d + (1.0 - r);
    let first = match margins.timing.unwrap_or(MarginTiming::End) {
        MarginTiming::End => r,
        MarginTiming::Start => 1.0 + d,
    };
    match margins.periods {
        None if fall == 0.0 => None,
        None => Some(first / fall),
        // With q = 1 every period counts the same.
        Some(periods) if fall == 0.0 => Some(periods as f64),
        // 1 - q^T by way of logarithms keeps its digits where q is near 1.
        Some(periods) => Some(first / fall * -(periods as f64 * (r.ln() - d.ln_1p())).exp_m1()),
    }
}
