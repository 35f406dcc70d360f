//! What keeps a respondent on a page.

use super::Session;
use crate::survey::{Answer, Kind, Part};

/// Something that must be put right before the page can be left.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The question's id.
    pub question: String,
    /// The answer key to go to.
    pub key: String,
    /// `required` or `not-adding-up`.
    pub code: &'static str,
}

/// Finds the faults of a visible question; a matrix has one for each row that is missing.
pub(super) fn find(session: &Session, question: usize, faults: &mut Vec<Fault>) {
    let survey = session.survey();
    let about = &survey.questions()[question];
    let mut fault = |field: usize, code| faults.push(Fault { question: about.id.clone(), key: survey.fields()[field].key.clone(), code });
    let unanswered = |field: &usize| session.answered(*field).is_none();
    if let Kind::Allocation { total, .. } = about.kind {
        let begun = !about.fields.clone().all(|field| unanswered(&field));
        if begun && points(session, about.fields.clone()) != f64::from(total) {
            fault(about.fields.start, "not-adding-up");
        } else if about.required && !begun {
            fault(about.fields.start, "required");
        }
    } else if let Some(field) = twice_ranked(session, about.fields.clone()) {
        fault(field, "not-adding-up");
    } else if about.required {
        about.fields.clone().filter(unanswered).for_each(|field| fault(field, "required"));
    }
}

/// The points that were given so far.
fn points(session: &Session, fields: std::ops::Range<usize>) -> f64 {
    let points = |field| match session.answered(field) {
        Some(Answer::Number(points)) => *points,
        _ => 0.0,
    };
    fields.map(points).sum()
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
