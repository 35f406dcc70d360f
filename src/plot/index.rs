//! The satisfaction index: each factor's score as a bar, and the index they add up to.

use plotters::prelude::DrawingBackend;

use super::axis::Axis;
use super::geometry::{Area, Spot};
use super::nps::Bounds;
use super::number;
use super::pen::{Align, Drawn, Failed, Ink, Pen};
use super::picture::sentences;
use super::words::Words;
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
        interval: Option<Bounds>,
        /// How many answered.
        n: f64,
        /// What the index is made of.
        factors: Vec<FactorBar>,
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
        /// How many answered it.
        n: f64,
    }
}

const INSET: f64 = 14.0;
const ROW: f64 = 26.0;
const HEAD: f64 = 40.0;
const FOOT: f64 = 52.0;

impl IndexChart {
    /// The height that all bars need.
    pub(super) fn height(&self) -> f64 {
        let title = if self.title.is_some() { 30.0 } else { 0.0 };
        title + HEAD + FOOT + ROW * self.factors.len().max(2) as f64
    }

    /// `Satisfaction index 81.6%, 81.0% to 82.2% (95% confidence). n = 1,842. Speed 70.1%. …`
    pub(super) fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(format!("{} {}", words.index, percent(self.index)));
        parts.extend(self.interval(words));
        parts.push(format!("n = {}", number::count(self.n)));
        parts.extend(self.bars().iter().map(|bar| format!("{} {}", self.title_of(bar), percent(bar.score))));
        sentences(&parts)
    }

    fn interval(&self, words: &Words) -> Option<String> {
        self.interval.as_ref().map(|b| words.interval(&percent(Some(b.low)), &percent(Some(b.high)), b.level))
    }

    /// Highest score first, those without one last.
    fn bars(&self) -> Vec<&FactorBar> {
        let mut bars: Vec<&FactorBar> = self.factors.iter().collect();
        bars.sort_by(|a, b| b.score.unwrap_or(-1.0).total_cmp(&a.score.unwrap_or(-1.0)));
        bars
    }

    fn title_of<'s>(&'s self, bar: &'s FactorBar) -> &'s str {
        self.titles.as_ref().and_then(|titles| titles.get(&bar.id)).unwrap_or(&bar.id)
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>) -> Drawn {
        pen.fill()?;
        let page = pen.page();
        let mut top = 4.0;
        if let Some(title) = &self.title {
            let ink = Ink::bold(15.0, pen.theme.text);
            pen.text(&pen.fitted(title, page.width() - 2.0 * INSET, ink)?, Spot { x: INSET, y: 20.0 }, Align::Start, ink)?;
            top += 30.0;
        }
        let bars = self.bars();
        if !bars.iter().any(|bar| bar.score.is_some()) {
            return pen.text(pen.words.nothing, page.centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        }
        let names = self.names_width(pen, page.width() * 0.36)?;
        let plane =
            Area { left: INSET + names + 10.0, top: top + HEAD - 8.0, right: page.right - INSET - 52.0, bottom: page.bottom - FOOT + 8.0 };
        let axis = Axis::new(0.0, 100.0, plane.left, plane.right);
        self.grid(pen, &plane, &axis)?;
        let row = plane.height() / bars.len() as f64;
        for (at, bar) in bars.iter().enumerate() {
            self.bar(pen, bar, &axis, plane.top + row * (at as f64 + 0.5), (row * 0.62).min(20.0), names)?;
        }
        self.overall(pen, &plane, &axis)
    }

    fn names_width<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, most: f64) -> Result<f64, Failed> {
        let ink = Ink::plain(12.0, pen.theme.text);
        let widths = self.factors.iter().map(|bar| pen.width(self.title_of(bar), ink)).collect::<Result<Vec<f64>, Failed>>()?;
        Ok(widths.into_iter().fold(0.0, f64::max).min(most))
    }

    fn grid<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, plane: &Area, axis: &Axis) -> Drawn {
        let ink = Ink::plain(12.0, pen.theme.muted);
        for tick in axis.ticks(6) {
            pen.line(Spot { x: tick.at, y: plane.top }, Spot { x: tick.at, y: plane.bottom }, 1.0, pen.theme.line.faded(0.6))?;
            pen.text(&tick.text, Spot { x: tick.at, y: plane.bottom + 12.0 }, Align::Middle, ink)?;
        }
        let title = pen.fitted(pen.words.index_axis, pen.page().width() - 120.0, ink)?;
        let right = pen.page().right - INSET;
        pen.text(&title, Spot { x: INSET, y: plane.bottom + 32.0 }, Align::Start, ink)?;
        pen.text(&format!("n = {}", number::count(self.n)), Spot { x: right, y: plane.bottom + 32.0 }, Align::End, ink)
    }

    fn bar<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, bar: &FactorBar, axis: &Axis, y: f64, thick: f64, names: f64) -> Drawn {
        let ink = Ink::plain(12.0, pen.theme.text);
        let name = pen.fitted(self.title_of(bar), names, ink)?;
        pen.text(&name, Spot { x: INSET + names, y }, Align::End, ink)?;
        let score = bar.score.map_or(0.0, |score| score * 100.0);
        let area = Area { left: axis.place(0.0), right: axis.place(score), top: y - thick / 2.0, bottom: y + thick / 2.0 };
        pen.rectangle(&area, pen.theme.accent.faded(0.75))?;
        pen.text(&percent(bar.score), Spot { x: pen.page().right - INSET, y }, Align::End, ink)
    }

    /// The index as a line through all bars, its interval as a band.
    fn overall<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, plane: &Area, axis: &Axis) -> Drawn {
        let Some(index) = self.index else { return Ok(()) };
        if let Some(bounds) = &self.interval {
            let [left, right] = [bounds.low, bounds.high].map(|value| axis.place((value * 100.0).clamp(0.0, 100.0)));
            pen.rectangle(&Area { left, right, top: plane.top - 4.0, bottom: plane.bottom }, pen.theme.text.faded(0.15))?;
        }
        let x = axis.place(index * 100.0);
        pen.line(Spot { x, y: plane.top - 4.0 }, Spot { x, y: plane.bottom }, 1.5, pen.theme.text)?;
        let ink = Ink::bold(13.0, pen.theme.text);
        let mut text = format!("{} {}", pen.words.index, percent(Some(index)));
        if let Some(bounds) = &self.interval {
            let whole = format!("{text}  ({}–{})", number::fixed(bounds.low * 100.0, 1), number::fixed(bounds.high * 100.0, 1));
            if pen.width(&whole, ink)? < pen.page().width() - 2.0 * INSET {
                text = whole;
            }
        }
        let width = pen.width(&text, ink)?;
        let middle = x.clamp(INSET + width / 2.0, (pen.page().right - INSET - width / 2.0).max(INSET + width / 2.0));
        pen.text(&text, Spot { x: middle, y: plane.top - 16.0 }, Align::Middle, ink)
    }
}

fn percent(share: Option<f64>) -> String {
    share.map_or("–".into(), |share| format!("{}%", number::fixed(share * 100.0, 1)))
}
