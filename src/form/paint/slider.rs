//! A track with a thumb. Nothing is chosen at first, and the thumb says so: it is hollow, in the middle.

use super::{Canvas, Layout, Marks, Path, Theme, ring};

/// The radius of the thumb.
const THUMB: f64 = 12.0;
/// From the canvas' edge to the track's end: the thumb, and the halo and ring around it. The native thumb above is twice as wide.
const INSET: f64 = 18.0;

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, layout: &Layout, theme: &Theme) {
    let Some(cell) = layout.cells.first() else { return };
    let (_, y) = cell.centre();
    let (left, right) = (cell.x + INSET, cell.x + cell.width - INSET);
    let at = |share: f64| left + (right - left) * if marks.mirrored { 1.0 - share } else { share };
    canvas.stroke(&Path::line(&[(left, y), (right, y)]), &theme.muted, 0.45, 6.0);
    // Scales through zero fill from zero, others from their low end.
    let zero = (-marks.first / marks.step / f64::from(marks.levels.saturating_sub(1).max(1))).clamp(0.0, 1.0);
    if marks.levels <= 21 {
        for level in 0..marks.levels {
            canvas.fill(&Path::circle(at(marks.share(level)), y, 1.5), &theme.text, 0.55);
        }
    }
    let x = at(marks.chosen.map_or(0.5, |level| marks.share(level)));
    if marks.chosen.is_some() {
        canvas.stroke(&Path::line(&[(at(zero), y), (x, y)]), &theme.accent, 1.0, 6.0);
    }
    let hovered = marks.hovered.is_some();
    if hovered {
        canvas.fill(&Path::circle(x, y, THUMB + 5.0), &theme.accent, 0.14);
    }
    if marks.focused.is_some() {
        ring(canvas, &Path::circle(x, y, THUMB + 3.0), theme);
    }
    canvas.fill(&Path::circle(x, y, THUMB - 1.0), if marks.chosen.is_some() { &theme.accent } else { &theme.surface }, 1.0);
    canvas.stroke(&Path::circle(x, y, THUMB - 1.0), if marks.chosen.is_some() { &theme.accent } else { &theme.muted }, 1.0, 2.0);
}
