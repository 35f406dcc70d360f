//! The measures, as JavaScript calls them.

use wasm_bindgen::prelude::*;

use super::boundary::{call, call_two};
use crate::measure as m;

#[wasm_bindgen]
pub fn proportion(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::proportion(&input))
}

#[wasm_bindgen(js_name = compareMeans)]
pub fn compare_means(a: JsValue, b: JsValue) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_means(&a, &b))
}

#[wasm_bindgen]
pub fn adjust(p: JsValue, method: JsValue) -> Result<JsValue, JsValue> {
    call_two(["p", "method"], p, method, |p: Vec<m::Share>, method| m::adjust(&p, method))
}
