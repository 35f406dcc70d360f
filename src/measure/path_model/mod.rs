//! Path model: constructs behind items, and what they do to each other.

mod design;
mod estimate;

use serde::Serialize;

use design::Design;
pub use design::PathModelInput;
use estimate::Estimate;

use crate::error::Error;
use crate::text::text;
use crate::value::{Entries, names};

names! {
    /// How a construct's neighbours are weighed while its items' weights are sought.
    pub enum PathScheme, "scheme" {
        /// Those before it by regression, those after it by correlation.
        Path = "path",
        /// All by the sign of their correlation.
        Centroid = "centroid",
        /// All by their correlation.
        Factorial = "factorial",
    }
}

/// Constructs, and what they do to each other.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct PathModel {
    /// Whether the weights settled.
    pub converged: bool,
    /// How many rounds it took.
    pub iterations: usize,
    /// Rows behind the moments.
    pub n: f64,
    /// Standardised coefficient of each arrow, by `from -> to`.
    pub paths: Entries<f64>,
    /// What a construct does to another over all ways between them, by `from -> to`.
    pub total_effects: Entries<f64>,
    /// What the arrows into a construct explain of it, 0..1; `None` where there are none.
    pub r2: Entries<Option<f64>>,
    /// Weight of each item in its construct, both standardised.
    pub weights: Entries<f64>,
    /// Correlation of each item with its construct.
    pub loadings: Entries<f64>,
    /// Weighted mean of a construct's items, 0..100 on the scale.
    pub index100: Entries<Option<f64>>,
}

/// Partial least squares path model: how constructs that several items measure act on each other, from moments alone.
///
/// Coefficients are standardised. Weights of the items are sought in turns (mode A): each construct is the weighted sum of its items; a
/// neighbour's sum, weighed by the `scheme` (`path` when left out), says how much each item should count; until nothing moves by more than 1e-10.
/// Coefficients are regressions of a construct on those with an arrow into it; total effects add the products along all ways. The index of a
/// construct is `100 Σ v (mean - min) / (max - min)`, v the weights over the items' standard deviations, brought to a sum of 1.
/// Source: Wold (1982), Lohmöller (1989), Tenenhaus et al. (2005), Fornell et al. (1996) for the index. A construct points the way most of its items do.
/// Items that do not vary, arrows in a circle, and constructs that depend on each other are errors; the index is `None` where weights cancel out.
pub fn path_model(input: &PathModelInput) -> Result<PathModel, Error> {
    let design = Design::of(input)?;
    let estimate = Estimate::of(&design)?;
    let structure = estimate.structure(&design)?;
    let total = structure.total_effects(&design);
    let arrow = |from: usize, to: usize| text!("{} -> {}", design.names[from], design.names[to]);
    let each =
        |value: &dyn Fn(usize) -> Option<f64>| Entries(design.names.iter().enumerate().map(|(b, name)| (name.clone(), value(b))).collect());
    let items = |value: &dyn Fn(usize, usize) -> f64| {
        Entries(
            design
                .blocks
                .iter()
                .enumerate()
                .flat_map(|(b, block)| block.iter().enumerate().map(move |(place, item)| (b, place, item)))
                .map(|(b, place, &item)| (input.items[item].clone(), value(b, place)))
                .collect(),
        )
    };
    Ok(PathModel {
        converged: estimate.converged,
        iterations: estimate.iterations,
        n: input.n.get(),
        paths: Entries(design.arrows.iter().map(|&(from, to)| (arrow(from, to), structure.coefficients[(to, from)])).collect()),
        total_effects: Entries(total.into_iter().map(|(from, to, effect)| (arrow(from, to), effect)).collect()),
        r2: each(&|b| structure.r2[b]),
        weights: items(&|b, place| estimate.weights[b][place]),
        loadings: items(&|b, place| estimate.loading(&design, b, place)),
        index100: each(&|b| estimate.index100(&design, b)),
    })
}
