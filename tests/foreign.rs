//! Files that were not made for the survey: what their columns are taken for, and the survey they become answers to.

use manyi::answers::{ColumnGuess, ColumnRole, CsvOptions, CsvReader, ProposalInput, guess_columns, propose_survey};
use manyi::survey::Survey;
use manyi::value::Value;
use proptest::prelude::*;

/// A file of these columns: a header, and values that come in turn.
fn file(columns: &[(&str, &[&str])], rows: usize) -> String {
    let mut text = columns.iter().map(|(header, _)| *header).collect::<Vec<_>>().join(",");
    text.push('\n');
    for row in 0..rows {
        text += &columns.iter().map(|(_, values)| values[row % values.len()]).collect::<Vec<_>>().join(",");
        text.push('\n');
    }
    text
}

fn guessed(columns: &[(&str, &[&str])]) -> Vec<ColumnGuess> {
    guess_columns(file(columns, 60).as_bytes(), None).expect("it is CSV").columns
}

fn roles(columns: &[(&str, &[&str])]) -> Vec<ColumnRole> {
    guessed(columns).iter().map(|column| column.role).collect()
}

fn scale(column: &ColumnGuess) -> Option<(f64, f64)> {
    column.scale.map(|scale| (scale.min, scale.max))
}

const FIVE: &[&str] = &["1", "2", "3", "4", "5"];
const TEN: &[&str] = &["0", "3", "5", "7", "8", "9", "10"];

#[test]
fn english_headers_say_what_is_asked() {
    use ColumnRole::*;
    let ids: Vec<String> = (0..60).map(|row| format!("R{row}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let found = roles(&[
        ("Respondent ID", &ids),
        ("Overall satisfaction", FIVE),
        ("How likely are you to recommend us?", TEN),
        ("Effort score", &["1", "4", "7"]),
        ("Speed - satisfaction", FIVE),
        ("Speed - importance", FIVE),
        ("What you expected of the price", FIVE),
        ("Product quality", FIVE),
        ("Region", &["1", "2", "3"]),
        ("Age", &["18", "31", "45", "62"]),
        ("Plan", &["basic", "pro"]),
        ("Weight", &["0.81", "1.2"]),
        ("Comments", &["good", "bad"]),
    ]);
    let expected =
        [Ignored, Overall, Nps, Ces, Satisfaction, Importance, Expectation, Satisfaction, Segment, Segment, Segment, Weight, Ignored];
    assert_eq!(found, expected);
}

#[test]
fn chinese_headers_say_what_is_asked() {
    use ColumnRole::*;
    let found = roles(&[
        ("编号", &["1", "2", "3"]),
        ("总体满意度", FIVE),
        ("您有多大可能推荐我们", TEN),
        ("办理是否省力", &["1", "4", "7"]),
        ("交货速度满意度", FIVE),
        ("交货速度重要性", FIVE),
        ("对价格的期望", FIVE),
        ("实际感受到的价格", FIVE),
        ("性别", &["男", "女"]),
        ("所在地区", &["1", "2", "3"]),
        ("权重", &["0.81", "1.2"]),
        ("意见与建议", &["好", "不好"]),
    ]);
    assert_eq!(found, [Ignored, Overall, Nps, Ces, Satisfaction, Importance, Expectation, Perception, Segment, Segment, Weight, Ignored]);
}

#[test]
fn values_that_a_header_cannot_mean_overrule_it() {
    use ColumnRole::*;
    let found = roles(&[
        ("Recommended by", &["a friend", "the press"]),
        ("Recommendations made", &["0", "14", "80"]),
        ("Satisfied", &["yes", "no"]),
        ("Effort", &["1.5", "2", "3.5"]),
    ]);
    assert_eq!(found, [Segment, Ignored, Segment, Satisfaction]);
}

