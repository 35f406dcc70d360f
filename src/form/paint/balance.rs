//! A balance over a slider: it tips to the side that matters more. Nothing is chosen at first, and its pans are hollow.

use super::{Canvas, Layout, Marks, Path, Theme, slider};
use crate::form::Step;

/// How far below a level beam its ends hang at the most.
const TIP: f64 = 17.0;
/// Half of the beam, where there is room for it.
const ARM: f64 = 120.0;
/// Where the beam turns, from the top.
const PIVOT: f64 = 26.0;
/// From the beam's end down to its pan.
const CORD: f64 = 18.0;

pub(super) fn paint(canvas: &mut dyn Canvas, marks: &Marks, layout: &Layout, theme: &Theme) {
    slider::paint(canvas, marks, layout, theme);
    let middle = layout.width / 2.0;
    let arm = ARM.min(middle - 30.0).max(10.0);
    let share = marks.chosen.map_or(0.5, |level| marks.share(level));
    // The heavier side is the one to which the thumb went.
    let right = (2.0 * share - 1.0) * if marks.mirrored { -1.0 } else { 1.0 };
    let drop = TIP * right * marks.grown;
    canvas.stroke(&Path::line(&[(middle, PIVOT), (middle, 74.0)]), &theme.muted, 1.0, 3.0);
    canvas.stroke(&Path::line(&[(middle - 18.0, 74.0), (middle + 18.0, 74.0)]), &theme.muted, 1.0, 3.0);
    canvas.stroke(&Path::line(&[(middle - arm, PIVOT - drop), (middle + arm, PIVOT + drop)]), &theme.text, 1.0, 3.0);
    canvas.fill(&Path::circle(middle, PIVOT, 5.0), &theme.text, 1.0);
    for side in [-1.0, 1.0] {
        let (x, y) = (middle + side * arm, PIVOT + side * drop);
        let pan = y + CORD;
        for end in [-1.0, 1.0] {
            canvas.stroke(&Path::line(&[(x, y), (x + end * 22.0, pan)]), &theme.muted, 1.0, 1.25);
        }
        let bowl = Path(vec![Step::Move(x - 24.0, pan), Step::Curve(x, pan + 20.0, x + 24.0, pan), Step::Close]);
        if marks.chosen.is_some() && side * right >= 0.0 {
            canvas.fill(&bowl, &theme.accent, 1.0);
        }
        canvas.stroke(&bowl, if marks.chosen.is_some() { &theme.accent } else { &theme.muted }, 1.0, 2.0);
    }
}
