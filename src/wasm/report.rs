//! Façade of `report`.

use wasm_bindgen::prelude::*;

use super::boundary::{read, thrown, write};
use super::pictures::{drawn, marked, written};
use super::tally::TallyHandle;
use crate::error::{Error, Problem};
use crate::plot::{Chart, Picture, Words};
use crate::report::{self, AnalyseOptions, Report};
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

/// A report that JavaScript holds: its numbers, and pictures of them.
#[wasm_bindgen]
pub struct ReportHandle(Report);

#[wasm_bindgen]
impl ReportHandle {
    /// Whatever the survey's questions allow.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "SurveyDefinition")] survey: JsValue,
        tally: &TallyHandle,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue,
    ) -> Result<ReportHandle, JsValue> {
        let survey: Survey = read(survey)?;
        let options = read::<Option<AnalyseOptions>>(options)?.unwrap_or_default();
        tally.with(|intake| report::analyse(&survey, intake.tally(), &options)).map(Self).map_err(thrown)
    }

    /// The report as a plain object; absent parts are `null`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn written(&self) -> Result<JsValue, JsValue> {
        write(&self.0)
    }

    /// Draws a chart of it over the whole bitmap of a canvas; the bitmap's size is the caller's to set.
    pub fn draw(
        &self,
        #[wasm_bindgen(unchecked_param_type = "HTMLCanvasElement | OffscreenCanvas")] canvas: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "About")] about: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DrawOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        drawn(&self.picture(chart, about)?, &canvas, options)
    }

    /// What of that chart can be pointed at, and where it lies, in CSS pixels.
    #[wasm_bindgen(unchecked_return_type = "Marks")]
    pub fn marks(
        &self,
        #[wasm_bindgen(unchecked_param_type = "HTMLCanvasElement | OffscreenCanvas")] canvas: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "About")] about: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DrawOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        write(&marked(&self.picture(chart, about)?, &canvas, options)?)
    }

    /// A chart of it as SVG text that stands alone.
    pub fn svg(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "About")] about: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SvgOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        written(&self.picture(chart, about)?, options)
    }

    /// What a chart of it shows, in words, for those who do not see it.
    pub fn describe(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "About")] about: JsValue,
        language: &str,
    ) -> Result<String, JsValue> {
        Ok(self.picture(chart, about)?.summary(language))
    }

    /// Takes up the words of its charts in a language, by its tag: one a line. Says whether it has them now.
    pub fn teach(&self, language: String, words: String) -> bool {
        Words::teach(language, words)
    }

    /// The height in CSS pixels that suits a chart of a width.
    #[wasm_bindgen(js_name = chartHeight)]
    pub fn chart_height(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "About")] about: JsValue,
        width: f64,
    ) -> Result<f64, JsValue> {
        Ok(self.picture(chart, about)?.height(width))
    }
}

impl ReportHandle {
    fn picture(&self, chart: JsValue, about: JsValue) -> Result<Picture, JsValue> {
        let nothing = || thrown(Error::new(Problem::NotDrawn { message: "the report has nothing for this chart".into() }));
        Picture::of(read::<Chart>(chart)?, &self.0, read(about)?).ok_or_else(nothing)
    }
}
