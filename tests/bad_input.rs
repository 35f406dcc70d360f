//! Every function against every kind of bad input, at every place of a good one: a refusal that tells where, or `null`; never NaN.

#[allow(dead_code, reason = "each test uses its own part")]
mod cases;
#[allow(dead_code, reason = "each test uses its own part")]
mod functions;

use cases::Case;
use functions::{ALL, Function, Outcome};
use manyi::Error;
use manyi::value::Value;

/// What is put in place of a good value, and what must come of it.
struct Fault {
    name: &'static str,
    verdict: Verdict,
    spoil: fn(&Value) -> Option<Value>,
}

/// What must come of bad input.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    /// A refusal with this code, at the very place.
    RefusedHere(&'static str),
    /// A refusal.
    Refused,
    /// A refusal, or a result without NaN.
    NeverNaN,
}

fn number(value: &Value, to: impl Fn(f64) -> f64) -> Option<Value> {
    match value {
        Value::Number(number) => Some(Value::Number(to(*number))),
        _ => None,
    }
}

fn list(value: &Value, change: impl Fn(&mut Vec<Value>)) -> Option<Value> {
    let Value::List(entries) = value else { return None };
    let mut entries = entries.clone();
    change(&mut entries);
    Some(Value::List(entries))
}

fn record(value: &Value, change: impl Fn(&mut Vec<(String, Value)>)) -> Option<Value> {
    let Value::Record(entries) = value else { return None };
    let mut entries = entries.clone();
    change(&mut entries);
    Some(Value::Record(entries))
}

const FAULTS: &[Fault] = &[
    Fault { name: "NaN", verdict: Verdict::RefusedHere("not-finite"), spoil: |value| number(value, |_| f64::NAN) },
    Fault { name: "Infinity", verdict: Verdict::RefusedHere("not-finite"), spoil: |value| number(value, |_| f64::INFINITY) },
    Fault { name: "-Infinity", verdict: Verdict::RefusedHere("not-finite"), spoil: |value| number(value, |_| f64::NEG_INFINITY) },
    Fault {
        name: "a list for a number",
        verdict: Verdict::RefusedHere("wrong-type"),
        spoil: |value| number(value, |x| x).map(|_| Value::List(vec![])),
    },
    Fault { name: "a negative number", verdict: Verdict::NeverNaN, spoil: |value| number(value, |x| -1.0 - x.abs()) },
    Fault { name: "zero", verdict: Verdict::NeverNaN, spoil: |value| number(value, |_| 0.0) },
    Fault { name: "a fraction more", verdict: Verdict::NeverNaN, spoil: |value| number(value, |x| x + 0.37) },
    Fault { name: "a vast number", verdict: Verdict::NeverNaN, spoil: |value| number(value, |_| 1e308) },
    Fault { name: "a vast negative number", verdict: Verdict::NeverNaN, spoil: |value| number(value, |_| -1e308) },
    Fault { name: "a large number", verdict: Verdict::NeverNaN, spoil: |value| number(value, |_| 1e60) },
    Fault { name: "a tiny number", verdict: Verdict::NeverNaN, spoil: |value| number(value, |_| 5e-324) },
    Fault { name: "null", verdict: Verdict::NeverNaN, spoil: |_| Some(Value::Null) },
    Fault { name: "an empty list", verdict: Verdict::NeverNaN, spoil: |value| list(value, Vec::clear) },
    Fault { name: "one entry less", verdict: Verdict::NeverNaN, spoil: |value| list(value, |entries| drop(entries.pop())) },
    Fault {
        name: "one entry more",
        verdict: Verdict::NeverNaN,
        spoil: |value| list(value, |entries| entries.extend(entries.last().cloned())),
    },
    Fault {
        name: "all entries the same",
        verdict: Verdict::NeverNaN,
        spoil: |value| {
            list(value, |entries| {
                let first = entries.first().cloned().unwrap_or(Value::Null);
                entries.fill(first);
            })
        },
    },
    Fault {
        name: "all entries zero",
        verdict: Verdict::NeverNaN,
        spoil: |value| {
            list(value, |entries| {
                entries.iter_mut().for_each(|entry| {
                    if let Value::Number(number) = entry {
                        *number = 0.0
                    }
                })
            })
        },
    },
    Fault { name: "a record for a list", verdict: Verdict::Refused, spoil: |value| list(value, |_| ()).map(|_| Value::Record(vec![])) },
    Fault { name: "a list for a record", verdict: Verdict::Refused, spoil: |value| record(value, |_| ()).map(|_| Value::List(vec![])) },
    Fault {
        name: "an unknown key",
        verdict: Verdict::Refused,
        spoil: |value| record(value, |entries| entries.push(("nonesuch".into(), Value::Bool(true)))),
    },
    Fault {
        name: "a key twice",
        verdict: Verdict::Refused,
        spoil: |value| match value {
            Value::Record(entries) if entries.is_empty() => None,
            _ => record(value, |entries| entries.extend(entries.first().cloned())),
        },
    },
    Fault { name: "no keys", verdict: Verdict::NeverNaN, spoil: |value| record(value, Vec::clear) },
    Fault {
        name: "a first key less",
        verdict: Verdict::NeverNaN,
        spoil: |value| {
            record(value, |entries| {
                if !entries.is_empty() {
                    entries.remove(0);
                }
            })
        },
    },
    Fault { name: "a last key less", verdict: Verdict::NeverNaN, spoil: |value| record(value, |entries| drop(entries.pop())) },
    Fault {
        name: "another text",
        verdict: Verdict::NeverNaN,
        spoil: |value| match value {
            Value::Text(_) => Some(Value::Text("nonesuch".into())),
            _ => None,
        },
    },
    Fault {
        name: "a number for a text",
        verdict: Verdict::Refused,
        spoil: |value| match value {
            Value::Text(_) => Some(Value::Number(1.0)),
            _ => None,
        },
    },
];

