//! The satisfaction index: each factor's score as a bar, and the index they add up to.

use super::bars::{Bar, Bars, Order, Whole};
use super::nps::Ends;
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The result of `satisfactionIndex`, of attributes or of dimensions.
    #[derive(Debug, Clone, PartialEq)]
    pub struct IndexChart {
        /// The weighted sum of the scores, 0..=1.
        index: Option<f64>,
        /// The same with 0 at the lowest level, 0..=100.
        anchored100: Option<f64>,
        /// Of `index`.
        interval: Option<Ends>,
        /// How many answered.
        n: f64,
        /// What the index is made of.
        factors: Vec<FactorBar>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One factor of the index.
    #[derive(Debug, Clone, PartialEq)]
    pub struct FactorBar {
        /// Its id.
        id: String,
        /// Its share of the index, 0..=1.
        weight: f64,
        /// Its score, 0..=1.
        score: Option<f64>,
        /// The same with 0 at the lowest level, 0..=100.
        anchored100: Option<f64>,
        /// The mean answer.
        mean: Option<f64>,
        /// How many answered it.
        n: f64,
    }
}

impl Rows for IndexChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |factor: &FactorBar| Bar {
            name: title(self.titles.as_ref(), &factor.id).to_owned(),
            value: factor.score.map(|score| score * 100.0),
            text: number::percent(factor.score),
            colour: theme.accent.faded(0.75),
        };
        Bars {
            order: Order::HighestFirst,
            title: self.title.clone(),
            rows: self.factors.iter().map(row).collect(),
            span: (0.0, 100.0),
            axis: words.index_axis.to_owned(),
            n: Some(self.n),
            whole: self.index.map(|index| self.whole(index, words)),
        }
    }
}

impl IndexChart {
    fn whole(&self, index: f64, words: &Words) -> Whole {
        let plain = text!("{} {}", words.index, number::percent(Some(index)));
        let bounds = self.interval.as_ref().map(|b| (b.low * 100.0, b.high * 100.0));
        let full = bounds.map(|(low, high)| text!("{} ({}–{})", plain, number::fixed(low, 1), number::fixed(high, 1)));
        Whole { value: index * 100.0, interval: bounds, texts: full.into_iter().chain([plain]).collect() }
    }
}
