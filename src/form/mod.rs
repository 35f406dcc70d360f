//! A survey being filled: its state, where its marks lie, and how they are painted. Pure: it knows no browser.
//!
//! A [`Session`] holds the answers and says what is asked next; a [`View`] is what it shows of the present page. [`Layout`] places the
//! marks of a scale, so that the painter and the native inputs above it agree; [`paint`] draws them on any [`Canvas`].

mod agreement;
mod canvas;
mod check;
mod json;
mod layout;
mod order;
mod paint;
mod session;
mod view;

pub use agreement::{Agreement, Doubtful};
pub use canvas::{Canvas, Path, Step};
pub use check::Fault;
pub(crate) use json::{answers, texts};
pub use layout::{Cell, Layout};
pub use paint::{Marks, Plane, Point, Style, Theme, paint};
pub use session::Session;
pub use view::View;
