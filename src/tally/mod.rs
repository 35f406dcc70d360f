//! What was answered, counted: exact whole numbers that add.
//!
//! A [`Tally`] holds, for all rows and for each value of each segment question: the rows; per column a histogram; per pair of
//! numeric columns n, Σx, Σy, Σx², Σy², Σxy over the rows that have both; per Kano attribute a 5×5 table; and how many
//! answered each question at all. Where rows are weighted, the same as sums of weights, in billionths. Because all of it is whole
//! numbers, any split of the rows over chunks, workers or machines, added up in any order, gives the same bits.
//!
//! Measures read it through a [`Group`]; nothing in it is about one person.

mod consistency;
mod fingerprint;
mod group;
mod intake;
mod kernel;
mod layout;
mod moments;
#[cfg(feature = "full")]
mod sql;
mod sums;
mod wire;

use crate::answers::Row;
use crate::error::{Error, Problem};
use crate::survey::Survey;

use fingerprint::fingerprint;
use kernel::{Batch, CHUNK};
use layout::Layout;
use sums::{Counts, MOST_ROWS};

pub use group::{Group, Rest};
pub use intake::Intake;
pub use layout::Judged;
pub use moments::Moments;
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
        assert!(self.whole.rows + rows.len() as u64 <= MOST_ROWS, "at most 2^47 rows are counted");
        for chunk in rows.chunks(CHUNK) {
            let batch = Batch::new(&self.layout, chunk.iter());
            for split in &self.layout.splits {
                for code in split.codes.clone() {
                    let group = &mut self.segments[split.first + usize::from(code - split.codes.start())];
                    if batch.column(split.column).contains(&code) {
                        let part = Batch::new(&self.layout, chunk.iter().filter(|row| row.codes[split.column] == code));
                        group.get_or_insert_with(|| Counts::zero(&self.layout)).add_batch(&self.layout, &part);
                    }
                }
            }
            self.whole.add_batch(&self.layout, &batch);
        }
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
