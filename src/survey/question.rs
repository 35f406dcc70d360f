//! Questions: one struct for what all have, one enum for what tells them apart.

use super::{Condition, Scale, Text};
use crate::value::names;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id, the first part of its answer keys.
    pub id: String,
    /// What is asked.
    pub title: Text,
    /// A line of help.
    pub help: Option<Text>,
    /// Whether the form insists on an answer.
    pub required: bool,
    /// When it is asked.
    pub show_if: Option<Condition>,
    /// Whether its answers split the report.
    pub segment: bool,
    /// Index of its page.
    pub page: usize,
    /// Its fields, in [`Survey::fields`](super::Survey::fields).
    pub fields: std::ops::Range<usize>,
    /// What kind it is.
    pub kind: Kind,
}

/// What tells the questions apart. Attributes and dimensions are indices into the survey's lists.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Several attributes on one scale.
    Matrix {
        /// The attributes, in the order asked.
        attributes: Vec<usize>,
        /// What the answers say of them.
        measure: Measure,
        /// The scale.
        scale: Scale,
    },
    /// One rating.
    Rating {
        /// The scale.
        scale: Scale,
        /// What the answer says.
        measure: Measure,
        /// Of which attribute; of the whole, where none is named.
        attribute: Option<usize>,
    },
    /// How likely a recommendation is, 0..=10.
    Nps,
    /// How easy it was, 1..=7.
    Ces,
    /// Attributes placed on the plane of satisfaction (x) and importance (y), 0..=100 each.
    Quadrant {
        /// The attributes.
        attributes: Vec<usize>,
    },
    /// Every pair compared on Saaty's scale, -8..=8.
    Pairwise {
        /// What is compared.
        of: Of,
        /// The dimensions or attributes compared, as indices into the survey's list of them.
        among: Vec<usize>,
    },
    /// With and without each attribute.
    Kano {
        /// The attributes.
        attributes: Vec<usize>,
        /// The question with the feature, where the page's own words are not wanted.
        functional: Option<Text>,
        /// The question without it.
        dysfunctional: Option<Text>,
    },
    /// Points shared out.
    Allocation {
        /// Among what.
        among: Subjects,
        /// How many points; at most 253.
        total: u8,
    },
    /// An order.
    Ranking {
        /// Of what.
        among: Subjects,
    },
    /// One option, or several.
    Choice {
        /// The options.
        options: Vec<OptionItem>,
        /// Whether several may be chosen.
        multiple: bool,
        /// Whether a text of the respondent's own is taken.
        other: bool,
    },
    /// A number.
    Number {
        /// The least.
        min: Option<f64>,
        /// The greatest.
        max: Option<f64>,
        /// From one to the next.
        step: Option<f64>,
        /// What is counted: kg, years.
        unit: Option<Text>,
    },
    /// Free text.
    Text {
        /// Rows of the field.
        rows: Option<u32>,
        /// The most characters.
        max_length: Option<u32>,
    },
}

impl Kind {
    /// Its name in a definition.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Matrix { .. } => "matrix",
            Self::Rating { .. } => "rating",
            Self::Nps => "nps",
            Self::Ces => "ces",
            Self::Quadrant { .. } => "quadrant",
            Self::Pairwise { .. } => "pairwise",
            Self::Kano { .. } => "kano",
            Self::Allocation { .. } => "allocation",
            Self::Ranking { .. } => "ranking",
            Self::Choice { .. } => "choice",
            Self::Number { .. } => "number",
            Self::Text { .. } => "text",
        }
    }

    /// The id of the built-in scale that it is answered on, where it has one of its own.
    pub fn scale(&self) -> Option<&'static str> {
        match self {
            Self::Nps => Some("nps"),
            Self::Ces => Some("ces7"),
            Self::Quadrant { .. } => Some("percent"),
            Self::Pairwise { .. } => Some("saaty"),
            Self::Kano { .. } => Some("kano5"),
            _ => None,
        }
    }
}

names! {
    /// What a rating says.
    pub enum Measure, "measure" {
        /// How satisfied.
        Satisfaction = "satisfaction",
        /// How important.
        Importance = "importance",
        /// What was expected (E).
        Expectation = "expectation",
        /// What was perceived (P).
        Perception = "perception",
        /// Satisfaction with the whole.
        Overall = "overall",
    }
}

names! {
    /// What a pairwise question compares.
    pub enum Of, "name" {
        /// Dimensions.
        Dimensions = "dimensions",
        /// Attributes.
        Attributes = "attributes",
    }
}

/// What points or ranks are given to.
#[derive(Debug, Clone, PartialEq)]
pub enum Subjects {
    /// Attributes of the survey.
    Attributes(Vec<usize>),
    /// Options of the question's own.
    Options(Vec<OptionItem>),
}

impl Subjects {
    /// How many.
    #[expect(clippy::len_without_is_empty, reason = "there are two at least")]
    pub fn len(&self) -> usize {
        match self {
            Self::Attributes(list) => list.len(),
            Self::Options(list) => list.len(),
        }
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionItem {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub title: Text,
}
