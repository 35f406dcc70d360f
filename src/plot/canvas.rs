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
