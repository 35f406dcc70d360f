//! The loyalty staircase: rules that move a customer up and down.

mod condition;
mod standard;

use serde::Serialize;

pub use condition::{FieldTest, StaircaseCondition};
pub use standard::{StaircaseThresholds, default_staircase};

use super::counts::entry;
use super::ids::expect_unique;
use super::{Bounds, Number};
use crate::error::Error;
use crate::value::{At, Entries, Read, Value, record};

record! {
    /// A rule: when an event meets its condition, it moves the customer.
    #[derive(Debug, Clone, PartialEq, Serialize)]
    pub struct StaircaseRule {
        /// The rule.
        id: String,
        /// What an event must meet.
        when: StaircaseCondition,
        /// How many steps up, or down when negative.
        change: Number,
        /// Why, in words for whoever reads the result.
        reason: String,
    }
}

record! {
    /// A customer, and what happened, in the order it did.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StaircaseCustomer {
        /// The customer.
        id: String,
        /// The step the customer starts on, within the range.
        level: Number,
        /// One record of facts for each time the rules are asked.
        events: Vec<Event>,
    }
}

record! {
    /// Rules, the staircase, and who climbs it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StaircaseInput {
        /// At least one; [`default_staircase`] has a set to start from.
        rules: Vec<StaircaseRule>,
        /// The lowest and the highest step.
        range: Bounds,
        /// At least one.
        customers: Vec<StaircaseCustomer>,
    }
}

/// The facts of one event, by field.
pub type Event = Entries<Fact>;

/// A number, a yes or no, or a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// How much or how many.
    Number(Number),
    /// Whether.
    Flag(bool),
    /// Which.
    Text(String),
}

impl Read for Fact {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match at.value {
            Value::Bool(flag) => Ok(Self::Flag(*flag)),
            Value::Text(text) => Ok(Self::Text(text.clone())),
            Value::Number(_) => Number::read(at).map(Self::Number),
            _ => Err(at.wrong_type("a number, true or false, or a text")),
        }
    }
}

/// Where everyone came to stand.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Staircase {
    /// In the order they came.
    pub customers: Vec<Climb>,
}

/// One customer's way.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Climb {
    /// The customer.
    pub id: String,
    /// The level before the first event.
    pub from: f64,
    /// The level after the last event.
    pub to: f64,
    /// One for each event, also where nothing fired.
    pub steps: Vec<Step>,
}

/// What one event did.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Step {
    /// Which event, from 0.
    pub event: usize,
    /// The rules it fired, in the order of the rules.
    pub fired: Vec<Fired>,
    /// The level after it.
    pub level: f64,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Fired {
    /// The rule.
    pub rule: String,
    /// Its change, before the level is kept within the range.
    pub change: f64,
    /// Its reason.
    pub reason: String,
}

/// Loyalty staircase: where each customer stands after what happened, and why.
///
/// Levels, within the range. For each event `level = clamp(level + Σ changes of the rules it meets)`: all rules that fire add up,
/// and the sum is clamped, not each part, so the order of the rules does not matter. Source: the loyalty ladder (Christopher,
/// Payne & Ballantyne 1991), with the rules and thresholds being the company's own data.
/// A field that the event does not have meets no test (and so `not` of it holds). A field compared with a number must be a number,
/// else it is an error. Without events a customer stays.
///
/// ```
/// use manyi::{measure::loyalty_staircase, value::Value};
/// let input = Value::from_json(r#"{
///     "rules": [{"id": "spends-less", "when": {"field": "drop", "atLeast": 30}, "change": -1, "reason": "a month's spending fell"}],
///     "range": {"min": 1, "max": 5},
///     "customers": [{"id": "c1", "level": 3, "events": [{"drop": 35}, {"drop": 12}]}]
/// }"#)?.read()?;
/// let climb = &loyalty_staircase(&input)?.customers[0];
/// assert_eq!((climb.to, climb.steps[0].fired[0].reason.as_str()), (2.0, "a month's spending fell"));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn loyalty_staircase(input: &StaircaseInput) -> Result<Staircase, Error> {
    expect_unique("rules", "rule", input.rules.iter().map(|rule| rule.id.as_str()))?;
    expect_unique("customers", "customer", input.customers.iter().map(|customer| customer.id.as_str()))?;
    let climbs = input
        .customers
        .iter()
        .enumerate()
        .map(|(place, customer)| climb(customer, &input.rules, input.range).map_err(|error| error.within(&entry("customers", place))));
    Ok(Staircase { customers: climbs.collect::<Result<_, _>>()? })
}

fn climb(customer: &StaircaseCustomer, rules: &[StaircaseRule], range: Bounds) -> Result<Climb, Error> {
    let from = customer.level.get();
    range.expect(from, || "level".into())?;
    let mut level = from;
    let mut steps = Vec::with_capacity(customer.events.len());
    for (event, facts) in customer.events.iter().enumerate() {
        let fired = fired(rules, facts).map_err(|error| error.within(&entry("events", event)))?;
        level = (level + fired.iter().map(|rule| rule.change).sum::<f64>()).clamp(range.min, range.max);
        steps.push(Step { event, fired, level });
    }
    Ok(Climb { id: customer.id.clone(), from, to: level, steps })
}

fn fired(rules: &[StaircaseRule], facts: &Event) -> Result<Vec<Fired>, Error> {
    let mut fired = Vec::new();
    for rule in rules {
        if rule.when.holds(facts)? {
            fired.push(Fired { rule: rule.id.clone(), change: rule.change.get(), reason: rule.reason.clone() });
        }
    }
    Ok(fired)
}
