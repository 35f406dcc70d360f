//! What the values of a column say: numbers of a scale, a few words over and over, or anything.

use std::collections::BTreeMap;

use crate::value::decimal;

/// Words for "no answer", in small letters.
const MISSING: [&str; 30] = [
    "na",
    "n/a",
    "#n/a",
    "nan",
    "null",
    "none",
    "nil",
    "-",
    "--",
    ".",
    "?",
    "dk",
    "don't know",
    "no answer",
    "not applicable",
    "missing",
    "refused",
    "prefer not to say",
    "skipped",
    "无",
    "无回答",
    "未回答",
    "未作答",
    "未填",
    "不适用",
    "不知道",
    "不清楚",
    "拒答",
    "缺失",
    "(空)",
];

/// Numbers that files use for "no answer".
const MISSING_NUMBERS: [f64; 12] = [-1.0, -2.0, -8.0, -9.0, -98.0, -99.0, -999.0, 97.0, 98.0, 99.0, 998.0, 999.0];

/// So many different values are told apart; a column of more holds no choices.
const DISTINCT: usize = 200;

/// The values of one column.
pub(super) struct Values {
    /// Cells that say something, "no answer" included.
    pub(super) present: usize,
    /// Different values and how often each comes, in their own order; cut off at [`DISTINCT`].
    pub(super) distinct: BTreeMap<String, usize>,
    /// Whether there were more.
    pub(super) many: bool,
    /// Those of them that stand for no answer.
    pub(super) missing: Vec<String>,
    /// What the numbers span, where nearly all that is left are numbers in steps of a half.
    pub(super) span: Option<Span>,
}

/// The numbers of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    pub(super) min: f64,
    pub(super) max: f64,
    /// 1, or .5 where there are halves.
    pub(super) step: f64,
    /// How many different ones.
    pub(super) different: usize,
}

/// A column is one of numbers where no more than this share of its values is something else.
const ODD: f64 = 0.1;

impl Values {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut values = Self { present: 0, distinct: BTreeMap::new(), many: false, missing: Vec::new(), span: None };
        for cell in cells.filter(|cell| !cell.is_empty()) {
            values.present += 1;
            if let Some(count) = values.distinct.get_mut(cell) {
                *count += 1;
            } else if values.distinct.len() < DISTINCT {
                values.distinct.insert(cell.to_owned(), 1);
            } else {
                values.many = true;
            }
        }
        values.missing = values.distinct.keys().filter(|value| MISSING.contains(&value.to_lowercase().as_str())).cloned().collect();
        if !values.many {
            values.find_missing_numbers();
            values.span = values.span_of_numbers();
        }
        values
    }

    /// Values that say something, and how often each comes.
    pub(super) fn said(&self) -> impl Iterator<Item = (&str, usize)> {
        self.distinct.iter().filter(|(value, _)| !self.missing.contains(value)).map(|(value, &count)| (value.as_str(), count))
    }

    /// Numbers such as 99 beside a scale that ends at 10: below it, or beyond it by a gap, and known for it.
    fn find_missing_numbers(&mut self) {
        let numbers: Vec<(String, f64)> =
            self.said().filter_map(|(text, _)| decimal(text).map(|number| (text.to_owned(), number))).collect();
        let usual = numbers.iter().map(|(_, number)| *number).filter(|number| !MISSING_NUMBERS.contains(number));
        let most = usual.fold(f64::NEG_INFINITY, f64::max);
        for (text, number) in numbers {
            let beyond = number < 0.0 || (most <= 11.0 && number > 11.0) || (most <= 100.0 && number > 100.0);
            if most >= 1.0 && beyond && MISSING_NUMBERS.contains(&number) {
                self.missing.push(text);
            }
        }
    }

    fn span_of_numbers(&self) -> Option<Span> {
        let mut numbers: Vec<f64> = Vec::new();
        let (mut of_numbers, mut of_others) = (0, 0);
        for (text, count) in self.said() {
            match decimal(text).filter(|number| (number * 2.0).fract() == 0.0) {
                Some(number) => {
                    numbers.push(number);
                    of_numbers += count;
                }
                None => of_others += count,
            }
        }
        if numbers.is_empty() || f64::from(u32::try_from(of_others).ok()?) > ODD * (of_numbers + of_others) as f64 {
            return None;
        }
        numbers.sort_by(f64::total_cmp);
        numbers.dedup();
        let halves = numbers.iter().any(|number| number.fract() != 0.0);
        Some(Span { min: numbers[0], max: numbers[numbers.len() - 1], step: if halves { 0.5 } else { 1.0 }, different: numbers.len() })
    }
}

impl Span {
    /// What two columns span together.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
            step: self.step.min(other.step),
            different: self.different.max(other.different),
        }
    }

    /// The narrowest usual scale that holds it.
    pub(super) fn scale(self) -> Option<(f64, f64)> {
        const USUAL: [(f64, f64); 9] =
            [(1.0, 3.0), (1.0, 5.0), (0.0, 5.0), (1.0, 7.0), (0.0, 7.0), (1.0, 10.0), (0.0, 10.0), (1.0, 100.0), (0.0, 100.0)];
        let four = (1.0, 4.0);
        // Nobody may have chosen the highest; three levels alone are no reason to believe in a scale of three, but four of four are one of four.
        let exact = (self.min, self.max) == four && self.different == 4;
        let holds = |&(min, max): &(f64, f64)| self.min >= min && self.max <= max && (max > 3.0 || self.different == 3);
        if exact { Some(four) } else { USUAL.into_iter().find(holds) }
    }
}
