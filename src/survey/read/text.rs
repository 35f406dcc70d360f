//! Texts, in one language or several.

use super::ids::unique;
use crate::error::{Error, Problem};
use crate::survey::Text;
use crate::value::{At, Read, Value};

impl Read for Text {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let filled = |at: At<'_>| match at.text()? {
            text if text.trim().is_empty() => Err(at.too_few("character", 1)),
            text => Ok(text.to_owned()),
        };
        match at.value {
            Value::Text(_) => Ok(Self::plain(filled(at)?)),
            Value::Record(_) => {
                let mut taken = unique("language");
                let by_language = at.entries(|tag, at| {
                    if !is_language(tag) {
                        return Err(at.error(Problem::BadLanguage { tag: tag.into() }));
                    }
                    taken(tag.to_ascii_lowercase(), at)?;
                    Ok((tag.to_owned(), filled(at)?))
                })?;
                match by_language.is_empty() {
                    true => Err(at.too_few("language", 1)),
                    false => Ok(Self::by_language(by_language)),
                }
            }
            _ => Err(at.wrong_type("a text, or one by language tag")),
        }
    }
}

/// Whether this has the shape of a BCP 47 tag: two to eight letters, then parts of one to eight letters and digits.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