/// A step into a value: the place of an entry, and how the path names it.
type Steps = Vec<(usize, String)>;

/// All places in a value; of a list only the first and the last entry, for the others are no different.
fn places(value: &Value, here: &Steps, into: &mut Vec<Steps>) {
    into.push(here.clone());
    let mut deeper = |place: usize, name: String, value: &Value| {
        let mut steps = here.clone();
        steps.push((place, name));
        places(value, &steps, into);
    };
    match value {
        Value::List(entries) => {
            for place in [0, entries.len().saturating_sub(1)].into_iter().take(entries.len()) {
                deeper(place, format!("[{place}]"), &entries[place]);
            }
        }
        Value::Record(entries) => {
            for (place, (key, value)) in entries.iter().enumerate() {
                deeper(place, format!(".{key}"), value);
            }
        }
        _ => {}
    }
}

fn at<'a>(value: &'a mut Value, steps: &[(usize, String)]) -> &'a mut Value {
    steps.iter().fold(value, |value, (place, _)| match value {
        Value::List(entries) => &mut entries[*place],
        Value::Record(entries) => &mut entries[*place].1,
        _ => unreachable!("only lists and records have places"),
    })
}

/// Where any key, number, text or truth may stand: events of a customer, and values beside the dimensions of a grid.
fn is_free(function: &str, steps: &Steps) -> bool {
    let within = |name: &str| steps.iter().any(|(_, step)| step == name);
    match function {
        "loyaltyStaircase" => within(".events") || within(".is"),
        "tierGrid" => within(".values"),
        _ => false,
    }
}

fn has_nan(outcome: &Outcome) -> bool {
    outcome.debug.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "NaN" || word == "inf")
}

/// Why a verdict is not met.
fn complaint(verdict: Verdict, here: &str, result: &Result<Outcome, Error>) -> Option<String> {
    match (verdict, result) {
        (_, Ok(outcome)) if has_nan(outcome) => Some(format!("gives {}", outcome.debug)),
        (Verdict::NeverNaN, Ok(_)) => None,
        (_, Ok(outcome)) => Some(format!("is taken, and gives {}", outcome.json)),
        (_, Err(error)) if error.path().is_none() && !here.is_empty() && !here.starts_with('[') && here.contains(['.', '[']) => {
            Some(format!("is refused without a path: {error}"))
        }
        (Verdict::RefusedHere(code), Err(error)) if error.code() != code => {
            Some(format!("is refused as {}, not {code}: {error}", error.code()))
        }
        (Verdict::RefusedHere(_), Err(error)) => {
            // Keys that are no plain names are quoted in paths; compared without the dress.
            let bare = |path: &str| path.chars().filter(|c| !matches!(c, '.' | '[' | ']' | '"')).collect::<String>();
            let path = error.path().unwrap_or_default();
            (!bare(path).ends_with(&bare(here))).then(|| format!("is refused at {path:?}: {error}"))
        }
        (_, Err(_)) => None,
    }
}

fn check(function: &Function, good: &Case, faults: &mut Vec<String>) -> usize {
    let mut tried = 0;
    for (index, argument) in good.args.iter().enumerate() {
        let mut all = Vec::new();
        places(argument, &Vec::new(), &mut all);
        for steps in all {
            let here: String = steps.iter().map(|(_, name)| name.as_str()).collect();
            let here = here.trim_start_matches('.');
            for fault in FAULTS {
                let mut args = good.args.clone();
                let spot = at(&mut args[index], &steps);
                let Some(bad) = (fault.spoil)(spot) else { continue };
                if bad == *spot && fault.verdict != Verdict::NeverNaN {
                    continue;
                }
                *spot = bad;
                let verdict = if is_free(function.name, &steps) && !matches!(fault.verdict, Verdict::RefusedHere("not-finite")) {
                    Verdict::NeverNaN
                } else {
                    fault.verdict
                };
                tried += 1;
                if let Some(complaint) = complaint(verdict, here, &(function.call)(&args)) {
                    faults.push(format!("{}: {} at argument {index} {here:?} {complaint}", good.label, fault.name));
                }
            }
        }
    }
    tried
}

