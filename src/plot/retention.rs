//! How many customers stay, by how satisfied they are.

use super::axis::Axis;
use super::geometry::Spot;
use super::legend::{Entry, Sign};
use super::number;
use super::order::ascending;
use super::pen::{Align, Drawn, Ink, Pen};
use super::picture::{Plot, sentences};
use super::plane::{Margins, Plane};
use super::theme::Theme;
use super::words::Words;
use crate::error::Error;
use crate::measure::{self, Number, RetentionCurve, RetentionInput, RetentionRow, Share};
use crate::text::text;
use crate::value::record;

record! {
    /// The result of `retention`, and what it was asked with.
    #[derive(Debug, Clone, PartialEq)]
    pub struct RetentionChart {
        /// The share that stays.
        rate: Option<f64>,
        /// At least this share.
        low: Option<f64>,
        /// At most this share.
        high: Option<f64>,
        /// Of the customers counted, how many stay.
        retained: Option<f64>,
        /// The level that was asked for; without it the rate is a line across all levels.
        level: Option<Number>,
        /// How many customers there are at each level of the table, from the lowest up.
        counts: Option<Vec<f64>>,
        /// The company's own table, where one was given.
        table: Option<Vec<RetentionRow>>,
        /// How retention runs from level to level, where that was given.
        curve: Option<RetentionCurve>,
        /// What two of the curves meet at, where that was given.
        average: Option<Share>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

/// A curve of so many steps looks round.
const STEPS: u32 = 60;
/// The levels of the table that is taken where none is given.
const LEVELS: (f64, f64) = (1.0, 5.0);

/// What stays at a level: at least, expected, at most.
struct Stay {
    level: f64,
    low: f64,
    rate: f64,
    high: f64,
}

impl Plot for RetentionChart {
    /// `Expected to stay for a year: 72.0% (65.0%–80.0%).`
    fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(self.verdict(words));
        sentences(&parts)
    }

    fn legend(&self, _: &Theme, words: &Words) -> Vec<Entry> {
        let mut legend = vec![Entry::new(Sign::None, self.verdict(words))];
        legend.extend(self.counts.as_ref().map(|_| Entry::new(Sign::None, words.of_customers_at())));
        legend
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        // What has no curve was refused when it was read.
        let stays = self.stays().unwrap_or_default();
        let (Some(first), Some(last)) = (stays.first(), stays.last()) else {
            return pen.text(pen.words.nothing(), pen.page().centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        };
        let margins = Margins {
            title: self.title.as_deref(),
            n: self.counts.as_ref().map(|counts| counts.iter().sum()),
            across: pen.words.retention_across().into(),
            up: pen.words.retention_up().into(),
            legend: self.legend(pen.theme, pen.words),
        };
        let air = (last.level - first.level) * 0.03;
        let across = Axis::new(first.level - air, last.level + air, 0.0, 1.0);
        let plane = Plane::new(pen, across, Axis::new(0.0, 104.0, 0.0, 1.0), &margins)?;
        plane.ground(&margins)?;
        let spot = |level: f64, share: f64| plane.spot(level, share * 100.0);
        let band = stays.iter().map(|s| spot(s.level, s.low)).chain(stays.iter().rev().map(|s| spot(s.level, s.high)));
        pen.area(&band.collect::<Vec<Spot>>(), pen.theme.accent.faded(0.2))?;
        pen.path(&stays.iter().map(|s| spot(s.level, s.rate)).collect::<Vec<Spot>>(), 2.0, pen.theme.accent)?;
        self.crowd(&plane, &stays, spot)?;
        if let Some(rate) = self.rate {
            match self.level {
                Some(level) => {
                    pen.disc(spot(level.get(), rate), plane.radius + 1.5, pen.theme.surface)?;
                    pen.disc(spot(level.get(), rate), plane.radius, pen.theme.text)?;
                }
                None => pen.dashed(spot(first.level, rate), spot(last.level, rate), 1.5, pen.theme.text)?,
            }
        }
        pen.frame(&plane.frame, 1.0, pen.theme.line)
    }
}

impl RetentionChart {
    /// The chart, if its table and its curve are what the measure takes.
    pub(super) fn checked(self) -> Result<Self, Error> {
        self.stays().map(|_| self)
    }

    fn verdict(&self, words: &Words) -> String {
        let bounds = match (self.low, self.high) {
            (Some(low), Some(high)) => text!(" ({}–{})", number::percent(Some(low)), number::percent(Some(high))),
            _ => String::new(),
        };
        text!("{} {}{}", words.retention(), number::percent(self.rate), bounds)
    }

    /// At each level a point as large as there are customers.
    fn crowd(&self, plane: &Plane<'_, '_>, stays: &[Stay], spot: impl Fn(f64, f64) -> Spot) -> Drawn {
        let counts = self.counts.as_deref().unwrap_or_default();
        let most = counts.iter().copied().fold(0.0, f64::max);
        for (level, count) in self.levels().into_iter().zip(counts).filter(|(_, count)| **count > 0.0) {
            let nearest = stays.iter().min_by(|a, b| (a.level - level).abs().total_cmp(&(b.level - level).abs()));
            let Some(stay) = nearest else { continue };
            let radius = (3.0 * plane.radius * (count / most).sqrt()).max(2.5);
            plane.pen.disc(spot(level, stay.rate), radius + 1.0, plane.pen.theme.surface)?;
            plane.pen.disc(spot(level, stay.rate), radius, plane.pen.theme.accent.faded(0.75))?;
        }
        Ok(())
    }

    /// The levels of the table, from the lowest up.
    fn levels(&self) -> Vec<f64> {
        let Some(table) = &self.table else { return (1..=5).map(f64::from).collect() };
        let levels: Vec<f64> = table.iter().map(|row| row.level.get()).collect();
        ascending(levels.iter().copied()).into_iter().filter_map(|at| levels.get(at).copied()).collect()
    }

    /// The curve, as the measure gives it: at the ends of the table and between.
    fn stays(&self) -> Result<Vec<Stay>, Error> {
        let levels = self.table.iter().flatten().map(|row| row.level.get());
        let (low, high) = match &self.table {
            Some(_) => (levels.clone().fold(f64::INFINITY, f64::min), levels.fold(f64::NEG_INFINITY, f64::max)),
            None => LEVELS,
        };
        let mut stays = Vec::new();
        for step in 0..=STEPS {
            // Both ends exactly: a hair beyond, nothing is known.
            let part = f64::from(step) / f64::from(STEPS);
            let level = if step == STEPS { high } else { low + (high - low) * part };
            let input = RetentionInput {
                counts: None,
                level: Some(Number::new(level)?),
                shift: None,
                table: self.table.clone(),
                curve: self.curve,
                average: self.average,
            };
            let stay = measure::retention(&input)?;
            if let (Some(low), Some(rate), Some(high)) = (stay.low, stay.rate, stay.high) {
                stays.push(Stay { level, low, rate, high });
            }
        }
        Ok(stays)
    }
}
