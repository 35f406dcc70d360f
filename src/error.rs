//! The one error: what is wrong, and where in the input.

use std::fmt;

/// What is wrong with an input, and where.
///
/// The message is written for the person who wrote the input: it says what came and what is allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct Error(Box<Inner>);

/// Behind a pointer, so that a result which may be an error is no larger than what it is when all goes well.
#[derive(Debug, Clone, PartialEq)]
struct Inner {
    path: Option<String>,
    problem: Problem,
}

impl Error {
    /// An error in the input as a whole.
    pub fn new(problem: Problem) -> Self {
        Self(Box::new(Inner { path: None, problem }))
    }

    /// An error at a place: a JSON path such as `pages[0].questions[2].scale`, or `row 17, column nps`.
    pub fn at(path: impl Into<String>, problem: Problem) -> Self {
        let path = path.into();
        Self(Box::new(Inner { path: (!path.is_empty()).then_some(path), problem }))
    }

    /// The same error, seen from a place that encloses it: its path goes before this one's.
    #[must_use]
    pub fn within(self, outer: &str) -> Self {
        let path = match self.0.path {
            None => outer.to_owned(),
            Some(inner) if inner.starts_with('[') || outer.is_empty() => format!("{outer}{inner}"),
            Some(inner) => format!("{outer}.{inner}"),
        };
        Self::at(path, self.0.problem)
    }

    /// Stable, kebab-case: `unknown-key`, `matrix-not-reciprocal`.
    pub fn code(&self) -> &'static str {
        self.0.problem.code()
    }

    /// Where in the input; `None` when the input as a whole is meant.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// What is wrong.
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.path {
            Some(path) => write!(f, "{path}: {}", self.0.problem),
            None => write!(f, "{}", self.0.problem),
        }
    }
}

impl std::error::Error for Error {}

