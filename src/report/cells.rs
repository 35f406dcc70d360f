//! Segments, and which of them are too small to be shown.

use crate::survey::{Domain, Survey};
use crate::tally::Tally;
use crate::value::number_text;

/// One value of a segment question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) question: String,
    pub(super) value: String,
    pub(super) column: usize,
    pub(super) code: u8,
    pub(super) rows: u64,
    /// Whether a respondent may have several values of the question.
    pub(super) several: bool,
    /// Whether it would tell about too few people, itself or by subtraction.
    pub(super) hidden: bool,
}

/// The values of all segment questions, in the survey's order.
///
/// A value with fewer than `least` rows is hidden (primary suppression). Where the hidden values of a question together have fewer, and
/// so wherever only one is hidden, the rows of the whole less those of the shown values would still tell of them; the smallest shown
/// value is hidden too, until they have not (complementary suppression). Source: Hundepool et al. (2012), *Statistical Disclosure
/// Control*, chapter 4. Where several options may be chosen, those who did not choose an option are what is left, so an option that
/// nearly everybody chose is hidden as well.
pub(super) fn cells(survey: &Survey, tally: &Tally, least: u64) -> Vec<Cell> {
    let mut all = Vec::new();
    for question in survey.questions().iter().filter(|question| question.segment) {
        let fields = survey.fields().get(question.fields.clone()).unwrap_or_default();
        for field in fields {
            let several = matches!(field.domain, Domain::Several { .. });
            let mut cells: Vec<Cell> = Vec::new();
            for column in field.columns.clone() {
                for (code, value) in values(survey, column) {
                    let rows = tally.segment(column, code).map_or(0, |group| group.rows());
                    let few = (1..least).contains(&rows) || (several && (1..least).contains(&(tally.whole().rows() - rows)));
                    cells.push(Cell { question: field.key.clone(), value, column, code, rows, several, hidden: few });
                }
            }
            if !several {
                hide_what_subtraction_tells(&mut cells, least);
            }
            all.extend(cells);
        }
    }
    all
}

pub(super) fn hide_what_subtraction_tells(cells: &mut [Cell], least: u64) {
    loop {
        let hidden: u64 = cells.iter().filter(|cell| cell.hidden).map(|cell| cell.rows).sum();
        let smallest = cells.iter_mut().filter(|cell| !cell.hidden && cell.rows > 0).min_by_key(|cell| cell.rows);
        match smallest {
            Some(cell) if (1..least).contains(&hidden) => cell.hidden = true,
            _ => return,
        }
    }
}

/// Codes that make a segment of a column, and the values they stand for.
pub(super) fn values(survey: &Survey, column: usize) -> Vec<(u8, String)> {
    let Some(about) = survey.columns().get(column) else { return Vec::new() };
    let name = |code: u8| match &survey.fields()[about.field].domain {
        Domain::Levels(levels) => number_text(levels.value(code)),
        Domain::One { options, .. } => options.get(usize::from(code) - 1).cloned().unwrap_or_else(|| OTHER.into()),
        _ => number_text(f64::from(code)),
    };
    match (&survey.fields()[about.field].domain, about.option) {
        (Domain::Several { options, .. }, Some(option)) => vec![(2, options.get(option).cloned().unwrap_or_else(|| OTHER.into()))],
        _ => (1..=about.levels).map(|code| (code, name(code))).collect(),
    }
}

/// What a text of the respondent's own is called beside the options.
const OTHER: &str = "other";
