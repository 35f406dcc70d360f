//! What crosses the boundary, and how: values in, plain objects out, errors as `ManyiError`.

use wasm_bindgen::prelude::*;

use crate::error::Error;
#[cfg(feature = "report")]
use crate::value::{Read, Value};

#[wasm_bindgen(raw_module = "../../src/error")]
extern "C" {
    /// The package's error class; all wasm files throw the same one.
    pub(crate) type ManyiError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, message: &str, path: Option<String>) -> ManyiError;
}

#[cfg(feature = "report")]
#[wasm_bindgen(raw_module = "../../src/input")]
extern "C" {
    #[wasm_bindgen(catch, js_name = numbersOf)]
    fn numbers_of(value: &JsValue, place: &str) -> Result<Vec<f64>, JsValue>;
}

/// An error, as JavaScript throws it.
#[cold]
pub(crate) fn thrown(error: Error) -> JsValue {
    ManyiError::new(error.code(), &error.message(), error.path().map(Into::into)).into()
}

/// Reads a JavaScript value as a type, strictly.
#[cfg(feature = "report")]
pub(crate) fn read<T: Read>(input: JsValue) -> Result<T, JsValue> {
    value(input, "")?.read().map_err(thrown)
}

/// A JavaScript value, not yet trusted; `place` begins the path of what is wrong with it.
#[cfg(feature = "report")]
fn value(input: JsValue, place: &str) -> Result<Value, JsValue> {
    numbers_of(&input, place).map(|numbers| Value::from_numbers(&numbers))
}

/// Writes a result as a plain object; what is undefined is `null`.
#[cfg(feature = "full")]
pub(crate) fn write<T: serde::Serialize>(result: &T) -> Result<JsValue, JsValue> {
    result.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(Into::into)
}

/// Writes a result as a plain object; what is undefined is `null`. The page of a report makes the object itself, out of numbers: that weighs
/// a third, and it has few results to write.
#[cfg(all(feature = "report", not(feature = "full")))]
pub(crate) fn write<T: serde::Serialize>(result: &T) -> Result<JsValue, JsValue> {
    #[wasm_bindgen(raw_module = "../../src/output")]
    extern "C" {
        #[wasm_bindgen(js_name = valueOf)]
        fn value_of(numbers: &[f64]) -> JsValue;
    }
    Ok(value_of(&crate::value::spelt(result)))
}

#[cfg(feature = "full")]
pub(crate) use functions::{call, call_two, document};

#[cfg(feature = "full")]
mod functions {
    use serde::Serialize;
    use wasm_bindgen::prelude::*;

    use super::{read, thrown, value, write};
    use crate::error::Error;
    use crate::value::{Read, Value};

    #[wasm_bindgen(raw_module = "../../src/input")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = numbersOfDocument)]
        fn numbers_of_document(value: &JsValue) -> Result<Vec<f64>, JsValue>;
    }

    /// An object, or the JSON text of one.
    pub(crate) fn document(input: JsValue) -> Result<Value, JsValue> {
        numbers_of_document(&input).map(|numbers| Value::from_numbers(&numbers))
    }

    /// Read, call, write.
    pub(crate) fn call<I: Read, O: Serialize>(input: JsValue, function: impl FnOnce(I) -> Result<O, Error>) -> Result<JsValue, JsValue> {
        write(&function(read(input)?).map_err(thrown)?)
    }

    /// Read two arguments, call, write; the names start the paths of their errors.
    pub(crate) fn call_two<A: Read, B: Read, O: Serialize>(
        names: [&str; 2],
        first: JsValue,
        second: JsValue,
        function: impl FnOnce(A, B) -> Result<O, Error>,
    ) -> Result<JsValue, JsValue> {
        let first = named(names[0], first)?;
        let second = named(names[1], second)?;
        write(&function(first, second).map_err(thrown)?)
    }

    fn named<T: Read>(name: &str, input: JsValue) -> Result<T, JsValue> {
        value(input, name)?.read().map_err(|error| thrown(error.within(name)))
    }
}
