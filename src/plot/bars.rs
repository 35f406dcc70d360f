//! Rows of bars on one axis: a name, a bar from zero, a number. Several charts are made of these.

use super::axis::Axis;
use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::legend::{self, Entry};
use super::marks::PictureMark;
use super::number;
use super::order::ascending;
use super::pen::{Align, Drawn, Failed, Ink, Pen};
use super::picture::sentences;
use super::text_width;
use crate::text::text;

/// One row.
pub(super) struct Bar {
    /// What it stands for, for whoever points at it; its name where there is no id.
    pub(super) id: Option<String>,
    pub(super) name: String,
    /// Where the bar ends; there is none where nothing is known.
    pub(super) value: Option<f64>,
    /// The value as it is written.
    pub(super) text: String,
    pub(super) colour: Colour,
    /// Drawn across the bar's end.
    pub(super) interval: Option<(f64, f64)>,
    /// Whether it is an outline.
    pub(super) open: bool,
    /// Whether it stands for the rows below it.
    pub(super) strong: bool,
    /// What the bar is put together of, instead of one colour.
    pub(super) parts: Vec<Part>,
}

/// A part of a bar.
pub(super) struct Part {
    pub(super) length: f64,
    pub(super) colour: Colour,
    /// Written into it where there is room.
    pub(super) letter: &'static str,
}

impl Bar {
    pub(super) fn new(name: impl Into<String>, value: Option<f64>, text: String, colour: Colour) -> Self {
        Self { id: None, name: name.into(), value, text, colour, interval: None, open: false, strong: false, parts: Vec::new() }
    }

    /// Stands for this.
    pub(super) fn of(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }
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
    /// What the rows say together, the fullest wording first.
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Bar>,
    /// The axis reaches at least this far, and always holds zero.
    pub(super) span: (f64, f64),
    pub(super) axis: String,
    pub(super) n: Option<f64>,
    pub(super) whole: Option<Whole>,
    pub(super) legend: Vec<Entry>,
}

const INSET: f64 = 14.0;
const ROW: f64 = 26.0;
/// A row with its name above.
const TALL_ROW: f64 = 40.0;
const FOOT: f64 = 48.0;
const TEXT: f64 = 12.0;
/// The share of the width that names may take beside their bars.
const NAMES: f64 = 0.36;
/// Pictures narrower than this have long names above their bars.
const NARROW: f64 = 520.0;

impl Bars {
    /// The height that all rows need, in CSS pixels.
    pub(super) fn height(&self, width: f64) -> f64 {
        let row = if self.has_names_above(width) { TALL_ROW } else { ROW };
        self.head_height() + row * self.rows.len().max(2) as f64 + self.foot_height(width)
    }

    fn head_height(&self) -> f64 {
        let part = |is_there: bool, height: f64| if is_there { height } else { 0.0 };
        8.0 + part(self.title.is_some(), 26.0) + part(!self.head.is_empty(), 26.0) + part(self.whole.is_some(), 28.0)
    }

    fn foot_height(&self, width: f64) -> f64 {
        FOOT + legend::height(&self.legend, width - 2.0 * INSET)
    }

    fn has_names_above(&self, width: f64) -> bool {
        let most = self.rows.iter().map(|row| text_width::ems(&row.name, row.strong) * TEXT).fold(0.0, f64::max);
        width < NARROW && most > NAMES * width
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
        parts.extend(self.head.first().cloned());
        parts.extend(self.whole.as_ref().and_then(|whole| whole.texts.first().cloned()));
        parts.push(self.axis.clone());
        parts.extend(self.n.map(|n| text!("n = {}", number::count(n))));
        parts.extend(self.ordered().iter().map(|row| text!("{} {}", row.name, row.text)));
        sentences(&parts)
    }

    pub(super) fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let page = pen.page();
        let room = page.width() - 2.0 * INSET;
        let mut y = 8.0;
        if let Some(title) = &self.title {
            let ink = Ink::bold(15.0, pen.theme.text);
            pen.text(&pen.fitted(title, room, ink)?, Spot { x: INSET, y: y + 12.0 }, Align::Start, ink)?;
            y += 26.0;
        }
        if self.rows.iter().all(|row| row.value.is_none()) {
            return pen.text(pen.words.nothing(), page.centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        }
        let ink = Ink::bold(13.0, pen.theme.text);
        if let Some(head) = fullest(pen, &self.head, room, ink)? {
            pen.text(&pen.fitted(head, room, ink)?, Spot { x: INSET, y: y + 11.0 }, Align::Start, ink)?;
        }
        let above = self.has_names_above(page.width());
        let names = if above { 0.0 } else { self.widest(pen, |row| &row.name)?.min(page.width() * NAMES) };
        let numbers = self.widest(pen, |row| &row.text)?;
        let plane = Area {
            left: INSET + if above { 2.0 } else { names + 10.0 },
            top: self.head_height(),
            right: page.right - INSET - numbers - 12.0,
            bottom: page.bottom - self.foot_height(page.width()),
        };
        let axis = self.axis(&plane);
        self.grid(pen, &plane, &axis)?;
        let height = plane.height() / self.rows.len() as f64;
        let (name, bar, half) = if above { (0.27, 0.7, (height * 0.2).min(8.0)) } else { (0.5, 0.5, (height * 0.31).min(10.0)) };
        let ordered = self.ordered();
        let y = |at: usize, part: f64| plane.top + height * (at as f64 + part);
        for (at, row) in ordered.iter().enumerate() {
            draw_bar(pen, row, &axis, y(at, bar), half)?;
            let end = axis.place(row.value.unwrap_or(0.0));
            let area =
                Area { left: plane.left.min(end), right: end.max(plane.left + 1.0), top: y(at, bar) - half, bottom: y(at, bar) + half };
            pen.marks.borrow_mut().marks.push(PictureMark::bar(row.id.as_ref().unwrap_or(&row.name), &row.name, &row.text, &area));
        }
        let x = axis.place(0.0);
        pen.line(Spot { x, y: plane.top }, Spot { x, y: plane.bottom }, 1.0, pen.theme.muted)?;
        if let Some(whole) = &self.whole {
            draw_whole(pen, whole, &plane, &axis)?;
        }
        for (at, row) in ordered.into_iter().enumerate() {
            let ink = self.ink(pen, row);
            pen.text(&row.text, Spot { x: page.right - INSET, y: y(at, bar) }, Align::End, ink)?;
            let (x, align) = if above { (plane.left, Align::Start) } else { (INSET + names, Align::End) };
            let text = pen.fitted(&row.name, if above { page.right - INSET - x } else { names }, ink)?;
            if above {
                // Nothing that runs through all rows runs through a name.
                let (left, middle) = (x + 1.0, y(at, name));
                let room = Area { left, right: left + pen.width(&text, ink)? + 3.0, top: middle - 8.0, bottom: middle + 8.0 };
                pen.rectangle(&room, pen.theme.surface)?;
            }
            pen.text(&text, Spot { x, y: y(at, name) }, align, ink)?;
        }
        Ok(())
    }

