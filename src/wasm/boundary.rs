//! What crosses the boundary, and how: values in, plain objects out, errors as `ManyiError`.

use wasm_bindgen::prelude::*;

use crate::error::Error;

#[wasm_bindgen(raw_module = "../../src/error")]
extern "C" {
    /// The package's error class; all wasm files throw the same one.
    pub(crate) type ManyiError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, message: &str, path: Option<String>) -> ManyiError;
}

/// An error, as JavaScript throws it.
pub(crate) fn thrown(error: Error) -> JsValue {
    ManyiError::new(error.code(), &error.to_string(), error.path().map(Into::into)).into()
}

#[cfg(feature = "report")]
pub(crate) use values::{read, write};

#[cfg(feature = "full")]
pub(crate) use values::{call, call_two};

#[cfg(feature = "report")]
mod values {
    use serde::Serialize;
    use serde_wasm_bindgen::{Deserializer, Serializer};
    use wasm_bindgen::prelude::*;

    use super::thrown;
    use crate::error::Error;
    use crate::value::{Read, Value, json};

    /// Reads a JavaScript value as a type, strictly.
    pub(crate) fn read<T: Read>(input: JsValue) -> Result<T, JsValue> {
        typed(input).map_err(thrown)
    }

    fn typed<T: Read>(input: JsValue) -> Result<T, Error> {
        Value::from_deserializer(Deserializer::from(input)).map_err(|error| json::stopped(error.to_string())).and_then(|value| value.read())
    }

    /// Writes a result as a plain object; what is undefined is `null`.
    pub(crate) fn write<T: Serialize>(result: &T) -> Result<JsValue, JsValue> {
        result.serialize(&Serializer::json_compatible()).map_err(Into::into)
    }

    /// Read, call, write.
    #[cfg(feature = "full")]
    pub(crate) fn call<I: Read, O: Serialize>(input: JsValue, function: impl FnOnce(I) -> Result<O, Error>) -> Result<JsValue, JsValue> {
        write(&function(read(input)?).map_err(thrown)?)
    }

    /// Read two arguments, call, write; the names start the paths of their errors.
    #[cfg(feature = "full")]
    pub(crate) fn call_two<A: Read, B: Read, O: Serialize>(
        names: [&str; 2],
        first: JsValue,
        second: JsValue,
        function: impl FnOnce(A, B) -> Result<O, Error>,
    ) -> Result<JsValue, JsValue> {
        let first = typed(first).map_err(|error| thrown(error.within(names[0])))?;
        let second = typed(second).map_err(|error| thrown(error.within(names[1])))?;
        write(&function(first, second).map_err(thrown)?)
    }
}
