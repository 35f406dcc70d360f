//! How much each attribute counts, and how far the judgments behind that agree.

use super::bars::{Bar, Bars, Order};
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The weights of a report.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WeightsChart {
        /// `equal`, `stated`, `fixed`, `ahp` or `derived`.
        source: String,
        /// By id; they sum to 1.
        weights: Entries<f64>,
        /// The consistency ratio of the judgments.
        cr: Option<f64>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// How many answers they rest on.
        n: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

/// Judgments are consistent up to this ratio (Saaty 1980).
const CONSISTENT: f64 = 0.10;

impl Rows for WeightsChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |(id, weight): &(String, f64)| {
            let colour = theme.accent.faded(0.75);
            Bar::new(title(self.titles.as_ref(), id), Some(weight * 100.0), number::percent(Some(*weight)), colour).of(id)
        };
        let source = words.weights_from(&self.source);
        let head = self.cr.map_or(vec![source.into()], |cr| {
            let verdict = if cr <= CONSISTENT { words.consistent() } else { words.inconsistent() };
            let short = text!("CR = {}", number::fixed(cr, 3));
            let told = text!("{}{}{}", short, words.comma_in_words(), verdict);
            vec![text!("{}{}{}", source, words.comma_in_words(), told), told, short]
        });
        Bars {
            order: Order::HighestFirst,
            title: self.title.clone(),
            head,
            rows: self.weights.0.iter().map(row).collect(),
            span: (0.0, 0.0),
            axis: words.weights_axis().to_owned(),
            n: self.n,
            whole: None,
            legend: Vec::new(),
        }
    }
}
