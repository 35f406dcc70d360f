//! What the signs of a picture mean.

use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::paragraph;
use super::pen::{Align, Drawn, Ink, Pen};
use super::text_width;

/// A sign, as it is drawn in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sign {
    /// Words alone.
    None,
    /// A bar that is filled.
    Filled(Colour),
    /// A bar that is not.
    Open(Colour),
    /// A part of a bar, with a letter.
    Letter(Colour, &'static str),
    /// An interval.
    Whisker,
    /// A point.
    Disc(Colour),
    /// A hollow point.
    Ring(Colour),
    /// A point and the region around it.
    Region(Colour),
}

/// A sign and its meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) sign: Sign,
    pub(super) text: String,
}

/// The letters of a legend.
const SIZE: f64 = 11.0;
const ROW: f64 = 17.0;
const SIGN: f64 = 15.0;
const AIR: f64 = 5.0;
const APART: f64 = 16.0;

impl Entry {
    pub(super) fn new(sign: Sign, text: impl Into<String>) -> Self {
        Self { sign, text: text.into() }
    }

    fn indent(&self) -> f64 {
        if self.sign == Sign::None { 0.0 } else { SIGN + AIR }
    }
}

/// An entry's place: the rows of its text.
struct Seat<'e> {
    entry: &'e Entry,
    x: f64,
    row: usize,
    texts: Vec<String>,
}

/// Entries side by side as far as they go, then below each other; and how many rows that takes.
fn seats(entries: &[Entry], width: f64) -> (Vec<Seat<'_>>, usize) {
    let (mut seats, mut x, mut row) = (Vec::new(), 0.0, 0);
    for entry in entries {
        let texts = paragraph::rows(&entry.text, width - entry.indent(), SIZE, false);
        let own = entry.indent() + texts.iter().map(|text| text_width::ems(text, false) * SIZE).fold(0.0, f64::max);
        if x > 0.0 && (x + own > width || texts.len() > 1) {
            (x, row) = (0.0, row + 1);
        }
        let rows = texts.len();
        seats.push(Seat { entry, x, row, texts });
        x += own + APART;
        if rows > 1 {
            (x, row) = (0.0, row + rows);
        }
    }
    (seats, if x > 0.0 { row + 1 } else { row })
}

/// How high the legend is in a width.
pub(super) fn height(entries: &[Entry], width: f64) -> f64 {
    ROW * seats(entries, width).1 as f64
}

/// The legend from a corner on.
pub(super) fn draw(entries: &[Entry], pen: &Pen<'_>, corner: Spot, width: f64) -> Drawn {
    let ink = Ink::plain(SIZE, pen.theme.muted);
    for Seat { entry, x, row, texts } in seats(entries, width).0 {
        let left = corner.x + x;
        let middle = |row: usize| corner.y + ROW * (row as f64 + 0.5);
        draw_sign(entry.sign, pen, &Area::around(Spot { x: left + SIGN / 2.0, y: middle(row) }, SIGN, 10.0))?;
        for (at, text) in texts.iter().enumerate() {
            pen.text(text, Spot { x: left + entry.indent(), y: middle(row + at) }, Align::Start, ink)?;
        }
    }
    Ok(())
}

fn draw_sign(sign: Sign, pen: &Pen<'_>, room: &Area) -> Drawn {
    let centre = room.centre();
    match sign {
        Sign::None => Ok(()),
        Sign::Filled(colour) => pen.rectangle(room, colour),
        Sign::Open(colour) => open(pen, room, colour),
        Sign::Letter(colour, letter) => {
            pen.rectangle(&room.grown(1.0), colour)?;
            pen.text(letter, centre, Align::Middle, Ink::bold(10.0, colour.readable()))
        }
        Sign::Whisker => whisker(pen, room.left, room.right, centre.y),
        Sign::Disc(colour) => pen.disc(centre, 4.5, colour),
        Sign::Ring(colour) => {
            pen.disc(centre, 5.5, colour)?;
            pen.disc(centre, 3.5, pen.theme.surface)
        }
        Sign::Region(colour) => {
            pen.disc(centre, 7.0, colour.faded(0.3))?;
            pen.disc(centre, 3.5, colour)
        }
    }
}

/// A bar that is not filled: an outline, and a tint.
pub(super) fn open(pen: &Pen<'_>, area: &Area, colour: Colour) -> Drawn {
    pen.rectangle(area, colour.faded(0.12))?;
    pen.frame(area, 1.0, colour)
}

/// An interval: a line with ends, on a seam that parts it from the bar under it.
pub(super) fn whisker(pen: &Pen<'_>, low: f64, high: f64, y: f64) -> Drawn {
    for (more, colour) in [(1.5, pen.theme.surface.faded(0.85)), (0.0, pen.theme.text)] {
        let half = 0.75 + more;
        pen.rectangle(&Area { left: low - more, right: high + more, top: y - half, bottom: y + half }, colour)?;
        for x in [low, high] {
            pen.rectangle(&Area { left: x - half, right: x + half, top: y - 4.0 - more, bottom: y + 4.0 + more }, colour)?;
        }
    }
    Ok(())
}
