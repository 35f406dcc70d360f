//! Every function of the package by its JavaScript name, called as JavaScript calls it: untrusted values in, JSON out.

use std::fmt::Debug;

use manyi::measure as m;
use manyi::value::{Read, Value};
use manyi::{Error, Problem};
use serde::Serialize;

/// What a call gave.
pub(crate) struct Outcome {
    /// As JavaScript sees it.
    pub(crate) json: serde_json::Value,
    /// As Rust sees it: JSON cannot say NaN, this can.
    pub(crate) debug: String,
}

/// A function of the package.
pub(crate) struct Function {
    /// Its JavaScript name.
    pub(crate) name: &'static str,
    /// Its call.
    pub(crate) call: fn(&[Value]) -> Result<Outcome, Error>,
}

/// The one of this name.
pub(crate) fn named(name: &str) -> &'static Function {
    ALL.iter().find(|function| function.name == name).unwrap_or_else(|| panic!("no function {name:?} in tests/functions"))
}

/// All of them, in the order of the contract.
pub(crate) const ALL: &[Function] = &[
    Function { name: "ahp", call: |args| one(args, m::ahp) },
    Function { name: "ahpHierarchy", call: |args| one(args, m::ahp_hierarchy) },
    Function { name: "ahpGroup", call: |args| one(args, m::ahp_group) },
    Function { name: "satisfactionIndex", call: |args| one(args, m::satisfaction_index) },
    Function { name: "anchoredIndex", call: |args| one(args, m::anchored_index) },
    Function { name: "proportion", call: |args| one(args, m::proportion) },
    Function { name: "csat", call: |args| one(args, m::csat) },
    Function { name: "nps", call: |args| one(args, m::nps) },
    Function { name: "ces", call: |args| one(args, m::ces) },
    Function { name: "confirmation", call: |args| one(args, m::confirmation) },
    Function { name: "gap", call: |args| one(args, m::gap) },
    Function { name: "kano", call: |args| one(args, m::kano) },
    Function { name: "quadrants", call: |args| one(args, m::quadrants) },
    Function { name: "drivers", call: |args| one(args, m::drivers) },
    Function { name: "penaltyReward", call: |args| one(args, m::penalty_reward) },
    Function { name: "pathModel", call: |args| one(args, m::path_model) },
    Function { name: "reliability", call: |args| one(args, m::reliability) },
    Function { name: "loyaltyIndex", call: |args| one(args, m::loyalty_index) },
    Function { name: "loyaltyStaircase", call: |args| one(args, m::loyalty_staircase) },
    Function { name: "whatIf", call: |args| one(args, m::what_if) },
    Function { name: "retention", call: |args| one(args, m::retention) },
    Function { name: "deliveredValue", call: |args| one(args, m::delivered_value) },
    Function { name: "lifetimeValue", call: |args| one(args, m::lifetime_value) },
    Function { name: "tiers", call: |args| one(args, m::tiers) },
    Function { name: "churn", call: |args| one(args, m::churn) },
    Function { name: "tierGrid", call: |args| one(args, m::tier_grid) },
    Function { name: "wordOfMouth", call: |args| one(args, m::word_of_mouth) },
    Function { name: "sampleSize", call: |args| one(args, m::sample_size) },
    Function { name: "crossTable", call: |args| one(args, m::cross_table) },
    Function { name: "indicatorIndex", call: |args| one(args, m::indicator_index) },
    Function { name: "serviceLevel", call: |args| one(args, m::service_level) },
    Function { name: "priceBand", call: |args| one(args, m::price_band) },
    Function { name: "customerRates", call: |args| one(args, m::customer_rates) },
    Function {
        name: "defaultStaircase",
        call: |args| one(args, |given: &Option<m::StaircaseThresholds>| m::default_staircase(&given.clone().unwrap_or_default())),
    },
    Function { name: "probabilityBand", call: |args| one(args, |probability: &m::Share| m::probability_band(*probability)) },
    Function { name: "compareGroups", call: |args| one(args, |groups: &Vec<m::Group>| m::compare_groups(groups)) },
    Function { name: "comparePaired", call: |args| one(args, m::compare_paired) },
    Function { name: "compareShares", call: |args| two(args, ["a", "b"], m::compare_shares) },
    Function { name: "compareNps", call: |args| two(args, ["a", "b"], m::compare_nps) },
    Function { name: "compareMeans", call: |args| two(args, ["a", "b"], m::compare_means) },
    Function { name: "adjust", call: |args| two(args, ["p", "method"], |p: &Vec<m::Share>, method| m::adjust(p, *method)) },
];

fn argument<T: Read>(args: &[Value], index: usize) -> Result<T, Error> {
    args.get(index).unwrap_or(&Value::Null).read()
}

fn outcome<O: Serialize + Debug>(result: O) -> Outcome {
    Outcome { json: serde_json::to_value(&result).expect("results serialise"), debug: format!("{result:?}") }
}

fn one<I: Read, O: Serialize + Debug>(args: &[Value], function: impl FnOnce(&I) -> Result<O, Error>) -> Result<Outcome, Error> {
    no_more(args, 1)?;
    function(&argument(args, 0)?).map(outcome)
}

fn two<A: Read, B: Read, O: Serialize + Debug>(
    args: &[Value],
    names: [&str; 2],
    function: impl FnOnce(&A, &B) -> Result<O, Error>,
) -> Result<Outcome, Error> {
    no_more(args, 2)?;
    let a = argument(args, 0).map_err(|error| error.within(names[0]))?;
    let b = argument(args, 1).map_err(|error| error.within(names[1]))?;
    function(&a, &b).map(outcome)
}

fn no_more(args: &[Value], limit: usize) -> Result<(), Error> {
    match args.len() <= limit {
        true => Ok(()),
        false => Err(Error::new(Problem::TooMany { what: "arguments", found: args.len(), limit })),
    }
}
