//! Drawing in CSS pixels, with plotters.

use std::cell::RefCell;
use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{Circle, Color, DrawingArea, IntoDrawingArea, PathElement, Polygon, Rectangle, ShapeStyle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, TextStyle};

use super::colour::Colour;
use super::drawing::{Drawing, Measure, Recorder};
use super::geometry::{Area, Spot};
use super::marks::Marks;
use super::theme::Theme;
use super::words::Words;

/// plotters' font sizes count the line, 1.24 times what CSS calls the font size.
pub(super) const LINE: f64 = 1.24;

/// What plotters says where a backend could not draw; ours only remembers, and nothing can go wrong.
pub(super) type Failed = Infallible;

/// The result of drawing something.
pub(super) type Drawn = Result<(), Failed>;

/// Which part of a text lies at its place; upright, its middle always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: Colour,
}

impl Ink {
    pub(super) fn plain(size: f64, colour: Colour) -> Self {
        Self { size, bold: false, colour }
    }

    pub(super) fn bold(size: f64, colour: Colour) -> Self {
        Self { size, bold: true, colour }
    }
}

/// Draws in CSS pixels; the drawing's whole units are `scale` times finer.
pub(super) struct Pen<'a> {
    area: DrawingArea<Recorder<'a>, Shift>,
    scale: f64,
    pub(super) theme: &'a Theme,
    pub(super) words: &'static Words,
    /// What of the picture can be pointed at.
    pub(super) marks: RefCell<Marks>,
}

/// What was drawn, and what of it can be pointed at.
pub(super) struct Recorded {
    pub(super) drawing: Drawing,
    pub(super) marks: Marks,
}

