//! Weights of items, and coefficients between constructs.

use super::super::cholesky::{Cholesky, Dependent};
use super::super::square::Square;
use super::PathScheme;
use super::design::Design;
use crate::error::{Error, Problem};
use crate::text::{quoted, text};

/// Weights have settled when none moves by more.
const SETTLED: f64 = 1e-10;
/// Rounds before giving up.
const ROUNDS: usize = 1000;

/// Weights of the items in their constructs.
pub(super) struct Estimate {
    /// Construct by construct, item by item; each construct has variance 1.
    pub(super) weights: Vec<Vec<f64>>,
    pub(super) converged: bool,
    pub(super) iterations: usize,
}

/// Coefficients of the arrows.
pub(super) struct Structure {
    /// `(to, from)`; 0 where there is no arrow.
    pub(super) coefficients: Square,
    pub(super) r2: Vec<Option<f64>>,
}

impl Estimate {
    pub(super) fn of(design: &Design) -> Result<Self, Error> {
        let start: Vec<Vec<f64>> = design.blocks.iter().map(|block| vec![1.0; block.len()]).collect();
        let mut weights = scaled(design, start)?;
        let (mut converged, mut iterations) = (false, 0);
        while !converged && iterations < ROUNDS {
            iterations += 1;
            let inner = inner(design, &correlations(design, &weights))?;
            let next = scaled(design, outer(design, &weights, &inner))?;
            converged = weights.iter().flatten().zip(next.iter().flatten()).all(|(old, new)| (old - new).abs() < SETTLED);
            weights = next;
        }
        let mut estimate = Self { weights, converged, iterations };
        for b in 0..design.blocks.len() {
            let sum: f64 = (0..design.blocks[b].len()).map(|place| estimate.loading(design, b, place)).sum();
            if sum < 0.0 {
                estimate.weights[b].iter_mut().for_each(|weight| *weight = -*weight);
            }
        }
        Ok(estimate)
    }

    /// Correlation of an item with its construct.
    pub(super) fn loading(&self, design: &Design, b: usize, place: usize) -> f64 {
        with_construct(design, &self.weights, design.blocks[b][place], b)
    }

    /// Weighted mean of the items, 0..100 on the scale.
    pub(super) fn index100(&self, design: &Design, b: usize) -> Option<f64> {
        let raw: Vec<f64> = self.weights[b].iter().zip(&design.blocks[b]).map(|(weight, &item)| weight / design.deviations[item]).collect();
        let (sum, size): (f64, f64) = (raw.iter().sum(), raw.iter().map(|weight| weight.abs()).sum());
        (sum > 1e-9 * size)
            .then(|| 100.0 * raw.iter().zip(&design.blocks[b]).map(|(weight, &item)| weight / sum * design.places[item]).sum::<f64>())
    }

    /// Regressions of each construct on those before it.
    pub(super) fn structure(&self, design: &Design) -> Result<Structure, Error> {
        let between = correlations(design, &self.weights);
        let mut structure = Structure { coefficients: Square::zeros(design.blocks.len()), r2: vec![None; design.blocks.len()] };
        for b in 0..design.blocks.len() {
            let before = design.before(b);
            if before.is_empty() {
                continue;
            }
            let coefficients = regression(design, &between, b, &before)?;
            structure.r2[b] = Some(coefficients.iter().zip(&before).map(|(beta, &a)| beta * between[(a, b)]).sum::<f64>().clamp(0.0, 1.0));
            for (&a, beta) in before.iter().zip(coefficients) {
                structure.coefficients[(b, a)] = beta;
            }
        }
        Ok(structure)
    }
}

impl Structure {
    /// From, to, and the sum over all ways of the products along them; only pairs with a way.
    pub(super) fn total_effects(&self, design: &Design) -> Vec<(usize, usize, f64)> {
        let count = design.names.len();
        let mut effects = Vec::new();
        for from in 0..count {
            let mut total: Vec<Option<f64>> = vec![None; count];
            total[from] = Some(1.0);
            for &to in design.order.iter().filter(|&&to| to != from) {
                let ways: Vec<f64> =
                    design.before(to).iter().filter_map(|&last| Some(total[last]? * self.coefficients[(to, last)])).collect();
                total[to] = (!ways.is_empty()).then(|| ways.iter().sum());
            }
            effects.extend((0..count).filter(|&to| to != from).filter_map(|to| Some((from, to, total[to]?))));
        }
        effects
    }
}

/// Correlation of an item with a construct.
fn with_construct(design: &Design, weights: &[Vec<f64>], item: usize, b: usize) -> f64 {
    weights[b].iter().zip(&design.blocks[b]).map(|(weight, &other)| weight * design.correlation[(item, other)]).sum()
}

/// Weights that give each construct variance 1.
fn scaled(design: &Design, weights: Vec<Vec<f64>>) -> Result<Vec<Vec<f64>>, Error> {
    let variances: Vec<f64> = (0..weights.len())
        .map(|b| weights[b].iter().zip(&design.blocks[b]).map(|(weight, &item)| weight * with_construct(design, &weights, item, b)).sum())
        .collect();
    let scale = |(b, (block, variance)): (usize, (Vec<f64>, f64))| match variance > 1e-12 {
        true => Ok(block.iter().map(|weight| weight / variance.sqrt()).collect()),
        false => Err(singular(text!("the items of {} cancel each other out", quoted(&design.names[b])))),
    };
    weights.into_iter().zip(variances).enumerate().map(scale).collect()
}

fn correlations(design: &Design, weights: &[Vec<f64>]) -> Square {
    Square::from_fn(weights.len(), |a, b| match a == b {
        true => 1.0,
        false => weights[a].iter().zip(&design.blocks[a]).map(|(weight, &item)| weight * with_construct(design, weights, item, b)).sum(),
    })
}

/// How much each neighbour counts for each construct.
fn inner(design: &Design, between: &Square) -> Result<Square, Error> {
    let count = design.blocks.len();
    let mut inner = Square::zeros(count);
    for b in 0..count {
        let (before, after) = (design.before(b), design.after(b));
        for &a in before.iter().chain(&after) {
            inner[(b, a)] = match design.scheme {
                PathScheme::Centroid => between[(b, a)].signum(),
                PathScheme::Factorial | PathScheme::Path => between[(b, a)],
            };
        }
        if design.scheme == PathScheme::Path && !before.is_empty() {
            for (&a, beta) in before.iter().zip(regression(design, between, b, &before)?) {
                inner[(b, a)] = beta;
            }
        }
    }
    Ok(inner)
}

/// What the neighbours say about each item (mode A).
fn outer(design: &Design, weights: &[Vec<f64>], inner: &Square) -> Vec<Vec<f64>> {
    let neighbours = 0..weights.len();
    let item = |b: usize, item: usize| {
        neighbours.clone().filter(|&a| inner[(b, a)] != 0.0).map(|a| inner[(b, a)] * with_construct(design, weights, item, a)).sum()
    };
    design.blocks.iter().enumerate().map(|(b, block)| block.iter().map(|&place| item(b, place)).collect()).collect()
}

fn regression(design: &Design, between: &Square, b: usize, on: &[usize]) -> Result<Vec<f64>, Error> {
    let cholesky = Cholesky::of(&between.part(on)).map_err(|Dependent(column)| {
        singular(text!("{} depends on the other constructs with a path to {}", quoted(&design.names[on[column]]), quoted(&design.names[b])))
    })?;
    Ok(cholesky.solve(&on.iter().map(|&a| between[(a, b)]).collect::<Vec<f64>>()))
}

fn singular(message: String) -> Error {
    Error::at("covariance", Problem::Singular { message })
}
