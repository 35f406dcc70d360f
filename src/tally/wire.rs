//! A tally as JSON: the same tally is the same text, byte for byte.
//!
//! Lists stand in the survey's order: histograms column by column with code 0 (no answer) first, pairs as (0,1), (0,2), …, (1,2), …
//! over the numeric columns. Whole numbers past 2^53 - 1 are texts of digits, for JavaScript would round them.

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::Tally;
use super::consistency;
use super::layout::Layout;
use super::sums::{Counts, KANO, SUMS, Sums, Weighted, Whole};
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::value::{At, Path, Read, Value};

/// The greatest whole number that JSON's readers keep.
const GREATEST: u128 = (1 << 53) - 1;

impl Tally {
    /// As JSON text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("numbers, texts and lists are always JSON")
    }

    /// Reads what [`to_json`](Self::to_json) wrote for the same survey; refuses numbers that no answers could have made.
    pub fn from_json(survey: &Survey, text: &str) -> Result<Self, Error> {
        Self::from_value(survey, &Value::from_json(text)?)
    }

    /// Reads a tally of the survey.
    pub fn from_value(survey: &Survey, value: &Value) -> Result<Self, Error> {
        let mut tally = Self::new(survey);
        let layout = &tally.layout;
        let at = At { value, path: &Path::Root };
        at.record(&["survey", "surveyVersion", "fingerprint", "whole", "segments"])?;
        let same = at.field::<String>("survey")? == layout.survey
            && at.field::<u32>("surveyVersion")? == layout.version
            && at.field::<String>("fingerprint")? == layout.fingerprint;
        if !same {
            return Err(at.error(Problem::OtherSurvey));
        }
        tally.whole = within(at, "whole", |at| {
            at.record(&GROUP_KEYS)?;
            counts(layout, at)
        })?;
        let mut last = None;
        for (place, group) in within(at, "segments", |at| at.list(|at| segment(layout, at)))? {
            if last.is_some_and(|last| last >= place) {
                return Err(Error::at("segments", Problem::Conflict { message: "each segment once, in the survey's order".into() }));
            }
            last = Some(place);
            tally.segments[place] = Some(group);
        }
        consistency::check(&tally.layout, &tally.whole, &tally.segments)?;
        Ok(tally)
    }
}

// ---------------------------------------------------------------- writing

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let layout = &self.layout;
        let mut record = serializer.serialize_struct("Tally", 5)?;
        record.serialize_field("survey", &layout.survey)?;
        record.serialize_field("surveyVersion", &layout.version)?;
        record.serialize_field("fingerprint", &layout.fingerprint)?;
        record.serialize_field("whole", &GroupOut { layout, counts: &self.whole, key: None })?;
        let segments: Vec<_> = layout
            .splits
            .iter()
            .flat_map(|split| split.codes.clone().map(move |code| (split.column, code)))
            .zip(&self.segments)
            .filter_map(|(key, counts)| Some(GroupOut { layout, counts: counts.as_ref()?, key: Some(key) }))
            .collect();
        record.serialize_field("segments", &segments)?;
        record.end()
    }
}

struct GroupOut<'a> {
    layout: &'a Layout,
    counts: &'a Counts,
    /// Column and code of a segment.
    key: Option<(usize, u8)>,
}

impl Serialize for GroupOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_struct("Group", 9)?;
        if let Some((column, code)) = self.key {
            record.serialize_field("column", &column)?;
            record.serialize_field("code", &code)?;
        }
        record.serialize_field("rows", &Number(self.counts.rows.into()))?;
        sums_out(&mut record, self.layout, &self.counts.sums)?;
        if let Some(weighted) = &self.counts.weighted {
            record.serialize_field("weighted", &WeightedOut { layout: self.layout, weighted })?;
        }
        record.end()
    }
}

struct WeightedOut<'a> {
    layout: &'a Layout,
    weighted: &'a Weighted,
}

impl Serialize for WeightedOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_struct("Weighted", 9)?;
        record.serialize_field("weight", &Number(self.weighted.weight))?;
        record.serialize_field("square", &Number(self.weighted.square))?;
        sums_out(&mut record, self.layout, &self.weighted.sums)?;
        record.serialize_field("squares", &by_column(self.layout, &self.weighted.squares))?;
        record.serialize_field("pairSquares", &Numbers(&self.weighted.pair_squares))?;
        record.end()
    }
}

fn sums_out<T: Whole, R: SerializeStruct>(record: &mut R, layout: &Layout, sums: &Sums<T>) -> Result<(), R::Error> {
    record.serialize_field("histograms", &by_column(layout, &sums.histograms))?;
    record.serialize_field("pairs", &sums.pairs.chunks(SUMS).map(Numbers).collect::<Vec<_>>())?;
    record.serialize_field("kano", &sums.kano.chunks(KANO).map(Numbers).collect::<Vec<_>>())?;
    record.serialize_field("answered", &Numbers(&sums.answered))?;
    record.serialize_field("straight", &Numbers(&sums.straight))
}

