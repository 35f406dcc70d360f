//! What follows from better scores: for the index by arithmetic, for an outcome by regression.

use serde::Serialize;

use super::cholesky::{Cholesky, Dependent};
use super::counts::entry;
use super::number::{Confidence, NonNegative, Positive, ratio};
use super::square::Square;
use super::{Interval, Number};
use crate::error::{Error, Problem};
use crate::value::record;

record! {
    /// Attributes, what their scores are supposed to become, and the outcome that they may drive.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WhatIfInput {
        /// At least one.
        attributes: Vec<WhatIfAttribute>,
        /// What is regressed on the attributes; without it only the index is told.
        outcome: Option<WhatIfOutcome>,
        /// Of the interval; .95 when left out.
        level: Option<Confidence>,
    }
}

record! {
    /// One attribute.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WhatIfAttribute {
        /// Its id.
        id: String,
        /// Its mean score.
        mean: Number,
        /// The mean that is supposed; as it is when left out.
        to: Option<Number>,
        /// How much it counts in the index; not at all when left out.
        weight: Option<NonNegative>,
        /// The highest level of its scale.
        highest: Option<Positive>,
    }
}

record! {
    /// An outcome, and how it varies with the attributes.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WhatIfOutcome {
        /// Respondents behind the covariances.
        n: NonNegative,
        /// Its mean.
        mean: Number,
        /// Unbiased covariances of the attributes, in their order, and of the outcome, which comes last.
        covariance: Square,
    }
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// How much the index rises; `None` where no attribute counts in it.
    pub index_change: Option<f64>,
    /// What the regression expects of the outcome.
    pub outcome: Option<ExpectedOutcome>,
}

/// What a regression expects.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct ExpectedOutcome {
    /// Respondents behind it.
    pub n: f64,
    /// The share of the outcome's variance that the attributes explain together, 0..1.
    pub r2: f64,
    /// The same, less what as many attributes would explain by chance.
    pub adjusted_r2: Option<f64>,
    /// The mean as it is.
    pub mean: f64,
    /// The mean that is expected.
    pub expected: f64,
    /// The one less the other.
    pub change: f64,
    /// Of the change.
    pub interval: Option<Interval>,
    /// In the order of the attributes.
    pub slopes: Vec<Slope>,
}

/// How the outcome goes with one attribute, the others held.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Slope {
    /// The attribute.
    pub id: String,
    /// Steps of the outcome per step of the attribute; `None` where the attribute does not vary.
    pub slope: Option<f64>,
    /// Of the slope.
    pub standard_error: Option<f64>,
}

/// What follows if attributes had other mean scores.
///
/// The index, in its unit: `Σ w_i (to_i - mean_i) / highest_i / Σ w_i`, exact. The outcome, in levels: with `b = S⁻¹ s` of the ordinary least
/// squares regression, S the attributes' covariances and s those with the outcome, `change = Σ b_i (to_i - mean_i)`;
/// `R² = bᵗ s / var(outcome)`, `adjusted R² = 1 - (1 - R²)(n - 1) / (n - k - 1)`. The interval of the change is Student's t with n - k - 1
/// degrees of freedom and the variance `σ² dᵗ S⁻¹ d / (n - 1)`, `d = to - mean`, `σ² = var(outcome)(1 - R²)(n - 1) / (n - k - 1)`; it holds
/// what chance does to the slopes, and nothing else. Source: Draper & Smith (1998), chapters 5 and 6.
///
/// A regression says what goes along with better scores among those who answered, not what an improvement brings about.
/// An attribute that does not vary has no slope and is left out; attributes that depend on each other are an error, and so are covariances
/// over different rows each that explain more than all. An outcome that does not vary, or of fewer than two answers, is `None`.
///
/// ```
/// use manyi::{measure::what_if, value::Value};
/// let input = r#"{ "attributes": [
///     { "id": "speed", "mean": 3, "to": 4, "weight": 1, "highest": 5 }, { "id": "price", "mean": 2, "weight": 3, "highest": 5 } ],
///   "outcome": { "n": 103, "mean": 3.5, "covariance": [[2, 0, 1], [0, 1, 0.5], [1, 0.5, 1]] } }"#;
/// let found = what_if(&Value::from_json(input)?.read()?)?;
/// assert_eq!(found.index_change, Some(0.05));
/// let outcome = found.outcome.unwrap();
/// assert!((outcome.expected - 4.0).abs() < 1e-12 && (outcome.r2 - 0.75).abs() < 1e-12);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn what_if(input: &WhatIfInput) -> Result<WhatIf, Error> {
    if input.attributes.is_empty() {
        return Err(Error::at("attributes", Problem::TooFew { what: "attributes", least: 1 }));
    }
    let outcome = match &input.outcome {
        Some(outcome) => expected(outcome, &input.attributes, input.level.unwrap_or_default())?,
        None => None,
    };
    Ok(WhatIf { index_change: index_change(&input.attributes)?, outcome })
}

