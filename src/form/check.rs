//! What keeps a respondent on a page.

use serde::Serialize;

use super::Session;
use crate::survey::{Answer, Kind, Part};

/// Something that must be put right before the page can be left.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fault {
    /// The question's id.
    pub question: String,
    /// The answer key to go to.
    pub key: String,
    /// `required` or `not-adding-up`.
    pub code: &'static str,
}

/// The faults of a visible question; a matrix has one for each row that is missing.
pub(super) fn faults(session: &Session, question: usize) -> Vec<Fault> {
    let survey = session.survey();
    let about = &survey.questions()[question];
    let fault = |field: usize, code| Fault { question: about.id.clone(), key: survey.fields()[field].key.clone(), code };
    let unanswered = about.fields.clone().filter(|&field| session.answered(field).is_none());
    if let Kind::Allocation { total, .. } = about.kind {
        return allocation(session, about.fields.clone(), f64::from(total))
            .or((about.required && unanswered.count() == about.fields.len()).then_some("required"))
            .map(|code| fault(about.fields.start, code))
            .into_iter()
            .collect();
    }
    if let Some(field) = twice_ranked(session, about.fields.clone()) {
        return vec![fault(field, "not-adding-up")];
    }
    unanswered.filter(|_| about.required).map(|field| fault(field, "required")).collect()
}

/// Points that were begun to be shared out, and are not the total yet.
fn allocation(session: &Session, mut fields: std::ops::Range<usize>, total: f64) -> Option<&'static str> {
    let points = |field| match session.answered(field) {
        Some(Answer::Number(points)) => *points,
        _ => 0.0,
    };
    let begun = fields.clone().any(|field| session.answered(field).is_some());
    let given: f64 = fields.by_ref().map(points).sum();
    (begun && given != total).then_some("not-adding-up")
}

/// The first subject that shares its rank with one before it.
fn twice_ranked(session: &Session, mut fields: std::ops::Range<usize>) -> Option<usize> {
    let mut seen = Vec::new();
    fields.find(|&field| {
        let ranked = matches!(session.survey().fields()[field].part, Part::Rank(_));
        let Some(Answer::Number(rank)) = session.answered(field).filter(|_| ranked) else { return false };
        let again = seen.contains(rank);
        seen.push(*rank);
        again
    })
}
