//! The satisfaction index: weighted scores of factors.

use serde::Serialize;

use super::counts::{Moments, entry};
use super::number::{Confidence, NonNegative, normalised, ratio};
use super::{Bounds, Counts, Interval, LevelValues};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{names, record};

names! {
    /// Which end of a scale is the good one.
    pub enum Direction, "polarity" {
        /// More is better.
        Positive = "positive",
        /// Less is better: levels are mirrored before they are scored.
        Negative = "negative",
    }
}

record! {
    /// Answers about one factor.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LevelCounts {
        /// The factor.
        id: String,
        /// How many answered each level.
        counts: Counts,
        /// The level each count stands for, in any order.
        levels: LevelValues,
        /// How much the factor counts; all the same when all leave it out.
        weight: Option<NonNegative>,
        /// Which end is the good one; the higher when left out.
        polarity: Option<Direction>,
    }
}

record! {
    /// The factors of an index.
    #[derive(Debug, Clone, PartialEq)]
    pub struct IndexInput {
        /// At least one.
        factors: Vec<LevelCounts>,
    }
}

/// The satisfaction index and its factors.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct IndexResult {
    /// Weighted sum of the scores, at most 1.
    pub index: Option<f64>,
    /// The same with each factor at 0 for its lowest level and 100 for its highest.
    pub anchored100: Option<f64>,
    /// Of `index`, at .95.
    pub interval: Option<Interval>,
    /// Respondents with at least one answer.
    pub n: f64,
    /// In the order they came.
    pub factors: Vec<FactorScore>,
}

/// One factor of the index.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct FactorScore {
    /// The factor.
    pub id: String,
    /// Its weight; the weights sum to 1.
    pub weight: f64,
    /// Mean level over highest level.
    pub score: Option<f64>,
    /// The mean, 0 at the lowest level and 100 at the highest.
    pub anchored100: Option<f64>,
    /// Mean level, mirrored where less is better.
    pub mean: Option<f64>,
    /// Of `score`, at .95.
    pub interval: Option<Interval>,
    /// Answers.
    pub n: f64,
}

/// Satisfaction index: how satisfied customers are over all factors, each as much as it weighs.
///
/// 0..=1 on scales from 0 up (1 is everyone at the highest level; on 1..=5 the least is .2, which is why `anchored100` is there too).
/// `score_i = Σ_j level_j n_ij / (max level Σ_j n_ij)`, `index = Σ w_i score_i`, weights normalised. Where less is better a level becomes
/// `min + max - level` first. Source: the multi-level index of fuzzy evaluation with analytic-hierarchy weights (Saaty 1980 for the weights).
/// Denominator: those who answered the factor. A factor nobody answered has no score, is left out, and the others' weights are
/// scaled up; a scale whose highest level is 0 or less has no score either. `n` is the largest number of answers to one factor.
/// The interval takes the factors as independent; a report's ([`satisfaction_index_with`]) takes how they vary together.
///
/// ```
/// use manyi::measure::{Counts, IndexInput, LevelCounts, LevelValues, satisfaction_index};
/// let levels = LevelValues::new(vec![5.0, 4.0, 3.0, 2.0, 1.0])?;
/// let counts = Counts::new(vec![60.0, 80.0, 40.0, 15.0, 5.0])?;
/// let factors = vec![LevelCounts { id: "image".into(), counts, levels, weight: None, polarity: None }];
/// assert_eq!(satisfaction_index(&IndexInput { factors })?.index, Some(0.775));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn satisfaction_index(input: &IndexInput) -> Result<IndexResult, Error> {
    satisfaction_index_with(input, None)
}

/// How the means of an index's factors vary together, from sample to sample.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanCovariance {
    /// Covariance of the mean of factor i with that of factor j, in levels: usually the answers' covariance times
    /// `n_ij / (n_i n_j)`, with `n_ij` the respondents who answered both.
    pub rows: Vec<Vec<f64>>,
    /// Respondents with at least one answer.
    pub n: f64,
}

/// The satisfaction index with an interval that knows how the factors vary together.
///
/// As [`satisfaction_index`], with `var(index) = Σ_ij a_i a_j cov(mean_i, mean_j)` and `a_i = ± w_i / max level_i`, minus where less is
/// better. People who are satisfied tend to be so with everything, so this interval is usually the wider and the right one.
pub fn satisfaction_index_with(input: &IndexInput, covariance: Option<&MeanCovariance>) -> Result<IndexResult, Error> {
    if input.factors.is_empty() {
        return Err(Error::at("factors", Problem::TooFew { what: "factors", least: 1 }));
    }
    let weights = weights(&input.factors)?;
    let scored = input.factors.iter().enumerate().map(|(at, factor)| Scored::of(factor, at)).collect::<Result<Vec<_>, _>>()?;
    for (place, factor) in input.factors.iter().enumerate() {
        if input.factors.iter().take(place).any(|earlier| earlier.id == factor.id) {
            let problem = Problem::DuplicateId { what: "factor", id: factor.id.clone() };
            return Err(Error::at(text!("{}.id", entry("factors", place)), problem));
        }
    }
    let weigh = |part: fn(&Scored) -> Option<f64>| {
        let (sum, weight) = scored
            .iter()
            .zip(&weights)
            .filter_map(|(factor, weight)| part(factor).map(|value| (value * weight, weight)))
            .fold((0.0, 0.0), |(sum, all), (value, weight)| (sum + value, all + weight));
        ratio(sum, weight)
    };
    let index = weigh(|factor| factor.score);
    let slopes = slopes(&scored, &weights);
    let n = scored.iter().map(|factor| factor.moments.n).fold(0.0, f64::max);
    let interval = match covariance {
        None => independent(index, &scored, &slopes),
        Some(covariance) => together(index, &slopes, covariance)?,
    };
    Ok(IndexResult {
        index,
        anchored100: weigh(|factor| factor.anchored100),
        interval,
        n: covariance.map_or(n, |covariance| covariance.n),
        factors: input
            .factors
            .iter()
            .zip(&scored)
            .zip(&weights)
            .map(|((factor, scored), &weight)| FactorScore {
                id: factor.id.clone(),
                weight,
                score: scored.score,
                anchored100: scored.anchored100,
                mean: scored.moments.mean,
                interval: scored.interval(),
                n: scored.moments.n,
            })
            .collect(),
    })
}

