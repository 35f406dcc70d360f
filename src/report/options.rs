//! What an analyst may choose.

use crate::error::{Error, Problem};
use crate::measure::{Confidence, CrosshairRule, DriverMethod, NonNegative};
use crate::value::{At, Read, record};

record! {
    /// What an analyst may choose; whatever is left out has a default.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct AnalyseOptions {
        /// Only the answers of one segment.
        segment: Option<SegmentChoice>,
        /// The fewest answers a segment is shown with; 5 when left out.
        minimum_cell: Option<MinimumCell> = "minimumCell",
        /// Where the importance of attributes comes from: stated where the survey asks it, else their correlation with the outcome.
        importance: Option<Importance>,
        /// Where the lines of the quadrants cross; at the means when left out.
        crosshair: Option<CrosshairRule>,
        /// Confidence level of the intervals; .95 when left out.
        level: Option<Confidence>,
        /// How far a share may be off for the sample to be large enough, between 0 and 1; .1 when left out.
        margin: Option<NonNegative>,
        /// How many customers there are, for the same; unlimited when left out.
        population: Option<u64>,
    }
}

record! {
    /// One segment: a question and the value its answers have.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SegmentChoice {
        /// The question's answer key.
        question: String,
        /// The value.
        value: String,
    }
}

/// The fewest answers a segment is shown with; at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MinimumCell(u64);

impl MinimumCell {
    /// Checks the number.
    pub fn new(answers: u64) -> Result<Self, Error> {
        match answers {
            0 => Err(Error::new(Problem::OutOfRange { value: 0.0, allowed: "1 and more".into() })),
            _ => Ok(Self(answers)),
        }
    }

    /// The number.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl Default for MinimumCell {
    fn default() -> Self {
        Self(5)
    }
}

impl Read for MinimumCell {
    fn read(at: At<'_>) -> Result<Self, Error> {
        Self::new(u64::read(at)?).map_err(|error| at.error(error.into_problem()))
    }
}

/// Where the importance of attributes comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importance {
    /// The mean of what respondents stated.
    Stated,
    /// What a driver analysis of the outcome says.
    Derived(DriverMethod),
}

impl Read for Importance {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let name = at.text()?;
        if name == STATED {
            return Ok(Self::Stated);
        }
        DriverMethod::named(name).map(Self::Derived).ok_or_else(|| {
            let known = std::iter::once(STATED).chain(DriverMethod::ALL.iter().map(|method| method.name()));
            let known = known.collect::<Vec<_>>().join(", ");
            at.error(Problem::UnknownName { what: "method", name: name.into(), known })
        })
    }
}

const STATED: &str = "stated";
