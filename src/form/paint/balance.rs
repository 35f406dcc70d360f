//! A balance over a slider: it tips to the side that matters more. Nothing is chosen at first, and its pans are hollow.

use super::{Colour, Layout, Marks, Picture, slider};

/// How far below a level beam its ends hang at the most.
const TIP: f64 = 17.0;
/// Half of the beam, where there is room for it.
const ARM: f64 = 120.0;
/// Where the beam turns, from the top.
const PIVOT: f64 = 26.0;
/// From the beam's end down to its pan.
const CORD: f64 = 18.0;
/// Where the stand ends, from the top.
const FOOT: f64 = 74.0;

pub(super) fn paint(picture: &mut Picture, marks: &Marks, layout: &Layout) {
    slider::paint(picture, marks, layout);
    let middle = layout.width / 2.0;
    let arm = ARM.min(middle - 30.0).max(10.0);
    let share = marks.chosen.map_or(0.5, |level| marks.share(level));
    // The heavier side is the one to which the thumb went.
    let right = (2.0 * share - 1.0) * if marks.mirrored { -1.0 } else { 1.0 };
    let drop = TIP * right * marks.grown;
    picture.line(middle, PIVOT, middle, FOOT).line(middle - 18.0, FOOT, middle + 18.0, FOOT).stroke(Colour::Muted, 1.0, 3.0);
    picture.line(middle - arm, PIVOT - drop, middle + arm, PIVOT + drop).stroke(Colour::Text, 1.0, 3.0);
    picture.circle(middle, PIVOT, 5.0).fill(Colour::Text, 1.0);
    for side in [-1.0, 1.0] {
        let (x, y) = (middle + side * arm, PIVOT + side * drop);
        let pan = y + CORD;
        picture.line(x - 22.0, pan, x, y).line_to(x + 22.0, pan).stroke(Colour::Muted, 1.0, 1.25);
        picture.curve(x - 24.0, pan, x, pan + 20.0, x + 24.0, pan).close();
        if marks.chosen.is_some() && side * right >= 0.0 {
            picture.fill(Colour::Accent, 1.0);
        }
        picture.stroke(marks.line(marks.chosen.is_some()), 1.0, 2.0);
    }
}
