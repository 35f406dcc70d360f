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

#[wasm_bindgen(js_name = loyaltyIndex)]
pub fn loyalty_index(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::loyalty_index(&input))
}

#[wasm_bindgen(js_name = loyaltyStaircase)]
pub fn loyalty_staircase(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::loyalty_staircase(&input))
}

#[wasm_bindgen]
pub fn retention(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::retention(&input))
}

#[wasm_bindgen(js_name = deliveredValue)]
pub fn delivered_value(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::delivered_value(&input))
}

#[wasm_bindgen(js_name = lifetimeValue)]
pub fn lifetime_value(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::lifetime_value(&input))
}

#[wasm_bindgen]
pub fn tiers(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::tiers(&input))
}

#[wasm_bindgen]
pub fn churn(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::churn(&input))
}

#[wasm_bindgen(js_name = tierGrid)]
pub fn tier_grid(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::tier_grid(&input))
}

#[wasm_bindgen(js_name = wordOfMouth)]
pub fn word_of_mouth(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::word_of_mouth(&input))
}

#[wasm_bindgen(js_name = sampleSize)]
pub fn sample_size(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::sample_size(&input))
}

#[wasm_bindgen(js_name = crossTable)]
pub fn cross_table(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::cross_table(&input))
}

#[wasm_bindgen(js_name = indicatorIndex)]
pub fn indicator_index(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::indicator_index(&input))
}

#[wasm_bindgen(js_name = serviceLevel)]
pub fn service_level(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::service_level(&input))
}

#[wasm_bindgen(js_name = priceBand)]
pub fn price_band(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::price_band(&input))
}

#[wasm_bindgen(js_name = customerRates)]
pub fn customer_rates(input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::customer_rates(&input))
}

#[wasm_bindgen(js_name = defaultStaircase)]
pub fn default_staircase(thresholds: JsValue) -> Result<JsValue, JsValue> {
    call(thresholds, |thresholds: Option<m::StaircaseThresholds>| m::default_staircase(&thresholds.unwrap_or_default()))
}

#[wasm_bindgen(js_name = probabilityBand)]
pub fn probability_band(probability: JsValue) -> Result<JsValue, JsValue> {
    call(probability, m::probability_band)
}

#[wasm_bindgen(js_name = compareGroups)]
pub fn compare_groups(groups: JsValue) -> Result<JsValue, JsValue> {
    call(groups, |groups: Vec<m::Group>| m::compare_groups(&groups))
}

#[wasm_bindgen(js_name = comparePaired)]
pub fn compare_paired(difference: JsValue) -> Result<JsValue, JsValue> {
    call(difference, |difference| m::compare_paired(&difference))
}

#[wasm_bindgen(js_name = compareShares)]
pub fn compare_shares(a: JsValue, b: JsValue) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_shares(&a, &b))
}

#[wasm_bindgen(js_name = compareNps)]
pub fn compare_nps(a: JsValue, b: JsValue) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_nps(&a, &b))
}
