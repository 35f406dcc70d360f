//! A drawing as SVG text.

use super::drawing::{Drawing, Lettering, Shape, Stroke};
use super::number::whole;
use super::pen::Align;
use super::text_width;

/// A tenth of a CSS pixel is fine enough to look exact.
pub(super) const UNITS: u32 = 10;

/// How wide a text will be with the fonts of whoever opens the file.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    text_width::ems(text, bold) * size
}

/// A document of so many CSS pixels that stands alone: no script, no style sheet, nothing to load.
pub(super) fn document((width, height): (u32, u32), title: &str, font: &str, drawing: &Drawing) -> String {
    let mut out = Writer(String::new());
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"").number("width", width).number("height", height);
    out.raw(" viewBox=\"0 0 ").raw(&text_of(width * UNITS)).raw(" ").raw(&text_of(height * UNITS)).raw("\" role=\"img\">\n<title>");
    title.chars().filter(|c| !c.is_control()).for_each(|c| out.letter(c));
    out.raw("</title>\n");
    for stroke in &drawing.0 {
        out.stroke(stroke, font);
    }
    out.raw("</svg>\n");
    out.0
}

fn text_of(number: impl Into<i64>) -> String {
    whole(number.into())
}

/// A text while it is written; each attribute begins with the blank before it.
struct Writer(String);

impl Writer {
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '&' => self.0.push_str("&amp;"),
            letter => self.0.push(letter),
        }
    }

    /// A text that may stand between quotes.
    fn escaped(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&apos;"),
                letter => self.letter(letter),
            }
        }
        self
    }

    fn text(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").escaped(value).raw("\"")
    }

    fn number(&mut self, name: &str, value: impl Into<i64>) -> &mut Self {
        self.text(name, &text_of(value))
    }

    fn spots(&mut self, spots: &[(i32, i32)]) -> &mut Self {
        self.raw(" points=\"");
        for (x, y) in spots {
            self.raw(&text_of(*x)).raw(",").raw(&text_of(*y)).raw(" ");
        }
        self.raw("\"")
    }

    fn stroke(&mut self, stroke: &Stroke, font: &str) {
        let (colour, opacity) = (hex(stroke.colour), parts(stroke.alpha, 4));
        match &stroke.shape {
            Shape::Line { width, spots } => {
                self.raw("<polyline").text("fill", "none").text("opacity", &opacity).text("stroke", &colour).number("stroke-width", *width);
                self.spots(spots).raw("/>\n");
            }
            Shape::Area(spots) => {
                self.raw("<polygon").text("opacity", &opacity).text("fill", &colour).spots(spots).raw("/>\n");
            }
            Shape::Rectangle((left, top), (right, bottom)) => {
                self.raw("<rect").number("x", *left).number("y", *top).number("width", right - left).number("height", bottom - top);
                self.text("opacity", &opacity).text("fill", &colour).text("stroke", "none").raw("/>\n");
            }
            Shape::Disc((x, y), radius) => {
                self.raw("<circle").number("cx", *x).number("cy", *y).number("r", *radius);
                self.text("opacity", &opacity).text("fill", &colour).text("stroke", "none").number("stroke-width", 1).raw("/>\n");
            }
            Shape::Text(lettering) => self.lettering(lettering, font, &colour, &opacity),
        }
    }

    fn lettering(&mut self, lettering: &Lettering, font: &str, colour: &str, opacity: &str) {
        let anchor = match lettering.align {
            Align::Start => "start",
            Align::Middle => "middle",
            Align::End => "end",
        };
        let (x, y) = lettering.at;
        // A third of the font size and not of the font's x-height, or Chinese would sit lower than Latin.
        self.raw("<text").number("x", x).number("y", y).text("dy", "0.35em").text("text-anchor", anchor).text("font-family", font);
        self.text("font-size", &parts(lettering.size, 2)).text("opacity", opacity).text("fill", colour);
        if lettering.bold {
            self.text("font-weight", "bold");
        }
        if lettering.turns > 0 {
            let turn = ["rotate(", &text_of(lettering.turns * 90), ", ", &text_of(x), ", ", &text_of(y), ")"].concat();
            self.text("transform", &turn);
        }
        self.raw(">\n").escaped(&lettering.text).raw("\n</text>\n");
    }
}

fn hex(colour: u32) -> String {
    let digit = |place: u32| char::from(b"0123456789ABCDEF"[(colour >> (4 * place)) as usize & 15]);
    ['#'].into_iter().chain((0..6).rev().map(digit)).collect()
}

/// A number of so many decimals that was made whole: 4500 of four is `0.45`.
fn parts(value: u32, decimals: u32) -> String {
    let unit = 10_u32.pow(decimals);
    let digits = text_of(unit + value % unit);
    let digits = digits[1..].trim_end_matches('0');
    [text_of(value / unit).as_str(), if digits.is_empty() { "" } else { "." }, digits].concat()
}

#[cfg(test)]
mod tests {
    use super::{hex, parts};

    #[test]
    fn numbers_and_colours_are_written_as_short_as_they_go() {
        assert_eq!([parts(10_000, 4), parts(450, 4), parts(6000, 4), parts(13_750, 2)], ["1", "0.045", "0.6", "137.5"]);
        assert_eq!([hex(0xd55e00), hex(0x00000a)], ["#D55E00", "#00000A"]);
    }
}
