//! What drives the outcome: each attribute's share in explaining it.

use super::bars::{Bar, Bars};
use super::number;
use super::picture::sentences;
use super::theme::Theme;
use super::words::Words;
use crate::value::{Entries, record};

record! {
    /// The result of `drivers`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DriversChart {
        /// How many answers the correlations rest on.
        n: f64,
        /// The share of the outcome's variance that the attributes explain together.
        r2: Option<f64>,
        /// The name of the method.
        method: String,
        /// The attributes.
        drivers: Vec<DriverBar>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// What is explained.
        outcome: Option<String>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One attribute.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DriverBar {
        /// Its id.
        id: String,
        /// Its importance, as the method measures it.
        raw: Option<f64>,
        /// Its share of all importance, 0..=1.
        share: Option<f64>,
    }
}

impl DriversChart {
    pub(super) fn height(&self) -> f64 {
        Bars::height(self.drivers.len(), self.title.is_some(), false)
    }

    pub(super) fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(self.axis(words));
        parts.push(format!("n = {}", number::count(self.n)));
        parts.extend(self.drivers().iter().map(|driver| format!("{} {}", self.title_of(driver), percent(driver.share))));
        sentences(&parts)
    }

    pub(super) fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |driver: &&DriverBar| Bar {
            name: self.title_of(driver).to_owned(),
            value: driver.share.map(|share| share * 100.0),
            text: percent(driver.share),
            colour: theme.accent.faded(0.75),
        };
        Bars {
            title: self.title.clone(),
            rows: self.drivers().iter().map(row).collect(),
            span: (0.0, 0.0),
            axis: self.axis(words),
            n: Some(self.n),
            whole: None,
        }
    }

    fn axis(&self, words: &Words) -> String {
        let axis = words.driver_share(self.outcome.as_deref(), &self.method);
        self.r2.map_or(axis.clone(), |r2| format!("{axis}, R² = {}", number::fixed(r2, 2)))
    }

    /// Largest share first.
    fn drivers(&self) -> Vec<&DriverBar> {
        let mut drivers: Vec<&DriverBar> = self.drivers.iter().collect();
        drivers.sort_by(|a, b| b.share.unwrap_or(-1.0).total_cmp(&a.share.unwrap_or(-1.0)));
        drivers
    }

    fn title_of<'s>(&'s self, driver: &'s DriverBar) -> &'s str {
        self.titles.as_ref().and_then(|titles| titles.get(&driver.id)).unwrap_or(&driver.id)
    }
}

fn percent(share: Option<f64>) -> String {
    share.map_or("–".into(), |share| format!("{}%", number::fixed(share * 100.0, 1)))
}
