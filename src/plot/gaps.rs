//! Expectation against perception: how far each item falls short, or goes beyond.

use super::bars::{Bar, Bars, Order, Whole};
use super::legend::{Entry, Sign};
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The result of `gap`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GapsChart {
        /// The weighted gap of all.
        overall: Option<f64>,
        /// The mean of the items' gaps.
        unweighted: Option<f64>,
        /// The items.
        items: Vec<GapBar>,
        /// The dimensions.
        dimensions: Vec<GapGroup>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// How many answered.
        n: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One item.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GapBar {
        /// Its id.
        id: String,
        /// Perception minus expectation.
        gap: Option<f64>,
    }
}

record! {
    /// One dimension.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GapGroup {
        /// Its id.
        id: String,
        /// The mean of its items' gaps.
        gap: Option<f64>,
        /// Its share of the overall gap.
        weight: f64,
    }
}

impl Rows for GapsChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |item: &GapBar| {
            let colour = if item.gap.is_some_and(|gap| gap < 0.0) { theme.concentrate } else { theme.keep_up };
            Bar::new(title(self.titles.as_ref(), &item.id), item.gap, written(item.gap), colour).of(&item.id)
        };
        let meaning = |colour, text: &str| Entry::new(Sign::Filled(colour), text);
        Bars {
            order: Order::LowestFirst,
            title: self.title.clone(),
            head: Vec::new(),
            rows: self.items.iter().map(row).collect(),
            span: (0.0, 0.0),
            axis: words.gap_axis().to_owned(),
            n: self.n,
            whole: self.overall.map(|value| Whole {
                value,
                interval: None,
                texts: vec![text!("{} {}", words.gap_overall(), written(Some(value)))],
            }),
            legend: vec![meaning(theme.concentrate, words.falls_short()), meaning(theme.keep_up, words.goes_beyond())],
        }
    }
}

fn written(gap: Option<f64>) -> String {
    gap.map_or("–".into(), |gap| number::signed(gap, 2))
}
