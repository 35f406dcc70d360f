//! Expectation against perception.

use super::roles::{NumberColumn, Roles};
use crate::error::Error;
use crate::measure::{GapInput, GapItem, Gaps, NonNegative, Number, gap};
use crate::survey::Survey;
use crate::tally::Group;

/// An attribute that both was expected and perceived, on one scale.
pub(super) struct Asked {
    pub(super) attribute: usize,
    pub(super) expected: NumberColumn,
    pub(super) perceived: NumberColumn,
    /// How much it counts; the same for all where the weights of all are nothing.
    pub(super) weight: f64,
}

impl Asked {
    /// Respondents with both answers.
    pub(super) fn pairs(&self, group: &Group<'_>) -> u64 {
        group.moments(self.perceived.column, self.expected.column).map_or(0, |both| both.n)
    }
}

/// `None` where the survey asks none so.
pub(super) fn asked_of(roles: &Roles, weights: Option<&[f64]>) -> Option<Vec<Asked>> {
    let asked = roles.expectation.iter().zip(&roles.perception).enumerate();
    let both = asked.filter_map(|(attribute, (expected, perceived))| Some((attribute, (*expected)?, (*perceived)?)));
    let both: Vec<_> = both.filter(|(_, expected, perceived)| expected.same_scale(perceived)).collect();
    // Weights that are all nothing for these attributes tell none of them from another.
    let weights = weights.filter(|weights| both.iter().any(|(attribute, ..)| weights[*attribute] > 0.0));
    let weight = |attribute: usize| weights.map_or(1.0, |weights| weights[attribute]);
    let asked =
        both.into_iter().map(|(attribute, expected, perceived)| Asked { attribute, expected, perceived, weight: weight(attribute) });
    Some(asked.collect::<Vec<_>>()).filter(|asked| !asked.is_empty())
}

/// The gap of each attribute that both was expected and perceived, on one scale; `None` where the survey asks none so.
/// Where less is better, both are mirrored, so that a negative gap is always less than was expected.
pub(super) fn gaps_of(survey: &Survey, roles: &Roles, weights: Option<&[f64]>, group: &Group<'_>) -> Result<Option<Gaps>, Error> {
    let Some(asked) = asked_of(roles, weights) else { return Ok(None) };
    let mut items = Vec::new();
    for Asked { attribute, expected, perceived, weight } in asked {
        let about = &survey.attributes()[attribute];
        items.push(GapItem {
            id: about.id.clone(),
            perception: perceived.mean(group).map(Number::new).transpose()?,
            expectation: expected.mean(group).map(Number::new).transpose()?,
            weight: Some(NonNegative::new(weight)?),
            dimension: about.dimension.map(|dimension| survey.dimensions()[dimension].id.clone()),
        });
    }
    gap(&GapInput { items }).map(Some)
}
