//! Numbers as a picture writes them.

/// With this many decimals, a true minus sign, and no negative zero.
pub(super) fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.bytes().all(|b| matches!(b, b'0' | b'.')) => digits.into(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// With its sign, plus included; zero has none.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    match text.bytes().all(|b| matches!(b, b'0' | b'.')) || value < 0.0 {
        true => text,
        false => format!("+{text}"),
    }
}

/// A count, its thousands set apart.
pub(super) fn count(value: f64) -> String {
    let text = fixed(value, if value.fract() == 0.0 { 0 } else { 1 });
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// A share as percent; a dash where it is not known.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or("–".into(), |share| format!("{}%", fixed(share * 100.0, 1)))
}

/// As short as it can be written: `1`, `0.5`.
pub(super) fn short(value: f64) -> String {
    value.to_string().replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::{count, fixed, signed};

    #[test]
    fn numbers_have_a_true_minus_and_no_negative_zero() {
        assert_eq!(fixed(-1.25, 1), "−1.2");
        assert_eq!(fixed(-0.01, 1), "0.0");
        assert_eq!(signed(32.4, 0), "+32");
        assert_eq!(signed(-5.0, 0), "−5");
        assert_eq!(signed(0.04, 1), "0.0");
    }

    #[test]
    fn counts_set_thousands_apart() {
        assert_eq!(count(7.0), "7");
        assert_eq!(count(1842.0), "1,842");
        assert_eq!(count(1234567.5), "1,234,567.5");
    }
}
