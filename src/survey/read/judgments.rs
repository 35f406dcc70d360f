//! Judgment matrices in a definition.

use super::fault::{Fault, fault, unless};
use crate::error::Problem;
use crate::value::Value;

/// How far `a[i][j] * a[j][i]` may be from 1, as for every judgment matrix: a third is written 0.3333333, not 0.33.
const RECIPROCAL: f64 = 1e-6;

/// A square, positive, reciprocal matrix over this many items; `null` marks a pair nobody judged.
pub(super) fn read(items: usize, part: &Value) -> Result<Vec<Vec<Option<f64>>>, Fault<'_>> {
    let rows = part.list();
    for (row, entries) in rows.iter().enumerate() {
        let columns = entries.list().len();
        unless(columns == rows.len(), part, || Problem::MatrixNotSquare { rows: rows.len(), row, columns })?;
    }
    unless(rows.len() == items, part, || Problem::LengthMismatch { what: "rows of judgments", found: rows.len(), expected: items })?;
    for (row, entries) in rows.iter().enumerate() {
        for (column, entry) in entries.list().iter().enumerate() {
            let mirror = &rows[column].list()[row];
            match (entry.number(), mirror.number()) {
                (Some(value), _) if value <= 0.0 => return Err(fault(entry, Problem::MatrixNotPositive { value })),
                (value, _) if row == column && value != Some(1.0) => {
                    return Err(fault(entry, Problem::MatrixDiagonal { value: value.unwrap_or_default() }));
                }
                (Some(value), Some(other)) if column > row && other > 0.0 && (value * other - 1.0).abs() > RECIPROCAL => {
                    return Err(fault(mirror, Problem::MatrixNotReciprocal { value: other, mirror: value }));
                }
                _ => {}
            }
        }
    }
    Ok(rows.iter().map(|row| row.list().iter().map(Value::number).collect()).collect())
}
