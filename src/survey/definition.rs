//! The checked definition.

use super::{Column, Condition, Field, Question, Text, Weights};
use crate::value::names;

/// A survey: read, checked, and trusted from here on.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) title: Text,
    pub(super) intro: Option<Text>,
    pub(super) thanks: Option<Text>,
    pub(super) languages: Vec<String>,
    /// The survey's own, in the order they came.
    pub(super) scales: Vec<super::Scale>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) attributes: Vec<Attribute>,
    pub(super) pages: Vec<Page>,
    pub(super) questions: Vec<Question>,
    pub(super) fields: Vec<Field>,
    pub(super) columns: Vec<Column>,
    pub(super) weights: Option<Weights>,
    pub(super) outcome: Option<usize>,
    pub(super) model: Option<Model>,
}

/// A group of attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// Something that respondents judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Index of its dimension.
    pub dimension: Option<usize>,
    /// Whether more is better.
    pub polarity: Polarity,
}

names! {
    /// Whether more is better.
    pub enum Polarity, "name" {
        /// More is better.
        Positive = "positive",
        /// Less is better: scores are mirrored, answers stay as given.
        Negative = "negative",
    }
}

/// A page: a run of questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its title.
    pub title: Option<Text>,
    /// Its questions, in [`Survey::questions`].
    pub questions: std::ops::Range<usize>,
    /// When it is shown.
    pub show_if: Option<Condition>,
    /// Whether its questions come in a random order.
    pub shuffle: bool,
}

/// Constructs of fields, and the arrows between them, for the path model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Name and fields of each construct.
    pub blocks: Vec<(String, Vec<usize>)>,
    /// From which construct to which, as indices into `blocks`.
    pub paths: Vec<(usize, usize)>,
}

impl Survey {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Its title.
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// What is said before the first page.
    pub fn intro(&self) -> Option<&Text> {
        self.intro.as_ref()
    }

    /// What is said after submitting.
    pub fn thanks(&self) -> Option<&Text> {
        self.thanks.as_ref()
    }

    /// The languages it is offered in, as tags.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Groups of attributes.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// What respondents judge.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The pages.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Every question, page after page.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Every answer key, question after question.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Every counted column, field after field.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Whether some question's answers only make sense together: points that are shared out, ranks.
    pub fn has_shared_answers(&self) -> bool {
        self.questions.iter().any(|question| matches!(question.kind, super::Kind::Allocation { .. } | super::Kind::Ranking { .. }))
    }

    /// Where the weights come from; `None` where the definition does not say.
    pub fn weights(&self) -> Option<&Weights> {
        self.weights.as_ref()
    }

    /// The field that importance is derived from, as an index into [`fields`](Self::fields).
    pub fn outcome(&self) -> Option<usize> {
        self.outcome
    }

    /// The path model.
    pub fn model(&self) -> Option<&Model> {
        self.model.as_ref()
    }

    /// The field of an answer key, as an index into [`fields`](Self::fields).
    pub fn field(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_after_sales_sample_is_a_survey_of_twelve_attributes() {
        let survey = Survey::from_json(include_str!("../../www/samples/after-sales.json")).unwrap();
        assert_eq!(survey.attributes().len(), 12);
        assert_eq!(survey.fields().len(), 12 + 12 + 3 + 4);
        assert_eq!(survey.field("weigh.content:quality"), Some(24));
    }
}
