//! CSV in, in chunks of any size.

use csv_core::ReadFieldResult;
use manyi_kernel::{Cells, Lines};
use serde::Serialize;

use super::codes::{not_adding_up, write};
use super::row::{ONE, Row, billionths};
use super::table::split;
use crate::error::{Error, Problem};
use crate::survey::{Answer, Domain, Field, Survey};
use crate::text::{quoted, text};
use crate::value::{Entries, Path, decimal, record};

/// Headers that name the response itself, not an answer.
const OWN: [&str; 6] = ["id", "language", "startedAt", "submittedAt", "survey", "surveyVersion"];
const WEIGHT: &str = "weight";

/// The longest cell; beyond it, some quote was left open.
const LONGEST_CELL: usize = 1 << 20;

/// How many rejected cells are kept to be listed; the rest are only counted.
const LISTED: usize = 10_000;

record! {
    /// How a file's columns and cells are read.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct CsvOptions {
        /// Answer keys (or the response's own columns) by the file's headers.
        columns: Option<Entries<String>>,
        /// Words that stand for a missing answer, beside the empty cell.
        missing: Option<Vec<String>>,
    }
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[derive(tsify::Tsify)]
pub struct CsvSummary {
    /// Rows that were counted.
    pub rows: u64,
    /// How many columns the file has.
    pub columns: usize,
    /// Headers that the survey does not know.
    pub ignored_columns: Vec<String>,
    /// The first 10,000 values that were refused.
    pub rejected: Vec<Rejected>,
    /// How many values were refused in all.
    pub rejected_count: u64,
}

/// A value that was refused: it counts as missing (a refused weight leaves its whole row out).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[derive(tsify::Tsify)]
pub struct Rejected {
    /// The row, as a spreadsheet numbers it: the headers are row 1, and empty lines after them count.
    pub row: u64,
    /// The column's header, or `#7` where it has none.
    pub column: String,
    /// What stood there.
    pub value: String,
    /// Why it was refused: `not-a-number`, `scale-out-of-range`, `unknown-option`, `ragged-row`, …
    pub code: String,
}

/// Reads UTF-8 CSV, chunk by chunk, into rows of codes.
///
/// The separator (comma, semicolon or tab) is the one the headers use most. Quoted cells, line breaks in them, CRLF, and a byte order
/// mark are understood. Numbers are decimal; a decimal comma is understood where the separator is a semicolon. A cell that cannot be
/// read rejects its value only; no cell is guessed at.
pub struct CsvReader {
    survey: Survey,
    options: CsvOptions,
    /// The bytes before the end of the headers.
    head: Option<Vec<u8>>,
    core: csv_core::Reader,
    /// Reads what is plain and known, which is most of a table.
    lines: Lines,
    /// Whether the next byte begins a record.
    between: bool,
    /// Whether the byte before it was a carriage return: a line feed now is the rest of one line break.
    carriage: bool,
    shared: bool,
    separator: u8,
    decimal_comma: bool,
    targets: Vec<Target>,
    headers: Vec<String>,
    cell: Vec<u8>,
    filled: usize,
    column: usize,
    /// The rows before this one; an empty line is one, too.
    record: u64,
    row: Row,
    refused_row: bool,
    summary: CsvSummary,
}

/// What a column of the file feeds.
#[derive(Debug, Clone)]
enum Target {
    Ignored,
    Weight,
    Field(usize),
}

impl CsvReader {
    /// A reader of answers to this survey. A column map that names no answer key is an error.
    pub fn new(survey: &Survey, options: CsvOptions) -> Result<Self, Error> {
        for (header, key) in options.columns.iter().flat_map(|columns| &columns.0) {
            if survey.field(key).is_none() && key != WEIGHT && !OWN.contains(&key.as_str()) {
                return Err(Error::at(in_map(header), Problem::UnknownAnswer { key: key.clone() }));
            }
        }
        Ok(Self {
            row: Row { codes: vec![0; survey.columns().len()], weight: ONE },
            shared: survey.has_shared_answers(),
            survey: survey.clone(),
            options,
            head: Some(Vec::new()),
            core: csv_core::Reader::new(),
            lines: Lines::new(b',', &[]),
            between: false,
            carriage: false,
            separator: b',',
            decimal_comma: false,
            targets: Vec::new(),
            headers: Vec::new(),
            cell: vec![0; 256],
            filled: 0,
            column: 0,
            record: 0,
            refused_row: false,
            summary: CsvSummary::default(),
        })
    }

