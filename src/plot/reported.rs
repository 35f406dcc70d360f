//! The charts of a report, straight from its parts.

use super::gaps::{GapBar, GapGroup, GapsChart};
use super::index::{FactorBar, IndexChart};
use super::kano::{FongTest, KanoChart, KanoPoint};
use super::nps::{Ends, NpsChart};
use super::picture::{Chart, Picture};
use super::quadrants::{ChartPoint, CrosshairLines, QuadrantsChart};
use super::segments::{SegmentBar, SegmentsChart};
use crate::measure::{Gaps, IndexResult, Interval, Kano, Nps, QuadrantsResult};
use crate::report::{KanoAttribute, Report, Segment};
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
    }
}

impl Picture {
    /// A chart of a report; `None` where the report has nothing for it.
    pub fn of(chart: Chart, report: &Report, about: About) -> Option<Self> {
        match chart {
            Chart::Quadrants => report.quadrants.as_ref().map(|found| Self::plot(quadrants(found, about))),
            Chart::Index => report.index.as_ref().map(|found| Self::rows(index(found, about))),
            Chart::Nps => report.nps.as_ref().map(|found| Self::plot(nps(found, about))),
            Chart::Gaps => report.gaps.as_ref().map(|found| Self::rows(gaps(found, about))),
            Chart::Segments => Some(Self::rows(segments(&report.segments, about))),
            Chart::Kano => report.kano.as_ref().map(|found| Self::plot(kano(found, about))),
            Chart::Drivers | Chart::Tiers | Chart::Retention => None,
        }
    }
}

fn ends(interval: &Interval) -> Ends {
    Ends { low: interval.low, high: interval.high, level: interval.level, method: interval.method.clone() }
}

fn quadrants(found: &QuadrantsResult, about: About) -> QuadrantsChart {
    let point = |point: &crate::measure::PlacedPoint| ChartPoint {
        id: point.id.clone(),
        importance: point.importance,
        performance: point.performance,
        quadrant: point.quadrant,
        on_crosshair: Some(point.on_crosshair),
        priority: point.priority,
        certainty: point.certainty,
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
    }
}

fn index(found: &IndexResult, about: About) -> IndexChart {
    let factor = |factor: &crate::measure::FactorScore| FactorBar {
        id: factor.id.clone(),
        weight: factor.weight,
        score: factor.score,
        anchored100: factor.anchored100,
        mean: factor.mean,
        n: factor.n,
    };
    IndexChart {
        index: found.index,
        anchored100: found.anchored100,
        interval: found.interval.as_ref().map(ends),
        n: found.n,
        factors: found.factors.iter().map(factor).collect(),
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

fn gaps(found: &Gaps, about: About) -> GapsChart {
    GapsChart {
        overall: found.overall,
        unweighted: found.unweighted,
        items: found.items.iter().map(|item| GapBar { id: item.id.clone(), gap: item.gap }).collect(),
        dimensions: found.dimensions.iter().map(|one| GapGroup { id: one.id.clone(), gap: one.gap, weight: one.weight }).collect(),
        titles: about.titles,
        n: about.n,
        title: about.title,
    }
}

fn segments(found: &[Segment], about: About) -> SegmentsChart {
    let bar = |segment: &Segment| SegmentBar {
        question: segment.question.clone(),
        value: segment.value.clone(),
        n: segment.n as f64,
        index: segment.index,
        nps: segment.nps,
        p: segment.p,
        adjusted_p: segment.adjusted_p,
        significant: segment.significant,
    };
    SegmentsChart { segments: found.iter().map(bar).collect(), titles: about.titles, title: about.title }
}

fn kano(found: &[KanoAttribute], about: About) -> KanoChart {
    let point = |KanoAttribute { id, result }: &KanoAttribute| {
        let Kano { n, counts, category, better, worse, total_strength, category_strength, fong } = result;
        let counts = [("M", counts.m), ("O", counts.o), ("A", counts.a), ("I", counts.i), ("R", counts.r), ("Q", counts.q)];
        KanoPoint {
            id: id.clone(),
            n: *n,
            counts: Entries(counts.map(|(class, count)| (class.to_owned(), count)).into()),
            category: *category,
            better: *better,
            worse: *worse,
            total_strength: *total_strength,
            category_strength: *category_strength,
            fong: fong.as_ref().map(|test| FongTest {
                difference: test.difference,
                threshold: test.threshold,
                significant: test.significant,
            }),
        }
    };
    KanoChart { attributes: found.iter().map(point).collect(), titles: about.titles, n: about.n, title: about.title }
}
