//! Answers as columns of codes, as an engine or a page keeps them.

use std::ops::Range;

use manyi_kernel::Rows;

use super::kernel::rows_at_a_time;
use super::{Intake, Tally};
use crate::answers::{not_adding_up, weight_in_billionths};
use crate::error::{Error, Problem};
use crate::value::{Path, number_text};

/// Where numbers of a column are read from.
pub trait Numbers<T> {
    /// How many there are.
    fn count(&self) -> usize;

    /// Those of these rows.
    fn read(&self, rows: Range<usize>, into: &mut [T]);
}

impl<T: Copy> Numbers<T> for &[T] {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, rows: Range<usize>, into: &mut [T]) {
        into.copy_from_slice(&self[rows]);
    }
}

impl Intake {
    /// Counts rows that come as columns, each named by an answer key: 0 is missing, 1 the scale's lowest level or the first option, and
    /// so on. Keys that are not named are not answered. All rows are counted, or on an error none.
    pub fn add_columns<C: Numbers<u8>, W: Numbers<f64>>(&mut self, columns: &[(String, C)], weights: Option<&W>) -> Result<(), Error> {
        let count = columns.first().map_or(0, |(_, codes)| codes.count());
        let mut places = Vec::new();
        for (key, codes) in columns {
            let wrong = |problem| Error::at(Path::Key(&Path::Key(&Path::Root, "columns"), key).text(), problem);
            let field = self.survey.field(key).ok_or_else(|| wrong(Problem::UnknownAnswer { key: key.clone() }))?;
            let field = &self.survey.fields()[field];
            if field.columns.len() != 1 {
                return Err(wrong(Problem::Conflict { message: "only answers of one code each come as a column".into() }));
            }
            same_length(codes.count(), count).map_err(wrong)?;
            places.push(field.columns.start);
        }
        if let Some(weights) = weights {
            same_length(weights.count(), count).map_err(|problem| Error::at("weights", problem))?;
        }

        let highest: Vec<u8> = self.survey.columns().iter().map(|column| column.levels).collect();
        let mut counted = Tally::new(&self.survey);
        let step = rows_at_a_time(self.survey.columns().len());
        let mut rows = Rows::new(self.survey.columns().len());
        let (mut codes, mut given) = (vec![0; step * columns.len()], vec![0.0; step]);
        for start in (0..count).step_by(step) {
            let some = (count - start).min(step);
            let mut lists = vec![None; self.survey.columns().len()];
            for (((_, column), into), &place) in columns.iter().zip(codes.chunks_mut(step)).zip(&places) {
                let into = &mut into[..some];
                column.read(start..start + some, into);
                lists[place] = Some(&*into);
            }
            rows.clear();
            if !rows.extend_from_columns(&lists, &highest, some) {
                return Err(self.beyond(columns, &lists, start));
            }
            self.adding_up(&rows, start)?;
            let weights = weights.map(|weights| -> Result<Vec<u64>, Error> {
                let given = &mut given[..some];
                weights.read(start..start + some, given);
                given.iter().enumerate().map(|(row, &value)| weighed(value, start + row)).collect()
            });
            counted.count(&rows, weights.transpose()?.as_deref());
        }
        self.count_beside(|tally| tally.merge(&counted))
    }

    /// What is wrong with the first code that goes beyond its column.
    fn beyond<C>(&self, columns: &[(String, C)], lists: &[Option<&[u8]>], start: usize) -> Error {
        columns
            .iter()
            .find_map(|(key, _)| {
                let place = self.survey.fields()[self.survey.field(key)?].columns.start;
                let (levels, codes) = (self.survey.columns()[place].levels, lists[place]?);
                let row = codes.iter().position(|&code| code > levels)?;
                let path = Path::Key(&Path::Key(&Path::Root, "columns"), key);
                let problem = Problem::OutOfRange { value: codes[row].into(), allowed: ["0..=", &number_text(f64::from(levels))].concat() };
                Some(Error::at(Path::Index(&path, start + row).text(), problem))
            })
            .expect("some code goes beyond its column")
    }

    fn adding_up(&self, rows: &Rows, start: usize) -> Result<(), Error> {
        if !self.survey.has_shared_answers() {
            return Ok(());
        }
        for row in 0..rows.len() {
            if let Some((field, problem)) = not_adding_up(&self.survey, rows.row(row)).into_iter().next() {
                let path = Path::Key(&Path::Key(&Path::Root, "columns"), &self.survey.fields()[field].key).text();
                return Err(Error::at([&path, "[", &number_text((start + row) as f64), "]"].concat(), problem));
            }
        }
        Ok(())
    }
}

fn same_length(found: usize, expected: usize) -> Result<(), Problem> {
    match found == expected {
        true => Ok(()),
        false => Err(Problem::LengthMismatch { what: "rows", found, expected }),
    }
}

fn weighed(value: f64, row: usize) -> Result<u64, Error> {
    let problem = || Problem::OutOfRange { value, allowed: "0..=1000000".into() };
    weight_in_billionths(value).ok_or_else(|| Error::at(["weights[", &number_text(row as f64), "]"].concat(), problem()))
}
