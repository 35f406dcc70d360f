//! Looking into a value whose shape is known: what is not there is empty.

use super::Value;

static NOTHING: Value = Value::Null;

impl Value {
    /// What a record holds at a key; null where it does not have it, or where this is no record.
    pub fn get(&self, key: &str) -> &Value {
        self.entries().iter().find(|(one, _)| one == key).map_or(&NOTHING, |(_, value)| value)
    }

    /// Whether this is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether this is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// The text that this is; else the empty one.
    pub fn text(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }

    /// The number that this is.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The entries of a list.
    pub fn list(&self) -> &[Value] {
        if let Self::List(list) = self { list } else { &[] }
    }

    /// The keys of a record, and what it holds at them.
    pub fn entries(&self) -> &[(String, Value)] {
        if let Self::Record(entries) = self { entries } else { &[] }
    }
}
