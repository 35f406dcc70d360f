//! The satisfaction index: each dimension's and each attribute's score as a bar, and the index they add up to.

use super::bars::{Bar, Bars, Order, Whole};
use super::colour::Colour;
use super::ends::Ends;
use super::legend::{Entry, Sign};
use super::number;
use super::order::ascending;
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
        /// The dimensions they belong to; each is drawn above its own.
        dimensions: Option<Vec<DimensionBar>>,
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
        /// Of `score`.
        interval: Option<Ends>,
        /// How many answered it.
        n: f64,
    }
}

record! {
    /// One dimension of the index.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DimensionBar {
        /// Its id.
        id: String,
        /// Its factors.
        attributes: Vec<String>,
        /// Its share of the index, 0..=1.
        weight: f64,
        /// The index of its factors alone, 0..=1.
        index: Option<f64>,
        /// Of `index`.
        interval: Option<Ends>,
        /// How many answered.
        n: f64,
    }
}

impl Rows for IndexChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let dimensions: &[DimensionBar] = self.dimensions.as_deref().unwrap_or_default();
        let factor_colour = theme.accent.faded(if dimensions.is_empty() { 0.75 } else { 0.5 });
        let bar = |id: &str, score: Option<f64>, interval: Option<&Ends>, colour| Bar {
            interval: interval.map(Ends::percent_within),
            ..Bar::new(title(self.titles.as_ref(), id), score.map(|score| score * 100.0), number::percent(score), colour).of(id)
        };
        let mut rows = Vec::new();
        for dimension in highest_first(dimensions, |dimension| dimension.index) {
            rows.push(Bar { strong: true, ..bar(&dimension.id, dimension.index, dimension.interval.as_ref(), theme.accent) });
            rows.extend(self.bars_of(|id| dimension.attributes.iter().any(|own| own == id), &bar, factor_colour));
        }
        let apart = |id: &str| !dimensions.iter().any(|dimension| dimension.attributes.iter().any(|own| own == id));
        rows.extend(self.bars_of(apart, &bar, factor_colour));
        let known = self.interval.iter().chain(self.factors.iter().filter_map(|factor| factor.interval.as_ref()));
        let mut legend: Vec<Entry> = known.take(1).map(|ends| words.whisker(ends.level)).collect();
        if !dimensions.is_empty() {
            legend.push(Entry::new(Sign::Filled(theme.accent), words.dimension()));
            legend.push(Entry::new(Sign::Filled(factor_colour), words.attribute()));
        }
        Bars {
            order: Order::AsGiven,
            title: self.title.clone(),
            head: Vec::new(),
            rows,
            span: (0.0, 100.0),
            axis: words.index_axis().to_owned(),
            n: Some(self.n),
            whole: self.index.map(|index| self.whole(index, words)),
            legend,
        }
    }
}

impl IndexChart {
    /// The factors that belong, the best first.
    fn bars_of(&self, belongs: impl Fn(&str) -> bool, bar: &DrawFactor<'_>, colour: Colour) -> Vec<Bar> {
        let factors = highest_first(&self.factors, |factor| factor.score).into_iter();
        factors.filter(|factor| belongs(&factor.id)).map(|factor| bar(&factor.id, factor.score, factor.interval.as_ref(), colour)).collect()
    }

    fn whole(&self, index: f64, words: &Words) -> Whole {
        let plain = text!("{} {}", words.index(), number::percent(Some(index)));
        let bounds = self.interval.as_ref().map(Ends::percent);
        let full = bounds.map(|(low, high)| text!("{} ({}–{})", plain, number::fixed(low, 1), number::fixed(high, 1)));
        Whole { value: index * 100.0, interval: bounds, texts: full.into_iter().chain([plain]).collect() }
    }
}

/// A bar for an id, its score, and the score's interval.
type DrawFactor<'d> = dyn Fn(&str, Option<f64>, Option<&Ends>, Colour) -> Bar + 'd;

/// Those without a value last.
fn highest_first<T>(all: &[T], value: fn(&T) -> Option<f64>) -> Vec<&T> {
    ascending(all.iter().map(|one| value(one).map_or(f64::INFINITY, |value| -value))).into_iter().filter_map(|at| all.get(at)).collect()
}
