//! Façade of `tally`.
//!
//! The class that people use is `Tally` in `www/src`, over [`TallyHandle`]: wasm-bindgen's own `free()` of a class makes later calls
//! trap, so that class keeps its handle and calls [`close`](TallyHandle::close), after which every call throws `freed`.

use std::cell::RefCell;
#[cfg(feature = "full")]
use std::ops::Range;

#[cfg(feature = "full")]
use js_sys::{Float64Array, Uint8Array};
use wasm_bindgen::prelude::*;

#[cfg(feature = "full")]
use super::boundary::{call_two, document};
use super::boundary::{read, thrown, write};
use crate::answers::CsvOptions;
use crate::error::{Error, Problem};
#[cfg(feature = "full")]
use crate::report::{MinimumCell, released, write_tally_csv};
use crate::survey::Survey;
use crate::tally::{Intake, Tally};
#[cfg(feature = "full")]
use crate::tally::{Numbers, Piece, Quoted, SqlRow, head, tally_sql as query};

/// A tally that JavaScript holds; nothing inside once it is closed.
#[wasm_bindgen]
pub struct TallyHandle(RefCell<Option<Intake>>);

#[wasm_bindgen]
impl TallyHandle {
    /// No answers yet to this survey.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue) -> Result<TallyHandle, JsValue> {
        Ok(Self(RefCell::new(Some(Intake::new(read(survey)?)))))
    }

    /// Counts responses: all of them, or none where one is wrong; the error's path says which.
    pub fn add(&self, #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: JsValue) -> Result<(), JsValue> {
        let responses = read(responses)?;
        self.with(|intake| intake.add(&responses)).map_err(thrown)
    }

    /// UTF-8 CSV, whole or in chunks of any size, as bytes. `end` comes after the last.
    #[wasm_bindgen(js_name = addCsv)]
    pub fn add_csv(
        &self,
        chunk: &[u8],
        #[wasm_bindgen(unchecked_optional_param_type = "CsvOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        let options = read::<Option<CsvOptions>>(options)?.unwrap_or_default();
        self.with(|intake| intake.add_csv(chunk, options)).map_err(thrown)
    }

    /// Ends the table, and tells what came of it.
    #[wasm_bindgen(unchecked_return_type = "CsvSummary")]
    pub fn end(&self) -> Result<JsValue, JsValue> {
        write(&self.with(Intake::end).map_err(thrown)?)
    }

    /// All its numbers, for another wasm instance of the page.
    #[wasm_bindgen(js_name = toWords)]
    pub fn to_words(&self) -> Result<Vec<u64>, JsValue> {
        self.with(|intake| Ok(intake.tally().to_words())).map_err(thrown)
    }

    /// Goes on with the numbers that another instance gave for the same survey.
    #[wasm_bindgen(js_name = fromWords)]
    pub fn from_words(
        #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
        words: &[u64],
    ) -> Result<TallyHandle, JsValue> {
        let survey: Survey = read(survey)?;
        let tally = Tally::from_words(&survey, words).ok_or_else(|| thrown(Error::new(Problem::OtherSurvey)))?;
        Ok(Self(RefCell::new(Some(Intake::with(survey, tally)))))
    }

    /// Frees what it holds; every later call but this one throws `freed`.
    pub fn close(&self) {
        self.0.replace(None);
    }
}

