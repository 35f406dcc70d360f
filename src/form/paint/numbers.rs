//! A row of numbers in boxes.

use super::{Canvas, Cell, Marks, Path, Theme, ring};

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    let (x, y) = cell.centre();
    let width = (cell.width - 4.0).min(44.0);
    let height = 36.0;
    let box_ = |by: f64| Path::rounded(x - width / 2.0 - by, y - height / 2.0 - by, width + 2.0 * by, height + 2.0 * by, 7.0);
    let chosen = marks.is_chosen(level);
    if chosen {
        canvas.fill(&box_(2.0 * (marks.grown - 1.0)), &theme.accent, 1.0);
    } else {
        canvas.fill(&box_(0.0), &theme.accent, if marks.is_hovered(level) { 0.18 } else { 0.05 });
        canvas.stroke(&box_(-0.5), &theme.muted, if marks.is_hovered(level) { 1.0 } else { 0.7 }, 1.0);
    }
    let colour = if chosen { &theme.surface } else { &theme.text };
    canvas.text(x, y, &marks.number(level), if width < 24.0 { 13.0 } else { 15.0 }, chosen, colour);
    if marks.is_focused(level) {
        ring(canvas, &box_(1.5), theme);
    }
}
