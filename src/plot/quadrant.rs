//! The four quadrants, as results write them.

use crate::value::names;

names! {
    /// Where a point lies against the crosshair.
    pub enum Quadrant, "quadrant" {
        /// Important and not good: improve first.
        Concentrate = "concentrate",
        /// Important and good.
        KeepUp = "keep-up",
        /// Neither important nor good.
        LowPriority = "low-priority",
        /// Good and not important.
        Overkill = "overkill",
    }
}
