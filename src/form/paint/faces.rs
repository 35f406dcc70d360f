//! Faces: the mouth is drawn from the level, a frown at the lowest and a smile at the highest.

use super::{Cell, Colour, Marks, Picture, ring};

pub(super) fn paint(picture: &mut Picture, marks: &Marks, cell: &Cell, level: u8) {
    let (x, y) = cell.centre();
    let share = marks.share(level);
    let (chosen, hovered) = (marks.is_chosen(level), marks.is_hovered(level));
    let widest = (cell.width / 2.0 - 2.0).min(18.0);
    let radius = widest * if chosen { 0.9 + 0.1 * marks.grown } else { 0.88 };
    let colour = if share < 0.5 { Colour::Low } else { Colour::Accent };
    let line = match (chosen, hovered) {
        (true, _) => Colour::Surface,
        (false, true) => colour,
        (false, false) => Colour::Muted,
    };
    picture.circle(x, y, radius);
    if chosen || hovered {
        picture.fill(colour, if chosen { 1.0 } else { 0.16 });
    }
    if !chosen {
        picture.stroke(line, 1.0, 2.0);
    }
    face(picture, x, y, radius, share, line);
    if marks.is_focused(level) {
        ring(picture.circle(x, y, widest + 2.5));
    }
}

/// Two eyes and a mouth; its middle hangs as far below its corners as the share is above a half.
fn face(picture: &mut Picture, x: f64, y: f64, radius: f64, share: f64, colour: Colour) {
    for side in [-0.36, 0.36] {
        picture.circle(x + side * radius, y - 0.22 * radius, 0.12 * radius).fill(colour, 1.0);
    }
    let bend = (share - 0.5) * 1.5 * radius;
    let corners = y + 0.38 * radius - 0.35 * bend;
    picture.curve(x - 0.46 * radius, corners, x, corners + bend, x + 0.46 * radius, corners);
    picture.stroke(colour, 1.0, (0.13 * radius).max(1.75));
}