fn by_column<'a, T>(layout: &Layout, list: &'a [T]) -> Vec<Numbers<'a, T>> {
    (0..layout.columns()).map(|column| Numbers(&list[layout.histogram(column)])).collect()
}

/// A list of whole numbers.
struct Numbers<'a, T>(&'a [T]);

impl<T: Whole> Serialize for Numbers<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for &number in self.0 {
            list.serialize_element(&Number(number.into()))?;
        }
        list.end()
    }
}

/// A whole number; as a text where JavaScript would round it.
struct Number(u128);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0) {
            Ok(number) if self.0 <= GREATEST => serializer.serialize_u64(number),
            _ => serializer.collect_str(&self.0),
        }
    }
}

// ---------------------------------------------------------------- reading

const GROUP_KEYS: [&str; 7] = ["rows", "histograms", "pairs", "kano", "answered", "straight", "weighted"];

fn segment(layout: &Layout, at: At<'_>) -> Result<(usize, Counts), Error> {
    at.record(&["column", "code", "rows", "histograms", "pairs", "kano", "answered", "straight", "weighted"])?;
    let (column, code) = (at.field::<u32>("column")?, at.field::<u32>("code")?);
    let place = usize::try_from(column).ok().zip(u8::try_from(code).ok()).and_then(|(column, code)| layout.group(column, code));
    let message = || format!("the survey has no segment of column {column} with code {code}");
    let place = place.ok_or_else(|| at.error(Problem::Conflict { message: message() }))?;
    Ok((place, counts(layout, at)?))
}

fn counts(layout: &Layout, at: At<'_>) -> Result<Counts, Error> {
    let weighted = |at: At<'_>| -> Result<Weighted, Error> {
        at.record(&["weight", "square", "histograms", "pairs", "kano", "answered", "straight", "squares", "pairSquares"])?;
        Ok(Weighted {
            weight: within(at, "weight", number)?,
            square: within(at, "square", number)?,
            sums: sums(layout, at)?,
            squares: histograms(layout, at, "squares")?,
            pair_squares: within(at, "pairSquares", |at| numbers(at, layout.pairs()))?,
        })
    };
    Ok(Counts {
        rows: within(at, "rows", number)?,
        sums: sums(layout, at)?,
        weighted: at.key("weighted").is_some().then(|| within(at, "weighted", weighted).map(Box::new)).transpose()?,
    })
}

fn sums<T: Whole + TryFrom<u128>>(layout: &Layout, at: At<'_>) -> Result<Sums<T>, Error> {
    Ok(Sums {
        histograms: histograms(layout, at, "histograms")?,
        pairs: tables(at, "pairs", layout.pairs(), SUMS)?,
        kano: tables(at, "kano", layout.kano.len(), KANO)?,
        answered: within(at, "answered", |at| numbers(at, layout.sets.len()))?,
        straight: within(at, "straight", |at| numbers(at, layout.sets.len()))?,
    })
}

/// Reads what stands at a key.
fn within<T>(at: At<'_>, key: &'static str, read: impl FnOnce(At<'_>) -> Result<T, Error>) -> Result<T, Error> {
    let value = at.key(key).ok_or_else(|| at.error(Problem::MissingKey { key }))?;
    read(At { value, path: &Path::Key(at.path, key) })
}

fn histograms<T: TryFrom<u128>>(layout: &Layout, at: At<'_>, key: &'static str) -> Result<Vec<T>, Error> {
    within(at, key, |at| {
        let mut columns = 0..layout.columns();
        let read = at.list(|at| numbers(at, columns.next().map_or(0, |column| layout.histogram(column).len())))?;
        length(at, read.len(), layout.columns())?;
        Ok(read.into_iter().flatten().collect())
    })
}

fn tables<T: TryFrom<u128>>(at: At<'_>, key: &'static str, count: usize, cells: usize) -> Result<Vec<T>, Error> {
    within(at, key, |at| {
        let read = at.list(|at| numbers(at, cells))?;
        length(at, read.len(), count)?;
        Ok(read.into_iter().flatten().collect())
    })
}

fn numbers<T: TryFrom<u128>>(at: At<'_>, count: usize) -> Result<Vec<T>, Error> {
    let read = at.list(number)?;
    length(at, read.len(), count)?;
    Ok(read)
}

fn length(at: At<'_>, found: usize, expected: usize) -> Result<(), Error> {
    match found == expected {
        true => Ok(()),
        false => Err(at.error(Problem::LengthMismatch { what: "entries", found, expected })),
    }
}

fn number<T: TryFrom<u128>>(at: At<'_>) -> Result<T, Error> {
    let number = match at.value {
        Value::Text(digits) => digits
            .parse::<u128>()
            .ok()
            .filter(|&number| number > GREATEST && number.to_string() == *digits)
            .ok_or_else(|| at.wrong_type("a whole number, or one past 2^53 - 1 as a text of digits"))?,
        _ => u64::read(at)?.into(),
    };
    T::try_from(number).map_err(|_| at.error(Problem::OutOfRange { value: number as f64, allowed: format!("0..={}", u64::MAX) }))
}
