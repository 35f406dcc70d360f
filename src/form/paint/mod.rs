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

use super::{Canvas, Cell, Layout, Path};
use crate::survey::Look;
use crate::value::{names, number_text};

/// Colours, as CSS writes them, and the font's size.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Behind the marks.
    pub surface: String,
    /// Words and numbers.
    pub text: String,
    /// Marks that are not chosen.
    pub muted: String,
    /// What is chosen, and the focus ring.
    pub accent: String,
    /// The low end of faces.
    pub low: String,
}

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

/// Paints marks where the layout has them.
pub fn paint(canvas: &mut dyn Canvas, marks: &Marks, layout: &Layout, theme: &Theme) {
    match marks.style {
        Style::Balance => balance::paint(canvas, marks, layout, theme),
        Style::Slider => slider::paint(canvas, marks, layout, theme),
        Style::Dots => each(marks, layout, |cell, level| dots::paint(canvas, marks, cell, level, theme)),
        Style::Stars => each(marks, layout, |cell, level| stars::paint(canvas, marks, cell, level, theme)),
        Style::Faces => each(marks, layout, |cell, level| faces::paint(canvas, marks, cell, level, theme)),
        Style::Numbers => each(marks, layout, |cell, level| numbers::paint(canvas, marks, cell, level, theme)),
        Style::Radio => each(marks, layout, |cell, level| options::radio(canvas, marks, cell, level, theme)),
        Style::Check => each(marks, layout, |cell, level| options::check(canvas, marks, cell, level, theme)),
    }
}

fn each(marks: &Marks, layout: &Layout, mut paint: impl FnMut(&Cell, u8)) {
    for (level, cell) in (0..marks.levels).zip(&layout.cells) {
        paint(cell, level);
    }
}

impl Marks {
    fn is_chosen(&self, level: u8) -> bool {
        self.chosen == Some(level)
    }

    fn is_hovered(&self, level: u8) -> bool {
        self.hovered == Some(level)
    }

    fn is_focused(&self, level: u8) -> bool {
        self.focused == Some(level)
    }

    /// The level's place between the lowest (0) and the highest (1).
    fn share(&self, level: u8) -> f64 {
        f64::from(level) / f64::from(self.levels.saturating_sub(1).max(1))
    }

    /// The number of a level, as it is written.
    fn number(&self, level: u8) -> String {
        let number = self.first + self.step * f64::from(level);
        // Steps of a tenth add up to 0.30000000000000004; nobody wants to read that.
        number_text((number * 1e9).round() / 1e9)
    }
}

/// The ring around a mark that has the keyboard's focus: two tones, so that one shows on any ground.
fn ring(canvas: &mut dyn Canvas, path: &Path, theme: &Theme) {
    canvas.stroke(path, &theme.surface, 1.0, 5.0);
    canvas.stroke(path, &theme.text, 1.0, 2.5);
}

#[cfg(test)]
mod tests;
