//! Round buttons.

use super::{Canvas, Cell, Marks, Path, Theme, ring};

/// The radius of a button.
const RADIUS: f64 = 10.0;

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    let (x, y) = cell.centre();
    if marks.is_hovered(level) {
        canvas.fill(&Path::circle(x, y, RADIUS + 6.0), &theme.accent, 0.14);
    }
    if marks.is_focused(level) {
        ring(canvas, &Path::circle(x, y, RADIUS + 4.0), theme);
    }
    if marks.is_chosen(level) {
        canvas.fill(&Path::circle(x, y, RADIUS), &theme.accent, 1.0);
        canvas.fill(&Path::circle(x, y, RADIUS * 0.42 * marks.grown), &theme.surface, 1.0);
    } else {
        canvas.stroke(&Path::circle(x, y, RADIUS - 1.0), &theme.muted, 1.0, 2.0);
    }
}
