//! Kano's categories: how many put each attribute in which.

use super::bars::{Bar, Bars, Order, Part};
use super::kano::{KanoChart, colour};
use super::legend::{Entry, Sign};
use super::picture::Rows;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::measure::KanoCategory;

/// Kano's categories as bars.
pub(super) struct KanoClassesChart(pub(super) KanoChart);

impl Rows for KanoClassesChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let bar = |attribute: &super::kano::KanoPoint| {
            let count = |category: KanoCategory| attribute.counts.get(category.name()).copied().unwrap_or(0.0);
            let all: f64 = KanoCategory::ALL.iter().map(|category| count(*category)).sum();
            let part = |&category: &KanoCategory| Part {
                length: 100.0 * count(category) / all,
                colour: colour(Some(category), theme),
                letter: category.name(),
            };
            let known = all > 0.0;
            Bar {
                parts: if known { KanoCategory::ALL.iter().map(part).collect() } else { Vec::new() },
                ..Bar::new(
                    title(self.0.titles.as_ref(), &attribute.id),
                    known.then_some(100.0),
                    attribute.category.map_or("–", KanoCategory::name).into(),
                    theme.muted,
                )
                .of(&attribute.id)
            }
        };
        let entry = |&category: &KanoCategory| {
            Entry::new(Sign::Letter(colour(Some(category), theme), category.name()), words.kano_category(category))
        };
        Bars {
            order: Order::AsGiven,
            title: self.0.title.clone(),
            head: Vec::new(),
            rows: self.0.attributes.iter().map(bar).collect(),
            span: (0.0, 100.0),
            axis: words.kano_axis().to_owned(),
            n: self.0.n,
            whole: None,
            legend: KanoCategory::ALL.iter().map(entry).collect(),
        }
    }
}
