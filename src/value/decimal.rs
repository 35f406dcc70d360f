//! A decimal number from its text.

/// The number that a text says in digits, with a sign, a point and an exponent as in `-12.5e3`; `None` for any other text.
///
/// It is the nearest f64 where the digits make a whole number below 2^53 and the power of ten lies within -22..=22 (Clinger 1990,
/// "How to read floating point numbers accurately"), as with every number of up to 15 digits that answers hold; beyond, it may be some
/// units in the last place aside. The library's own reader is exact throughout, by a table that weighs 10 kB compressed.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse().ok()?),
        None => (text, 0_i32),
    };
    let unsigned = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    let (whole, places) = whole(unsigned)?;
    let size = match exponent.saturating_add(places).max(-1000) {
        _ if whole == 0 => 0.0,
        power @ 0.. => whole as f64 * ten_to(power),
        power @ -300.. => whole as f64 / ten_to(-power),
        // At once, it would be divided by infinity.
        power => whole as f64 / ten_to(300) / ten_to(-300 - power),
    };
    Some(if digits.starts_with('-') { -size } else { size })
}

/// Digits around a point as a whole number and the power of ten it is to be multiplied by; the digits past the 19th are cut off.
fn whole(digits: &str) -> Option<(u64, i32)> {
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut whole, mut places) = (0, 0);
    for (digit, shift) in before.bytes().map(|digit| (digit, 0)).chain(after.bytes().map(|digit| (digit, 1))) {
        if !digit.is_ascii_digit() {
            return None;
        }
        match whole < 1_000_000_000_000_000_000 {
            true => (whole, places) = (10 * whole + u64::from(digit - b'0'), places - shift),
            false => places += 1 - shift,
        }
    }
    (before.len() + after.len() > 0).then_some((whole, places))
}

/// Exact up to 10^22, infinite past 10^308.
fn ten_to(power: i32) -> f64 {
    (0..power.min(400)).fold(1.0, |product, _| product * 10.0)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn what_answers_hold_is_read_as_the_library_reads_it() {
        let plain = "0 -0 7 +7 007 7. .5 -.5 0.1 0.3 2.675 1842.25 999999.999999999 0.000000001 123456789012345 9007199254740992";
        let powers = "12.5e3 1E-3 1e+2 100000000000000000000000 0e999 0.1000000000000000000000 7.00000000000000000000000000";
        for text in plain.split(' ').chain(powers.split(' ')) {
            assert_eq!(decimal(text).map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits), "{text}");
        }
    }

    #[test]
    fn a_number_of_more_digits_is_read_nearly() {
        for text in "3.14159265358979323846 1234567890123456789012345 6.02214076e23 1.5e308 2.2250738585072014e-308".split(' ') {
            let (read, exact) = (decimal(text).expect("a number"), text.parse::<f64>().expect("a number"));
            assert!((read / exact - 1.0).abs() < 1e-13, "{text}: {read} {exact}");
        }
        assert_eq!(decimal("1e999"), Some(f64::INFINITY));
        assert_eq!(decimal("1e-999"), Some(0.0));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", "--1", "+-1", "1e1.5", "inf", "NaN", "1 ", "０"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
