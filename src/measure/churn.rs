//! Customers who leave, and what that costs.

use serde::Serialize;

use super::Number;
use super::number::{NonNegative, Share, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// A period's customers, and what they are worth.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ChurnInput {
        /// Customers when the period began.
        opening: NonNegative,
        /// How many of them left.
        lost: NonNegative,
        /// How many came.
        gained: Option<NonNegative>,
        /// What a customer brings in the period.
        profit_per_customer: Option<Number> = "profitPerCustomer",
        /// Share of the losses that the company caused itself.
        own_fault_share: Option<Share> = "ownFaultShare",
        /// What it would cost to reduce churn.
        cost_to_reduce: Option<NonNegative> = "costToReduce",
        /// By how much, in percentage points of the opening customers: from 8 % to 5 % is 3.
        reduction_points: Option<NonNegative> = "reductionPoints",
        /// What a customer brings over all years.
        lifetime_value: Option<Number> = "lifetimeValue",
    }
}

/// Churn and its cost.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Churn {
    /// Lost of opening, 0..1.
    pub churn_rate: Option<f64>,
    /// Kept of opening, 0..1.
    pub retention_rate: Option<f64>,
    /// Gained less lost, over opening: how much the base grew.
    pub growth_rate: Option<f64>,
    /// Gained less lost, over lost: how far gains make up for losses.
    pub growth_over_lost: Option<f64>,
    /// The period's profit of those who left.
    pub lost_profit: Option<f64>,
    /// Of that, what the company caused itself.
    pub lost_profit_own_fault: Option<f64>,
    /// Customers kept by the reduction.
    pub saved_customers: Option<f64>,
    /// Their lifetime value less the cost of keeping them.
    pub net_benefit: Option<f64>,
}

/// Churn: who leaves, what is lost with them, and whether keeping them pays.
///
/// Rates as shares, money in the unit it came in. `churn = lost / opening`, `retention = 1 - churn`, growth `(gained - lost) / opening`;
/// the other definition in use, `(gained - lost) / lost`, is given beside it. `lost profit = lost · profit`,
/// `saved = opening · points / 100`, `net benefit = saved · lifetime value - cost`. Source: Reichheld & Sasser (1990).
/// What a part was not given for is `None`, and so is a rate with nothing to divide by. Losing or saving more than there are is an error.
///
/// ```
/// use manyi::{measure::churn, value::Value};
/// let input = Value::from_json(r#"{"opening": 1000, "lost": 80, "reductionPoints": 3, "lifetimeValue": 1200, "costToReduce": 20000}"#)?.read()?;
/// let result = churn(&input)?;
/// assert_eq!((result.churn_rate, result.net_benefit), (Some(0.08), Some(16_000.0)));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn churn(input: &ChurnInput) -> Result<Churn, Error> {
    let (opening, lost) = (input.opening.get(), input.lost.get());
    if lost > opening {
        return Err(Error::at("lost", Problem::OutOfRange { value: lost, allowed: text!("0..={}, the opening customers", opening) }));
    }
    let saved = input.reduction_points.map(|points| opening * points.get() / 100.0);
    // The product may round past the losses by a last digit.
    if let (Some(saved), Some(points)) = (saved, input.reduction_points)
        && saved > lost * (1.0 + 1e-12)
    {
        let allowed = text!("0 to the churn itself: {} of {} customers", lost, opening);
        return Err(Error::at("reductionPoints", Problem::OutOfRange { value: points.get(), allowed }));
    }
    let growth = input.gained.map(|gained| gained.get() - lost);
    let lost_profit = input.profit_per_customer.map(|profit| lost * profit.get());
    let worth = saved.zip(input.lifetime_value).map(|(saved, value)| saved * value.get());
    Ok(Churn {
        churn_rate: ratio(lost, opening),
        retention_rate: ratio(opening - lost, opening),
        growth_rate: growth.and_then(|growth| ratio(growth, opening)),
        growth_over_lost: growth.and_then(|growth| ratio(growth, lost)),
        lost_profit,
        lost_profit_own_fault: lost_profit.zip(input.own_fault_share).map(|(profit, share)| profit * share.get()),
        saved_customers: saved,
        net_benefit: worth.zip(input.cost_to_reduce).map(|(worth, cost)| worth - cost.get()),
    })
}
