//! How the answers to one question spread over its levels: satisfaction with the whole, and ease.

use super::bars::{Bar, Bars, Order};
use super::ends::Ends;
use super::legend::{Entry, Sign};
use super::number;
use super::order::ascending;
use super::picture::Rows;
use super::theme::Theme;
use super::words::Words;
use crate::text::text;
use crate::value::record;

record! {
    /// The result of `csat`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CsatChart {
        /// How many answered.
        n: f64,
        /// How many are satisfied.
        satisfied: f64,
        /// Their share, 0..=1.
        share: Option<f64>,
        /// Of `share`.
        interval: Option<Ends>,
        /// The mean level.
        mean: Option<f64>,
        /// The same with 0 at the lowest level, 0..=100.
        anchored100: Option<f64>,
        /// The levels.
        levels: Vec<f64>,
        /// How many answered each.
        counts: Vec<f64>,
        /// The lowest level that is satisfied.
        satisfied_from: f64 = "satisfiedFrom",
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// The result of `ces`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CesChart {
        /// How many answered.
        n: f64,
        /// The mean level.
        mean: Option<f64>,
        /// The share of easy answers, 0..=1.
        easy_share: Option<f64> = "easyShare",
        /// Of that share.
        interval: Option<Ends>,
        /// Easy share less hard share, -1..=1.
        net_easy: Option<f64> = "netEasy",
        /// How many answered each level, from 1 on.
        counts: Vec<f64>,
        /// The lowest level that is easy.
        easy_from: f64 = "easyFrom",
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

impl Rows for CsatChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let levels: Vec<Level> =
            self.levels.iter().zip(&self.counts).map(|(&level, &count)| Level { low: level, high: level, count }).collect();
        let top = Top {
            name: words.satisfied(),
            from: self.satisfied_from,
            share: self.share,
            interval: self.interval.as_ref(),
            mean: self.mean,
        };
        bars(levels, &top, self.n, self.title.as_ref(), theme, words)
    }
}

impl Rows for CesChart {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars {
        let level = |(level, count): (u32, &f64)| Level { low: f64::from(level), high: f64::from(level), count: *count };
        let levels: Vec<Level> = (1..).zip(&self.counts).map(level).collect();
        let top =
            Top { name: words.easy(), from: self.easy_from, share: self.easy_share, interval: self.interval.as_ref(), mean: self.mean };
        bars(levels, &top, self.n, self.title.as_ref(), theme, words)
    }
}

/// The levels that count as good, and what they come to.
struct Top<'t> {
    name: &'t str,
    from: f64,
    share: Option<f64>,
    interval: Option<&'t Ends>,
    mean: Option<f64>,
}

/// A level, or several beside each other.
struct Level {
    low: f64,
    high: f64,
    count: f64,
}

/// More levels than this are drawn several to a bar.
const MOST: usize = 12;

fn bars(levels: Vec<Level>, top: &Top<'_>, n: f64, title: Option<&String>, theme: &Theme, words: &Words) -> Bars {
    let all: f64 = levels.iter().map(|level| level.count).sum();
    let ends = levels.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |ends, level| (ends.0.min(level.low), ends.1.max(level.high)));
    let row = |level: Level| {
        let share = (all > 0.0).then(|| level.count / all);
        let good = level.low >= top.from;
        let text = text!("{} ({})", number::percent(share), number::count(level.count));
        Bar { open: !good, ..Bar::new(range(level.low, level.high), share.map(|share| share * 100.0), text, colour(good, theme)) }
    };
    let rows: Vec<Bar> = gathered(levels, top.from).into_iter().map(row).rev().collect();
    let plain = text!("{} {}", top.name, number::percent(top.share));
    let between = |ends: &Ends| text!("{} ({}–{})", plain, number::fixed(ends.low * 100.0, 1), number::fixed(ends.high * 100.0, 1));
    let short = top.interval.map_or(plain.clone(), between);
    let full =
        top.mean.map_or(short.clone(), |mean| text!("{}{}{} {}", short, words.comma_in_words(), words.mean(), number::fixed(mean, 2)));
    let good = text!("{}{}{}", top.name, words.colon(), range(top.from, ends.1));
    Bars {
        order: Order::AsGiven,
        title: title.cloned(),
        head: vec![full, short, plain],
        rows,
        span: (0.0, 0.0),
        axis: words.levels_axis().to_owned(),
        n: Some(n),
        whole: None,
        legend: vec![
            Entry::new(Sign::Filled(colour(true, theme)), good),
            Entry::new(Sign::Open(colour(false, theme)), words.other_levels()),
        ],
    }
}

fn colour(good: bool, theme: &Theme) -> super::colour::Colour {
    if good { theme.accent } else { theme.muted }
}

fn range(low: f64, high: f64) -> String {
    if low == high { number::short(low) } else { text!("{}–{}", number::short(low), number::short(high)) }
}

/// From the lowest level up, good ones and others apart; of very many levels as many to a bar as it takes.
fn gathered(levels: Vec<Level>, from: f64) -> Vec<Level> {
    let together = levels.len().div_ceil(MOST);
    let mut bars: Vec<(Level, usize)> = Vec::new();
    for at in ascending(levels.iter().map(|level| level.low)) {
        let Some(level) = levels.get(at) else { continue };
        match bars.last_mut() {
            Some((bar, held)) if *held < together && (bar.low >= from) == (level.low >= from) => {
                (bar.high, bar.count, *held) = (level.high, bar.count + level.count, *held + 1);
            }
            _ => bars.push((Level { low: level.low, high: level.high, count: level.count }, 1)),
        }
    }
    bars.into_iter().map(|(bar, _)| bar).collect()
}
