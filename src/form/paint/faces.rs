//! Faces: the mouth is drawn from the level, a frown at the lowest and a smile at the highest.

use super::{Canvas, Cell, Marks, Path, Theme, ring};
use crate::form::Step;

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, cell: &Cell, level: u8, theme: &Theme) {
    let (x, y) = cell.centre();
    let share = marks.share(level);
    let chosen = marks.is_chosen(level);
    let widest = (cell.width / 2.0 - 2.0).min(18.0);
    let radius = widest * if chosen { 0.9 + 0.1 * marks.grown } else { 0.88 };
    let colour = if share < 0.5 { &theme.low } else { &theme.accent };
    let disc = Path::circle(x, y, radius);
    if chosen {
        canvas.fill(&disc, colour, 1.0);
    } else if marks.is_hovered(level) {
        canvas.fill(&disc, colour, 0.16);
    }
    let line = match (chosen, marks.is_hovered(level)) {
        (true, _) => &theme.surface,
        (false, true) => colour,
        (false, false) => &theme.muted,
    };
    if !chosen {
        canvas.stroke(&disc, line, 1.0, 2.0);
    }
    face(canvas, x, y, radius, share, line);
    if marks.is_focused(level) {
        ring(canvas, &Path::circle(x, y, widest + 2.5), theme);
    }
}

/// Two eyes and a mouth; its middle hangs as far below its corners as the share is above a half.
fn face(canvas: &mut dyn Canvas, x: f64, y: f64, radius: f64, share: f64, colour: &str) {
    for side in [-1.0, 1.0] {
        canvas.fill(&Path::circle(x + side * 0.36 * radius, y - 0.22 * radius, 0.12 * radius), colour, 1.0);
    }
    let bend = (share - 0.5) * 1.5 * radius;
    let corners = y + 0.38 * radius - 0.35 * bend;
    let mouth = Path(vec![Step::Move(x - 0.46 * radius, corners), Step::Curve(x, corners + bend, x + 0.46 * radius, corners)]);
    canvas.stroke(&mouth, colour, 1.0, (0.13 * radius).max(1.75));
}
