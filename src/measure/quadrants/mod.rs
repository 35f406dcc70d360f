//! Importance against performance, in four quadrants.

mod certainty;

use serde::Serialize;

pub use certainty::{PointCovariance, quadrants_with};

use super::Bounds;
use super::counts::entry;
use super::ids::repeated;
use super::number::Number;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Read, names, record};

names! {
    /// What to do about an attribute.
    pub enum Quadrant, "quadrant" {
        /// Important and weak: work on it first.
        Concentrate = "concentrate",
        /// Important and strong.
        KeepUp = "keep-up",
        /// Neither.
        LowPriority = "low-priority",
        /// Strong, but not important.
        Overkill = "overkill",
    }
}

record! {
    /// An attribute on the plane.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuadrantPoint {
        /// The attribute.
        id: String,
        /// How important it is, stated or derived; `None` where unknown.
        #[tsify(type = "number | null")]
        importance: Option<Number>,
        /// How it performs; `None` where unknown.
        #[tsify(type = "number | null")]
        performance: Option<Number>,
    }
}

record! {
    /// Where two lines cross.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Crossing {
        /// Of the line between important and not.
        importance: Number,
        /// Of the line between strong and weak.
        performance: Number,
    }
}

names! {
    /// Where the lines between the quadrants come from.
    pub enum CrosshairRule, "crosshair" {
        /// The mean of the points.
        Mean = "mean",
        /// The median of the points.
        Median = "median",
        /// The middle of the scale.
        Midpoint = "midpoint",
    }
}

/// The lines between the quadrants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Crosshair {
    /// By a rule.
    Rule(CrosshairRule),
    /// Given.
    Given(Crossing),
}

impl Read for Crosshair {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match at.text() {
            Ok(_) => Read::read(at).map(Self::Rule),
            Err(_) => Read::read(at).map(Self::Given),
        }
    }
}

record! {
    /// Attributes to place.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuadrantsInput {
        /// At least one.
        points: Vec<QuadrantPoint>,
        /// The lines; through the means when left out.
        crosshair: Option<Crosshair>,
        /// The scale on which importance was stated and performance rated; left out where importance is derived.
        scale: Option<Bounds>,
    }
}

/// Attributes in quadrants.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct QuadrantsResult {
    /// The lines; `None` where no point has both coordinates.
    pub crosshair: Option<CrosshairDrawn>,
    /// In the order they came.
    pub points: Vec<PlacedPoint>,
    /// Ids, most urgent first.
    pub order: Vec<String>,
    /// Ids whose quadrant is another one under another rule of the crosshair.
    pub sensitive: Vec<String>,
}

/// The lines between the quadrants, and the rule they come from.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct CrosshairDrawn {
    /// Of the line between important and not.
    pub importance: f64,
    /// Of the line between strong and weak.
    pub performance: f64,
    /// `mean`, `median`, `midpoint` or `given`.
    pub rule: &'static str,
}

/// An attribute in its quadrant.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct PlacedPoint {
    /// The attribute.
    pub id: String,
    /// How important it is.
    pub importance: Option<f64>,
    /// How it performs.
    pub performance: Option<f64>,
    /// Where it lies; `None` without both coordinates, and for all where an axis does not tell points apart.
    pub quadrant: Option<Quadrant>,
    /// Whether it lies on either line.
    pub on_crosshair: bool,
    /// How far it is above the iso-priority line, where importance equals performance; both axes 0..1.
    pub priority: Option<f64>,
    /// Probability, under sampling error, that it is in this quadrant; numbers alone do not know it, [`quadrants_with`] does.
    pub certainty: Option<f64>,
    /// How far another sample of the same people could move it; numbers alone do not know it, [`quadrants_with`] does.
    pub spread: Option<Spread>,
    /// How many answers it rests on; a report knows.
    pub n: Option<f64>,
}

/// How a point varies from sample to sample.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, tsify::Tsify)]
pub struct Spread {
    /// Variance of its importance.
    pub importance: f64,
    /// Variance of its performance.
    pub performance: f64,
    /// Covariance of the two.
    pub covariance: f64,
}

/// A point with both coordinates.
#[derive(Debug, Clone, Copy)]
struct Placed {
    importance: f64,
    performance: f64,
}

