//! What a tally promises: exact, and the same whichever way the rows came together.

use manyi::answers::Row;
use manyi::survey::Survey;
use manyi::tally::Tally;
use proptest::prelude::*;

const ONE: u64 = 1_000_000_000;

const DEFINITION: &str = r#"{
    "id": "mixed", "version": 3, "title": "Of every kind a column",
    "attributes": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }],
    "pages": [{ "questions": [
        { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["a", "b", "c"] },
        { "id": "plane", "kind": "quadrant", "title": "?", "attributes": ["a", "b"] },
        { "id": "feel", "kind": "kano", "title": "?", "attributes": ["a", "c"] },
        { "id": "weigh", "kind": "pairwise", "of": "attributes", "title": "?" },
        { "id": "nps", "kind": "nps", "title": "?" },
        { "id": "where", "kind": "choice", "segment": true, "title": "?",
          "options": [{ "value": "n", "title": "N" }, { "value": "s", "title": "S" }, { "value": "e", "title": "E" }] },
        { "id": "with", "kind": "choice", "multiple": true, "segment": true, "title": "?",
          "options": [{ "value": "x", "title": "X" }, { "value": "y", "title": "Y" }] },
        { "id": "why", "kind": "text", "title": "?" }
    ] }]
}"#;

fn survey() -> Survey {
    Survey::from_json(DEFINITION).expect("the definition is right")
}

/// Rows of the survey. One case in two has weights; one answer in six or so is missing.
fn rows(survey: &Survey, most: usize) -> impl Strategy<Value = Vec<Row>> + use<> {
    let levels: Vec<u8> = survey.columns().iter().map(|column| column.levels).collect();
    let codes = levels.into_iter().map(|levels| prop_oneof![1 => Just(0_u8), 5 => 1..=levels].boxed()).collect::<Vec<_>>();
    let weight =
        |weighted: bool| if weighted { prop_oneof![Just(ONE), 0..=3 * ONE, Just(1_000_000 * ONE)].boxed() } else { Just(ONE).boxed() };
    (any::<bool>(), 0..=most).prop_flat_map(move |(weighted, count)| {
        let row = (codes.clone(), weight(weighted)).prop_map(|(codes, weight)| Row { codes, weight });
        proptest::collection::vec(row, count)
    })
}

fn tally(survey: &Survey, rows: &[Row]) -> Tally {
    let mut tally = Tally::new(survey);
    tally.extend(rows);
    tally
}

