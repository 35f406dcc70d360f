//! A picture: a kind of chart, its data, and the ways to draw it.

use std::fmt;

use super::bars::Bars;
use super::distribution::{CesChart, CsatChart};
use super::drawing::{Drawing, Measure};
use super::drivers::DriversChart;
use super::gaps::GapsChart;
use super::index::IndexChart;
use super::kano::KanoChart;
use super::kano_classes::KanoClassesChart;
use super::legend::Entry;
use super::loyalty::LoyaltyChart;
use super::marks::Marks;
use super::nps::NpsChart;
use super::path_model::PathModelChart;
use super::pen::{Drawn, Pen, Recorded, record};
use super::plane;
use super::quadrants::QuadrantsChart;
use super::retention::RetentionChart;
use super::segments::SegmentsChart;
use super::svg;
use super::theme::{Scheme, Theme, ThemeChanges};
use super::tiers::TiersChart;
use super::weights::WeightsChart;
use super::words::Words;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Path, Read, Value, names, record};

names! {
    /// The kinds of charts.
    pub enum Chart, "chart" {
        /// Importance against performance.
        Quadrants = "quadrants",
        /// The satisfaction index and its factors.
        Index = "index",
        /// The net promoter score.
        Nps = "nps",
        /// Expectation against perception.
        Gaps = "gaps",
        /// What drives the outcome.
        Drivers = "drivers",
        /// The index of each segment.
        Segments = "segments",
        /// Kano's plane.
        Kano = "kano",
        /// Customer tiers.
        Tiers = "tiers",
        /// How many customers stay.
        Retention = "retention",
        /// How satisfied customers are with the whole.
        Csat = "csat",
        /// How easy it was.
        Ces = "ces",
        /// How many put each attribute in which of Kano's categories.
        KanoClasses = "kano-classes",
        /// How much each attribute counts.
        Weights = "weights",
        /// The loyalty index and its factors.
        Loyalty = "loyalty",
        /// What constructs do to each other.
        PathModel = "path-model",
    }
}

/// A chart that draws itself.
pub(super) trait Plot {
    /// What it shows, in words.
    fn summary(&self, words: &Words) -> String;

    /// The height that suits a width, in CSS pixels.
    fn height(&self, width: f64) -> f64 {
        plane::height(width, &self.legend(&Theme::of(Scheme::Light), Words::of("")))
    }

    /// What its signs mean, under a plane.
    fn legend(&self, _: &Theme, _: &Words) -> Vec<Entry> {
        Vec::new()
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn;
}

/// A chart that is drawn as rows of bars.
pub(super) trait Rows {
    fn bars(&self, theme: &Theme, words: &Words) -> Bars;
}

/// A chart and its data. Behind a pointer each, so that a wasm file holds the charts that it makes and no others.
pub struct Picture(Kind);

enum Kind {
    Plot(Box<dyn Plot>),
    Rows(Box<dyn Rows>),
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Picture")
    }
}

record! {
    /// How an SVG is drawn.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct SvgOptions {
        /// In CSS pixels; 720 unless given.
        width: Option<f64>,
        /// In CSS pixels; each chart has its own default.
        height: Option<f64>,
        /// Colours and font.
        theme: Option<ThemeChanges>,
        /// A language tag; English unless given.
        language: Option<String>,
    }
}

record! {
    /// How a canvas is drawn on.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct DrawOptions {
        /// Colours and font.
        theme: Option<ThemeChanges>,
        /// A language tag; English unless given.
        language: Option<String>,
        /// How many of the bitmap's pixels make a CSS pixel; 1 unless given.
        pixel_ratio: Option<f64> = "pixelRatio",
    }
}

impl DrawOptions {
    /// The font families of what is written.
    pub fn font(&self) -> String {
        Theme::from(&self.theme).font
    }
}

/// A picture is at least this wide and high, in CSS pixels, and at most that.
const LEAST: f64 = 120.0;
const MOST: f64 = 8192.0;
const WIDTH: f64 = 720.0;

fn within(value: f64, least: f64, most: f64, path: &str) -> Result<f64, Error> {
    match (least..=most).contains(&value) {
        true => Ok(value),
        false => Err(Error::at(path, Problem::OutOfRange { value, allowed: text!("{}..={}", least, most) })),
    }
}

impl Picture {
    pub(super) fn plot(chart: impl Plot + 'static) -> Self {
        Self(Kind::Plot(Box::new(chart)))
    }

    pub(super) fn rows(chart: impl Rows + 'static) -> Self {
        Self(Kind::Rows(Box::new(chart)))
    }

