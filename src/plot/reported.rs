//! The charts of a report, straight from its parts.

use super::distribution::{CesChart, CsatChart};
use super::drivers::{DriverBar, DriversChart};
use super::ends::Ends;
use super::further::further;
use super::index::{DimensionBar, FactorBar, IndexChart};
use super::nps::NpsChart;
use super::picture::{Chart, Picture};
use super::quadrants::{ChartPoint, CrosshairLines, PointSpread, QuadrantsChart, Shift, View};
use super::retention::RetentionChart;
use super::segments::{SegmentBar, SegmentsChart};
use super::weights::WeightsChart;
use crate::measure::{Ces, Csat, Drivers, IndexResult, Interval, Nps, QuadrantsResult, Retention};
use crate::report::{DimensionIndex, Report, Segment, WeightsUsed};
use crate::value::{Entries, record};

record! {
    /// What a chart of a report says beside its numbers.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct About {
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// How many answered.
        n: Option<f64>,
        /// Where importance comes from.
        importance: Option<String>,
        /// What derived importance explains.
        outcome: Option<String>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
        /// The part of the quadrants' plane that is drawn.
        view: Option<View>,
        /// Arrows on the quadrants.
        shifts: Option<Vec<Shift>>,
    }
}

impl Picture {
    /// A chart of a report; `None` where the report has nothing for it.
    pub fn of(chart: Chart, report: &Report, about: About) -> Option<Self> {
        match chart {
            Chart::Quadrants => report.quadrants.as_ref().map(|found| Self::plot(quadrants(found, level(report), about))),
            Chart::Index => report.index.as_ref().map(|found| Self::rows(index(found, &report.dimensions, about))),
            Chart::Nps => report.nps.as_ref().map(|found| Self::plot(nps(found, about))),
            Chart::Segments => Some(Self::rows(segments(report, about))),
            Chart::Csat => report.csat.as_ref().map(|found| Self::rows(csat(found, about))),
            Chart::Ces => report.ces.as_ref().map(|found| Self::rows(ces(found, about))),
            Chart::Drivers => report.drivers.as_ref().map(|found| Self::rows(drivers(found, about))),
            Chart::Weights => report.weights.as_ref().map(|found| Self::rows(weights(found, about))),
            Chart::Retention => report.retention.as_ref().map(|found| Self::plot(retention(found, report.csat.as_ref(), about))),
            Chart::Gaps | Chart::Kano | Chart::KanoClasses | Chart::PathModel => further(chart, report, about),
            Chart::Tiers | Chart::Loyalty => None,
        }
    }
}

fn ends(interval: &Interval) -> Ends {
    Ends { low: interval.low, high: interval.high, level: interval.level, method: interval.method.clone() }
}

/// The level that the report was asked for.
fn level(report: &Report) -> Option<f64> {
    Some(report.index.as_ref()?.interval.as_ref()?.level)
}

fn quadrants(found: &QuadrantsResult, level: Option<f64>, about: About) -> QuadrantsChart {
    let point = |point: &crate::measure::PlacedPoint| ChartPoint {
        id: point.id.clone(),
        importance: point.importance,
        performance: point.performance,
        quadrant: point.quadrant,
        on_crosshair: Some(point.on_crosshair),
        priority: point.priority,
        certainty: point.certainty,
        spread: point.spread.map(|spread| PointSpread {
            importance: spread.importance,
            performance: spread.performance,
            covariance: spread.covariance,
        }),
        n: point.n,
    };
    QuadrantsChart {
        crosshair: found.crosshair.as_ref().map(|lines| CrosshairLines {
            importance: lines.importance,
            performance: lines.performance,
            rule: lines.rule.into(),
        }),
        points: found.points.iter().map(point).collect(),
        order: Some(found.order.clone()),
        sensitive: Some(found.sensitive.clone()),
        titles: about.titles,
        scale: None,
        n: about.n,
        title: about.title,
        importance: about.importance,
        outcome: about.outcome,
        performance_scale: None,
        level,
        view: about.view,
        shifts: about.shifts,
    }
}