/// Importance–performance analysis: which attributes to work on first.
///
/// A point is high on an axis when it is at the line or above. `priority = (importance - performance) / √2` with both axes brought to 0..1:
/// by `scale` where it is given, importance then being stated on it, else by the points' own range. Source: Martilla & James (1977),
/// Slack (1994) for the iso-priority line. Points without both coordinates are in no quadrant and move no line; where all points are equal
/// on an axis, none is in a quadrant. On the line counts as high, to within rounding. Order: concentrate first, then by priority; points
/// without one last; ties as they came.
///
/// ```
/// use manyi::measure::{Number, Quadrant, QuadrantPoint, QuadrantsInput, quadrants};
/// let point = |id: &str, importance, performance| -> Result<_, manyi::Error> {
///     Ok(QuadrantPoint { id: id.into(), importance: Some(Number::new(importance)?), performance: Some(Number::new(performance)?) })
/// };
/// let points = vec![point("price", 9.0, 3.0)?, point("staff", 4.0, 8.0)?];
/// let result = quadrants(&QuadrantsInput { points, crosshair: None, scale: None })?;
/// assert_eq!(result.points[0].quadrant, Some(Quadrant::Concentrate));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn quadrants(input: &QuadrantsInput) -> Result<QuadrantsResult, Error> {
    check(input)?;
    let placed: Vec<Option<Placed>> = input.points.iter().map(place).collect();
    let known: Vec<Placed> = placed.iter().flatten().copied().collect();
    let drawn = crosshair(input, &known);
    let plane = Plane::of(&known);
    let others: Vec<CrosshairDrawn> = CrosshairRule::ALL
        .iter()
        .filter(|rule| drawn.as_ref().is_some_and(|drawn| drawn.rule != rule.name()))
        .filter_map(|&rule| lines(rule, &known, input.scale))
        .collect();
    let mut sensitive = Vec::new();
    let points: Vec<PlacedPoint> = input
        .points
        .iter()
        .zip(&placed)
        .map(|(point, placed)| {
            let here = placed.as_ref().zip(drawn.as_ref());
            let quadrant = here.and_then(|(point, drawn)| plane.quadrant(point, drawn));
            if placed.is_some_and(|placed| quadrant.is_some() && others.iter().any(|other| plane.quadrant(&placed, other) != quadrant)) {
                sensitive.push(point.id.clone());
            }
            PlacedPoint {
                id: point.id.clone(),
                importance: point.importance.map(Number::get),
                performance: point.performance.map(Number::get),
                quadrant,
                on_crosshair: here.is_some_and(|(point, drawn)| plane.on_a_line(point, drawn)),
                priority: placed.and_then(|placed| plane.priority(&placed, input.scale)),
                certainty: None,
                spread: None,
                n: None,
            }
        })
        .collect();
    Ok(QuadrantsResult { crosshair: drawn, order: order(&points), points, sensitive })
}

fn check(input: &QuadrantsInput) -> Result<(), Error> {
    if input.points.is_empty() {
        return Err(Error::at("points", Problem::TooFew { what: "points", least: 1 }));
    }
    let ids: Vec<&str> = input.points.iter().map(|point| point.id.as_str()).collect();
    let repeated = repeated(&ids);
    for (index, point) in input.points.iter().enumerate() {
        let at = |key: &str| text!("{}.{}", entry("points", index), key);
        if repeated == Some(index) {
            return Err(Error::at(at("id"), Problem::DuplicateId { what: "point", id: point.id.clone() }));
        }
        if let Some(scale) = input.scale {
            point.importance.map_or(Ok(()), |value| scale.expect(value.get(), || at("importance")))?;
            point.performance.map_or(Ok(()), |value| scale.expect(value.get(), || at("performance")))?;
        }
    }
    match (input.crosshair, input.scale) {
        (Some(Crosshair::Rule(CrosshairRule::Midpoint)), None) => Err(Error::new(Problem::MissingKey { key: "scale" })),
        _ => Ok(()),
    }
}

fn place(point: &QuadrantPoint) -> Option<Placed> {
    Some(Placed { importance: point.importance?.get(), performance: point.performance?.get() })
}

