//! Service quality as the gap between perception and expectation.

use serde::Serialize;

use super::counts::entry;
use super::number::{NonNegative, Number, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::record;

record! {
    /// What was perceived and expected of one item.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GapItem {
        /// The item.
        id: String,
        /// What was perceived; `None` where unknown.
        #[tsify(type = "number | null")]
        perception: Option<Number>,
        /// What was expected; `None` where unknown.
        #[tsify(type = "number | null")]
        expectation: Option<Number>,
        /// How much the item counts; all the same when all leave it out.
        weight: Option<NonNegative>,
        /// The dimension it belongs to, as tangibles or empathy.
        dimension: Option<String>,
    }
}

record! {
    /// Items to compare.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GapInput {
        /// At least one.
        items: Vec<GapItem>,
    }
}

/// Gaps of items, of dimensions, and over all.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Gaps {
    /// Weighted mean gap: of the dimensions where there are any, else of the items.
    pub overall: Option<f64>,
    /// Mean of the items' gaps, all the same.
    pub unweighted: Option<f64>,
    /// In the order they came.
    pub items: Vec<ItemGap>,
    /// In the order in which their first items came.
    pub dimensions: Vec<DimensionGap>,
}

/// The gap of one item.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct ItemGap {
    /// The item.
    pub id: String,
    /// Perception less expectation.
    pub gap: Option<f64>,
}

/// The gap of one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct DimensionGap {
    /// The dimension.
    pub id: String,
    /// Mean of its items' gaps.
    pub gap: Option<f64>,
    /// Its items' share of all weights, of those with a gap.
    pub weight: f64,
}

/// Service quality: how far perceptions stay behind expectations.
///
/// In levels; negative is less than expected. `SQ = Σ w (P - E)`. A dimension's gap is the mean of its items', its weight the sum of theirs; an item
/// without a dimension stands for itself. Source: Parasuraman, Zeithaml & Berry (1988, 1991). Items without both values are left
/// out and the weights of the rest scaled up; `None` where nothing is left. (Some texts divide the weighted sum by the number of dimensions once
/// more; this does not.)
///
/// ```
/// use manyi::measure::{GapInput, GapItem, NonNegative, Number, gap};
/// let item = |id: &str, perception, expectation, weight| -> Result<_, manyi::Error> {
///     let (perception, expectation) = (Some(Number::new(perception)?), Some(Number::new(expectation)?));
///     Ok(GapItem { id: id.into(), perception, expectation, weight: Some(NonNegative::new(weight)?), dimension: None })
/// };
/// let items = vec![item("speed", 4.0, 5.0, 3.0)?, item("looks", 5.0, 4.0, 1.0)?];
/// assert_eq!(gap(&GapInput { items })?.overall, Some(-0.5));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn gap(input: &GapInput) -> Result<Gaps, Error> {
    let weights = weights(&input.items)?;
    let gaps: Vec<Option<f64>> = input.items.iter().map(|item| Some(item.perception?.get() - item.expectation?.get())).collect();
    let mut groups: Vec<Group> = Vec::new();
    for ((item, gap), weight) in input.items.iter().zip(&gaps).zip(&weights) {
        let place = match groups.iter().position(|group| group.dimension.is_some() && group.dimension == item.dimension.as_deref()) {
            Some(place) => place,
            None => {
                groups.push(Group { dimension: item.dimension.as_deref(), sum: 0.0, count: 0.0, weight: 0.0 });
                groups.len() - 1
            }
        };
        if let Some(gap) = gap {
            groups[place].sum += gap;
            groups[place].count += 1.0;
            groups[place].weight += weight;
        }
    }
    let counted: f64 = groups.iter().map(|group| group.weight).sum();
    let weighted: f64 = groups.iter().filter_map(|group| Some(group.weight * group.gap()?)).sum();
    let known: Vec<f64> = gaps.iter().flatten().copied().collect();
    Ok(Gaps {
        overall: ratio(weighted, counted),
        unweighted: ratio(known.iter().sum(), known.len() as f64),
        items: input.items.iter().zip(gaps).map(|(item, gap)| ItemGap { id: item.id.clone(), gap }).collect(),
        dimensions: groups
            .iter()
            .filter_map(|group| {
                let weight = ratio(group.weight, counted).unwrap_or(0.0);
                group.dimension.map(|id| DimensionGap { id: id.into(), gap: group.gap(), weight })
            })
            .collect(),
    })
}

/// A dimension, or an item that has none.
struct Group<'a> {
    dimension: Option<&'a str>,
    sum: f64,
    count: f64,
    weight: f64,
}

impl Group<'_> {
    fn gap(&self) -> Option<f64> {
        ratio(self.sum, self.count)
    }
}

fn weights(items: &[GapItem]) -> Result<Vec<f64>, Error> {
    if items.is_empty() {
        return Err(Error::at("items", Problem::TooFew { what: "items", least: 1 }));
    }
    for (place, item) in items.iter().enumerate() {
        if items.iter().take(place).any(|earlier| earlier.id == item.id) {
            let problem = Problem::DuplicateId { what: "item", id: item.id.clone() };
            return Err(Error::at(text!("{}.id", entry("items", place)), problem));
        }
    }
    if items.iter().all(|item| item.weight.is_none()) {
        return Ok(vec![1.0; items.len()]);
    }
    let weights = items.iter().enumerate().map(|(place, item)| match item.weight {
        Some(weight) => Ok(weight.get()),
        None => Err(Error::at(entry("items", place), Problem::MissingKey { key: "weight" })),
    });
    let weights = weights.collect::<Result<Vec<_>, _>>()?;
    super::number::normalised(&weights).map_err(|error| error.within("items"))
}
