//! What a reader can point at in a picture, and where it lies.

use serde::Serialize;

use super::geometry::{Area, Spot};

/// What can be pointed at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Marks {
    /// Points and bars, in the order in which they are drawn.
    pub marks: Vec<PictureMark>,
    /// The plane of a chart with two axes.
    pub frame: Option<PlaneFrame>,
}

/// A point or a bar, in CSS pixels from the picture's left top corner.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
pub struct PictureMark {
    /// Of what it stands for: an attribute, or `question.value` of a segment.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its value as it is written; nothing where the axes tell it.
    pub text: String,
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// How far along its axis it lies, from the left end of the whole: 0..=1. Of a bar 0.
    pub across: f64,
    /// The same from the foot.
    pub up: f64,
}

/// A plane, in CSS pixels from the picture's left top corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, tsify::Tsify)]
pub struct PlaneFrame {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The value at its left edge.
    pub low: f64,
    /// The value at its right edge.
    pub high: f64,
}

impl PictureMark {
    pub(super) fn bar(id: &str, label: &str, text: &str, area: &Area) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            text: text.into(),
            x: area.left,
            y: area.top,
            width: area.width(),
            height: area.height(),
            across: 0.0,
            up: 0.0,
        }
    }

    pub(super) fn point(id: &str, label: &str, centre: Spot, radius: f64, across: f64, up: f64) -> Self {
        Self { across, up, ..Self::bar(id, label, "", &Area::around(centre, 2.0 * radius, 2.0 * radius)) }
    }
}