    /// How many rows were read, the headers and empty lines among them.
    pub(crate) fn records(&self) -> u64 {
        self.record
    }

    /// Numbers what comes as if so many rows more stood before it, the last with its line break whole.
    #[cfg(feature = "full")]
    pub(crate) fn skip(&mut self, records: u64) {
        if self.record > 0 {
            self.record += records;
            self.carriage = false;
        }
    }

    /// Reads a chunk, and passes on each row that it completes.
    pub fn push(&mut self, chunk: &[u8], mut each: impl FnMut(Row)) -> Result<(), Error> {
        self.push_codes(chunk, &mut |codes, weight| each(Row { codes: codes.to_vec(), weight }))
    }

    /// As [`push`](Self::push), without a list for each row: its codes and its weight.
    pub(crate) fn push_codes(&mut self, chunk: &[u8], each: &mut dyn FnMut(&[u8], u64)) -> Result<(), Error> {
        if self.head.is_none() {
            return match chunk {
                // To the core, empty input is the end of the file: between chunks it must not see any.
                [] => Ok(()),
                _ => self.feed(chunk, each),
            };
        }
        let mut head = self.head.take().unwrap_or_default();
        head.extend_from_slice(chunk);
        if header_end(&head).is_none() {
            if head.len() > LONGEST_CELL {
                return Err(Error::new(Problem::BadCsv { message: "the headers do not end; is a quote left open?".into() }));
            }
            self.head = Some(head);
            return Ok(());
        }
        self.begin(&head, each)
    }

    /// Reads what is left after the last chunk, and tells what became of the file.
    pub fn end(self, mut each: impl FnMut(Row)) -> Result<CsvSummary, Error> {
        self.end_codes(&mut |codes, weight| each(Row { codes: codes.to_vec(), weight }))
    }

    /// As [`end`](Self::end), without a list for a row.
    pub(crate) fn end_codes(mut self, each: &mut dyn FnMut(&[u8], u64)) -> Result<CsvSummary, Error> {
        if let Some(head) = self.head.take() {
            self.begin(&head, each)?;
        }
        // A line break ends the last record, unless it is quoted; then all that came after the quote is in one cell.
        self.feed(b"\n", each)?;
        if self.column > 0 || self.filled > 0 {
            let message = text!("row {}: a quote is left open", self.record + 1);
            return Err(Error::new(Problem::BadCsv { message }));
        }
        match self.headers.is_empty() {
            true => Err(Error::new(Problem::BadCsv { message: "the file is empty".into() })),
            false => Ok(self.summary),
        }
    }