/// Everything that can be wrong with an input, each with its [code](Problem::code).
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    // ---- shape: what any input can get wrong
    /// The text is not JSON.
    #[error("this is not JSON: {message}")]
    NotJson {
        /// What the parser says.
        message: String,
    },
    /// Lists and records are nested deeper than anything we read.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The deepest level that is read.
        limit: usize,
    },
    /// More of something than we take.
    #[error("{found} {what}; at most {limit} are taken")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many came.
        found: usize,
        /// How many are taken.
        limit: usize,
    },
    /// A key that the record does not have.
    #[error("the key \"{key}\" is not known here; known are {known}")]
    UnknownKey {
        /// The key that came.
        key: String,
        /// The keys that may come, separated by commas.
        known: String,
    },
    /// A key that must be there is missing.
    #[error("the key \"{key}\" is missing")]
    MissingKey {
        /// The missing key.
        key: &'static str,
    },
    /// A number that must be there for something the caller named is missing.
    #[error("there is no value of \"{of}\"")]
    MissingValue {
        /// What it would be the value of.
        of: String,
    },
    /// A value of another type than the one that is read here.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What is read here, with its article: `a number`.
        expected: &'static str,
        /// What came: `the text "5"`.
        found: String,
    },
    /// NaN or an infinity.
    #[error("a number must be finite, this is {value}")]
    NotFinite {
        /// The number that came.
        value: f64,
    },
    /// A number that should be whole.
    #[error("expected a whole number, found {value}")]
    NotWhole {
        /// The number that came.
        value: f64,
    },
    /// A number outside its range.
    #[error("{value} is outside {allowed}")]
    OutOfRange {
        /// The number that came.
        value: f64,
        /// The allowed range in words or as an interval: `0..=1`, `more than 0`.
        allowed: String,
    },
    /// A name that is not one of a closed set.
    #[error("the {what} \"{name}\" is not known; known are {known}")]
    UnknownName {
        /// What kind of name: `kind`, `scale`, `method`.
        what: &'static str,
        /// The name that came.
        name: String,
        /// The names that may come, separated by commas.
        known: String,
    },
    /// Nothing where at least one is needed.
    #[error("at least {least} {what} needed")]
    TooFew {
        /// What is missing.
        what: &'static str,
        /// How many are needed.
        least: usize,
    },
    /// Two lists that belong together have different lengths.
    #[error("{found} {what}, expected {expected}")]
    LengthMismatch {
        /// What is counted.
        what: &'static str,
        /// How many came.
        found: usize,
        /// How many belong here.
        expected: usize,
    },
    /// Values that exclude each other or do not fit together.
    #[error("{message}")]
    Conflict {
        /// What does not fit what.
        message: String,
    },

    // ---- survey
    /// An id that could not be an answer key or a CSV column.
    #[error("\"{id}\" cannot be an id: 1 to 64 characters, without '.', ':', line breaks, or blanks at the ends")]
    BadId {
        /// The id that came.
        id: String,
    },
    /// The same id twice.
    #[error("the {what} id \"{id}\" is taken already")]
    DuplicateId {
        /// What the id names.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A reference to something that is not there.
    #[error("there is no {what} \"{id}\"{known}")]
    Dangling {
        /// What is referred to: `attribute`, `dimension`, `question`.
        what: &'static str,
        /// The id that came.
        id: String,
        /// `; there are a, b, c`, or nothing.
        known: String,
    },
    /// A condition on a question that is asked later than the one it guards.
    #[error("the question \"{id}\" comes later; a condition may only look back")]
    ConditionLooksAhead {
        /// The later question.
        id: String,
    },
    /// A condition that the question can never answer.
    #[error("{message}")]
    BadCondition {
        /// What does not fit.
        message: String,
    },
    /// A scale whose numbers make no scale.
    #[error("{message}")]
    BadScale {
        /// What is wrong with it.
        message: String,
    },
    /// A language tag that is no BCP 47 tag.
    #[error("\"{tag}\" is no language tag")]
    BadLanguage {
        /// The tag that came.
        tag: String,
    },

    // ---- judgment matrices
    /// Rows and columns differ in number.
    #[error("a matrix is square here: this has {rows} rows, and row {row} has {columns} entries")]
    MatrixNotSquare {
        /// How many rows.
        rows: usize,
        /// Which row does not fit, from 0.
        row: usize,
        /// How many entries that row has.
        columns: usize,
    },
    /// A judgment that is zero or negative.
    #[error("a judgment is positive, this is {value}")]
    MatrixNotPositive {
        /// The entry.
        value: f64,
    },
    /// `a[i][j]` is not `1 / a[j][i]`.
    #[error("{value} should be 1/{mirror}, the reciprocal of its mirror entry")]
    MatrixNotReciprocal {
        /// The entry.
        value: f64,
        /// Its mirror.
        mirror: f64,
    },
    /// An entry of the diagonal is not 1.
    #[error("an item compared with itself is 1, this is {value}")]
    MatrixDiagonal {
        /// The entry.
        value: f64,
    },
    /// `a[i][j]` is not `a[j][i]`, where both must be the same.
    #[error("{value} should be {mirror}, as its mirror entry")]
    MatrixNotSymmetric {
        /// The entry.
        value: f64,
        /// Its mirror.
        mirror: f64,
    },
    /// The judgments fall into parts that no judgment connects.
    #[error("the judgments do not connect all items: \"{apart}\" is not compared with the first, directly or through others")]
    MatrixNotConnected {
        /// An item that cannot be reached from the first.
        apart: String,
    },
    /// A correlation or covariance matrix that cannot be inverted.
    #[error("{message}")]
    Singular {
        /// Which columns depend on each other.
        message: String,
    },

    // ---- answers
    /// An answer to something the survey does not ask.
    #[error("the survey has no answer key \"{key}\"")]
    UnknownAnswer {
        /// The key that came.
        key: String,
    },
    /// An answer outside its scale.
    #[error("{value} is not on the scale {scale}")]
    ScaleOutOfRange {
        /// The answer.
        value: String,
        /// The scale: `1..=5 step 1`.
        scale: String,
    },
    /// An answer that is none of the options.
    #[error("\"{value}\" is none of the options")]
    UnknownOption {
        /// The answer.
        value: String,
    },
    /// A text longer than the question takes.
    #[error("{length} characters; at most {limit} are taken")]
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A cell that is no number where one belongs.
    #[error("\"{value}\" is no number")]
    NotANumber {
        /// The cell.
        value: String,
    },
    /// A required question without an answer.
    #[error("the question \"{id}\" needs an answer")]
    Required {
        /// The question.
        id: String,
    },
    /// Points or ranks that do not add up.
    #[error("{message}")]
    NotAddingUp {
        /// What does not add up.
        message: String,
    },
    /// CSV that cannot be read as a table.
    #[error("{message}")]
    BadCsv {
        /// What is wrong with it.
        message: String,
    },

    // ---- tally and report
    /// Answers to another definition, or a tally of them.
    #[error("this belongs to another survey or another version of it")]
    OtherSurvey,
    /// A tally joined with itself.
    #[error("a tally cannot be merged with itself")]
    SelfMerge,
    /// Used after `free()`.
    #[error("this {what} was freed")]
    Freed {
        /// What was freed.
        what: &'static str,
    },
    /// A result that would tell about too few people.
    #[error("fewer than {least} answers")]
    TooFewAnswers {
        /// The least number that is shown.
        least: u64,
    },

    // ---- pictures
    /// The backend could not draw.
    #[error("the picture could not be drawn: {message}")]
    NotDrawn {
        /// What the backend says.
        message: String,
    },
}

