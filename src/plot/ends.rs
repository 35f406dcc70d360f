//! An interval, as results give it.

use crate::value::record;

record! {
    /// An interval, as results give it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Ends {
        /// Its lower end.
        low: f64,
        /// Its upper end.
        high: f64,
        /// The level of confidence, 0..=1.
        level: f64,
        /// How it was found.
        method: String,
    }
}

impl Ends {
    /// Of a share, in percent.
    pub(super) fn percent(&self) -> (f64, f64) {
        (self.low * 100.0, self.high * 100.0)
    }

    /// The same as far as there are shares: of a few answers the formula's ends are beyond.
    pub(super) fn percent_within(&self) -> (f64, f64) {
        let (low, high) = self.percent();
        (low.clamp(0.0, 100.0), high.clamp(0.0, 100.0))
    }
}