    /// Reads the data of a chart.
    pub fn read(chart: Chart, data: &Value) -> Result<Self, Error> {
        let at = At { value: data, path: &Path::Root };
        match chart {
            Chart::Quadrants => QuadrantsChart::read(at).map(Self::plot),
            Chart::Index => IndexChart::read(at).map(Self::rows),
            Chart::Nps => NpsChart::read(at).map(Self::plot),
            Chart::Gaps => GapsChart::read(at).map(Self::rows),
            Chart::Drivers => DriversChart::read(at).map(Self::rows),
            Chart::Segments => SegmentsChart::read(at).map(Self::rows),
            Chart::Kano => KanoChart::read(at).map(Self::plot),
            Chart::Tiers => TiersChart::read(at).map(Self::plot),
            Chart::Retention => RetentionChart::read(at)?.checked().map(Self::plot),
            Chart::Csat => CsatChart::read(at).map(Self::rows),
            Chart::Ces => CesChart::read(at).map(Self::rows),
            Chart::KanoClasses => KanoChart::read(at).map(KanoClassesChart).map(Self::rows),
            Chart::Weights => WeightsChart::read(at).map(Self::rows),
            Chart::Loyalty => LoyaltyChart::read(at).map(Self::rows),
            Chart::PathModel => PathModelChart::read(at).map(Self::plot),
        }
    }

    /// What the picture shows, in words: for those who do not see it.
    pub fn summary(&self, language: &str) -> String {
        let words = Words::of(language);
        match &self.0 {
            Kind::Plot(chart) => chart.summary(words),
            Kind::Rows(chart) => chart.bars(&Theme::of(Scheme::Light), words).summary(),
        }
    }

    /// The picture as SVG text.
    pub fn svg(&self, options: &SvgOptions) -> Result<String, Error> {
        let width = within(options.width.unwrap_or(WIDTH), LEAST, MOST, "width")?.round();
        let height = within(options.height.unwrap_or_else(|| self.height(width)), LEAST, MOST, "height")?.round();
        let theme = Theme::from(&options.theme);
        let language = options.language.as_deref().unwrap_or_default();
        let (width, height, units) = (width as u32, height as u32, svg::UNITS);
        let recorded = self.recorded((width * units, height * units), f64::from(units), &theme, language, &svg::width);
        Ok(svg::document((width, height), &self.summary(language), &theme.font, &recorded.drawing))
    }

    /// The picture for a canvas of so many pixels, over all of it; `measure` tells how wide the canvas writes a text.
    pub fn draw(&self, size: (u32, u32), options: &DrawOptions, measure: Measure<'_>) -> Result<Drawing, Error> {
        self.on_canvas(size, options, measure).map(|recorded| recorded.drawing)
    }

    /// What of that picture can be pointed at, and where it lies, in CSS pixels.
    pub fn marks(&self, size: (u32, u32), options: &DrawOptions, measure: Measure<'_>) -> Result<Marks, Error> {
        self.on_canvas(size, options, measure).map(|recorded| recorded.marks)
    }

    fn on_canvas(&self, size: (u32, u32), options: &DrawOptions, measure: Measure<'_>) -> Result<Recorded, Error> {
        let ratio = within(options.pixel_ratio.unwrap_or(1.0), 0.1, 16.0, "pixelRatio")?;
        for (side, name) in [(size.0, "canvas.width"), (size.1, "canvas.height")] {
            within(f64::from(side), LEAST * ratio, MOST * ratio, name)?;
        }
        let theme = Theme::from(&options.theme);
        Ok(self.recorded(size, ratio, &theme, options.language.as_deref().unwrap_or_default(), measure))
    }

    fn recorded(&self, size: (u32, u32), scale: f64, theme: &Theme, language: &str, measure: Measure<'_>) -> Recorded {
        record(size, scale, theme, Words::of(language), measure, |pen| self.draw_with(pen))
    }

    /// The height that suits a width, in CSS pixels.
    pub fn height(&self, width: f64) -> f64 {
        match &self.0 {
            Kind::Plot(chart) => chart.height(width),
            Kind::Rows(chart) => chart.bars(&Theme::of(Scheme::Light), Words::of("")).height(width),
        }
        .clamp(LEAST, MOST)
    }

    fn draw_with(&self, pen: &Pen<'_>) -> Drawn {
        match &self.0 {
            Kind::Plot(chart) => chart.draw(pen),
            Kind::Rows(chart) => chart.bars(pen.theme, pen.words).draw(pen),
        }
    }
}

/// Parts as sentences: a part that ends in its own stop keeps it.
pub(super) fn sentences(parts: &[String]) -> String {
    let ended = |part: &str| part.ends_with(['.', '?', '!', '。', '？', '！']);
    parts.iter().map(|part| if ended(part) { part.clone() } else { text!("{}.", part) }).collect::<Vec<_>>().join(" ")
}
