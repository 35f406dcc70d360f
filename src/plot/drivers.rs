//! What drives the outcome: each attribute's share in explaining it.

use super::bars::{Bar, Bars, Order};
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::text::text;
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

impl Rows for DriversChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |driver: &DriverBar| {
            let value = driver.share.map(|share| share * 100.0);
            Bar::new(title(self.titles.as_ref(), &driver.id), value, number::percent(driver.share), theme.accent.faded(0.75)).of(&driver.id)
        };
        let r2 = self.r2.map(|r2| text!("R² = {}", number::fixed(r2, 2)));
        Bars {
            order: Order::HighestFirst,
            title: self.title.clone(),
            head: r2.map_or(Vec::new(), |r2| vec![text!("{}{}{}", r2, words.colon(), words.explained()), r2]),
            rows: self.drivers.iter().map(row).collect(),
            span: (0.0, 0.0),
            axis: words.driver_share(self.outcome.as_deref(), &self.method),
            n: Some(self.n),
            whole: None,
            legend: Vec::new(),
        }
    }
}
