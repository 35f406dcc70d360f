//! Customers in three tiers by what they are worth.

use serde::Serialize;

use super::ids::expect_unique;
use super::number::{NonNegative, Share, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{names, record};

names! {
    /// A tier of customers.
    pub enum Tier, "tier" {
        /// The few who bring most.
        A = "A",
        /// Those between.
        B = "B",
        /// The many who bring little.
        C = "C",
    }
}

record! {
    /// A customer and a worth.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CustomerWorth {
        /// The customer.
        id: String,
        /// What the customer is worth: revenue, profit, lifetime value.
        value: NonNegative,
    }
}

record! {
    /// Customers, and where the tiers are cut.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TiersInput {
        /// At least one.
        customers: Vec<CustomerWorth>,
        /// Rising shares of all value; .80 and .95 when left out.
        cuts: Option<(Share, Share)>,
    }
}

/// Customers by tier, and how uneven they are.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Tiers {
    /// From the most valuable to the least; ties in the order they came.
    pub customers: Vec<TieredCustomer>,
    /// A, B and C, also where nobody is in it.
    pub tiers: Vec<TierTotal>,
    /// How unevenly value is spread: 0 is evenly, near 1 is all from one of many.
    pub gini: Option<f64>,
}

/// A customer in a tier.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct TieredCustomer {
    /// The customer.
    pub id: String,
    /// What the customer is worth.
    pub value: f64,
    /// The customer's tier.
    pub tier: Tier,
    /// Share of all value up to and with this customer, 0..=1; `None` where all customers are worth 0, which the public type does not say.
    #[tsify(type = "number")]
    pub cumulative_share: Option<f64>,
}

/// A tier as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct TierTotal {
    /// The tier.
    pub tier: Tier,
    /// How many customers.
    pub customers: usize,
    /// What they are worth.
    pub value: f64,
    /// Of all customers.
    pub share_of_customers: f64,
    /// Of all value, 0..=1; `None` where all customers are worth 0, which the public type does not say.
    #[tsify(type = "number")]
    pub share_of_value: Option<f64>,
}

/// Sums of shares carry rounding: a share this close to a cut lies on it.
const ROUNDING: f64 = 1e-12;

/// Customer tiers (ABC analysis): who brings most of the value.
///
/// Shares 0..=1. With customers from the most valuable down, a customer is A while the share of all value *before* them is below the first
/// cut, B while it is below the second, else C; so a single customer with most of the value is A, not C. Ties keep the order they came
/// in. `gini = Σ (2i - n - 1) x_i / (n Σ x)`, x rising, without small-sample correction: at most `1 - 1/n`.
/// Source: Dickie (1951) for ABC, Gini (1912). When all customers are worth 0, shares and Gini are `None` and everyone is C.
///
/// ```
/// use manyi::{measure::{Tier, tiers}, value::Value};
/// let input = Value::from_json(r#"{"customers": [{"id": "big", "value": 97}, {"id": "x", "value": 2}, {"id": "y", "value": 1}]}"#)?.read()?;
/// let result = tiers(&input)?;
/// assert_eq!(result.customers.iter().map(|customer| customer.tier).collect::<Vec<_>>(), [Tier::A, Tier::C, Tier::C]);
/// assert_eq!(result.gini, Some(0.64));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn tiers(input: &TiersInput) -> Result<Tiers, Error> {
    expect_unique("customers", "customer", input.customers.iter().map(|customer| customer.id.as_str()))?;
    let cuts = match input.cuts {
        None => (0.80, 0.95),
        Some((first, second)) if first <= second => (first.get(), second.get()),
        Some((first, second)) => {
            let message = text!("cuts rise; the first is {}, above the second, {}", first.get(), second.get());
            return Err(Error::at("cuts", Problem::Conflict { message }));
        }
    };
    let mut ranked: Vec<&CustomerWorth> = input.customers.iter().collect();
    ranked.sort_by(|a, b| b.value.get().total_cmp(&a.value.get()));
    let total: f64 = ranked.iter().map(|customer| customer.value.get()).sum();

    let mut sum = 0.0;
    let customers = ranked.iter().map(|customer| {
        let before = ratio(sum, total);
        sum += customer.value.get();
        TieredCustomer {
            id: customer.id.clone(),
            value: customer.value.get(),
            tier: tier(before, cuts),
            cumulative_share: ratio(sum, total),
        }
    });
    let customers: Vec<TieredCustomer> = customers.collect();
    let tiers = Tier::ALL.iter().map(|&tier| total_of(tier, &customers, total)).collect();
    Ok(Tiers { gini: gini(&customers, total), tiers, customers })
}

fn tier(before: Option<f64>, cuts: (f64, f64)) -> Tier {
    match before {
        Some(share) if share < cuts.0 - ROUNDING => Tier::A,
        Some(share) if share < cuts.1 - ROUNDING => Tier::B,
        _ => Tier::C,
    }
}

fn total_of(tier: Tier, customers: &[TieredCustomer], total: f64) -> TierTotal {
    let members = || customers.iter().filter(|customer| customer.tier == tier);
    // Not `sum`, which is -0 of nobody.
    let (count, value) = (members().count(), members().fold(0.0, |sum, customer| sum + customer.value));
    TierTotal {
        tier,
        customers: count,
        value,
        share_of_customers: count as f64 / customers.len() as f64,
        share_of_value: ratio(value, total),
    }
}

/// Of customers from the most valuable down.
fn gini(customers: &[TieredCustomer], total: f64) -> Option<f64> {
    let n = customers.len() as f64;
    let sum: f64 = customers.iter().enumerate().map(|(rank, customer)| (n - 1.0 - 2.0 * rank as f64) * customer.value).sum();
    ratio(sum, n * total)
}
