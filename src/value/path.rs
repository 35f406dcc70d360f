//! Where in the input the reader is.

use std::fmt;

/// A place in the input, as a chain to the root; costs nothing until an error prints it.
#[derive(Debug, Clone, Copy)]
pub enum Path<'a> {
    /// The input as a whole.
    Root,
    /// A key of a record.
    Key(&'a Path<'a>, &'a str),
    /// An entry of a list.
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Index(outer, index) => write!(f, "{outer}[{index}]"),
            Self::Key(outer, key) => {
                let plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                match (plain, outer) {
                    (true, Self::Root) => write!(f, "{key}"),
                    (true, _) => write!(f, "{outer}.{key}"),
                    (false, _) => write!(f, "{outer}[\"{key}\"]"),
                }
            }
        }
    }
}
