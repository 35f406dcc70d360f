//! A path model as it was asked for, checked.

use super::super::reliability::expect_covariance;
use super::super::{Bounds, NonNegative, Square};
use super::PathScheme;
use crate::error::{Error, Problem};
use crate::text::{quoted, text};
use crate::value::{Entries, record};

record! {
    /// Moments of the items, and the model.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PathModelInput {
        /// Rows behind the moments; at least two.
        n: NonNegative,
        /// The items, in the order of means and covariances.
        items: Vec<String>,
        /// Their means.
        means: Vec<f64>,
        /// Their covariances.
        covariance: Square,
        /// The scale of all items.
        scale: Bounds,
        /// The constructs and the items of each.
        blocks: Entries<Vec<String>>,
        /// Arrows, from and to.
        paths: Vec<(String, String)>,
        /// How neighbours are weighed; `path` when left out.
        scheme: Option<PathScheme>,
    }
}

/// The model in numbers: constructs and items by their places.
pub(super) struct Design {
    pub(super) names: Vec<String>,
    pub(super) blocks: Vec<Vec<usize>>,
    pub(super) arrows: Vec<(usize, usize)>,
    /// Constructs, those before others first.
    pub(super) order: Vec<usize>,
    pub(super) correlation: Square,
    pub(super) deviations: Vec<f64>,
    /// Means, 0 at the scale's lowest and 1 at its highest.
    pub(super) places: Vec<f64>,
    pub(super) scheme: PathScheme,
}

impl Design {
    pub(super) fn of(input: &PathModelInput) -> Result<Self, Error> {
        check_items(input)?;
        let names: Vec<String> = input.blocks.0.iter().map(|(name, _)| name.clone()).collect();
        let blocks = blocks(input)?;
        let arrows = arrows(input, &names)?;
        let order = order(names.len(), &arrows)
            .ok_or_else(|| Error::at("paths", Problem::Conflict { message: "the arrows go in a circle".into() }))?;
        let deviations: Vec<f64> = (0..input.items.len()).map(|item| input.covariance[(item, item)].sqrt()).collect();
        for &item in blocks.iter().flatten() {
            if deviations[item] <= 0.0 {
                let message = text!("the item {} does not vary", quoted(&input.items[item]));
                return Err(Error::at(text!("covariance[{}][{}]", item, item), Problem::Singular { message }));
            }
        }
        let correlation = Square::from_fn(deviations.len(), |i, j| match i == j {
            true => 1.0,
            // An item outside all constructs may not vary; it is not looked at.
            false if deviations[i] * deviations[j] <= 0.0 => 0.0,
            false => input.covariance[(i, j)] / (deviations[i] * deviations[j]),
        });
        let places = input.means.iter().map(|&mean| input.scale.place(mean)).collect();
        Ok(Self { names, blocks, arrows, order, correlation, deviations, places, scheme: input.scheme.unwrap_or(PathScheme::Path) })
    }

    /// Constructs with an arrow into this one.
    pub(super) fn before(&self, b: usize) -> Vec<usize> {
        self.arrows.iter().filter(|(_, to)| *to == b).map(|(from, _)| *from).collect()
    }

    /// Constructs that this one has an arrow into.
    pub(super) fn after(&self, b: usize) -> Vec<usize> {
        self.arrows.iter().filter(|(from, _)| *from == b).map(|(_, to)| *to).collect()
    }
}

fn check_items(input: &PathModelInput) -> Result<(), Error> {
    let size = input.items.len();
    let lengths = |path: &str, what, found| match found == size {
        true => Ok(()),
        false => Err(Error::at(path, Problem::LengthMismatch { what, found, expected: size })),
    };
    if input.n.get() < 2.0 {
        return Err(Error::at("n", Problem::OutOfRange { value: input.n.get(), allowed: "2 or more".into() }));
    }
    if let Some((place, id)) = input.items.iter().enumerate().find(|(place, item)| input.items[..*place].contains(item)) {
        return Err(Error::at(text!("items[{}]", place), Problem::DuplicateId { what: "item", id: id.clone() }));
    }
    lengths("means", "means", input.means.len())?;
    lengths("covariance", "rows", input.covariance.size())?;
    for (place, &mean) in input.means.iter().enumerate() {
        input.scale.expect(mean, || text!("means[{}]", place))?;
    }
    expect_covariance(&input.covariance).map_err(|error| error.within("covariance"))
}

fn blocks(input: &PathModelInput) -> Result<Vec<Vec<usize>>, Error> {
    let mut taken: Vec<&String> = Vec::new();
    input
        .blocks
        .0
        .iter()
        .map(|(name, items)| {
            let path = |place: usize| text!("blocks[{}][{}]", quoted(name), place);
            if items.is_empty() {
                return Err(Error::at(text!("blocks[{}]", quoted(name)), Problem::TooFew { what: "items", least: 1 }));
            }
            items
                .iter()
                .enumerate()
                .map(|(place, id)| {
                    if taken.contains(&id) {
                        return Err(Error::at(path(place), Problem::DuplicateId { what: "item", id: id.clone() }));
                    }
                    taken.push(id);
                    let known = || text!("; there are {}", input.items.join(", "));
                    let missing = || Error::at(path(place), Problem::Dangling { what: "item", id: id.clone(), known: known() });
                    input.items.iter().position(|item| item == id).ok_or_else(missing)
                })
                .collect()
        })
        .collect()
}

fn arrows(input: &PathModelInput, names: &[String]) -> Result<Vec<(usize, usize)>, Error> {
    if input.paths.is_empty() {
        return Err(Error::at("paths", Problem::TooFew { what: "paths", least: 1 }));
    }
    let find = |id: &String, path: String| {
        let known = || text!("; there are {}", names.join(", "));
        names
            .iter()
            .position(|name| name == id)
            .ok_or_else(|| Error::at(path, Problem::Dangling { what: "block", id: id.clone(), known: known() }))
    };
    let mut arrows = Vec::with_capacity(input.paths.len());
    for (place, (from, to)) in input.paths.iter().enumerate() {
        let arrow = (find(from, text!("paths[{}][0]", place))?, find(to, text!("paths[{}][1]", place))?);
        if arrows.contains(&arrow) {
            let problem = Problem::DuplicateId { what: "path", id: text!("{} -> {}", from, to) };
            return Err(Error::at(text!("paths[{}]", place), problem));
        }
        arrows.push(arrow);
    }
    match (0..names.len()).find(|b| arrows.iter().all(|(from, to)| from != b && to != b)) {
        Some(alone) => Err(Error::at("paths", Problem::Conflict { message: text!("no path leads to or from {}", quoted(&names[alone])) })),
        None => Ok(arrows),
    }
}

/// The constructs with those before others first; `None` where arrows go in a circle.
fn order(count: usize, arrows: &[(usize, usize)]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    while order.len() < count {
        let ready = |b: &usize| !order.contains(b) && arrows.iter().all(|(from, to)| to != b || order.contains(from));
        let next = (0..count).find(ready)?;
        order.push(next);
    }
    Some(order)
}
