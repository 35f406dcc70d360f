//! Analytic hierarchy process: weights from pairwise judgments, and how consistent these are.

mod agreement;
#[cfg(feature = "report")]
mod completion;
#[cfg(feature = "report")]
mod consistency;
mod eigenvector;
#[cfg(feature = "report")]
mod group;
#[cfg(feature = "report")]
mod hierarchy;
#[cfg(feature = "report")]
mod judgments;
mod random_index;

#[cfg(feature = "report")]
use serde::Serialize;

pub use agreement::{Agreement, Disagreement, Judged, agreement};
#[cfg(all(feature = "report", not(feature = "full")))]
pub(crate) use completion::completing_arrived;
#[cfg(feature = "report")]
pub use consistency::WorstJudgment;
#[cfg(feature = "report")]
pub use group::{Aggregate, AhpGroupInput, AhpGroupResult, Member, ahp_group};
#[cfg(feature = "report")]
pub(crate) use hierarchy::weigh_hierarchy;
#[cfg(feature = "report")]
pub use hierarchy::{AhpHierarchyInput, AhpHierarchyResult, GlobalWeight, ahp_hierarchy};
#[cfg(feature = "report")]
pub use judgments::Judgments;
pub use random_index::RandomIndex;

#[cfg(feature = "report")]
use super::number::ratio;
#[cfg(feature = "report")]
use super::square::Square;
#[cfg(feature = "report")]
use crate::error::{Error, Problem};
#[cfg(feature = "report")]
use crate::text::text;
#[cfg(feature = "report")]
use crate::value::{names, number_text, record};

/// The consistency ratio up to which judgments can be used (Saaty 1980).
const CONSISTENT: f64 = 0.10;

#[cfg(feature = "report")]
names! {
    /// How weights come out of judgments.
    pub enum Weighting, "method" {
        /// Saaty's principal eigenvector.
        Eigenvector = "eigenvector",
        /// Geometric means of the rows (Crawford & Williams 1985).
        GeometricMean = "geometric-mean",
    }
}

#[cfg(feature = "report")]
record! {
    /// Judgments to weigh items by.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AhpInput {
        /// How many times as important each row's item is as each column's.
        matrix: Judgments,
        /// The items' names, in the order of the rows; `1`, `2`, … when left out.
        items: Option<Vec<String>>,
        /// How weights come out of judgments; the eigenvector when left out.
        method: Option<Weighting>,
        /// The table to compare consistency with; Saaty's of 1980 when left out.
        random_index: Option<RandomIndex> = "randomIndex",
    }
}

/// Weights, and how consistent the judgments behind them are.
#[cfg(feature = "report")]
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct AhpResult {
    /// The items' names.
    pub items: Vec<String>,
    /// One weight for each item; they sum to 1.
    pub weights: Vec<f64>,
    /// The largest eigenvalue of the matrix: n where judgments are consistent, more where not.
    pub lambda_max: f64,
    /// Consistency index, `(λmax - n) / (n - 1)`.
    pub ci: f64,
    /// Random index: the mean of `ci` over random judgments of as many items.
    pub ri: f64,
    /// Consistency ratio, `ci / ri`.
    pub cr: Option<f64>,
    /// Whether `cr` is at most .10.
    pub consistent: Option<bool>,
    /// Geometric consistency index.
    pub gci: Option<f64>,
    /// Koczkodaj's index, of the worst triad.
    pub koczkodaj: Option<f64>,
    /// The judgment that disagrees most with the rest.
    pub worst: Option<WorstJudgment>,
}

