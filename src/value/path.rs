//! Where in the input something is.

use std::fmt;

use super::{Value, number_text};

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
            Self::Index(outer, index) => indexed(&outer.text(), *index),
            Self::Key(outer, key) => keyed(&outer.text(), key),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Value {
    /// The path to a part of this value, told by where the part lies, not by what it is; `None` where it is no part.
    ///
    /// Looking for it costs a walk, and only who reports an error pays for that.
    #[cold]
    pub fn path_to(&self, part: &Value) -> Option<String> {
        self.find(part, String::new())
    }

    fn find(&self, part: &Value, here: String) -> Option<String> {
        if std::ptr::eq(self, part) {
            return Some(here);
        }
        match self {
            Self::List(list) => list.iter().enumerate().find_map(|(index, value)| value.find(part, indexed(&here, index))),
            Self::Record(entries) => entries.iter().find_map(|(key, value)| value.find(part, keyed(&here, key))),
            _ => None,
        }
    }
}

fn indexed(outer: &str, index: usize) -> String {
    [outer, "[", &number_text(index as f64), "]"].concat()
}

fn keyed(outer: &str, key: &str) -> String {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let plain = key.bytes().all(word) && key.bytes().next().is_some_and(|first| !first.is_ascii_digit());
    match (plain, outer) {
        (true, "") => key.to_owned(),
        (true, _) => [outer, ".", key].concat(),
        (false, _) => [outer, "[\"", key, "\"]"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_to_a_part_is_that_of_this_part_and_not_of_one_like_it() {
        let list = || Value::List(vec![Value::Null, Value::Record(vec![("a key".into(), Value::Null)])]);
        let value = Value::Record(vec![("first".into(), list()), ("second".into(), list())]);
        let part = value.get("second").list()[1].get("a key");
        assert_eq!(value.path_to(part).as_deref(), Some("second[1][\"a key\"]"));
        assert_eq!(value.path_to(&value).as_deref(), Some(""));
        assert_eq!(value.path_to(&list()), None);
    }
}