/// Both ways of being the same.
fn assert_same(one: &Tally, other: &Tally) {
    assert_eq!(one.to_json(), other.to_json());
    assert!(one == other, "the same text, but not equal");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_split_in_any_order_merged_as_any_tree_is_the_same_tally(
        rows in rows(&survey(), 90),
        shuffle in any::<prop::sample::Index>(),
        parts in 1..6_usize,
        joins in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 8),
    ) {
        let survey = survey();
        let whole = tally(&survey, &rows);

        let mut turned = rows.clone();
        if !turned.is_empty() {
            turned.rotate_left(shuffle.index(rows.len()));
            turned.reverse();
        }
        let mut pieces: Vec<Tally> = (0..parts)
            .map(|part| {
                let mut tally = Tally::new(&survey);
                turned.iter().skip(part).step_by(parts).for_each(|row| tally.add(row));
                tally
            })
            .collect();
        let mut joins = joins.into_iter();
        while pieces.len() > 1 {
            let (into, from) = joins.next().expect("more joins than pieces");
            let from = pieces.remove(from.index(pieces.len()));
            let into = into.index(pieces.len());
            pieces[into].merge(&from).expect("one survey");
        }
        assert_same(&pieces[0], &whole);
    }

    #[test]
    fn its_json_reads_back_as_itself(rows in rows(&survey(), 60)) {
        let survey = survey();
        let tally = tally(&survey, &rows);
        assert_same(&Tally::from_json(&survey, &tally.to_json()).expect("its own json"), &tally);
    }

    #[test]
    fn rows_added_at_once_and_one_by_one_are_counted_alike_past_the_length_of_a_chunk(rows in rows(&survey(), 1100)) {
        let survey = survey();
        let mut one_by_one = Tally::new(&survey);
        rows.iter().for_each(|row| one_by_one.add(row));
        assert_same(&one_by_one, &tally(&survey, &rows));
    }

    #[test]
    fn rows_that_share_weights_are_counted_like_the_same_rows_one_by_one(rows in rows(&survey(), 700), apart in 1..6_u64) {
        // Few weights among many rows are counted weight by weight; a row alone never is.
        let survey = survey();
        let shared: Vec<Row> = rows.iter().enumerate().map(|(at, row)| Row { weight: (at as u64 % apart + 1) * ONE / 3, ..row.clone() }).collect();
        let mut one_by_one = Tally::new(&survey);
        shared.iter().for_each(|row| one_by_one.add(row));
        assert_same(&one_by_one, &tally(&survey, &shared));
    }

    #[test]
    fn moments_are_those_of_the_rows_that_have_both(rows in rows(&survey(), 80)) {
        let survey = survey();
        let tally = tally(&survey, &rows);
        let levels = |column: usize| survey.columns()[column].numbers.expect("a number");
        let numeric = ["sat.a", "sat.c", "plane.a.x", "plane.b.y", "nps"].map(|key| {
            survey.fields()[survey.field(key).expect("a key")].columns.start
        });
        for a in numeric {
            for b in numeric {
                let both: Vec<(f64, f64, f64)> = rows
                    .iter()
                    .filter(|row| row.codes[a] > 0 && row.codes[b] > 0 && row.weight > 0)
                    .map(|row| (levels(a).value(row.codes[a]), levels(b).value(row.codes[b]), row.weight as f64 / 1e9))
                    .collect();
                let weight: f64 = both.iter().map(|(.., w)| w).sum();
                let square: f64 = both.iter().map(|(.., w)| w * w).sum();
                let Some(moments) = tally.whole().moments(a, b) else {
                    prop_assert!(both.is_empty());
                    continue;
                };
                let mean = |of: &dyn Fn(&(f64, f64, f64)) -> f64| both.iter().map(|row| row.2 * of(row)).sum::<f64>() / weight;
                let (mean_a, mean_b) = (mean(&|row| row.0), mean(&|row| row.1));
                prop_assert!(close(moments.mean_a, mean_a) && close(moments.mean_b, mean_b));
                prop_assert!(close(moments.weight, weight));
                prop_assert!(close(moments.effective_n, weight * weight / square));
                let Some(cov) = moments.cov else {
                    prop_assert!(weight * weight / square < 1.0 + 1e-9);
                    continue;
                };
                if weight * weight / square > 1.001 {
                    let unbiased = 1.0 - square / (weight * weight);
                    let about = mean(&|row| (row.0 - mean_a) * (row.1 - mean_b)) / unbiased;
                    prop_assert!((cov - about).abs() <= 1e-9 * (1.0 + about.abs()) / unbiased, "{cov} {about}");
                }
            }
        }
    }

    #[test]
    fn histograms_and_kano_tables_count_what_the_rows_say(rows in rows(&survey(), 60)) {
        let survey = survey();
        let tally = tally(&survey, &rows);
        let weigh = |row: &&Row| row.weight as f64 / 1e9;
        for (column, about) in survey.columns().iter().enumerate() {
            let counts = tally.whole().counts(column);
            prop_assert_eq!(counts.len(), usize::from(about.levels));
            for (code, count) in (1..).zip(counts) {
                prop_assert!(close(count, rows.iter().filter(|row| row.codes[column] == code).map(|row| weigh(&row)).sum()));
            }
        }
        let column = |key| survey.fields()[survey.field(key).expect("a key")].columns.start;
        let (with, without) = (column("feel.c.functional"), column("feel.c.dysfunctional"));
        let table = tally.whole().kano(2).expect("it is asked");
        for (f, line) in (1..).zip(table) {
            for (d, cell) in (1..).zip(line) {
                let expected: f64 = rows.iter().filter(|row| row.codes[with] == f && row.codes[without] == d).map(|row| weigh(&row)).sum();
                prop_assert!(close(cell, expected));
            }
        }
        prop_assert!(tally.whole().kano(1).is_none());
    }

    #[test]
    fn a_segment_is_the_tally_of_its_rows(rows in rows(&survey(), 60)) {
        let survey = survey();
        let tally = tally(&survey, &rows);
        for (key, codes) in [("where", 1..=3_u8), ("with", 2..=2)] {
            for column in survey.fields()[survey.field(key).expect("a key")].columns.clone() {
                for code in codes.clone() {
                    let chosen: Vec<Row> = rows.iter().filter(|row| row.codes[column] == code).cloned().collect();
                    let alone = self::tally(&survey, &chosen);
                    let Some(segment) = tally.segment(column, code) else {
                        prop_assert!(chosen.is_empty());
                        continue;
                    };
                    prop_assert_eq!(segment.rows(), chosen.len() as u64);
                    prop_assert_eq!(segment.weight(), alone.whole().weight());
                    for a in 0..survey.columns().len() {
                        prop_assert_eq!(segment.counts(a), alone.whole().counts(a));
                        prop_assert_eq!(segment.effective_n(a), alone.whole().effective_n(a));
                        prop_assert_eq!(segment.moments(a, 0), alone.whole().moments(a, 0));
                    }
                    let others: Vec<Row> = rows.iter().filter(|row| row.codes[column] != code).cloned().collect();
                    let others = self::tally(&survey, &others);
                    let rest = tally.rest(column, code).expect("there is a segment, so there is a rest");
                    prop_assert_eq!(format!("{:?}", rest.group()), format!("{:?}", others.whole()));
                }
            }
        }
    }

    #[test]
    fn scaling_every_weight_changes_no_mean_and_no_variance(rows in rows(&survey(), 60), factor in 2..9_u64) {
        let survey = survey();
        let scaled: Vec<Row> = rows.iter().map(|row| Row { weight: (row.weight / factor).min(100 * ONE) * factor, ..row.clone() }).collect();
        let base: Vec<Row> = scaled.iter().map(|row| Row { weight: row.weight / factor, ..row.clone() }).collect();
        let (one, many) = (tally(&survey, &base), tally(&survey, &scaled));
        match (one.whole().moments(0, 1), many.whole().moments(0, 1)) {
            (Some(one), Some(many)) => {
                prop_assert!(close(one.mean_a, many.mean_a));
                // A single row's weights leave an effective n of 1 give or take a rounding.
                if one.effective_n > 1.001 {
                    prop_assert!(close(one.cov.expect("two rows"), many.cov.expect("two rows")));
                    prop_assert!(close(one.var_a.expect("two rows"), many.var_a.expect("two rows")));
                }
            }
            (one, many) => prop_assert_eq!(one, many),
        }
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

fn three_rows(survey: &Survey) -> Vec<Row> {
    let row = |code: u8, weight| Row { codes: survey.columns().iter().map(|column| code.min(column.levels)).collect(), weight };
    vec![row(1, ONE), row(2, ONE), row(3, ONE)]
}

#[test]
fn weights_of_one_leave_no_trace() {
    let survey = survey();
    let json = tally(&survey, &three_rows(&survey)).to_json();
    assert!(!json.contains("weighted"), "{json}");
    let mut rows = three_rows(&survey);
    rows[1].weight = 2 * ONE;
    assert!(tally(&survey, &rows).to_json().contains("weighted"));
}

#[test]
fn sums_that_javascript_would_round_are_texts_of_digits() {
    let survey = survey();
    let mut rows = three_rows(&survey);
    rows[1].weight = 1_000_000 * ONE;
    let tally = tally(&survey, &rows);
    let json = tally.to_json();
    assert!(json.contains(r#""weight":1000002000000000,"square":"1000000000002000000000000000000""#), "{json}");
    assert_same(&Tally::from_json(&survey, &json).expect("its own json"), &tally);
}

#[test]
fn the_tally_of_another_definition_is_refused() {
    let ours = survey();
    let json = tally(&ours, &three_rows(&ours)).to_json();
    for (what, other) in [
        ("id", DEFINITION.replacen("\"mixed\"", "\"other\"", 1)),
        ("version", DEFINITION.replacen("\"version\": 3", "\"version\": 4", 1)),
        ("scale", DEFINITION.replacen("satisfaction5", "satisfaction7", 1)),
        ("option", DEFINITION.replacen("\"value\": \"s\"", "\"value\": \"t\"", 1)),
        ("segment", DEFINITION.replacen("\"segment\": true, ", "", 1)),
        ("order", DEFINITION.replacen("[\"a\", \"b\", \"c\"]", "[\"b\", \"a\", \"c\"]", 1)),
    ] {
        let other = Survey::from_json(&other).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(Tally::from_json(&other, &json).expect_err(what).code(), "other-survey", "{what}");
        let mut tally = Tally::new(&other);
        let before = tally.clone();
        assert_eq!(tally.merge(&Tally::new(&ours)).expect_err(what).code(), "other-survey", "{what}");
        assert_same(&tally, &before);
    }
}

#[test]
fn a_corrected_title_does_not_orphan_a_tally() {
    let ours = survey();
    let json = tally(&ours, &three_rows(&ours)).to_json();
    let corrected = Survey::from_json(&DEFINITION.replacen("Of every kind a column", "One column of every kind", 1)).expect("right");
    assert_eq!(Tally::from_json(&corrected, &json).expect("the same coding").to_json(), json);
}

#[test]
fn numbers_that_no_answers_could_have_made_are_refused_with_their_place() {
    let survey = survey();
    let mut rows = three_rows(&survey);
    let plain = tally(&survey, &rows).to_json();
    rows[2].weight = 5 * ONE / 2;
    let weighted = tally(&survey, &rows).to_json();
    // What to put where, and what the reader then says.
    let cases: &[(&str, &str, &str, &str, &str)] = &[
        (&plain, r#""rows":3"#, r#""rows":4"#, "conflict", "whole.histograms[0]"),
        (&plain, r#""rows":3"#, r#""rows":-3"#, "out-of-range", "whole.rows"),
        (&plain, r#""rows":3"#, r#""rows":2.5"#, "not-whole", "whole.rows"),
        (&plain, r#""rows":3"#, r#""rows":"3""#, "wrong-type", "whole.rows"),
        (&plain, r#""rows":3"#, r#""rows":null"#, "missing-key", "whole"),
        (&plain, r#""rows":3"#, r#""rows":3,"mean":1"#, "unknown-key", "whole.mean"),
        (&plain, r#""histograms":[[0,1,1,1,0,0]"#, r#""histograms":[[1,1,1,1,0,0]"#, "conflict", "whole.histograms[0]"),
        (&plain, r#""histograms":[[0,1,1,1,0,0]"#, r#""histograms":[[0,1,1,1,0]"#, "length-mismatch", "whole.histograms[0]"),
        (&plain, r#""histograms":[[0,1,1,1,0,0]"#, r#""histograms":[[0,1,1,0,0,1]"#, "conflict", "whole.pairs[0]"),
        (&plain, r#""pairs":[[3,3,3,5,5,5]"#, r#""pairs":[[3,4,3,5,5,5]"#, "conflict", "whole.pairs[0]"),
        (&plain, r#""pairs":[[3,3,3,5,5,5]"#, r#""pairs":[[3,3,3,5,5,6]"#, "conflict", "whole.pairs[0]"),
        (&plain, r#""pairs":[[3,3,3,5,5,5]"#, r#""pairs":[[3,3,3,5,5]"#, "length-mismatch", "whole.pairs[0]"),
        (&plain, r#""kano":[[1,0,"#, r#""kano":[[2,0,"#, "conflict", "whole.kano[0]"),
        (&plain, r#""answered":[3"#, r#""answered":[4"#, "conflict", "whole.answered[0]"),
        (&plain, r#""straight":[3"#, r#""straight":[4"#, "conflict", "whole.straight[0]"),
        (&plain, r#""code":1,"rows":1"#, r#""code":1,"rows":2"#, "conflict", "segments[0]"),
        (&plain, r#""code":1,"rows":1"#, r#""code":9,"rows":1"#, "conflict", "segments[0]"),
        (&plain, r#""code":2,"rows":1"#, r#""code":1,"rows":1"#, "conflict", "segments"),
        (&weighted, r#""weight":4500000000"#, r#""weight":4500000001"#, "conflict", "whole.weighted.histograms[0]"),
        (&weighted, r#""weight":4500000000"#, r#""weight":"4500000000""#, "wrong-type", "whole.weighted.weight"),
        (&weighted, r#""square":"8250000000000000000""#, r#""square":"8250000000000000001""#, "conflict", "whole.weighted.squares[0]"),
        (&weighted, r#""square":"8250000000000000000""#, r#""square":"08250000000000000000""#, "wrong-type", "whole.weighted.square"),
        (&weighted, r#""square":"8250000000000000000""#, r#""square":"1""#, "wrong-type", "whole.weighted.square"),
        (&weighted, r#""square":"8250000000000000000""#, r#""square":1"#, "conflict", "whole.weighted.square"),
    ];
    for (json, from, to, code, path) in cases {
        assert!(json.contains(from), "{from} is not in {json}");
        let broken = json.replacen(from, to, 1);
        let error = Tally::from_json(&survey, &broken).expect_err(to);
        assert_eq!((error.code(), error.path()), (*code, Some(*path)), "{from} -> {to}: {error}");
    }
}

#[test]
fn a_merge_that_would_overflow_is_refused_and_changes_nothing() {
    let survey = Survey::from_json(
        r#"{ "id": "s", "version": 1, "title": "S", "pages": [{ "questions": [{ "id": "nps", "kind": "nps", "title": "?" }] }] }"#,
    )
    .expect("right");
    let json = tally(&survey, &[]).to_json();
    let most = 1_u64 << 47;
    let full = json.replacen(r#""rows":0"#, &format!(r#""rows":{most}"#), 1).replacen("[[0,0", &format!("[[0,{most}"), 1).replacen(
        r#""answered":[0"#,
        &format!(r#""answered":[{most}"#),
        1,
    );
    let mut full = Tally::from_json(&survey, &full).expect("as many as are taken");
    let before = full.clone();
    let one = tally(&survey, &[Row { codes: vec![1], weight: ONE }]);
    assert_eq!(full.merge(&one).expect_err("one too many").code(), "too-many");
    assert_same(&full, &before);
}

#[test]
fn a_straight_line_is_counted_and_a_broken_or_unfinished_one_is_not() {
    let survey = survey();
    let row = |codes: [u8; 3]| {
        let mut row = Row { codes: vec![0; survey.columns().len()], weight: ONE };
        row.codes[..3].copy_from_slice(&codes);
        row
    };
    let tally = tally(&survey, &[row([4, 4, 4]), row([4, 4, 5]), row([4, 4, 0]), row([0, 0, 0]), row([1, 1, 1])]);
    assert_eq!((tally.whole().reached(0), tally.whole().straight(0)), (4, 2));
    assert_eq!((tally.whole().reached(4), tally.whole().straight(4)), (0, 0));
}

#[test]
fn a_survey_of_very_many_items_has_every_mean_and_the_pairs_of_the_first_five_hundred() {
    let ids: Vec<String> = (0..200).map(|k| format!("a{k}")).collect();
    let attributes: Vec<String> = ids.iter().map(|id| format!(r#"{{ "id": "{id}", "title": "{id}" }}"#)).collect();
    let questions: Vec<String> = ["satisfaction", "importance", "expectation"]
        .iter()
        .map(|measure| format!(r#"{{ "id": "{measure}", "kind": "matrix", "measure": "{measure}", "scale": "agree5", "title": "?", "attributes": {ids:?} }}"#))
        .collect();
    let definition = format!(
        r#"{{ "id": "many", "version": 1, "title": "T", "attributes": [{}], "pages": [{{ "questions": [{}] }}] }}"#,
        attributes.join(","),
        questions.join(",")
    );
    let survey = Survey::from_json(&definition).expect("right");
    let tally = tally(&survey, &three_rows(&survey));
    assert_eq!(tally.whole().moments(0, 499).map(|moments| moments.n), Some(3));
    assert_eq!(tally.whole().moments(0, 500), None);
    assert_eq!(tally.whole().moments(599, 599).map(|moments| moments.mean_a), Some(2.0));
    assert_same(&Tally::from_json(&survey, &tally.to_json()).expect("its own json"), &tally);
}
