//! The measures, as JavaScript calls them.

use wasm_bindgen::prelude::*;

use super::boundary::{call, call_two};
use crate::measure as m;

#[wasm_bindgen]
pub fn ahp(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp(&input))
}

#[wasm_bindgen(js_name = ahpHierarchy)]
pub fn ahp_hierarchy(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp_hierarchy(&input))
}

#[wasm_bindgen(js_name = ahpGroup)]
pub fn ahp_group(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp_group(&input))
}

#[wasm_bindgen(js_name = satisfactionIndex)]
pub fn satisfaction_index(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::satisfaction_index(&input))
}

#[wasm_bindgen(js_name = anchoredIndex)]
pub fn anchored_index(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::anchored_index(&input))
}

#[wasm_bindgen]
pub fn csat(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::csat(&input))
}

#[wasm_bindgen]
pub fn nps(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::nps(&input))
}

#[wasm_bindgen]
pub fn ces(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ces(&input))
}

#[wasm_bindgen]
pub fn confirmation(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::confirmation(&input))
}

#[wasm_bindgen]
pub fn gap(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::gap(&input))
}

#[wasm_bindgen]
pub fn kano(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::kano(&input))
}

#[wasm_bindgen(js_name = penaltyReward)]
pub fn penalty_reward(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::penalty_reward(&input))
}

#[wasm_bindgen(js_name = pathModel)]
pub fn path_model(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::path_model(&input))
}

#[wasm_bindgen]
pub fn reliability(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::reliability(&input))
}

#[wasm_bindgen]
pub fn quadrants(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::quadrants(&input))
}

#[wasm_bindgen]
pub fn drivers(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::drivers(&input))
}

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
