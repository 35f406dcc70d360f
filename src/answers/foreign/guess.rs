//! What each column is taken for.

use serde::Serialize;

use super::matching::matches;
use super::sample::{Sample, sample};
use super::values::{Span, Values};
use super::words;
use crate::error::Error;
use crate::survey::{Field, Survey};
use crate::value::{names, record};

names! {
    /// What a column of a foreign file holds.
    pub enum ColumnRole, "role" {
        /// How satisfied with something.
        Satisfaction = "satisfaction",
        /// How important something is.
        Importance = "importance",
        /// What was expected of something.
        Expectation = "expectation",
        /// What was perceived of something.
        Perception = "perception",
        /// How satisfied with the whole.
        Overall = "overall",
        /// How likely a recommendation is, 0 to 10.
        Nps = "nps",
        /// How easy it was, 1 to 7.
        Ces = "ces",
        /// What splits the answers: a region, an age group.
        Segment = "segment",
        /// What the row weighs.
        Weight = "weight",
        /// Nothing that is counted.
        Ignored = "ignored",
    }
}

record! {
    /// The lowest and the highest number of a scale, and the step between its numbers; 1 where none is given.
    #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
    pub struct ScaleBounds {
        /// The lowest.
        min: f64,
        /// The highest.
        max: f64,
        /// From one number to the next.
        step: Option<f64>,
    }
}

/// What a file's columns may hold.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct ColumnGuesses {
    /// In the file's order.
    pub columns: Vec<ColumnGuess>,
    /// How many rows were looked at.
    pub rows: usize,
    /// Words and numbers that stand for a missing answer.
    pub missing: Vec<String>,
    /// The answer keys of the survey, in its order; empty without a survey.
    pub keys: Vec<AnswerKey>,
}

/// An answer key, and what it is about.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct AnswerKey {
    /// The key.
    pub key: String,
    /// The question's id.
    pub question: String,
    /// The attribute's id, where it is about one.
    pub attribute: Option<String>,
}

/// What one column may hold.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct ColumnGuess {
    /// Its header.
    pub header: String,
    /// What it is taken for.
    pub role: ColumnRole,
    /// What it is about, for columns that are about the same thing.
    pub subject: String,
    /// The scale of its numbers.
    pub scale: Option<ScaleBounds>,
    /// The answer key of the survey that it seems to hold, where a survey was given.
    pub key: Option<String>,
    /// Its values, the most frequent first; at most 30.
    pub values: Vec<String>,
    /// How many different values the rows hold.
    pub different: usize,
}

/// A column of more different values splits nothing.
const GROUPS: usize = 24;
/// How many values are told.
const TOLD: usize = 30;

/// What the columns of a file may hold, from its first bytes; with a survey, also which answer keys they seem to be.
///
/// Headers are looked through for words in English and Chinese; values for numbers of a scale, for words that come over and over, and for what
/// stands for "no answer". All ratings of attributes are taken to share one scale, the narrowest usual one that holds them all, for not
/// every column shows its ends.
///
/// ```
/// use manyi::answers::{ColumnRole, guess_columns};
/// let guesses = guess_columns("Region,交货速度满意度\nnorth,4\nsouth,99\nnorth,2\nsouth,5\n".as_bytes(), None)?;
/// assert_eq!(guesses.columns[0].role, ColumnRole::Segment);
/// assert_eq!((guesses.columns[1].role, guesses.missing), (ColumnRole::Satisfaction, vec!["99".to_string()]));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn guess_columns(head: &[u8], survey: Option<&Survey>) -> Result<ColumnGuesses, Error> {
    let Sample { headers, rows } = sample(head)?;
    let mut columns: Vec<ColumnGuess> = Vec::new();
    let mut spans = Vec::new();
    let mut missing: Vec<String> = Vec::new();
    for (place, header) in headers.iter().enumerate() {
        let values = Values::of(rows.iter().filter_map(|row| row.get(place)).map(String::as_str));
        let taken = header.is_empty() || headers[..place].contains(header);
        let role = if taken { ColumnRole::Ignored } else { role(header, &values) };
        let rated = rating(role);
        if rated || role == ColumnRole::Segment {
            missing.extend(values.missing.iter().filter(|value| !missing.contains(value)).cloned().collect::<Vec<_>>());
        }
        spans.push(values.span.filter(|_| rated));
        columns.push(guess(header, role, &values));
    }
    agree_on_scales(&mut columns, &spans);
    if let Some(survey) = survey {
        for (column, key) in matches(survey, &columns) {
            columns[column].key = Some(key);
        }
    }
    let keys = survey.map_or_else(Vec::new, |survey| survey.fields().iter().map(|field| answer_key(survey, field)).collect());
    Ok(ColumnGuesses { columns, rows: rows.len(), missing, keys })
}

