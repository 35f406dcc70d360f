//! The measures, as JavaScript calls them.

use wasm_bindgen::prelude::*;

use super::boundary::{call, call_two};
use crate::measure as m;

#[wasm_bindgen(unchecked_return_type = "AhpResult")]
pub fn ahp(#[wasm_bindgen(unchecked_param_type = "AhpInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp(&input))
}

#[wasm_bindgen(js_name = ahpHierarchy, unchecked_return_type = "AhpHierarchyResult")]
pub fn ahp_hierarchy(#[wasm_bindgen(unchecked_param_type = "AhpHierarchyInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp_hierarchy(&input))
}

#[wasm_bindgen(js_name = ahpGroup, unchecked_return_type = "AhpGroupResult")]
pub fn ahp_group(#[wasm_bindgen(unchecked_param_type = "AhpGroupInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ahp_group(&input))
}

#[wasm_bindgen(js_name = satisfactionIndex, unchecked_return_type = "IndexResult")]
pub fn satisfaction_index(#[wasm_bindgen(unchecked_param_type = "IndexInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::satisfaction_index(&input))
}

#[wasm_bindgen(js_name = anchoredIndex, unchecked_return_type = "AnchoredIndex")]
pub fn anchored_index(#[wasm_bindgen(unchecked_param_type = "AnchoredIndexInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::anchored_index(&input))
}

#[wasm_bindgen(unchecked_return_type = "Csat")]
pub fn csat(#[wasm_bindgen(unchecked_param_type = "CsatInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::csat(&input))
}

#[wasm_bindgen(unchecked_return_type = "Nps")]
pub fn nps(#[wasm_bindgen(unchecked_param_type = "NpsInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::nps(&input))
}

#[wasm_bindgen(unchecked_return_type = "Ces")]
pub fn ces(#[wasm_bindgen(unchecked_param_type = "CesInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::ces(&input))
}

#[wasm_bindgen(unchecked_return_type = "ConfirmationResult")]
pub fn confirmation(#[wasm_bindgen(unchecked_param_type = "ConfirmationInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::confirmation(&input))
}

#[wasm_bindgen(unchecked_return_type = "Gaps")]
pub fn gap(#[wasm_bindgen(unchecked_param_type = "GapInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::gap(&input))
}

#[wasm_bindgen(unchecked_return_type = "Kano")]
pub fn kano(#[wasm_bindgen(unchecked_param_type = "KanoInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::kano(&input))
}

#[wasm_bindgen(js_name = penaltyReward, unchecked_return_type = "PenaltyReward")]
pub fn penalty_reward(#[wasm_bindgen(unchecked_param_type = "PenaltyRewardInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::penalty_reward(&input))
}

#[wasm_bindgen(js_name = pathModel, unchecked_return_type = "PathModel")]
pub fn path_model(#[wasm_bindgen(unchecked_param_type = "PathModelInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::path_model(&input))
}

#[wasm_bindgen(unchecked_return_type = "Reliability")]
pub fn reliability(#[wasm_bindgen(unchecked_param_type = "ReliabilityInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::reliability(&input))
}

#[wasm_bindgen(unchecked_return_type = "QuadrantsResult")]
pub fn quadrants(#[wasm_bindgen(unchecked_param_type = "QuadrantsInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::quadrants(&input))
}

#[wasm_bindgen(unchecked_return_type = "Drivers")]
pub fn drivers(#[wasm_bindgen(unchecked_param_type = "DriversInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::drivers(&input))
}

#[wasm_bindgen(unchecked_return_type = "Proportion")]
pub fn proportion(#[wasm_bindgen(unchecked_param_type = "ProportionInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::proportion(&input))
}

#[wasm_bindgen(js_name = compareMeans, unchecked_return_type = "MeansCompared")]
pub fn compare_means(
    #[wasm_bindgen(unchecked_param_type = "Group")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Group")] b: JsValue,
) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_means(&a, &b))
}

#[wasm_bindgen(unchecked_return_type = "number[]")]
pub fn adjust(
    #[wasm_bindgen(unchecked_param_type = "number[]")] p: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Adjustment")] method: JsValue,
) -> Result<JsValue, JsValue> {
    call_two(["p", "method"], p, method, |p: Vec<m::Share>, method| m::adjust(&p, method))
}

#[wasm_bindgen(js_name = loyaltyIndex, unchecked_return_type = "LoyaltyIndex")]
pub fn loyalty_index(#[wasm_bindgen(unchecked_param_type = "LoyaltyIndexInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::loyalty_index(&input))
}

#[wasm_bindgen(js_name = loyaltyStaircase, unchecked_return_type = "Staircase")]
pub fn loyalty_staircase(#[wasm_bindgen(unchecked_param_type = "StaircaseInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::loyalty_staircase(&input))
}

#[wasm_bindgen(unchecked_return_type = "Retention")]
pub fn retention(#[wasm_bindgen(unchecked_param_type = "RetentionInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::retention(&input))
}

