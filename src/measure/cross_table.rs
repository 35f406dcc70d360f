//! Two questions against each other.

use serde::Serialize;

use super::Counts;
use super::counts::entry;
use super::distribution::chi_square_tail;
use super::number::ratio;
use crate::error::{Error, Problem};
use crate::value::record;

record! {
    /// How many gave each pair of answers.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CrossTableInput {
        /// Row by row, all of one length.
        counts: Vec<Counts>,
    }
}

/// Whether two questions hang together.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct CrossTable {
    /// Pearson's chi-square, without continuity correction.
    pub chi2: Option<f64>,
    /// (rows - 1) (columns - 1).
    pub df: f64,
    /// Probability of a chi-square at least as large if they did not hang together.
    pub p: Option<f64>,
    /// How much they do, 0..1.
    pub cramers_v: Option<f64>,
    /// For each cell, by how many standard errors it is more than expected.
    pub standardised_residuals: Vec<Vec<Option<f64>>>,
}

/// Cross table: whether two questions hang together, how much, and in which cells.
///
/// `χ² = Σ (O - E)² / E` with `E = row · column / n`; Cramér's `V = √(χ² / (n · min(rows - 1, columns - 1)))`, 0..=1; a cell's
/// standardised residual is `(O - E) / √(E (1 - row/n) (1 - column/n))`, in standard errors (beyond ±2 is worth a look).
/// Source: Pearson (1900), Cramér (1946), Haberman (1973) for the residuals. A row or a column without any answers expects nothing in its
/// cells: then χ², p and V are `None`, for leaving it out is the caller's decision; a table of one row or one column has neither p nor V.
///
/// ```
/// use manyi::{measure::cross_table, value::Value};
/// let result = cross_table(&Value::from_json(r#"{"counts": [[30, 10], [15, 45]]}"#)?.read()?)?;
/// assert!((result.chi2.unwrap() - 24.242424).abs() < 1e-6 && result.p.unwrap() < 0.001);
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn cross_table(input: &CrossTableInput) -> Result<CrossTable, Error> {
    let Some(first) = input.counts.first() else {
        return Err(Error::at("counts", Problem::TooFew { what: "rows", least: 1 }));
    };
    let width = first.len();
    if let Some(row) = input.counts.iter().position(|row| row.len() != width) {
        let found = input.counts.get(row).map_or(0, Counts::len);
        return Err(Error::at(entry("counts", row), Problem::LengthMismatch { what: "columns", found, expected: width }));
    }
    let rows: Vec<f64> = input.counts.iter().map(Counts::total).collect();
    let columns: Vec<f64> = (0..width).map(|column| input.counts.iter().filter_map(|row| row.as_slice().get(column)).sum()).collect();
    let n: f64 = rows.iter().sum();

    let mut chi2 = Some(0.0);
    let residuals = input.counts.iter().zip(&rows).map(|(counts, row)| {
        let cells = counts.as_slice().iter().zip(&columns).map(|(observed, column)| {
            let expected = ratio(row * column, n).unwrap_or(0.0);
            let off = observed - expected;
            chi2 = chi2.zip(ratio(off * off, expected)).map(|(sum, part)| sum + part);
            ratio(off, (expected * ratio(n - row, n)? * ratio(n - column, n)?).sqrt())
        });
        cells.collect()
    });
    let standardised_residuals = residuals.collect();
    let (height, width) = (rows.len() as f64 - 1.0, width as f64 - 1.0);
    Ok(CrossTable {
        chi2,
        df: height * width,
        p: chi2.and_then(|chi2| chi_square_tail(chi2, height * width)),
        cramers_v: chi2.and_then(|chi2| ratio(chi2, n * height.min(width))).map(|square| square.sqrt().min(1.0)),
        standardised_residuals,
    })
}
