//! Rows of bars on one axis: a name, a bar from zero, a number. Several charts are made of these.

use super::axis::Axis;
use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::number;
use super::order::ascending;
use super::pen::{Align, Drawn, Failed, Ink, Pen};
use super::picture::sentences;
use crate::text::text;

/// One row.
pub(super) struct Bar {
    pub(super) name: String,
    /// Where the bar ends; there is none where nothing is known.
    pub(super) value: Option<f64>,
    /// The value as it is written.
    pub(super) text: String,
    pub(super) colour: Colour,
}

/// A line through all rows: what they add up to.
pub(super) struct Whole {
    pub(super) value: f64,
    pub(super) interval: Option<(f64, f64)>,
    /// What to call it, the fullest wording first.
    pub(super) texts: Vec<String>,
}

/// In which order rows are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    AsGiven,
    HighestFirst,
    LowestFirst,
}

/// Rows on one axis.
pub(super) struct Bars {
    pub(super) order: Order,
    pub(super) title: Option<String>,
    pub(super) rows: Vec<Bar>,
    /// The axis reaches at least this far, and always holds zero.
    pub(super) span: (f64, f64),
    pub(super) axis: String,
    pub(super) n: Option<f64>,
    pub(super) whole: Option<Whole>,
}

const INSET: f64 = 14.0;
const ROW: f64 = 26.0;
const FOOT: f64 = 52.0;
const TEXT: f64 = 12.0;

impl Bars {
    /// The height that all rows need, in CSS pixels.
    pub(super) fn height(&self) -> f64 {
        self.head() + FOOT + ROW * self.rows.len().max(2) as f64
    }

    fn head(&self) -> f64 {
        4.0 + if self.title.is_some() { 30.0 } else { 4.0 } + if self.whole.is_some() { 32.0 } else { 0.0 }
    }

    /// The rows in their order, those without a value last.
    fn ordered(&self) -> Vec<&Bar> {
        let key = |row: &Bar| match self.order {
            Order::AsGiven => 0.0,
            Order::HighestFirst => row.value.map_or(f64::INFINITY, |value| -value),
            Order::LowestFirst => row.value.unwrap_or(f64::INFINITY),
        };
        ascending(self.rows.iter().map(key)).into_iter().filter_map(|at| self.rows.get(at)).collect()
    }

    /// `Satisfaction index 81.6% (81.0–82.2). n = 1,842. Speed 70.1%. …`
    pub(super) fn summary(&self) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.extend(self.whole.as_ref().and_then(|whole| whole.texts.first().cloned()));
        parts.push(self.axis.clone());
        parts.extend(self.n.map(|n| text!("n = {}", number::count(n))));
        parts.extend(self.ordered().iter().map(|row| text!("{} {}", row.name, row.text)));
        sentences(&parts)
    }

    pub(super) fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let page = pen.page();
        if let Some(title) = &self.title {
            let ink = Ink::bold(15.0, pen.theme.text);
            pen.text(&pen.fitted(title, page.width() - 2.0 * INSET, ink)?, Spot { x: INSET, y: 20.0 }, Align::Start, ink)?;
        }
        if self.rows.iter().all(|row| row.value.is_none()) {
            return pen.text(pen.words.nothing, page.centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        }
        let ink = Ink::plain(TEXT, pen.theme.text);
        let names = widest(pen, self.rows.iter().map(|row| row.name.as_str()), ink)?.min(page.width() * 0.36);
        let numbers = widest(pen, self.rows.iter().map(|row| row.text.as_str()), ink)?;
        let top = self.head();
        let plane = Area { left: INSET + names + 10.0, top, right: page.right - INSET - numbers - 14.0, bottom: page.bottom - FOOT + 8.0 };
        let ends = self.rows.iter().filter_map(|row| row.value);
        let low = ends.clone().fold(self.span.0.min(0.0), f64::min);
        let high = ends.fold(self.span.1.max(0.0), f64::max);
        let axis = Axis::new(low, high, plane.left, plane.right);
        self.grid(pen, &plane, &axis)?;
        let height = plane.height() / self.rows.len() as f64;
        for (at, row) in self.ordered().into_iter().enumerate() {
            let y = plane.top + height * (at as f64 + 0.5);
            let half = (height * 0.31).min(10.0);
            pen.text(&pen.fitted(&row.name, names, ink)?, Spot { x: INSET + names, y }, Align::End, ink)?;
            if let Some(value) = row.value {
                let (zero, end) = (axis.place(0.0), axis.place(value));
                pen.rectangle(&Area { left: zero.min(end), right: zero.max(end), top: y - half, bottom: y + half }, row.colour)?;
            }
            pen.text(&row.text, Spot { x: page.right - INSET, y }, Align::End, ink)?;
        }
        if low < 0.0 {
            let x = axis.place(0.0);
            pen.line(Spot { x, y: plane.top }, Spot { x, y: plane.bottom }, 1.0, pen.theme.muted)?;
        }
        self.whole.as_ref().map_or(Ok(()), |whole| draw_whole(pen, whole, &plane, &axis))
    }

    fn grid(&self, pen: &Pen<'_>, plane: &Area, axis: &Axis) -> Drawn {
        let ink = Ink::plain(TEXT, pen.theme.muted);
        for tick in axis.ticks(if plane.width() < 260.0 { 4 } else { 7 }) {
            pen.line(Spot { x: tick.at, y: plane.top }, Spot { x: tick.at, y: plane.bottom }, 1.0, pen.theme.line.faded(0.6))?;
            pen.text(&tick.text, Spot { x: tick.at, y: plane.bottom + 12.0 }, Align::Middle, ink)?;
        }
        let (y, right) = (plane.bottom + 32.0, pen.page().right - INSET);
        let n = self.n.map_or(String::new(), |n| text!("n = {}", number::count(n)));
        let room = right - INSET - pen.width(&n, ink)? - 12.0;
        pen.text(&pen.fitted(&self.axis, room, ink)?, Spot { x: INSET, y }, Align::Start, ink)?;
        pen.text(&n, Spot { x: right, y }, Align::End, ink)
    }
}

fn widest<'t>(pen: &Pen<'_>, texts: impl Iterator<Item = &'t str>, ink: Ink) -> Result<f64, Failed> {
    texts.map(|text| pen.width(text, ink)).try_fold(0.0_f64, |most, width| width.map(|width| most.max(width)))
}

/// The line, its interval as a band, and its words above.
fn draw_whole(pen: &Pen<'_>, whole: &Whole, plane: &Area, axis: &Axis) -> Drawn {
    let top = plane.top - 4.0;
    if let Some((low, high)) = whole.interval {
        let [left, right] = [low, high].map(|value| axis.place(value).min(plane.right).max(plane.left));
        pen.rectangle(&Area { left, right, top, bottom: plane.bottom }, pen.theme.text.faded(0.15))?;
    }
    let x = axis.place(whole.value);
    pen.line(Spot { x, y: top }, Spot { x, y: plane.bottom }, 1.5, pen.theme.text)?;
    let ink = Ink::bold(13.0, pen.theme.text);
    let room = pen.page().width() - 2.0 * INSET;
    for text in &whole.texts {
        let half = pen.width(text, ink)? / 2.0;
        if 2.0 * half <= room {
            let middle = x.min(pen.page().right - INSET - half).max(INSET + half);
            return pen.text(text, Spot { x: middle, y: plane.top - 16.0 }, Align::Middle, ink);
        }
    }
    Ok(())
}
