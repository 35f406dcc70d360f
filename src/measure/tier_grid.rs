//! Customers by several dimensions at once.

use std::collections::HashMap;

use serde::Serialize;

use super::Number;
use super::counts::entry;
use super::ids::expect_unique;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{Entries, names, record};

names! {
    /// Where a customer stands on a dimension.
    pub enum GridLevel, "level" {
        /// At or above the second cut.
        High = "high",
        /// At or above the first cut.
        Middle = "middle",
        /// Below the first cut.
        Low = "low",
    }
}

record! {
    /// A customer and what is known.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GridCustomer {
        /// The customer.
        id: String,
        /// A number for each dimension; others are not looked at.
        values: Entries<Number>,
    }
}

record! {
    /// A dimension and where it is cut.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GridDimension {
        /// The dimension, as in the customers' values.
        id: String,
        /// From the first on a customer is middle, from the second on high.
        cuts: (Number, Number),
    }
}

record! {
    /// Customers and dimensions.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TierGridInput {
        /// At least one.
        customers: Vec<GridCustomer>,
        /// At least one.
        dimensions: Vec<GridDimension>,
    }
}

/// Customers by several dimensions.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct TierGrid {
    /// In the order they came.
    pub customers: Vec<GridPlace>,
    /// The combinations that occur, from high to low, the first dimension first.
    pub cells: Vec<GridCell>,
}

/// A customer's place.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GridPlace {
    /// The customer.
    pub id: String,
    /// The level on each dimension.
    pub levels: Entries<GridLevel>,
}

/// A combination of levels.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct GridCell {
    /// The level on each dimension.
    pub levels: Entries<GridLevel>,
    /// How many customers share it.
    pub customers: usize,
}

/// Tier grid: where each customer stands on each dimension, and how many share each combination.
///
/// For each dimension high from its second cut on, middle from its first cut on, else low: a customer on a cut belongs to the higher side.
/// Dimensions are the company's own: contribution, loyalty and risk; or spend, frequency and tenure. Source: three-dimensional
/// customer grouping, as recency, frequency and monetary value in Hughes (1994). Only combinations that occur are listed. A customer without
/// a value for a dimension is an error.
///
/// ```
/// use manyi::{measure::{GridLevel, tier_grid}, value::Value};
/// let input = Value::from_json(r#"{
///     "dimensions": [{"id": "spend", "cuts": [100, 1000]}, {"id": "tenure", "cuts": [12, 36]}],
///     "customers": [{"id": "c1", "values": {"spend": 1000, "tenure": 6}}, {"id": "c2", "values": {"spend": 1500, "tenure": 3}}]
/// }"#)?.read()?;
/// let grid = tier_grid(&input)?;
/// assert_eq!(grid.customers[0].levels.get("spend"), Some(&GridLevel::High));
/// assert_eq!((grid.cells.len(), grid.cells[0].customers), (1, 2));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn tier_grid(input: &TierGridInput) -> Result<TierGrid, Error> {
    expect_unique("dimensions", "dimension", input.dimensions.iter().map(|dimension| dimension.id.as_str()))?;
    expect_unique("customers", "customer", input.customers.iter().map(|customer| customer.id.as_str()))?;
    for (place, dimension) in input.dimensions.iter().enumerate() {
        let (first, second) = dimension.cuts;
        if first > second {
            let message = text!("cuts rise; the first is {}, above the second, {}", first.get(), second.get());
            return Err(Error::at(text!("{}.cuts", entry("dimensions", place)), Problem::Conflict { message }));
        }
    }
    let mut counts: HashMap<Vec<GridLevel>, usize> = HashMap::new();
    let mut customers = Vec::with_capacity(input.customers.len());
    for (place, customer) in input.customers.iter().enumerate() {
        let levels = levels(customer, &input.dimensions).map_err(|error| error.within(&text!("{}.values", entry("customers", place))))?;
        customers.push(GridPlace { id: customer.id.clone(), levels: named(&levels, &input.dimensions) });
        *counts.entry(levels).or_default() += 1;
    }
    let mut cells: Vec<(Vec<GridLevel>, usize)> = counts.into_iter().collect();
    cells.sort();
    let cells = cells.into_iter().map(|(levels, customers)| GridCell { levels: named(&levels, &input.dimensions), customers });
    Ok(TierGrid { cells: cells.collect(), customers })
}

fn levels(customer: &GridCustomer, dimensions: &[GridDimension]) -> Result<Vec<GridLevel>, Error> {
    let level = |dimension: &GridDimension| match customer.values.get(&dimension.id) {
        Some(value) if *value >= dimension.cuts.1 => Ok(GridLevel::High),
        Some(value) if *value >= dimension.cuts.0 => Ok(GridLevel::Middle),
        Some(_) => Ok(GridLevel::Low),
        None => Err(Error::new(Problem::MissingValue { of: dimension.id.clone() })),
    };
    dimensions.iter().map(level).collect()
}

fn named(levels: &[GridLevel], dimensions: &[GridDimension]) -> Entries<GridLevel> {
    Entries(dimensions.iter().map(|dimension| dimension.id.clone()).zip(levels.iter().copied()).collect())
}
