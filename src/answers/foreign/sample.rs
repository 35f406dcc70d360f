//! The head of a file, cell by cell.

use csv_core::ReadFieldResult;

use crate::answers::csv::separator;
use crate::error::{Error, Problem};

/// So many rows are looked at; what they do not show, a person tells.
const ROWS: usize = 1000;

/// Headers and the first whole rows.
pub(super) struct Sample {
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Reads the first bytes of a UTF-8 file. A row that the bytes end in the middle of is left out, unless it is the only one.
pub(super) fn sample(bytes: &[u8]) -> Result<Sample, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(bytes.len(), |end| end + 1);
    let mut input = &bytes[..whole];
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator(input)).build();
    let mut cell = vec![0; input.len() + 1];
    let mut filled = 0;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = Vec::new();
    loop {
        let (result, read, written) = reader.read_field(input, &mut cell[filled..]);
        input = &input[read..];
        filled += written;
        match result {
            ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8_lossy(&cell[..std::mem::take(&mut filled)]).trim().to_owned());
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
                if rows.len() > ROWS {
                    break;
                }
            }
            // Empty input is the end of it, and closes the last row.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        }
    }
    if rows.is_empty() {
        return Err(Error::new(Problem::BadCsv { message: "the file is empty".into() }));
    }
    let headers = rows.remove(0);
    Ok(Sample { headers, rows })
}
