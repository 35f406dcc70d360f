//! Files that were not made for the survey: what their columns may hold, and the survey they would be answers to.
//!
//! [`guess_columns`] reads the head of a file and says of each column what it takes it for, from its header and its values. Every guess is
//! for a person to correct; nothing is counted by it. [`propose_survey`] makes a definition of what the person settled on.

mod guess;
mod matching;
mod proposal;
mod sample;
mod values;
mod words;

pub use guess::{AnswerKey, ColumnGuess, ColumnGuesses, ColumnRole, ScaleBounds, guess_columns};
pub use proposal::{ColumnChoice, Proposal, ProposalInput, propose_survey};