/// Weights from pairwise judgments, and how far these contradict each other.
///
/// Weights are shares that sum to 1. With `A w = λmax w`: `ci = (λmax - n) / (n - 1)`, `cr = ci / ri`; up to .10 the judgments can be used.
/// λmax, `ci` and `cr` are the matrix's own, whichever way the weights are made. Pairs that nobody judged get the values that make λmax least.
/// Source: Saaty (1980); Bozóki, Fülöp & Rónyai (2010) for missing pairs, which make `cr` look better than it is. Up to two items cannot
/// contradict each other: `cr` and `consistent` are `None`. Judgments that do not connect all items are an error.
///
/// ```
/// use manyi::measure::{AhpInput, Judgments, ahp};
/// let matrix = Judgments::new(&[vec![Some(1.0), Some(3.0)], vec![Some(1.0 / 3.0), Some(1.0)]])?;
/// let result = ahp(&AhpInput { matrix, items: None, method: None, random_index: None })?;
/// assert!((result.weights[0] - 0.75).abs() < 1e-12);
/// # Ok::<(), manyi::Error>(())
/// ```
#[cfg(feature = "report")]
pub fn ahp(input: &AhpInput) -> Result<AhpResult, Error> {
    weigh(input)?.explained(&input.matrix)
}

/// Weights and their consistency, without a look at the judgments one by one.
#[cfg(feature = "report")]
pub(crate) struct Weighed {
    pub(crate) items: Vec<String>,
    pub(crate) weights: Vec<f64>,
    lambda_max: f64,
    ci: f64,
    ri: f64,
    pub(crate) cr: Option<f64>,
    /// The judgments, those that nobody gave filled in.
    matrix: Square,
    /// Geometric means of its rows.
    means: Vec<f64>,
}

#[cfg(feature = "report")]
impl Weighed {
    /// With what single judgments say.
    fn explained(&self, judgments: &Judgments) -> Result<AhpResult, Error> {
        Ok(AhpResult {
            items: self.items.clone(),
            weights: self.weights.clone(),
            lambda_max: self.lambda_max,
            ci: self.ci,
            ri: self.ri,
            cr: self.cr,
            consistent: self.cr.map(|cr| cr <= CONSISTENT),
            gci: consistency::geometric(&self.matrix, &self.means),
            koczkodaj: consistency::koczkodaj(judgments),
            worst: consistency::worst(judgments, &self.weights)?,
        })
    }
}

/// As [`ahp`], which says more.
#[cfg(feature = "report")]
pub(crate) fn weigh(input: &AhpInput) -> Result<Weighed, Error> {
    let judgments = &input.matrix;
    let items = names_of(input.items.as_deref(), judgments.size())?;
    if let Some(apart) = judgments.apart() {
        return Err(Error::at("matrix", Problem::MatrixNotConnected { apart: items[apart].clone() }));
    }
    let (matrix, principal) = completion::complete(judgments)?;
    let means = geometric_means(&matrix);
    let weights = match input.method.unwrap_or(Weighting::Eigenvector) {
        Weighting::Eigenvector => principal.right,
        Weighting::GeometricMean => means.clone(),
    };
    let n = judgments.size();
    // Rounding can put λmax a hair below n; a consistency below none does not exist.
    let ci = if n > 1 { ((principal.value - n as f64) / (n as f64 - 1.0)).max(0.0) } else { 0.0 };
    let ri = input.random_index.unwrap_or(RandomIndex::Saaty1980).of(n);
    Ok(Weighed { items, weights, lambda_max: principal.value, ci, ri, cr: ratio(ci, ri), matrix, means })
}

/// The items' names, checked, or their places from 1.
#[cfg(feature = "report")]
fn names_of(items: Option<&[String]>, size: usize) -> Result<Vec<String>, Error> {
    let Some(items) = items else { return Ok((1..=size).map(|place| number_text(place as f64)).collect()) };
    if items.len() != size {
        return Err(Error::at("items", Problem::LengthMismatch { what: "items", found: items.len(), expected: size }));
    }
    match items.iter().enumerate().find(|(place, item)| items[..*place].contains(item)) {
        Some((place, id)) => Err(Error::at(text!("items[{}]", place), Problem::DuplicateId { what: "item", id: id.clone() })),
        None => Ok(items.to_vec()),
    }
}

#[cfg(feature = "report")]
fn geometric_means(matrix: &Square) -> Vec<f64> {
    let n = matrix.size();
    let means: Vec<f64> = (0..n).map(|i| ((0..n).map(|j| matrix[(i, j)].ln()).sum::<f64>() / n as f64).exp()).collect();
    eigenvector::normalised(&means)
}
