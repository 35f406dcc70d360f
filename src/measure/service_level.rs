//! How far service has come.

use serde::Serialize;

use super::number::{NonNegative, normalised};
use crate::error::{Error, Problem};
use crate::value::{At, Read, names, record};

names! {
    /// The steps of service, from the lowest.
    pub enum ServiceStep, "step" {
        /// Not even what must be.
        Below = "below",
        /// What must be.
        Basic = "basic",
        /// And friendly with it.
        Satisfying = "satisfying",
        /// And more than was expected.
        Surpassing = "surpassing",
        /// And so well that the customer will tell of it.
        Memorable = "memorable",
    }
}

/// A score from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Points(f64);

impl Points {
    /// Checks the score.
    pub fn new(value: f64) -> Result<Self, Error> {
        match value {
            _ if !value.is_finite() => Err(Error::new(Problem::NotFinite { value })),
            _ if !(0.0..=100.0).contains(&value) => Err(Error::new(Problem::OutOfRange { value, allowed: "0..=100".into() })),
            _ => Ok(Self(value)),
        }
    }
}

impl Read for Points {
    fn read(at: At<'_>) -> Result<Self, Error> {
        Self::new(at.number()?).map_err(|error| at.error(error.into_problem()))
    }
}

record! {
    /// How much each kind of service counts.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ServiceWeights {
        /// What must be.
        basic: NonNegative,
        /// How it is done.
        friendly: NonNegative,
        /// What nobody asked for.
        extra: NonNegative,
    }
}

record! {
    /// How good each kind of service is.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ServiceLevelInput {
        /// What must be, 0..=100.
        basic: Points,
        /// How it is done, 0..=100.
        friendly: Points,
        /// What nobody asked for, 0..=100.
        extra: Points,
        /// .70, .25 and .05 when left out.
        weights: Option<ServiceWeights>,
        /// From here on a kind of service counts as reached; 60 when left out.
        threshold: Option<Points>,
    }
}

/// How far service has come.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct ServiceLevel {
    /// 0..100.
    pub score: f64,
    /// The step reached.
    pub step: ServiceStep,
}

/// Service level: basic, friendly and extra service rolled up, and the step of the pyramid that is reached.
///
/// 0..=100. `score = Σ w · part`, weights normalised. With a kind of service reached from the threshold on: nothing without the basics
/// (`below`); the basics alone are `basic`; friendly with them `satisfying`; extra on top `surpassing`; and with all three in the upper half of what
/// lies between the threshold and 100 it is `memorable`. Nothing higher makes up for a lower step.
/// Source: the pyramid of expectations, after Kano (1984); weights and threshold are conventions, put in your own. Never undefined.
///
/// ```
/// use manyi::{measure::{ServiceStep, service_level}, value::Value};
/// let level = service_level(&Value::from_json(r#"{"basic": 80, "friendly": 90, "extra": 40}"#)?.read()?)?;
/// assert!((level.score - 80.5).abs() < 1e-9);
/// assert_eq!(level.step, ServiceStep::Satisfying);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn service_level(input: &ServiceLevelInput) -> Result<ServiceLevel, Error> {
    let weights = match &input.weights {
        None => vec![0.70, 0.25, 0.05],
        Some(weights) => {
            normalised(&[weights.basic.get(), weights.friendly.get(), weights.extra.get()]).map_err(|error| error.within("weights"))?
        }
    };
    let parts = [input.basic, input.friendly, input.extra];
    let score: f64 = weights.iter().zip(parts).map(|(weight, part)| weight * part.0).sum();
    let threshold = input.threshold.map_or(60.0, |threshold| threshold.0);
    let reached = |part: Points| part.0 >= threshold;
    let step = match parts.map(reached) {
        [false, _, _] => ServiceStep::Below,
        [true, false, _] => ServiceStep::Basic,
        [true, true, false] => ServiceStep::Satisfying,
        _ if parts.iter().all(|part| part.0 >= (threshold + 100.0) / 2.0) => ServiceStep::Memorable,
        _ => ServiceStep::Surpassing,
    };
    // The weights sum to 1 but for rounding.
    Ok(ServiceLevel { score: score.min(100.0), step })
}
