//! How loyal customers are: what the loyalty index is made of.

use super::bars::{Bar, Bars, Order, Whole};
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The result of `loyaltyIndex`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LoyaltyChart {
        /// The weighted sum of the scores, 0..=1.
        index: Option<f64>,
        /// What it is made of.
        factors: Vec<LoyaltyBar>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// How many customers it is about.
        n: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One sign of loyalty.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LoyaltyBar {
        /// Its id.
        id: String,
        /// Its score, 0..=1.
        score: Option<f64>,
        /// Its share of the index, 0..=1.
        weight: f64,
    }
}

impl Rows for LoyaltyChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |factor: &LoyaltyBar| {
            let value = factor.score.map(|score| score * 100.0);
            Bar::new(title(self.titles.as_ref(), &factor.id), value, number::percent(factor.score), theme.accent.faded(0.75)).of(&factor.id)
        };
        let text = |index| text!("{} {}", words.loyalty(), number::percent(Some(index)));
        Bars {
            order: Order::HighestFirst,
            title: self.title.clone(),
            head: Vec::new(),
            rows: self.factors.iter().map(row).collect(),
            span: (0.0, 100.0),
            axis: words.loyalty_axis().to_owned(),
            n: self.n,
            whole: self.index.map(|index| Whole { value: index * 100.0, interval: None, texts: vec![text(index)] }),
            legend: Vec::new(),
        }
    }
}
