//! Conditions: when a page or a question is asked.

/// A condition on earlier answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Every one holds; an empty list always does.
    All(Vec<Condition>),
    /// At least one holds; an empty list never does.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// One field is asked about.
    Field {
        /// Index of the field in [`Survey::fields`](super::Survey::fields).
        field: usize,
        /// All of these must hold.
        tests: Vec<Test>,
    },
}

/// What is asked of one field. Every test but [`Test::Answered`] fails where there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// `>=`
    AtLeast(f64),
    /// `>`
    Above(f64),
    /// `<=`
    AtMost(f64),
    /// `<`
    Below(f64),
    /// Equal to this number.
    IsNumber(f64),
    /// Equal to this text; of several chosen, one of them.
    IsText(String),
    /// Whether there is an answer.
    Answered(bool),
}
