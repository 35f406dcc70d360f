//! Definitions: read, and written back.

use manyi::survey::Survey;
use manyi::value::Value;

/// A survey of every kind of question, with everything said.
const EVERYTHING: &str = include_str!("cases/everything.json");

#[test]
fn what_is_written_back_reads_as_the_same_survey() {
    for text in [
        EVERYTHING,
        include_str!("../www/samples/after-sales.json"),
        include_str!("../www/samples/kinds.json"),
        include_str!("../www/samples/shapka.json"),
    ] {
        let survey = Survey::from_json(text).unwrap();
        let written = serde_json::to_string(&survey).unwrap();
        assert!(Survey::from_json(&written).unwrap() == survey, "{written}");
    }
}

#[test]
fn what_was_left_out_is_said_when_written_back() {
    let text = r#"{ "id": "s", "version": 1, "title": "S", "attributes": [{ "id": "a", "title": "A" }],
        "scales": { "own": { "min": 1, "max": 3, "look": "dots" } },
        "pages": [{ "questions": [{ "id": "q", "kind": "rating", "scale": "own", "title": "Q" }, { "id": "c", "kind": "choice", "title": "C", "options": [{ "value": "x", "title": "X" }] }] }] }"#;
    let written = serde_json::to_value(Survey::from_json(text).unwrap()).unwrap();
    assert_eq!(written["scales"]["own"]["step"], 1.0);
    assert_eq!(written["attributes"][0]["polarity"], "positive");
    assert_eq!(written["pages"][0]["shuffle"], false);
    assert_eq!(written["pages"][0]["questions"][0]["measure"], "overall");
    assert_eq!(written["pages"][0]["questions"][0]["required"], false);
    assert_eq!(written["pages"][0]["questions"][1]["multiple"], false);
}

#[test]
fn every_kind_has_the_answer_keys_the_format_promises() {
    let survey = Survey::from_json(EVERYTHING).unwrap();
    for key in [
        "sat.speed",
        "nps",
        "plane.speed.x",
        "plane.speed.y",
        "pairs.content:quality",
        "kano.speed.functional",
        "kano.speed.dysfunctional",
        "points.speed",
        "rank.x",
        "some",
        "age",
        "why",
    ] {
        assert!(survey.field(key).is_some(), "{key}");
    }
}

#[test]
fn a_definition_nested_too_deep_is_refused_and_not_followed() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(Value::from_json(&deep(100)).unwrap_err().code(), "too-deep");
    assert_eq!(Value::from_json(&deep(100_000)).unwrap_err().code(), "too-deep");
}
