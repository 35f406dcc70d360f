//! A plotters backend on a 2D drawing context.
//!
//! plotters' own canvas backend measures texts by adding elements to the page, with a style attribute: that needs a page,
//! which a worker has not, and a page without a content security policy. This one asks the context.

use std::convert::Infallible;

use plotters::style::text_anchor::HPos;
use plotters::style::{FontStyle, FontTransform};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::pen::LINE;

/// What is asked of a 2D drawing context; every method does what the canvas method of its name does.
pub trait Context {
    /// `beginPath()`.
    fn begin_path(&self);
    /// `moveTo(x, y)`.
    fn move_to(&self, x: f64, y: f64);
    /// `lineTo(x, y)`.
    fn line_to(&self, x: f64, y: f64);
    /// `arc(x, y, radius, 0, 2π)`.
    fn circle(&self, x: f64, y: f64, radius: f64);
    /// `fill()` in a CSS colour.
    fn fill(&self, colour: &str);
    /// `stroke()` in a CSS colour.
    fn stroke(&self, colour: &str, width: f64);
    /// `fillRect(x, y, width, height)` in a CSS colour.
    fn fill_rectangle(&self, colour: &str, x: f64, y: f64, width: f64, height: f64);
    /// `fillText(text, x, y)` on an alphabetic baseline.
    fn fill_text(&self, text: &str, look: &Lettering<'_>, x: f64, y: f64);
    /// The width that `measureText(text)` tells.
    fn text_width(&self, font: &str, text: &str) -> f64;
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering<'l> {
    /// A CSS colour.
    pub colour: &'l str,
    /// The CSS shorthand: `bold 12px sans-serif`.
    pub font: &'l str,
    /// `left`, `center` or `right`: what of the text lies at its place.
    pub align: &'l str,
    /// By how much it is turned around its place, clockwise, in radians.
    pub angle: f64,
}

/// A plotters backend that draws on a context of so many pixels.
#[derive(Debug)]
pub struct Canvas<C> {
    context: C,
    size: (u32, u32),
}

impl<C: Context> Canvas<C> {
    /// A context, and the size of its bitmap.
    pub fn new(context: C, size: (u32, u32)) -> Self {
        Self { context, size }
    }
}

type Result0 = Result<(), DrawingErrorKind<Infallible>>;

fn css(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    match colour.alpha >= 1.0 {
        true => format!("#{r:02x}{g:02x}{b:02x}"),
        false => format!("rgba({r},{g},{b},{})", colour.alpha),
    }
}

fn font<S: BackendTextStyle>(style: &S) -> String {
    let weight = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
    format!("{weight}{}px {}", style.size() / LINE, style.family().as_str())
}

/// Lines of odd width are sharp when they run through the middle of pixels.
fn sharp(at: i32, width: u32) -> f64 {
    f64::from(at) + if width % 2 == 1 { 0.5 } else { 0.0 }
}

impl<C: Context> DrawingBackend for Canvas<C> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result0 {
        Ok(())
    }

