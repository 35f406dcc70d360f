//! A track with a thumb. Nothing is chosen at first, and the thumb says so: it is hollow, in the middle.

use super::{Colour, Layout, Marks, Picture, ring};

/// The radius of the thumb.
const THUMB: f64 = 12.0;
/// From the canvas' edge to the track's end: the thumb, and the halo and ring around it. The native thumb above is twice as wide.
const INSET: f64 = 18.0;

pub(super) fn paint(picture: &mut Picture, marks: &Marks, layout: &Layout) {
    let Some(cell) = layout.cells.first() else { return };
    let (_, y) = cell.centre();
    let (left, right) = (cell.x + INSET, cell.x + cell.width - INSET);
    let at = |share: f64| left + (right - left) * if marks.mirrored { 1.0 - share } else { share };
    picture.line(left, y, right, y).stroke(Colour::Muted, 0.45, 6.0);
    if marks.levels <= 21 {
        for level in 0..marks.levels {
            picture.circle(at(marks.share(level)), y, 1.5).fill(Colour::Text, 0.55);
        }
    }
    let x = at(marks.chosen.map_or(0.5, |level| marks.share(level)));
    if marks.chosen.is_some() {
        // Scales through zero fill from zero, others from their low end.
        let zero = (-marks.first / marks.step / marks.last()).clamp(0.0, 1.0);
        picture.line(at(zero), y, x, y).stroke(Colour::Accent, 1.0, 6.0);
    }
    if marks.hovered.is_some() {
        picture.circle(x, y, THUMB + 5.0).fill(Colour::Accent, 0.14);
    }
    if marks.focused.is_some() {
        ring(picture.circle(x, y, THUMB + 3.0));
    }
    let within = if marks.chosen.is_some() { Colour::Accent } else { Colour::Surface };
    picture.circle(x, y, THUMB - 1.0).fill(within, 1.0).stroke(marks.line(marks.chosen.is_some()), 1.0, 2.0);
}