    fn begin(&mut self, head: &[u8], each: &mut dyn FnMut(&[u8], u64)) -> Result<(), Error> {
        if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
            return Err(Error::new(Problem::BadCsv { message: "the file is UTF-16; save it as CSV UTF-8".into() }));
        }
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let separator = separator(head);
        self.separator = separator;
        self.decimal_comma = separator == b';';
        self.core = csv_core::ReaderBuilder::new().delimiter(separator).build();
        self.feed(head, each)
    }

    fn feed(&mut self, mut input: &[u8], each: &mut dyn FnMut(&[u8], u64)) -> Result<(), Error> {
        while !input.is_empty() {
            if self.between {
                input = self.plain(input, each)?;
                if input.is_empty() {
                    return Ok(());
                }
            }
            self.between = false;
            let (result, read, written) = self.core.read_field(input, &mut self.cell[self.filled..]);
            self.carriage = input[..read].ends_with(b"\r");
            input = &input[read..];
            self.filled += written;
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::End => return Ok(()),
                ReadFieldResult::OutputFull if self.cell.len() >= LONGEST_CELL => {
                    let message = text!("row {}: a cell of more than {} bytes; is a quote left open?", self.record + 1, LONGEST_CELL);
                    return Err(Error::new(Problem::BadCsv { message }));
                }
                ReadFieldResult::OutputFull => self.cell.resize(2 * self.cell.len(), 0),
                ReadFieldResult::Field { record_end } => {
                    self.take_cell()?;
                    if record_end {
                        self.end_record(each)?;
                        self.between = true;
                    }
                }
            }
        }
        Ok(())
    }

    /// Reads lines as long as they are plain, and gives what is left.
    fn plain<'a>(&mut self, mut input: &'a [u8], each: &mut dyn FnMut(&[u8], u64)) -> Result<&'a [u8], Error> {
        loop {
            // Empty lines are no records, but a spreadsheet numbers them.
            while let [byte @ (b'\n' | b'\r'), rest @ ..] = input {
                let carriage = *byte == b'\r';
                self.record += u64::from(carriage || !self.carriage);
                self.carriage = carriage;
                input = rest;
            }
            let Some(length) = self.lines.read(input, &mut self.row.codes) else {
                self.row.codes.fill(0);
                return Ok(input);
            };
            for at in 0..self.lines.apart().len() {
                let (column, cell) = self.lines.apart()[at].clone();
                self.column = column + 1;
                self.take(column, &input[cell]);
            }
            self.column = self.headers.len();
            self.end_record(each)?;
            self.carriage = input[..length].ends_with(b"\r");
            input = &input[length..];
        }
    }

    fn take_cell(&mut self) -> Result<(), Error> {
        let bytes = std::mem::take(&mut self.cell);
        let cell = &bytes[..std::mem::take(&mut self.filled)];
        let column = self.column;
        self.column += 1;
        let done = match (self.record, std::str::from_utf8(cell)) {
            (0, Ok(header)) => {
                self.headers.push(header.trim().to_owned());
                Ok(())
            }
            (0, Err(_)) => Err(Error::new(Problem::BadCsv { message: "the headers are not UTF-8; save the file as CSV UTF-8".into() })),
            _ => {
                if self.take(column, cell)
                    && let Some(&Target::Field(field)) = self.targets.get(column)
                    && let [code] = self.row.codes[self.survey.fields()[field].columns.clone()]
                {
                    self.lines.learn(column, cell, code);
                }
                Ok(())
            }
        };
        self.cell = bytes;
        done
    }

    /// Takes what a cell says, or rejects it; tells which.
    fn take(&mut self, column: usize, cell: &[u8]) -> bool {
        let problem = match std::str::from_utf8(cell) {
            Ok(text) => self.cell_of(column, text.trim()).err().map(|problem| (text.to_owned(), problem.code())),
            Err(_) => Some((String::from_utf8_lossy(cell).into_owned(), "not-utf8")),
        };
        let taken = problem.is_none();
        if let Some((value, code)) = problem {
            self.reject(column, value, code);
        }
        taken
    }

    fn cell_of(&mut self, column: usize, text: &str) -> Result<(), Problem> {
        let missing = self.options.missing.as_ref();
        if text.is_empty() || missing.is_some_and(|words| words.iter().any(|word| word == text)) {
            return Ok(());
        }
        match self.targets.get(column) {
            None => Err(Problem::BadCsv { message: "a cell without a header".into() }),
            Some(Target::Ignored) => Ok(()),
            Some(Target::Weight) => {
                let weight = number(text, self.decimal_comma)
                    .and_then(|value| billionths(value).ok_or_else(|| Problem::OutOfRange { value, allowed: "0..=1000000".into() }));
                self.refused_row = weight.is_err();
                self.row.weight = weight?;
                Ok(())
            }
            Some(&Target::Field(field)) => {
                let field = &self.survey.fields()[field];
                let answer = answer(field, text, self.decimal_comma)?;
                field.check(&answer)?;
                write(field, &answer, &mut self.row.codes);
                Ok(())
            }
        }
    }

    fn end_record(&mut self, each: &mut dyn FnMut(&[u8], u64)) -> Result<(), Error> {
        let cells = std::mem::take(&mut self.column);
        self.record += 1;
        if self.record == 1 {
            return self.take_headers();
        }
        if cells < self.headers.len() {
            self.reject(cells, text!("{} of {} cells", cells, self.headers.len()), "ragged-row");
        }
        if !std::mem::take(&mut self.refused_row) {
            if self.shared {
                self.refuse_what_does_not_add_up();
            }
            self.summary.rows += 1;
            each(&self.row.codes, self.row.weight);
        }
        self.row.codes.fill(0);
        self.row.weight = ONE;
        Ok(())
    }

    fn refuse_what_does_not_add_up(&mut self) {
        for (field, problem) in not_adding_up(&self.survey, &self.row.codes) {
            let question = self.survey.fields()[field].question;
            let fields = self.survey.questions()[question].fields.clone();
            for field in &self.survey.fields()[fields] {
                self.row.codes[field.columns.clone()].fill(0);
            }
            let column = self.targets.iter().position(|target| matches!(target, Target::Field(one) if *one == field));
            self.reject(column.unwrap_or_default(), problem.message(), problem.code());
        }
    }

    fn take_headers(&mut self) -> Result<(), Error> {
        let mapped = self.options.columns.as_ref();
        let mut taken: Vec<(&str, &str)> = Vec::new();
        for header in &self.headers {
            let key = mapped.and_then(|columns| columns.get(header)).unwrap_or(header);
            let target = match self.survey.field(key) {
                Some(field) => Target::Field(field),
                None if key == WEIGHT => Target::Weight,
                None => Target::Ignored,
            };
            let other = taken.iter().find(|(one, _)| one == key).map(|(_, other)| *other);
            if !matches!(target, Target::Ignored)
                && let Some(other) = other
            {
                let message = text!("the columns {} and {} both hold {}", quoted(other), quoted(header), quoted(key));
                return Err(Error::at(text!("row 1, column {}", header), Problem::BadCsv { message }));
            }
            if matches!(target, Target::Ignored) && !OWN.contains(&key.as_str()) {
                self.summary.ignored_columns.push(header.clone());
            }
            taken.push((key, header));
            self.targets.push(target);
        }
        for (header, _) in mapped.iter().flat_map(|columns| &columns.0) {
            if !self.headers.contains(header) {
                let known = text!("; there are {}", self.headers.join(", "));
                return Err(Error::at(in_map(header), Problem::Dangling { what: "column", id: header.clone(), known }));
            }
        }
        self.summary.columns = self.headers.len();
        self.lines = Lines::new(self.separator, &self.cells());
        match self.targets.iter().any(|target| matches!(target, Target::Field(_))) {
            true => Ok(()),
            false => {
                let key = self.survey.fields().first().map_or("", |field| &field.key);
                let message =
                    text!("no column ({}) is an answer key, such as {}; map headers with \"columns\"", self.headers.join(", "), key);
                Err(Error::at("row 1", Problem::BadCsv { message }))
            }
        }
    }

    /// What is known of each column's cells once they were met. Answers that are several codes, or none, are read each.
    fn cells(&self) -> Vec<Cells> {
        let of = |target: &Target| match target {
            Target::Ignored => Cells::Ignored,
            Target::Weight => Cells::Apart,
            &Target::Field(field) => match self.survey.fields()[field].columns.clone() {
                columns if columns.len() == 1 => Cells::Codes(columns.start),
                _ => Cells::Apart,
            },
        };
        self.targets.iter().map(of).collect()
    }

    fn reject(&mut self, column: usize, value: String, code: &str) {
        self.summary.rejected_count += 1;
        if self.summary.rejected.len() < LISTED {
            let name = self.headers.get(column).filter(|header| !header.is_empty()).cloned();
            self.summary.rejected.push(Rejected {
                // While a record is read, `record` counts the rows before it; after its end, itself too.
                row: self.record + u64::from(self.column > 0),
                column: name.unwrap_or_else(|| text!("#{}", column + 1)),
                value,
                code: code.into(),
            });
        }
    }
}

