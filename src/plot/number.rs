//! Numbers as a picture writes them.

use crate::value::number_text;

/// A whole number in digits.
pub(super) fn whole(value: i64) -> String {
    let mut left = value.unsigned_abs();
    let mut digits = Vec::new();
    while left > 0 || digits.is_empty() {
        digits.push(b'0' + (left % 10) as u8);
        left /= 10;
    }
    if value < 0 {
        digits.push(b'-');
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// Every whole number up to here is an `f64` of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// With this many decimals, the nearest and of two as near the even one; a true minus sign, and no negative zero. What is too large for
/// decimals is written as it is.
///
/// The standard library does the same for every number there is, in ten kB.
pub(super) fn fixed(value: f64, decimals: usize) -> String {
    let unit = 10_f64.powi(decimals as i32);
    let size = value.abs();
    if value.is_nan() || size * unit >= EXACT {
        return short(value);
    }
    let digits = whole(rounded(size, unit) as i64);
    let digits = ["0".repeat((decimals + 1).saturating_sub(digits.len())), digits].concat();
    let (before, after) = digits.split_at(digits.len() - decimals);
    let minus = if value < 0.0 && digits.bytes().any(|digit| digit != b'0') { "−" } else { "" };
    [minus, before, if decimals > 0 { "." } else { "" }, after].concat()
}

/// The product to the nearest whole number, as if it had not been rounded before: where it seems to lie in the middle, what its rounding
/// took away decides.
fn rounded(a: f64, b: f64) -> f64 {
    let product = a * b;
    let nearest = product.round_ties_even();
    match (product - product.floor() == 0.5, lost(a, b, product)) {
        (true, lost) if lost > 0.0 => product.ceil(),
        (true, lost) if lost < 0.0 => product.floor(),
        _ => nearest,
    }
}

/// `a b - product`, exactly, where product is that rounded. Source: Dekker (1971), "A floating-point technique for extending the available
/// precision", with Veltkamp's splitting.
fn lost(a: f64, b: f64, product: f64) -> f64 {
    let split = |value: f64| {
        let shifted = 134_217_729.0 * value;
        let high = shifted - (shifted - value);
        (high, value - high)
    };
    let ((a1, a2), (b1, b2)) = (split(a), split(b));
    ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
}

/// With its sign, plus included; zero has none.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    match text.bytes().all(|b| matches!(b, b'0' | b'.')) || value < 0.0 {
        true => text,
        false => ["+", &text].concat(),
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
    share.map_or("–".into(), |share| fixed(share * 100.0, 1) + "%")
}

/// As short as it can be written: `1`, `0.5`.
pub(super) fn short(value: f64) -> String {
    number_text(value).replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::{count, fixed, signed, whole};

    #[test]
    fn decimals_are_rounded_as_the_standard_library_rounds_them() {
        let mut state = 1_u64;
        for step in 0..200_000_u32 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let decimals = (step % 10) as usize;
            // Hundredths and thousandths, whose halves are the hard ones, and numbers of every size.
            let value = match step % 3 {
                0 => f64::from((state >> 40) as u32) / 1000.0,
                1 => f64::from((state >> 44) as u32) / 200.0 * 10_f64.powi(-(decimals as i32)),
                _ => f64::from_bits((state >> 12) | 0x3ff0_0000_0000_0000) * 10_f64.powi((state % 12) as i32 - 6),
            };
            if value * 10_f64.powi(decimals as i32) < 9e15 {
                assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"), "{value:?} with {decimals} decimals");
            }
        }
    }

    #[test]
    fn whole_numbers_and_numbers_beyond_decimals_are_written() {
        assert_eq!([whole(0), whole(-120), whole(i64::MIN)], ["0", "-120", "-9223372036854775808"]);
        assert_eq!([fixed(1e16, 1), fixed(-1e300, 2), fixed(f64::NAN, 2)], ["10000000000000000", "−1e+300", "NaN"]);
    }

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
