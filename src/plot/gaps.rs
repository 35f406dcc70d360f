//! Expectation against perception: how far each item falls short, or goes beyond.

use super::bars::{Bar, Bars, Whole};
use super::number;
use super::picture::sentences;
use super::theme::Theme;
use super::words::Words;
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
        dimensions: Vec<DimensionGap>,
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
    pub struct DimensionGap {
        /// Its id.
        id: String,
        /// The mean of its items' gaps.
        gap: Option<f64>,
        /// Its share of the overall gap.
        weight: f64,
    }
}

impl GapsChart {
    pub(super) fn height(&self) -> f64 {
        Bars::height(self.items.len(), self.title.is_some(), true)
    }

    pub(super) fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(words.gap_axis.to_owned());
        parts.extend(self.overall.map(|overall| format!("{} {}", words.gap_overall, written(Some(overall)))));
        parts.extend(self.n.map(|n| format!("n = {}", number::count(n))));
        parts.extend(self.items().iter().map(|item| format!("{} {}", self.title_of(item), written(item.gap))));
        sentences(&parts)
    }

    pub(super) fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |item: &&GapBar| Bar {
            name: self.title_of(item).to_owned(),
            value: item.gap,
            text: written(item.gap),
            colour: if item.gap.is_some_and(|gap| gap < 0.0) { theme.concentrate } else { theme.keep_up },
        };
        Bars {
            title: self.title.clone(),
            rows: self.items().iter().map(row).collect(),
            span: (0.0, 0.0),
            axis: words.gap_axis.to_owned(),
            n: self.n,
            whole: self.overall.map(|value| Whole {
                value,
                interval: None,
                texts: vec![format!("{} {}", words.gap_overall, written(Some(value)))],
            }),
        }
    }

    /// The widest shortfall first.
    fn items(&self) -> Vec<&GapBar> {
        let mut items: Vec<&GapBar> = self.items.iter().collect();
        items.sort_by(|a, b| a.gap.unwrap_or(f64::INFINITY).total_cmp(&b.gap.unwrap_or(f64::INFINITY)));
        items
    }

    fn title_of<'s>(&'s self, item: &'s GapBar) -> &'s str {
        self.titles.as_ref().and_then(|titles| titles.get(&item.id)).unwrap_or(&item.id)
    }
}

fn written(gap: Option<f64>) -> String {
    gap.map_or("–".into(), |gap| number::signed(gap, 2))
}
