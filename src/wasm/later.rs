//! The door to what comes later: only the second file has it.

use wasm_bindgen::prelude::*;

use crate::{measure, plot, report};

/// The second file is here: what it brings can be asked.
#[wasm_bindgen]
pub fn arrived() {
    measure::completing_arrived();
    measure::drivers_arrived();
    report::parts_arrived();
    plot::charts_arrived();
}
