//! The mark before an option's words.

use super::{Canvas, Cell, Marks, Path, Theme, dots, ring};

/// The side of the box.
const SIDE: f64 = 20.0;

/// One of which one is chosen.
pub(super) fn radio(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    dots::paint(canvas, marks, cell, level, theme);
}

/// One of which several may be chosen.
pub(super) fn check(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    let (x, y) = cell.centre();
    let square = |by: f64| Path::rounded(x - SIDE / 2.0 - by, y - SIDE / 2.0 - by, SIDE + 2.0 * by, SIDE + 2.0 * by, 5.0);
    if marks.is_hovered(level) {
        canvas.fill(&square(5.0), &theme.accent, 0.14);
    }
    if marks.is_focused(level) {
        ring(canvas, &square(4.0), theme);
    }
    if marks.is_chosen(level) {
        canvas.fill(&square(0.0), &theme.accent, 1.0);
        let tick = [(-0.26, 0.02), (-0.07, 0.21), (0.28, -0.19)]
            .map(|(right, down)| (x + SIDE * right * marks.grown, y + SIDE * down * marks.grown));
        canvas.stroke(&Path::line(&tick), &theme.surface, 1.0, 2.5);
    } else {
        canvas.stroke(&square(-1.0), &theme.muted, 1.0, 2.0);
    }
}