#[test]
fn bad_input_is_refused_with_its_place_and_nothing_ever_gives_nan() {
    let cases = cases::all();
    let mut faults = Vec::new();
    for function in ALL {
        let good: Vec<&Case> =
            cases.iter().filter(|case| case.function == function.name && case.expected.get("error").is_none()).take(3).collect();
        assert!(!good.is_empty(), "no good input for {} among the golden cases", function.name);
        let tried: usize = good.iter().map(|good| check(function, good, &mut faults)).sum();
        assert!(tried > 5, "only {tried} faults tried on {}", function.name);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.iter().take(60).cloned().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_argument_or_one_of_another_shape_is_refused() {
    let shapes =
        [Value::Null, Value::Bool(true), Value::Number(5.0), Value::Text("text".into()), Value::List(vec![]), Value::Record(vec![])];
    let mut taken = Vec::new();
    for function in ALL {
        if (function.call)(&[]).is_ok() && function.name != "defaultStaircase" {
            taken.push(format!("{} takes no argument", function.name));
        }
        for shape in &shapes {
            let fits = match function.name {
                // A record of nothing is a customer base nobody told anything about, or thresholds left as they are.
                "customerRates" | "defaultStaircase" => matches!(shape, Value::Record(_) | Value::Null),
                _ => false,
            };
            if !fits && (function.call)(std::slice::from_ref(shape)).is_ok() {
                taken.push(format!("{} takes {}", function.name, shape.describe()));
            }
        }
    }
    assert!(taken.is_empty(), "{}", taken.join("\n"));
}

#[test]
fn counts_are_never_negative_and_lists_that_belong_together_are_equally_long() {
    for (function, input, code, path) in [
        ("csat", r#"{"counts": [1, -2, 3]}"#, "out-of-range", Some("counts[1]")),
        ("csat", r#"{"counts": []}"#, "too-few", Some("counts")),
        ("csat", r#"{"counts": [1, 2], "levels": [1, 2, 3]}"#, "length-mismatch", Some("counts")),
        ("csat", r#"{"counts": [1, 2], "levels": [1, 1]}"#, "conflict", Some("levels[1]")),
        ("csat", r#"{"counts": [1, 2, 3], "satisfiedFrom": 4}"#, "out-of-range", Some("satisfiedFrom")),
        ("ces", r#"{"counts": [1, 2, 3]}"#, "length-mismatch", Some("counts")),
        ("ces", r#"{"counts": [1, 2, 3, 4, 5, 6, 7], "easyFrom": 8}"#, "out-of-range", Some("easyFrom")),
        ("nps", r#"{"counts": [1, 2, 3]}"#, "length-mismatch", Some("counts")),
        ("nps", r#"{"scores": [11]}"#, "out-of-range", Some("scores[0]")),
        ("nps", r#"{"scores": [8.5]}"#, "not-whole", Some("scores[0]")),
        ("nps", r#"{"scores": [8], "weights": [1, 2]}"#, "length-mismatch", Some("weights")),
        ("nps", r#"{"scores": [8], "weights": [-1]}"#, "out-of-range", Some("weights[0]")),
        ("nps", r#"{"counts": [0,0,0,0,0,0,0,0,0,0,0], "weights": [1]}"#, "unknown-key", Some("weights")),
        ("proportion", r#"{"count": 3, "total": 2}"#, "out-of-range", Some("count")),
        ("proportion", r#"{"count": 1, "total": 2, "level": 1}"#, "out-of-range", Some("level")),
        ("proportion", r#"{"count": 1, "totl": 2}"#, "unknown-key", Some("totl")),
        ("ahp", r#"{"matrix": [[1, 2], [0.4, 1]]}"#, "matrix-not-reciprocal", Some("matrix[1][0]")),
        ("ahp", r#"{"matrix": [[1, 2, 3], [0.5, 1]]}"#, "matrix-not-square", Some("matrix[0]")),
        ("ahp", r#"{"matrix": [[1, -2], [-0.5, 1]]}"#, "matrix-not-positive", Some("matrix[0][1]")),
        ("ahp", r#"{"matrix": [[2, 2], [0.5, 1]]}"#, "matrix-diagonal", Some("matrix[0][0]")),
        ("ahp", r#"{"matrix": [[1, null], [null, 1]]}"#, "matrix-not-connected", Some("matrix")),
        ("ahp", r#"{"matrix": [[1, 2], [null, 1]]}"#, "conflict", Some("matrix[1][0]")),
        ("ahp", r#"{"matrix": []}"#, "too-few", Some("matrix")),
        ("ahp", r#"{"matrix": [[1, 2], [0.5, 1]], "items": ["a"]}"#, "length-mismatch", Some("items")),
        ("ahp", r#"{"matrix": [[1]], "randomIndex": "saaty1990"}"#, "unknown-name", Some("randomIndex")),
        (
            "ahpHierarchy",
            r#"{"criteria": {"matrix": [[1]], "items": ["a"]}, "factors": {"b": {"matrix": [[1]]}}}"#,
            "unknown-reference",
            Some("criteria.items[0]"),
        ),
        ("ahpGroup", r#"{"matrices": [[[1]], [[1, 2], [0.5, 1]]]}"#, "length-mismatch", Some("matrices[1]")),
        ("satisfactionIndex", r#"{"factors": []}"#, "too-few", Some("factors")),
        (
            "satisfactionIndex",
            r#"{"factors": [{"id": "a", "counts": [1, 2], "levels": [1, 2, 3]}]}"#,
            "length-mismatch",
            Some("factors[0].counts"),
        ),
        ("satisfactionIndex", r#"{"factors": [{"id": "a", "counts": [1], "levels": [1], "weight": 0}]}"#, "conflict", Some("factors")),
        (
            "satisfactionIndex",
            r#"{"factors": [{"id": "a", "counts": [1], "levels": [1], "polarity": "bad"}]}"#,
            "unknown-name",
            Some("factors[0].polarity"),
        ),
        ("anchoredIndex", r#"{"means": [11], "weights": [1], "scale": {"min": 1, "max": 10}}"#, "out-of-range", Some("means[0]")),
        ("anchoredIndex", r#"{"means": [5, 6], "weights": [1], "scale": {"min": 1, "max": 10}}"#, "length-mismatch", Some("weights")),
        ("anchoredIndex", r#"{"means": [5], "weights": [1], "scale": {"min": 10, "max": 1}}"#, "bad-scale", Some("scale")),
        ("kano", r#"{"pairs": [[1, 6]]}"#, "out-of-range", Some("pairs[0][1]")),
        ("kano", r#"{"pairs": []}"#, "too-few", Some("pairs")),
        ("kano", r#"{"table": [[1]]}"#, "length-mismatch", Some("table")),
        ("kano", r#"{"counts": {"M": 1, "O": 1, "A": 1, "I": 1, "R": 1}}"#, "missing-key", Some("counts")),
        ("quadrants", r#"{"points": []}"#, "too-few", Some("points")),
        ("quadrants", r#"{"points": [{"id": "a", "importance": 1, "performance": 1}], "crosshair": "midpoint"}"#, "missing-key", None),
        (
            "quadrants",
            r#"{"points": [{"id": "a", "importance": 11, "performance": 1}], "scale": {"min": 1, "max": 10}}"#,
            "out-of-range",
            Some("points[0].importance"),
        ),
        ("quadrants", r#"{"points": [{"id": "a"}, {"id": "a"}]}"#, "duplicate-id", Some("points[1].id")),
        ("drivers", r#"{"outcome": [1, 2, 3], "attributes": {"a": [1, 2]}}"#, "length-mismatch", Some("attributes.a")),
        ("drivers", r#"{"outcome": [1, 2, 4], "attributes": {"a": [1, 2, 3], "b": [2, 4, 6]}}"#, "singular", Some("attributes")),
        (
            "drivers",
            r#"{"correlation": [[1, 2], [2, 1]], "ids": ["y", "a"], "outcome": "y", "n": 9}"#,
            "out-of-range",
            Some("correlation[0][1]"),
        ),
        (
            "drivers",
            r#"{"correlation": [[1, 0.5], [0.4, 1]], "ids": ["y", "a"], "outcome": "y", "n": 9}"#,
            "matrix-not-symmetric",
            Some("correlation[0][1]"),
        ),
        (
            "drivers",
            r#"{"correlation": [[1, 0.5], [0.5, 1]], "ids": ["y", "a"], "outcome": "z", "n": 9}"#,
            "unknown-reference",
            Some("outcome"),
        ),
        (
            "penaltyReward",
            r#"{"outcome": [1], "attributes": {"a": [1]}, "penaltyMax": 5, "rewardMin": 5}"#,
            "out-of-range",
            Some("rewardMin"),
        ),
        ("reliability", r#"{"covariance": [[1, 2], [2, 1]]}"#, "out-of-range", Some("covariance[0][1]")),
    ] {
        let value = Value::from_json(input).unwrap();
        let error = (functions::named(function).call)(&[value]).err().unwrap_or_else(|| panic!("{function} takes {input}"));
        assert_eq!((error.code(), error.path()), (code, path), "{function} {input}: {error}");
    }
}
