//! How the marks of a scale look, one file per look.

mod balance;
mod dots;
mod faces;
mod numbers;
mod options;
mod plane;
mod slider;
mod stars;

pub use plane::{Plane, Point};

use super::{Cell, Colour, Layout, Picture};
use crate::survey::Look;
use crate::value::names;

/// How high the balance over its slider is.
const BALANCE: f64 = 78.0;

names! {
    /// What is painted: one of the looks of a scale, or an option of a choice.
    pub enum Style, "look" {
        /// Round buttons.
        Dots = "dots",
        /// Stars.
        Stars = "stars",
        /// Faces.
        Faces = "faces",
        /// Numbers.
        Numbers = "numbers",
        /// A track with a thumb.
        Slider = "slider",
        /// A balance over a slider, for a comparison.
        Balance = "balance",
        /// One option of which one is chosen.
        Radio = "radio",
        /// One option of which several may be chosen.
        Check = "check",
    }
}

impl Style {
    /// Where its marks lie.
    pub fn layout(self, levels: u8, width: f64, mirrored: bool) -> Layout {
        let layout = Layout::new(self.look(), levels, width, mirrored);
        if self == Self::Balance { layout.below(BALANCE) } else { layout }
    }

    /// The look whose layout it has; an option stands alone, like a dot.
    fn look(self) -> Look {
        match self {
            Self::Stars => Look::Stars,
            Self::Faces => Look::Faces,
            Self::Numbers => Look::Numbers,
            Self::Slider | Self::Balance => Look::Slider,
            Self::Dots | Self::Radio | Self::Check => Look::Dots,
        }
    }
}

/// What is to be seen of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// Its look.
    pub style: Style,
    /// How many levels.
    pub levels: u8,
    /// The number of the lowest level, and the step; written by [`Style::Numbers`].
    pub first: f64,
    /// From one level's number to the next.
    pub step: f64,
    /// The chosen level, from 0.
    pub chosen: Option<u8>,
    /// The level under the pointer.
    pub hovered: Option<u8>,
    /// The level that has the keyboard's focus.
    pub focused: Option<u8>,
    /// How far the chosen mark has grown, 0..=1.
    pub grown: f64,
    /// Whether it runs from right to left.
    pub mirrored: bool,
}

impl Marks {
    /// Paints them, on so much room.
    pub fn paint(&self, width: f64) -> Picture {
        let mut picture = Picture::default();
        let layout = self.style.layout(self.levels, width, self.mirrored);
        let paint = match self.style {
            Style::Balance => {
                balance::paint(&mut picture, self, &layout);
                return picture;
            }
            Style::Slider => {
                slider::paint(&mut picture, self, &layout);
                return picture;
            }
            Style::Dots | Style::Radio => dots::paint,
            Style::Stars => stars::paint,
            Style::Faces => faces::paint,
            Style::Numbers => numbers::paint,
            Style::Check => options::check,
        };
        for (level, cell) in (0..self.levels).zip(&layout.cells) {
            paint(&mut picture, self, cell, level);
        }
        picture
    }

    fn is_chosen(&self, level: u8) -> bool {
        self.chosen == Some(level)
    }

    fn is_hovered(&self, level: u8) -> bool {
        self.hovered == Some(level)
    }

    fn is_focused(&self, level: u8) -> bool {
        self.focused == Some(level)
    }

    /// The highest level, counted from 0, as a divisor.
    fn last(&self) -> f64 {
        f64::from(self.levels.saturating_sub(1).max(1))
    }

    /// The level's place between the lowest (0) and the highest (1).
    fn share(&self, level: u8) -> f64 {
        f64::from(level) / self.last()
    }

    /// The number of a level.
    fn number(&self, level: u8) -> f64 {
        let number = self.first + self.step * f64::from(level);
        // Steps of a tenth add up to 0.30000000000000004; nobody wants to read that.
        (number * 1e9).round() / 1e9
    }

    /// The colour of a mark's line.
    fn line(&self, lit: bool) -> Colour {
        if lit { Colour::Accent } else { Colour::Muted }
    }
}

/// The ring around a mark that has the keyboard's focus, along the path just drawn: two tones, so that one shows on any ground.
fn ring(path: &mut Picture) {
    path.stroke(Colour::Surface, 1.0, 5.0).stroke(Colour::Text, 1.0, 2.5);
}

#[cfg(test)]
mod tests;
