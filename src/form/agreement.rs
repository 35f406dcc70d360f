//! What is said of comparisons while they are given: how far they agree, and which to look at again.

use super::Session;
use crate::measure::{Judged, agreement};
use crate::survey::{Answer, Part};

/// How far the comparisons of a question agree so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Saaty's consistency ratio.
    pub ratio: f64,
    /// Whether they agree well enough to be used.
    pub consistent: bool,
    /// The comparison to look at again; `None` where they agree well enough.
    pub doubtful: Option<Doubtful>,
}

/// The comparison that disagrees most with the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Doubtful {
    /// Its place among the question's rows.
    pub row: usize,
    /// What the others say, as an answer: -8..=8.
    pub suggested: f64,
}

/// From the third comparison on, of the items compared so far; `None` before, and while they fall apart into groups.
pub(super) fn of(session: &Session, question: &str) -> Option<Agreement> {
    let survey = session.survey();
    let fields = survey.questions().iter().find(|one| one.id == question)?.fields.clone();
    // Items not compared yet are left out: the others have the places in which they come.
    let mut items = Vec::new();
    let mut place = |item: usize| match items.iter().position(|one| *one == item) {
        Some(place) => place,
        None => {
            items.push(item);
            items.len() - 1
        }
    };
    let mut rows = Vec::new();
    let mut judged = Vec::new();
    for (row, field) in fields.enumerate() {
        if let (Part::Judgment { left, right }, Some(Answer::Number(answer))) = (survey.fields().get(field)?.part, session.answered(field))
        {
            rows.push(row);
            judged.push(Judged { row: place(left), column: place(right), value: judgment(*answer) });
        }
    }
    if judged.len() < 3 {
        return None;
    }
    let found = agreement(items.len(), &judged)?;
    let doubtful = found.worst.filter(|_| !found.consistent).and_then(|worst| {
        let suggested = answer(worst.suggested);
        let differs = suggested != answer(judged.get(worst.place)?.value);
        differs.then_some(Doubtful { row: *rows.get(worst.place)?, suggested })
    });
    Some(Agreement { ratio: found.cr, consistent: found.consistent, doubtful })
}

/// How many times as important the left one is: an answer of 0 is 1, `k > 0` is `k + 1`, `-k` the reciprocal.
fn judgment(answer: f64) -> f64 {
    let strength = answer.abs() + 1.0;
    if answer < 0.0 { strength.recip() } else { strength }
}

/// The answer nearest to a judgment.
fn answer(judgment: f64) -> f64 {
    let strength = (judgment.max(judgment.recip()).round() - 1.0).min(8.0);
    if judgment < 1.0 { -strength } else { strength }
}
