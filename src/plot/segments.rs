//! The index of each segment, side by side.

use super::bars::{Bar, Bars, Order, Whole};
use super::ends::Ends;
use super::legend::{Entry, Sign};
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
        /// The index of all answers together, 0..=1.
        index: Option<f64>,
        /// How many there are in all.
        n: Option<f64>,
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
        /// Of `index`.
        interval: Option<Ends>,
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
        // Those that differ stand out.
        let row = |segment: &SegmentBar| Bar {
            open: segment.significant != Some(true),
            interval: segment.interval.as_ref().map(Ends::percent_within),
            ..Bar::new(self.name(segment), segment.index.map(|index| index * 100.0), written(segment), theme.accent).of([
                &segment.question,
                ".",
                &segment.value,
            ]
            .concat())
        };
        let mut legend =
            vec![Entry::new(Sign::Filled(theme.accent), words.differs()), Entry::new(Sign::Open(theme.accent), words.does_not_differ())];
        legend.extend(self.segments.iter().find_map(|segment| segment.interval.as_ref()).map(|ends| words.whisker(ends.level)));
        let whole =
            |index| Whole { value: index * 100.0, interval: None, texts: vec![text!("{} {}", words.all(), number::percent(Some(index)))] };
        Bars {
            order: Order::AsGiven,
            title: self.title.clone(),
            head: Vec::new(),
            rows: self.segments.iter().map(row).collect(),
            span: (0.0, 100.0),
            axis: words.segments_axis().to_owned(),
            n: self.n,
            whole: self.index.map(whole),
            legend,
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
