//! The golden files, read: `tests/golden/README.md` says how they are written.

use std::fs;
use std::path::PathBuf;

use manyi::value::Value;
use serde_json::Value as Json;

/// One case of a golden file.
pub(crate) struct Case {
    /// The file, and its place there.
    pub(crate) label: String,
    /// The JavaScript name of the function.
    pub(crate) function: String,
    /// Its arguments, the keys of their records in order.
    pub(crate) args: Vec<Value>,
    /// What is expected.
    pub(crate) expected: Json,
    /// How near it must be.
    pub(crate) tolerance: Option<Json>,
}

/// All cases of all files.
pub(crate) fn all() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/golden is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let cases: Vec<Case> = paths.iter().flat_map(of_file).collect();
    assert!(!cases.is_empty(), "tests/golden is empty");
    cases
}

fn of_file(path: &PathBuf) -> Vec<Case> {
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a readable file");
    // Read twice: the order of keys matters to inputs only, and serde_json does not keep it.
    let file: Json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let inputs = Value::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(file.get("source").and_then(Json::as_str).is_some_and(|source| !source.is_empty()), "{name} names no source");
    match (file.get("cases"), entry(&inputs, "cases")) {
        (Some(Json::Array(cases)), Some(Value::List(inputs))) => {
            assert!(!cases.is_empty(), "{name} has no cases");
            cases
                .iter()
                .zip(inputs)
                .enumerate()
                .map(|(index, (case, inputs))| of_case(format!("{name}[{index}]"), case, inputs, &file))
                .collect()
        }
        _ => vec![of_case(name, &file, &inputs, &file)],
    }
}

fn of_case(label: String, case: &Json, inputs: &Value, file: &Json) -> Case {
    let key = |name: &str| case.get(name).or_else(|| file.get(name));
    let args = match (entry(inputs, "args"), entry(inputs, "input")) {
        (Some(Value::List(args)), None) => args.clone(),
        (None, Some(input)) => vec![input.clone()],
        _ => panic!("{label} needs either input or args"),
    };
    Case {
        function: key("function").and_then(Json::as_str).unwrap_or_else(|| panic!("{label} names no function")).into(),
        args,
        expected: case.get("expected").unwrap_or_else(|| panic!("{label} expects nothing")).clone(),
        tolerance: key("tolerance").cloned(),
        label,
    }
}

fn entry<'a>(record: &'a Value, key: &str) -> Option<&'a Value> {
    match record {
        Value::Record(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}
