//! What a painter paints on.

/// A surface to paint on; lengths are CSS pixels, colours are CSS colours.
pub trait Canvas {
    /// Fills a path.
    fn fill(&mut self, path: &Path, colour: &str, alpha: f64);
    /// Strokes a path, with round ends.
    fn stroke(&mut self, path: &Path, colour: &str, alpha: f64, width: f64);
    /// Writes a text, its middle at a point.
    fn text(&mut self, x: f64, y: f64, text: &str, size: f64, bold: bool, colour: &str);
}

/// A line of steps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Path(pub Vec<Step>);

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Lifts the pen to a point.
    Move(f64, f64),
    /// A straight line to a point.
    Line(f64, f64),
    /// A quadratic curve: control point, end.
    Curve(f64, f64, f64, f64),
    /// A full circle: centre, radius.
    Circle(f64, f64, f64),
    /// Back to the start.
    Close,
}

impl Path {
    /// A circle.
    pub fn circle(x: f64, y: f64, radius: f64) -> Self {
        Self(vec![Step::Circle(x, y, radius)])
    }

    /// A rectangle with round corners.
    pub fn rounded(x: f64, y: f64, width: f64, height: f64, radius: f64) -> Self {
        let radius = radius.min(width / 2.0).min(height / 2.0);
        let (right, bottom) = (x + width, y + height);
        Self(vec![
            Step::Move(x + radius, y),
            Step::Line(right - radius, y),
            Step::Curve(right, y, right, y + radius),
            Step::Line(right, bottom - radius),
            Step::Curve(right, bottom, right - radius, bottom),
            Step::Line(x + radius, bottom),
            Step::Curve(x, bottom, x, bottom - radius),
            Step::Line(x, y + radius),
            Step::Curve(x, y, x + radius, y),
            Step::Close,
        ])
    }

    /// A line through points.
    pub fn line(points: &[(f64, f64)]) -> Self {
        let step = |(index, &(x, y)): (usize, &(f64, f64))| if index == 0 { Step::Move(x, y) } else { Step::Line(x, y) };
        Self(points.iter().enumerate().map(step).collect())
    }

    /// The area within points.
    pub fn polygon(points: &[(f64, f64)]) -> Self {
        let mut path = Self::line(points);
        path.0.push(Step::Close);
        path
    }
}
