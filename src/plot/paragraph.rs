//! A text in rows.

use super::text_width;

/// The text in rows that are at most this many CSS pixels wide; a word that is wider has a row of its own.
///
/// By the widths of common fonts and not by the backend's: so a picture has the same rows, and the same height, on a canvas and as SVG.
pub(super) fn rows(text: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in words(text) {
        match rows.last_mut() {
            Some(row) if text_width::ems(&[row.as_str(), word.trim_end()].concat(), bold) * size <= width => row.push_str(word),
            _ => rows.push(word.to_owned()),
        }
    }
    for row in &mut rows {
        row.truncate(row.trim_end().len());
    }
    rows
}

/// The pieces between which a row may end: after a blank, and around full-width letters, but not before a mark that closes.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut last) = (0, None);
    for (at, letter) in text.char_indices() {
        let closes = matches!(letter, '，' | '。' | '、' | '；' | '：' | '）' | '”' | '？' | '！');
        let between = last.is_some_and(|last: char| last == ' ' || ((is_wide(last) || is_wide(letter)) && letter != ' ' && last != '（'));
        if between && !closes {
            words.extend(text.get(start..at));
            start = at;
        }
        last = Some(letter);
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffe6}')
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_end_at_blanks_and_between_chinese_letters_but_not_before_a_stop() {
        assert_eq!(rows("a long way home", 55.0, 12.0, false), ["a long", "way", "home"]);
        assert_eq!(rows("服务态度，很好", 50.0, 12.0, false), ["服务态", "度，很好"]);
        assert_eq!(rows("服务态度，很好", 40.0, 12.0, false), ["服务态", "度，很", "好"]);
        assert_eq!(rows("unbreakable", 10.0, 12.0, false), ["unbreakable"]);
        assert!(rows("", 10.0, 12.0, false).is_empty());
    }

    #[test]
    fn a_row_is_never_wider_than_asked_where_words_allow() {
        let text = "95 % region of sampling error, 数字为名次 paler where the quadrant is less sure";
        for width in [90.0, 120.0, 300.0] {
            for row in rows(text, width, 11.0, false) {
                assert!(crate::plot::text_width::ems(&row, false) * 11.0 <= width, "{row}");
            }
        }
    }
}
