//! A text in one or several languages.

/// Plain text, never HTML: one for all languages, or one for each language tag.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Language tag and text, in the order they came; the tag is empty where one text serves all.
    by_language: Vec<(String, String)>,
}

impl Text {
    /// One text for all languages.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { by_language: vec![(String::new(), text.into())] }
    }

    /// One text for each tag; the first is the fallback. At least one.
    pub(crate) fn by_language(by_language: Vec<(String, String)>) -> Self {
        Self { by_language }
    }

    /// Tags and texts, in the order they came.
    pub fn entries(&self) -> &[(String, String)] {
        &self.by_language
    }

    /// The text for a language: the same tag, then the longest prefix of it (`zh-Hans-CN`, `zh-Hans`, `zh`), then any
    /// text whose tag begins with that prefix, then the first. The letters' case does not matter.
    pub fn in_language(&self, tag: &str) -> &str {
        let mut wanted = tag;
        loop {
            let found = self.by_language.iter().find(|(t, _)| t.eq_ignore_ascii_case(wanted)).or_else(|| {
                self.by_language.iter().find(|(t, _)| {
                    t.as_bytes().get(wanted.len()) == Some(&b'-')
                        && t.get(..wanted.len()).is_some_and(|head| head.eq_ignore_ascii_case(wanted))
                })
            });
            match (found, wanted.rfind('-')) {
                (Some((_, text)), _) => return text,
                (None, Some(end)) => wanted = &wanted[..end],
                (None, None) => break,
            }
        }
        self.by_language.first().map_or("", |(_, text)| text)
    }
}
