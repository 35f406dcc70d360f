//! Answers as they come in: responses, and tables in chunks.

use manyi::answers::{CsvOptions, CsvSummary};
use manyi::survey::Survey;
use manyi::tally::{Intake, Tally};
use manyi::value::{Read, Value};
use proptest::prelude::*;

fn survey() -> Survey {
    Survey::from_json(
        r#"{ "id": "s", "version": 2, "title": "T",
          "attributes": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
          "pages": [{ "questions": [
            { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["a", "b"] },
            { "id": "where", "kind": "choice", "segment": true, "other": true, "title": "?",
              "options": [{ "value": "north", "title": "N" }, { "value": "south", "title": "S" }] },
            { "id": "uses", "kind": "choice", "multiple": true, "title": "?",
              "options": [{ "value": "web", "title": "W" }, { "value": "shop", "title": "S" }] },
            { "id": "why", "kind": "text", "title": "?", "maxLength": 20 }
          ] }] }"#,
    )
    .expect("right")
}

fn response(answers: &str, more: &str) -> String {
    format!(
        r#"{{ "id": "r", "survey": "s", "surveyVersion": 2, "startedAt": "2026-01-01T10:00:00Z", "submittedAt": "2026-01-01T10:03:00Z",
            "answers": {answers} {more} }}"#
    )
}

fn added(responses: &[String]) -> Result<Intake, manyi::Error> {
    let mut intake = Intake::new(survey());
    intake.add(&Value::from_json(&format!("[{}]", responses.join(","))).expect("json"))?;
    Ok(intake)
}

fn read_table(csv: &[u8], options: &str, sizes: &[usize]) -> Result<(Intake, CsvSummary), manyi::Error> {
    let mut intake = Intake::new(survey());
    let options: CsvOptions = Value::from_json(options)?.read()?;
    let mut rest = csv;
    let mut sizes = sizes.iter().cycle();
    while !rest.is_empty() {
        let (chunk, later) = rest.split_at(sizes.next().copied().unwrap_or(usize::MAX).clamp(1, rest.len()));
        intake.add_csv(chunk, options.clone())?;
        rest = later;
    }
    let summary = intake.end()?;
    Ok((intake, summary))
}

/// Per level of a key's first column, the rows.
fn counts(tally: &Tally, key: &str) -> Vec<f64> {
    let survey = survey();
    tally.whole().counts(survey.fields()[survey.field(key).expect("a key")].columns.start)
}

