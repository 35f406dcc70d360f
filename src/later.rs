//! What comes later: parts of the program in a file of their own, which a page loads when it first needs one of them.
//!
//! The first file may not name such a part, or it would hold it. It names what the part does, as a trait, and asks [`Later`] for whoever
//! does it. Where there is no second file, as in the functions' file and natively, everybody is there from the start.

use std::cell::Cell;

use crate::error::{Error, Problem};

/// Whoever does what the trait says.
pub(crate) struct Later<T: ?Sized + 'static>(Cell<Option<&'static T>>);

impl<T: ?Sized + 'static> Later<T> {
    /// It is this one: at once, or when [`arrived`](Self::arrived) says so.
    pub(crate) const fn new(one: &'static T) -> Self {
        Self(Cell::new(if cfg!(feature = "full") { Some(one) } else { None }))
    }

    /// Whoever it is, once they are here.
    pub(crate) fn get(&self) -> Result<&'static T, Error> {
        self.0.get().ok_or_else(|| Error::new(Problem::Later))
    }

    /// They are here.
    #[cfg(not(feature = "full"))]
    pub(crate) fn arrived(&self, one: &'static T) {
        // The compiler, which sees that it can be nobody else, would have them called by name.
        self.0.set(Some(std::hint::black_box(one)));
    }
}
