//! Key drivers: how much each attribute has to do with the outcome.

mod correlations;
mod johnson;
mod lmg;
mod sampling;

use serde::Serialize;

pub use correlations::Correlations;
pub(crate) use correlations::checked;
use sampling::Answers;
pub use sampling::{AnswerShape, drivers_covariance};

use super::cholesky::{Cholesky, Dependent};
use super::number::ratio;
use super::square::Square;
use crate::error::{Error, Problem};
use crate::later::Later;
use crate::text::{quoted, text};
use crate::value::{At, Read, names};

names! {
    /// How importance is derived from answers.
    pub enum DriverMethod, "method" {
        /// Mean increase of R² over all orders; sums to R².
        Lmg = "lmg",
        /// Relative weights; sum to R².
        Johnson = "johnson",
        /// Correlation with the outcome.
        Pearson = "pearson",
        /// R² of the attribute alone.
        First = "first",
        /// R² that is lost without the attribute.
        Last = "last",
        /// Squared standardised regression coefficient.
        BetaSquared = "beta-squared",
        /// Standardised coefficient times correlation; sums to R², may be negative.
        Pratt = "pratt",
    }
}

/// Correlations and a method.
#[derive(Debug, Clone, PartialEq)]
pub struct DriversInput {
    /// From columns of answers, or a matrix.
    pub correlations: Correlations,
    /// Shares of R² over all orders (`lmg`) when left out.
    pub method: Option<DriverMethod>,
}

impl Read for DriversInput {
    fn read(at: At<'_>) -> Result<Self, Error> {
        Ok(Self { correlations: Read::read(at)?, method: at.field("method")? })
    }
}

/// How much each attribute has to do with the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Drivers {
    /// Rows with the outcome and any attribute.
    pub n: f64,
    /// What all attributes together explain, 0..1; `None` where they depend on each other.
    pub r2: Option<f64>,
    /// The method.
    pub method: DriverMethod,
    /// In the order the attributes came.
    pub drivers: Vec<Driver>,
}

/// One attribute's part.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Driver {
    /// The attribute.
    pub id: String,
    /// In the method's own unit; `None` where the attribute, or the outcome, does not vary.
    pub raw: Option<f64>,
    /// `|raw| / Σ |raw|`, 0..1.
    pub share: Option<f64>,
}

/// Key driver analysis: how much each attribute has to do with the outcome.
///
/// `raw` is a correlation (-1..=1) for `pearson`, a part of R² for the others; those of `lmg`, `johnson` and `pratt` sum to R².
/// With R the attributes' correlations, r theirs with the outcome, `β = R⁻¹ r`, `R² = rᵗ β`: first `r²`, last `β² / (R⁻¹)_jj`, beta-squared `β²`,
/// pratt `β r`; lmg averages the R² an attribute adds over all orders; johnson goes through the nearest uncorrelated attributes.
/// Source: Lindeman, Merenda & Gold (1980), Johnson (2000), Pratt (1987), Darlington (1968), Grömping (2006). Missing answers: each correlation
/// is over the rows that have both. An attribute that does not vary has no `raw` and is left out of the others'; attributes that depend on each
/// other are an error, but for `pearson` and `first`, which need no regression: there `r2` is `None`.
///
/// ```
/// use manyi::measure::{Correlations, DriverMethod, DriversInput, drivers};
/// let row = |a, b, c| vec![Some(a), Some(b), Some(c)];
/// let ids = ["overall", "price", "staff"].map(String::from);
/// let correlations = Correlations::new(&[row(1.0, 0.6, 0.3), row(0.6, 1.0, 0.0), row(0.3, 0.0, 1.0)], &ids, "overall", 200.0)?;
/// let result = drivers(&DriversInput { correlations, method: Some(DriverMethod::Lmg) })?;
/// assert!((result.drivers[0].share.unwrap() - 0.8).abs() < 1e-12);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn drivers(input: &DriversInput) -> Result<Drivers, Error> {
    let correlations = &input.correlations;
    let method = input.method.unwrap_or(DriverMethod::Lmg);
    // An attribute that correlates with nothing for want of spread is left out.
    let kept: Vec<usize> = (0..correlations.ids().len()).filter(|&place| correlations.with_outcome(place).is_some()).collect();
    let with_outcome: Vec<f64> = kept.iter().filter_map(|&place| correlations.with_outcome(place)).collect();
    let regression = if kept.is_empty() { None } else { Some(Regression::of(correlations, &kept, &with_outcome)) };
    let r2 = regression.as_ref().and_then(|regression| regression.as_ref().ok()).map(|regression| regression.r2);
    let values = match (method, regression) {
        (_, None) => Vec::new(),
        (DriverMethod::Pearson, _) => with_outcome,
        (DriverMethod::First, _) => with_outcome.iter().map(|r| r * r).collect(),
        (_, Some(regression)) => regressing(|methods| methods.raw(&regression?, method, &with_outcome))?,
    };
    let total: f64 = values.iter().map(|value| value.abs()).sum();
    let mut drivers: Vec<Driver> = correlations.ids().iter().map(|id| Driver { id: id.clone(), raw: None, share: None }).collect();
    for (&place, value) in kept.iter().zip(values) {
        drivers[place].raw = Some(value);
        drivers[place].share = ratio(value.abs(), total);
    }
    Ok(Drivers { n: correlations.n(), r2, method, drivers })
}

