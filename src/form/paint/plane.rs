//! The importance × satisfaction plane: satisfaction runs across, importance upwards, and what was placed stands as a numbered disc.

use super::{Colour, Picture, ring};

/// The radius of a disc.
const DISC: f64 = 13.0;
/// How far from a disc's middle a finger still means it; a target of 44 pixels.
const REACH: f64 = 22.0;
/// From the plane's edge to where its values begin: a disc at the end stays whole, with its ring.
const INSET: f64 = 18.0;

/// What is to be seen of a plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Width and height, in CSS pixels.
    pub side: f64,
    /// What was placed.
    pub points: Vec<Point>,
    /// Whether satisfaction runs from right to left.
    pub mirrored: bool,
}

/// Something placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Its number in the list beside the plane, from 1.
    pub number: u8,
    /// Satisfaction, 0..=1.
    pub satisfaction: f64,
    /// Importance, 0..=1.
    pub importance: f64,
    /// Whether it is the one that moves.
    pub selected: bool,
    /// Whether it has the keyboard's focus.
    pub focused: bool,
}

impl Plane {
    /// Where values lie on the canvas.
    pub fn place(&self, satisfaction: f64, importance: f64) -> (f64, f64) {
        let room = self.side - 2.0 * INSET;
        let across = if self.mirrored { 1.0 - satisfaction } else { satisfaction };
        (INSET + room * across, INSET + room * (1.0 - importance))
    }

    /// The values at a place on the canvas, satisfaction and importance, each a whole percent; past the edge, those of the edge.
    pub fn values(&self, x: f64, y: f64) -> [f64; 2] {
        let room = (self.side - 2.0 * INSET).max(1.0);
        let percent = |share: f64| (100.0 * share.clamp(0.0, 1.0)).round();
        let across = (x - INSET) / room;
        [percent(if self.mirrored { 1.0 - across } else { across }), percent(1.0 - (y - INSET) / room)]
    }

    /// The number of what lies at a place on the canvas: the nearest within a finger's reach, the selected one before others equally near.
    pub fn at(&self, x: f64, y: f64) -> Option<u8> {
        let square = |point: &Point| {
            let (left, top) = self.place(point.satisfaction, point.importance);
            (left - x).powi(2) + (top - y).powi(2)
        };
        let near = self.points.iter().filter(|point| square(point) <= REACH * REACH);
        near.min_by(|a, b| square(a).total_cmp(&square(b)).then(b.selected.cmp(&a.selected))).map(|point| point.number)
    }

    /// Paints it.
    pub fn paint(&self) -> Picture {
        let mut picture = Picture::default();
        let (side, middle, quarter) = (self.side, self.side / 2.0, self.side / 4.0);
        picture.rounded(middle, middle, middle, middle, 10.0).fill(Colour::Accent, 0.05);
        // What is important and does not satisfy is where work is due.
        picture.rounded(if self.mirrored { middle + quarter } else { quarter }, quarter, quarter, quarter, 10.0).fill(Colour::Low, 0.07);
        picture.rounded(middle, middle, middle - 0.5, middle - 0.5, 10.0).stroke(Colour::Muted, 0.7, 1.0);
        picture.line(middle, 6.0, middle, side - 6.0).line(6.0, middle, side - 6.0, middle).stroke(Colour::Muted, 0.6, 1.0);
        // The one that moves lies on top.
        for on_top in [false, true] {
            for point in self.points.iter().filter(|point| point.selected == on_top) {
                let (x, y) = self.place(point.satisfaction, point.importance);
                if point.focused {
                    ring(picture.circle(x, y, DISC + 2.5));
                }
                let (disc, number) = if on_top { (Colour::Accent, Colour::Surface) } else { (Colour::Surface, Colour::Text) };
                picture.circle(x, y, DISC).fill(disc, 1.0).stroke(Colour::Accent, 1.0, 2.0);
                picture.number(f64::from(point.number), x, y, 13.0, true, number);
            }
        }
        picture
    }
}
