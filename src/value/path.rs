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
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Root => {}
            Self::Index(outer, index) => {
                outer.write(text);
                push_index(text, *index);
            }
            Self::Key(outer, key) => {
                outer.write(text);
                push_key(text, key);
            }
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
        let mut path = String::new();
        self.find(part, &mut path).then_some(path)
    }

    fn find(&self, part: &Value, path: &mut String) -> bool {
        if std::ptr::eq(self, part) {
            return true;
        }
        let here = path.len();
        for (index, value) in self.list().iter().enumerate() {
            push_index(path, index);
            if value.find(part, path) {
                return true;
            }
            path.truncate(here);
        }
        for (key, value) in self.entries() {
            push_key(path, key);
            if value.find(part, path) {
                return true;
            }
            path.truncate(here);
        }
        false
    }
}

fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&number_text(index as f64));
    path.push(']');
}

fn push_key(path: &mut String, key: &str) {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let plain = key.bytes().all(word) && key.bytes().next().is_some_and(|first| !first.is_ascii_digit());
    let (before, after) = match (plain, path.as_str()) {
        (true, "") => ("", ""),
        (true, _) => (".", ""),
        (false, _) => ("[\"", "\"]"),
    };
    for piece in [before, key, after] {
        path.push_str(piece);
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