/// Why there is no regression.
enum Unsolved {
    /// This attribute depends on those before it.
    Dependent(usize),
    /// R² would be above 1.
    Impossible,
}

/// The standardised regression of the outcome on the attributes.
struct Regression {
    between: Square,
    cholesky: Cholesky,
    beta: Vec<f64>,
    r2: f64,
}

impl Regression {
    fn of(correlations: &Correlations, kept: &[usize], with_outcome: &[f64]) -> Result<Self, Error> {
        let names = |i: usize| correlations.ids()[kept[i]].clone();
        let mut between = Square::zeros(kept.len());
        for (i, &a) in kept.iter().enumerate() {
            for (j, &b) in kept.iter().enumerate() {
                between[(i, j)] = match (i == j, correlations.between(a, b)) {
                    (true, _) => 1.0,
                    (false, Some(r)) => r,
                    (false, None) => {
                        return Err(singular(text!("{} and {} do not vary together in any rows", quoted(&names(i)), quoted(&names(j)))));
                    }
                };
            }
        }
        Self::solved(between, with_outcome).map_err(|problem| match problem {
            Unsolved::Dependent(column) => {
                singular(text!("{} depends on the attributes before it; leave one of them out", quoted(&names(column))))
            }
            // Correlations over different rows each need not fit any one set of answers.
            Unsolved::Impossible => {
                singular("the correlations, over different rows each, fit no data: together they explain more than all".into())
            }
        })
    }

    fn solved(between: Square, with_outcome: &[f64]) -> Result<Self, Unsolved> {
        let cholesky = Cholesky::of(&between).map_err(|Dependent(column)| Unsolved::Dependent(column))?;
        let beta = cholesky.solve(with_outcome);
        let r2: f64 = beta.iter().zip(with_outcome).map(|(beta, r)| beta * r).sum();
        if r2 > 1.0 + 1e-9 {
            return Err(Unsolved::Impossible);
        }
        Ok(Self { between, cholesky, beta, r2: r2.clamp(0.0, 1.0) })
    }
}

/// The methods that take a regression, which the analyst has to ask for.
trait Regressing {
    /// What each attribute counts.
    fn raw(&self, regression: &Regression, method: DriverMethod, with_outcome: &[f64]) -> Result<Vec<f64>, Error>;

    /// Of each attribute, how much that moves with each of these correlations.
    fn slopes(&self, answers: &Answers, method: DriverMethod, pairs: &[(usize, usize)]) -> Option<Vec<Vec<f64>>>;
}

struct Methods;

impl Regressing for Methods {
    fn raw(&self, regression: &Regression, method: DriverMethod, with_outcome: &[f64]) -> Result<Vec<f64>, Error> {
        let (Regression { between, cholesky, beta, .. }, count) = (regression, with_outcome.len());
        Ok(match method {
            DriverMethod::Lmg if count > lmg::MOST => {
                return Err(Error::at("attributes", Problem::TooMany { what: "attributes for lmg", found: count, limit: lmg::MOST }));
            }
            DriverMethod::Lmg => lmg::lmg(between, with_outcome)
                .ok_or_else(|| singular("the attributes depend on each other; leave one of them out".into()))?,
            DriverMethod::Johnson => johnson::johnson(between, with_outcome),
            DriverMethod::Pearson => with_outcome.to_vec(),
            DriverMethod::First => with_outcome.iter().map(|r| r * r).collect(),
            DriverMethod::Last => beta.iter().zip(cholesky.inverse_diagonal()).map(|(beta, inflation)| beta * beta / inflation).collect(),
            DriverMethod::BetaSquared => beta.iter().map(|beta| beta * beta).collect(),
            DriverMethod::Pratt => beta.iter().zip(with_outcome).map(|(beta, r)| beta * r).collect(),
        })
    }

    fn slopes(&self, answers: &Answers, method: DriverMethod, pairs: &[(usize, usize)]) -> Option<Vec<Vec<f64>>> {
        answers.slopes(self, method, pairs)
    }
}

thread_local! {
    static REGRESSING: Later<dyn Regressing> = const { Later::new(&Methods) };
}

fn regressing<T>(ask: impl FnOnce(&dyn Regressing) -> Result<T, Error>) -> Result<T, Error> {
    ask(REGRESSING.with(Later::get)?)
}

/// The methods that take a regression are here.
#[cfg(not(feature = "full"))]
pub(crate) fn drivers_arrived() {
    REGRESSING.with(|later| later.arrived(&Methods));
}

fn singular(message: String) -> Error {
    Error::at("attributes", Problem::Singular { message })
}
