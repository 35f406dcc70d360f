//! Correlations of attributes with each other and with the outcome.

use super::super::number::{NonNegative, Number};
use super::super::square::expect_square;
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Entries, Path, Read};

/// Rounding that a correlation computed elsewhere may carry.
const ROUNDING: f64 = 1e-9;

/// A checked correlation matrix of an outcome and its attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    /// The attributes, without the outcome.
    ids: Vec<String>,
    /// Between attributes, row by row; `None` where a column is constant, or no row has both.
    between: Vec<Option<f64>>,
    /// Of each attribute with the outcome.
    with_outcome: Vec<Option<f64>>,
    /// Rows behind it.
    n: f64,
}

impl Correlations {
    /// From a whole matrix whose `ids`, in its order, include the outcome. A correlation that is undefined is `None`.
    pub fn new(matrix: &[Vec<Option<f64>>], ids: &[String], outcome: &str, n: f64) -> Result<Self, Error> {
        expect_square(matrix).map_err(|error| error.within("correlation"))?;
        if ids.len() != matrix.len() {
            return Err(Error::at("ids", Problem::LengthMismatch { what: "ids", found: ids.len(), expected: matrix.len() }));
        }
        if let Some((place, id)) = ids.iter().enumerate().find(|(place, id)| ids[..*place].contains(id)) {
            return Err(Error::at(text!("ids[{}]", place), Problem::DuplicateId { what: "column", id: id.clone() }));
        }
        let Some(y) = ids.iter().position(|id| id == outcome) else {
            let known = text!("; there are {}", ids.join(", "));
            return Err(Error::at("outcome", Problem::Dangling { what: "column", id: outcome.into(), known }));
        };
        NonNegative::new(n).map_err(|error| error.within("n"))?;
        for (i, row) in matrix.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                check(*value, matrix[j][i], i == j).map_err(|problem| Error::at(text!("correlation[{}][{}]", i, j), problem))?;
            }
        }
        let attributes: Vec<usize> = (0..ids.len()).filter(|&place| place != y).collect();
        if attributes.is_empty() {
            return Err(Error::at("ids", Problem::TooFew { what: "attributes", least: 1 }));
        }
        Ok(Self {
            ids: attributes.iter().map(|&place| ids[place].clone()).collect(),
            between: attributes.iter().flat_map(|&i| attributes.iter().map(move |&j| matrix[i][j])).collect(),
            with_outcome: attributes.iter().map(|&place| matrix[place][y]).collect(),
            n,
        })
    }

    /// From columns of numbers, over the rows that have both; `n` counts the rows with the outcome and any attribute.
    pub fn of_columns(outcome: &[Option<f64>], attributes: &Entries<Vec<Option<f64>>>) -> Result<Self, Error> {
        let columns: Vec<&[Option<f64>]> = checked(outcome, attributes)?;
        let between = columns.iter().flat_map(|a| columns.iter().map(|b| pearson(a, b))).collect();
        let n = (0..outcome.len()).filter(|&row| outcome[row].is_some() && columns.iter().any(|column| column[row].is_some())).count();
        Ok(Self {
            ids: attributes.0.iter().map(|(id, _)| id.clone()).collect(),
            between,
            with_outcome: columns.iter().map(|column| pearson(column, outcome)).collect(),
            n: n as f64,
        })
    }

    /// The attributes.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Rows behind it.
    pub fn n(&self) -> f64 {
        self.n
    }

    /// Between two attributes, by their places.
    pub(crate) fn between(&self, i: usize, j: usize) -> Option<f64> {
        self.between[i * self.ids.len() + j]
    }

    /// Of an attribute with the outcome.
    pub(crate) fn with_outcome(&self, i: usize) -> Option<f64> {
        self.with_outcome[i]
    }
}

