//! What small segments leave behind: nothing, in a report or in a tally that leaves the page.

use manyi::answers::Row;
use manyi::report::{AnalyseOptions, MinimumCell, analyse, released, write_tally_csv};
use manyi::survey::Survey;
use manyi::tally::Tally;
use proptest::prelude::*;

const ONE: u64 = 1_000_000_000;

fn survey() -> Survey {
    Survey::from_json(
        r#"{ "id": "s", "version": 1, "title": "T", "outcome": "overall",
          "attributes": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }],
          "pages": [{ "questions": [
            { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["a", "b", "c"] },
            { "id": "overall", "kind": "rating", "measure": "overall", "scale": "satisfaction5", "title": "?" },
            { "id": "where", "kind": "choice", "segment": true, "title": "?", "options": [
              { "value": "north", "title": "N" }, { "value": "south", "title": "S" }, { "value": "east", "title": "E" }, { "value": "west", "title": "W" }] },
            { "id": "uses", "kind": "choice", "multiple": true, "segment": true, "title": "?", "options": [
              { "value": "web", "title": "W" }, { "value": "shop", "title": "S" }] },
            { "id": "mood", "kind": "rating", "scale": "faces5", "segment": true, "title": "?" }
          ] }] }"#,
    )
    .expect("the definition is right")
}

/// Columns: sat.a, sat.b, sat.c, overall, where, web, shop, mood.
const WHERE: usize = 4;
const SEGMENTS: [(usize, u8, u8); 4] = [(WHERE, 1, 4), (5, 2, 2), (6, 2, 2), (7, 1, 5)];

fn tally_of(rows: &[Row]) -> Tally {
    let mut tally = Tally::new(&survey());
    tally.extend(rows);
    tally
}

fn least(answers: u64) -> MinimumCell {
    MinimumCell::new(answers).expect("one and more")
}

fn release(rows: &[Row], answers: u64) -> Tally {
    released(&survey(), &tally_of(rows), least(answers)).expect("it is the survey's")
}

fn rows_strategy() -> impl Strategy<Value = Vec<Row>> {
    let place = prop_oneof![8 => Just(1_u8), 4 => Just(2), 1 => Just(3), 1 => Just(4), 1 => Just(0)];
    let codes = (0..=5_u8, 0..=5_u8, 0..=5_u8, 0..=5_u8, place, 0..=2_u8, prop_oneof![9 => Just(2_u8), 1 => Just(1)], 0..=5_u8);
    let weight = prop_oneof![3 => Just(ONE), 1 => Just(ONE / 2)];
    let row = (codes, weight).prop_map(|((a, b, c, overall, place, web, shop, mood), weight)| {
        // Whoever answered one option answered all.
        let shop = if web == 0 { 0 } else { shop };
        Row { codes: vec![a, b, c, overall, place, web, shop, mood], weight }
    });
    proptest::collection::vec(row, 0..80)
}

proptest! {
    #[test]
    fn no_shown_segment_is_small_and_what_subtraction_leaves_is_not_either(rows in rows_strategy(), answers in 1..12_u64) {
        let options = AnalyseOptions { minimum_cell: Some(least(answers)), ..AnalyseOptions::default() };
        let tally = tally_of(&rows);
        let report = analyse(&survey(), &tally, &options).expect("a report");
        for segment in report.segments.iter().filter(|segment| segment.n > 0) {
            prop_assert!(segment.n >= answers, "{} {} of {}", segment.question, segment.value, segment.n);
        }
        for (question, column, codes) in [("where", WHERE, 4_u8), ("mood", 7, 5)] {
            let counts = |code: u8| tally.segment(column, code).map_or(0, |group| group.rows());
            let shown: Vec<u64> = report.segments.iter().filter(|segment| segment.question == question).map(|segment| segment.n).collect();
            let all: u64 = (1..=codes).map(counts).sum();
            let hidden = all - shown.iter().sum::<u64>();
            prop_assert!(hidden == 0 || hidden >= answers || shown.iter().all(|&n| n == 0), "{hidden} left over of {question}");
            let values = (1..=codes).filter(|&code| counts(code) > 0).count();
            let shown = shown.iter().filter(|&&n| n > 0).count();
            prop_assert!(values - shown != 1 || shown == 0, "one alone is hidden of {question}");
        }
    }

    #[test]
    fn a_released_tally_has_the_shown_segments_alone_and_the_same_report(rows in rows_strategy(), answers in 1..12_u64) {
        let options = AnalyseOptions { minimum_cell: Some(least(answers)), ..AnalyseOptions::default() };
        let (tally, out) = (tally_of(&rows), release(&rows, answers));
        let before = analyse(&survey(), &tally, &options).expect("a report");
        let after = analyse(&survey(), &out, &options).expect("a report");
        prop_assert_eq!(&before.quadrants, &after.quadrants);
        prop_assert_eq!(&before.index, &after.index);
        for (column, first, last) in SEGMENTS {
            for code in first..=last {
                let Some(group) = out.segment(column, code) else { continue };
                prop_assert!(group.rows() >= answers);
                prop_assert_eq!(Some(group.rows()), tally.segment(column, code).map(|group| group.rows()));
            }
            // Histograms count a hidden value nowhere, in no segment either.
            let groups = SEGMENTS.into_iter().flat_map(|(column, first, last)| (first..=last).map(move |code| (column, code)));
            for group in groups.filter_map(|(column, code)| out.segment(column, code)).chain([out.whole()]) {
                for code in first..=last {
                    if out.segment(column, code).is_none() {
                        prop_assert_eq!(group.raw_counts(column)[usize::from(code) - 1], 0);
                    }
                }
            }
        }
        let rest = |column: usize, codes: u8| {
            out.whole().rows() - (1..=codes).filter_map(|code| out.segment(column, code)).map(|group| group.rows()).sum::<u64>()
        };
        for (column, codes) in [(WHERE, 4), (7, 5)] {
            let missing = rows.iter().filter(|row| row.codes[column] == 0).count() as u64;
            let shown = (1..=codes).any(|code| out.segment(column, code).is_some());
            prop_assert!(rest(column, codes) == missing || rest(column, codes) >= answers || !shown);
        }
        prop_assert_eq!(Tally::from_json(&survey(), &out.to_json()).expect("what leaves can come back"), out.clone());
        prop_assert_eq!(released(&survey(), &out, least(answers)).expect("again"), out);
    }

    #[test]
    fn a_tally_comes_through_as_words(rows in rows_strategy()) {
        let tally = tally_of(&rows);
        let words = tally.to_words();
        prop_assert_eq!(Tally::from_words(&survey(), &words), Some(tally));
        prop_assert_eq!(Tally::from_words(&survey(), &words[1..]), None);
        prop_assert_eq!(Tally::from_words(&survey(), &[&words[..], &[0]].concat()), None);
    }
}

