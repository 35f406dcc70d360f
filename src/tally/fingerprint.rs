//! What tells one coding from another.

use crate::survey::{Domain, Part, Survey};
use crate::text::{quoted, text};
use crate::value::number_text;

/// A short text that is the same for two definitions exactly when their answers are counted alike: id and version,
/// answer keys, levels, options, and what splits the rows. Titles, labels and looks may be corrected without orphaning a tally.
///
/// FNV-1a of 64 bits (Fowler, Noll and Vo): it guards against mistakes, not against malice.
pub(super) fn fingerprint(survey: &Survey) -> String {
    let hash =
        description(survey).bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let digit = |place: u32| char::from(b"0123456789abcdef"[(hash >> (4 * place)) as usize & 15]);
    (0..16).rev().map(digit).collect()
}

fn description(survey: &Survey) -> String {
    let mut all = text!("{} {}", quoted(survey.id()), survey.version());
    for column in survey.columns() {
        let Some(field) = survey.fields().get(column.field) else { continue };
        all += &text!("\n{} {}", quoted(&field.key), column.levels);
        if let Part::Judgment { left, right } = field.part {
            all += &text!(" {}:{}", left, right);
        }
        if let Some(levels) = column.numbers {
            all += &text!(" {}+{}x{}", decimal(levels.min), decimal(levels.step), levels.count);
        }
        if let Domain::One { options, other } | Domain::Several { options, other } = &field.domain {
            let listed = options.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ");
            let option = column.option.map_or("None".into(), |option| text!("Some({})", option));
            all += &text!(" [{}] {} {}", listed, *other, option);
        }
        if survey.questions().get(field.question).is_some_and(|question| question.segment) {
            all += " segment";
        }
    }
    all
}

/// A whole number with a decimal, too.
fn decimal(value: f64) -> String {
    let digits = number_text(value);
    if digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') { digits + ".0" } else { digits }
}
