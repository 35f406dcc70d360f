//! A survey being filled: its state, where its marks lie, and how they are painted. Pure: it knows no browser.
//!
//! A [`Session`] holds the answers and says what is asked next; a [`View`] is what it shows of the present page. [`Layout`] places the
//! marks of a scale, so that the painter and the native inputs above it agree; [`Marks`] and the [`Plane`] paint a [`Picture`] of them.

mod agreement;
mod check;
mod json;
mod layout;
mod order;
mod paint;
mod picture;
mod session;
mod view;

pub use agreement::{Agreement, Doubtful};
pub use check::Fault;
pub(crate) use json::answers;
pub use layout::{Cell, Layout};
pub use paint::{Marks, Plane, Point, Style};
pub use picture::{Colour, Picture};
pub use session::Session;
pub use view::View;
