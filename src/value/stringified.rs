//! A value from the text that JavaScript's `JSON.stringify` gives: JSON without blanks, in which only what must be is escaped.
//!
//! The page has parsed what came from outside already, and says what is wrong with it better; what reads its own text is short.

use super::Value;
use crate::error::{Error, Problem};
use crate::number::number_from;

/// Definitions nest a dozen levels.
const DEPTH: usize = 48;

impl Value {
    /// The value that `JSON.stringify` gave this text for. Of other text, what does not belong there is passed over.
    pub fn from_stringified(text: &str) -> Result<Self, Error> {
        let mut reader = Reader { rest: text, too_deep: false };
        let value = reader.value(DEPTH);
        if reader.too_deep { Err(Error::new(Problem::TooDeep { limit: DEPTH })) } else { Ok(value) }
    }
}

struct Reader<'a> {
    rest: &'a str,
    too_deep: bool,
}

impl<'a> Reader<'a> {
    /// Passes over a byte, if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.rest.as_bytes().first() == Some(&byte);
        if found {
            self.rest = &self.rest[1..];
        }
        found
    }

    /// What comes before the first of these bytes, all of them ASCII.
    fn until(&mut self, ends: &[u8]) -> &'a str {
        let end = self.rest.bytes().position(|byte| ends.contains(&byte)).unwrap_or(self.rest.len());
        let (before, rest) = self.rest.split_at(end);
        self.rest = rest;
        before
    }

    fn value(&mut self, depth: usize) -> Value {
        if depth == 0 {
            self.too_deep = true;
            return Value::Null;
        }
        if self.skip(b'"') {
            return Value::Text(self.text());
        }
        if self.skip(b'[') {
            let mut list = Vec::new();
            while !self.done(b']') {
                list.push(self.value(depth - 1));
                self.skip(b',');
            }
            return Value::List(list);
        }
        if self.skip(b'{') {
            let mut entries = Vec::new();
            while !self.done(b'}') {
                self.skip(b'"');
                let key = self.text();
                self.skip(b':');
                entries.push((key, self.value(depth - 1)));
                self.skip(b',');
            }
            return Value::Record(entries);
        }
        match self.until(b",]}") {
            "null" | "" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            number => Value::Number(number_from(number)),
        }
    }

    /// Whether a list or a record ends here, and the whole where it is too deep.
    fn done(&mut self, bracket: u8) -> bool {
        self.skip(bracket) || self.rest.is_empty() || self.too_deep
    }

    /// The text whose opening quote was passed over.
    fn text(&mut self) -> String {
        let mut text = self.until(b"\"\\").to_owned();
        while self.skip(b'\\') {
            let mut characters = self.rest.chars();
            let escaped = characters.next().unwrap_or_default();
            self.rest = characters.as_str();
            text.push(match escaped {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let (digits, rest) = self.rest.split_at_checked(4).unwrap_or_default();
                    self.rest = rest;
                    // Half a surrogate pair is no character; whole pairs are not escaped.
                    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                itself => itself,
            });
            text.push_str(self.until(b"\"\\"));
        }
        self.skip(b'"');
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            // Short ones: of long ones, the other reader rounds the last digit.
            any::<i32>().prop_map(|number| (f64::from(number) / 8.0).into()),
            any::<String>().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::vec((any::<String>(), inner), 0..5)
                    .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_stringified_is_read_as_json_is(json in any_json()) {
            let text = json.to_string();
            prop_assert_eq!(Value::from_stringified(&text).unwrap(), Value::from_json(&text).unwrap());
        }

        #[test]
        fn whatever_comes_is_read_to_its_end(text in any::<String>()) {
            let _ = Value::from_stringified(&text);
        }
    }

    #[test]
    fn a_number_is_read_as_it_was_written() {
        let number = -4.2195698280935465e-196;
        assert_eq!(Value::from_stringified(&format!("[{number:e}]")).unwrap(), Value::List(vec![Value::Number(number)]));
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_character_for_what_is_none() {
        assert_eq!(Value::from_stringified(r#""\ud83d.""#).unwrap(), Value::Text("\u{fffd}.".into()));
    }

    #[test]
    fn what_is_nested_too_deep_is_refused_and_not_followed() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Value::from_stringified(&deep(DEPTH)).is_ok());
        assert_eq!(Value::from_stringified(&deep(100_000)).unwrap_err().code(), "too-deep");
    }
}
