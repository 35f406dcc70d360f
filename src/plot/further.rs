//! The charts of what only some surveys ask, straight from the parts of a report. On a page they lie in the file that comes later.

use super::gaps::{GapBar, GapGroup, GapsChart};
use super::kano::{FongTest, KanoChart, KanoPoint};
use super::kano_classes::KanoClassesChart;
use super::path_model::PathModelChart;
use super::picture::{Chart, Picture};
use super::reported::About;
use crate::later::Later;
use crate::measure::{Gaps, Kano, PathModel};
use crate::report::{KanoAttribute, Report};
use crate::value::Entries;

/// One of these charts; `None` where the report has nothing for it.
pub(super) fn further(chart: Chart, report: &Report, about: About) -> Option<Picture> {
    DRAWING.with(Later::get).ok()?.picture(chart, report, about)
}

trait Drawing {
    fn picture(&self, chart: Chart, report: &Report, about: About) -> Option<Picture>;
}

struct Charts;

impl Drawing for Charts {
    fn picture(&self, chart: Chart, report: &Report, about: About) -> Option<Picture> {
        match chart {
            Chart::Gaps => report.gaps.as_ref().map(|found| Picture::rows(gaps(found, about))),
            Chart::Kano => report.kano.as_ref().map(|found| Picture::plot(kano(found, about))),
            Chart::KanoClasses => report.kano.as_ref().map(|found| Picture::rows(KanoClassesChart(kano(found, about)))),
            Chart::PathModel => report.path_model.as_ref().map(|found| Picture::plot(path_model(found, about))),
            _ => None,
        }
    }
}

thread_local! {
    static DRAWING: Later<dyn Drawing> = const { Later::new(&Charts) };
}

/// The charts are here.
#[cfg(not(feature = "full"))]
pub(crate) fn charts_arrived() {
    DRAWING.with(|later| later.arrived(&Charts));
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

fn path_model(found: &PathModel, about: About) -> PathModelChart {
    PathModelChart {
        converged: found.converged,
        iterations: found.iterations as f64,
        n: Some(found.n),
        paths: found.paths.clone(),
        total_effects: found.total_effects.clone(),
        r2: found.r2.clone(),
        weights: found.weights.clone(),
        loadings: found.loadings.clone(),
        index100: found.index100.clone(),
        titles: about.titles,
        title: about.title,
    }
}
