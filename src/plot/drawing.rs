//! What a picture is made of: shapes and texts in whole units, one over the other.
//!
//! Charts are drawn once, on this plotters backend, and whoever shows the picture goes through the list: a page's canvas, or the writer of
//! SVG. So each chart is compiled for one backend, and what a canvas shows is what an SVG shows.

use std::convert::Infallible;

use plotters::style::text_anchor::HPos;
use plotters::style::{FontStyle, FontTransform};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::pen::{Align, LINE};

/// A picture as a list, the lowest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing(pub Vec<Stroke>);

/// One shape or text, in one colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// `0xrrggbb`.
    pub colour: u32,
    /// How solid it is, in ten-thousandths.
    pub alpha: u32,
    /// What is drawn.
    pub shape: Shape,
}

/// What is drawn, in units of the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A line of a width through places.
    Line {
        /// How wide it is.
        width: u32,
        /// Where it goes.
        spots: Vec<(i32, i32)>,
    },
    /// The area inside a line through places.
    Area(Vec<(i32, i32)>),
    /// A rectangle between its left top and its right bottom corner.
    Rectangle((i32, i32), (i32, i32)),
    /// A disc of a radius around a place.
    Disc((i32, i32), u32),
    /// A text, its vertical middle at a place.
    Text(Lettering),
}

/// A text and how it is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Lettering {
    /// What is written, without control characters.
    pub text: String,
    /// Where it lies.
    pub at: (i32, i32),
    /// The font size, in hundredths of a unit.
    pub size: u32,
    /// Whether it is bold.
    pub bold: bool,
    /// Which part of it lies at its place.
    pub align: Align,
    /// How many quarter turns it is turned around its place, clockwise.
    pub turns: u32,
}

/// How wide a text is in units: of this font size, bold or not.
pub type Measure<'m> = &'m dyn Fn(&str, f64, bool) -> f64;

/// The plotters backend that keeps what it is asked to draw.
pub(super) struct Recorder<'d> {
    pub(super) drawing: &'d mut Drawing,
    pub(super) size: (u32, u32),
    pub(super) measure: Measure<'d>,
}

impl Recorder<'_> {
    /// Nothing is kept of what nobody can see.
    fn keep(&mut self, colour: BackendColor, shape: Shape) -> Recorded {
        let (r, g, b) = colour.rgb;
        let alpha = (colour.alpha * 1e4).round() as u32;
        if alpha > 0 {
            self.drawing.0.push(Stroke { colour: u32::from_be_bytes([0, r, g, b]), alpha, shape });
        }
        Ok(())
    }
}

type Recorded = Result<(), DrawingErrorKind<Infallible>>;

