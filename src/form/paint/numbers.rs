//! A row of numbers in boxes.

use super::{Cell, Colour, Marks, Picture, ring};

/// Half the height of a box.
const DOWN: f64 = 18.0;

pub(super) fn paint(picture: &mut Picture, marks: &Marks, cell: &Cell, level: u8) {
    let (x, y) = cell.centre();
    let across = (cell.width / 2.0 - 2.0).min(22.0);
    let (chosen, hovered) = (marks.is_chosen(level), marks.is_hovered(level));
    if chosen {
        let less = 2.0 * (1.0 - marks.grown);
        picture.rounded(x, y, across - less, DOWN - less, 7.0).fill(Colour::Accent, 1.0);
    } else {
        picture.rounded(x, y, across, DOWN, 7.0).fill(Colour::Accent, if hovered { 0.18 } else { 0.05 });
        picture.rounded(x, y, across - 0.5, DOWN - 0.5, 7.0).stroke(Colour::Muted, if hovered { 1.0 } else { 0.7 }, 1.0);
    }
    if marks.is_focused(level) {
        ring(picture.rounded(x, y, across + 1.5, DOWN + 1.5, 7.0));
    }
    let (size, colour) = (if across < 12.0 { 13.0 } else { 15.0 }, if chosen { Colour::Surface } else { Colour::Text });
    picture.number(marks.number(level), x, y, size, chosen, colour);
}
