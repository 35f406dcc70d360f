//! Reading a type out of a value, strictly.

use super::{Path, Value, number_text};
use crate::error::{Error, Problem};

/// A value and its place.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// What is there.
    pub value: &'a Value,
    /// Where that is.
    pub path: &'a Path<'a>,
}

/// A type that can be read out of a value.
pub trait Read: Sized {
    /// Reads it, or says what is wrong and where.
    fn read(at: At<'_>) -> Result<Self, Error>;

    /// What stands for a key that is not there; `None` makes the key required.
    fn absent() -> Option<Self> {
        None
    }
}

impl<'a> At<'a> {
    /// An error at this place.
    pub fn error(&self, problem: Problem) -> Error {
        Error::at(self.path.text(), problem)
    }

    /// The error for another type than the one expected: `a number`, `a list`.
    pub fn wrong_type(&self, expected: &'static str) -> Error {
        self.error(Problem::WrongType { expected, found: self.value.describe() })
    }

    /// The text here.
    pub fn text(&self) -> Result<&'a str, Error> {
        match self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong_type("a text")),
        }
    }

    /// The finite number here.
    pub fn number(&self) -> Result<f64, Error> {
        match self.value {
            Value::Number(n) if n.is_finite() => Ok(*n),
            Value::Number(n) => Err(self.error(Problem::NotFinite { value: *n })),
            _ => Err(self.wrong_type("a number")),
        }
    }

    /// The list here, entry by entry.
    pub fn list<T>(&self, mut read: impl FnMut(At<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let mut list = Vec::new();
        self.each(&mut |at| {
            list.push(read(at)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// The record here, entry by entry, in the order it came; the same key twice is an error.
    pub fn entries<T>(&self, mut read: impl FnMut(&str, At<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let mut list = Vec::new();
        self.each_key(&mut |key, at| {
            list.push(read(key, at)?);
            Ok(())
        })?;
        Ok(list)
    }

    // The two walks are compiled once, whatever is read: a definition has forty kinds of lists, and the page pays for each byte.
    fn each(&self, read: &mut dyn FnMut(At<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let Value::List(entries) = self.value else { return Err(self.wrong_type("a list")) };
        for (index, value) in entries.iter().enumerate() {
            read(At { value, path: &Path::Index(self.path, index) })?;
        }
        Ok(())
    }

    fn each_key(&self, read: &mut dyn FnMut(&str, At<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let Value::Record(entries) = self.value else { return Err(self.wrong_type("a record")) };
        let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        for (key, value) in entries {
            let at = At { value, path: &Path::Key(self.path, key) };
            let first = keys.partition_point(|one| *one < key.as_str());
            if keys.get(first + 1) == Some(&key.as_str()) {
                return Err(at.error(Problem::DuplicateId { what: "key", id: key.clone() }));
            }
            read(key, at)?;
        }
        Ok(())
    }

    /// The record here, of which only these keys are known.
    pub fn record(&self, known: &[&'static str]) -> Result<(), Error> {
        self.entries(|key, at| match known.contains(&key) {
            true => Ok(()),
            false => Err(at.error(Problem::UnknownKey { key: key.into(), known: known.join(", ") })),
        })?;
        Ok(())
    }

    /// The value at a key of the record here; `null` counts as absent.
    pub fn key(&self, key: &str) -> Option<&'a Value> {
        let Value::Record(entries) = self.value else { return None };
        entries.iter().find(|(k, v)| k == key && *v != Value::Null).map(|(_, v)| v)
    }

    /// Reads one key of the record here.
    pub fn field<T: Read>(&self, key: &'static str) -> Result<T, Error> {
        match self.key(key) {
            Some(value) => T::read(At { value, path: &Path::Key(self.path, key) }),
            None => T::absent().ok_or_else(|| self.error(Problem::MissingKey { key })),
        }
    }
}

impl Value {
    /// Reads the whole value as a type.
    pub fn read<T: Read>(&self) -> Result<T, Error> {
        T::read(At { value: self, path: &Path::Root })
    }
}

impl Read for Value {
    fn read(at: At<'_>) -> Result<Self, Error> {
        Ok(at.value.clone())
    }
}

impl Read for f64 {
    fn read(at: At<'_>) -> Result<Self, Error> {
        at.number()
    }
}

impl Read for bool {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match at.value {
            Value::Bool(b) => Ok(*b),
            _ => Err(at.wrong_type("true or false")),
        }
    }
}

impl Read for String {
    fn read(at: At<'_>) -> Result<Self, Error> {
        at.text().map(Into::into)
    }
}

/// Whole numbers that `f64` holds exactly.
const WHOLE: f64 = 9_007_199_254_740_991.0;

impl Read for u64 {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let value = at.number()?;
        if value.fract() != 0.0 {
            return Err(at.error(Problem::NotWhole { value }));
        }
        if !(0.0..=WHOLE).contains(&value) {
            return Err(at.error(Problem::OutOfRange { value, allowed: ["0..=", &number_text(WHOLE)].concat() }));
        }
        Ok(value as u64)
    }
}

impl Read for u32 {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let value = u64::read(at)?;
        Self::try_from(value).map_err(|_| {
            at.error(Problem::OutOfRange { value: value as f64, allowed: ["0..=", &number_text(f64::from(Self::MAX))].concat() })
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(at: At<'_>) -> Result<Self, Error> {
        match at.value {
            Value::Null => Ok(None),
            _ => T::read(at).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(at: At<'_>) -> Result<Self, Error> {
        at.list(T::read)
    }
}

/// A record whose keys are the caller's own, in the order they came: `Record<string, T>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Entries<T> {
    /// The value at a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }
}

impl<T: serde::Serialize> serde::Serialize for Entries<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<T: Read> Read for Entries<T> {
    fn read(at: At<'_>) -> Result<Self, Error> {
        at.entries(|key, at| Ok((key.to_owned(), T::read(at)?))).map(Self)
    }
}

impl<T: Read> Read for (T, T) {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let Value::List(entries) = at.value else { return Err(at.wrong_type("a pair")) };
        let [first, second] = entries.as_slice() else {
            return Err(at.error(Problem::LengthMismatch { what: "entries", found: entries.len(), expected: 2 }));
        };
        Ok((T::read(At { value: first, path: &Path::Index(at.path, 0) })?, T::read(At { value: second, path: &Path::Index(at.path, 1) })?))
    }
}
