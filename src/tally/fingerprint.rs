//! What tells one coding from another.

use std::fmt::Write;

use crate::survey::{Domain, Part, Survey};

/// A short text that is the same for two definitions exactly when their answers are counted alike: id and version,
/// answer keys, levels, options, and what splits the rows. Titles, labels and looks may be corrected without orphaning a tally.
///
/// FNV-1a of 64 bits (Fowler, Noll and Vo): it guards against mistakes, not against malice.
pub(super) fn fingerprint(survey: &Survey) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    // Writing to a hash cannot fail.
    let _ = describe(survey, &mut hash);
    format!("{:016x}", hash.0)
}

fn describe(survey: &Survey, to: &mut impl Write) -> std::fmt::Result {
    write!(to, "{:?} {}", survey.id(), survey.version())?;
    for column in survey.columns() {
        let Some(field) = survey.fields().get(column.field) else { continue };
        write!(to, "\n{:?} {}", field.key, column.levels)?;
        if let Part::Judgment { left, right } = field.part {
            write!(to, " {left}:{right}")?;
        }
        if let Some(levels) = column.numbers {
            write!(to, " {:?}+{:?}x{}", levels.min, levels.step, levels.count)?;
        }
        if let Domain::One { options, other } | Domain::Several { options, other } = &field.domain {
            write!(to, " {options:?} {other} {:?}", column.option)?;
        }
        if survey.questions().get(field.question).is_some_and(|question| question.segment) {
            write!(to, " segment")?;
        }
    }
    Ok(())
}

struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}
