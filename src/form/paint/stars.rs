//! Stars that fill up to the chosen one.

use super::{Canvas, Cell, Marks, Path, Theme, ring};

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    let (x, y) = cell.centre();
    let radius = (cell.width / 2.0 - 2.0).min(16.0);
    // Where the pointer is, the stars show what a click would choose.
    let last = marks.hovered.or(marks.chosen);
    let lit = last.is_some_and(|last| level <= last);
    let grown = if marks.is_chosen(level) { 0.8 + 0.2 * marks.grown } else { 1.0 };
    let star = star(x, y, radius * grown);
    if lit {
        let alpha = if marks.hovered.is_some() && marks.chosen.is_none_or(|chosen| level > chosen) { 0.45 } else { 1.0 };
        canvas.fill(&star, &theme.accent, alpha);
    }
    canvas.stroke(&star, if lit { &theme.accent } else { &theme.muted }, 1.0, 1.75);
    if marks.is_focused(level) {
        ring(canvas, &Path::rounded(x - radius - 1.0, y - radius - 2.0, 2.0 * radius + 2.0, 2.0 * radius + 4.0, 6.0), theme);
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

fn star(x: f64, y: f64, radius: f64) -> Path {
    // A star's middle is below that of its box.
    Path::polygon(&STAR.map(|(right, up)| (x + radius * right, y + radius * (0.05 - up))))
}
