//! Round buttons.

use super::{Cell, Colour, Marks, Picture, ring};

/// The radius of a button.
const RADIUS: f64 = 10.0;

pub(super) fn paint(picture: &mut Picture, marks: &Marks, cell: &Cell, level: u8) {
    let (x, y) = cell.centre();
    if marks.is_hovered(level) {
        picture.circle(x, y, RADIUS + 6.0).fill(Colour::Accent, 0.14);
    }
    if marks.is_focused(level) {
        ring(picture.circle(x, y, RADIUS + 4.0));
    }
    if marks.is_chosen(level) {
        picture.circle(x, y, RADIUS).fill(Colour::Accent, 1.0);
        picture.circle(x, y, RADIUS * 0.42 * marks.grown).fill(Colour::Surface, 1.0);
    } else {
        picture.circle(x, y, RADIUS - 1.0).stroke(Colour::Muted, 1.0, 2.0);
    }
}