#[wasm_bindgen(js_name = whatIf, unchecked_return_type = "WhatIf")]
pub fn what_if(#[wasm_bindgen(unchecked_param_type = "WhatIfInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::what_if(&input))
}

#[wasm_bindgen(js_name = deliveredValue, unchecked_return_type = "DeliveredValue")]
pub fn delivered_value(#[wasm_bindgen(unchecked_param_type = "DeliveredValueInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::delivered_value(&input))
}

#[wasm_bindgen(js_name = lifetimeValue, unchecked_return_type = "LifetimeValue")]
pub fn lifetime_value(#[wasm_bindgen(unchecked_param_type = "LifetimeValueInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::lifetime_value(&input))
}

#[wasm_bindgen(unchecked_return_type = "Tiers")]
pub fn tiers(#[wasm_bindgen(unchecked_param_type = "TiersInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::tiers(&input))
}

#[wasm_bindgen(unchecked_return_type = "Churn")]
pub fn churn(#[wasm_bindgen(unchecked_param_type = "ChurnInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::churn(&input))
}

#[wasm_bindgen(js_name = tierGrid, unchecked_return_type = "TierGrid")]
pub fn tier_grid(#[wasm_bindgen(unchecked_param_type = "TierGridInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::tier_grid(&input))
}

#[wasm_bindgen(js_name = wordOfMouth, unchecked_return_type = "WordOfMouth")]
pub fn word_of_mouth(#[wasm_bindgen(unchecked_param_type = "WordOfMouthInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::word_of_mouth(&input))
}

#[wasm_bindgen(js_name = sampleSize, unchecked_return_type = "SampleSize")]
pub fn sample_size(#[wasm_bindgen(unchecked_param_type = "SampleSizeInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::sample_size(&input))
}

#[wasm_bindgen(js_name = crossTable, unchecked_return_type = "CrossTable")]
pub fn cross_table(#[wasm_bindgen(unchecked_param_type = "CrossTableInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::cross_table(&input))
}

#[wasm_bindgen(js_name = indicatorIndex, unchecked_return_type = "IndicatorIndex")]
pub fn indicator_index(#[wasm_bindgen(unchecked_param_type = "IndicatorIndexInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::indicator_index(&input))
}

#[wasm_bindgen(js_name = serviceLevel, unchecked_return_type = "ServiceLevel")]
pub fn service_level(#[wasm_bindgen(unchecked_param_type = "ServiceLevelInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::service_level(&input))
}

#[wasm_bindgen(js_name = priceBand, unchecked_return_type = "PriceBand")]
pub fn price_band(#[wasm_bindgen(unchecked_param_type = "PriceBandInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::price_band(&input))
}

#[wasm_bindgen(js_name = customerRates, unchecked_return_type = "CustomerRates")]
pub fn customer_rates(#[wasm_bindgen(unchecked_param_type = "CustomerRatesInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| m::customer_rates(&input))
}

#[wasm_bindgen(js_name = defaultStaircase, unchecked_return_type = "StaircaseRule[]")]
pub fn default_staircase(
    #[wasm_bindgen(unchecked_optional_param_type = "StaircaseThresholds")] thresholds: JsValue,
) -> Result<JsValue, JsValue> {
    call(thresholds, |thresholds: Option<m::StaircaseThresholds>| m::default_staircase(&thresholds.unwrap_or_default()))
}

#[wasm_bindgen(js_name = probabilityBand, unchecked_return_type = "ProbabilityBand")]
pub fn probability_band(#[wasm_bindgen(unchecked_param_type = "number")] probability: JsValue) -> Result<JsValue, JsValue> {
    call(probability, m::probability_band)
}

#[wasm_bindgen(js_name = compareGroups, unchecked_return_type = "GroupsCompared")]
pub fn compare_groups(#[wasm_bindgen(unchecked_param_type = "Group[]")] groups: JsValue) -> Result<JsValue, JsValue> {
    call(groups, |groups: Vec<m::Group>| m::compare_groups(&groups))
}

#[wasm_bindgen(js_name = comparePaired, unchecked_return_type = "PairsCompared")]
pub fn compare_paired(#[wasm_bindgen(unchecked_param_type = "Group")] difference: JsValue) -> Result<JsValue, JsValue> {
    call(difference, |difference| m::compare_paired(&difference))
}

#[wasm_bindgen(js_name = compareShares, unchecked_return_type = "SharesCompared")]
pub fn compare_shares(
    #[wasm_bindgen(unchecked_param_type = "CountOfTotal")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "CountOfTotal")] b: JsValue,
) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_shares(&a, &b))
}

#[wasm_bindgen(js_name = compareNps, unchecked_return_type = "NpsCompared")]
pub fn compare_nps(
    #[wasm_bindgen(unchecked_param_type = "NpsCounts")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "NpsCounts")] b: JsValue,
) -> Result<JsValue, JsValue> {
    call_two(["a", "b"], a, b, |a, b| m::compare_nps(&a, &b))
}
