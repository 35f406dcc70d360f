//! Façade of `answers::foreign`: files that were not made for the survey.

#![expect(unreachable_pub, reason = "wasm-bindgen exports only what is pub")]

use wasm_bindgen::prelude::*;

use super::boundary::{call, read, thrown, write};
use crate::answers;
use crate::survey::Survey;

/// What the columns of a CSV may hold, from its first bytes; with a survey, also which answer keys they seem to be.
#[wasm_bindgen(js_name = guessColumns, unchecked_return_type = "ColumnGuesses")]
pub fn guess_columns(
    head: &[u8],
    #[wasm_bindgen(unchecked_optional_param_type = "SurveyDefinition")] survey: JsValue,
) -> Result<JsValue, JsValue> {
    let survey: Option<Survey> = read(survey)?;
    write(&answers::guess_columns(head, survey.as_ref()).map_err(thrown)?)
}

/// The survey that a CSV with these columns would be answers to, and the answer key of each header.
#[wasm_bindgen(js_name = proposeSurvey, unchecked_return_type = "Proposal")]
pub fn propose_survey(#[wasm_bindgen(unchecked_param_type = "ProposalInput")] input: JsValue) -> Result<JsValue, JsValue> {
    call(input, |input| answers::propose_survey(&input))
}
