//! The inner loops of manyi: rows of codes into whole-number sums, sixteen bytes at a time.
//!
//! A crate of its own, because these loops are built for speed and everything else for size. It knows no survey: a [`Shape`] says
//! how many columns there are and which are paired, [`Rows`] are bytes, and what comes out are [`Partial`] sums in 32 bits, exact for
//! [`MOST`] rows. What has a loop over bytes is never inlined: in a caller that is built for size it would be built so too.

mod block;
mod counter;
mod kept;
mod lanes;
mod lines;
mod missing;
mod products;
mod quotes;
mod rows;
mod transpose;
mod weighed;

pub use counter::{Counter, MOST, Partial, Set, Shape, add};
pub use lines::{Cells, Lines};
pub use quotes::{Piece, Quoted, guess, look};
pub use rows::Rows;
pub use weighed::Weighed;
