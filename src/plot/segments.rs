//! The index of each segment, side by side.

use super::bars::{Bar, Bars, Order};
use super::number;
use super::picture::Rows;
use super::theme::Theme;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The segments of a report.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SegmentsChart {
        /// The segments.
        segments: Vec<SegmentBar>,
        /// What the values are called, by `question.value`, by `value`, or both.
        titles: Option<Entries<String>>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One segment: those who gave one answer to a question.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SegmentBar {
        /// The question.
        question: String,
        /// The answer.
        value: String,
        /// How many gave it.
        n: f64,
        /// Their index, 0..=1; hidden where too few gave it.
        index: Option<f64>,
        /// Their promoter score.
        nps: Option<f64>,
        /// How likely chance alone would part them from the others this far.
        p: Option<f64>,
        /// The same, adjusted for the number of segments.
        adjusted_p: Option<f64> = "adjustedP",
        /// Whether they differ from the others.
        significant: Option<bool>,
    }
}

impl Rows for SegmentsChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let row = |segment: &SegmentBar| Bar {
            name: self.name(segment),
            value: segment.index.map(|index| index * 100.0),
            text: written(segment),
            // Those that differ stand out.
            colour: theme.accent.faded(if segment.significant == Some(true) { 1.0 } else { 0.45 }),
        };
        Bars {
            order: Order::AsGiven,
            title: self.title.clone(),
            rows: self.segments.iter().map(row).collect(),
            span: (0.0, 100.0),
            axis: words.segments_axis.to_owned(),
            n: None,
            whole: None,
        }
    }
}

impl SegmentsChart {
    fn name(&self, segment: &SegmentBar) -> String {
        let titles = self.titles.as_ref();
        let title = |key: &str| titles.and_then(|titles| titles.get(key)).map(String::as_str);
        let name = title(&text!("{}.{}", segment.question, segment.value)).or_else(|| title(&segment.value)).unwrap_or(&segment.value);
        text!("{} (n = {})", name, number::count(segment.n))
    }
}

/// The index; an asterisk where the segment differs.
fn written(segment: &SegmentBar) -> String {
    let star = if segment.significant == Some(true) { " *" } else { "" };
    segment.index.map_or("–".into(), |index| text!("{}%{}", number::fixed(index * 100.0, 1), star))
}
