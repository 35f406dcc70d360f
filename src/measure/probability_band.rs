//! A probability in a word.

use super::Share;
use crate::error::Error;
use crate::value::names;

names! {
    /// How probable, in a word.
    pub enum ProbabilityBand, "band" {
        /// .70 and above.
        High = "high",
        /// .30 and above.
        Middle = "middle",
        /// Below .30.
        Low = "low",
    }
}

/// Probability band: how probable it is that a customer buys again, or recommends.
///
/// Of a probability 0..=1: `high` from .70 on, `middle` from .30 on, else `low`; a probability on a border belongs to the higher band.
/// Source: the three bands in common use, with their borders settled. Never undefined.
///
/// ```
/// use manyi::measure::{ProbabilityBand, Share, probability_band};
/// assert_eq!(probability_band(Share::new(0.7)?)?, ProbabilityBand::High);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn probability_band(probability: Share) -> Result<ProbabilityBand, Error> {
    Ok(match probability.get() {
        p if p >= 0.70 => ProbabilityBand::High,
        p if p >= 0.30 => ProbabilityBand::Middle,
        _ => ProbabilityBand::Low,
    })
}
