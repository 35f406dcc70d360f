//! Responses, their codes, and CSV.

#![expect(clippy::unwrap_used, reason = "a test that meets no value has failed")]

use manyi::Error;
use manyi::answers::{CsvOptions, CsvReader, CsvSummary, Response, Row, decode, encode, write_csv};
use manyi::survey::{Answer, Survey};
use manyi::value::{Entries, Value};
use proptest::prelude::*;

const SURVEY: &str = r#"{
    "id": "shop", "version": 2, "title": "Shop",
    "attributes": [{ "id": "price", "title": "Price" }, { "id": "speed", "title": "Speed" }],
    "pages": [{ "questions": [
        { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "attributes": ["price", "speed"], "title": "How?" },
        { "id": "nps", "kind": "nps", "title": "Recommend?" },
        { "id": "where", "kind": "choice", "other": true, "title": "Where?",
          "options": [{ "value": "north", "title": "N" }, { "value": "south", "title": "S" }] },
        { "id": "which", "kind": "choice", "multiple": true, "title": "Which?",
          "options": [{ "value": "a|b", "title": "A" }, { "value": "-c", "title": "C" }, { "value": "d", "title": "D" }] },
        { "id": "share", "kind": "allocation", "total": 10, "attributes": ["price", "speed"], "title": "Share" },
        { "id": "age", "kind": "number", "min": 0, "title": "Age" },
        { "id": "why", "kind": "text", "maxLength": 20, "title": "Why?" }
    ] }]
}"#;

fn survey() -> Survey {
    Survey::from_json(SURVEY).unwrap()
}

fn response(answers: &str) -> Response {
    let text = format!(
        r#"{{"id":"r1","survey":"shop","surveyVersion":2,"startedAt":"2026-01-01T00:00:00Z","submittedAt":"2026-01-01T00:01:00Z","answers":{answers}}}"#
    );
    Value::from_json(&text).unwrap().read().unwrap()
}

fn read_in(csv: &[u8], options: CsvOptions, chunk: usize) -> Result<(Vec<Row>, CsvSummary), Error> {
    let mut rows = Vec::new();
    let mut reader = CsvReader::new(&survey(), options)?;
    for chunk in csv.chunks(chunk.max(1)) {
        reader.push(chunk, &mut |row| rows.push(row))?;
    }
    let summary = reader.end(&mut |row| rows.push(row))?;
    Ok((rows, summary))
}

fn read(csv: &str) -> (Vec<Row>, CsvSummary) {
    read_in(csv.as_bytes(), CsvOptions::default(), usize::MAX).unwrap()
}

fn rejected(summary: &CsvSummary) -> Vec<(u64, &str, &str, &str)> {
    summary.rejected.iter().map(|r| (r.row, r.column.as_str(), r.value.as_str(), r.code.as_str())).collect()
}