/// What is drawn on a page of so many units, by this pen.
pub(super) fn record(
    size: (u32, u32),
    scale: f64,
    theme: &Theme,
    words: &'static Words,
    measure: Measure<'_>,
    draw: impl FnOnce(&Pen<'_>) -> Drawn,
) -> Recorded {
    let mut drawing = Drawing::default();
    let area = Recorder { drawing: &mut drawing, size, measure }.into_drawing_area();
    let pen = Pen { area, scale, theme, words, marks: RefCell::default() };
    let Ok(()) = draw(&pen);
    let marks = pen.marks.take();
    drop(pen);
    Recorded { drawing, marks }
}

impl<'a> Pen<'a> {
    /// The whole picture.
    pub(super) fn page(&self) -> Area {
        let (width, height) = self.area.dim_in_pixel();
        Area { left: 0.0, top: 0.0, right: f64::from(width) / self.scale, bottom: f64::from(height) / self.scale }
    }

    pub(super) fn fill(&self) -> Drawn {
        self.rectangle(&self.page(), self.theme.surface)
    }

    pub(super) fn rectangle(&self, area: &Area, colour: Colour) -> Drawn {
        let corners = [self.at(Spot { x: area.left, y: area.top }), self.at(Spot { x: area.right, y: area.bottom })];
        drawn(self.area.draw(&Rectangle::new(corners, RGBAColor::from(colour).filled())))
    }

    /// A line this many CSS pixels wide.
    pub(super) fn line(&self, from: Spot, to: Spot, width: f64, colour: Colour) -> Drawn {
        self.path(&[from, to], width, colour)
    }

    /// The area inside a line through these places.
    pub(super) fn area(&self, spots: &[Spot], colour: Colour) -> Drawn {
        let corners: Vec<(i32, i32)> = spots.iter().map(|spot| self.at(*spot)).collect();
        drawn(self.area.draw(&Polygon::new(corners, RGBAColor::from(colour).filled())))
    }

    /// A line through many places.
    pub(super) fn path(&self, spots: &[Spot], width: f64, colour: Colour) -> Drawn {
        let corners: Vec<(i32, i32)> = spots.iter().map(|spot| self.at(*spot)).collect();
        drawn(self.area.draw(&PathElement::new(corners, self.stroke(width, colour))))
    }

    /// For upright and level lines: on a slant, dashes rounded to whole pixels do not line up.
    pub(super) fn dashed(&self, from: Spot, to: Spot, width: f64, colour: Colour) -> Drawn {
        const DASH: f64 = 5.0;
        const PERIOD: f64 = 9.0;
        let length = from.distance(to);
        let along = |d: f64| Spot { x: from.x + (to.x - from.x) * d / length, y: from.y + (to.y - from.y) * d / length };
        for dash in 0..(length / PERIOD).ceil() as u32 {
            let start = f64::from(dash) * PERIOD;
            self.line(along(start), along((start + DASH).min(length)), width, colour)?;
        }
        Ok(())
    }

    /// The outline of a rectangle.
    pub(super) fn frame(&self, area: &Area, width: f64, colour: Colour) -> Drawn {
        let [left, top, right, bottom] = [area.left, area.top, area.right, area.bottom];
        self.path(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map(|(x, y)| Spot { x, y }), width, colour)
    }

    pub(super) fn disc(&self, centre: Spot, radius: f64, colour: Colour) -> Drawn {
        drawn(self.area.draw(&Circle::new(self.at(centre), self.length(radius), RGBAColor::from(colour).filled())))
    }

    /// A text whose vertical middle lies at the place.
    pub(super) fn text(&self, text: &str, at: Spot, align: Align, ink: Ink) -> Drawn {
        self.lettering(text, at, align, ink, FontTransform::None)
    }

    /// A text that is read from bottom to top, its middle at the place.
    pub(super) fn text_upward(&self, text: &str, at: Spot, ink: Ink) -> Drawn {
        self.lettering(text, at, Align::Middle, ink, FontTransform::Rotate270)
    }

    /// How wide a text is, where the picture is shown.
    pub(super) fn width(&self, text: &str, ink: Ink) -> Result<f64, Failed> {
        let style = self.style(Align::Start, ink, FontTransform::None);
        let (width, _) = drawn(self.area.estimate_text_size(&clean(text), &style))?;
        Ok(f64::from(width) / self.scale)
    }

    /// The text, cut with an ellipsis where it is wider than this.
    pub(super) fn fitted(&self, text: &str, most: f64, ink: Ink) -> Result<String, Failed> {
        if self.width(text, ink)? <= most {
            return Ok(text.to_owned());
        }
        let letters: Vec<char> = text.chars().collect();
        // Widths grow with length, so the longest that fits is found by halving.
        let (mut fits, mut spills) = (0, letters.len());
        let cut = |length: usize| letters.iter().take(length).collect::<String>().trim_end().to_owned() + "…";
        while spills - fits > 1 {
            let middle = usize::midpoint(fits, spills);
            match self.width(&cut(middle), ink)? <= most {
                true => fits = middle,
                false => spills = middle,
            }
        }
        Ok(cut(fits))
    }

    fn lettering(&self, text: &str, at: Spot, align: Align, ink: Ink, turn: FontTransform) -> Drawn {
        drawn(self.area.draw(&Text::new(clean(&self.words.directed(text)), self.at(at), self.style(align, ink, turn))))
    }

    fn style(&self, align: Align, ink: Ink, turn: FontTransform) -> TextStyle<'a> {
        let weight = if ink.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name(&self.theme.font), ink.size * self.scale * LINE, weight).transform(turn);
        let across = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        font.color(&RGBAColor::from(ink.colour)).pos(Pos::new(across, VPos::Center))
    }

    fn stroke(&self, width: f64, colour: Colour) -> ShapeStyle {
        ShapeStyle { color: colour.into(), filled: false, stroke_width: self.length(width).max(1) as u32 }
    }

    fn at(&self, spot: Spot) -> (i32, i32) {
        (self.length(spot.x), self.length(spot.y))
    }

    fn length(&self, css: f64) -> i32 {
        (css * self.scale).round() as i32
    }
}

/// The other errors of plotters are about its own layouts and shared backends.
fn drawn<T>(result: Result<T, DrawingAreaErrorKind<Infallible>>) -> Result<T, Failed> {
    Ok(result.expect("one pen draws on the whole of one backend"))
}

/// Without control characters, which neither XML nor a line of text can hold.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
