//! What a report asks further of a tally: one attribute, better scores, an earlier period. What is expected was computed elsewhere.

use std::path::Path;

use manyi::answers::{CsvOptions, CsvReader};
use manyi::measure::Interval;
use manyi::report::{AnalyseOptions, Expected, analyse, changes, detail, suppose};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::{Entries, Value};
use serde_json::Value as Json;

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn survey() -> Survey {
    Survey::from_json(&text("two_periods.json")).expect("the definition is right")
}

fn counted(survey: &Survey, csv: &str) -> Tally {
    let mut reader = CsvReader::new(survey, CsvOptions::default()).expect("right options");
    let mut rows = Vec::new();
    reader.push(csv.as_bytes(), |row| rows.push(row)).expect("a right table");
    let summary = reader.end(|row| rows.push(row)).expect("a right table");
    assert!(summary.rejected.is_empty());
    let mut tally = Tally::new(survey);
    tally.extend(&rows);
    tally
}

fn period(survey: &Survey, name: &str) -> Tally {
    counted(survey, &text(&format!("two_periods_{name}.csv")))
}

fn expected() -> Json {
    serde_json::from_str(&text("two_periods_expected.json")).expect("the expectation is JSON")
}

fn options(json: &str) -> AnalyseOptions {
    Value::from_json(json).and_then(|value| value.read()).expect("right options")
}

fn supposed(entries: &[(&str, f64)]) -> Entries<f64> {
    Entries(entries.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect())
}

