//! Façade of what a report asks further of a tally: one attribute, better scores, an earlier period.

use wasm_bindgen::prelude::*;

use super::boundary::{read, thrown, write};
use super::tally::TallyHandle;
use crate::report::{self, AnalyseOptions};

fn options(options: JsValue) -> Result<AnalyseOptions, JsValue> {
    Ok(read::<Option<AnalyseOptions>>(options)?.unwrap_or_default())
}

#[wasm_bindgen]
impl TallyHandle {
    /// How one attribute's answers spread, and what each segment says of it.
    #[wasm_bindgen(unchecked_return_type = "Detail")]
    pub fn detail(
        &self,
        attribute: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] asked: JsValue,
    ) -> Result<JsValue, JsValue> {
        let asked = options(asked)?;
        write(&self.with(|intake| report::detail(intake.survey(), intake.tally(), &asked, attribute)).map_err(thrown)?)
    }

    /// What follows if these attributes had these mean scores.
    #[wasm_bindgen(unchecked_return_type = "Supposed")]
    pub fn suppose(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, number>")] changes: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] asked: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (changes, asked) = (read::<crate::value::Entries<f64>>(changes)?, options(asked)?);
        write(&self.with(|intake| report::suppose(intake.survey(), intake.tally(), &asked, &changes)).map_err(thrown)?)
    }

    /// What changed since an earlier period.
    #[wasm_bindgen(unchecked_return_type = "Changes")]
    pub fn changes(
        &self,
        then: &TallyHandle,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] asked: JsValue,
    ) -> Result<JsValue, JsValue> {
        if std::ptr::eq(self, then) {
            return Err(thrown(crate::error::Error::new(crate::error::Problem::SelfMerge)));
        }
        let asked = options(asked)?;
        let both = |now: &mut crate::tally::Intake| then.with(|then| report::changes(now.survey(), now.tally(), then.tally(), &asked));
        write(&self.with(both).map_err(thrown)?)
    }
}
