//! P values of several tests at once.

use super::number::Share;
use crate::error::{Error, Problem};
use crate::value::names;

names! {
    /// How p values of several tests are adjusted.
    pub enum Adjustment, "method" {
        /// Holm's step-down: keeps the chance of any false alarm.
        Holm = "holm",
        /// Bonferroni: each times their number.
        Bonferroni = "bonferroni",
        /// Benjamini and Hochberg's step-up: keeps the expected share of false alarms.
        BenjaminiHochberg = "benjamini-hochberg",
    }
}

/// P values of several tests, adjusted so that many tests do not find by chance what is not there.
///
/// Probabilities, 0..=1, in the order they came. With the p values sorted, `m` of them, rank `i` from 1: Bonferroni `m p`;
/// Holm `max over j ≤ i of (m - j + 1) p_j`; Benjamini–Hochberg `min over j ≥ i of m p_j / j`; none above 1.
/// Source: Holm (1979), Benjamini & Hochberg (1995). Equal p values stay equal. No p values at all are an error.
///
/// ```
/// use manyi::measure::{Adjustment, Share, adjust};
/// let p = [Share::new(0.01)?, Share::new(0.04)?];
/// assert_eq!(adjust(&p, Adjustment::Holm)?, [0.02, 0.04]);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn adjust(p: &[Share], method: Adjustment) -> Result<Vec<f64>, Error> {
    if p.is_empty() {
        return Err(Error::at("p", Problem::TooFew { what: "p values", least: 1 }));
    }
    let m = p.len() as f64;
    let mut ranked: Vec<(usize, f64)> = p.iter().map(|p| p.get()).enumerate().collect();
    ranked.sort_by(|a, b| a.1.total_cmp(&b.1));
    match method {
        Adjustment::Bonferroni => ranked.iter_mut().for_each(|(_, p)| *p *= m),
        Adjustment::Holm => {
            let mut most = 0.0_f64;
            for (rank, (_, p)) in ranked.iter_mut().enumerate() {
                most = most.max((m - rank as f64) * *p);
                *p = most;
            }
        }
        Adjustment::BenjaminiHochberg => {
            let mut least = 1.0_f64;
            for (rank, (_, p)) in ranked.iter_mut().enumerate().rev() {
                least = least.min(m * *p / (rank as f64 + 1.0));
                *p = least;
            }
        }
    }
    ranked.sort_by_key(|(place, _)| *place);
    Ok(ranked.into_iter().map(|(_, p)| p.min(1.0)).collect())
}
