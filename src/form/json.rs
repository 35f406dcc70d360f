//! Writing JSON: a form says little, and what says everything weighs more than the form.

use crate::survey::Answer;
use crate::value::number_text;

/// JSON text that grows from the left.
#[derive(Debug, Default)]
pub(super) struct Json(String);

impl Json {
    /// The text.
    pub(super) fn end(self) -> String {
        self.0
    }

    /// A list or a record begins; [`close`](Self::close) ends it.
    pub(super) fn open(&mut self, bracket: char) {
        self.apart();
        self.0.push(bracket);
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// A key of a record; its value is what is written next.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.0.push(':');
        self
    }

    pub(super) fn text(&mut self, text: &str) {
        self.apart();
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => {
                    let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                    self.0.push_str("\\u00");
                    self.0.extend([digit(character as u32 / 16), digit(character as u32 % 16)]);
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    /// A text, or `null`.
    pub(super) fn any_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.word("null"),
        }
    }

    /// A finite number, or `null`.
    pub(super) fn number(&mut self, number: Option<f64>) {
        match number {
            Some(number) => self.word(&number_text(number)),
            None => self.word("null"),
        }
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.word(if value { "true" } else { "false" });
    }

    pub(super) fn texts(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        self.open('[');
        texts.for_each(|text| self.text(text));
        self.close(']');
    }

    pub(super) fn answer(&mut self, answer: &Answer) {
        match answer {
            Answer::Number(number) => self.number(Some(*number)),
            Answer::Text(text) => self.text(text),
            Answer::Several(values) => self.texts(&mut values.iter().map(String::as_str)),
        }
    }

    fn word(&mut self, word: &str) {
        self.apart();
        self.0.push_str(word);
    }

    /// What follows something else is set apart from it.
    fn apart(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'[' | b'{' | b':')) {
            self.0.push(',');
        }
    }
}

/// Answers by key, as JSON.
pub(crate) fn answers<'a>(answers: &mut dyn Iterator<Item = (&'a str, &'a Answer)>) -> String {
    let mut json = Json::default();
    json.open('{');
    answers.for_each(|(key, answer)| json.key(key).answer(answer));
    json.close('}');
    json.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_what_was_meant() {
        let text = "\"quoted\" \\ \u{0}\u{1f}\n\t 满意 🙂 \u{2028}";
        let several = Answer::Several(vec!["a".into(), text.into()]);
        let given =
            [("plain", Answer::Number(-0.25)), (text, Answer::Text(text.into())), ("many", several), ("huge", Answer::Number(1e300))];
        let written = answers(&mut given.iter().map(|(key, answer)| (*key, answer)));
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read, serde_json::json!({ "plain": -0.25, text: text, "many": ["a", text], "huge": 1e300 }));
    }
}