fn index(found: &IndexResult, dimensions: &[DimensionIndex], about: About) -> IndexChart {
    let factor = |factor: &crate::measure::FactorScore| FactorBar {
        id: factor.id.clone(),
        weight: factor.weight,
        score: factor.score,
        anchored100: factor.anchored100,
        mean: factor.mean,
        interval: factor.interval.as_ref().map(ends),
        n: factor.n,
    };
    let dimension = |dimension: &DimensionIndex| DimensionBar {
        id: dimension.id.clone(),
        attributes: dimension.attributes.clone(),
        weight: dimension.weight,
        index: dimension.index,
        interval: dimension.interval.as_ref().map(ends),
        n: dimension.n,
    };
    IndexChart {
        index: found.index,
        anchored100: found.anchored100,
        interval: found.interval.as_ref().map(ends),
        n: found.n,
        factors: found.factors.iter().map(factor).collect(),
        dimensions: Some(dimensions.iter().map(dimension).collect()),
        titles: about.titles,
        title: about.title,
    }
}

fn nps(found: &Nps, about: About) -> NpsChart {
    NpsChart {
        n: found.n,
        promoters: found.promoters,
        passives: found.passives,
        detractors: found.detractors,
        nps: found.nps,
        standard_error: found.standard_error,
        interval: found.interval.as_ref().map(ends),
        title: about.title,
    }
}

/// Beside the index of all, where the report is of all: then it is told how many there are.
fn segments(report: &Report, about: About) -> SegmentsChart {
    let bar = |segment: &Segment| SegmentBar {
        question: segment.question.clone(),
        value: segment.value.clone(),
        n: segment.n as f64,
        index: segment.index,
        interval: segment.interval.as_ref().map(ends),
        nps: segment.nps,
        p: segment.p,
        adjusted_p: segment.adjusted_p,
        significant: segment.significant,
    };
    SegmentsChart {
        segments: report.segments.iter().map(bar).collect(),
        titles: about.titles,
        title: about.title,
        index: report.index.as_ref().filter(|_| about.n.is_some()).and_then(|found| found.index),
        n: about.n,
    }
}

fn csat(found: &Csat, about: About) -> CsatChart {
    CsatChart {
        n: found.n,
        satisfied: found.satisfied,
        share: found.share,
        interval: found.interval.as_ref().map(ends),
        mean: found.mean,
        anchored100: found.anchored100,
        levels: found.levels.clone(),
        counts: found.counts.clone(),
        satisfied_from: found.satisfied_from,
        title: about.title,
    }
}

fn ces(found: &Ces, about: About) -> CesChart {
    CesChart {
        n: found.n,
        mean: found.mean,
        easy_share: found.easy_share,
        interval: found.interval.as_ref().map(ends),
        net_easy: found.net_easy,
        counts: found.counts.clone(),
        easy_from: f64::from(found.easy_from),
        title: about.title,
    }
}

fn drivers(found: &Drivers, about: About) -> DriversChart {
    DriversChart {
        n: found.n,
        r2: found.r2,
        method: found.method.name().into(),
        drivers: found.drivers.iter().map(|one| DriverBar { id: one.id.clone(), raw: one.raw, share: one.share }).collect(),
        titles: about.titles,
        outcome: about.outcome,
        title: about.title,
    }
}

fn weights(found: &WeightsUsed, about: About) -> WeightsChart {
    WeightsChart {
        source: found.source.into(),
        weights: found.weights.clone(),
        cr: found.cr,
        titles: about.titles,
        n: about.n,
        title: about.title,
    }
}

/// The customers at each level are those who answered the question that retention is read from.
fn retention(found: &Retention, csat: Option<&Csat>, about: About) -> RetentionChart {
    RetentionChart {
        rate: found.rate,
        low: found.low,
        high: found.high,
        retained: found.retained,
        level: None,
        counts: csat.map(|csat| csat.counts.clone()),
        table: None,
        curve: None,
        average: None,
        title: about.title,
    }
}
