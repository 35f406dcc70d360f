//! What was answered, counted: exact whole numbers that add.
//!
//! A [`Tally`] holds, for all rows and for each value of each segment question: the rows; per column a histogram; per pair of
//! numeric columns n, Σx, Σy, Σx², Σy², Σxy over the rows that have both; per Kano attribute a 5×5 table; and how many
//! answered each question at all. Where rows are weighted, the same as sums of weights, in billionths. Because all of it is whole
//! numbers, any split of the rows over chunks, workers or machines, added up in any order, gives the same bits.
//!
//! Measures read it through a [`Group`]; nothing in it is about one person.

mod carried;
mod columns;
mod consistency;
mod fingerprint;
mod group;
mod intake;
mod kernel;
mod layout;
mod moments;
#[cfg(feature = "full")]
mod pieces;
#[cfg(feature = "full")]
mod sql;
mod sums;
mod weighing;
mod wire;
mod withheld;

use crate::answers::Row;
use crate::error::{Error, Problem};
use crate::survey::Survey;

use fingerprint::fingerprint;
use layout::Layout;
use manyi_kernel::Rows;
use sums::{Counts, HEAVIEST, MOST_ROWS, UNIT};

pub use columns::Numbers;
pub use group::{Group, Rest};
pub use intake::Intake;
pub use layout::Judged;
#[cfg(feature = "full")]
pub use manyi_kernel::Quoted;
pub use moments::Moments;
#[cfg(feature = "full")]
pub use pieces::{Head, Piece, head};
#[cfg(feature = "full")]
pub use sql::{Dialect, SqlOptions, SqlRow, TableName, tally_sql};

/// The counts of a survey's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    layout: Layout,
    whole: Counts,
    /// Per value of each segment question; `None` where no row has it.
    segments: Vec<Option<Counts>>,
}

impl Tally {
    /// No answers yet.
    pub fn new(survey: &Survey) -> Self {
        let layout = Layout::new(survey);
        let whole = Counts::zero(&layout);
        let segments = vec![None; layout.groups()];
        Self { layout, whole, segments }
    }

    /// Whether it counts answers to this definition, or one that is coded alike.
    pub fn counts_answers_to(&self, survey: &Survey) -> bool {
        self.layout.survey == survey.id() && self.layout.version == survey.version() && self.layout.fingerprint == fingerprint(survey)
    }

    /// Counts a row of this survey.
    ///
    /// # Panics
    /// If the row's codes are not those of the survey's columns.
    pub fn add(&mut self, row: &Row) {
        self.extend(std::slice::from_ref(row));
    }

    /// Counts rows of this survey; many at once are several times faster than one by one.
    ///
    /// # Panics
    /// If a row's codes are not those of the survey's columns, or with the 2^47th row.
    pub fn extend(&mut self, rows: &[Row]) {
        let columns = self.layout.columns();
        let mut table = Rows::new(columns);
        for rows in rows.chunks(kernel::rows_at_a_time(columns)) {
            table.clear();
            for row in rows {
                assert_eq!(row.codes.len(), columns, "a row has a code for each column of the survey");
                assert!(row.weight <= HEAVIEST, "a row weighs a million at most");
                for (column, &code) in row.codes.iter().enumerate() {
                    assert!(usize::from(code) <= self.layout.levels(column), "a code is a level of its column");
                }
                table.begin().copy_from_slice(&row.codes);
            }
            let weights: Vec<u64> = rows.iter().map(|row| row.weight).collect();
            self.count(&table, Some(&weights));
        }
    }

    /// Counts rows whose codes are known to be levels of their columns, each by its weight where weights are given.
    fn count(&mut self, rows: &Rows, weights: Option<&[u64]>) {
        assert!(self.whole.rows + rows.len() as u64 <= MOST_ROWS, "at most 2^47 rows are counted");
        let weights = weights.filter(|weights| weights.iter().any(|&weight| weight != UNIT));
        let mut counter = kernel::counter(&self.layout);
        kernel::count(&self.layout, &mut counter, rows, weights, &mut self.whole, &mut self.segments);
    }

    /// Adds what another tally of the same survey counted. On an error nothing has changed.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if self.layout != other.layout {
            return Err(Error::new(Problem::OtherSurvey));
        }
        if !self.whole.fits(&other.whole) {
            let found = usize::try_from(self.whole.rows.saturating_add(other.whole.rows)).unwrap_or(usize::MAX);
            return Err(Error::new(Problem::TooMany { what: "rows", found, limit: usize::try_from(MOST_ROWS).unwrap_or(usize::MAX) }));
        }
        self.whole.add(&other.whole);
        for (into, from) in self.segments.iter_mut().zip(&other.segments) {
            match (into, from) {
                (Some(into), Some(from)) => into.add(from),
                (into @ None, Some(from)) => *into = Some(from.clone()),
                (_, None) => {}
            }
        }
        Ok(())
    }

    /// All rows.
    pub fn whole(&self) -> Group<'_> {
        Group { layout: &self.layout, counts: &self.whole }
    }

    /// The rows with this code in this column. `None` where the column is no segment question's, or no row has the code.
    pub fn segment(&self, column: usize, code: u8) -> Option<Group<'_>> {
        let counts = self.segments[self.layout.group(column, code)?].as_ref()?;
        Some(Group { layout: &self.layout, counts })
    }

    /// All rows but those with this code in this column. `None` where [`segment`](Self::segment) is.
    pub fn rest(&self, column: usize, code: u8) -> Option<Rest<'_>> {
        let part = self.segment(column, code)?;
        Some(Rest { layout: &self.layout, counts: self.whole.without(part.counts) })
    }
}
