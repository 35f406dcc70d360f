//! The one error: what is wrong, and where in the input.

use std::fmt;

use crate::number::number_text;

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
            Some(inner) if inner.starts_with('[') || outer.is_empty() => [outer, &inner].concat(),
            Some(inner) => [outer, ".", &inner].concat(),
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

    /// Where and what, in words.
    pub fn message(&self) -> String {
        match &self.0.path {
            Some(path) => [path, ": ", &self.0.problem.message()].concat(),
            None => self.0.problem.message(),
        }
    }

    /// What is wrong.
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// What is wrong, without the place.
    #[cfg(feature = "report")]
    pub fn into_problem(self) -> Problem {
        self.0.problem
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}

/// Declares the problems: what each carries, its code, and its message, in which `{…}` are the parts in the order they are declared.
macro_rules! problems {
    ($( $(#[$meta:meta])* $name:ident $({ $( $(#[$part_meta:meta])* $part:ident : $type:ty ),* $(,)? })? = $code:literal, $message:literal; )*) => {
        /// Everything that can be wrong with an input, each with its [code](Problem::code).
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Problem {
            $( $(#[$meta])* $name $({ $( $(#[$part_meta])* $part: $type ),* })? ),*
        }

        // What stands before a variant stands before its arms too: which files have it, and its words.
        #[allow(unused_doc_comments)]
        impl Problem {
            fn code_and_message(&self) -> (&'static str, &'static str) {
                match self { $( $(#[$meta])* Self::$name { .. } => ($code, $message) ),* }
            }

            /// What is wrong, in words.
            pub fn message(&self) -> String {
                let mut message = Message { text: String::new(), rest: self.code_and_message().1 };
                match self { $( $(#[$meta])* Self::$name $({ $( $part ),* })? => { $( $( message.put($part); )* )? } ),* }
                std::mem::take(message.up_to_place())
            }
        }
    };
}

// A form's file has no words for what only a report or a function can get wrong.
problems! {
    // ---- shape: what any input can get wrong
    /// The text is not JSON.
    NotJson {
        /// What the parser says.
        message: String,
    } = "not-json", "this is not JSON: {message}";
    /// Lists and records are nested deeper than anything we read.
    TooDeep {
        /// The deepest level that is read.
        limit: usize,
    } = "too-deep", "nested deeper than {limit} levels";
    /// More of something than we take.
    TooMany {
        /// How many came.
        found: usize,
        /// What there is too much of.
        what: &'static str,
        /// How many are taken.
        limit: usize,
    } = "too-many", "{found} {what}; at most {limit} are taken";
    /// A key that the record does not have.
    UnknownKey {
        /// The key that came.
        key: String,
        /// The keys that may come, separated by commas.
        known: String,
    } = "unknown-key", "the key \"{key}\" is not known here; known are {known}";
    /// A key that must be there is missing.
    MissingKey {
        /// The missing key.
        key: &'static str,
    } = "missing-key", "the key \"{key}\" is missing";
    /// A number that must be there for something the caller named is missing.
    #[cfg(feature = "report")]
    MissingValue {
        /// What it would be the value of.
        of: String,
    } = "missing-key", "there is no value of \"{of}\"";
    /// A value of another type than the one that is read here.
    WrongType {
        /// What is read here, with its article: `a number`.
        expected: &'static str,
        /// What came: `the text "5"`.
        found: String,
    } = "wrong-type", "expected {expected}, found {found}";
    /// NaN or an infinity.
    NotFinite {
        /// The number that came.
        value: f64,
    } = "not-finite", "a number must be finite, this is {value}";
    /// A number that should be whole.
    NotWhole {
        /// The number that came.
        value: f64,
    } = "not-whole", "expected a whole number, found {value}";
    /// A number outside its range.
    OutOfRange {
        /// The number that came.
        value: f64,
        /// The allowed range in words or as an interval: `0..=1`, `more than 0`.
        allowed: String,
    } = "out-of-range", "{value} is outside {allowed}";
    /// A name that is not one of a closed set.
    UnknownName {
        /// What kind of name: `kind`, `scale`, `method`.
        what: &'static str,
        /// The name that came.
        name: String,
        /// The names that may come, separated by commas.
        known: String,
    } = "unknown-name", "the {what} \"{name}\" is not known; known are {known}";
    /// Nothing where at least one is needed.
    TooFew {
        /// How many are needed.
        least: usize,
        /// What is missing.
        what: &'static str,
    } = "too-few", "at least {least} {what} needed";
    /// Two lists that belong together have different lengths.
    LengthMismatch {
        /// How many came.
        found: usize,
        /// What is counted.
        what: &'static str,
        /// How many belong here.
        expected: usize,
    } = "length-mismatch", "{found} {what}, expected {expected}";
    /// Values that exclude each other or do not fit together.
    Conflict {
        /// What does not fit what.
        message: String,
    } = "conflict", "{message}";

    // ---- survey
    /// An id that could not be an answer key or a CSV column.
    BadId {
        /// The id that came.
        id: String,
    } = "bad-id", "\"{id}\" cannot be an id: 1 to 64 characters, without '.', ':', line breaks, or blanks at the ends";
    /// The same id twice.
    DuplicateId {
        /// What the id names.
        what: &'static str,
        /// The id.
        id: String,
    } = "duplicate-id", "the {what} id \"{id}\" is taken already";
    /// A reference to something that is not there.
    Dangling {
        /// What is referred to: `attribute`, `dimension`, `question`.
        what: &'static str,
        /// The id that came.
        id: String,
        /// `; there are a, b, c`, or nothing.
        known: String,
    } = "unknown-reference", "there is no {what} \"{id}\"{known}";
    /// A condition on a question that is asked later than the one it guards.
    ConditionLooksAhead {
        /// The later question.
        id: String,
    } = "condition-looks-ahead", "the question \"{id}\" comes later; a condition may only look back";
    /// A condition that the question can never answer.
    BadCondition {
        /// What does not fit.
        message: String,
    } = "bad-condition", "{message}";
    /// A scale whose numbers make no scale.
    BadScale {
        /// What is wrong with it.
        message: String,
    } = "bad-scale", "{message}";
    /// A language tag that is no BCP 47 tag.
    BadLanguage {
        /// The tag that came.
        tag: String,
    } = "bad-language", "\"{tag}\" is no language tag";

    // ---- judgment matrices
    /// Rows and columns differ in number.
    MatrixNotSquare {
        /// How many rows.
        rows: usize,
        /// Which row does not fit, from 0.
        row: usize,
        /// How many entries that row has.
        columns: usize,
    } = "matrix-not-square", "a matrix is square here: this has {rows} rows, and row {row} has {columns} entries";
    /// A judgment that is zero or negative.
    MatrixNotPositive {
        /// The entry.
        value: f64,
    } = "matrix-not-positive", "a judgment is positive, this is {value}";
    /// `a[i][j]` is not `1 / a[j][i]`.
    MatrixNotReciprocal {
        /// The entry.
        value: f64,
        /// Its mirror.
        mirror: f64,
    } = "matrix-not-reciprocal", "{value} should be 1/{mirror}, the reciprocal of its mirror entry";
    /// An entry of the diagonal is not 1.
    MatrixDiagonal {
        /// The entry.
        value: f64,
    } = "matrix-diagonal", "an item compared with itself is 1, this is {value}";
    /// `a[i][j]` is not `a[j][i]`, where both must be the same.
    #[cfg(feature = "report")]
    MatrixNotSymmetric {
        /// The entry.
        value: f64,
        /// Its mirror.
        mirror: f64,
    } = "matrix-not-symmetric", "{value} should be {mirror}, as its mirror entry";
    /// The judgments fall into parts that no judgment connects.
    #[cfg(feature = "report")]
    MatrixNotConnected {
        /// An item that cannot be reached from the first.
        apart: String,
    } = "matrix-not-connected", "the judgments do not connect all items: \"{apart}\" is not compared with the first, directly or through others";
    /// A correlation or covariance matrix that cannot be inverted.
    #[cfg(feature = "report")]
    Singular {
        /// Which columns depend on each other.
        message: String,
    } = "singular", "{message}";

    // ---- answers
    /// An answer to something the survey does not ask.
    UnknownAnswer {
        /// The key that came.
        key: String,
    } = "unknown-answer", "the survey has no answer key \"{key}\"";
    /// An answer outside its scale.
    ScaleOutOfRange {
        /// The answer.
        value: String,
        /// The scale: `1..=5 step 1`.
        scale: String,
    } = "scale-out-of-range", "{value} is not on the scale {scale}";
    /// An answer that is none of the options.
    UnknownOption {
        /// The answer.
        value: String,
    } = "unknown-option", "\"{value}\" is none of the options";
    /// A text longer than the question takes.
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    } = "too-long", "{length} characters; at most {limit} are taken";
    /// A cell that is no number where one belongs.
    #[cfg(feature = "report")]
    NotANumber {
        /// The cell.
        value: String,
    } = "not-a-number", "\"{value}\" is no number";
    /// A required question without an answer.
    #[cfg(feature = "report")]
    Required {
        /// The question.
        id: String,
    } = "required", "the question \"{id}\" needs an answer";
    /// Points or ranks that do not add up.
    #[cfg(feature = "report")]
    NotAddingUp {
        /// What does not add up.
        message: String,
    } = "not-adding-up", "{message}";
    /// CSV that cannot be read as a table.
    #[cfg(feature = "report")]
    BadCsv {
        /// What is wrong with it.
        message: String,
    } = "bad-csv", "{message}";

    // ---- tally and report
    /// Answers to another definition, or a tally of them.
    #[cfg(feature = "report")]
    OtherSurvey = "other-survey", "this belongs to another survey or another version of it";
    /// A tally joined with itself.
    #[cfg(feature = "report")]
    SelfMerge = "self-merge", "a tally cannot be merged with itself";
    /// Used after `free()`.
    #[cfg(feature = "report")]
    Freed {
        /// What was freed.
        what: &'static str,
    } = "freed", "this {what} was freed";
    /// A result that would tell about too few people.
    #[cfg(feature = "report")]
    TooFewAnswers {
        /// The least number that is shown.
        least: u64,
    } = "too-few-answers", "fewer than {least} answers";
    /// It takes a part of the program that is not loaded.
    #[cfg(feature = "report")]
    Later = "later", "a part of the program that this takes is not loaded yet";

    // ---- pictures
    /// The backend could not draw.
    #[cfg(feature = "report")]
    NotDrawn {
        /// What the backend says.
        message: String,
    } = "not-drawn", "the picture could not be drawn: {message}";
}

impl Problem {
    /// Stable, kebab-case. Of some problems, what they are about has a code of its own.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownName { what, .. } => match *what {
                "kind" => "unknown-kind",
                "scale" => "unknown-scale",
                "measure" => "unknown-measure",
                "method" => "unknown-method",
                "chart" => "unknown-chart",
                _ => "unknown-name",
            },
            Self::Dangling { what, .. } => match *what {
                "attribute" => "unknown-attribute",
                "dimension" => "unknown-dimension",
                "question" => "unknown-question",
                _ => "unknown-reference",
            },
            _ => self.code_and_message().0,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// A message whose places are filled one after another. The formatter of the standard library would do, at ten times the size.
struct Message {
    text: String,
    rest: &'static str,
}

impl Message {
    /// Writes up to the next place, and passes over it.
    fn up_to_place(&mut self) -> &mut String {
        let end = |text: &str, bracket: u8| text.bytes().position(|byte| byte == bracket).unwrap_or(text.len());
        let (before, place) = self.rest.split_at(end(self.rest, b'{'));
        self.text.push_str(before);
        self.rest = place.get(end(place, b'}') + 1..).unwrap_or_default();
        &mut self.text
    }

    fn put(&mut self, part: &(impl Part + ?Sized)) {
        part.write(self.up_to_place());
    }
}

/// What a message can hold.
trait Part {
    fn write(&self, text: &mut String);
}

impl Part for String {
    fn write(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for &str {
    fn write(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for f64 {
    fn write(&self, text: &mut String) {
        text.push_str(&number_text(*self));
    }
}

impl Part for usize {
    fn write(&self, text: &mut String) {
        text.push_str(&number_text(*self as f64));
    }
}

#[cfg(feature = "report")]
impl Part for u64 {
    fn write(&self, text: &mut String) {
        text.push_str(&number_text(*self as f64));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_what_came_and_what_is_allowed() {
        for (problem, message) in [
            (Problem::TooMany { found: 300, what: "options", limit: 250 }, "300 options; at most 250 are taken"),
            (Problem::WrongType { expected: "a number", found: "the text \"{5}\"".into() }, "expected a number, found the text \"{5}\""),
            (Problem::OutOfRange { value: -0.5, allowed: "0..=1".into() }, "-0.5 is outside 0..=1"),
            (Problem::MatrixNotReciprocal { value: 0.3, mirror: 4.0 }, "0.3 should be 1/4, the reciprocal of its mirror entry"),
            (Problem::TooFewAnswers { least: 5 }, "fewer than 5 answers"),
            (Problem::Conflict { message: "as it is".into() }, "as it is"),
            (Problem::SelfMerge, "a tally cannot be merged with itself"),
        ] {
            assert_eq!(problem.to_string(), message);
            assert_eq!(Error::at("a[1]", problem).to_string(), format!("a[1]: {message}"));
        }
    }

    #[test]
    fn a_path_seen_from_outside_begins_with_what_encloses_it() {
        let path = |outer: &str, inner: &str| Error::at(inner, Problem::SelfMerge).within(outer).path().map(str::to_owned);
        assert_eq!(path("first", "a.b").as_deref(), Some("first.a.b"));
        assert_eq!(path("first", "[2]").as_deref(), Some("first[2]"));
        assert_eq!(path("first", "").as_deref(), Some("first"));
        assert_eq!(path("", "a").as_deref(), Some("a"));
    }
}
