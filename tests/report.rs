//! A report, from answers to numbers; what is expected was computed elsewhere.

use std::path::Path;

use manyi::answers::{CsvOptions, CsvReader, Row};
use manyi::report::{AnalyseOptions, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::{Entries, Value};

const ONE: u64 = 1_000_000_000;

fn golden(name: &str) -> serde_json::Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("a golden case is JSON")
}

fn options(json: &str) -> AnalyseOptions {
    Value::from_json(json).and_then(|value| value.read()).expect("right options")
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.expect("it is defined");
    assert!((found - expected).abs() <= 1e-9, "{found} is not {expected}");
}

// ---------------------------------------------------------------- 1,842 real answers

/// The survey behind the answers: an overall rating, and twenty attributes on the same scale.
fn shapka(more: &str) -> Survey {
    let ids: Vec<String> = (0..20).map(|k| format!("a{k:02}")).collect();
    let attributes: Vec<String> = ids.iter().map(|id| format!(r#"{{ "id": "{id}", "title": "{id}" }}"#)).collect();
    let names: Vec<String> = ids.iter().map(|id| format!("{id:?}")).collect();
    let definition = format!(
        r#"{{ "id": "shapka", "version": 1, "title": "T", "attributes": [{}], {more} "outcome": "overall", "pages": [{{ "questions": [
            {{ "id": "overall", "kind": "rating", "measure": "overall", "scale": "number10", "title": "?" }},
            {{ "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "number10", "title": "?", "attributes": [{}] }}
        ] }}] }}"#,
        attributes.join(","),
        names.join(",")
    );
    Survey::from_json(&definition).expect("the definition is right")
}

