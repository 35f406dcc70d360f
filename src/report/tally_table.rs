//! A tally as a table.

use super::cells::{cells, values};
use crate::answers::{csv_line, csv_text};
use crate::survey::Survey;
use crate::tally::{Group, Tally};
use crate::text::text;
use crate::value::number_text;

/// How often each answer was given, as CSV: a line for each answer key and value, first of all how many rows there are; a column for
/// everyone, then one for each segment that the tally has (`region=north`). Rows count once each, whatever they weigh.
///
/// A tally is written whole; [`released`](super::released) first makes of it what may leave the page.
pub fn write_tally_csv(survey: &Survey, tally: &Tally) -> String {
    let mut heads = vec!["key".to_owned(), "value".into(), "everyone".into()];
    let mut groups = vec![tally.whole()];
    for cell in cells(survey, tally, 1) {
        if let Some(group) = tally.segment(cell.column, cell.code) {
            heads.push(csv_text(&text!("{}={}", cell.question, cell.value)));
            groups.push(group);
        }
    }
    let mut csv = String::new();
    csv_line(&mut csv, heads.into_iter());
    let mut line = |key: &str, value: &str, count: &dyn Fn(&Group<'_>) -> u64| {
        let counts = groups.iter().map(|group| number_text(count(group) as f64));
        csv_line(&mut csv, [csv_text(key), csv_text(value)].into_iter().chain(counts));
    };
    line("", "", &|group| group.rows());
    for (index, column) in survey.columns().iter().enumerate() {
        for (code, value) in values(survey, index) {
            let key = &survey.fields()[column.field].key;
            line(key, &value, &|group| group.raw_counts(index).get(usize::from(code) - 1).copied().unwrap_or(0));
        }
    }
    csv
}
