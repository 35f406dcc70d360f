//! A colour, and how CSS writes it.

use plotters::style::RGBAColor;

use crate::error::{Error, Problem};
use crate::text::{quoted, text};
use crate::value::{At, Read, decimal};

/// An sRGB colour with its opacity, 0..=1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// Red, green and blue.
    pub rgb: [u8; 3],
    /// 0 is clear, 1 is solid.
    pub alpha: f64,
}

impl Colour {
    /// A solid colour from `0xrrggbb`.
    pub const fn solid(hex: u32) -> Self {
        Self { rgb: [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8], alpha: 1.0 }
    }

    /// The same colour, more or less clear.
    #[must_use]
    pub fn faded(self, alpha: f64) -> Self {
        Self { alpha: self.alpha * alpha, ..self }
    }

    /// Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(r, g, b)` and `rgba(r, g, b, a)`: what a page's computed style gives.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix('#') {
            Some(digits) => Self::from_hex(digits),
            None => Self::from_function(text),
        }
    }

    /// Black or white, whichever reads better on the colour (WCAG 2 relative luminance).
    pub(super) fn readable(self) -> Self {
        let channel = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.rgb.map(channel);
        let luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        Self::solid(if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) { 0x000000 } else { 0xffffff })
    }

    fn from_hex(digits: &str) -> Option<Self> {
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let doubled = |shift: u32| ((value >> shift) & 0xf) * 0x11;
        match digits.len() {
            3 => Some(Self::solid(doubled(8) << 16 | doubled(4) << 8 | doubled(0))),
            6 => Some(Self::solid(value)),
            8 => Some(Self { alpha: f64::from(value & 0xff) / 255.0, ..Self::solid(value >> 8) }),
            _ => None,
        }
    }

    fn from_function(text: &str) -> Option<Self> {
        let inner = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
        let parts = inner
            .split(|c: char| c == ',' || c == '/' || c.is_whitespace())
            .filter(|part| !part.is_empty())
            .map(decimal)
            .collect::<Option<Vec<f64>>>()?;
        let channel = |value: f64| (0.0..=255.0).contains(&value).then(|| value.round() as u8);
        let (rgb, alpha) = match parts.as_slice() {
            [r, g, b] => ([*r, *g, *b], 1.0),
            [r, g, b, a] if (0.0..=1.0).contains(a) => ([*r, *g, *b], *a),
            _ => return None,
        };
        let [r, g, b] = rgb.map(channel);
        Some(Self { rgb: [r?, g?, b?], alpha })
    }
}

impl From<Colour> for RGBAColor {
    fn from(Colour { rgb: [r, g, b], alpha }: Colour) -> Self {
        RGBAColor(r, g, b, alpha)
    }
}

impl Read for Colour {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let text = at.text()?;
        Self::parse(text).ok_or_else(|| {
            at.error(Problem::Conflict {
                message: text!("{} is no colour we read: write #rrggbb, #rrggbbaa or rgb(r, g, b)", quoted(text)),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn every_way_of_writing_a_colour_is_the_same_colour() {
        let orange = Colour::solid(0xdd5500);
        for text in ["#d50", "#dd5500", "#dd5500ff", "rgb(221, 85, 0)", "rgba(221, 85, 0, 1)", " rgb(221 85 0 / 1) "] {
            assert_eq!(Colour::parse(text), Some(orange), "{text}");
        }
        assert_eq!(Colour::parse("rgba(0, 0, 0, 0.25)").map(|c| c.alpha), Some(0.25));
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#", "#12", "#12345", "#+12345", "red", "rgb(1, 2)", "rgb(256, 0, 0)", "rgba(0, 0, 0, 2)", "#é12"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
