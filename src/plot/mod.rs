//! Pictures of results, drawn with plotters.
//!
//! One file per chart; each is drawn with a pen on one plotters backend, which keeps a list of shapes and texts. A canvas shows
//! that list, and it is written as SVG.

mod axis;
mod bars;
mod colour;
mod distribution;
mod drawing;
mod drivers;
mod ends;
mod further;
mod gaps;
mod geometry;
mod index;
mod kano;
mod kano_classes;
mod labels;
mod legend;
mod loyalty;
mod marks;
mod nps;
mod number;
mod order;
mod paragraph;
mod path_model;
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
mod weights;
mod words;

pub use colour::Colour;
pub use distribution::{CesChart, CsatChart};
pub use drawing::{Drawing, Lettering, Measure, Shape, Stroke};
pub use drivers::{DriverBar, DriversChart};
pub use ends::Ends;
#[cfg(not(feature = "full"))]
pub(crate) use further::charts_arrived;
pub use gaps::{GapBar, GapGroup, GapsChart};
pub use geometry::{Area, Spot};
pub use index::{DimensionBar, FactorBar, IndexChart};
pub use kano::{FongTest, KanoChart, KanoPoint};
pub use labels::{Anchor, Label, Surroundings, place};
pub use loyalty::{LoyaltyBar, LoyaltyChart};
pub use marks::{Marks, PictureMark, PlaneFrame};
pub use nps::NpsChart;
pub use path_model::PathModelChart;
pub use pen::Align;
pub use picture::{Chart, DrawOptions, Picture, SvgOptions};
pub use quadrants::{ChartPoint, CrosshairLines, Part, Place, PointSpread, QuadrantsChart, Shift, Span, View};
pub use reported::About;
pub use retention::RetentionChart;
pub use segments::{SegmentBar, SegmentsChart};
pub use theme::{Scheme, Theme, ThemeChanges};
pub use tiers::{TierBand, TierCustomer, TiersChart};
pub use weights::WeightsChart;
pub use words::Words;
