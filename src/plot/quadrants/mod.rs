//! The centre of a report: what matters against how well it is done.

mod drawn;

use super::legend::{Entry, Sign};
use super::number;
use super::order::ascending;
use super::pen::{Drawn, Pen};
use super::picture::{Plot, sentences};
use super::plane::Margins;
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::measure::{Quadrant, Share};
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The result of `quadrants`, and what a picture of it can say beside.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuadrantsChart {
        /// Where the two lines lie, and by which rule.
        crosshair: Option<CrosshairLines>,
        /// The attributes.
        points: Vec<ChartPoint>,
        /// Ids, most urgent first: an attribute's rank stands for its name where names have no room.
        order: Option<Vec<String>>,
        /// Ids whose quadrant depends on the rule; they are drawn hollow.
        sensitive: Option<Vec<String>>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// The scale of importance and performance, where both were asked on it; else each axis is the points' own range.
        scale: Option<Span>,
        /// How many answered.
        n: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
        /// Where importance came from: `stated`, or the name of a driver method.
        importance: Option<String>,
        /// What derived importance explains.
        outcome: Option<String>,
        /// The scale of performance.
        performance_scale: Option<Span> = "performanceScale",
        /// The confidence of the regions around the points, above 0 and below 1; .95 unless given.
        level: Option<f64>,
        /// The part of the plane that is drawn; all of it when left out.
        view: Option<View>,
        /// Arrows from where attributes were, or to where they are supposed.
        shifts: Option<Vec<Shift>>,
    }
}

record! {
    /// A part of the plane, in shares of the whole from its left end and from its foot.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct View {
        /// Of performance.
        across: Part,
        /// Of importance.
        up: Part,
    }
}

record! {
    /// From one share of the whole to another.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Part {
        /// Where it begins, 0..=1.
        low: Share,
        /// Where it ends, 0..=1.
        high: Share,
    }
}

record! {
    /// An attribute that lay, or would lie, elsewhere. What is left out is as it is.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Shift {
        /// The attribute.
        id: String,
        /// Where it came from; from where it is when left out.
        from: Option<Place>,
        /// Where it goes to; to where it is when left out.
        to: Option<Place>,
    }
}

record! {
    /// A place on the plane.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Place {
        /// Importance; that of the attribute when left out.
        importance: Option<f64>,
        /// Performance; that of the attribute when left out.
        performance: Option<f64>,
    }
}

record! {
    /// The lines that part the quadrants.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CrosshairLines {
        /// Where importance is parted.
        importance: f64,
        /// Where performance is parted.
        performance: f64,
        /// `mean`, `median`, `midpoint`, or another word for lines that were given.
        rule: String,
    }
}

record! {
    /// An attribute.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ChartPoint {
        /// Its id.
        id: String,
        /// How much it matters.
        importance: Option<f64>,
        /// How well it is done.
        performance: Option<f64>,
        /// Where it lies.
        quadrant: Option<Quadrant>,
        /// Whether it lies on a line.
        on_crosshair: Option<bool> = "onCrosshair",
        /// How far it lies above the line of equal priority.
        priority: Option<f64>,
        /// How sure its quadrant is, 0..=1; a doubtful point is drawn paler.
        certainty: Option<f64>,
        /// How far another sample could move it; drawn as the region that holds it with the confidence of `level`.
        spread: Option<PointSpread>,
        /// How many answers it rests on; a point's area follows it.
        n: Option<f64>,
    }
}

record! {
    /// How a point varies from sample to sample.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct PointSpread {
        /// Variance of its importance.
        importance: f64,
        /// Variance of its performance.
        performance: f64,
        /// Covariance of the two.
        covariance: f64,
    }
}

record! {
    /// A scale's ends.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Span {
        /// Its lowest level.
        min: f64,
        /// Its highest level.
        max: f64,
    }
}

/// A point that can be drawn: both of its values are known.
struct Dot<'d> {
    point: &'d ChartPoint,
    title: &'d str,
    rank: usize,
    performance: f64,
    importance: f64,
}

impl Plot for QuadrantsChart {
    /// What the picture shows, in a sentence for each quadrant.
    fn summary(&self, words: &Words) -> String {
        let dots = self.dots();
        let mut parts = vec![self.title.clone().unwrap_or_else(|| words.quadrants().to_owned())];
        parts.extend(self.n.map(|n| text!("n = {}", number::count(n))));
        let ranked: Vec<&Dot<'_>> = ascending(dots.iter().map(|dot| dot.rank as f64)).into_iter().filter_map(|at| dots.get(at)).collect();
        for quadrant in Quadrant::ALL {
            let here = ranked.iter().filter(|dot| dot.point.quadrant == Some(*quadrant));
            let names: Vec<&str> = here.map(|dot| dot.title).collect();
            if !names.is_empty() {
                parts.push(words.list(words.quadrant(*quadrant), &names));
            }
        }
        sentences(&parts)
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        self.draw_on(pen)
    }

