//! Customer satisfaction, measured where the customer is.
//!
//! The folders are the path of data, and each may use only those above it:
//!
//! | module | what lives there |
//! |---|---|
//! | [`number`] | how a number is written |
//! | `text` | texts that are put together |
//! | [`error`] | one [`Error`]: a code, a path, a message |
//! | `later` | parts of the program in a file of their own |
//! | [`value`] | untrusted input, and the typed reader that knows its path |
//! | [`survey`] | what is asked: a checked definition |
//! | [`answers`] | what was answered: responses, their codes, CSV |
//! | [`tally`] | exact whole-number counts, which add |
//! | [`measure`] | one file per measure, of counts, moments or plain numbers |
//! | [`report`] | the measures that one survey allows, put together |
//! | [`plot`] | pictures of a report, drawn with plotters into a list of shapes |
//! | [`form`] | a survey being filled: state, layout, painters |
//!
//! `wasm` is the face of all this to JavaScript, and the only module that knows it.

pub mod error;
pub mod measure;
pub mod number;
pub mod survey;
pub mod value;

#[cfg(feature = "report")]
mod later;
#[cfg(feature = "report")]
mod text;

#[cfg(feature = "report")]
pub mod answers;
#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "report")]
pub mod plot;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "report")]
pub mod tally;

mod wasm;

pub use error::{Error, Problem};
