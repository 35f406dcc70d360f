//! Texts: what people read, in one language or several, and what makes an id or a language tag.

use crate::survey::Text;
use crate::value::Value;

/// The longest id; CSV headers and answer keys are made of them.
const LONGEST: usize = 64;

/// Names that mean something to JavaScript objects, and so are no keys of ours.
const TAKEN: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// The words that stand here.
pub(super) fn words(part: &Value) -> Text {
    match part.entries() {
        [] => Text::plain(part.text()),
        entries => Text::by_language(entries.iter().map(|(tag, text)| (tag.clone(), text.text().into())).collect()),
    }
}

/// The words that stand here, if there are any.
pub(super) fn words_if_any(part: &Value) -> Option<Text> {
    (!part.is_null()).then(|| words(part))
}

/// Whether this can be an id: it becomes part of answer keys and CSV headers.
pub(super) fn is_id(id: &str) -> bool {
    let mut length = 0;
    let mut blank = true;
    for one in id.chars() {
        blank = one.is_whitespace();
        if blank && length == 0 || one == '.' || one == ':' || one.is_control() {
            return false;
        }
        length += 1;
    }
    !blank && length <= LONGEST && !TAKEN.contains(&id)
}

/// Whether this has the shape of a BCP 47 tag: two to eight letters, then parts of one to eight letters and digits.
pub(super) fn is_language(tag: &str) -> bool {
    tag.as_bytes().split(|&byte| byte == b'-').enumerate().all(|(place, part)| match place {
        0 => (2..=8).contains(&part.len()) && part.iter().all(u8::is_ascii_alphabetic),
        _ => (1..=8).contains(&part.len()) && part.iter().all(u8::is_ascii_alphanumeric),
    })
}
