//! Façade of `survey`.

#![expect(unreachable_pub, reason = "wasm-bindgen exports only what is pub")]

use wasm_bindgen::prelude::*;

use super::boundary::{document, thrown, write};
use crate::survey::Survey;

/// Checks a definition (JSON text or an object) and returns it with its defaults filled in.
#[wasm_bindgen(js_name = checkSurvey, unchecked_return_type = "SurveyDefinition")]
pub fn check_survey(#[wasm_bindgen(unchecked_param_type = "string | object")] definition: JsValue) -> Result<JsValue, JsValue> {
    let survey: Survey = document(definition)?.read().map_err(thrown)?;
    write(&survey)
}