#[test]
fn a_response_becomes_codes_and_the_codes_its_answers() {
    let survey = survey();
    let row = encode(&survey, &response(r#"{"sat.price":4,"nps":0,"where":"south","which":["d","a|b"],"why":"it is late"}"#)).unwrap();
    assert_eq!(row.codes, [4, 0, 1, 2, 2, 1, 2, 0, 0]);
    assert_eq!(row.weight, 1_000_000_000);
    let answers: Vec<(&str, Answer)> =
        decode(&survey, &row).into_iter().map(|(field, answer)| (survey.fields()[field].key.as_str(), answer)).collect();
    assert_eq!(
        answers,
        [
            ("sat.price", Answer::Number(4.0)),
            ("nps", Answer::Number(0.0)),
            ("where", Answer::Text("south".into())),
            ("which", Answer::Several(vec!["a|b".into(), "d".into()])),
        ]
    );
}

#[test]
fn an_option_of_ones_own_is_one_more_code() {
    let row = encode(&survey(), &response(r#"{"where":"on the moon"}"#)).unwrap();
    assert_eq!(row.codes[3], 3);
}

#[test]
fn a_response_that_does_not_fit_is_refused_by_code_and_path() {
    let cases = [
        (r#"{"sat.price":6}"#, "scale-out-of-range", r#"answers["sat.price"]"#),
        (r#"{"sat.price":4.5}"#, "scale-out-of-range", r#"answers["sat.price"]"#),
        (r#"{"sat.price":"4"}"#, "wrong-type", r#"answers["sat.price"]"#),
        (r#"{"sat.taste":4}"#, "unknown-answer", r#"answers["sat.taste"]"#),
        (r#"{"where":" "}"#, "unknown-option", "answers.where"),
        (r#"{"which":["e"]}"#, "unknown-option", "answers.which"),
        (r#"{"which":["d","d"]}"#, "duplicate-id", "answers.which"),
        (r#"{"which":"d"}"#, "wrong-type", "answers.which"),
        (r#"{"share.price":4,"share.speed":5}"#, "not-adding-up", r#"answers["share.price"]"#),
        (r#"{"age":-1}"#, "scale-out-of-range", "answers.age"),
        (r#"{"why":"far too many words for a field of twenty"}"#, "too-long", "answers.why"),
    ];
    for (answers, code, path) in cases {
        let error = encode(&survey(), &response(answers)).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, Some(path)), "{answers}");
    }
}

#[test]
fn a_response_to_another_version_is_refused() {
    let other = Response { survey_version: 3, ..response("{}") };
    assert_eq!(encode(&survey(), &other).unwrap_err().code(), "other-survey");
    let other = Response { survey: "else".into(), ..response("{}") };
    assert_eq!(encode(&survey(), &other).unwrap_err().path(), Some("survey"));
}

#[test]
fn a_weight_is_kept_to_the_billionth_and_a_bad_one_refused() {
    let weighted = Response { weight: Some(0.413141874), ..response("{}") };
    assert_eq!(encode(&survey(), &weighted).unwrap().weight, 413_141_874);
    for bad in [-0.1, 1e6 + 1.0] {
        assert_eq!(encode(&survey(), &Response { weight: Some(bad), ..response("{}") }).unwrap_err().path(), Some("weight"));
    }
}

#[test]
fn a_file_with_quotes_line_breaks_and_a_byte_order_mark_is_read() {
    let (rows, summary) = read("\u{feff}nps,why,sat.price\r\n9,\"late, \"\"again\"\"\r\nand again\",5\r\n\r\n,,\r\n10,,1");
    assert_eq!(rows.iter().map(|row| (row.codes[2], row.codes[0])).collect::<Vec<_>>(), [(10, 5), (0, 0), (11, 1)]);
    assert_eq!((summary.rows, summary.rejected_count), (3, 1));
    assert_eq!(rejected(&summary)[0].3, "too-long");
}

#[test]
fn the_separator_is_seen_in_the_headers() {
    for (csv, code) in [("nps;sat.price\n7;4\n", 8), ("nps\tsat.price\n7\t4\n", 8), ("\"nps\",\"sat.price\"\n7,4\n", 8), ("nps\r7\r", 8)] {
        let (rows, summary) = read(csv);
        assert_eq!((rows[0].codes[2], summary.rejected_count), (code, 0), "{csv:?}");
    }
}

#[test]
fn a_decimal_comma_is_a_number_only_beside_semicolons() {
    assert_eq!(read("nps;age\n7,0;30,5\n").1.rejected_count, 0);
    assert_eq!(rejected(&read("nps,age\n\"7,0\",30\n").1), [(2, "nps", "7,0", "not-a-number")]);
}

#[test]
fn a_bad_cell_rejects_its_value_alone_and_tells_row_column_and_code() {
    let (rows, summary) = read("sat.price,sat.speed,nps,where,which,extra\n5,5 stars,11,west,d,x\n0,1.5,NaN,north,e|d,\n３,1e0,7.0,,,\n");
    assert_eq!(
        rejected(&summary),
        [
            (2, "sat.speed", "5 stars", "not-a-number"),
            (2, "nps", "11", "scale-out-of-range"),
            (3, "sat.price", "0", "scale-out-of-range"),
            (3, "sat.speed", "1.5", "scale-out-of-range"),
            (3, "nps", "NaN", "not-a-number"),
            (3, "which", "e|d", "unknown-option"),
            (4, "sat.price", "３", "not-a-number"),
        ]
    );
    assert_eq!(summary.ignored_columns, ["extra"]);
    assert_eq!(
        rows.iter().map(|row| row.codes.clone()).collect::<Vec<_>>(),
        [vec![5, 0, 0, 3, 1, 1, 2, 0, 0], vec![0, 0, 0, 1, 0, 0, 0, 0, 0], vec![0, 1, 8, 0, 0, 0, 0, 0, 0],]
    );
}

#[test]
fn a_row_of_another_length_is_told_and_its_cells_that_have_a_header_count() {
    let (rows, summary) = read("nps,sat.price\n7\n8,4,9\n");
    assert_eq!(rejected(&summary), [(2, "sat.price", "1 of 2 cells", "ragged-row"), (3, "#3", "9", "bad-csv")]);
    assert_eq!(rows.iter().map(|row| row.codes[2]).collect::<Vec<_>>(), [8, 9]);
}

#[test]
fn a_file_without_any_answer_key_is_told_with_its_headers_a_key_and_what_maps_them() {
    let error = read_in(b"a,b\n1,2\n", CsvOptions::default(), usize::MAX).unwrap_err();
    assert_eq!(error.to_string(), "row 1: no column (a, b) is an answer key, such as sat.price; map headers with \"columns\"");
}

#[test]
fn a_refused_value_is_told_by_the_row_that_a_spreadsheet_gives_it() {
    for end in ["\n", "\r\n", "\r"] {
        // Empty lines count, line breaks within quotes do not; the last two rows are read by what was met before, the one but last is ragged.
        let csv = ["why,nps", "fine,10", "", "", "fine,x", "\"a", "b\",10", "", "fine,10", "fine", "fine,y"].join(end);
        for chunk in [1, 2, 3, 7, usize::MAX] {
            let (rows, summary) = read_in(csv.as_bytes(), CsvOptions::default(), chunk).unwrap();
            let told = rejected(&summary).iter().map(|refused| (refused.0, refused.2)).collect::<Vec<_>>();
            assert_eq!((rows.len(), told), (6, vec![(5, "x"), (9, "1 of 2 cells"), (10, "y")]), "{end:?}, {chunk}");
            let open = read_in(format!("{csv}{end}{end}{end}\"open").as_bytes(), CsvOptions::default(), chunk).unwrap_err();
            assert_eq!(open.to_string(), "row 13: a quote is left open");
        }
    }
}

#[test]
fn a_row_whose_weight_cannot_be_read_is_left_out_and_told() {
    let (rows, summary) = read("nps,weight\n7,0.5\n8,much\n9,-1\n10,\n");
    assert_eq!(rows.iter().map(|row| row.weight).collect::<Vec<_>>(), [500_000_000, 1_000_000_000]);
    assert_eq!(rejected(&summary), [(3, "weight", "much", "not-a-number"), (4, "weight", "-1", "out-of-range")]);
    assert_eq!(summary.rows, 2);
}

#[test]
fn foreign_headers_and_missing_words_are_read_as_told() {
    let options = CsvOptions {
        columns: Some(Entries(vec![("Would you recommend us?".into(), "nps".into()), ("Gewicht".into(), "weight".into())])),
        missing: Some(vec!["NA".into(), "-99".into()]),
    };
    let (rows, summary) = read_in(b"Would you recommend us?,Gewicht,sat.price\n9,2,NA\n-99,1,3\n", options, 7).unwrap();
    assert_eq!(
        rows.iter().map(|row| (row.codes[2], row.codes[0], row.weight)).collect::<Vec<_>>(),
        [(10, 0, 2_000_000_000), (0, 3, 1_000_000_000)]
    );
    assert_eq!(summary.rejected_count, 0);
}

#[test]
fn a_file_that_is_no_table_of_answers_is_refused() {
    let map = |header: &str, key: &str| CsvOptions { columns: Some(Entries(vec![(header.into(), key.into())])), missing: None };
    let cases: [(&[u8], CsvOptions, &str, Option<&str>); 7] = [
        (b"", CsvOptions::default(), "bad-csv", None),
        (b"a,b\n1,2\n", CsvOptions::default(), "bad-csv", Some("row 1")),
        (b"nps,nps\n1,2\n", CsvOptions::default(), "bad-csv", Some("row 1, column nps")),
        (b"\xff\xfen\0p\0s\0\n\0", CsvOptions::default(), "bad-csv", None),
        (b"nps,\xc2\xfa\n1,2\n", CsvOptions::default(), "bad-csv", None),
        (b"nps\n1\n", map("Q1", "nps"), "unknown-reference", Some("columns.Q1")),
        (b"Q1\n1\n", map("Q1", "mps"), "unknown-answer", Some("columns.Q1")),
    ];
    for (csv, options, code, path) in cases {
        let error = read_in(csv, options, usize::MAX).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{}", String::from_utf8_lossy(csv));
    }
}

#[test]
fn points_that_do_not_add_up_are_missing_and_told() {
    let (rows, summary) = read("share.price,share.speed\n4,6\n4,5\n");
    assert_eq!(rows.iter().map(|row| row.codes[7..].to_vec()).collect::<Vec<_>>(), [vec![5, 7], vec![0, 0]]);
    assert_eq!((summary.rejected[0].row, summary.rejected[0].code.as_str()), (3, "not-adding-up"));
}

#[test]
fn an_open_quote_is_told_before_it_swallows_the_file() {
    let csv = format!("nps,why\n1,\"{}", "x".repeat(3 << 20));
    assert_eq!(read_in(csv.as_bytes(), CsvOptions::default(), 1 << 16).unwrap_err().code(), "bad-csv");
}

#[test]
fn the_1842_real_answers_are_read_whole() {
    let survey = Survey::from_json(include_str!("../www/samples/shapka.json")).unwrap();
    let columns: Value = Value::from_json(include_str!("../www/samples/shapka.columns.json")).unwrap();
    let options = CsvOptions { columns: Some(columns.read().unwrap()), missing: None };
    let mut missing = 0;
    let mut reader = CsvReader::new(&survey, options).unwrap();
    let mut count = |row: Row| missing += row.codes.iter().filter(|code| **code == 0).count();
    reader.push(include_bytes!("../www/samples/shapka_example_01.csv"), &mut count).unwrap();
    let summary = reader.end(&mut count).unwrap();
    assert_eq!((summary.rows, summary.rejected_count, missing), (1842, 0, 3634));
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..12).prop_map(|n: i32| n.to_string()),
        Just(String::new()),
        Just("north".into()),
        Just("\"say \"\"no\"\",\r\nthen\"".into()),
        "[a-z0-9;满意]{0,6}",
    ]
}

/// A line of a table: most of it plain, some of it wrong, ragged or quoted.
fn line() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        8 => prop_oneof![Just("1"), Just("2"), Just("5"), Just("10"), Just("north"), Just("south"), Just("a|b"), Just("3"), Just("")].prop_map(String::from),
        1 => prop_oneof![Just("9"), Just("at sea"), Just(" 4 "), Just("x\""), Just("4.0"), Just("\u{e9}t\u{e9}"), Just("two"), Just("11")].prop_map(String::from),
        1 => prop_oneof![Just("\"1\""), Just("\"a, b\""), Just("\"one\n\r\ntwo\""), Just("\"say \"\"so\"\"\""), Just("\"\"")].prop_map(String::from),
    ];
    let cells = prop_oneof![12 => Just(9_usize), 1 => 0..12_usize];
    cells.prop_flat_map(move |count| proptest::collection::vec(cell.clone(), count).prop_map(|cells| cells.join(",")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_lines_say_what_the_same_lines_say_with_every_cell_in_quotes(
        lines in proptest::collection::vec(line(), 0..60),
        crlf in any::<bool>(),
        chunk in prop_oneof![1..200_usize, Just(usize::MAX)],
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let headers = "sat.price,sat.speed,nps,where,which,share.price,age,weight,note";
        let plain = format!("{headers}{end}{}{end}", lines.join(end));
        // No line of quoted cells is plain, so that the grammar of cells reads each of them.
        let quoted = |line: &str| {
            let mut reader = csv_core::Reader::new();
            let line = format!("{line}\n");
            let (mut input, mut cells) = (line.as_bytes(), Vec::new());
            let mut cell = [0; 256];
            while let (csv_core::ReadFieldResult::Field { .. }, read, written) = reader.read_field(input, &mut cell) {
                cells.push(format!("\"{}\"", String::from_utf8_lossy(&cell[..written]).replace('"', "\"\"")));
                input = &input[read..];
            }
            cells.join(",")
        };
        let lines: Vec<String> = lines.iter().map(|line| if line.is_empty() { String::new() } else { quoted(line) }).collect();
        let guarded = format!("{headers}{end}{}{end}", lines.join(end));
        prop_assert_eq!(read_in(plain.as_bytes(), CsvOptions::default(), chunk).unwrap(), read_in(guarded.as_bytes(), CsvOptions::default(), usize::MAX).unwrap());
    }

    #[test]
    fn any_chunking_gives_the_same_rows(lines in prop::collection::vec((cell(), cell(), cell()), 0..8), chunk in 1_usize..9) {
        let mut csv = String::from("nps,where,sat.speed\r\n");
        for (a, b, c) in &lines {
            csv += &format!("{a},{b},{c}\r\n");
        }
        prop_assert_eq!(read_in(csv.as_bytes(), CsvOptions::default(), chunk), read_in(csv.as_bytes(), CsvOptions::default(), usize::MAX));
    }

    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), chunk in 1_usize..20) {
        let mut csv = b"nps,why\n".to_vec();
        csv.extend(bytes);
        let _ = read_in(&csv, CsvOptions::default(), chunk);
    }

    #[test]
    fn what_is_written_reads_back_as_the_same_rows(
        nps in prop::option::of(0..=10_i32), place in prop::option::of("[ -~满]{1,12}"), some in prop::collection::btree_set(0_usize..3, 0..3), weight in prop::option::of(0.0..9.0),
    ) {
        let which: Vec<&str> = some.iter().map(|&place| ["a|b", "-c", "d"][place]).collect();
        let mut answers = vec![("which".to_owned(), Some(Answer::Several(which.into_iter().map(Into::into).collect())))];
        answers.push(("nps".into(), nps.map(|n: i32| Answer::Number(n.into()))));
        answers.push(("where".into(), place.map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).map(Answer::Text)));
        let one = Response { answers: Entries(answers), weight, ..response("{}") };
        let expected = encode(&survey(), &one).unwrap();
        let (rows, summary) = read(&write_csv(&survey(), &[one]));
        prop_assert_eq!(summary.rejected_count, 0);
        prop_assert_eq!(rows, vec![expected]);
    }
}
