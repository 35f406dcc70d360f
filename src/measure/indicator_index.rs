//! A system of indicators, rolled up.

use std::collections::HashSet;

use serde::Serialize;

use super::Bounds;
use super::counts::entry;
use super::loyalty_index::weighted_mean;
use super::number::{NonNegative, normalised};
use crate::error::{Error, Problem};
use crate::text::{quoted, text};
use crate::value::record;

record! {
    /// A category with indicators or categories in it, or an indicator with a score.
    #[derive(Debug, Clone, PartialEq)]
    pub struct IndicatorNode {
        /// The node; no other in the tree has this id.
        id: String,
        /// How much it counts among its siblings.
        weight: NonNegative,
        /// An indicator's score; `None` where it was not measured.
        #[tsify(type = "number | null")]
        score: Option<f64>,
        /// What a category holds.
        items: Option<Vec<IndicatorNode>>,
    }
}

record! {
    /// The tree, and the scale of its scores.
    #[derive(Debug, Clone, PartialEq)]
    pub struct IndicatorIndexInput {
        /// The nodes at the top; at least one.
        items: Vec<IndicatorNode>,
        /// The lowest and the highest score.
        scale: Bounds,
    }
}

/// The tree, rolled up.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct IndicatorIndex {
    /// On the scale of the scores.
    pub overall: Option<f64>,
    /// The same from 0 to 100.
    pub index100: Option<f64>,
    /// Every node, each before what it holds.
    pub nodes: Vec<IndicatorScore>,
}

/// One node, rolled up.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct IndicatorScore {
    /// The node.
    pub id: String,
    /// Its weight; those of siblings sum to 1.
    pub weight: f64,
    /// Its score: given, or the weighted mean of what it holds.
    pub score: Option<f64>,
}

/// Indicator index: a tree of categories and indicators rolled up into one number.
///
/// On the scale of the scores, and 0..=100. A category's score is the mean of what it holds, weighted with weights normalised among siblings;
/// `index100 = 100 (overall - min) / (max - min)`. Source: weighted additive value trees, Keeney & Raiffa (1976).
/// A node without a score is left out and its siblings' weights are scaled up; a category of such nodes has no score.
/// A score outside the scale, or on a category, is an error.
///
/// ```
/// use manyi::{measure::indicator_index, value::Value};
/// let input = Value::from_json(r#"{"scale": {"min": 1, "max": 5}, "items": [
///     {"id": "product", "weight": 3, "items": [{"id": "quality", "weight": 2, "score": 4}, {"id": "price", "weight": 2, "score": 3}]},
///     {"id": "service", "weight": 1, "score": 5}
/// ]}"#)?.read()?;
/// let index = indicator_index(&input)?;
/// assert_eq!((index.overall, index.nodes[0].score), (Some(3.875), Some(3.5)));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn indicator_index(input: &IndicatorIndexInput) -> Result<IndicatorIndex, Error> {
    let mut nodes = Vec::new();
    let overall = roll_up(&input.items, input.scale, &mut nodes, &mut HashSet::new())?;
    Ok(IndicatorIndex { overall, index100: overall.map(|overall| 100.0 * input.scale.place(overall)), nodes })
}

/// The score of siblings together; each is written down before what it holds.
fn roll_up<'a>(
    items: &'a [IndicatorNode],
    scale: Bounds,
    nodes: &mut Vec<IndicatorScore>,
    ids: &mut HashSet<&'a str>,
) -> Result<Option<f64>, Error> {
    if items.is_empty() {
        return Err(Error::at("items", Problem::TooFew { what: "items", least: 1 }));
    }
    let weights: Vec<f64> = items.iter().map(|node| node.weight.get()).collect();
    let weights = normalised(&weights).map_err(|error| error.within("items"))?;
    let mut scores = Vec::with_capacity(items.len());
    for (place, (node, &weight)) in items.iter().zip(&weights).enumerate() {
        let here = |key: &str, problem| Err(Error::at(text!("{}.{}", entry("items", place), key), problem));
        if !ids.insert(&node.id) {
            return here("id", Problem::DuplicateId { what: "node", id: node.id.clone() });
        }
        let line = nodes.len();
        nodes.push(IndicatorScore { id: node.id.clone(), weight, score: node.score });
        let score = match (&node.items, node.score) {
            (None, None) => None,
            (None, Some(score)) => {
                scale.expect(score, || text!("{}.score", entry("items", place)))?;
                Some(score)
            }
            (Some(_), Some(_)) => {
                let message = text!("{} holds items, from which its score follows; only a node without items has one", quoted(&node.id));
                return here("score", Problem::Conflict { message });
            }
            (Some(items), None) => {
                let score = roll_up(items, scale, nodes, ids).map_err(|error| error.within(&entry("items", place)))?;
                if let Some(node) = nodes.get_mut(line) {
                    node.score = score;
                }
                score
            }
        };
        scores.push((score, weight));
    }
    Ok(weighted_mean(scores.into_iter()))
}
