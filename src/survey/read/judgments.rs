//! Judgment matrices in a definition.

use crate::error::{Error, Problem};
use crate::value::{At, Path, Read};

/// How far `a[i][j] * a[j][i]` may be from 1, as for every judgment matrix: a third is written 0.3333333, not 0.33.
const RECIPROCAL: f64 = 1e-6;

/// A square, positive, reciprocal matrix over this many items; `null` marks a pair nobody judged.
pub(super) fn read(items: usize, at: At<'_>) -> Result<Vec<Vec<Option<f64>>>, Error> {
    let rows = Vec::<Vec<Option<f64>>>::read(at)?;
    let entry = |row: usize, column: usize, problem| Error::at(Path::Index(&Path::Index(at.path, row), column).text(), problem);
    for (row, entries) in rows.iter().enumerate() {
        if entries.len() != rows.len() {
            return Err(at.error(Problem::MatrixNotSquare { rows: rows.len(), row, columns: entries.len() }));
        }
    }
    if rows.len() != items {
        return Err(at.error(Problem::LengthMismatch { what: "rows of judgments", found: rows.len(), expected: items }));
    }
    for (row, entries) in rows.iter().enumerate() {
        for (column, &value) in entries.iter().enumerate() {
            let mirror = rows[column][row];
            match (value, mirror) {
                (Some(value), _) if value <= 0.0 => return Err(entry(row, column, Problem::MatrixNotPositive { value })),
                (Some(value), _) if row == column && value != 1.0 => return Err(entry(row, column, Problem::MatrixDiagonal { value })),
                (None, _) if row == column => return Err(entry(row, column, Problem::MatrixDiagonal { value: 0.0 })),
                (Some(value), Some(mirror)) if column > row && mirror > 0.0 && (value * mirror - 1.0).abs() > RECIPROCAL => {
                    return Err(entry(column, row, Problem::MatrixNotReciprocal { value: mirror, mirror: value }));
                }
                _ => {}
            }
        }
    }
    Ok(rows)
}