fn answer_key(survey: &Survey, field: &Field) -> AnswerKey {
    AnswerKey {
        key: field.key.clone(),
        question: survey.questions()[field.question].id.clone(),
        attribute: field.attribute.map(|attribute| survey.attributes()[attribute].id.clone()),
    }
}

fn guess(header: &str, role: ColumnRole, values: &Values) -> ColumnGuess {
    let mut said: Vec<(&str, usize)> = values.said().collect();
    said.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    ColumnGuess {
        header: header.to_owned(),
        role,
        subject: words::subject(header),
        scale: None,
        key: None,
        values: said.iter().take(TOLD).map(|&(value, _)| value.to_owned()).collect(),
        different: values.distinct.len() - values.missing.len(),
    }
}

/// The first that fits. The header's word counts only where the values could be what it says.
fn role(header: &str, values: &Values) -> ColumnRole {
    let has = |words: &words::Words| words.are_in(header);
    let within = |span: Span, min: f64, max: f64| span.min >= min && span.max <= max;
    let few = !values.many && (2..=GROUPS).contains(&values.said().count());
    if values.present == 0 || has(&words::ID) || has(&words::UNCOUNTED) {
        return ColumnRole::Ignored;
    }
    if has(&words::WEIGHT) && values.distinct.keys().all(|value| crate::value::decimal(value).is_some_and(|weight| weight >= 0.0)) {
        return ColumnRole::Weight;
    }
    let Some(span) = values.span else {
        // Words that come again and again, twice each at least.
        return if few && values.present >= 2 * values.said().count() { ColumnRole::Segment } else { ColumnRole::Ignored };
    };
    let asked = [
        (&words::NPS, ColumnRole::Nps, (0.0, 10.0)),
        (&words::CES, ColumnRole::Ces, (1.0, 7.0)),
        (&words::OVERALL, ColumnRole::Overall, (0.0, 100.0)),
        (&words::IMPORTANCE, ColumnRole::Importance, (0.0, 100.0)),
        (&words::EXPECTATION, ColumnRole::Expectation, (0.0, 100.0)),
        (&words::PERCEPTION, ColumnRole::Perception, (0.0, 100.0)),
        (&words::SATISFACTION, ColumnRole::Satisfaction, (0.0, 100.0)),
    ];
    let whole = |role| span.step == 1.0 || !matches!(role, ColumnRole::Nps | ColumnRole::Ces);
    if let Some((_, role, _)) = asked.iter().find(|(words, role, (min, max))| has(words) && within(span, *min, *max) && whole(*role)) {
        return *role;
    }
    match () {
        // "Region" is a region's number; "Product quality" is a judgment.
        _ if words::SEGMENT.make_up(header) => match few {
            true => ColumnRole::Segment,
            false => ColumnRole::Ignored,
        },
        _ if span.different == 2 => ColumnRole::Segment,
        _ if span.different > 2 && within(span, 0.0, 10.0) => ColumnRole::Satisfaction,
        _ => ColumnRole::Ignored,
    }
}

fn rating(role: ColumnRole) -> bool {
    !matches!(role, ColumnRole::Segment | ColumnRole::Weight | ColumnRole::Ignored)
}

/// Ratings of attributes share one scale for each thing that is asked of them; the scale of each other column is its own.
fn agree_on_scales(columns: &mut [ColumnGuess], spans: &[Option<Span>]) {
    let apart = |role| matches!(role, ColumnRole::Overall | ColumnRole::Nps | ColumnRole::Ces);
    for place in 0..columns.len() {
        let role = columns[place].role;
        let Some(own) = spans[place] else { continue };
        let together = columns.iter().zip(spans).filter(|(column, _)| column.role == role && !apart(role));
        let span = together.filter_map(|(_, span)| *span).fold(own, Span::with);
        columns[place].scale = match role {
            ColumnRole::Nps => Some((0.0, 10.0)),
            ColumnRole::Ces => Some((1.0, 7.0)),
            _ => span.scale(),
        }
        .map(|(min, max)| ScaleBounds { min, max, step: Some(span.step).filter(|&step| step != 1.0) });
    }
}
