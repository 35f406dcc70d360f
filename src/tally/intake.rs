//! A tally that takes answers as they come: responses, or a table in chunks.

use manyi_kernel::Rows;

use super::Tally;
use super::kernel::rows_at_a_time;
use crate::answers::{CsvOptions, CsvReader, CsvSummary, Response, encode};
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::text::text;
use crate::value::Value;

/// A survey, the counts of its answers, and the table that is being read.
pub struct Intake {
    pub(super) survey: Survey,
    pub(super) tally: Tally,
    table: Option<Table>,
    /// Room for the rows of one chunk.
    rows: Rows,
    weights: Vec<u64>,
}

/// A table that is being read.
struct Table {
    reader: CsvReader,
    /// What was counted beside it, as words: what is left where it turns out to be broken.
    beside: Vec<u64>,
}

impl Intake {
    /// No answers yet.
    pub fn new(survey: Survey) -> Self {
        let tally = Tally::new(&survey);
        Self::with(survey, tally)
    }

    /// Goes on with the counts that [`Tally::to_json`] wrote.
    pub fn from_value(survey: Survey, counts: &Value) -> Result<Self, Error> {
        let tally = Tally::from_value(&survey, counts)?;
        Ok(Self::with(survey, tally))
    }

    /// Goes on with what a database counted.
    #[cfg(feature = "full")]
    pub fn from_rows(survey: Survey, rows: &[super::SqlRow]) -> Result<Self, Error> {
        let tally = Tally::from_rows(&survey, rows)?;
        Ok(Self::with(survey, tally))
    }

    /// Goes on with counts of the survey's answers.
    pub fn with(survey: Survey, tally: Tally) -> Self {
        Self { rows: Rows::new(survey.columns().len()), weights: Vec::new(), survey, tally, table: None }
    }

    /// The survey.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// What has been counted.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Counts a list of responses: all of them, or on an error none.
    pub fn add(&mut self, responses: &Value) -> Result<(), Error> {
        let responses: Vec<Response> = responses.read()?;
        let rows = responses.iter().enumerate();
        let rows = rows.map(|(index, response)| encode(&self.survey, response).map_err(|error| error.within(&text!("[{}]", index))));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        self.count_beside(|tally| {
            tally.extend(&rows);
            Ok(())
        })
    }

    /// Counts the rows that end in this chunk of a table. The options are those of the first chunk; later ones may repeat them.
    /// On an error the table is given up, and none of its rows stays counted.
    pub fn add_csv(&mut self, chunk: &[u8], options: CsvOptions) -> Result<(), Error> {
        let Table { mut reader, beside } = match self.table.take() {
            Some(table) => table,
            None => Table { reader: CsvReader::new(&self.survey, options)?, beside: self.tally.to_words() },
        };
        let pushed = self.take(|each| reader.push_codes(chunk, each));
        match pushed {
            Ok(()) => self.table = Some(Table { reader, beside }),
            Err(_) => self.leave(&beside),
        }
        pushed
    }

    /// How many rows of the table were read, its headers and empty lines among them; 0 where none is being read.
    pub fn records(&self) -> u64 {
        self.table.as_ref().map_or(0, |table| table.reader.records())
    }

    /// Numbers the rest of the table as if so many rows more stood before it, the last with its line break whole.
    #[cfg(feature = "full")]
    pub fn skip(&mut self, records: u64) {
        if let Some(table) = &mut self.table {
            table.reader.skip(records);
        }
    }

    /// Ends the table: counts its last row, and tells what came of it. On an error none of its rows stays counted.
    pub fn end(&mut self) -> Result<CsvSummary, Error> {
        let Some(Table { reader, beside }) = self.table.take() else { return Ok(CsvSummary::default()) };
        let ended = self.take(|each| reader.end_codes(each));
        if ended.is_err() {
            self.leave(&beside);
        }
        ended
    }

    /// Adds what [`Tally::to_words`] wrote for the same survey.
    #[cfg(feature = "full")]
    pub fn add_words(&mut self, words: &[u64]) -> Result<(), Error> {
        let other = Tally::from_words(&self.survey, words).ok_or_else(|| Error::new(Problem::OtherSurvey))?;
        self.tally.merge(&other)
    }

    /// What was counted, which is left behind empty.
    #[cfg(feature = "full")]
    pub fn taken(&mut self) -> Tally {
        let empty = Tally::new(&self.survey);
        std::mem::replace(&mut self.tally, empty)
    }

    /// Counts answers that are no table's: they stay, whatever becomes of the table that is being read.
    pub(super) fn count_beside(&mut self, count: impl Fn(&mut Tally) -> Result<(), Error>) -> Result<(), Error> {
        count(&mut self.tally)?;
        let Some(table) = &mut self.table else { return Ok(()) };
        if let Some(mut beside) = Tally::from_words(&self.survey, &table.beside) {
            count(&mut beside)?;
            table.beside = beside.to_words();
        }
        Ok(())
    }

    /// Goes back to what was counted beside a broken table.
    fn leave(&mut self, beside: &[u64]) {
        if let Some(tally) = Tally::from_words(&self.survey, beside) {
            self.tally = tally;
        }
    }

    /// Counts the rows that a table passes on.
    fn take<T>(&mut self, read: impl FnOnce(&mut dyn FnMut(&[u8], u64)) -> Result<T, Error>) -> Result<T, Error> {
        self.rows.clear();
        self.weights.clear();
        let most = rows_at_a_time(self.rows.columns());
        let (tally, rows, weights) = (&mut self.tally, &mut self.rows, &mut self.weights);
        let result = read(&mut |codes, weight| {
            rows.begin().copy_from_slice(codes);
            weights.push(weight);
            if weights.len() == most {
                tally.count(rows, Some(weights));
                rows.clear();
                weights.clear();
            }
        });
        tally.count(rows, Some(weights));
        result
    }

    /// Adds what another tally of the same survey counted; refuses while a table is being read, for its last row may still be missing.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        match self.table.is_some() || other.table.is_some() {
            true => Err(Error::new(Problem::Conflict { message: "a table is being read; call end() first".into() })),
            false => self.tally.merge(&other.tally),
        }
    }
}