#[test]
fn attributes_share_the_narrowest_usual_scale_that_holds_them_all() {
    let columns = guessed(&[("Speed", &["2", "3", "4"]), ("Price", &["1", "5", "6", "7"]), ("Speed importance", &["2", "3", "5"])]);
    assert_eq!(columns.iter().map(scale).collect::<Vec<_>>(), [Some((1.0, 7.0)), Some((1.0, 7.0)), Some((1.0, 5.0))]);
    for (values, expected) in [
        (&["1", "2", "3", "4"][..], (1.0, 4.0)),
        (&["1", "2", "3"], (1.0, 3.0)),
        (&["2", "3", "4"], (1.0, 5.0)),
        (&["0", "2", "5"], (0.0, 5.0)),
        (&["3", "8", "9"], (1.0, 10.0)),
        (&["0", "8", "9"], (0.0, 10.0)),
        (&["1.5", "4", "5"], (1.0, 5.0)),
    ] {
        let column = &guessed(&[("Speed", values)])[0];
        assert_eq!(scale(column), Some(expected), "{values:?}");
        assert_eq!(column.scale.and_then(|scale| scale.step), (values[0] == "1.5").then_some(0.5), "{values:?}");
    }
    assert_eq!(scale(&guessed(&[("Score of the hotline", &["10", "65", "90"])])[0]), Some((1.0, 100.0)));
}

#[test]
fn what_stands_for_no_answer_is_found_among_the_values() {
    let head =
        file(&[("Speed", &["1", "5", "99", "N/A", "3"]), ("价格", &["2", "4", "-9", "未回答", "3"]), ("Plan", &["a", "b", "-"])], 60);
    let guesses = guess_columns(head.as_bytes(), None).expect("it is CSV");
    assert_eq!(guesses.missing, ["N/A", "99", "未回答", "-9", "-"]);
    assert_eq!(guesses.columns.iter().map(scale).collect::<Vec<_>>(), [Some((1.0, 5.0)), Some((1.0, 5.0)), None]);
    assert_eq!(guesses.columns[2].values, ["a", "b"], "no answer is no segment");
    // Where a scale reaches 100, 99 is an answer.
    let head = file(&[("Score", &["20", "99", "100", "999"])], 60);
    assert_eq!(guess_columns(head.as_bytes(), None).expect("it is CSV").missing, ["999"]);
}

#[test]
fn a_file_is_read_by_any_separator_with_quotes_and_a_mark_at_its_beginning() {
    let text = "\u{feff}\"Speed; satisfaction\";Plan\r\n4;\"a \"\"b\"\"\"\r\n3;c\r\n5;c\r\n2;\"a \"\"b\"\"\"\r\n";
    let columns = guess_columns(text.as_bytes(), None).expect("it is CSV").columns;
    assert_eq!(columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["Speed; satisfaction", "Plan"]);
    assert_eq!((columns[1].role, columns[1].values.len()), (ColumnRole::Segment, 2));
    let cut = &text.as_bytes()[..text.len() - 6];
    assert_eq!(guess_columns(cut, None).expect("it is CSV").rows, 3, "the row in the middle of which the bytes end is left out");
    assert_eq!(guess_columns(b"", None).expect_err("nothing").code(), "bad-csv");
}

#[test]
fn columns_find_the_answer_keys_of_a_survey() {
    let survey = Survey::from_json(include_str!("../www/samples/after-sales.json")).expect("the sample is right");
    let titles: Vec<(String, String)> =
        survey.attributes().iter().map(|attribute| (attribute.id.clone(), attribute.title.entries()[1].1.clone())).collect();
    let headers: Vec<String> = titles.iter().flat_map(|(_, title)| [format!("{title}满意度"), format!("{title}（重要性）")]).collect();
    let mut columns: Vec<(&str, &[&str])> = headers.iter().map(|header| (header.as_str(), FIVE)).collect();
    columns.extend([("总体满意度", FIVE), ("推荐意愿", TEN), ("region", &["north", "south"][..])]);
    let guesses = guess_columns(file(&columns, 60).as_bytes(), Some(&survey)).expect("it is CSV");
    let keys: Vec<Option<&str>> = guesses.columns.iter().map(|column| column.key.as_deref()).collect();
    let expected: Vec<String> = titles.iter().flat_map(|(id, _)| [format!("sat.{id}"), format!("imp.{id}")]).collect();
    let expected = expected.iter().map(|key| Some(key.as_str())).chain([Some("overall"), Some("nps"), Some("region")]);
    assert_eq!(keys, expected.collect::<Vec<_>>());
    assert_eq!(guesses.keys.len(), survey.fields().len());
    let first = &guesses.keys[0];
    assert_eq!((first.key.as_str(), first.question.as_str(), first.attribute.as_deref()), ("sat.image", "sat", Some("image")));
}

