//! Where in the input the reader is.

use std::fmt;

use super::number_text;

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

impl Path<'_> {
    /// As it is written: `pages[0].questions[2].scale`, `title["not a tag"]`.
    #[cold]
    pub fn text(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Index(outer, index) => [&outer.text(), "[", &number_text(*index as f64), "]"].concat(),
            Self::Key(outer, key) => {
                let outer = outer.text();
                let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
                let plain = key.bytes().all(word) && key.bytes().next().is_some_and(|first| !first.is_ascii_digit());
                match (plain, outer.as_str()) {
                    (true, "") => (*key).to_owned(),
                    (true, _) => [&outer, ".", key].concat(),
                    (false, _) => [&outer, "[\"", key, "\"]"].concat(),
                }
            }
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