fn answers(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/data").join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The file's own headers, as answer keys.
fn headers(weighted: bool) -> CsvOptions {
    let attributes = (0..20).map(|k| (format!("Attribute {k:02}"), format!("sat.a{k:02}")));
    let own = [("Overall Satisfaction".to_owned(), "overall".to_owned()), ("Weight".to_owned(), "weight".to_owned())];
    CsvOptions { columns: Some(Entries(attributes.chain(own.into_iter().take(1 + usize::from(weighted))).collect())), missing: None }
}

fn rows(file: &str) -> Vec<Row> {
    let survey = shapka("");
    let mut reader = CsvReader::new(&survey, headers(file.contains("weighted"))).expect("its headers are answer keys");
    let mut rows = Vec::new();
    reader.push(&answers(file), &mut |row| rows.push(row)).expect("a table");
    let summary = reader.end(&mut |row| rows.push(row)).expect("a table");
    assert_eq!((summary.ignored_columns.len(), summary.rejected.len()), (0, 0));
    rows
}

fn tally(survey: &Survey, rows: &[Row]) -> Tally {
    let mut tally = Tally::new(survey);
    tally.extend(rows);
    tally
}

fn shapka_report(more: &str, choice: &str) -> Report {
    let survey = shapka(more);
    analyse(&survey, &tally(&survey, &rows("shapka_example_01.csv")), &options(choice)).expect("a report")
}

#[test]
fn the_report_of_1842_answers_agrees_with_pandas() {
    let expected = &golden("report/report_shapka.json")["expected"];
    let number = |value: &serde_json::Value| value.as_f64().expect("a number");
    let report = shapka_report("", "{}");
    assert_eq!(report.n as f64, number(&expected["n"]));

    let quadrants = report.quadrants.as_ref().expect("twenty attributes and an outcome");
    let crosshair = quadrants.crosshair.as_ref().expect("means");
    near(Some(crosshair.importance), number(&expected["crosshair"]["importance"]));
    near(Some(crosshair.performance), number(&expected["crosshair"]["performance"]));
    assert_eq!(quadrants.points.len(), 20);
    let index = report.index.as_ref().expect("an index");
    for (point, factor) in quadrants.points.iter().zip(&index.factors) {
        let of = &expected["attributes"][point.id.as_str()];
        near(point.performance, number(&of["mean"]));
        near(point.importance, number(&of["pearson"]));
        assert_eq!(point.quadrant.map(|quadrant| quadrant.name()), of["quadrant"].as_str(), "{}", point.id);
        assert_eq!((factor.id.as_str(), factor.n), (point.id.as_str(), number(&of["n"])));
        near(factor.mean, number(&of["mean"]));
    }
    near(index.index, number(&expected["index"]["pearson"]));
    assert_eq!(index.n, 1842.0);

    let csat = report.csat.as_ref().expect("an overall rating");
    assert_eq!((csat.n, csat.satisfied), (number(&expected["outcome"]["n"]), number(&expected["outcome"]["topTwo"])));
    near(csat.mean, number(&expected["outcome"]["mean"]));
    let weights = report.weights.as_ref().expect("derived ones");
    assert_eq!(weights.source, "derived");
    near(Some(weights.weights.0.iter().map(|(_, weight)| weight).sum()), 1.0);
    for driver in &report.drivers.as_ref().expect("an outcome").drivers {
        near(driver.raw, number(&expected["attributes"][driver.id.as_str()]["pearson"]));
    }
    assert!(report.nps.is_none() && report.ces.is_none() && report.segments.is_empty());
}

#[test]
fn equal_weights_make_the_index_the_plain_mean_of_the_scores() {
    let expected = &golden("report/report_shapka.json")["expected"];
    let report = shapka_report(r#""weights": { "source": "equal" },"#, "{}");
    near(report.index.expect("an index").index, expected["index"]["equal"].as_f64().expect("a number"));
}

#[test]
fn pairwise_complete_moments_agree_with_pandas() {
    let expected = &golden("report/report_shapka.json")["expected"]["pairs"]["a03/a17"];
    let survey = shapka("");
    let tally = tally(&survey, &rows("shapka_example_01.csv"));
    let moments = tally.whole().moments(4, 18).expect("both are answered");
    assert_eq!(moments.n, expected["n"].as_u64().expect("a count"));
    near(moments.cov, expected["cov"].as_f64().expect("a number"));
    near(moments.correlation(), expected["pearson"].as_f64().expect("a number"));
}

#[test]
fn weighted_answers_agree_with_a_weighted_mean_and_score_computed_elsewhere() {
    let expected = &golden("report/weighted_mean_shapka.json")["expected"];
    let number = |key: &str| expected[key].as_f64().expect("a number");
    // The overall rating 1..=10, asked as a rating and as a recommendation.
    let survey = Survey::from_json(
        r#"{ "id": "w", "version": 1, "title": "T", "outcome": "overall", "pages": [{ "questions": [
            { "id": "overall", "kind": "rating", "measure": "overall", "scale": "number10", "title": "?" },
            { "id": "nps", "kind": "nps", "title": "?" }
        ] }] }"#,
    )
    .expect("right");
    let weighted: Vec<Row> = rows("shapka_example_03_weighted.csv")
        .into_iter()
        .map(|row| Row { codes: vec![row.codes[0], if row.codes[0] == 0 { 0 } else { row.codes[0] + 1 }], weight: row.weight })
        .collect();
    let tally = tally(&survey, &weighted);
    let report = analyse(&survey, &tally, &options("{}")).expect("a report");
    let csat = report.csat.expect("an overall rating");
    near(csat.mean, number("weighted"));
    assert_eq!(csat.n, number("n"));
    near(Some(tally.whole().effective_n(0)), number("n_eff"));
    near(report.nps.as_ref().expect("asked").nps, number("nps_weighted"));
    // The linearised error of the mean, out of the squares of the weights.
    let (counts, squares) = (tally.whole().counts(0), tally.whole().squares(0));
    let weight: f64 = counts.iter().sum();
    let variance: f64 =
        (1..).zip(squares).map(|(level, square): (i32, f64)| square * (f64::from(level) - number("weighted")).powi(2)).sum();
    // The survey package's estimate has the factor n / (n - 1).
    let n = number("n");
    near(Some((variance * n / (n - 1.0)).sqrt() / weight), number("se_lin"));
}

#[test]
fn weights_of_two_make_the_report_of_no_weights() {
    let survey = shapka("");
    let plain = rows("shapka_example_01.csv");
    let twice: Vec<Row> = plain.iter().map(|row| Row { weight: 2 * ONE, ..row.clone() }).collect();
    let report = |rows: &[Row]| analyse(&survey, &tally(&survey, rows), &options("{}")).expect("a report");
    let (one, two) = (report(&plain), report(&twice));
    near(two.index.as_ref().and_then(|index| index.index), one.index.as_ref().and_then(|index| index.index).expect("an index"));
    let high = |report: &Report| report.index.as_ref().and_then(|index| index.interval.as_ref()).map(|interval| interval.high);
    near(high(&two), high(&one).expect("an interval"));
    let order = |report: &Report| report.quadrants.as_ref().map(|quadrants| quadrants.order.clone());
    assert_eq!(order(&one), order(&two));
}

