//! How inconsistent random judgments are.

use crate::value::names;

names! {
    /// A table of the random index, by whose it is.
    pub enum RandomIndex, "randomIndex" {
        /// Saaty (1980), The Analytic Hierarchy Process.
        Saaty1980 = "saaty1980",
        /// Saaty (2005), Theory and Applications of the Analytic Network Process.
        Saaty2005 = "saaty2005",
        /// Alonso & Lamata (2006), 100,000 and more random matrices of each size.
        AlonsoLamata2006 = "alonso-lamata-2006",
        /// Donegan & Dodd (1991), a note on Saaty's random indexes.
        DoneganDodd1991 = "donegan-dodd-1991",
    }
}

/// From n = 1 on.
const SAATY_1980: [f64; 15] = [0.0, 0.0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
const SAATY_2005: [f64; 15] = [0.0, 0.0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59];
const ALONSO_LAMATA_2006: [f64; 15] =
    [0.0, 0.0, 0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.514, 1.5365, 1.5551, 1.5713, 1.5838];
const DONEGAN_DODD_1991: [f64; 15] =
    [0.0, 0.0, 0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969];

impl RandomIndex {
    /// The mean consistency index of random judgments of `n` items; past the table's end, n > 15, Alonso and Lamata's regression
    /// of λmax, `(1.7699 n - 4.3513) / (n - 1)`.
    pub fn of(self, n: usize) -> f64 {
        let table = match self {
            Self::Saaty1980 => &SAATY_1980,
            Self::Saaty2005 => &SAATY_2005,
            Self::AlonsoLamata2006 => &ALONSO_LAMATA_2006,
            Self::DoneganDodd1991 => &DONEGAN_DODD_1991,
        };
        match n.checked_sub(1) {
            None => 0.0,
            Some(place) => table.get(place).copied().unwrap_or((1.7699 * n as f64 - 4.3513) / (n as f64 - 1.0)),
        }
    }
}
