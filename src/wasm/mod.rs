//! The face to JavaScript: each function reads its input, calls the core, and writes the result. No rule lives here.

mod boundary;

#[cfg(feature = "form")]
mod form;
#[cfg(feature = "full")]
mod measures;
#[cfg(feature = "full")]
mod pictures;
#[cfg(feature = "full")]
mod report;