#[test]
fn a_hidden_segment_is_nowhere_in_the_text_that_leaves() {
    let mut rows = Vec::new();
    for (place, count) in [(1, 30), (2, 20), (3, 4)] {
        rows.extend((0..count).map(|k| Row { codes: vec![1 + k % 5, 2, 3, 1 + k % 5, place, 1 + k % 2, 1 + k % 2, 3], weight: ONE }));
    }
    let out = release(&rows, 5);
    let json: serde_json::Value = serde_json::from_str(&out.to_json()).expect("it is JSON");
    assert_eq!(json["whole"]["histograms"][WHERE], serde_json::json!([24, 30, 0, 0, 0]), "four and twenty are told together");
    let segments: Vec<_> = json["segments"].as_array().expect("a list").iter().map(|one| (&one["column"], &one["code"])).collect();
    assert!(!segments.iter().any(|(column, code)| **column == WHERE && **code != 1), "{segments:?}");
    for segment in json["segments"].as_array().expect("a list") {
        let histogram = &segment["histograms"][WHERE];
        assert_eq!((&histogram[2], &histogram[3]), (&serde_json::json!(0), &serde_json::json!(0)));
    }
}

#[test]
fn a_tally_is_a_table_of_how_often_each_answer_was_given() {
    let row = |place: u8, overall: u8| Row { codes: vec![1, 2, 3, overall, place, 2, 1, 3], weight: ONE };
    let rows: Vec<Row> = (0..10).map(|k| row(1 + k % 2, 1 + k % 5)).collect();
    let csv = write_tally_csv(&survey(), &release(&rows, 5));
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "key,value,everyone,where=north,where=south,uses=web,mood=3");
    assert_eq!(lines[1], ",,10,5,5,10,10");
    assert!(lines.contains(&"overall,5,2,1,1,2,2"), "{csv}");
    assert!(lines.contains(&"where,south,5,0,5,5,5"), "{csv}");
    assert_eq!(lines.len(), 2 + 4 * 5 + 4 + 2 + 5);
    // Of one in the north and nine in the south neither is told.
    let rows: Vec<Row> = (0..10).map(|k| row(if k == 0 { 1 } else { 2 }, 1)).collect();
    let csv = write_tally_csv(&survey(), &release(&rows, 5));
    assert_eq!(csv.lines().next(), Some("key,value,everyone,uses=web,mood=3"));
    assert!(csv.contains("where,north,0,0,0") && csv.contains("where,south,0,0,0"), "{csv}");
}

#[test]
fn a_question_of_several_options_and_one_of_numbers_are_withheld_with_all_their_sums() {
    // Two of forty use the shop, and three give the third mood.
    let row = |k: u8| Row {
        codes: vec![1 + k % 5, 2, 3, 1 + k % 5, 1, 1 + k % 2, if k < 2 { 2 } else { 1 }, if k < 3 { 3 } else { 1 + k % 2 }],
        weight: ONE,
    };
    let rows: Vec<Row> = (0..40).map(row).collect();
    let out = release(&rows, 5);
    let whole = out.whole();
    assert_eq!(whole.raw_counts(6), [0, 0], "who did not use the shop would tell who did");
    assert_eq!(whole.raw_counts(5), [20, 20], "the other option stays");
    assert_eq!(whole.raw_counts(7), [0; 5]);
    assert_eq!(whole.moments(0, 7), None);
    assert!(whole.moments(0, 3).is_some_and(|moments| moments.n == 40), "other pairs stay");
}
