//! Façade of `report`.

#![expect(unreachable_pub, reason = "wasm-bindgen exports only what is pub")]

use wasm_bindgen::prelude::*;

use super::boundary::{read, thrown, write};
use super::tally::TallyHandle;
use crate::report::{self, AnalyseOptions};
use crate::survey::Survey;

/// Where the types are that the functions here name; two of them share their names with types of the browser.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { SurveyDefinition } from "../../src/definition.js";
type Answer = number | string | string[];
type MinimumCell = number;
/** Where the importance of attributes comes from. */
export type Importance = "stated" | DriverMethod;
"#;

/// Whatever the survey's questions allow; absent parts are `null`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyse(
    #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
    tally: &TallyHandle,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let survey: Survey = read(survey)?;
    let options = read::<Option<AnalyseOptions>>(options)?.unwrap_or_default();
    write(&tally.with(|intake| report::analyse(&survey, intake.tally(), &options)).map_err(thrown)?)
}
