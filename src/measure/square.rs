//! A square of numbers.

use std::ops::{Index, IndexMut};

#[cfg(feature = "report")]
use crate::error::{Error, Problem};
#[cfg(feature = "report")]
use crate::text::text;
#[cfg(feature = "report")]
use crate::value::{At, Read};

/// A square matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    size: usize,
    cells: Vec<f64>,
}

impl Square {
    /// All zeros.
    pub fn zeros(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    /// Each cell from its row and column.
    pub fn from_fn(size: usize, mut cell: impl FnMut(usize, usize) -> f64) -> Self {
        // One loop for all callers: a copy for each weighs more than the calls cost.
        fn filled(size: usize, cell: &mut dyn FnMut(usize, usize) -> f64) -> Square {
            let mut cells = Vec::with_capacity(size * size);
            for i in 0..size {
                for j in 0..size {
                    cells.push(cell(i, j));
                }
            }
            Square { size, cells }
        }
        filled(size, &mut cell)
    }

    /// From rows, which must be as many as they are long, and finite.
    #[cfg(feature = "report")]
    pub fn from_rows(rows: &[Vec<f64>]) -> Result<Self, Error> {
        expect_square(rows)?;
        for (i, row) in rows.iter().enumerate() {
            for (j, &value) in row.iter().enumerate() {
                super::Number::new(value).map_err(|error| error.within(&text!("[{}][{}]", i, j)))?;
            }
        }
        Ok(Self { size: rows.len(), cells: rows.concat() })
    }

    /// Rows of this on columns of another of the same size.
    #[cfg(feature = "report")]
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut product = Self::zeros(self.size);
        for i in 0..self.size {
            for k in 0..self.size {
                for j in 0..self.size {
                    product[(i, j)] += self[(i, k)] * other[(k, j)];
                }
            }
        }
        product
    }

    /// Columns as rows.
    #[cfg(feature = "report")]
    pub(crate) fn turned(&self) -> Self {
        Self::from_fn(self.size, |i, j| self[(j, i)])
    }

    /// On a column of numbers.
    #[cfg(feature = "report")]
    pub(crate) fn on(&self, column: &[f64]) -> Vec<f64> {
        // A matrix of nothing has no rows, and chunks of nothing are refused.
        self.cells.chunks(self.size.max(1)).map(|row| row.iter().zip(column).map(|(a, b)| a * b).sum()).collect()
    }

    /// How many rows, and columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The rows and columns of these places, in their order.
    #[cfg(feature = "report")]
    pub fn part(&self, places: &[usize]) -> Self {
        Self::from_fn(places.len(), |i, j| self[(places[i], places[j])])
    }

    /// Refuses a matrix whose mirror entries differ.
    #[cfg(feature = "report")]
    pub(crate) fn expect_symmetric(&self) -> Result<(), Error> {
        let scale = self.cells.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        for i in 0..self.size {
            for j in 0..i {
                let (value, mirror) = (self[(i, j)], self[(j, i)]);
                if (value - mirror).abs() > 1e-9 * scale {
                    return Err(Error::at(text!("[{}][{}]", i, j), Problem::MatrixNotSymmetric { value, mirror }));
                }
            }
        }
        Ok(())
    }
}

/// Refuses rows that are not as many as they are long.
#[cfg(feature = "report")]
pub(crate) fn expect_square<T>(rows: &[Vec<T>]) -> Result<(), Error> {
    if rows.is_empty() {
        return Err(Error::new(Problem::TooFew { what: "rows", least: 1 }));
    }
    match rows.iter().enumerate().find(|(_, row)| row.len() != rows.len()) {
        Some((row, cells)) => Err(Error::at(text!("[{}]", row), Problem::MatrixNotSquare { rows: rows.len(), row, columns: cells.len() })),
        None => Ok(()),
    }
}

impl Index<(usize, usize)> for Square {
    type Output = f64;

    fn index(&self, (row, column): (usize, usize)) -> &f64 {
        &self.cells[row * self.size + column]
    }
}

impl IndexMut<(usize, usize)> for Square {
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut f64 {
        &mut self.cells[row * self.size + column]
    }
}

#[cfg(feature = "report")]
impl Read for Square {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let rows: Vec<Vec<f64>> = Read::read(at)?;
        Self::from_rows(&rows).map_err(|error| error.within(&at.path.text()))
    }
}
