//! A tally that takes answers as they come: responses, or a table in chunks.

use super::Tally;
use crate::answers::{CsvOptions, CsvReader, CsvSummary, Response, encode};
use crate::error::{Error, Problem};
use crate::survey::Survey;
use crate::text::text;
use crate::value::Value;

/// A survey, the counts of its answers, and the table that is being read.
pub struct Intake {
    survey: Survey,
    tally: Tally,
    table: Option<CsvReader>,
}

impl Intake {
    /// No answers yet.
    pub fn new(survey: Survey) -> Self {
        Self { tally: Tally::new(&survey), survey, table: None }
    }

    /// Goes on with the counts that [`Tally::to_json`] wrote.
    pub fn from_value(survey: Survey, counts: &Value) -> Result<Self, Error> {
        Ok(Self { tally: Tally::from_value(&survey, counts)?, survey, table: None })
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
        self.tally.extend(&rows.collect::<Result<Vec<_>, _>>()?);
        Ok(())
    }

    /// Counts the rows that end in this chunk of a table. The options are those of the first chunk; later ones may repeat them.
    /// On an error the table is given up; what its earlier chunks held stays counted.
    pub fn add_csv(&mut self, chunk: &[u8], options: CsvOptions) -> Result<(), Error> {
        let mut table = match self.table.take() {
            Some(table) => table,
            None => CsvReader::new(&self.survey, options)?,
        };
        let mut rows = Vec::new();
        table.push(chunk, &mut |row| rows.push(row))?;
        self.tally.extend(&rows);
        self.table = Some(table);
        Ok(())
    }

    /// Ends the table: counts its last row, and tells what came of it.
    pub fn end(&mut self) -> Result<CsvSummary, Error> {
        let Some(table) = self.table.take() else { return Ok(CsvSummary::default()) };
        let mut rows = Vec::new();
        let summary = table.end(&mut |row| rows.push(row))?;
        self.tally.extend(&rows);
        Ok(summary)
    }

    /// Adds what another tally of the same survey counted; refuses while a table is being read, for its last row may still be missing.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        match self.table.is_some() || other.table.is_some() {
            true => Err(Error::new(Problem::Conflict { message: "a table is being read; call end() first".into() })),
            false => self.tally.merge(&other.tally),
        }
    }
}
