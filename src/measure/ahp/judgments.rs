//! A checked matrix of pairwise judgments.

use super::super::number::Positive;
use super::super::square::{Square, expect_square};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Read};

/// Items that one person can still compare in pairs; the work grows with the cube.
const MOST: usize = 60;
/// How far a product with the mirror entry may be from 1: rounding, not another judgment.
const ROUNDING: f64 = 1e-6;

/// Pairwise judgments: square, positive, reciprocal, ones on the diagonal. A pair that nobody judged is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgments {
    size: usize,
    cells: Vec<Option<f64>>,
}

impl Judgments {
    /// Checks the rows.
    pub fn new(rows: &[Vec<Option<f64>>]) -> Result<Self, Error> {
        expect_square(rows)?;
        let size = rows.len();
        if size > MOST {
            return Err(Error::new(Problem::TooMany { what: "items", found: size, limit: MOST }));
        }
        let judgments = Self { size, cells: rows.concat() };
        for i in 0..size {
            for j in 0..size {
                judgments.check(i, j).map_err(|problem| Error::at(text!("[{}][{}]", i, j), problem))?;
            }
        }
        Ok(judgments)
    }

    fn check(&self, i: usize, j: usize) -> Result<(), Problem> {
        let Some(value) = self.get(i, j) else {
            return match self.get(j, i) {
                Some(_) if i != j => Err(Problem::Conflict { message: "one half of a pair is judged and the other is null".into() }),
                _ => Ok(()),
            };
        };
        match Positive::new(value).map_err(|error| error.into_problem()) {
            Err(Problem::OutOfRange { .. }) => return Err(Problem::MatrixNotPositive { value }),
            Err(problem) => return Err(problem),
            Ok(_) => {}
        }
        if i == j {
            return if value == 1.0 { Ok(()) } else { Err(Problem::MatrixDiagonal { value }) };
        }
        match self.get(j, i) {
            // The mirror is looked at in its turn; a reciprocal of nothing positive is not the fault of this one.
            Some(mirror) if i > j && (value * mirror - 1.0).abs() > ROUNDING => Err(Problem::MatrixNotReciprocal { value, mirror }),
            _ => Ok(()),
        }
    }

    /// How many items.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many times as important `row` is as `column`; `None` when nobody judged.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.cells.get(row * self.size + column).copied().flatten()
    }

    /// Pairs `(row, column)`, row before column, that nobody judged.
    pub(crate) fn missing(&self) -> Vec<(usize, usize)> {
        self.pairs().filter(|&(i, j)| self.get(i, j).is_none()).collect()
    }

    /// All pairs, row before column.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let size = self.size;
        (0..size).flat_map(move |i| (i + 1..size).map(move |j| (i, j)))
    }

    /// The same without one judgment.
    pub(crate) fn without(&self, row: usize, column: usize) -> Self {
        let mut rest = self.clone();
        rest.cells[row * self.size + column] = None;
        rest.cells[column * self.size + row] = None;
        rest
    }

    /// The first item that no chain of judgments connects with item 0.
    pub(crate) fn apart(&self) -> Option<usize> {
        let mut reached = vec![false; self.size];
        let mut next = vec![0];
        while let Some(i) = next.pop() {
            if !std::mem::replace(&mut reached[i], true) {
                next.extend((0..self.size).filter(|&j| i != j && self.get(i, j).is_some()));
            }
        }
        reached.iter().position(|reached| !reached)
    }

    /// The matrix with ones on the diagonal, the judgments above it, their reciprocals below, and 1 for a pair nobody judged.
    pub(crate) fn filled(&self) -> Square {
        Square::from_fn(self.size, |i, j| match i.cmp(&j) {
            std::cmp::Ordering::Less => self.get(i, j).unwrap_or(1.0),
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Greater => self.get(j, i).map_or(1.0, |mirror| 1.0 / mirror),
        })
    }
}

impl Read for Judgments {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let rows: Vec<Vec<Option<f64>>> = Read::read(at)?;
        Self::new(&rows).map_err(|error| error.within(&at.path.text()))
    }
}
