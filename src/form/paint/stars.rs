//! Stars that fill up to the chosen one.

use super::{Cell, Colour, Marks, Picture, ring};

pub(super) fn paint(picture: &mut Picture, marks: &Marks, cell: &Cell, level: u8) {
    let (x, y) = cell.centre();
    let radius = (cell.width / 2.0 - 2.0).min(16.0);
    // Where the pointer is, the stars show what a click would choose.
    let lit = marks.hovered.or(marks.chosen).is_some_and(|last| level <= last);
    let grown = if marks.is_chosen(level) { 0.8 + 0.2 * marks.grown } else { 1.0 };
    star(picture, x, y, radius * grown);
    if lit {
        let alpha = if marks.hovered.is_some() && marks.chosen.is_none_or(|chosen| level > chosen) { 0.45 } else { 1.0 };
        picture.fill(Colour::Accent, alpha);
    }
    picture.stroke(marks.line(lit), 1.0, 1.75);
    if marks.is_focused(level) {
        ring(picture.rounded(x, y, radius + 1.0, radius + 2.0, 6.0));
    }
}

/// Five points, the first upwards, and the five notches between them: right and up, in radii. A notch is .45 of a radius out.
const STAR: [(f64, f64); 10] = [
    (0.0, 1.0),
    (0.2645, 0.3641),
    (0.9511, 0.3090),
    (0.4280, -0.1391),
    (0.5878, -0.8090),
    (0.0, -0.45),
    (-0.5878, -0.8090),
    (-0.4280, -0.1391),
    (-0.9511, 0.3090),
    (-0.2645, 0.3641),
];

fn star(picture: &mut Picture, x: f64, y: f64, radius: f64) {
    for (right, up) in STAR {
        // A star's middle is below that of its box. Where no path is begun, a line begins one.
        picture.line_to(x + radius * right, y + radius * (0.05 - up));
    }
    picture.close();
}