#[test]
fn a_survey_is_proposed_that_reads_the_file() {
    let text = file(
        &[
            ("Speed satisfaction", FIVE),
            ("Speed importance", &["3", "4", "5"]),
            ("Price satisfaction", &["2", "1", "4", "99"]),
            ("Overall satisfaction", TEN),
            ("Region", &["north", "St. Gallen", "south"]),
            ("Weight", &["0.5", "2"]),
        ],
        60,
    );
    let guesses = guess_columns(text.as_bytes(), None).expect("it is CSV");
    let input = input_of(&guesses.columns);
    let proposal = propose_survey(&input).expect("it holds answers");
    let survey = &proposal.definition;
    let titles: Vec<&str> = survey.attributes().iter().map(|attribute| attribute.title.in_language("en")).collect();
    assert_eq!(titles, ["Speed", "Price satisfaction"], "what is asked twice about the same thing is one attribute");
    let keys: Vec<(&str, &str)> = proposal.columns.iter().map(|(header, key)| (header.as_str(), key.as_str())).collect();
    let expected = [
        ("Overall satisfaction", "q1"),
        ("Price satisfaction", "m1.a2"),
        ("Region", "q2"),
        ("Speed importance", "m2.a1"),
        ("Speed satisfaction", "m1.a1"),
        ("Weight", "weight"),
    ];
    assert_eq!(keys, expected);
    assert_eq!(survey.outcome().map(|field| survey.fields()[field].key.as_str()), Some("q1"));

    let mut options = CsvOptions { missing: Some(guesses.missing), ..CsvOptions::default() };
    options.columns = Value::from_json(&serde_json::to_string(&proposal.columns).expect("a map")).and_then(|map| map.read()).ok();
    let mut reader = CsvReader::new(survey, options).expect("the columns are the file's");
    let mut rows = 0;
    reader.push(text.as_bytes(), |_| rows += 1).expect("it is CSV");
    let summary = reader.end(|_| rows += 1).expect("it is CSV");
    assert_eq!((rows, summary.rejected_count, summary.ignored_columns.len()), (60, 0, 0), "{:?}", summary.rejected.first());
}

#[test]
fn a_file_without_answers_makes_no_survey() {
    for columns in [r#"[]"#, r#"[{ "header": "a", "role": "ignored" }]"#, r#"[{ "header": "a", "role": "segment", "values": [] }]"#] {
        let input = Value::from_json(&format!(r#"{{ "title": "T", "columns": {columns} }}"#)).and_then(|value| value.read());
        let error = propose_survey(&input.expect("the input is right")).expect_err(columns);
        assert_eq!((error.code(), error.path()), ("conflict", Some("columns")));
    }
}

fn input_of(columns: &[ColumnGuess]) -> ProposalInput {
    use manyi::answers::ColumnChoice;
    let choice = |column: &ColumnGuess| ColumnChoice {
        header: column.header.clone(),
        role: column.role,
        scale: column.scale,
        values: Some(column.values.clone()),
    };
    ProposalInput { title: "A file".into(), columns: columns.iter().map(choice).collect() }
}

proptest! {
    #[test]
    fn any_bytes_are_guessed_about_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = guess_columns(&bytes, None);
    }

    #[test]
    fn whatever_is_guessed_can_be_proposed_and_read(
        headers in proptest::collection::vec("[a-z总体满意重要推荐.: ]{1,12}", 1..8),
        cells in proptest::collection::vec(prop_oneof!["[0-9]{1,2}", "[a-z.]{1,3}", Just(String::new())], 40..200),
    ) {
        let mut text = headers.join(",") + "\n";
        for row in cells.chunks_exact(headers.len()) {
            text += &(row.join(",") + "\n");
        }
        if let Ok(guesses) = guess_columns(text.as_bytes(), None) {
            let input = input_of(&guesses.columns);
            match propose_survey(&input) {
                Ok(proposal) => for (header, key) in &proposal.columns {
                    prop_assert!(key == "weight" || proposal.definition.field(key).is_some(), "{header} is {key}");
                },
                Err(error) => prop_assert_eq!(error.code(), "conflict"),
            }
        }
    }
}