    /// What the signs mean, of those that the picture has.
    fn legend(&self, theme: &Theme, words: &Words) -> Vec<Entry> {
        let dots = self.dots();
        let mut legend = Vec::new();
        if dots.iter().any(|dot| dot.point.spread.is_some()) {
            legend.push(Entry::new(Sign::Region(theme.muted), words.at_level(self.level(), words.region())));
        }
        if dots.iter().any(|dot| dot.point.certainty.is_some_and(|certainty| certainty < SURE)) {
            legend.push(Entry::new(Sign::Disc(theme.muted.faded(0.45)), words.paler()));
        }
        if dots.iter().any(|dot| self.is_sensitive(dot.point)) {
            legend.push(Entry::new(Sign::Ring(theme.muted), words.sensitive()));
        }
        if let Some((fewest, most)) = answers(&dots).filter(|(fewest, most)| fewest < most) {
            let text = text!("{} {}–{}", words.size(), number::count(fewest), number::count(most));
            legend.push(Entry::new(Sign::None, text));
        }
        let said = (!parted(&dots)).then(|| words.no_quadrants().to_owned());
        let hidden = self.points.len() - dots.len();
        legend.extend(said.into_iter().chain((hidden > 0).then(|| words.not_shown(hidden))).map(|text| Entry::new(Sign::None, text)));
        legend
    }
}

impl QuadrantsChart {
    fn dots(&self) -> Vec<Dot<'_>> {
        let dot = |(index, point)| {
            let point: &ChartPoint = point;
            let place = |order: &Vec<String>| order.iter().position(|id| *id == point.id);
            let rank = self.order.as_ref().and_then(place).unwrap_or(index) + 1;
            Some(Dot {
                point,
                title: title(self.titles.as_ref(), &point.id),
                rank,
                performance: point.performance?,
                importance: point.importance?,
            })
        };
        self.points.iter().enumerate().filter_map(dot).collect()
    }

    /// What is written around the plane.
    fn margins(&self, theme: &Theme, words: &Words) -> Margins<'_> {
        let ends = |span: Option<Span>| span.map(|s| (number::short(s.min), number::short(s.max)));
        Margins {
            title: self.title.as_deref(),
            n: self.n,
            across: words.performance(ends(self.performance_scale.or(self.scale))),
            up: words.importance(self.importance.as_deref(), self.outcome.as_deref(), ends(self.scale)),
            legend: self.legend(theme, words),
        }
    }

    fn level(&self) -> f64 {
        self.level.filter(|level| *level > 0.0 && *level < 1.0).unwrap_or(0.95)
    }

    fn is_sensitive(&self, point: &ChartPoint) -> bool {
        self.sensitive.as_ref().is_some_and(|ids| ids.contains(&point.id))
    }

    /// The line on which importance and performance are equal, both rescaled to 0..=1: by the scale, or by the points' own range.
    fn equal_priority(&self, dots: &[Dot<'_>]) -> Option<[(f64, f64); 2]> {
        if let Some(Span { min, max }) = self.scale {
            return Some([(min, min), (max, max)]);
        }
        let span = |value: fn(&Dot<'_>) -> f64| {
            let low = dots.iter().map(value).fold(f64::INFINITY, f64::min);
            let high = dots.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
            (low < high).then_some((low, high))
        };
        let (performance, importance) = (span(|d| d.performance)?, span(|d| d.importance)?);
        Some([(performance.0, importance.0), (performance.1, importance.1)])
    }
}

/// From here on a point's colour is full to the eye.
const SURE: f64 = 0.95;

/// The fewest and the most answers behind a point.
fn answers(dots: &[Dot<'_>]) -> Option<(f64, f64)> {
    let known = || dots.iter().filter_map(|dot| dot.point.n).filter(|n| *n > 0.0);
    let ends = (known().fold(f64::INFINITY, f64::min), known().fold(0.0, f64::max));
    (ends.1 > 0.0).then_some(ends)
}

/// Whether any point lies in a quadrant; where all are alike on an axis, none does.
fn parted(dots: &[Dot<'_>]) -> bool {
    dots.iter().any(|dot| dot.point.quadrant.is_some())
}