#[test]
fn the_crosshair_the_importance_and_the_level_change_the_report() {
    let usual = shapka_report("", "{}");
    let median = shapka_report("", r#"{ "crosshair": "median" }"#);
    let lmg = shapka_report("", r#"{ "importance": "lmg" }"#);
    let sure = shapka_report("", r#"{ "level": 0.99 }"#);
    let crosshair = |report: &Report| report.quadrants.as_ref().and_then(|quadrants| quadrants.crosshair.clone());
    assert_ne!(crosshair(&usual), crosshair(&median));
    assert_ne!(crosshair(&usual), crosshair(&lmg));
    let width =
        |report: &Report| report.index.as_ref().and_then(|index| index.interval.as_ref()).map(|interval| interval.high - interval.low);
    // t at 1,841 degrees of freedom: 2.5786 and 1.9613.
    let ratio = width(&sure).expect("an interval") / width(&usual).expect("an interval");
    assert!((ratio - 2.578_59 / 1.961_25).abs() < 1e-4, "{ratio}");
    assert_eq!(lmg.index.as_ref().map(|index| index.index), usual.index.as_ref().map(|index| index.index));
}

#[test]
fn the_consistency_of_dimensions_agrees_with_numpy() {
    let expected = &golden("report/report_shapka.json")["expected"]["alpha"];
    let attributes: Vec<String> = (0..20)
        .map(|k| format!(r#"{{ "id": "a{k:02}", "title": "T", "dimension": "{}" }}"#, if k < 5 { "first" } else { "rest" }))
        .collect();
    let ids: Vec<String> = (0..20).map(|k| format!("a{k:02}")).collect();
    let survey = Survey::from_json(&format!(
        r#"{{ "id": "shapka", "version": 1, "title": "T", "attributes": [{}],
            "dimensions": [{{ "id": "first", "title": "F" }}, {{ "id": "rest", "title": "R" }}],
            "pages": [{{ "questions": [
              {{ "id": "overall", "kind": "rating", "measure": "overall", "scale": "number10", "title": "?" }},
              {{ "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "number10", "title": "?", "attributes": {ids:?} }} ] }}] }}"#,
        attributes.join(",")
    ))
    .expect("right");
    let report = analyse(&survey, &tally(&survey, &rows("shapka_example_01.csv")), &options("{}")).expect("a report");
    assert_eq!(report.reliability.len(), 2);
    for dimension in report.reliability {
        near(dimension.alpha, expected[dimension.dimension.as_str()].as_f64().expect("a number"));
    }
}

#[test]
fn a_path_from_one_item_to_another_is_their_correlation_and_an_index_is_the_mean_from_0_to_100() {
    let expected = &golden("report/report_shapka.json")["expected"];
    let number = |value: &serde_json::Value| value.as_f64().expect("a number");
    let model =
        r#""model": { "blocks": { "quality": ["sat.a00"], "satisfaction": ["overall"] }, "paths": [["quality", "satisfaction"]] },"#;
    let found = shapka_report(model, "{}").path_model.expect("it is drawn");
    let r = number(&expected["attributes"]["a00"]["pearson"]);
    near(found.paths.get("quality -> satisfaction").copied(), r);
    near(found.r2.get("satisfaction").copied().flatten(), r * r);
    near(found.index100.get("satisfaction").copied().flatten(), 100.0 * (number(&expected["outcome"]["mean"]) - 1.0) / 9.0);
    assert!(shapka_report("", "{}").path_model.is_none());
}

#[test]
fn where_nobody_states_an_importance_no_point_has_a_place_and_the_report_goes_on() {
    let survey = Survey::from_json(include_str!("../www/samples/after-sales.json")).expect("a sample");
    let mut csv = String::from("sat.image,sat.care\r\n");
    survey.field("sat.image").and(survey.field("sat.care")).expect("attributes of the sample");
    (0..60).for_each(|row| csv.push_str(&format!("{},{}\r\n", 1 + row % 5, 1 + (row + 1) % 5)));
    let mut intake = manyi::tally::Intake::new(survey.clone());
    intake.add_csv(csv.as_bytes(), CsvOptions::default()).expect("a table");
    intake.end().expect("a table");
    let report = analyse(&survey, intake.tally(), &AnalyseOptions::default()).expect("a report");
    assert_eq!(report.n, 60);
    let points = report.quadrants.expect("quadrants are asked for").points;
    assert!(points.iter().all(|point| point.quadrant.is_none() && point.certainty.is_none()));
    assert!(points.iter().any(|point| point.performance == Some(3.0)));
}
