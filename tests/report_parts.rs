//! The parts of a report that hang on one kind of question each.

use manyi::report::{AnalyseOptions, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Intake;
use manyi::value::Value;

/// The report of a survey with attributes a to d, these questions, and one response for each record of answers.
fn report(more: &str, questions: &str, answers: &[&str]) -> Report {
    let definition = format!(
        r#"{{ "id": "s", "version": 1, "title": "T", {more}
            "attributes": [{{ "id": "a", "title": "A" }}, {{ "id": "b", "title": "B" }}, {{ "id": "c", "title": "C" }},
              {{ "id": "d", "title": "D", "polarity": "negative" }}],
            "pages": [{{ "questions": [{questions}] }}] }}"#
    );
    let survey = Survey::from_json(&definition).unwrap_or_else(|error| panic!("{error} in {definition}"));
    let mut intake = Intake::new(survey.clone());
    let responses: Vec<String> = answers
        .iter()
        .map(|answers| {
            format!(r#"{{ "id": "r", "survey": "s", "surveyVersion": 1, "startedAt": "", "submittedAt": "", "answers": {answers} }}"#)
        })
        .collect();
    intake.add(&Value::from_json(&format!("[{}]", responses.join(","))).expect("json")).expect("right answers");
    analyse(&survey, intake.tally(), &AnalyseOptions::default()).expect("a report")
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.expect("it is defined");
    assert!((found - expected).abs() <= 1e-12, "{found} is not {expected}");
}

fn matrix(id: &str, measure: &str, attributes: &str) -> String {
    format!(r#"{{ "id": "{id}", "kind": "matrix", "measure": "{measure}", "scale": "agree5", "title": "?", "attributes": {attributes} }}"#)
}

#[test]
fn gaps_are_perceptions_less_expectations_weighed_as_the_survey_weighs() {
    let questions = [matrix("e", "expectation", r#"["a", "b", "c"]"#), matrix("p", "perception", r#"["a", "b", "c"]"#)].join(",");
    let weights = r#""weights": { "source": "fixed", "values": { "a": 0.5, "b": 0.3, "c": 0.2 } },"#;
    let answers = r#"{ "e.a": 4, "e.b": 4, "e.c": 4, "p.a": 5, "p.b": 4, "p.c": 1 }"#;
    let gaps = report(weights, &questions, &[answers]).gaps.expect("both are asked");
    near(gaps.overall, 0.5 - 0.6);
    near(gaps.unweighted, -2.0 / 3.0);
    assert_eq!(gaps.items.iter().map(|item| item.gap).collect::<Vec<_>>(), [Some(1.0), Some(0.0), Some(-3.0)]);
}

#[test]
fn where_less_is_better_more_than_expected_is_a_negative_gap() {
    let questions = [matrix("e", "expectation", r#"["d"]"#), matrix("p", "perception", r#"["d"]"#)].join(",");
    let gaps = report("", &questions, &[r#"{ "e.d": 1, "p.d": 4 }"#]).gaps.expect("both are asked");
    near(gaps.overall, -3.0);
}

#[test]
fn kano_classes_come_from_the_pairs_of_answers() {
    let questions = r#"{ "id": "k", "kind": "kano", "title": "?", "attributes": ["a", "b"] }"#;
    let answer = |a: (u8, u8), b: (u8, u8)| {
        format!(r#"{{ "k.a.functional": {}, "k.a.dysfunctional": {}, "k.b.functional": {}, "k.b.dysfunctional": {} }}"#, a.0, a.1, b.0, b.1)
    };
    // a: likes it with, dislikes it without, twice; expects it and dislikes it without, once. b: likes it with, can do without.
    let answers = [answer((1, 5), (1, 3)), answer((1, 5), (1, 4)), answer((2, 5), (3, 3))];
    let kano = report("", questions, &answers.each_ref().map(String::as_str)).kano.expect("it is asked");
    let found: Vec<_> =
        kano.iter().map(|one| (one.id.as_str(), one.result.category.map(|category| category.name()), one.result.n)).collect();
    assert_eq!(found, [("a", Some("O"), 3.0), ("b", Some("A"), 3.0)]);
    near(kano[0].result.better, 2.0 / 3.0);
    near(kano[0].result.worse, -1.0);
}

#[test]
fn effort_and_recommendation_come_from_their_questions() {
    let questions = r#"{ "id": "ease", "kind": "ces", "title": "?" }, { "id": "tell", "kind": "nps", "title": "?" }"#;
    let report =
        report("", questions, &[r#"{ "ease": 7, "tell": 10 }"#, r#"{ "ease": 2, "tell": 9 }"#, r#"{ "ease": 6, "tell": 3 }"#, "{}"]);
    let ces = report.ces.expect("it is asked");
    assert_eq!((ces.n, ces.mean), (3.0, Some(5.0)));
    near(ces.net_easy, 1.0 / 3.0);
    near(report.nps.expect("it is asked").nps, 100.0 / 3.0);
    assert_eq!(report.n, 4);
}

#[test]
fn where_less_is_better_scores_performance_and_drivers_are_mirrored() {
    let questions = [
        matrix("sat", "satisfaction", r#"["a", "d"]"#),
        r#"{ "id": "all", "kind": "rating", "measure": "overall", "scale": "agree5", "title": "?" }"#.into(),
    ]
    .join(",");
    // The fewer the errors (d), the better all; what a does is the mirror of d.
    let answers: Vec<String> = [1, 2, 4, 5].iter().map(|k| format!(r#"{{ "sat.a": {k}, "sat.d": {}, "all": {k} }}"#, 6 - k)).collect();
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let report = report(r#""outcome": "all", "weights": { "source": "equal" },"#, &questions, &answers);
    let points = report.quadrants.expect("two attributes and an outcome").points;
    assert_eq!(points[0].performance, points[1].performance);
    near(points[1].importance, 1.0);
    let factors = report.index.expect("an index").factors;
    assert_eq!((factors[0].mean, factors[0].score), (factors[1].mean, factors[1].score));
}

#[test]
fn retention_is_expected_from_the_five_levels_of_satisfaction_with_the_whole() {
    let question = |scale: &str| format!(r#"{{ "id": "all", "kind": "rating", "measure": "overall", "scale": "{scale}", "title": "?" }}"#);
    let answers = [r#"{ "all": 5 }"#, r#"{ "all": 3 }"#, "{}"];
    let retention = report("", &question("satisfaction5"), &answers).retention.expect("five levels");
    // 92 to 97 percent of the one, 60 to 65 of the other.
    near(retention.rate, 0.785);
    near(retention.retained, 1.57);
    assert_eq!(report("", &question("number10"), &answers).retention, None);
}

#[test]
fn every_key_of_the_contract_is_there_and_what_is_absent_is_null() {
    let report = report("", r#"{ "id": "tell", "kind": "nps", "title": "?" }"#, &[]);
    let json = serde_json::to_value(&report).expect("json");
    let mut keys: Vec<&str> = json.as_object().expect("a record").keys().map(String::as_str).collect();
    keys.sort_unstable();
    let mut expected = vec![
        "n",
        "index",
        "quadrants",
        "nps",
        "csat",
        "ces",
        "dimensions",
        "gaps",
        "gapTests",
        "kano",
        "drivers",
        "pathModel",
        "reliability",
        "weights",
        "retention",
        "segments",
        "warnings",
    ];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    for key in ["index", "quadrants", "csat", "ces", "gaps", "gapTests", "kano", "drivers", "pathModel", "weights", "retention"] {
        assert!(json[key].is_null(), "{key}");
    }
    assert_eq!(json["nps"]["nps"], serde_json::Value::Null);
}
