//! Scales: the numbers an answer can take, and how they look.

use super::{Levels, Text};
use crate::value::names;

/// A scale: its numbers and its look.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name in the definition, or a built-in one's.
    pub id: String,
    /// The numbers.
    pub levels: Levels,
    /// How it is drawn.
    pub look: Look,
    /// The words at its levels. A built-in scale has none here: its words belong to the page's language.
    pub labels: Labels,
}

names! {
    /// How a scale is drawn.
    pub enum Look, "look" {
        /// A row of round buttons.
        Dots = "dots",
        /// Stars that fill up to the chosen one.
        Stars = "stars",
        /// Faces whose mouth tells the level.
        Faces = "faces",
        /// A row of numbers.
        Numbers = "numbers",
        /// A track with a thumb.
        Slider = "slider",
    }
}

/// The words at a scale's levels.
#[derive(Debug, Clone, PartialEq)]
pub enum Labels {
    /// No words of its own.
    None,
    /// One for each level, lowest first.
    Each(Vec<Text>),
    /// One at each end.
    Ends {
        /// At the lowest level.
        low: Text,
        /// At the highest level.
        high: Text,
    },
}

/// Ids, lowest and highest number, and look of the built-in scales; all step by 1.
const BUILT_IN: &[(&str, i32, i32, Look)] = &[
    ("satisfaction5", 1, 5, Look::Dots),
    ("satisfaction7", 1, 7, Look::Dots),
    ("importance5", 1, 5, Look::Dots),
    ("agree5", 1, 5, Look::Dots),
    ("agree7", 1, 7, Look::Dots),
    ("stars5", 1, 5, Look::Stars),
    ("faces5", 1, 5, Look::Faces),
    ("number10", 1, 10, Look::Numbers),
    ("nps", 0, 10, Look::Numbers),
    ("ces7", 1, 7, Look::Numbers),
    ("percent", 0, 100, Look::Slider),
    ("kano5", 1, 5, Look::Dots),
    ("saaty", -8, 8, Look::Slider),
];

impl Scale {
    /// The built-in scale of this id. `saaty` runs over the answers of a comparison, -8..=8.
    pub fn built_in(id: &str) -> Option<Self> {
        let &(id, min, max, look) = BUILT_IN.iter().find(|(name, ..)| *name == id)?;
        let levels = Levels { min: min.into(), step: 1.0, count: (max - min + 1) as u8 };
        Some(Self { id: id.into(), levels, look, labels: Labels::None })
    }

    /// The ids of the built-in scales.
    pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(id, ..)| *id)
    }
}