#[test]
fn responses_are_counted_by_their_answers_and_weights() {
    let intake = added(&[
        response(r#"{ "sat.a": 5, "sat.b": null, "where": "south", "uses": ["shop"], "why": "for the queue" }"#, ""),
        response(r#"{ "sat.a": 4, "where": "at sea" }"#, r#", "weight": 2.5"#),
    ])
    .expect("right");
    let tally = intake.tally();
    assert_eq!((tally.whole().rows(), tally.whole().weight()), (2, 3.5));
    assert_eq!(counts(tally, "sat.a"), [0.0, 0.0, 0.0, 2.5, 1.0]);
    assert_eq!(counts(tally, "sat.b"), [0.0; 5]);
    assert_eq!(counts(tally, "where"), [0.0, 1.0, 2.5]);
    assert_eq!(counts(tally, "uses"), [1.0, 0.0], "web was not chosen");
}

#[test]
fn one_wrong_response_keeps_all_out_and_says_where() {
    let good = response(r#"{ "sat.a": 5 }"#, "");
    for (bad, code, path) in [
        (response(r#"{ "sat.a": 6 }"#, ""), "scale-out-of-range", "[1].answers[\"sat.a\"]"),
        (response(r#"{ "sat.a": "5" }"#, ""), "wrong-type", "[1].answers[\"sat.a\"]"),
        (response(r#"{ "sat.c": 5 }"#, ""), "unknown-answer", "[1].answers[\"sat.c\"]"),
        (response(r#"{ "uses": ["bus"] }"#, ""), "unknown-option", "[1].answers.uses"),
        (response(r#"{ "why": "far longer than twenty characters" }"#, ""), "too-long", "[1].answers.why"),
        (response("{}", r#", "weight": -1"#), "out-of-range", "[1].weight"),
        (response("{}", r#", "weight": 1000001"#), "out-of-range", "[1].weight"),
        (response("{}", r#", "waight": 1"#), "unknown-key", "[1].waight"),
        (response("{}", "").replacen("\"surveyVersion\": 2", "\"surveyVersion\": 1", 1), "other-survey", "[1].surveyVersion"),
    ] {
        let mut intake = Intake::new(survey());
        let list = |responses: &[&str]| Value::from_json(&format!("[{}]", responses.join(","))).expect("json");
        let error = intake.add(&list(&[&good, &bad])).expect_err(&bad);
        assert_eq!((error.code(), error.path()), (code, Some(path)), "{bad}: {error}");
        assert_eq!(intake.tally().whole().rows(), 0, "{bad}");
        intake.add(&list(&[&good])).expect("the good one alone");
        assert_eq!(intake.tally().whole().rows(), 1);
    }
}

const TABLE: &str = "\u{feff}id,sat.a,\"sat.b\",where,uses,why,branch,weight\r\n\
    1,5,4,north,web|shop,\"quiet, and\r\n\"\"near\"\"\",x,1\r\n\
    2,,3,south,web,,y,0.5\r\n\
    3,9,n/a,at sea,,,z,1\r\n\
    4,two,1,north,shop,,z,heavy";

#[test]
fn a_table_is_read_cell_by_cell_and_a_bad_cell_rejects_itself_alone() {
    let (intake, summary) = read_table(TABLE.as_bytes(), r#"{ "missing": ["n/a"] }"#, &[]).expect("a table");
    assert_eq!((summary.rows, summary.ignored_columns), (3, vec!["branch".to_owned()]));
    let rejected: Vec<_> =
        summary.rejected.iter().map(|cell| (cell.row, cell.column.as_str(), cell.value.as_str(), cell.code.as_str())).collect();
    assert_eq!(
        rejected,
        [(4, "sat.a", "9", "scale-out-of-range"), (5, "sat.a", "two", "not-a-number"), (5, "weight", "heavy", "not-a-number")]
    );
    assert_eq!(counts(intake.tally(), "sat.b"), [0.0, 0.0, 0.5, 1.0, 0.0]);
    assert_eq!(counts(intake.tally(), "where"), [1.0, 0.5, 1.0]);
}

#[test]
fn semicolons_and_tabs_separate_as_well_and_headers_may_be_foreign() {
    let map = r#"{ "columns": { "Staff": "sat.a", "Where, exactly": "where" } }"#;
    for table in ["Staff;\"Where, exactly\"\n5;north\n4;south", "Staff\t\"Where, exactly\"\n5\tnorth\n4\tsouth\n"] {
        let (intake, summary) = read_table(table.as_bytes(), map, &[]).expect(table);
        assert_eq!((summary.rows, summary.rejected.len()), (2, 0), "{table}");
        assert_eq!(counts(intake.tally(), "sat.a"), [0.0, 0.0, 0.0, 1.0, 1.0], "{table}");
    }
}

#[test]
fn what_is_no_table_of_answers_is_refused() {
    for (table, options, code) in [
        ("", "{}", "bad-csv"),
        ("name,age\nx,3", "{}", "bad-csv"),
        ("sat.a,sat.a\n1,2", "{}", "bad-csv"),
        ("sat.a\n1", r#"{ "columns": { "x": "sat.z" } }"#, "unknown-answer"),
        ("sat.a\n1", r#"{ "column": {} }"#, "unknown-key"),
    ] {
        let mut intake = Intake::new(survey());
        let options = Value::from_json(options).expect("json").read::<CsvOptions>();
        let result = options.and_then(|options| intake.add_csv(table.as_bytes(), options)).and_then(|()| intake.end());
        assert_eq!(result.expect_err(table).code(), code, "{table:?}");
    }
}

#[test]
fn a_broken_table_leaves_the_tally_as_it_was_beside_it() {
    let long = format!("sat.a\n5\n4\n\"{}", "x".repeat(2 << 20));
    for (table, message) in
        [("sat.a,why\n5,fine\n4,\"open\n3,\n", "row 3: a quote is left open"), (long.as_str(), "row 4: a cell of more than 1048576 bytes")]
    {
        let mut intake = added(&[response(r#"{ "sat.a": 1 }"#, "")]).expect("right");
        let mut error = None;
        for chunk in table.as_bytes().chunks(30_000) {
            // What is counted beside a table stays, whatever becomes of the table.
            let beside = Value::from_json(&format!("[{}]", response(r#"{ "sat.a": 2 }"#, ""))).expect("json");
            if error.is_none() {
                intake.add(&beside).expect("right");
                error = intake.add_csv(chunk, CsvOptions::default()).err();
            }
        }
        let error = error.unwrap_or_else(|| intake.end().expect_err("a quote is open"));
        assert_eq!(error.code(), "bad-csv");
        assert!(error.to_string().contains(message), "{error}");
        let found = counts(intake.tally(), "sat.a");
        assert_eq!((found[0], found[2..].to_vec()), (1.0, vec![0.0; 3]), "none of the table's rows");
        assert!(found[1] >= 1.0);
        // Mended, it is counted once.
        intake.add_csv(b"sat.a,why\n5,fine\n4,open\n3,\n", CsvOptions::default()).expect("a table");
        assert_eq!(intake.end().expect("its end").rows, 3);
        assert_eq!(counts(intake.tally(), "sat.a")[2..], [1.0; 3]);
    }
}

#[test]
fn an_empty_chunk_ends_nothing() {
    let mut intake = Intake::new(survey());
    for chunk in ["sat.a,wh", "", "y\n5,fi", "", "ne\n4,", "", "\"a\nb\"", ""] {
        intake.add_csv(chunk.as_bytes(), CsvOptions::default()).expect("a chunk");
    }
    let summary = intake.end().expect("a table");
    assert_eq!((summary.rows, summary.rejected_count), (2, 0));
}

#[test]
fn a_tally_is_not_merged_in_the_middle_of_a_table() {
    let mut intake = Intake::new(survey());
    intake.add_csv(b"sat.a\n5\n4", CsvOptions::default()).expect("half a table");
    let other = Intake::new(survey());
    assert_eq!(intake.merge(&other).expect_err("not yet").code(), "conflict");
    intake.end().expect("the last row");
    intake.merge(&other).expect("now");
    assert_eq!(intake.tally().whole().rows(), 2);
}

#[test]
fn options_are_strict_about_types() {
    let value = Value::from_json(r#"{ "missing": [1] }"#).expect("json");
    let error = CsvOptions::read(manyi::value::At { value: &value, path: &manyi::value::Path::Root }).expect_err("a number");
    assert_eq!((error.code(), error.path()), ("wrong-type", Some("missing[0]")));
}

fn columns(columns: &[(&str, &'static [u8])]) -> Vec<(String, &'static [u8])> {
    columns.iter().map(|(key, codes)| ((*key).to_owned(), *codes)).collect()
}

#[test]
fn columns_of_codes_are_counted_like_the_responses_that_they_stand_for() {
    let mut intake = Intake::new(survey());
    let weights: &[f64] = &[1.0, 2.5];
    intake.add_columns(&columns(&[("where", &[2, 3]), ("sat.a", &[5, 4])]), Some(&weights)).expect("right");
    let responses = added(&[
        response(r#"{ "sat.a": 5, "where": "south" }"#, ""),
        response(r#"{ "sat.a": 4, "where": "at sea" }"#, r#", "weight": 2.5"#),
    ])
    .expect("right");
    assert_eq!(intake.tally().to_json(), responses.tally().to_json());
}

#[test]
fn a_wrong_column_is_refused_where_it_is_wrong_and_nothing_is_counted() {
    for (list, weights, code, path) in [
        (columns(&[("sat.a", &[5]), ("sat.z", &[1])]), None, "unknown-answer", "columns[\"sat.z\"]"),
        (columns(&[("sat.a", &[5, 0, 6])]), None, "out-of-range", "columns[\"sat.a\"][2]"),
        (columns(&[("sat.a", &[5, 1]), ("sat.b", &[1])]), None, "length-mismatch", "columns[\"sat.b\"]"),
        (columns(&[("uses", &[1])]), None, "conflict", "columns.uses"),
        (columns(&[("sat.a", &[1, 2])]), Some(&[1.0, -1.0][..]), "out-of-range", "weights[1]"),
        (columns(&[("sat.a", &[1, 2])]), Some(&[1.0][..]), "length-mismatch", "weights"),
    ] {
        let mut intake = Intake::new(survey());
        let error = intake.add_columns(&list, weights.as_ref()).expect_err(path);
        assert_eq!((error.code(), error.path()), (code, Some(path)), "{error}");
        assert_eq!(intake.tally().whole().rows(), 0);
    }
}

proptest! {
    #[test]
    fn a_table_in_chunks_of_any_size_is_the_same_table(sizes in proptest::collection::vec(1..40_usize, 1..6)) {
        let (whole, summary) = read_table(TABLE.as_bytes(), "{}", &[]).expect("a table");
        let (chunked, chunked_summary) = read_table(TABLE.as_bytes(), "{}", &sizes).expect("a table");
        prop_assert_eq!(chunked_summary, summary);
        prop_assert_eq!(chunked.tally().to_json(), whole.tally().to_json());
    }
}