fn is_bold<S: BackendTextStyle>(style: &S) -> bool {
    matches!(style.style(), FontStyle::Bold)
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Recorded {
        Ok(())
    }

    fn present(&mut self) -> Recorded {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Recorded {
        self.keep(colour, Shape::Rectangle((x, y), (x + 1, y + 1)))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Recorded {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, style: &S, fill: bool) -> Recorded {
        match fill {
            true => self.keep(style.color(), Shape::Rectangle((left, top), (right, bottom))),
            false => self.draw_path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], style),
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Recorded {
        self.keep(style.color(), Shape::Line { width: style.stroke_width(), spots: path.into_iter().collect() })
    }

    /// Filled or not, a circle of ours is a disc.
    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _: bool) -> Recorded {
        self.keep(style.color(), Shape::Disc(centre, radius))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Recorded {
        self.keep(style.color(), Shape::Area(corners.into_iter().collect()))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Recorded {
        let align = match style.anchor().h_pos {
            HPos::Left => Align::Start,
            HPos::Center => Align::Middle,
            HPos::Right => Align::End,
        };
        let turns = match style.transform() {
            FontTransform::None => 0,
            FontTransform::Rotate90 => 1,
            FontTransform::Rotate180 => 2,
            FontTransform::Rotate270 => 3,
        };
        let size = (style.size() / LINE * 100.0).round() as u32;
        let lettering = Lettering { text: text.to_owned(), at, size, bold: is_bold(style), align, turns };
        self.keep(style.color(), Shape::Text(lettering))
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() / LINE;
        let width = (self.measure)(text, size, is_bold(style));
        Ok((width.ceil() as u32, (size * 1.25).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawing, Lettering, Shape};
    use crate::plot::pen::Align;
    use crate::plot::{Area, Chart, DrawOptions, Picture, SvgOptions};
    use crate::value::Value;

    fn shapka() -> Picture {
        let data = Value::from_json(include_str!("../../tests/pictures/quadrants_derived.json")).expect("JSON");
        Picture::read(Chart::Quadrants, &data).expect("data")
    }

    /// Each letter is half an em wide.
    fn width(text: &str, size: f64, _: bool) -> f64 {
        text.chars().count() as f64 * size * 0.5
    }

    fn drawn(width_and_height: (u32, u32), ratio: f64) -> Drawing {
        let options = DrawOptions { pixel_ratio: Some(ratio), ..DrawOptions::default() };
        shapka().draw(width_and_height, &options, &width).expect("drawn")
    }

    fn texts(drawing: &Drawing) -> impl Iterator<Item = &Lettering> {
        drawing.0.iter().filter_map(|stroke| match &stroke.shape {
            Shape::Text(lettering) if !lettering.text.is_empty() => Some(lettering),
            _ => None,
        })
    }

    fn area(lettering: &Lettering) -> Area {
        let size = f64::from(lettering.size) / 100.0;
        let width = width(&lettering.text, size, lettering.bold);
        let shift = match lettering.align {
            Align::Start => 0.0,
            Align::Middle => 0.5,
            Align::End => 1.0,
        };
        let left = f64::from(lettering.at.0) - shift * width;
        // Letters reach from about a third of the font size below their middle to as far above.
        let middle = f64::from(lettering.at.1);
        Area { left, right: left + width, top: middle - 0.35 * size, bottom: middle + 0.35 * size }
    }

    #[test]
    fn what_is_drawn_stays_on_the_canvas_and_no_text_covers_another() {
        for (width, height, ratio) in [(720, 540, 1.0), (1440, 1080, 2.0), (780, 900, 2.0), (1080, 1200, 3.0)] {
            let drawing = drawn((width, height), ratio);
            let page = Area { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
            let level: Vec<(&str, Area)> = texts(&drawing).filter(|one| one.turns == 0).map(|one| (one.text.as_str(), area(one))).collect();
            for (at, (text, area)) in level.iter().enumerate() {
                assert!(page.holds(area), "{text} leaves the canvas of {width} by {height}");
                for (other, taken) in level.iter().take(at) {
                    assert!(!area.overlaps(taken), "{text} covers {other} at {width} by {height}");
                }
            }
            assert_eq!(level.iter().filter(|(text, _)| text.starts_with("Attribute")).count(), 20);
        }
    }

    #[test]
    fn twice_the_pixels_draw_the_same_picture_twice_as_fine() {
        let discs = |drawing: &Drawing| {
            let disc = |shape: &Shape| if let Shape::Disc(centre, radius) = shape { Some((*centre, *radius)) } else { None };
            drawing.0.iter().filter_map(|stroke| disc(&stroke.shape)).collect::<Vec<_>>()
        };
        let (plain, fine) = (drawn((720, 540), 1.0), drawn((1440, 1080), 2.0));
        assert_eq!(discs(&plain).len(), discs(&fine).len());
        for ((a, _), (b, radius)) in discs(&plain).iter().zip(discs(&fine)) {
            assert!((2 * a.0 - b.0).abs() <= 2 && (2 * a.1 - b.1).abs() <= 2);
            assert!(radius >= 7);
        }
        let widths = fine.0.iter().filter_map(|stroke| if let Shape::Line { width, .. } = stroke.shape { Some(width) } else { None });
        assert!(widths.min().is_some_and(|width| width >= 2), "a line of one CSS pixel is two pixels wide");
    }

    #[test]
    fn the_canvas_and_the_svg_show_the_same_words() {
        let svg = shapka().svg(&SvgOptions::default()).expect("drawn");
        let drawing = drawn((720, 540), 1.0);
        assert!(texts(&drawing).count() > 30);
        for lettering in texts(&drawing) {
            assert!(svg.contains(&format!("\n{}\n", lettering.text)), "{}", lettering.text);
        }
    }
}