/// The lines asked for; `None` without points.
fn crosshair(input: &QuadrantsInput, points: &[Placed]) -> Option<CrosshairDrawn> {
    match input.crosshair.unwrap_or(Crosshair::Rule(CrosshairRule::Mean)) {
        Crosshair::Rule(rule) => lines(rule, points, input.scale),
        Crosshair::Given(Crossing { importance, performance }) => {
            let drawn = CrosshairDrawn { importance: importance.get(), performance: performance.get(), rule: "given" };
            (!points.is_empty()).then_some(drawn)
        }
    }
}

/// The lines of a rule; `None` without points, or for the midpoint without a scale.
fn lines(rule: CrosshairRule, points: &[Placed], scale: Option<Bounds>) -> Option<CrosshairDrawn> {
    if points.is_empty() {
        return None;
    }
    let (importance, performance) = (points.iter().map(|point| point.importance), points.iter().map(|point| point.performance));
    let (importance, performance) = match rule {
        CrosshairRule::Mean => (mean(importance), mean(performance)),
        CrosshairRule::Median => (median(importance.collect()), median(performance.collect())),
        CrosshairRule::Midpoint => {
            let middle = scale.map(|scale| (scale.min + scale.max) / 2.0)?;
            (middle, middle)
        }
    };
    Some(CrosshairDrawn { importance, performance, rule: rule.name() })
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = values.len() as f64;
    values.sum::<f64>() / n
}

/// The middle one, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() % 2 {
        0 => (values[middle - 1] + values[middle]) / 2.0,
        _ => values[middle],
    }
}

/// What the points say about each axis.
struct Plane {
    importance: Axis,
    performance: Axis,
}

struct Axis {
    low: f64,
    high: f64,
    /// Nearer than this is the same: a mean of numbers is rounded.
    rounding: f64,
}

impl Axis {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        Self { low, high, rounding: 1e-12 * low.abs().max(high.abs()) }
    }

    fn tells_apart(&self) -> bool {
        self.high - self.low > self.rounding
    }

    fn on(&self, value: f64, line: f64) -> bool {
        (value - line).abs() <= self.rounding
    }

    fn is_high(&self, value: f64, line: f64) -> bool {
        value > line || self.on(value, line)
    }

    fn range(&self) -> Option<Bounds> {
        self.tells_apart().then_some(Bounds { min: self.low, max: self.high })
    }
}

impl Plane {
    fn of(points: &[Placed]) -> Self {
        Self {
            importance: Axis::of(points.iter().map(|point| point.importance)),
            performance: Axis::of(points.iter().map(|point| point.performance)),
        }
    }

    fn quadrant(&self, point: &Placed, lines: &CrosshairDrawn) -> Option<Quadrant> {
        if !(self.importance.tells_apart() && self.performance.tells_apart()) {
            return None;
        }
        let important = self.importance.is_high(point.importance, lines.importance);
        let strong = self.performance.is_high(point.performance, lines.performance);
        Some(match (important, strong) {
            (true, false) => Quadrant::Concentrate,
            (true, true) => Quadrant::KeepUp,
            (false, false) => Quadrant::LowPriority,
            (false, true) => Quadrant::Overkill,
        })
    }

    fn on_a_line(&self, point: &Placed, lines: &CrosshairDrawn) -> bool {
        self.importance.on(point.importance, lines.importance) || self.performance.on(point.performance, lines.performance)
    }

    fn priority(&self, point: &Placed, scale: Option<Bounds>) -> Option<f64> {
        let importance = scale.or_else(|| self.importance.range())?.place(point.importance);
        let performance = scale.or_else(|| self.performance.range())?.place(point.performance);
        Some((importance - performance) / std::f64::consts::SQRT_2)
    }
}

/// Concentrate first, then by priority, the unknown last.
fn order(points: &[PlacedPoint]) -> Vec<String> {
    let mut order: Vec<&PlacedPoint> = points.iter().collect();
    let concentrate = |point: &PlacedPoint| point.quadrant == Some(Quadrant::Concentrate);
    order.sort_by(|a, b| {
        concentrate(b).cmp(&concentrate(a)).then_with(|| match (a.priority, b.priority) {
            (Some(a), Some(b)) => b.total_cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        })
    });
    order.into_iter().map(|point| point.id.clone()).collect()
}
