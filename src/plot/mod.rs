//! Pictures of results, drawn with plotters.
//!
//! One file per chart; each is drawn with a pen on any plotters backend: as SVG text, or on a canvas.

mod axis;
mod bars;
mod canvas;
mod colour;
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
mod retention;
mod segments;
mod svg;
mod text_width;
mod theme;
mod tiers;
mod titles;
mod words;

pub use canvas::{Canvas, Context, Lettering};
pub use colour::Colour;
pub use drivers::{DriverBar, DriversChart};
pub use gaps::{GapBar, GapGroup, GapsChart};
pub use geometry::{Area, Spot};
pub use index::{FactorBar, IndexChart};
pub use kano::{FongTest, KanoChart, KanoPoint};
pub use labels::{Anchor, Label, Surroundings, place};
pub use nps::{Ends, NpsChart};
pub use pen::Failed;
pub use picture::{Chart, DrawOptions, Picture, SvgOptions};
pub use quadrants::{ChartPoint, CrosshairLines, QuadrantsChart, Span};
pub use retention::RetentionChart;
pub use segments::{SegmentBar, SegmentsChart};
pub use theme::{Scheme, Theme, ThemeChanges};
pub use tiers::{TierBand, TierCustomer, TiersChart};
pub use words::Words;
