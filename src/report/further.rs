//! What only some surveys ask: gaps, Kano's classes, a path model. On a page it lies in the file that comes later.

use super::analysis::Report;
use super::gap_tests::gap_tests_of;
use super::gaps::gaps_of;
use super::kano::kano_of;
use super::model::path_model_of;
use super::roles::Roles;
use crate::error::Error;
use crate::later::Later;
use crate::measure::Confidence;
use crate::survey::{Kind, Survey};
use crate::tally::Group;

/// What it is found from.
pub(super) struct Asked<'a> {
    pub(super) survey: &'a Survey,
    pub(super) roles: &'a Roles,
    pub(super) weights: Option<&'a [f64]>,
    pub(super) group: &'a Group<'a>,
    pub(super) level: Confidence,
}

/// Puts it into a report, where the survey asks for any of it.
pub(super) fn fill(report: &mut Report, asked: &Asked<'_>) -> Result<(), Error> {
    let kano = asked.survey.questions().iter().any(|question| matches!(question.kind, Kind::Kano { .. }));
    let gaps = asked.roles.expectation.iter().any(Option::is_some);
    if kano || gaps || asked.survey.model().is_some() { FILLING.with(Later::get)?.fill(report, asked) } else { Ok(()) }
}

trait Filling {
    fn fill(&self, report: &mut Report, asked: &Asked<'_>) -> Result<(), Error>;
}

struct Parts;

impl Filling for Parts {
    fn fill(&self, report: &mut Report, &Asked { survey, roles, weights, group, level }: &Asked<'_>) -> Result<(), Error> {
        report.gaps = gaps_of(survey, roles, weights, group)?;
        report.gap_tests = gap_tests_of(survey, roles, weights, group, level)?;
        report.kano = kano_of(survey, group)?;
        report.path_model = path_model_of(survey, group)?;
        Ok(())
    }
}

thread_local! {
    static FILLING: Later<dyn Filling> = const { Later::new(&Parts) };
}

/// The parts are here.
#[cfg(not(feature = "full"))]
pub(crate) fn parts_arrived() {
    FILLING.with(|later| later.arrived(&Parts));
}