#[track_caller]
fn near(found: f64, expected: &Json) {
    let expected = expected.as_f64().expect("a number");
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[track_caller]
fn within(found: Option<&Interval>, expected: &Json) {
    let found = found.expect("an interval");
    near(found.low, &expected["low"]);
    near(found.high, &expected["high"]);
}

// ---------------------------------------------------------------- an earlier period

#[test]
fn differences_between_two_periods_their_intervals_and_adjusted_p_are_what_scipy_finds_in_the_rows() {
    let survey = survey();
    let found = changes(&survey, &period(&survey, "now"), &period(&survey, "then"), &AnalyseOptions::default()).expect("two periods");
    assert_eq!((found.n, found.then_n, found.compared), (240, 200, 6));
    let all = found.index.iter().chain(&found.nps).chain(&found.attributes);
    let expected = expected();
    let expected = expected["changes"].as_array().expect("a list");
    assert_eq!(expected.len(), all.clone().count());
    for (found, expected) in all.zip(expected) {
        assert_eq!(found.id, expected["id"]);
        near(found.now, &expected["now"]);
        near(found.then, &expected["then"]);
        near(found.difference, &expected["difference"]);
        within(found.interval.as_ref(), expected);
        near(found.p.expect("p"), &expected["p"]);
        near(found.adjusted_p.expect("adjusted p"), &expected["adjustedP"]);
        assert_eq!(found.significant, Some(expected["adjustedP"].as_f64().expect("p") < 0.05));
    }
}

#[test]
fn what_changed_agrees_with_the_reports_of_both_periods() {
    let survey = survey();
    let (now, then) = (period(&survey, "now"), period(&survey, "then"));
    let found = changes(&survey, &now, &then, &options(r#"{ "level": 0.9, "segment": { "question": "region", "value": "south" } }"#))
        .expect("two periods");
    let of = |tally: &Tally| {
        analyse(&survey, tally, &options(r#"{ "segment": { "question": "region", "value": "south" } }"#)).expect("a report")
    };
    let (report_now, report_then) = (of(&now), of(&then));
    assert_eq!((found.n, found.then_n), (report_now.n, report_then.n));
    let index = |report: &manyi::report::Report| report.index.as_ref().and_then(|index| index.index).expect("an index");
    let change = found.index.expect("an index");
    assert!((change.now - index(&report_now)).abs() < 1e-12 && (change.then - index(&report_then)).abs() < 1e-12);
    assert_eq!(change.interval.expect("an interval").level, 0.9);
    for change in &found.attributes {
        let mean = |report: &manyi::report::Report| {
            report
                .quadrants
                .as_ref()
                .and_then(|result| result.points.iter().find(|point| point.id == change.id)?.performance)
                .expect("a point")
        };
        assert!((change.now - mean(&report_now)).abs() < 1e-12 && (change.then - mean(&report_then)).abs() < 1e-12, "{}", change.id);
    }
}

#[test]
fn a_segment_too_small_in_either_period_is_not_compared_and_neither_is_another_survey() {
    let survey = survey();
    let (now, then) = (period(&survey, "now"), period(&survey, "then"));
    let abroad =
        |least: u32| options(&format!(r#"{{ "minimumCell": {least}, "segment": {{ "question": "region", "value": "abroad" }} }}"#));
    assert_eq!(changes(&survey, &now, &then, &abroad(7)).expect("seven then").then_n, 7);
    assert_eq!(changes(&survey, &now, &then, &abroad(8)).expect_err("too few then").code(), "too-few-answers");
    let other = Survey::from_json(&text("two_periods.json").replace("\"version\": 1", "\"version\": 2")).expect("right");
    let refused = changes(&survey, &now, &Tally::new(&other), &AnalyseOptions::default()).expect_err("another survey");
    assert_eq!(refused.code(), "other-survey");
}

#[test]
fn a_period_that_nobody_answered_is_compared_in_nothing() {
    let survey = survey();
    let found = changes(&survey, &period(&survey, "now"), &Tally::new(&survey), &AnalyseOptions::default()).expect("no error");
    assert_eq!((found.compared, found.index, found.nps, found.attributes.len()), (0, None, None, 0));
}

#[test]
fn the_same_answers_twice_have_not_changed() {
    let survey = survey();
    let found = changes(&survey, &period(&survey, "now"), &period(&survey, "now"), &AnalyseOptions::default()).expect("two periods");
    for change in found.index.iter().chain(&found.nps).chain(&found.attributes) {
        assert_eq!((change.difference, change.adjusted_p, change.significant), (0.0, Some(1.0), Some(false)), "{}", change.id);
    }
}

// ---------------------------------------------------------------- better scores

#[test]
fn index_outcome_recommendation_and_retention_follow_as_numpy_finds_in_the_rows() {
    let survey = survey();
    let tally = period(&survey, "now");
    let found = suppose(&survey, &tally, &AnalyseOptions::default(), &supposed(&[("speed", 4.0), ("faults", 4.5)])).expect("it follows");
    let expected = &expected()["whatIf"];
    let index = found.index.expect("an index");
    near(index.now, &expected["index"][0]);
    near(index.then, &expected["index"][1]);
    assert_eq!(found.expected.iter().map(|answer| answer.of).collect::<Vec<_>>(), [Expected::Outcome, Expected::Recommendation]);
    for (answer, expected) in found.expected.iter().zip([&expected["outcome"], &expected["recommendation"]]) {
        near(answer.model.mean, &expected["mean"]);
        near(answer.model.change, &expected["change"]);
        near(answer.model.r2, &expected["r2"]);
        within(answer.model.interval.as_ref(), expected);
    }
    let retention = found.retention.expect("five levels");
    near(retention.now, &expected["retention"][0]);
    near(retention.then, &expected["retention"][1]);
}

#[test]
fn where_nothing_is_supposed_nothing_changes_and_all_is_as_in_the_report() {
    let survey = survey();
    let tally = period(&survey, "now");
    let found = suppose(&survey, &tally, &AnalyseOptions::default(), &supposed(&[])).expect("it follows");
    let report = analyse(&survey, &tally, &AnalyseOptions::default()).expect("a report");
    let index = found.index.expect("an index");
    assert_eq!((Some(index.now), index.then), (report.index.and_then(|index| index.index), index.now));
    for answer in &found.expected {
        assert_eq!((answer.model.change, answer.model.expected), (0.0, answer.model.mean));
    }
    let retention = found.retention.expect("five levels");
    assert_eq!((Some(retention.now), retention.then), (report.retention.and_then(|now| now.rate), retention.now));
    let points = report.quadrants.expect("quadrants").points;
    for (attribute, point) in found.attributes.iter().zip(points) {
        assert_eq!((&attribute.id, Some(attribute.now), attribute.then), (&point.id, point.performance, attribute.now));
    }
}

#[test]
fn a_score_outside_its_scale_and_an_attribute_that_is_none_are_refused() {
    let survey = survey();
    let tally = period(&survey, "now");
    let refused = |id, value| suppose(&survey, &tally, &AnalyseOptions::default(), &supposed(&[(id, value)])).expect_err("refused");
    for (id, value, code, path) in [
        ("speed", 5.01, "out-of-range", "changes.speed"),
        ("speed", 0.0, "out-of-range", "changes.speed"),
        ("speed", f64::NAN, "out-of-range", "changes.speed"),
        ("overall", 4.0, "dangling", "changes"),
    ] {
        let error = refused(id, value);
        assert_eq!(error.path(), Some(path), "{id} {value}");
        assert!(error.code() == code || error.code().starts_with("unknown"), "{} of {id} {value}", error.code());
    }
}

#[test]
fn without_a_model_the_index_is_still_told() {
    let survey = survey();
    // Every attribute is answered alike: none can be told from the others.
    let rows: Vec<String> = (0..20).map(|row| format!("{0},{0},{0},{1},{0}", 1 + row % 5, 5 - row % 5)).collect();
    let tally = counted(&survey, &format!("sat.speed,sat.price,sat.staff,sat.faults,overall\n{}\n", rows.join("\n")));
    let found = suppose(&survey, &tally, &AnalyseOptions::default(), &supposed(&[("price", 5.0)])).expect("it follows");
    assert_eq!((found.expected.len(), found.retention), (0, None));
    let index = found.index.expect("an index");
    assert!((index.then - index.now - 2.0 / 5.0 / 8.0).abs() < 1e-12);
}

// ---------------------------------------------------------------- one attribute

#[test]
fn the_answers_of_one_attribute_spread_as_numpy_counts_them_and_its_segments_differ_as_scipy_says() {
    let survey = survey();
    let tally = period(&survey, "now");
    let expected = &expected()["detail"];
    for id in ["speed", "faults"] {
        let found = detail(&survey, &tally, &AnalyseOptions::default(), id).expect("an attribute");
        let spread = found.performance.expect("it was judged");
        near(spread.mean, &expected[id]["mean"]);
        within(spread.interval.as_ref(), &expected[id]);
        assert_eq!((spread.n, spread.levels), (240, vec![1.0, 2.0, 3.0, 4.0, 5.0]));
        for (found, expected) in spread.shares.iter().zip(expected[id]["shares"].as_array().expect("a list")) {
            near(*found, expected);
        }
        assert_eq!(found.importance.map(|spread| spread.n), Some(240));
    }
    let segments = detail(&survey, &tally, &AnalyseOptions::default(), "speed").expect("an attribute").segments;
    let expected = expected["speed"]["segments"].as_array().expect("a list");
    assert_eq!(segments.len(), expected.len());
    for (found, expected) in segments.iter().zip(expected) {
        assert_eq!((found.question.as_str(), &found.value.as_str().into()), ("region", &expected["value"]));
        assert_eq!(Json::from(found.n), expected["n"]);
        near(found.mean, &expected["mean"]);
        within(found.interval.as_ref(), expected);
        near(found.p.expect("p"), &expected["p"]);
    }
}

#[test]
fn a_segment_in_which_too_few_judged_the_attribute_is_hidden_and_so_is_what_subtraction_would_tell() {
    let survey = survey();
    // Everybody has a region, but of the six abroad only three judged the speed.
    let mut csv = String::from("region,sat.speed,sat.price\n");
    for row in 0..26 {
        let (region, judged) = if row < 6 {
            ("abroad", row < 3)
        } else if row < 14 {
            ("south", true)
        } else {
            ("north", true)
        };
        let speed = if judged { (1 + row % 5).to_string() } else { String::new() };
        csv += &format!("{region},{speed},{}\n", 1 + row % 5);
    }
    let tally = counted(&survey, &csv);
    let shown = |id: &str, least: u32| -> Vec<String> {
        let found = detail(&survey, &tally, &options(&format!(r#"{{ "minimumCell": {least} }}"#)), id).expect("an attribute");
        found.segments.into_iter().map(|segment| segment.value).collect()
    };
    assert_eq!(shown("price", 5), ["north", "south", "abroad"]);
    assert_eq!(shown("speed", 3), ["north", "south", "abroad"]);
    assert_eq!(shown("speed", 5), ["north"], "the whole less north and south would be the three abroad");
    let abroad = options(r#"{ "segment": { "question": "region", "value": "abroad" } }"#);
    assert_eq!(detail(&survey, &tally, &abroad, "speed").expect("an attribute").performance, None);
    assert!(detail(&survey, &tally, &abroad, "price").expect("an attribute").performance.is_some());
    let south = options(r#"{ "segment": { "question": "region", "value": "south" } }"#);
    assert_eq!(detail(&survey, &tally, &south, "speed").expect("an attribute").performance, None);
}

#[test]
fn an_attribute_that_is_none_is_refused_by_name() {
    let survey = survey();
    let error = detail(&survey, &period(&survey, "now"), &AnalyseOptions::default(), "colour").expect_err("no such attribute");
    assert_eq!(error.path(), Some("attribute"));
    assert!(error.to_string().contains("speed"), "{error}");
}
