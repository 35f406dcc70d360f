//! Broken definitions: each breaks one rule, and the error says which, and where.

use manyi::survey::Survey;
use manyi::value::Value;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const GOOD: &str = include_str!("cases/everything.json");

/// What is done to the good definition.
enum Edit {
    /// A value in place of another, or beside the others.
    Set(&'static str, Json),
    /// A key that is not there any more.
    Drop(&'static str),
}
use Edit::{Drop, Set};

/// The definition with one edit; a JSON pointer says where, `/-` at its end adds to a list.
fn edited(edit: &Edit) -> String {
    let mut json: Json = serde_json::from_str(GOOD).expect("the good definition is JSON");
    let (Set(pointer, _) | Drop(pointer)) = edit;
    let (outer, last) = pointer.rsplit_once('/').expect("a pointer has a slash");
    let place = json.pointer_mut(outer).expect("the edit's place is there");
    match (place, edit) {
        (Json::Object(map), Set(_, value)) => drop(map.insert(last.into(), value.clone())),
        (Json::Object(map), Drop(_)) => drop(map.remove(last).expect("the key was there")),
        (Json::Array(list), Set(_, value)) if last == "-" => list.push(value.clone()),
        (Json::Array(list), Set(_, value)) => list[last.parse::<usize>().expect("an index")] = value.clone(),
        _ => unreachable!("edits go into lists and records"),
    }
    json.to_string()
}

#[test]
fn every_broken_definition_is_refused_with_its_code_and_its_path() {
    let cases: Vec<(Edit, &str, &str)> = vec![
        // ---- shape
        (Set("/colour", json!("red")), "unknown-key", "colour"),
        (Set("/attributes/0/colour", json!("red")), "unknown-key", "attributes[0].colour"),
        (Set("/pages/0/colour", json!("red")), "unknown-key", "pages[0].colour"),
        (Set("/pages/0/questions/0/colour", json!("red")), "unknown-key", "pages[0].questions[0].colour"),
        (Set("/pages/0/questions/4/scale", json!("nps")), "unknown-key", "pages[0].questions[4].scale"),
        (Set("/scales/three/colour", json!(1)), "unknown-key", "scales.three.colour"),
        (Set("/weights/colour", json!(1)), "unknown-key", "weights.colour"),
        (Set("/model/colour", json!(1)), "unknown-key", "model.colour"),
        (Drop("/id"), "missing-key", ""),
        (Drop("/version"), "missing-key", ""),
        (Drop("/pages"), "missing-key", ""),
        (Drop("/pages/0/questions/0/title"), "missing-key", "pages[0].questions[0]"),
        (Drop("/pages/0/questions/0/scale"), "missing-key", "pages[0].questions[0]"),
        (Drop("/pages/0/questions/0/kind"), "missing-key", "pages[0].questions[0]"),
        (Set("/title", json!(5)), "wrong-type", "title"),
        (Set("/pages", json!({})), "wrong-type", "pages"),
        (Set("/pages/0/questions/0", json!("nps")), "wrong-type", "pages[0].questions[0]"),
        (Set("/pages/0/questions/0/required", json!("yes")), "wrong-type", "pages[0].questions[0].required"),
        (Set("/version", json!(1.5)), "not-whole", "version"),
        (Set("/version", json!(0)), "out-of-range", "version"),
        (Set("/version", json!(-1)), "out-of-range", "version"),
        (Set("/pages", json!([])), "too-few", "pages"),
        (Set("/pages/0/questions", json!([])), "too-few", "pages[0].questions"),
        // ---- ids and texts
        (Set("/id", json!("")), "bad-id", "id"),
        (Set("/id", json!("a.b")), "bad-id", "id"),
        (Set("/attributes/0/id", json!("a:b")), "bad-id", "attributes[0].id"),
        (Set("/attributes/0/id", json!("__proto__")), "bad-id", "attributes[0].id"),
        (Set("/pages/0/questions/4/id", json!(" nps")), "bad-id", "pages[0].questions[4].id"),
        (Set("/attributes/1/id", json!("price")), "duplicate-id", "attributes[1].id"),
        (Set("/dimensions/1/id", json!("content")), "duplicate-id", "dimensions[1].id"),
        (Set("/pages/0/questions/5/id", json!("nps")), "duplicate-id", "pages[0].questions[5].id"),
        (Set("/pages/2/questions/0/options/1/value", json!("north")), "duplicate-id", "pages[2].questions[0].options[1].value"),
        (Set("/scales/stars5", json!({ "min": 1, "max": 5, "look": "stars" })), "duplicate-id", "scales.stars5"),
        (Set("/title", json!("  ")), "too-few", "title"),
        (Set("/title", json!({})), "too-few", "title"),
        (Set("/title", json!({ "english please": "Hello" })), "bad-language", r#"title["english please"]"#),
        (Set("/languages", json!(["en", "not a tag"])), "bad-language", "languages[1]"),
        // ---- names
        (Set("/pages/0/questions/0/kind", json!("grid")), "unknown-kind", "pages[0].questions[0].kind"),
        (Set("/pages/0/questions/0/scale", json!("stars9")), "unknown-scale", "pages[0].questions[0].scale"),
        (Set("/pages/0/questions/0/measure", json!("joy")), "unknown-measure", "pages[0].questions[0].measure"),
        (Set("/pages/0/questions/0/measure", json!("overall")), "unknown-measure", "pages[0].questions[0].measure"),
        (Set("/scales/three/look", json!("hearts")), "unknown-name", "scales.three.look"),
        (Set("/attributes/0/polarity", json!("mixed")), "unknown-name", "attributes[0].polarity"),
        (Set("/weights", json!({ "source": "guess" })), "unknown-name", "weights.source"),
        (Set("/weights/randomIndex", json!("mine")), "unknown-name", "weights.randomIndex"),
        (Set("/weights", json!({ "source": "derived", "method": "magic" })), "unknown-method", "weights.method"),
        // ---- references
        (Set("/attributes/0/dimension", json!("size")), "unknown-dimension", "attributes[0].dimension"),
        (Set("/pages/0/questions/0/attributes/1", json!("taste")), "unknown-attribute", "pages[0].questions[0].attributes[1]"),
        (Set("/pages/0/questions/0/attributes/1", json!("price")), "duplicate-id", "pages[0].questions[0].attributes[1]"),
        (Set("/pages/0/questions/3/attribute", json!("taste")), "unknown-attribute", "pages[0].questions[3].attribute"),
        (Set("/pages/1/questions/2/among", json!("size")), "unknown-dimension", "pages[1].questions[2].among"),
        (Set("/outcome", json!("mood")), "unknown-question", "outcome"),
        (Set("/outcome", json!("sat")), "conflict", "outcome"),
        (Set("/outcome", json!("why")), "conflict", "outcome"),
        (Set("/model/blocks/Loyalty", json!(["love"])), "unknown-reference", "model.blocks.Loyalty[0]"),
        (Set("/model/paths/0", json!(["Quality", "Joy"])), "unknown-reference", "model.paths[0][1]"),
        (Set("/model/paths/-", json!(["Loyalty", "Quality"])), "conflict", "model.paths"),
        // ---- scales
        (Set("/scales/three/max", json!(1)), "bad-scale", "scales.three"),
        (Set("/scales/three/step", json!(0)), "bad-scale", "scales.three"),
        (Set("/scales/three/step", json!(0.3)), "bad-scale", "scales.three"),
        (Set("/scales/three/max", json!(1000)), "bad-scale", "scales.three"),
        (Set("/scales/three/labels", json!(["a", "b"])), "length-mismatch", "scales.three.labels"),
        (Set("/pages/2/questions/2/max", json!(5)), "bad-scale", "pages[2].questions[2]"),
        (Set("/pages/2/questions/2/step", json!(-1)), "out-of-range", "pages[2].questions[2].step"),
        (Set("/pages/1/questions/4/total", json!(0)), "out-of-range", "pages[1].questions[4].total"),
        (
            Set("/pages/1/questions/4/options", json!([{ "value": "x", "title": "X" }, { "value": "y", "title": "Y" }])),
            "conflict",
            "pages[1].questions[4]",
        ),
        (Set("/pages/2/questions/3/maxLength", json!(0)), "out-of-range", "pages[2].questions[3].maxLength"),
        (Set("/pages/2/questions/3/segment", json!(true)), "conflict", "pages[2].questions[3]"),
        // ---- judgments and weights
        (Set("/weights/criteria/0", json!([1])), "matrix-not-square", "weights.criteria"),
        (Set("/weights/criteria", json!([[1]])), "length-mismatch", "weights.criteria"),
        (Set("/weights/criteria/0", json!([1, -3])), "matrix-not-positive", "weights.criteria[0][1]"),
        (Set("/weights/criteria/0", json!([2, 3])), "matrix-diagonal", "weights.criteria[0][0]"),
        (Set("/weights/criteria/0", json!([null, 3])), "matrix-diagonal", "weights.criteria[0][0]"),
        (Set("/weights/criteria/1", json!([0.5, 1])), "matrix-not-reciprocal", "weights.criteria[1][0]"),
        (Set("/weights/criteria/1", json!([0.333, 1])), "matrix-not-reciprocal", "weights.criteria[1][0]"),
        (Set("/weights/factors/size", json!([[1]])), "unknown-dimension", "weights.factors.size"),
        (Set("/weights/factors/quality", json!([[1]])), "length-mismatch", "weights.factors.quality"),
        (Set("/weights", json!({ "source": "fixed", "values": { "price": -1 } })), "out-of-range", "weights.values.price"),
        (Set("/weights", json!({ "source": "fixed", "values": { "price": 0 } })), "too-few", "weights.values"),
        (Set("/weights", json!({ "source": "fixed", "values": { "taste": 1 } })), "unknown-attribute", "weights.values.taste"),
        // ---- conditions
        (Set("/pages/1/showIf", json!({ "question": "mood", "is": 1 })), "unknown-question", "pages[1].showIf.question"),
        (Set("/pages/1/showIf", json!({ "question": "age", "above": 20 })), "condition-looks-ahead", "pages[1].showIf.question"),
        (
            Set("/pages/0/questions/0/showIf", json!({ "question": "sat", "attribute": "price", "is": 1 })),
            "condition-looks-ahead",
            "pages[0].questions[0].showIf.question",
        ),
        (Set("/pages/1/showIf", json!({ "question": "nps" })), "bad-condition", "pages[1].showIf"),
        (Set("/pages/1/showIf", json!({ "question": "sat", "is": 1 })), "bad-condition", "pages[1].showIf"),
        (
            Set("/pages/1/showIf", json!({ "question": "sat", "attribute": "taste", "is": 1 })),
            "unknown-attribute",
            "pages[1].showIf.attribute",
        ),
        (Set("/pages/1/showIf", json!({ "question": "nps", "is": "high" })), "wrong-type", "pages[1].showIf.is"),
        (Set("/pages/2/questions/3/showIf", json!({ "question": "where", "atLeast": 1 })), "bad-condition", "pages[2].questions[3].showIf"),
        (Set("/pages/2/questions/3/showIf", json!({ "question": "some", "is": "z" })), "unknown-option", "pages[2].questions[3].showIf.is"),
        (Set("/pages/1/showIf", json!({ "all": [{ "question": "nps", "is": 1 }], "is": 2 })), "unknown-key", "pages[1].showIf.is"),
    ];
    assert!(cases.len() >= 60);
    for (edit, code, path) in &cases {
        let (Set(pointer, _) | Drop(pointer)) = edit;
        let error = Survey::from_json(&edited(edit)).expect_err(pointer);
        assert_eq!((error.code(), error.path().unwrap_or_default()), (*code, *path), "{pointer}: {error}");
    }
}

#[test]
fn a_million_options_are_refused() {
    let options: Vec<Json> = (0..1_000_000).map(|n| json!({ "value": n.to_string(), "title": "x" })).collect();
    let error = Survey::from_json(&edited(&Set("/pages/2/questions/0/options", json!(options)))).expect_err("too many");
    assert_eq!((error.code(), error.path()), ("too-many", Some("pages[2].questions[0].options")));
}

#[test]
fn a_condition_a_hundred_deep_is_refused() {
    let deep = (0..100).fold(json!({ "question": "nps", "is": 1 }), |inner, _| json!({ "not": inner }));
    assert_eq!(Survey::from_json(&edited(&Set("/pages/1/showIf", deep))).expect_err("too deep").code(), "too-deep");
}

#[test]
fn text_that_is_no_json_is_told_as_such() {
    assert_eq!(Survey::from_json("{").expect_err("cut off").code(), "not-json");
    assert_eq!(Survey::from_json("[1] 2").expect_err("too much").code(), "not-json");
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        "[a-z]{0,6}".prop_map(Value::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec(("(id|version|title|pages|questions|kind|scale|scales|weights|[a-z]{1,4})", inner), 0..6)
                .prop_map(Value::Record),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_is_a_survey_or_an_error_and_never_a_panic(value in any_value()) {
        let _ = Survey::from_value(&value);
    }

    #[test]
    fn whatever_stands_in_one_place_of_a_good_definition_it_is_a_survey_or_an_error(place in 0_usize..400, value in any_value()) {
        fn replace(json: &mut Json, place: &mut usize, with: &Json) -> bool {
            if *place == 0 {
                *json = with.clone();
                return true;
            }
            *place -= 1;
            match json {
                Json::Array(list) => list.iter_mut().any(|inner| replace(inner, place, with)),
                Json::Object(map) => map.values_mut().any(|inner| replace(inner, place, with)),
                _ => false,
            }
        }
        fn json(value: &Value) -> Json {
            match value {
                Value::Null => Json::Null,
                Value::Bool(b) => json!(b),
                Value::Number(n) => json!(n),
                Value::Text(t) => json!(t),
                Value::List(list) => list.iter().map(json).collect(),
                Value::Record(record) => Json::Object(record.iter().map(|(key, value)| (key.clone(), json(value))).collect()),
            }
        }
        let mut definition: Json = serde_json::from_str(GOOD).expect("the good definition is JSON");
        replace(&mut definition, &mut place.clone(), &json(&value));
        let _ = Survey::from_json(&definition.to_string());
    }
}
