//! How a number is written and read: as JavaScript does, in the browser and everywhere else.

/// The shortest decimal that reads back as the same number: `1`, `0.1`, `1e+21`, `-Infinity`, `NaN`.
///
/// In the browser the page's engine writes it: the standard library's own way brings ten kB of tables and long division along.
#[cfg(target_arch = "wasm32")]
pub fn number_text(value: f64) -> String {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = String)]
        fn written(value: f64) -> String;
    }
    written(value)
}

/// The shortest decimal that reads back as the same number: `1`, `0.1`, `1e+21`, `-Infinity`, `NaN`.
#[cfg(not(target_arch = "wasm32"))]
pub fn number_text(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.into();
    }
    if value == 0.0 || value.is_nan() || (1e-6..1e21).contains(&value.abs()) {
        // Adding zero takes the sign off a negative one.
        return (value + 0.0).to_string();
    }
    let text = format!("{value:e}");
    if value.abs() < 1.0 { text } else { text.replace('e', "e+") }
}

/// The number that such a text says; NaN for any other.
#[cfg(target_arch = "wasm32")]
pub(crate) fn number_from(text: &str) -> f64 {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Number)]
        fn read(text: &str) -> f64;
    }
    read(text)
}

/// The number that such a text says; NaN for any other.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn number_from(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        // What `String(value)` gives in Chromium and in Node.
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-8.0, "-8"),
            (0.1 + 0.2, "0.30000000000000004"),
            (0.000001, "0.000001"),
            (1.5e-7, "1.5e-7"),
            (-1e-9, "-1e-9"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (-1.25e300, "-1.25e+300"),
            (f64::MAX, "1.7976931348623157e+308"),
            (5e-324, "5e-324"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(number_text(value), text);
            assert!(number_from(text) == value || value.is_nan());
        }
    }
}
