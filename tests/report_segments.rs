//! Segments of a report: what is shown, what is hidden, and what is compared.

use manyi::answers::Row;
use manyi::report::{AnalyseOptions, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::Value;

const ONE: u64 = 1_000_000_000;

fn survey() -> Survey {
    Survey::from_json(
        r#"{ "id": "s", "version": 1, "title": "T", "outcome": "overall",
          "attributes": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B", "polarity": "negative" }],
          "pages": [{ "questions": [
            { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["a", "b"] },
            { "id": "overall", "kind": "rating", "measure": "overall", "scale": "satisfaction5", "title": "?" },
            { "id": "nps", "kind": "nps", "title": "?" },
            { "id": "where", "kind": "choice", "segment": true, "title": "?", "options": [
              { "value": "north", "title": "N" }, { "value": "south", "title": "S" }, { "value": "east", "title": "E" }, { "value": "west", "title": "W" }] },
            { "id": "uses", "kind": "choice", "multiple": true, "segment": true, "title": "?", "options": [
              { "value": "web", "title": "W" }, { "value": "shop", "title": "S" }] }
          ] }] }"#,
    )
    .expect("the definition is right")
}

/// `where` code and how many people answered it; what they say differs a little from one to the next and from place to place.
fn people(places: &[(u8, usize)]) -> Vec<Row> {
    let mut rows = Vec::new();
    for &(place, count) in places {
        for k in 0..count {
            let mood = (k % 4) as u8 + u8::from(place == 1);
            let shop = if k % 3 == 0 { 1 } else { 2 };
            rows.push(Row { codes: vec![mood + 1, 5 - mood, mood + 1, mood + 6, place, 1 + (k % 2) as u8, shop], weight: ONE });
        }
    }
    rows
}

fn report(rows: &[Row], options: &str) -> Result<Report, manyi::Error> {
    let survey = survey();
    let mut tally = Tally::new(&survey);
    tally.extend(rows);
    let options: AnalyseOptions = Value::from_json(options).and_then(|value| value.read())?;
    analyse(&survey, &tally, &options)
}

fn shown(rows: &[Row], options: &str) -> Vec<(String, u64)> {
    let report = report(rows, options).expect("a report");
    report.segments.into_iter().filter(|segment| segment.question == "where").map(|segment| (segment.value, segment.n)).collect()
}

fn named(segments: &[(&str, u64)]) -> Vec<(String, u64)> {
    segments.iter().map(|(value, n)| ((*value).to_owned(), *n)).collect()
}

#[test]
fn segments_of_five_and_more_are_shown() {
    let rows = people(&[(1, 30), (2, 20), (3, 5)]);
    assert_eq!(shown(&rows, "{}"), named(&[("north", 30), ("south", 20), ("east", 5)]));
}

#[test]
fn two_small_segments_that_make_five_together_are_hidden_alone() {
    let rows = people(&[(1, 30), (2, 20), (3, 3), (4, 2)]);
    assert_eq!(shown(&rows, "{}"), named(&[("north", 30), ("south", 20)]));
}

#[test]
fn one_small_segment_hides_the_next_smallest_too_so_that_subtraction_reveals_nothing() {
    let rows = people(&[(1, 30), (2, 20), (3, 4)]);
    assert_eq!(shown(&rows, "{}"), named(&[("north", 30)]));
    let rows = people(&[(1, 30), (2, 20), (3, 1), (4, 2)]);
    assert_eq!(shown(&rows, "{}"), named(&[("north", 30)]));
}

