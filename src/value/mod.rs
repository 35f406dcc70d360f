//! Untrusted input, and the typed reader that knows where it is.
//!
//! Whatever comes from outside (a definition, options, a matrix) first becomes a [`Value`]: JSON's types, with numbers
//! kept as they came, NaN included, so that the reader can refuse them by path. [`Read`] turns a value into a type,
//! strictly: an unknown key, a wrong type or a number that is not finite is an [`Error`](crate::Error).

#[cfg(feature = "report")]
mod decimal;
mod json;
mod numbers;
mod part;
mod path;
mod read;
mod record;
#[cfg(feature = "report")]
mod spelt;
mod stringified;
mod text;

pub use crate::number::number_text;
pub use path::Path;
pub use read::{At, Entries, Read};
pub use text::{beginning, is_blank};

#[cfg(feature = "report")]
pub(crate) use decimal::decimal;
pub(crate) use record::names;
#[cfg(feature = "report")]
pub(crate) use record::record;
#[cfg(feature = "report")]
pub use spelt::spelt;

/// Input of JSON's shape, not yet trusted.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, or JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, NaN and the infinities included.
    Number(f64),
    /// A text.
    Text(String),
    /// A list, or a typed array.
    List(Vec<Value>),
    /// A record, its keys in the order they came.
    Record(Vec<(String, Value)>),
}

impl Value {
    /// What came, for an error message: `the text "5"`, `a list`.
    pub fn describe(&self) -> String {
        match self {
            Self::Null => "nothing (null)".into(),
            Self::Bool(true) => "true".into(),
            Self::Bool(false) => "false".into(),
            Self::Number(n) => ["the number ", &number_text(*n)].concat(),
            Self::Text(t) => ["the text \"", beginning(t, 40), "\""].concat(),
            Self::List(_) => "a list".into(),
            Self::Record(_) => "a record".into(),
        }
    }
}