impl Problem {
    /// Stable, kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::TooDeep { .. } => "too-deep",
            Self::TooMany { .. } => "too-many",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } | Self::MissingValue { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::NotFinite { .. } => "not-finite",
            Self::NotWhole { .. } => "not-whole",
            Self::OutOfRange { .. } => "out-of-range",
            Self::UnknownName { what, .. } => match *what {
                "kind" => "unknown-kind",
                "scale" => "unknown-scale",
                "measure" => "unknown-measure",
                "method" => "unknown-method",
                "chart" => "unknown-chart",
                _ => "unknown-name",
            },
            Self::TooFew { .. } => "too-few",
            Self::LengthMismatch { .. } => "length-mismatch",
            Self::Conflict { .. } => "conflict",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::Dangling { what, .. } => match *what {
                "attribute" => "unknown-attribute",
                "dimension" => "unknown-dimension",
                "question" => "unknown-question",
                _ => "unknown-reference",
            },
            Self::ConditionLooksAhead { .. } => "condition-looks-ahead",
            Self::BadCondition { .. } => "bad-condition",
            Self::BadScale { .. } => "bad-scale",
            Self::BadLanguage { .. } => "bad-language",
            Self::MatrixNotSquare { .. } => "matrix-not-square",
            Self::MatrixNotPositive { .. } => "matrix-not-positive",
            Self::MatrixNotReciprocal { .. } => "matrix-not-reciprocal",
            Self::MatrixDiagonal { .. } => "matrix-diagonal",
            Self::MatrixNotSymmetric { .. } => "matrix-not-symmetric",
            Self::MatrixNotConnected { .. } => "matrix-not-connected",
            Self::Singular { .. } => "singular",
            Self::UnknownAnswer { .. } => "unknown-answer",
            Self::ScaleOutOfRange { .. } => "scale-out-of-range",
            Self::UnknownOption { .. } => "unknown-option",
            Self::TooLong { .. } => "too-long",
            Self::NotANumber { .. } => "not-a-number",
            Self::Required { .. } => "required",
            Self::NotAddingUp { .. } => "not-adding-up",
            Self::BadCsv { .. } => "bad-csv",
            Self::OtherSurvey => "other-survey",
            Self::SelfMerge => "self-merge",
            Self::Freed { .. } => "freed",
            Self::TooFewAnswers { .. } => "too-few-answers",
            Self::NotDrawn { .. } => "not-drawn",
        }
    }
}