    fn present(&mut self) -> Result0 {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Result0 {
        self.context.fill_rectangle(&css(colour), f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result0 {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, style: &S, fill: bool) -> Result0 {
        if fill {
            let [x, y, width, height] = [left, top, right - left, bottom - top].map(f64::from);
            self.context.fill_rectangle(&css(style.color()), x, y, width, height);
            return Ok(());
        }
        self.draw_path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Result0 {
        let width = style.stroke_width();
        self.outline(path.into_iter().map(|(x, y)| (sharp(x, width), sharp(y, width))));
        self.context.stroke(&css(style.color()), f64::from(width));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Result0 {
        self.context.begin_path();
        self.context.circle(f64::from(x), f64::from(y), f64::from(radius));
        match fill {
            true => self.context.fill(&css(style.color())),
            false => self.context.stroke(&css(style.color()), f64::from(style.stroke_width())),
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Result0 {
        self.outline(corners.into_iter().map(|(x, y)| (f64::from(x), f64::from(y))));
        self.context.fill(&css(style.color()));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Result0 {
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        // The middle of a line lies about a third of the font size above its baseline, as in our SVG.
        let drop = 0.35 * style.size() / LINE;
        let (dx, dy, quarter_turns) = match style.transform() {
            FontTransform::None => (0.0, drop, 0.0),
            FontTransform::Rotate90 => (-drop, 0.0, 1.0),
            FontTransform::Rotate180 => (0.0, -drop, 2.0),
            FontTransform::Rotate270 => (drop, 0.0, -1.0),
        };
        let angle = quarter_turns * std::f64::consts::FRAC_PI_2;
        let look = Lettering { colour: &css(style.color()), font: &font(style), align, angle };
        self.context.fill_text(text, &look, f64::from(x) + dx, f64::from(y) + dy);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = self.context.text_width(&font(style), text);
        Ok((width.ceil() as u32, (style.size() / LINE * 1.25).ceil() as u32))
    }
}

impl<C: Context> Canvas<C> {
    fn outline(&self, corners: impl Iterator<Item = (f64, f64)>) {
        self.context.begin_path();
        for (at, (x, y)) in corners.enumerate() {
            match at {
                0 => self.context.move_to(x, y),
                _ => self.context.line_to(x, y),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::{Context, Lettering};
    use crate::plot::{Area, Chart, DrawOptions, Picture, Spot, SvgOptions};
    use crate::value::Value;

    /// Remembers what it was asked to draw; each letter is half an em wide.
    #[derive(Clone, Default)]
    struct Record(Rc<RefCell<Drawing>>);

    #[derive(Default)]
    struct Drawing {
        texts: Vec<(String, Area)>,
        circles: Vec<(Spot, f64)>,
        fills: Vec<String>,
        strokes: Vec<f64>,
    }

    fn size(font: &str) -> f64 {
        font.trim_start_matches("bold ").split("px").next().and_then(|size| size.parse().ok()).expect("a size in px")
    }

    impl Context for Record {
        fn begin_path(&self) {}
        fn move_to(&self, _: f64, _: f64) {}
        fn line_to(&self, _: f64, _: f64) {}
        fn circle(&self, x: f64, y: f64, radius: f64) {
            self.0.borrow_mut().circles.push((Spot { x, y }, radius));
        }
        fn fill(&self, colour: &str) {
            self.0.borrow_mut().fills.push(colour.into());
        }
        fn stroke(&self, _: &str, width: f64) {
            self.0.borrow_mut().strokes.push(width);
        }
        fn fill_rectangle(&self, colour: &str, _: f64, _: f64, _: f64, _: f64) {
            self.0.borrow_mut().fills.push(colour.into());
        }
        fn fill_text(&self, text: &str, look: &Lettering<'_>, x: f64, y: f64) {
            if look.angle != 0.0 {
                return;
            }
            let (width, size) = (self.text_width(look.font, text), size(look.font));
            let shift = match look.align {
                "left" => 0.0,
                "center" => 0.5,
                _ => 1.0,
            };
            let left = x - shift * width;
            // Letters reach from their baseline to about seven tenths of the font size.
            let area = Area { left, right: left + width, top: y - 0.7 * size, bottom: y };
            self.0.borrow_mut().texts.push((text.into(), area));
        }
        fn text_width(&self, font: &str, text: &str) -> f64 {
            text.chars().count() as f64 * size(font) * 0.5
        }
    }

    fn shapka() -> Picture {
        let data = Value::from_json(include_str!("../../tests/pictures/quadrants_derived.json")).expect("JSON");
        Picture::read(Chart::Quadrants, &data).expect("data")
    }

    fn drawn(width: u32, height: u32, ratio: f64) -> Record {
        let record = Record::default();
        shapka().draw(record.clone(), (width, height), DrawOptions { pixel_ratio: Some(ratio), ..DrawOptions::default() }).expect("drawn");
        record
    }

    #[test]
    fn what_is_drawn_stays_on_the_canvas_and_no_text_covers_another() {
        for (width, height, ratio) in [(720, 540, 1.0), (1440, 1080, 2.0), (780, 900, 2.0), (1080, 1200, 3.0)] {
            let record = drawn(width, height, ratio);
            let drawing = record.0.borrow();
            let page = Area { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
            for (at, (text, area)) in drawing.texts.iter().enumerate() {
                assert!(page.holds(area), "{text} leaves the canvas of {width} by {height}");
                for (other, taken) in drawing.texts.iter().take(at) {
                    assert!(!area.overlaps(taken), "{text} covers {other} at {width} by {height}");
                }
            }
            assert_eq!(drawing.texts.iter().filter(|(text, _)| text.starts_with("Attribute")).count(), 20);
        }
    }

    #[test]
    fn twice_the_pixels_draw_the_same_picture_twice_as_fine() {
        let (plain, fine) = (drawn(720, 540, 1.0), drawn(1440, 1080, 2.0));
        let (plain, fine) = (plain.0.borrow(), fine.0.borrow());
        assert_eq!(plain.circles.len(), fine.circles.len());
        for ((a, _), (b, radius)) in plain.circles.iter().zip(&fine.circles) {
            assert!((a.x - b.x / 2.0).abs() <= 1.0 && (a.y - b.y / 2.0).abs() <= 1.0);
            assert!(*radius >= 7.0);
        }
        assert!(fine.strokes.iter().all(|width| *width >= 2.0), "a line of one CSS pixel is two pixels wide");
    }

    #[test]
    fn the_canvas_and_the_svg_show_the_same_words() {
        let record = drawn(720, 540, 1.0);
        let svg = shapka().svg(SvgOptions::default()).expect("drawn");
        for (text, _) in &record.0.borrow().texts {
            assert!(svg.contains(&format!("\n{text}\n")), "{text}");
        }
    }
}
