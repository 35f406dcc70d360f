//! A response: who answered what, when.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::survey::Answer;
use crate::value::{Entries, record};

record! {
    /// What one person submitted.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Response {
        /// Its own id; the same response sent twice has the same.
        id: String,
        /// The survey's id.
        survey: String,
        /// The survey's version.
        survey_version: u32 = "surveyVersion",
        /// The language it was filled in.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// When the first answer was given, ISO 8601.
        started_at: String = "startedAt",
        /// When it was submitted, ISO 8601.
        submitted_at: String = "submittedAt",
        /// The answers by key; `null` is no answer.
        #[serde(serialize_with = "write_answers")]
        answers: Entries<Option<Answer>>,
        /// How much it counts; 1 when left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<f64>,
    }
}

fn write_answers<S: Serializer>(answers: &Entries<Option<Answer>>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(answers.0.len()))?;
    for (key, answer) in &answers.0 {
        map.serialize_entry(key, &answer.as_ref().map(Written))?;
    }
    map.end()
}

/// An answer as it came: a number, a text, a list of texts.
struct Written<'a>(&'a Answer);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Answer::Number(number) => serializer.serialize_f64(*number),
            Answer::Text(text) => serializer.serialize_str(text),
            Answer::Several(values) => values.serialize(serializer),
        }
    }
}
