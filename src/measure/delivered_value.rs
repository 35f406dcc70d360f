//! What a customer gets for what it costs.

use serde::Serialize;

use super::number::{NonNegative, ratio};
use crate::error::Error;
use crate::value::record;

record! {
    /// What the customer gets, in one unit, usually money.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ValueParts {
        /// What the product is worth to the customer.
        product: NonNegative,
        /// Delivery, training, repair.
        service: NonNegative,
        /// The people the customer deals with.
        personnel: NonNegative,
        /// The name.
        image: NonNegative,
    }
}

record! {
    /// What it costs the customer, in the same unit.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CostParts {
        /// The price.
        money: NonNegative,
        /// Time spent.
        time: NonNegative,
        /// Effort spent.
        energy: NonNegative,
        /// Worry.
        psychic: NonNegative,
    }
}

record! {
    /// What a customer gets, and what it costs.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DeliveredValueInput {
        /// What the customer gets.
        value: ValueParts,
        /// What it costs.
        cost: CostParts,
    }
}

/// Customer delivered value.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct DeliveredValue {
    /// Product, service, personnel and image.
    pub total_value: f64,
    /// Money, time, energy and worry.
    pub total_cost: f64,
    /// Value less cost.
    pub delivered: f64,
    /// Value over cost.
    pub ratio: Option<f64>,
}

/// Customer delivered value: what a customer gets less what it costs.
///
/// In the unit of the parts. `delivered = Σ value - Σ cost`, `ratio = Σ value / Σ cost`. Of two offers, customers choose
/// the one that delivers more; the ratio can rank them otherwise. Source: Kotler (1994).
/// The ratio is `None` where nothing is paid in any form.
///
/// ```
/// use manyi::{measure::delivered_value, value::Value};
/// let input = Value::from_json(r#"{
///     "value": {"product": 500, "service": 120, "personnel": 60, "image": 80},
///     "cost": {"money": 420, "time": 50, "energy": 30, "psychic": 40}
/// }"#)?.read()?;
/// assert_eq!(delivered_value(&input)?.delivered, 220.0);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn delivered_value(input: &DeliveredValueInput) -> Result<DeliveredValue, Error> {
    let (value, cost) = (&input.value, &input.cost);
    let total_value = value.product.get() + value.service.get() + value.personnel.get() + value.image.get();
    let total_cost = cost.money.get() + cost.time.get() + cost.energy.get() + cost.psychic.get();
    Ok(DeliveredValue { total_value, total_cost, delivered: total_value - total_cost, ratio: ratio(total_value, total_cost) })
}
