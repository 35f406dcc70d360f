//! The path model that the survey draws.

use super::roles::{NumberColumn, number_column};
use super::together::Together;
use crate::error::Error;
use crate::measure::{Bounds, NonNegative, PathModel, PathModelInput, Square, path_model};
use crate::survey::{Kind, Measure, Part, Polarity, Survey};
use crate::tally::Group;
use crate::value::Entries;

/// Every item runs from 0 to 100 in the model, whatever scale it was asked on.
const TOP: f64 = 100.0;

/// The survey's path model, from the moments of its answers. `None` where the survey draws none, or the answers do not tell: an item that
/// does not vary or is no number, constructs that depend on each other.
pub(super) fn path_model_of(survey: &Survey, group: &Group<'_>) -> Result<Option<PathModel>, Error> {
    let Some(model) = survey.model() else { return Ok(None) };
    let mut fields: Vec<usize> = Vec::new();
    for &field in model.blocks.iter().flat_map(|(_, fields)| fields) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let Some(columns) = fields.iter().map(|&field| item(survey, field)).collect::<Option<Vec<_>>>() else { return Ok(None) };
    let Some(together) = Together::of(group, &columns).filter(|together| together.n >= 2) else { return Ok(None) };

    let span = |place: usize| columns[place].levels.max() - columns[place].levels.min;
    let mean = |(place, mean): (usize, &f64)| (TOP * (mean - columns[place].levels.min) / span(place)).clamp(0.0, TOP);
    let key = |field: &usize| survey.fields()[*field].key.clone();
    let block = |(name, fields): &(String, Vec<usize>)| (name.clone(), fields.iter().map(key).collect());
    let name = |block: usize| model.blocks[block].0.clone();
    let input = PathModelInput {
        n: NonNegative::new(together.n as f64)?,
        items: fields.iter().map(key).collect(),
        means: together.means.iter().enumerate().map(mean).collect(),
        covariance: Square::from_fn(columns.len(), |i, j| together.covariance[(i, j)] * TOP * TOP / (span(i) * span(j))),
        scale: Bounds::new(0.0, TOP)?,
        blocks: Entries(model.blocks.iter().map(block).collect()),
        paths: model.paths.iter().map(|&(from, to)| (name(from), name(to))).collect(),
        scheme: None,
    };
    match path_model(&input) {
        Err(error) if error.code() == "singular" => Ok(None),
        result => result.map(Some),
    }
}

/// A field as an item; where it judges an attribute of which less is better, mirrored.
fn item(survey: &Survey, field: usize) -> Option<NumberColumn> {
    let about = survey.fields().get(field)?;
    let judges = match &survey.questions()[about.question].kind {
        Kind::Matrix { measure, .. } | Kind::Rating { measure, .. } => *measure != Measure::Importance,
        _ => about.part == Part::X,
    };
    let mirrored = about.attribute.is_some_and(|attribute| survey.attributes()[attribute].polarity == Polarity::Negative);
    Some(NumberColumn { mirrored: judges && mirrored, ..number_column(survey, field)? })
}