/// Normalised; all the same where none is given. Some with and some without a weight is a slip, not a choice.
fn weights(factors: &[LevelCounts]) -> Result<Vec<f64>, Error> {
    if factors.iter().all(|factor| factor.weight.is_none()) {
        return normalised(&vec![1.0; factors.len()]);
    }
    let given = factors.iter().enumerate().map(|(place, factor)| match factor.weight {
        Some(weight) => Ok(weight.get()),
        None => Err(Error::at(entry("factors", place), Problem::MissingKey { key: "weight" })),
    });
    normalised(&given.collect::<Result<Vec<_>, _>>()?).map_err(|error| error.within("factors"))
}

struct Scored {
    moments: Moments,
    score: Option<f64>,
    anchored100: Option<f64>,
    /// The highest level, with the sign of the polarity.
    top: f64,
}

impl Scored {
    fn of(factor: &LevelCounts, place: usize) -> Result<Self, Error> {
        let levels = factor.levels.as_slice();
        factor.counts.expect_levels(levels.len()).map_err(|error| error.within(&entry("factors", place)))?;
        let (min, max) = (factor.levels.min(), factor.levels.max());
        let mirrored = factor.polarity == Some(Direction::Negative);
        let values: Vec<f64> = levels.iter().map(|level| if mirrored { min + max - level } else { *level }).collect();
        let moments = Moments::of(factor.counts.as_slice(), &values);
        Ok(Self {
            moments,
            score: moments.mean.filter(|_| max > 0.0).map(|mean| mean / max),
            anchored100: moments.mean.zip(Bounds::new(min, max).ok()).map(|(mean, bounds)| 100.0 * bounds.place(mean)),
            top: if mirrored { -max } else { max },
        })
    }

    /// Student's t, of this factor alone.
    fn interval(&self) -> Option<Interval> {
        let error = (self.moments.variance? / self.moments.n).sqrt() / self.top.abs();
        Interval::t(self.score?, error, self.moments.n - 1.0, Confidence::default(), "t")
    }
}

/// How much the index moves with each factor's mean level as answered.
fn slopes(scored: &[Scored], weights: &[f64]) -> Vec<f64> {
    let answered: f64 = scored.iter().zip(weights).filter(|(factor, _)| factor.score.is_some()).map(|(_, weight)| weight).sum();
    scored
        .iter()
        .zip(weights)
        .map(|(factor, weight)| match factor.score {
            Some(_) => ratio(*weight, answered * factor.top).unwrap_or(0.0),
            None => 0.0,
        })
        .collect()
}

/// Factors taken as independent; degrees of freedom after Welch and Satterthwaite.
fn independent(index: Option<f64>, scored: &[Scored], slopes: &[f64]) -> Option<Interval> {
    let (mut variance, mut spread) = (0.0, 0.0);
    for (factor, slope) in scored.iter().zip(slopes).filter(|(_, slope)| **slope != 0.0) {
        let part = slope * slope * factor.moments.variance? / factor.moments.n;
        variance += part;
        spread += part * part / (factor.moments.n - 1.0);
    }
    match ratio(variance * variance, spread) {
        Some(df) => Interval::t(index?, variance.sqrt(), df, Confidence::default(), "t-independent"),
        // Everyone answered alike.
        None => index.map(|index| Interval::new(index, index, Confidence::default(), "t-independent")),
    }
}

fn together(index: Option<f64>, slopes: &[f64], covariance: &MeanCovariance) -> Result<Option<Interval>, Error> {
    let size = slopes.len();
    if let Some(found) = std::iter::once(covariance.rows.len()).chain(covariance.rows.iter().map(Vec::len)).find(|&length| length != size) {
        return Err(Error::at("covariance", Problem::LengthMismatch { what: "rows or columns", found, expected: size }));
    }
    let variance: f64 = covariance
        .rows
        .iter()
        .zip(slopes)
        .map(|(row, a)| row.iter().zip(slopes).map(|(value, b)| if a * b == 0.0 { 0.0 } else { a * b * value }).sum::<f64>())
        .sum();
    // Pairwise counts can make the sum negative where nothing varies: that is no interval.
    Ok(index
        .filter(|_| variance >= 0.0)
        .and_then(|index| Interval::t(index, variance.sqrt(), covariance.n - 1.0, Confidence::default(), "t-covariance")))
}
