//! Net promoter score.

use serde::Serialize;

use super::number::{Confidence, NonNegative, ratio};
use super::{Counts, Interval};
use crate::error::{Error, Problem};
use crate::value::{At, Read};

/// Answers 0..=10.
const ANSWERS: usize = 11;

/// Answers to "how likely are you to recommend us", 0..=10.
#[derive(Debug, Clone, PartialEq)]
pub enum NpsInput {
    /// How many answered 0, 1, … 10.
    Counts(Counts),
    /// Sums of weights of those who answered 0, 1, … 10, and by how many people they were given.
    Weighted {
        /// The sums of weights.
        sums: Counts,
        /// How many answered.
        n: NonNegative,
    },
    /// The answers themselves, with a weight each or none at all.
    Scores {
        /// Whole numbers 0..=10.
        scores: Vec<u8>,
        /// One for each score.
        weights: Option<Vec<NonNegative>>,
    },
}

/// One answer, 0..=10.
struct Score(u8);

impl Read for Score {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let value = u64::read(at)?;
        match u8::try_from(value) {
            Ok(score) if usize::from(score) < ANSWERS => Ok(Self(score)),
            _ => Err(at.error(Problem::OutOfRange { value: value as f64, allowed: "0..=10".into() })),
        }
    }
}

impl Read for NpsInput {
    fn read(at: At<'_>) -> Result<Self, Error> {
        if at.key("scores").is_none() {
            at.record(&["counts"])?;
            return Ok(Self::Counts(at.field("counts")?));
        }
        at.record(&["scores", "weights"])?;
        let scores: Vec<Score> = at.field("scores")?;
        Ok(Self::Scores { scores: scores.into_iter().map(|score| score.0).collect(), weights: at.field("weights")? })
    }
}

/// Net promoter score, and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Nps {
    /// How many answered.
    pub n: f64,
    /// Answered 9 or 10; a sum of weights when weighted.
    pub promoters: f64,
    /// Answered 7 or 8.
    pub passives: f64,
    /// Answered 0 to 6.
    pub detractors: f64,
    /// Points, -100..100.
    pub nps: Option<f64>,
    /// Of the score, in points.
    pub standard_error: Option<f64>,
    /// Wald's interval of the score at .95, in points; none of a single answer, which does not tell how answers differ.
    pub interval: Option<Interval>,
}

/// Net promoter score: how far promoters outnumber detractors.
///
/// In points, -100..=100. `nps = 100 (promoters - detractors) / all`, promoters 9..=10, detractors 0..=6.
/// Standard error `100 √((p + d - (p - d)²) / n)`; with a weight for each answer, the linearised one, `100 √(Σ w² (x - m)²) / Σ w`
/// with x = 1, 0 or -1 and m their weighted mean, which is the same where all weights are.
/// Source: Reichheld (2003); Rocks (2016) for the error. Denominator: everyone who answered. `None` when nobody did.
///
/// ```
/// use manyi::measure::{Counts, NpsInput, nps};
/// let counts = Counts::new(vec![0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0])?;
/// assert_eq!(nps(&NpsInput::Counts(counts))?.nps, Some(25.0));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn nps(input: &NpsInput) -> Result<Nps, Error> {
    match input {
        NpsInput::Counts(counts) => {
            counts.expect_levels(ANSWERS)?;
            let camps = Camps::of(counts.as_slice());
            Ok(camps.score(camps.total(), camps.variance().and_then(|variance| ratio(variance, camps.total())).map(f64::sqrt)))
        }
        NpsInput::Weighted { sums, n } => {
            sums.expect_levels(ANSWERS)?;
            let camps = Camps::of(sums.as_slice());
            Ok(camps.score(n.get(), camps.variance().and_then(|variance| ratio(variance, n.get())).map(f64::sqrt)))
        }
        NpsInput::Scores { scores, weights } => {
            if scores.is_empty() {
                return Err(Error::at("scores", Problem::TooFew { what: "scores", least: 1 }));
            }
            let weights = match weights {
                None => vec![1.0; scores.len()],
                Some(weights) if weights.len() == scores.len() => weights.iter().map(|weight| weight.get()).collect(),
                Some(weights) => {
                    let problem = Problem::LengthMismatch { what: "weights", found: weights.len(), expected: scores.len() };
                    return Err(Error::at("weights", problem));
                }
            };
            if let Some(index) = scores.iter().position(|&score| usize::from(score) >= ANSWERS) {
                let problem = Problem::OutOfRange { value: scores[index].into(), allowed: "0..=10".into() };
                return Err(Error::at(super::counts::entry("scores", index), problem));
            }
            Ok(weighted(scores, &weights))
        }
    }
}

fn weighted(scores: &[u8], weights: &[f64]) -> Nps {
    let mut camps = Camps::default();
    for (&score, &weight) in scores.iter().zip(weights) {
        *camps.camp(score.into()) += weight;
    }
    let linearised = camps.mean().and_then(|mean| {
        let squares: f64 = scores.iter().zip(weights).map(|(&score, weight)| (weight * (side(score.into()) - mean)).powi(2)).sum();
        ratio(squares.sqrt(), camps.total())
    });
    camps.score(scores.len() as f64, linearised)
}

/// 1 for a promoter, -1 for a detractor.
fn side(score: usize) -> f64 {
    match score {
        9.. => 1.0,
        7 | 8 => 0.0,
        _ => -1.0,
    }
}

/// The three camps, as counts or sums of weights.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Camps {
    promoters: f64,
    passives: f64,
    detractors: f64,
}

impl Camps {
    pub(crate) fn of(counts: &[f64]) -> Self {
        let mut camps = Self::default();
        for (score, count) in counts.iter().enumerate() {
            *camps.camp(score) += count;
        }
        camps
    }

    fn camp(&mut self, score: usize) -> &mut f64 {
        match score {
            9.. => &mut self.promoters,
            7 | 8 => &mut self.passives,
            _ => &mut self.detractors,
        }
    }

    pub(crate) fn total(&self) -> f64 {
        self.promoters + self.passives + self.detractors
    }

    /// Mean of 1, 0 and -1.
    fn mean(&self) -> Option<f64> {
        ratio(self.promoters - self.detractors, self.total())
    }

    /// Of one answer, over n, in shares.
    fn variance(&self) -> Option<f64> {
        let mean = self.mean()?;
        let variance = (self.promoters + self.detractors) / self.total() - mean * mean;
        Some(variance.max(0.0))
    }

    fn score(&self, n: f64, standard_error: Option<f64>) -> Nps {
        let nps = self.mean().map(|mean| 100.0 * mean);
        let standard_error = standard_error.map(|error| 100.0 * error);
        Nps {
            n,
            promoters: self.promoters,
            passives: self.passives,
            detractors: self.detractors,
            nps,
            standard_error,
            interval: nps.zip(standard_error).filter(|_| n > 1.0).map(|(nps, error)| Interval::wald(nps, error, Confidence::default())),
        }
    }
}
