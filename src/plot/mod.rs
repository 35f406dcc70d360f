//! Pictures of results, drawn with plotters.
//!
//! One file per chart; each is drawn with a pen on one plotters backend, which keeps a list of shapes and texts. A canvas shows
//! that list, and it is written as SVG.

mod axis;
mod bars;
mod colour;
mod drawing;
mod drivers;
mod gaps;
mod geometry;
mod index;
mod kano;
mod labels;
mod nps;
mod number;
mod order;
mod pen;
mod picture;
mod plane;
mod quadrants;
mod reported;
mod retention;
mod segments;
mod svg;
mod text_width;
mod theme;
mod tiers;
mod titles;
mod words;

pub use colour::Colour;
pub use drawing::{Drawing, Lettering, Measure, Shape, Stroke};
pub use drivers::{DriverBar, DriversChart};
pub use gaps::{GapBar, GapGroup, GapsChart};
pub use geometry::{Area, Spot};
pub use index::{FactorBar, IndexChart};
pub use kano::{FongTest, KanoChart, KanoPoint};
pub use labels::{Anchor, Label, Surroundings, place};
pub use nps::{Ends, NpsChart};
pub use pen::Align;
pub use picture::{Chart, DrawOptions, Picture, SvgOptions};
pub use quadrants::{ChartPoint, CrosshairLines, QuadrantsChart, Span};
pub use reported::About;
pub use retention::RetentionChart;
pub use segments::{SegmentBar, SegmentsChart};
pub use theme::{Scheme, Theme, ThemeChanges};
pub use tiers::{TierBand, TierCustomer, TiersChart};
pub use words::Words;
