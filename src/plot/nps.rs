//! The net promoter score: who would recommend, in one bar, and the score with its interval.

use super::axis::Axis;
use super::ends::Ends;
use super::geometry::{Area, Spot};
use super::number;
use super::pen::{Align, Drawn, Ink, Pen};
use super::picture::{Plot, sentences};
use super::words::Words;
use crate::text::text;
use crate::value::record;

record! {
    /// The result of `nps`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct NpsChart {
        /// How many answered.
        n: f64,
        /// How many gave 9 or 10, or the sum of their weights.
        promoters: f64,
        /// How many gave 7 or 8.
        passives: f64,
        /// How many gave 0 to 6.
        detractors: f64,
        /// The score, -100..=100.
        nps: Option<f64>,
        /// Its standard error, in points.
        standard_error: Option<f64> = "standardError",
        /// Its interval, in points.
        interval: Option<Ends>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

const INSET: f64 = 14.0;

impl Plot for NpsChart {
    /// `Net promoter score +32, 28 to 36 (95% confidence), n = 500. Detractors 20%. …`
    fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(text!("{} {}", words.nps(), self.score()));
        parts.extend(self.interval(words));
        parts.push(text!("n = {}", number::count(self.n)));
        parts.extend(self.shares(words).iter().map(|(name, count)| text!("{} {}", name, self.percent(*count))));
        sentences(&parts)
    }

    fn height(&self, _: f64) -> f64 {
        if self.title.is_some() { 198.0 } else { 168.0 }
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let (page, theme, words) = (pen.page(), pen.theme, pen.words);
        let mut top = 8.0;
        if let Some(title) = &self.title {
            let ink = Ink::bold(15.0, theme.text);
            pen.text(&pen.fitted(title, page.width() - 2.0 * INSET, ink)?, Spot { x: INSET, y: top + 12.0 }, Align::Start, ink)?;
            top += 30.0;
        }
        if self.total() <= 0.0 {
            return pen.text(words.nothing(), page.centre(), Align::Middle, Ink::plain(14.0, theme.muted));
        }
        self.headline(pen, top)?;
        let bar = Area { left: INSET, top: top + 44.0, right: page.right - INSET, bottom: top + 76.0 };
        self.bar(pen, &bar)?;
        self.ruler(pen, bar.bottom + 50.0)
    }
}

impl NpsChart {
    fn score(&self) -> String {
        self.nps.map_or("–".into(), |score| number::signed(score, 0))
    }

    /// As far as scores lie: of a few answers the formula's ends are beyond.
    fn interval(&self, words: &Words) -> Option<String> {
        let point = |value: f64| number::signed(value.clamp(-100.0, 100.0), 0);
        self.interval.as_ref().map(|b| words.interval(&point(b.low), &point(b.high), b.level))
    }

    fn shares(&self, words: &Words) -> [(&'static str, f64); 3] {
        [(words.detractors(), self.detractors), (words.passives(), self.passives), (words.promoters(), self.promoters)]
    }

    fn total(&self) -> f64 {
        self.promoters + self.passives + self.detractors
    }

    fn percent(&self, count: f64) -> String {
        match self.total() > 0.0 {
            true => text!("{}%", number::fixed(count / self.total() * 100.0, 0)),
            false => "–".into(),
        }
    }

    /// The score, its interval, and how many answered.
    fn headline(&self, pen: &Pen<'_>, top: f64) -> Drawn {
        let (page, theme) = (pen.page(), pen.theme);
        let (big, small) = (Ink::bold(26.0, theme.text), Ink::plain(12.0, theme.muted));
        let score = self.score();
        let y = top + 18.0;
        pen.text(&score, Spot { x: INSET, y }, Align::Start, big)?;
        let n = text!("n = {}", number::count(self.n));
        let (left, right) = (INSET + pen.width(&score, big)? + 12.0, page.right - INSET - pen.width(&n, small)? - 12.0);
        if let Some(interval) = self.interval(pen.words) {
            pen.text(&pen.fitted(&interval, right - left, small)?, Spot { x: left, y: y + 3.0 }, Align::Start, small)?;
        }
        pen.text(&n, Spot { x: page.right - INSET, y: y + 3.0 }, Align::End, small)
    }

    /// Detractors, passives, promoters: each as long as its share, its percent inside where there is room, its name below.
    fn bar(&self, pen: &Pen<'_>, bar: &Area) -> Drawn {
        let theme = pen.theme;
        let colours = [theme.concentrate, theme.low_priority, theme.keep_up];
        let ink = Ink::plain(12.0, theme.muted);
        let mut left = bar.left;
        for (at, ((name, count), colour)) in self.shares(pen.words).into_iter().zip(colours).enumerate() {
            let right = left + bar.width() * count / self.total();
            let piece = Area { left, right: (right - if at < 2 { 1.5 } else { 0.0 }).max(left), ..*bar };
            pen.rectangle(&piece, colour)?;
            let percent = self.percent(count);
            let inside = Ink::bold(13.0, colour.readable());
            if pen.width(&percent, inside)? + 8.0 < piece.width() {
                pen.text(&percent, piece.centre(), Align::Middle, inside)?;
            }
            // Names keep to the left, the middle and the right, so that short pieces do not push them together.
            let (x, align) = [(bar.left, Align::Start), (bar.centre().x, Align::Middle), (bar.right, Align::End)][at];
            let label = pen.fitted(&text!("{} {}", name, percent), bar.width() / 3.0, ink)?;
            let width = pen.width(&label, ink)?;
            let mark = match align {
                Align::Start => x,
                Align::Middle => x - width / 2.0 - 7.0,
                Align::End => x - width - 14.0,
            };
            pen.rectangle(&Area { left: mark, top: bar.bottom + 10.0, right: mark + 9.0, bottom: bar.bottom + 19.0 }, colour)?;
            pen.text(&label, Spot { x: mark + 14.0, y: bar.bottom + 14.5 }, Align::Start, ink)?;
            left = right;
        }
        Ok(())
    }

    /// The score and its interval on the whole range, -100..=100.
    fn ruler(&self, pen: &Pen<'_>, y: f64) -> Drawn {
        let (page, theme) = (pen.page(), pen.theme);
        let axis = Axis::new(-100.0, 100.0, INSET + 12.0, page.right - INSET - 12.0);
        let ink = Ink::plain(11.0, theme.muted);
        pen.line(Spot { x: axis.place(-100.0), y }, Spot { x: axis.place(100.0), y }, 1.0, theme.line)?;
        for value in [-100.0, -50.0, 0.0, 50.0, 100.0] {
            let x = axis.place(value);
            pen.line(Spot { x, y: y - 4.0 }, Spot { x, y: y + 4.0 }, 1.0, theme.line)?;
            pen.text(&number::signed(value, 0), Spot { x, y: y + 16.0 }, Align::Middle, ink)?;
        }
        if let Some(bounds) = &self.interval {
            let [low, high] = [bounds.low, bounds.high].map(|value| axis.place(value.clamp(-100.0, 100.0)));
            pen.rectangle(&Area { left: low, right: high.max(low + 1.0), top: y - 4.0, bottom: y + 4.0 }, theme.accent.faded(0.35))?;
        }
        match self.nps {
            Some(score) => pen.disc(Spot { x: axis.place(score), y }, 5.5, theme.accent),
            None => Ok(()),
        }
    }
}