/// The columns, all as long as the outcome.
pub(crate) fn checked<'a>(outcome: &[Option<f64>], attributes: &'a Entries<Vec<Option<f64>>>) -> Result<Vec<&'a [Option<f64>]>, Error> {
    if outcome.is_empty() {
        return Err(Error::at("outcome", Problem::TooFew { what: "rows", least: 1 }));
    }
    if attributes.0.is_empty() {
        return Err(Error::at("attributes", Problem::TooFew { what: "attributes", least: 1 }));
    }
    expect_numbers(outcome).map_err(|error| error.within("outcome"))?;
    attributes
        .0
        .iter()
        .map(|(id, column)| {
            let path = Path::Key(&Path::Key(&Path::Root, "attributes"), id).text();
            if column.len() != outcome.len() {
                return Err(Error::at(path, Problem::LengthMismatch { what: "rows", found: column.len(), expected: outcome.len() }));
            }
            expect_numbers(column).map_err(|error| error.within(&path))?;
            Ok(column.as_slice())
        })
        .collect()
}

/// Refuses what is not finite, or too large to be squared and summed.
fn expect_numbers(column: &[Option<f64>]) -> Result<(), Error> {
    for (row, value) in column.iter().enumerate() {
        value.map_or(Ok(()), |value| Number::new(value).map(drop)).map_err(|error| error.within(&text!("[{}]", row)))?;
    }
    Ok(())
}

fn check(value: Option<f64>, mirror: Option<f64>, diagonal: bool) -> Result<(), Problem> {
    match (value, mirror) {
        (Some(value), _) if !value.is_finite() => Err(Problem::NotFinite { value }),
        (Some(value), _) if diagonal && (value - 1.0).abs() > ROUNDING => Err(Problem::MatrixDiagonal { value }),
        (Some(value), _) if value.abs() > 1.0 + ROUNDING => Err(Problem::OutOfRange { value, allowed: "-1..=1".into() }),
        (Some(value), Some(mirror)) if (value - mirror).abs() > ROUNDING => Err(Problem::MatrixNotSymmetric { value, mirror }),
        (Some(value), None) => Err(Problem::Conflict { message: text!("{} here, and nothing (null) at its mirror entry", value) }),
        _ => Ok(()),
    }
}

/// Pearson's correlation over the rows that have both; `None` where one does not vary in them.
pub(crate) fn pearson(a: &[Option<f64>], b: &[Option<f64>]) -> Option<f64> {
    let rows = || a.iter().zip(b).filter_map(|(a, b)| a.zip(*b));
    let n = rows().count() as f64;
    let (a_sum, b_sum) = rows().fold((0.0, 0.0), |(a_sum, b_sum), (a, b)| (a_sum + a, b_sum + b));
    let (a_mean, b_mean) = (a_sum / n, b_sum / n);
    let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
    for (a, b) in rows() {
        let (a, b) = (a - a_mean, b - b_mean);
        aa += a * a;
        bb += b * b;
        ab += a * b;
    }
    // A constant column leaves rounding, not spread.
    let varies = |squares: f64, mean: f64| squares > 1e-24 * n * mean * mean;
    let r = ab / (aa.sqrt() * bb.sqrt());
    (n >= 2.0 && varies(aa, a_mean) && varies(bb, b_mean) && r.is_finite()).then(|| r.clamp(-1.0, 1.0))
}

/// Reads one of the two shapes that driver analysis takes.
impl Read for Correlations {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let inside = |error: Error| error.within(&at.path.text());
        if at.key("correlation").is_some() {
            at.record(&["correlation", "ids", "outcome", "n", "method"])?;
            let (matrix, ids, outcome): (Vec<Vec<Option<f64>>>, Vec<String>, String) =
                (at.field("correlation")?, at.field("ids")?, at.field("outcome")?);
            return Self::new(&matrix, &ids, &outcome, at.field::<NonNegative>("n")?.get()).map_err(inside);
        }
        at.record(&["outcome", "attributes", "method"])?;
        Self::of_columns(&at.field::<Vec<Option<f64>>>("outcome")?, &at.field("attributes")?).map_err(inside)
    }
}
