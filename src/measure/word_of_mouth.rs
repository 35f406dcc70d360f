//! The complaints that nobody hears.

use serde::Serialize;

use super::number::{NonNegative, Share, ratio};
use crate::error::Error;
use crate::value::record;

record! {
    /// Complaints, and what is known of those who do not complain.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WordOfMouthInput {
        /// Complaints that reached the company.
        heard_complaints: NonNegative = "heardComplaints",
        /// Share of unhappy customers who complain.
        heard_rate: Option<Share> = "heardRate",
        /// Share of unhappy customers who leave.
        gone_rate: Option<Share> = "goneRate",
        /// How many people an unhappy customer tells.
        told_each: Option<NonNegative> = "toldEach",
    }
}

/// The unhappy behind the complaints.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct WordOfMouth {
    /// All unhappy customers.
    pub unhappy: Option<f64>,
    /// Of them, those who say nothing.
    pub silent: Option<f64>,
    /// Of them, those who leave.
    pub gone: Option<f64>,
    /// People who hear of it.
    pub told: Option<f64>,
}

/// Word of mouth: how many unhappy customers stand behind the complaints that were heard.
///
/// In customers and people, not rounded. `unhappy = heard / heard rate`, `silent = unhappy - heard`, `gone = unhappy · gone rate`,
/// `told = unhappy · told each`. Source: TARP (1979), who found about one complaint in 25 unhappy customers (a heard rate of .04),
/// each telling about ten people; such rates differ so much between trades that none is assumed here.
/// What a rate was not given for is `None`, and all is where the heard rate is 0.
///
/// ```
/// use manyi::{measure::word_of_mouth, value::Value};
/// let input = Value::from_json(r#"{"heardComplaints": 8, "heardRate": 0.04, "toldEach": 10}"#)?.read()?;
/// let result = word_of_mouth(&input)?;
/// assert_eq!((result.unhappy, result.told, result.gone), (Some(200.0), Some(2000.0), None));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn word_of_mouth(input: &WordOfMouthInput) -> Result<WordOfMouth, Error> {
    let heard = input.heard_complaints.get();
    let unhappy = input.heard_rate.and_then(|rate| ratio(heard, rate.get()));
    let of_unhappy =
        |factor: Option<f64>| unhappy.zip(factor).map(|(unhappy, factor)| unhappy * factor).filter(|product| product.is_finite());
    Ok(WordOfMouth {
        unhappy,
        silent: unhappy.map(|unhappy| unhappy - heard),
        gone: of_unhappy(input.gone_rate.map(Share::get)),
        told: of_unhappy(input.told_each.map(NonNegative::get)),
    })
}
