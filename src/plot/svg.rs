//! Pictures as SVG text, through plotters' SVG backend.

use std::io::Error as IoError;

use plotters::prelude::{IntoDrawingArea, SVGBackend};
use plotters::style::FontStyle;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::pen::{Drawn, Failed, LINE, Pen};
use super::text_width;
use super::theme::Theme;
use super::words::Words;
use crate::value::decimal;

/// plotters counts in whole units; a tenth of a CSS pixel is fine enough to look exact.
const UNITS: u32 = 10;

/// Draws on a page of this many CSS pixels and returns a document that stands alone: no script, no style sheet, nothing to load.
pub(super) fn document(
    (width, height): (u32, u32),
    title: &str,
    theme: &Theme,
    words: &'static Words,
    draw: impl FnOnce(&Pen<'_>) -> Drawn,
) -> Result<String, Failed> {
    let mut drawn = String::new();
    {
        let area = Svg(SVGBackend::with_string(&mut drawn, (width * UNITS, height * UNITS))).into_drawing_area();
        draw(&Pen::new(&area, f64::from(UNITS), theme, words))?;
        area.present()?;
    }
    // The backend's own opening tag has neither a title nor a size in CSS pixels.
    let body = drawn.split_once('\n').map_or("", |(_, body)| body);
    // Its "0.5ex" hangs on the font's x-height, so Chinese would sit lower than Latin.
    let body = with_round_sizes(&body.replace("dy=\"0.5ex\"", "dy=\"0.35em\""));
    let (across, down) = (width * UNITS, height * UNITS);
    let title = escape(title);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {across} {down}\" role=\"img\">\n<title>{title}</title>\n{body}"
    ))
}

/// Multiplied and divided again, a font size of 120 comes out a hair beside.
fn with_round_sizes(body: &str) -> String {
    const SIZE: &str = "font-size=\"";
    let mut parts = body.split(SIZE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (size, rest) = part.split_once('"').unwrap_or((part, ""));
        let size = decimal(size).map_or(0.0, |size| (size * 100.0).round() / 100.0);
        out.push_str(&format!("{SIZE}{size}\"{rest}"));
    }
    out
}

fn escape(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).fold(String::new(), |mut out, c| {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
        out
    })
}

/// plotters' SVG backend, which measures texts as they will be read and not by their bytes.
pub(super) struct Svg<'a>(SVGBackend<'a>);

type Result0 = Result<(), DrawingErrorKind<IoError>>;

impl DrawingBackend for Svg<'_> {
    type ErrorType = IoError;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Result0 {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Result0 {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result0 {
        self.0.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result0 {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, upper_left: BackendCoord, bottom_right: BackendCoord, style: &S, fill: bool) -> Result0 {
        self.0.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Result0 {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Result0 {
        self.0.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Result0 {
        self.0.fill_polygon(vert, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Result0 {
        self.0.draw_text(text, style, pos)
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<IoError>> {
        let size = style.size() / LINE;
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok(((text_width::ems(text, bold) * size).ceil() as u32, (size * 1.25).ceil() as u32))
    }
}
