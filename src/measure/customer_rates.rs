//! Rates of customer relations.

use serde::Serialize;

use super::Counts;
use super::number::{NonNegative, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// What is known of a period; every part may be left out.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct CustomerRatesInput {
        /// Customers.
        customers: Option<NonNegative>,
        /// Of them, those who bought again.
        repeat_customers: Option<NonNegative> = "repeatCustomers",
        /// Transactions.
        transactions: Option<NonNegative>,
        /// Complaints.
        complaints: Option<NonNegative>,
        /// Orders of each customer.
        orders: Option<Counts>,
    }
}

/// Rates of customer relations.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct CustomerRates {
    /// Customers who bought again, of all, 0..1.
    pub repurchase_rate: Option<f64>,
    /// Complaints for every hundred transactions.
    pub complaints_per100: Option<f64>,
    /// Complaints for every hundred customers.
    pub complaints_per100_customers: Option<f64>,
    /// Mean number of orders.
    pub average_orders: Option<f64>,
    /// Share of the customers in `orders` with two orders or more, 0..1.
    pub repeat_share: Option<f64>,
}

/// Rates of customer relations: who buys again, who complains, how often customers order.
///
/// Shares 0..=1, complaints per hundred. `repurchase = repeat customers / customers`, complaints `100 · complaints / transactions` and
/// `/ customers`, mean of orders, and the share of customers with two orders or more. Source: the definitions in common use; the two
/// denominators of complaints tell different things, so both are there. A rate whose parts were not given, or with nothing to divide
/// by, is `None`. More repeat customers than customers are an error.
///
/// ```
/// use manyi::{measure::customer_rates, value::Value};
/// let input = Value::from_json(r#"{"customers": 400, "repeatCustomers": 260, "orders": [1, 1, 2, 3, 5, 1, 4]}"#)?.read()?;
/// let rates = customer_rates(&input)?;
/// assert_eq!((rates.repurchase_rate, rates.repeat_share, rates.complaints_per100), (Some(0.65), Some(4.0 / 7.0), None));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn customer_rates(input: &CustomerRatesInput) -> Result<CustomerRates, Error> {
    let number = |part: Option<NonNegative>| part.map(NonNegative::get);
    let rate = |part: Option<f64>, whole: Option<f64>| part.zip(whole).and_then(|(part, whole)| ratio(part, whole));
    let (customers, repeat) = (number(input.customers), number(input.repeat_customers));
    if let (Some(repeat), Some(customers)) = (repeat, customers)
        && repeat > customers
    {
        return Err(Error::at(
            "repeatCustomers",
            Problem::OutOfRange { value: repeat, allowed: text!("0..={}, the customers", customers) },
        ));
    }
    let hundredfold = number(input.complaints).map(|complaints| 100.0 * complaints);
    let orders = input.orders.as_ref().map(|orders| orders.as_slice());
    let customers_with_orders = orders.map(|orders| orders.len() as f64);
    Ok(CustomerRates {
        repurchase_rate: rate(repeat, customers),
        complaints_per100: rate(hundredfold, number(input.transactions)),
        complaints_per100_customers: rate(hundredfold, customers),
        average_orders: rate(orders.map(|orders| orders.iter().sum()), customers_with_orders),
        repeat_share: rate(orders.map(|orders| orders.iter().filter(|&&count| count >= 2.0).count() as f64), customers_with_orders),
    })
}
