//! What a field says of its attribute.

use super::{Field, Kind, Measure, Part, Survey};

/// Whether a field states how important its attribute is.
pub(super) fn states_importance(survey: &Survey, field: &Field) -> bool {
    let Some(question) = survey.questions.get(field.question) else { return false };
    field.attribute.is_some()
        && match &question.kind {
            Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } => *measure == Measure::Importance,
            Kind::Quadrant { .. } => field.part == Part::Y,
            Kind::Allocation { .. } | Kind::Ranking { .. } => true,
            _ => false,
        }
}
