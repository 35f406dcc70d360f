//! What a painter paints.

/// A picture as a list of numbers, which a page paints in one go: each step says what it is, then what it needs. Lengths are CSS pixels.
///
/// | step | numbers |
/// |---|---|
/// | lift the pen to a point | `0`, x, y |
/// | a straight line to a point | `1`, x, y |
/// | a quadratic curve | `2`, the control point's x and y, the end's x and y |
/// | a full circle | `3`, the centre's x and y, the radius |
/// | back to the path's start | `4` |
/// | fill the path | `5`, the [colour](Colour), how opaque it is |
/// | stroke the path, with round ends | `6`, the colour, how opaque it is, the width |
/// | write a number, its middle at a point | `7`, the number, x, y, the size, the weight, the colour |
///
/// What is drawn after a path was filled or stroked begins another.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture(Vec<f64>);

/// A colour, by what the page has it for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Behind the marks.
    Surface,
    /// Words and numbers.
    Text,
    /// Marks that are not chosen.
    Muted,
    /// What is chosen.
    Accent,
    /// The low end of faces.
    Low,
}

impl Picture {
    /// The numbers.
    pub fn into_numbers(self) -> Vec<f64> {
        self.0
    }

    fn step(&mut self, numbers: &[f64]) -> &mut Self {
        self.0.extend_from_slice(numbers);
        self
    }

    pub(super) fn fill(&mut self, colour: Colour, alpha: f64) -> &mut Self {
        self.step(&[5.0, f64::from(colour as u8), alpha])
    }

    pub(super) fn stroke(&mut self, colour: Colour, alpha: f64, width: f64) -> &mut Self {
        self.step(&[6.0, f64::from(colour as u8), alpha, width])
    }

    pub(super) fn number(&mut self, number: f64, x: f64, y: f64, size: f64, bold: bool, colour: Colour) {
        self.step(&[7.0, number, x, y, size, if bold { 600.0 } else { 400.0 }, f64::from(colour as u8)]);
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64) -> &mut Self {
        // A radius below zero is the only thing that a canvas refuses.
        self.step(&[3.0, x, y, radius.max(0.0)])
    }

    pub(super) fn line(&mut self, x: f64, y: f64, to_x: f64, to_y: f64) -> &mut Self {
        self.step(&[0.0, x, y]).line_to(to_x, to_y)
    }

    pub(super) fn line_to(&mut self, x: f64, y: f64) -> &mut Self {
        self.step(&[1.0, x, y])
    }

    pub(super) fn curve(&mut self, x: f64, y: f64, bend_x: f64, bend_y: f64, to_x: f64, to_y: f64) -> &mut Self {
        self.step(&[0.0, x, y]).curve_to(bend_x, bend_y, to_x, to_y)
    }

    fn curve_to(&mut self, bend_x: f64, bend_y: f64, x: f64, y: f64) -> &mut Self {
        self.step(&[2.0, bend_x, bend_y, x, y])
    }

    pub(super) fn close(&mut self) -> &mut Self {
        self.step(&[4.0])
    }

    /// A rectangle with round corners around a middle, so far across and down from there.
    pub(super) fn rounded(&mut self, x: f64, y: f64, across: f64, down: f64, radius: f64) -> &mut Self {
        let radius = radius.min(across).min(down);
        let (left, top, right, bottom) = (x - across, y - down, x + across, y + down);
        self.line(left + radius, top, right - radius, top).curve_to(right, top, right, top + radius);
        self.line_to(right, bottom - radius).curve_to(right, bottom, right - radius, bottom);
        self.line_to(left + radius, bottom).curve_to(left, bottom, left, bottom - radius);
        self.line_to(left, top + radius).curve_to(left, top, left + radius, top).close()
    }
}
