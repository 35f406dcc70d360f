//! Golden cases: numbers computed elsewhere, from the same files that the browser runs.
//!
//! A file is one case `{name, function, source, input | args, expected, tolerance}` or `{name, source, cases: […]}`, where a
//! case may leave out what it shares with its file. `expected` is a part of the result: keys it does not name are not looked at.
//! `{"error": code, "path": …}` expects a refusal. `tolerance` is absolute: a number, or one per top-level key with `default`.

mod functions;

use std::fs;
use std::path::PathBuf;

use manyi::value::Value;
use serde_json::Value as Json;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A file's name, what is expected, and the inputs: read twice, because the order of keys matters to inputs only.
fn files() -> Vec<(String, Json, Value)> {
    let mut files: Vec<(String, Json, Value)> = fs::read_dir(folder())
        .expect("tests/golden is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a readable file");
            let json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let inputs = Value::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, json, inputs)
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

/// A key of the case, or else of its file.
fn key<'a>(case: &'a Json, file: &'a Json, name: &str) -> Option<&'a Json> {
    case.get(name).or_else(|| file.get(name))
}

fn tolerance(of: Option<&Json>, key: Option<&str>) -> f64 {
    match of {
        Some(Json::Number(number)) => number.as_f64().expect("a number"),
        Some(Json::Object(map)) => key.and_then(|key| map.get(key)).or_else(|| map.get("default")).and_then(Json::as_f64).unwrap_or(0.0),
        _ => 0.0,
    }
}

/// Every place where the found result is not what is expected.
fn differences(found: &Json, expected: &Json, within: f64, path: &str, into: &mut Vec<String>) {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => {
            for (key, expected) in expected {
                match found.get(key) {
                    Some(found) => differences(found, expected, within, &format!("{path}.{key}"), into),
                    None => into.push(format!("{path}.{key} is missing")),
                }
            }
        }
        (Json::Array(found), Json::Array(expected)) if found.len() == expected.len() => {
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                differences(found, expected, within, &format!("{path}[{index}]"), into);
            }
        }
        (Json::Number(found), Json::Number(expected)) => {
            let (found, expected) = (found.as_f64().expect("a number"), expected.as_f64().expect("a number"));
            if (found - expected).abs() > within {
                into.push(format!("{path} is {found}, expected {expected} ± {within}"));
            }
        }
        _ if found == expected => {}
        _ => into.push(format!("{path} is {found}, expected {expected}")),
    }
}

fn entry<'a>(record: &'a Value, key: &str) -> Option<&'a Value> {
    match record {
        Value::Record(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

fn check(label: &str, case: &Json, inputs: &Value, file: &Json, faults: &mut Vec<String>) {
    let name = key(case, file, "function").and_then(Json::as_str).unwrap_or_else(|| panic!("{label} names no function"));
    let args: Vec<Value> = match (entry(inputs, "args"), entry(inputs, "input")) {
        (Some(Value::List(args)), None) => args.clone(),
        (None, Some(input)) => vec![input.clone()],
        _ => panic!("{label} needs either input or args"),
    };
    let expected = case.get("expected").unwrap_or_else(|| panic!("{label} expects nothing"));
    let allowed = key(case, file, "tolerance");
    match ((functions::named(name).call)(&args), expected.get("error")) {
        (Ok(outcome), None) => match (&outcome.json, expected) {
            (Json::Object(found), Json::Object(expected)) => {
                for (key, expected) in expected {
                    let found = found.get(key).unwrap_or_else(|| panic!("{label}: the result has no {key:?}"));
                    differences(found, expected, tolerance(allowed, Some(key)), &format!("{label}: {key}"), faults);
                }
            }
            (found, expected) => differences(found, expected, tolerance(allowed, None), label, faults),
        },
        (Err(error), Some(code)) => {
            if code.as_str() != Some(error.code()) || expected.get("path").is_some_and(|path| path.as_str() != error.path()) {
                faults.push(format!("{label}: refused with {} at {:?} ({error}), expected {expected}", error.code(), error.path()));
            }
        }
        (Ok(outcome), Some(code)) => faults.push(format!("{label}: expected a refusal {code}, found {}", outcome.json)),
        (Err(error), None) => faults.push(format!("{label}: refused: {error}")),
    }
}

#[test]
fn every_golden_case_is_met() {
    let mut faults = Vec::new();
    let mut cases = 0;
    for (name, file, inputs) in files() {
        assert!(file.get("source").and_then(Json::as_str).is_some_and(|source| !source.is_empty()), "{name} names no source");
        match (file.get("cases"), entry(&inputs, "cases")) {
            (Some(Json::Array(list)), Some(Value::List(inputs))) => {
                assert!(!list.is_empty(), "{name} has no cases");
                for (index, (case, inputs)) in list.iter().zip(inputs).enumerate() {
                    check(&format!("{name}[{index}]"), case, inputs, &file, &mut faults);
                }
                cases += list.len();
            }
            _ => {
                check(&name, &file, &inputs, &file, &mut faults);
                cases += 1;
            }
        }
    }
    assert!(cases > 0, "tests/golden is empty");
    assert!(faults.is_empty(), "{} of {cases} cases differ:\n{}", faults.len(), faults.join("\n"));
}