/// What code does with tallies and the report does not: keep them, send them, add them.
#[cfg(feature = "full")]
#[wasm_bindgen]
impl TallyHandle {
    /// Reads what `toJSON` gave, as an object or as its text.
    #[wasm_bindgen(js_name = fromJSON)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object | string")] json: JsValue,
    ) -> Result<TallyHandle, JsValue> {
        let intake = Intake::from_value(read(survey)?, &document(json)?).map_err(thrown)?;
        Ok(Self(RefCell::new(Some(intake))))
    }

    /// A copy that may leave the page: without the segments that have fewer answers than the minimum cell, or that could be found by subtraction.
    pub fn released(&self, #[wasm_bindgen(unchecked_optional_param_type = "number")] least: JsValue) -> Result<TallyHandle, JsValue> {
        let least = read::<Option<MinimumCell>>(least)?.unwrap_or_default();
        let released = self.with(|intake| Ok(Intake::with(intake.survey().clone(), released(intake.survey(), intake.tally(), least)?)));
        Ok(Self(RefCell::new(Some(released.map_err(thrown)?))))
    }

    /// Reads the rows that the query of `tallySql` gave, all of them.
    #[wasm_bindgen(js_name = fromRows)]
    pub fn from_rows(
        #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
        #[wasm_bindgen(unchecked_param_type = "SqlRow[]")] rows: JsValue,
    ) -> Result<TallyHandle, JsValue> {
        let intake = Intake::from_rows(read(survey)?, &read::<Vec<SqlRow>>(rows)?).map_err(thrown)?;
        Ok(Self(RefCell::new(Some(intake))))
    }

    /// Counts rows that come as columns of codes, each named by an answer key.
    #[wasm_bindgen(js_name = addColumns)]
    pub fn add_columns(&self, keys: Vec<String>, columns: Vec<Uint8Array>, weights: Option<Float64Array>) -> Result<(), JsValue> {
        let columns: Vec<_> = keys.into_iter().zip(columns).collect();
        self.with(|intake| intake.add_columns(&columns, weights.as_ref())).map_err(thrown)
    }

    /// Adds the numbers that another instance counted for the same survey.
    #[wasm_bindgen(js_name = addWords)]
    pub fn add_words(&self, words: &[u64]) -> Result<(), JsValue> {
        self.with(|intake| intake.add_words(words)).map_err(thrown)
    }

    /// All its numbers, and begins anew.
    #[wasm_bindgen(js_name = takeWords)]
    pub fn take_words(&self) -> Result<Vec<u64>, JsValue> {
        self.with(|intake| Ok(intake.taken().to_words())).map_err(thrown)
    }

    /// Numbers what comes of the CSV as if so many rows more stood before it.
    #[wasm_bindgen(js_name = skipRecords)]
    pub fn skip_records(&self, records: f64) -> Result<(), JsValue> {
        self.with(|intake| {
            intake.skip(records as u64);
            Ok(())
        })
        .map_err(thrown)
    }

    /// How many rows of the CSV were read, its headers and empty lines among them.
    #[wasm_bindgen(js_name = recordsRead)]
    pub fn records_read(&self) -> Result<f64, JsValue> {
        self.with(|intake| Ok(intake.records() as f64)).map_err(thrown)
    }

    /// How often each answer was given, as CSV.
    #[wasm_bindgen(js_name = toCSV)]
    pub fn to_csv(&self) -> Result<String, JsValue> {
        self.with(|intake| Ok(write_tally_csv(intake.survey(), intake.tally()))).map_err(thrown)
    }

    /// Adds what another tally of the same survey counted.
    pub fn merge(&self, other: &TallyHandle) -> Result<(), JsValue> {
        if std::ptr::eq(self, other) {
            return Err(thrown(Error::new(Problem::SelfMerge)));
        }
        self.with(|intake| other.with(|other| intake.merge(other))).map_err(thrown)
    }

    /// As a plain object, which `JSON.stringify` writes as the same text for the same counts.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "object")]
    pub fn to_json(&self) -> Result<JsValue, JsValue> {
        self.with(|intake| Ok(write(intake.tally()))).map_err(thrown)?
    }
}

/// The query that counts the answers of a table where they lie: its result rows go into `tallyFromRows`.
#[cfg(feature = "full")]
#[wasm_bindgen(js_name = tallySql, unchecked_return_type = "string")]
pub fn tally_sql(
    #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
    #[wasm_bindgen(unchecked_param_type = "SqlOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    call_two(["survey", "options"], survey, options, |survey, options| query(&survey, &options).map_err(|error| error.within("options")))
}

/// The first line of a CSV: its bytes and its separator; nothing where it does not end in these bytes.
#[cfg(feature = "full")]
#[wasm_bindgen(js_name = csvHead)]
pub fn csv_head(bytes: &[u8]) -> Option<Vec<f64>> {
    head(bytes).map(|head| vec![head.length as f64, head.separator.into()])
}

/// A piece of a CSV that several instances read.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub struct PieceHandle(RefCell<Piece>);

#[cfg(feature = "full")]
#[wasm_bindgen]
impl PieceHandle {
    /// The piece at the first record; or a later one, which begins with the byte before it, in a way that is known or guessed.
    #[wasm_bindgen(constructor)]
    pub fn new(first: bool, length: f64, separator: u8, begins: Option<u8>) -> PieceHandle {
        let length = length as u64;
        let begins = begins.and_then(|code| WAYS.get(usize::from(code)).copied());
        Self(RefCell::new(if first { Piece::first(separator, length) } else { Piece::later(separator, length, begins) }))
    }

    /// Counts what of these bytes belongs to it; tells whether that was all.
    pub fn push(&self, tally: &TallyHandle, bytes: &[u8]) -> Result<bool, JsValue> {
        let mut piece = self.0.borrow_mut();
        tally.with(|intake| piece.push(bytes, |bytes| intake.add_csv(bytes, CsvOptions::default()))).map_err(thrown)
    }

    /// How it was taken to begin.
    pub fn begins(&self) -> u8 {
        self.0.borrow().begins() as u8
    }

    /// How it ends, if so it began.
    pub fn ends(&self) -> u8 {
        self.0.borrow().ends() as u8
    }
}

/// The ways in which a piece begins, by their codes.
#[cfg(feature = "full")]
const WAYS: [Quoted; 3] = [Quoted::Outside, Quoted::Inside, Quoted::Closing];

#[cfg(feature = "full")]
impl Numbers<u8> for Uint8Array {
    fn count(&self) -> usize {
        self.length() as usize
    }

    fn read(&self, rows: Range<usize>, into: &mut [u8]) {
        self.subarray(rows.start as u32, rows.end as u32).copy_to(into);
    }
}

#[cfg(feature = "full")]
impl Numbers<f64> for Float64Array {
    fn count(&self) -> usize {
        self.length() as usize
    }

    fn read(&self, rows: Range<usize>, into: &mut [f64]) {
        self.subarray(rows.start as u32, rows.end as u32).copy_to(into);
    }
}

impl TallyHandle {
    pub(super) fn with<T>(&self, function: impl FnOnce(&mut Intake) -> Result<T, Error>) -> Result<T, Error> {
        match self.0.borrow_mut().as_mut() {
            Some(intake) => function(intake),
            None => Err(Error::new(Problem::Freed { what: "tally" })),
        }
    }
}
