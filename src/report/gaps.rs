//! Expectation against perception.

use super::roles::Roles;
use crate::error::Error;
use crate::measure::{GapInput, GapItem, Gaps, NonNegative, Number, gap};
use crate::survey::Survey;
use crate::tally::Group;

/// The gap of each attribute that both was expected and perceived, on one scale; `None` where the survey asks none so.
/// Where less is better, both are mirrored, so that a negative gap is always less than was expected.
pub(super) fn gaps_of(survey: &Survey, roles: &Roles, weights: Option<&[f64]>, group: &Group<'_>) -> Result<Option<Gaps>, Error> {
    let asked = roles.expectation.iter().zip(&roles.perception).enumerate();
    let both = asked.filter_map(|(attribute, (expected, perceived))| Some((attribute, (*expected)?, (*perceived)?)));
    let both: Vec<_> = both.filter(|(_, expected, perceived)| expected.same_scale(perceived)).collect();
    if both.is_empty() {
        return Ok(None);
    }
    // Weights that are all nothing for these attributes tell none of them from another.
    let weights = weights.filter(|weights| both.iter().any(|(attribute, ..)| weights[*attribute] > 0.0));
    let mut items = Vec::new();
    for (attribute, expected, perceived) in both {
        let about = &survey.attributes()[attribute];
        items.push(GapItem {
            id: about.id.clone(),
            perception: perceived.mean(group).map(Number::new).transpose()?,
            expectation: expected.mean(group).map(Number::new).transpose()?,
            weight: weights.map(|weights| NonNegative::new(weights[attribute])).transpose()?,
            dimension: about.dimension.map(|dimension| survey.dimensions()[dimension].id.clone()),
        });
    }
    gap(&GapInput { items }).map(Some)
}