    fn ink(&self, pen: &Pen<'_>, row: &Bar) -> Ink {
        Ink { size: TEXT, bold: row.strong, colour: pen.theme.text }
    }

    fn widest(&self, pen: &Pen<'_>, text: fn(&Bar) -> &str) -> Result<f64, Failed> {
        let widths = self.rows.iter().map(|row| pen.width(text(row), self.ink(pen, row)));
        widths.into_iter().try_fold(0.0_f64, |most, width| width.map(|width| most.max(width)))
    }

    /// From zero to all that is drawn.
    fn axis(&self, plane: &Area) -> Axis {
        let intervals = self.rows.iter().filter_map(|row| row.interval).flat_map(|(low, high)| [low, high]);
        let ends: Vec<f64> = self.rows.iter().filter_map(|row| row.value).chain(intervals).collect();
        let low = ends.iter().copied().fold(self.span.0.min(0.0), f64::min);
        let high = ends.iter().copied().fold(self.span.1.max(0.0), f64::max);
        Axis::new(low, high, plane.left, plane.right)
    }

    fn grid(&self, pen: &Pen<'_>, plane: &Area, axis: &Axis) -> Drawn {
        let ink = Ink::plain(TEXT, pen.theme.muted);
        for tick in axis.ticks(if plane.width() < 260.0 { 4 } else { 7 }) {
            pen.line(Spot { x: tick.at, y: plane.top }, Spot { x: tick.at, y: plane.bottom }, 1.0, pen.theme.line.faded(0.6))?;
            pen.text(&tick.text, Spot { x: tick.at, y: plane.bottom + 12.0 }, Align::Middle, ink)?;
        }
        let (y, right) = (plane.bottom + 31.0, pen.page().right - INSET);
        let n = self.n.map_or(String::new(), |n| text!("n = {}", number::count(n)));
        let room = right - INSET - pen.width(&n, ink)? - 12.0;
        pen.text(&pen.fitted(&self.axis, room, ink)?, Spot { x: INSET, y }, Align::Start, ink)?;
        pen.text(&n, Spot { x: right, y }, Align::End, ink)?;
        legend::draw(&self.legend, pen, Spot { x: INSET, y: plane.bottom + FOOT - 6.0 }, right - INSET)
    }
}

/// The first of the texts that has room, else the last.
fn fullest<'t>(pen: &Pen<'_>, texts: &'t [String], room: f64, ink: Ink) -> Result<Option<&'t String>, Failed> {
    for text in texts {
        if pen.width(text, ink)? <= room {
            return Ok(Some(text));
        }
    }
    Ok(texts.last())
}

fn draw_bar(pen: &Pen<'_>, row: &Bar, axis: &Axis, y: f64, half: f64) -> Drawn {
    let Some(value) = row.value else { return Ok(()) };
    let (zero, end) = (axis.place(0.0), axis.place(value));
    let area = Area { left: zero.min(end), right: zero.max(end), top: y - half, bottom: y + half };
    if row.open {
        legend::open(pen, &area, row.colour)?;
    } else if row.parts.is_empty() {
        pen.rectangle(&area, row.colour)?;
    }
    let mut from = 0.0;
    for part in &row.parts {
        let piece = Area { left: axis.place(from), right: axis.place(from + part.length), ..area };
        from += part.length;
        // A seam parts neighbours whose greys are alike.
        pen.rectangle(&Area { right: (piece.right - 1.0).max(piece.left), ..piece }, part.colour)?;
        if piece.width() > 14.0 {
            pen.text(part.letter, piece.centre(), Align::Middle, Ink::bold(11.0, part.colour.readable()))?;
        }
    }
    match row.interval {
        Some((low, high)) => legend::whisker(pen, axis.place(low), axis.place(high), y),
        None => Ok(()),
    }
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
    let Some(text) = fullest(pen, &whole.texts, room, ink)? else { return Ok(()) };
    let half = pen.width(text, ink)? / 2.0;
    let middle = x.min(pen.page().right - INSET - half).max(INSET + half);
    pen.text(text, Spot { x: middle, y: plane.top - 15.0 }, Align::Middle, ink)
}
