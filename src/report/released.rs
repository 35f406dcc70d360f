//! A tally that may leave the page.

use super::cells::cells;
use super::options::MinimumCell;
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::tally::Tally;

/// The same tally without the segments that a report of it hides, so that it tells no more than the report does.
///
/// Their rows stay in the whole and in the segments of other questions, where they count as having given no answer to the question that
/// would tell them apart: the rows of the whole less those of all shown segments are again at least a minimum cell's. A question of which
/// several options may be chosen, or whose answers are numbers, is withheld as a whole as soon as one of its values is hidden: there, what
/// was not chosen and sums of squares would tell.
///
/// Source: Hundepool et al. (2012), *Statistical Disclosure Control*, chapters 4 (cell suppression) and 3 (local suppression). How many
/// rows of one segment also lie in another stays told, of shown segments; not what they answered.
pub fn released(survey: &Survey, tally: &Tally, least: MinimumCell) -> Result<Tally, Error> {
    if !tally.counts_answers_to(survey) {
        return Err(Error::at("tally", Problem::OtherSurvey));
    }
    let mut released = tally.clone();
    for cell in cells(survey, tally, least.get()).iter().filter(|cell| cell.hidden) {
        match survey.columns().get(cell.column).and_then(|column| column.option) {
            Some(_) => released.withhold_column(cell.column),
            None => released.withhold(cell.column, &[cell.code]),
        }
    }
    Ok(released)
}
