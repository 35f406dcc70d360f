//! Counts per level, and the levels they stand for.

use super::number::NonNegative;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Path, Read};

/// How many answers at each level: at least one level, none negative. Sums of weights count too, so they need not be whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts(Vec<f64>);

impl Counts {
    /// Checks the counts.
    pub fn new(counts: Vec<f64>) -> Result<Self, Error> {
        if counts.is_empty() {
            return Err(Error::new(Problem::TooFew { what: "counts", least: 1 }));
        }
        for (index, &count) in counts.iter().enumerate() {
            NonNegative::new(count).map_err(|error| error.within(&text!("[{}]", index)))?;
        }
        Ok(Self(counts))
    }

    /// Level by level.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// How many levels.
    #[expect(clippy::len_without_is_empty, reason = "never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All answers.
    pub fn total(&self) -> f64 {
        self.0.iter().sum()
    }

    /// Refuses any other number of levels.
    pub(crate) fn expect_levels(&self, expected: usize) -> Result<(), Error> {
        match self.len() == expected {
            true => Ok(()),
            false => Err(Error::at("counts", Problem::LengthMismatch { what: "counts", found: self.len(), expected })),
        }
    }
}

impl Read for Counts {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let counts = at.list(|at| NonNegative::read(at).map(NonNegative::get))?;
        match counts.is_empty() {
            true => Err(at.error(Problem::TooFew { what: "counts", least: 1 })),
            false => Ok(Self(counts)),
        }
    }
}

/// The numbers that counts stand for, in any order, each once.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelValues(Vec<f64>);

impl LevelValues {
    /// Checks the levels.
    pub fn new(levels: Vec<f64>) -> Result<Self, Error> {
        if levels.is_empty() {
            return Err(Error::new(Problem::TooFew { what: "levels", least: 1 }));
        }
        for (index, &level) in levels.iter().enumerate() {
            let here = |problem| Error::at(text!("[{}]", index), problem);
            super::number::Number::new(level).map_err(|error| here(error.into_problem()))?;
            if levels.iter().take(index).any(|&earlier| earlier == level) {
                return Err(here(Problem::Conflict { message: text!("the level {} comes twice", level) }));
            }
        }
        Ok(Self(levels))
    }

    /// 1, 2, … as many as there are counts.
    pub fn from_one(counts: &Counts) -> Self {
        Self((1..=counts.len()).map(|level| level as f64).collect())
    }

    /// In the order they came.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// The lowest.
    pub fn min(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The highest.
    pub fn max(&self) -> f64 {
        self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }
}

impl Read for LevelValues {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let levels = at.list(f64::read)?;
        Self::new(levels).map_err(|error| error.within(&at.path.text()))
    }
}

/// A lowest and a highest number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The lowest.
    pub min: f64,
    /// The highest, above the lowest.
    pub max: f64,
}

impl Bounds {
    /// Checks that the highest is above the lowest.
    pub fn new(min: f64, max: f64) -> Result<Self, Error> {
        let span = max - min;
        match span.is_finite() && span > 0.0 {
            true => Ok(Self { min, max }),
            false => {
                Err(Error::new(Problem::BadScale { message: text!("a scale's max must be above its min; {} to {} is no scale", min, max) }))
            }
        }
    }

    /// Where a number lies between the ends: 0 at the lowest, 1 at the highest.
    pub fn place(&self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }

    /// Refuses a number outside.
    pub(crate) fn expect(&self, value: f64, path: impl FnOnce() -> String) -> Result<(), Error> {
        match (self.min..=self.max).contains(&value) {
            true => Ok(()),
            false => Err(Error::at(path(), Problem::OutOfRange { value, allowed: text!("the scale {}..={}", self.min, self.max) })),
        }
    }
}

impl Read for Bounds {
    fn read(at: At<'_>) -> Result<Self, Error> {
        at.record(&["min", "max"])?;
        Self::new(at.field("min")?, at.field("max")?).map_err(|error| at.error(error.into_problem()))
    }
}

/// Sums over counts and their levels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moments {
    /// Answers.
    pub(crate) n: f64,
    /// Their mean; `None` of nothing.
    pub(crate) mean: Option<f64>,
    /// Their sample variance, over `n - 1`; `None` below two.
    pub(crate) variance: Option<f64>,
}

impl Moments {
    /// Of counts and the level each stands for.
    pub(crate) fn of(counts: &[f64], levels: &[f64]) -> Self {
        let n: f64 = counts.iter().sum();
        if n <= 0.0 {
            return Self { n: 0.0, mean: None, variance: None };
        }
        let mean = counts.iter().zip(levels).map(|(count, level)| count * level).sum::<f64>() / n;
        let squares: f64 = counts.iter().zip(levels).map(|(count, level)| count * (level - mean) * (level - mean)).sum();
        Self { n, mean: Some(mean), variance: (n > 1.0).then(|| squares / (n - 1.0)) }
    }
}

/// The path of an entry of a list in a record: `points[3]`.
pub(crate) fn entry(list: &str, index: usize) -> String {
    Path::Index(&Path::Key(&Path::Root, list), index).text()
}
