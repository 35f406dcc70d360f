//! CSV out.

use super::Response;
use crate::survey::{Answer, Survey};
use crate::text::text;

/// The columns of a response that are not answers.
const OWN: [&str; 5] = ["id", "language", "startedAt", "submittedAt", "weight"];

/// Responses as CSV (RFC 4180): the response's own columns, then one for each answer key, in the survey's order.
///
/// Several chosen options are joined by `|`; a `|` or `\` inside one is written `\|` or `\\`. A text that a spreadsheet would take
/// for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe in front.
pub fn write_csv(survey: &Survey, responses: &[Response]) -> String {
    let mut csv = String::new();
    let headers = OWN.into_iter().chain(survey.fields().iter().map(|field| field.key.as_str()));
    line(&mut csv, headers.map(str::to_owned));
    for response in responses {
        let own = [
            text(&response.id),
            text(response.language.as_deref().unwrap_or_default()),
            text(&response.started_at),
            text(&response.submitted_at),
            response.weight.map_or_else(String::new, |weight| weight.to_string()),
        ];
        let answers = survey.fields().iter().map(|field| match response.answers.get(&field.key) {
            Some(Some(Answer::Number(number))) => number.to_string(),
            Some(Some(Answer::Text(value))) => text(value),
            Some(Some(Answer::Several(values))) => text(&join(values)),
            Some(None) | None => String::new(),
        });
        line(&mut csv, own.into_iter().chain(answers));
    }
    csv
}

/// A line of cells.
pub(crate) fn line(csv: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            csv.push(',');
        }
        match cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
            true => {
                csv.push('"');
                csv.push_str(&cell.replace('"', "\"\""));
                csv.push('"');
            }
            false => csv.push_str(&cell),
        }
    }
    csv.push_str("\r\n");
}

/// A text, kept from being taken for a formula.
pub(crate) fn text(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => text!("'{}", text),
        false => text.to_owned(),
    }
}

/// Options' values in one cell.
fn join(values: &[String]) -> String {
    // A list of none is an answer too, and an empty cell would not be one.
    if values.is_empty() {
        return "|".into();
    }
    values.iter().map(|value| value.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join("|")
}

/// Options' values out of one cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '|' => values.push(String::new()),
            '\\' => values.last_mut().expect("there is one from the start").extend(letters.next()),
            letter => values.last_mut().expect("there is one from the start").push(letter),
        }
    }
    values.retain(|value| !value.trim().is_empty());
    values.iter().map(|value| value.trim().to_owned()).collect()
}