fn in_map(header: &str) -> String {
    Path::Key(&Path::Key(&Path::Root, "columns"), header).text()
}

/// Where the first line ends outside of quotes: at its line break.
pub(crate) fn header_end(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let mut begun = false;
    bytes.iter().position(|byte| {
        quoted ^= *byte == b'"';
        let ends = !quoted && matches!(byte, b'\n' | b'\r') && begun;
        begun |= !matches!(byte, b'\n' | b'\r');
        ends
    })
}

/// The separator that the first line uses most, outside of quotes.
pub(crate) fn separator(head: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in head.iter().skip_while(|byte| matches!(byte, b'\n' | b'\r')) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => counts.iter_mut().filter(|(one, _)| one == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    // The earlier wins a tie: a comma, if there is none at all.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| *byte)
}

/// What a cell says to its field.
fn answer(field: &Field, text: &str, decimal_comma: bool) -> Result<Answer, Problem> {
    Ok(match field.domain {
        Domain::Levels(_) | Domain::Number { .. } => Answer::Number(number(text, decimal_comma)?),
        Domain::Several { .. } => Answer::Several(split(unguarded(text))),
        Domain::One { .. } | Domain::Text { .. } => Answer::Text(unguarded(text).to_owned()),
    })
}

/// A text without the apostrophe that kept a spreadsheet from taking it for a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// A decimal number: digits, a sign, a point (or comma, where that is the custom), an exponent. No words, no thousands.
fn number(text: &str, decimal_comma: bool) -> Result<f64, Problem> {
    let no_number = || Problem::NotANumber { value: text.into() };
    let read = match decimal_comma && text.contains(',') {
        true if text.contains('.') => return Err(no_number()),
        true => decimal(&text.replacen(',', ".", 1)),
        false => decimal(text),
    };
    read.filter(|value| value.is_finite()).ok_or_else(no_number)
}
