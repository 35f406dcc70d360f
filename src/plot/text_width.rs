//! How wide a text will be, where nothing can measure it.

/// The width of a text in ems of a common sans-serif font, a little on the wide side.
///
/// An SVG is set by whoever opens it, with a font we do not know; labels must not touch under any of the usual ones.
/// CJK and other full-width letters are one em by design of their fonts.
pub(super) fn ems(text: &str, bold: bool) -> f64 {
    let width: f64 = text.chars().map(em).sum();
    width * if bold { 1.08 } else { 1.02 }
}

fn em(c: char) -> f64 {
    match c {
        ' ' | '\u{a0}' => 0.29,
        'i' | 'j' | 'l' | '|' | '.' | ',' | ':' | ';' | '\'' | '!' => 0.28,
        'f' | 'r' | 't' | 'I' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | '-' | '"' | '`' | '·' => 0.39,
        'm' | 'w' => 0.86,
        'M' | 'W' | '@' | '%' | '…' => 0.95,
        '0'..='9' | '+' | '−' | '–' | '=' | '<' | '>' => 0.6,
        'a'..='z' => 0.57,
        'A'..='Z' => 0.71,
        // Combining marks sit on the letter before them.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        // Hangul, CJK, kana, full-width forms, and emoji.
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ffe6}' => 1.0,
        '\u{1f000}'..='\u{1faff}' => 1.3,
        '\u{20000}'..='\u{3ffff}' => 1.0,
        _ => 0.64,
    }
}

#[cfg(test)]
mod tests {
    use super::ems;

    #[test]
    fn chinese_letters_are_an_em_wide_and_latin_ones_about_half() {
        assert!((ems("服务态度", false) - 4.08).abs() < 1e-9);
        let latin = ems("Service attitude", false) / 16.0;
        assert!((0.45..0.6).contains(&latin), "{latin}");
    }

    #[test]
    fn bold_is_wider_and_a_combining_accent_costs_nothing() {
        assert!(ems("Index", true) > ems("Index", false));
        assert_eq!(ems("e\u{301}", false), ems("e", false));
    }
}
