//! The mark before an option's words, where several may be chosen; where one is, it is a round button.

use super::{Cell, Colour, Marks, Picture, ring};

/// Half the side of the box.
const HALF: f64 = 10.0;

pub(super) fn check(picture: &mut Picture, marks: &Marks, cell: &Cell, level: u8) {
    let (x, y) = cell.centre();
    if marks.is_hovered(level) {
        picture.rounded(x, y, HALF + 5.0, HALF + 5.0, 5.0).fill(Colour::Accent, 0.14);
    }
    if marks.is_focused(level) {
        ring(picture.rounded(x, y, HALF + 4.0, HALF + 4.0, 5.0));
    }
    if marks.is_chosen(level) {
        picture.rounded(x, y, HALF, HALF, 5.0).fill(Colour::Accent, 1.0);
        let size = 2.0 * HALF * marks.grown;
        picture.line(x - 0.26 * size, y + 0.02 * size, x - 0.07 * size, y + 0.21 * size).line_to(x + 0.28 * size, y - 0.19 * size);
        picture.stroke(Colour::Surface, 1.0, 2.5);
    } else {
        picture.rounded(x, y, HALF - 1.0, HALF - 1.0, 5.0).stroke(Colour::Muted, 1.0, 2.0);
    }
}
