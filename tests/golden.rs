//! Golden cases: numbers computed elsewhere, from the same files that the browser runs.

#[allow(dead_code, reason = "each test uses its own part")]
mod cases;
#[allow(dead_code, reason = "each test uses its own part")]
mod functions;

use cases::Case;
use serde_json::Value as Json;

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

fn check(case: &Case, faults: &mut Vec<String>) {
    let (label, expected) = (&case.label, &case.expected);
    match ((functions::named(&case.function).call)(&case.args), expected.get("error")) {
        (Ok(outcome), None) => match (&outcome.json, expected) {
            (Json::Object(found), Json::Object(expected)) => {
                for (key, expected) in expected {
                    let found = found.get(key).unwrap_or_else(|| panic!("{label}: the result has no {key:?}"));
                    differences(found, expected, tolerance(case.tolerance.as_ref(), Some(key)), &format!("{label}: {key}"), faults);
                }
            }
            (found, expected) => differences(found, expected, tolerance(case.tolerance.as_ref(), None), label, faults),
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
    let cases = cases::all();
    let mut faults = Vec::new();
    cases.iter().for_each(|case| check(case, &mut faults));
    assert!(faults.is_empty(), "{} of {} cases differ:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn no_result_has_a_negative_zero() {
    fn negative(json: &Json) -> bool {
        match json {
            Json::Number(number) => number.as_f64().is_some_and(|number| number == 0.0 && number.is_sign_negative()),
            Json::Array(list) => list.iter().any(negative),
            Json::Object(map) => map.values().any(negative),
            _ => false,
        }
    }
    for case in cases::all() {
        if let Ok(outcome) = (functions::named(&case.function).call)(&case.args) {
            assert!(!negative(&outcome.json), "{}: {}", case.label, outcome.json);
        }
    }
}

#[test]
fn every_function_has_a_golden_case() {
    let cases = cases::all();
    let without: Vec<&str> =
        functions::ALL.iter().map(|function| function.name).filter(|name| !cases.iter().any(|case| case.function == *name)).collect();
    assert!(without.is_empty(), "no golden case for {}", without.join(", "));
}
