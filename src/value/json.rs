//! A value from JSON text, outside the browser; in it, the browser reads JSON itself.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Value;
use crate::error::{Error, Problem};

/// Definitions nest a dozen levels.
const DEPTH: usize = 48;
const TOO_DEEP: &str = "nested too deep";

impl Value {
    /// Reads JSON text.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let value = Level(0).deserialize(&mut deserializer).map_err(not_json)?;
        deserializer.end().map_err(not_json)?;
        Ok(value)
    }
}

/// What a reader that stopped says: too deep, or not JSON.
fn not_json(error: serde_json::Error) -> Error {
    let message = error.to_string();
    Error::new(match message.contains(TOO_DEEP) || message.contains("recursion limit") {
        true => Problem::TooDeep { limit: DEPTH },
        false => Problem::NotJson { message },
    })
}

/// How deep the reader is.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn next<E: serde::de::Error>(self) -> Result<Self, E> {
        match self.0 {
            DEPTH => Err(E::custom(TOO_DEEP)),
            depth => Ok(Self(depth + 1)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, true, false, a number, a text, a list or a record")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let level = self.next()?;
        let mut list = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(1 << 16));
        while let Some(value) = seq.next_element_seed(level)? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let level = self.next()?;
        let mut record = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            record.push((key, map.next_value_seed(level)?));
        }
        Ok(Value::Record(record))
    }
}