#[test]
fn the_minimum_cell_says_how_small_is_small() {
    let rows = people(&[(1, 30), (2, 20), (3, 4)]);
    assert_eq!(shown(&rows, r#"{ "minimumCell": 4 }"#), named(&[("north", 30), ("south", 20), ("east", 4)]));
    assert_eq!(shown(&rows, r#"{ "minimumCell": 25 }"#), named(&[]), "24 are hidden together, so the 30 are hidden too");
}

#[test]
fn a_hidden_segment_has_no_report_of_its_own_either() {
    let rows = people(&[(1, 30), (2, 20), (3, 4)]);
    for value in ["east", "south"] {
        let error = report(&rows, &format!(r#"{{ "segment": {{ "question": "where", "value": "{value}" }} }}"#)).expect_err(value);
        assert_eq!((error.code(), error.path()), ("too-few-answers", Some("segment")), "{value}");
    }
    assert_eq!(report(&rows, r#"{ "segment": { "question": "where", "value": "north" } }"#).expect("thirty people").n, 30);
}

#[test]
fn an_option_that_nearly_everybody_chose_is_hidden_for_what_it_tells_of_the_others() {
    let mut rows = people(&[(1, 30), (2, 20)]);
    rows.iter_mut().enumerate().for_each(|(index, row)| row.codes[6] = if index == 0 { 1 } else { 2 });
    let report = report(&rows, "{}").expect("a report");
    let uses: Vec<&str> =
        report.segments.iter().filter(|segment| segment.question == "uses").map(|segment| segment.value.as_str()).collect();
    assert_eq!(uses, ["web"]);
}

#[test]
fn the_report_of_a_segment_is_that_of_its_rows() {
    let survey = survey();
    let rows = people(&[(1, 30), (2, 20), (3, 10)]);
    let south: Vec<Row> = rows.iter().filter(|row| row.codes[4] == 2).cloned().collect();
    let part = report(&rows, r#"{ "segment": { "question": "where", "value": "south" } }"#).expect("twenty people");
    let mut tally = Tally::new(&survey);
    tally.extend(&south);
    let alone = analyse(&survey, &tally, &AnalyseOptions::default()).expect("a report");
    assert_eq!(part.n, 20);
    assert_eq!((&part.nps, &part.csat, &part.quadrants, &part.drivers), (&alone.nps, &alone.csat, &alone.quadrants, &alone.drivers));
    let line = part.segments.iter().find(|segment| segment.value == "south").expect("it is shown");
    assert_eq!(line.index, part.index.and_then(|index| index.index), "its line and its report say the same index");
    assert_eq!(line.nps, part.nps.and_then(|nps| nps.nps));
}

#[test]
fn a_segment_is_compared_with_everybody_else_and_adjusted_for_how_many_are_compared() {
    let report = report(&people(&[(1, 40), (2, 40), (3, 40)]), "{}").expect("a report");
    let north = &report.segments[0];
    // Overall 2 3 4 5 ten times each against 1 2 3 4 twenty times each: Welch by scipy.stats.ttest_ind.
    let p = north.p.expect("both vary");
    assert!((p - 1.806_801_443_637_610_6e-5).abs() < 1e-12, "{p}");
    // Holm: the smallest of m is multiplied by m, the next by m - 1, and none falls below the one before.
    let mut ranked: Vec<(f64, f64)> = report.segments.iter().map(|segment| segment.p.zip(segment.adjusted_p).expect("all vary")).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert_eq!(ranked.len(), 5);
    let mut least = 0.0_f64;
    for (rank, (p, adjusted)) in ranked.into_iter().enumerate() {
        least = least.max(p * (5 - rank) as f64).min(1.0);
        assert!((adjusted - least).abs() < 1e-12, "{adjusted} is not {least}");
    }
    for segment in &report.segments {
        assert_eq!(segment.significant, segment.adjusted_p.map(|adjusted| adjusted < 0.05));
    }
    assert_eq!(north.significant, Some(true));
    assert!(report.segments.iter().any(|segment| segment.significant == Some(false)));
}

#[test]
fn options_are_read_strictly() {
    let rows = people(&[(1, 30)]);
    for (options, code, path) in [
        (r#"{ "minimumcell": 3 }"#, "unknown-key", "minimumcell"),
        (r#"{ "minimumCell": 0 }"#, "out-of-range", "minimumCell"),
        (r#"{ "minimumCell": 2.5 }"#, "not-whole", "minimumCell"),
        (r#"{ "level": 1 }"#, "out-of-range", "level"),
        (r#"{ "crosshair": "middle" }"#, "unknown-name", "crosshair"),
        (r#"{ "importance": "guess" }"#, "unknown-method", "importance"),
        (r#"{ "importance": "stated" }"#, "conflict", "importance"),
        (r#"{ "segment": { "question": "where" } }"#, "missing-key", "segment"),
        (r#"{ "segment": { "question": "sat.a", "value": "1" } }"#, "unknown-question", "segment.question"),
        (r#"{ "segment": { "question": "where", "value": "up" } }"#, "unknown-option", "segment.value"),
    ] {
        let error = report(&rows, options).expect_err(options);
        assert_eq!((error.code(), error.path()), (code, Some(path)), "{options}: {error}");
    }
}
