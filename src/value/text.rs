//! Looking at a text.

/// Its first characters, so many of them.
pub fn beginning(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

/// Whether it says nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_between_characters() {
        assert_eq!((beginning("满意🙂", 2), beginning("满意🙂", 3), beginning("", 1)), ("满意", "满意🙂", ""));
    }
}
