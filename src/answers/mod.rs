//! What was answered: a [`Response`] as the form makes it, a [`Row`] of codes as the tally counts it, and CSV in and out, also a file
//! that was not made for the survey.

mod codes;
mod csv;
mod foreign;
mod response;
mod row;
mod table;

pub(crate) use codes::not_adding_up;
pub use codes::{decode, encode};
pub use csv::{CsvOptions, CsvReader, CsvSummary, Rejected};
#[cfg(feature = "full")]
pub(crate) use csv::{header_end, separator};
pub use foreign::{
    AnswerKey, ColumnChoice, ColumnGuess, ColumnGuesses, ColumnRole, Proposal, ProposalInput, ScaleBounds, guess_columns, propose_survey,
};
pub use response::Response;
pub(crate) use row::billionths as weight_in_billionths;
pub use row::{ONE, Row};
pub use table::write_csv;
pub(crate) use table::{line as csv_line, text as csv_text};