impl WhatIfAttribute {
    fn rise(&self) -> f64 {
        self.to.map_or(0.0, |to| to.get() - self.mean.get())
    }
}

fn index_change(attributes: &[WhatIfAttribute]) -> Result<Option<f64>, Error> {
    let (mut rise, mut all) = (0.0, 0.0);
    for (place, attribute) in attributes.iter().enumerate() {
        let Some(weight) = attribute.weight.map(NonNegative::get).filter(|&weight| weight > 0.0) else { continue };
        let Some(highest) = attribute.highest else {
            return Err(Error::at(entry("attributes", place), Problem::MissingKey { key: "highest" }));
        };
        rise += weight * attribute.rise() / highest.get();
        all += weight;
    }
    Ok(ratio(rise, all))
}

fn expected(outcome: &WhatIfOutcome, attributes: &[WhatIfAttribute], level: Confidence) -> Result<Option<ExpectedOutcome>, Error> {
    let (all, last) = (&outcome.covariance, attributes.len());
    if all.size() != last + 1 {
        let problem = Problem::LengthMismatch { what: "rows", found: all.size(), expected: last + 1 };
        return Err(Error::at("outcome.covariance", problem));
    }
    all.expect_symmetric().map_err(|error| error.within("outcome.covariance"))?;
    let variance = all[(last, last)];
    let kept: Vec<usize> = (0..last).filter(|&place| all[(place, place)] > 0.0).collect();
    let n = outcome.n.get();
    if variance <= 0.0 || n < 2.0 || kept.is_empty() {
        return Ok(None);
    }
    let cholesky = Cholesky::of(&all.part(&kept)).map_err(|Dependent(place)| {
        singular(["\"", &attributes[kept[place]].id, "\" depends on the attributes before it; leave one of them out"].concat())
    })?;
    let with_outcome: Vec<f64> = kept.iter().map(|&place| all[(place, last)]).collect();
    let slopes = cholesky.solve(&with_outcome);
    let r2 = dot(&slopes, &with_outcome) / variance;
    // Covariances over different rows each need not fit any one set of answers.
    if !(-1e-9..=1.0 + 1e-9).contains(&r2) {
        return Err(singular("the covariances, over different rows each, fit no data: together they explain more than all".into()));
    }
    let r2 = r2.clamp(0.0, 1.0);
    let df = n - kept.len() as f64 - 1.0;
    let left = (df > 0.0).then(|| (1.0 - r2) * (n - 1.0) / df);
    let rises: Vec<f64> = kept.iter().map(|&place| attributes[place].rise()).collect();
    let change = dot(&slopes, &rises);
    // The variance of what the slopes tell in these proportions.
    let error = |rises: &[f64]| left.map(|left| (variance * left * dot(rises, &cholesky.solve(rises)).max(0.0) / (n - 1.0)).sqrt());
    let mean = outcome.mean.get();
    let slope = |(place, attribute): (usize, &WhatIfAttribute)| {
        let kept_at = kept.iter().position(|&one| one == place);
        let unit = |at: usize| (0..kept.len()).map(|one| if one == at { 1.0 } else { 0.0 }).collect::<Vec<_>>();
        Slope { id: attribute.id.clone(), slope: kept_at.map(|at| slopes[at]), standard_error: kept_at.and_then(|at| error(&unit(at))) }
    };
    Ok(Some(ExpectedOutcome {
        n,
        r2,
        adjusted_r2: left.map(|left| 1.0 - left),
        mean,
        expected: mean + change,
        change,
        interval: error(&rises).and_then(|error| Interval::t(change, error, df, level, "t")),
        slopes: attributes.iter().enumerate().map(slope).collect(),
    }))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn singular(message: String) -> Error {
    Error::at("attributes", Problem::Singular { message })
}
