//! The face to JavaScript: each function reads its input, calls the core, and writes the result. No rule lives here.

// wasm-bindgen exports public functions only; outside this crate nobody can reach them.
#![allow(unreachable_pub)]

// Code may count tables of any size with its file, which the library's own allocator keeps together better.
#[cfg(any(test, not(feature = "full")))]
mod allocator;
mod boundary;

#[cfg(feature = "report")]
mod closer;
#[cfg(feature = "full")]
mod foreign;
#[cfg(feature = "form")]
mod form;
#[cfg(all(feature = "report", not(feature = "full")))]
mod later;
#[cfg(feature = "full")]
mod measures;
#[cfg(feature = "report")]
mod pictures;
#[cfg(feature = "report")]
mod report;
#[cfg(feature = "full")]
mod survey;
#[cfg(feature = "report")]
mod tally;
#[cfg(feature = "report")]
mod types;
