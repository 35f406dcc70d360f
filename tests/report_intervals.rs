//! How sure a report's numbers are: beside numpy and scipy, which had the rows.

use manyi::answers::Row;
use manyi::measure::Interval;
use manyi::report::{AnalyseOptions, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::Value;

const SURVEY: &str = r#"{ "id": "s", "version": 1, "title": "T", "weights": { "source": "equal" },
  "dimensions": [{ "id": "people", "title": "P" }, { "id": "money", "title": "M" }],
  "attributes": [
    { "id": "a", "title": "A", "dimension": "people" }, { "id": "b", "title": "B", "dimension": "people" }, { "id": "c", "title": "C", "dimension": "money" }],
  "pages": [{ "questions": [
    { "id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["a", "b", "c"] },
    { "id": "imp", "kind": "matrix", "measure": "importance", "scale": "importance5", "title": "?", "attributes": ["a", "b", "c"] },
    { "id": "where", "kind": "choice", "segment": true, "title": "?", "options": [{ "value": "shop", "title": "S" }, { "value": "web", "title": "W" }] }
  ] }] }"#;

fn report(options: &str) -> Report {
    let survey = Survey::from_json(SURVEY).expect("the definition is right");
    let mut tally = Tally::new(&survey);
    let row = |k: u8| {
        let satisfied = [1 + k % 5, 1 + (k + k / 7) % 5, 1 + (k / 2) % 4];
        let important = [1 + (k * 3 + k / 5) % 5, 1 + (k * 2 + k / 3) % 5, 1 + (k + k / 2) % 5];
        Row { codes: [&satisfied[..], &important, &[1 + k % 2]].concat(), weight: 1_000_000_000 }
    };
    tally.extend(&(0..40).map(row).collect::<Vec<Row>>());
    let options: AnalyseOptions = Value::from_json(options).and_then(|value| value.read()).expect("right options");
    analyse(&survey, &tally, &options).expect("a report")
}

fn near(found: Option<&Interval>, low: f64, high: f64) {
    let found = found.expect("an interval");
    assert!((found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9, "{found:?} is not {low} to {high}");
    assert_eq!(found.level, 0.95);
}

#[test]
fn attributes_dimensions_and_segments_have_the_t_intervals_of_their_respondents_means() {
    let report = report("{}");
    let index = report.index.expect("an index");
    near(index.interval.as_ref(), 0.513_118_633_9, 0.620_214_699_4);
    for (factor, (low, high)) in
        index.factors.iter().zip([(0.508_390_141, 0.691_609_859), (0.508_390_141, 0.691_609_859), (0.427_576_047_3, 0.572_423_952_7)])
    {
        near(factor.interval.as_ref(), low, high);
    }
    let [people, money] = &report.dimensions[..] else { panic!("two dimensions") };
    near(people.interval.as_ref(), 0.529_409_862_8, 0.670_590_137_2);
    near(money.interval.as_ref(), 0.427_576_047_3, 0.572_423_952_7);
    assert_eq!((people.id.as_str(), &people.attributes[..], people.n), ("people", &["a".to_owned(), "b".to_owned()][..], 40.0));
    assert!((people.weight - 2.0 / 3.0).abs() < 1e-12 && (people.index.expect("asked") - 0.6).abs() < 1e-12);
    // Degrees of freedom count the segment's own respondents.
    near(report.segments[0].interval.as_ref(), 0.493_926_345_5, 0.646_073_654_5);
    near(report.segments[1].interval.as_ref(), 0.480_798_869_7, 0.645_867_796_9);
}

#[test]
fn another_level_makes_other_intervals_and_not_other_scores() {
    let (usual, wide) = (report("{}"), report(r#"{"level": 0.99}"#));
    let reach = |interval: &Option<Interval>| interval.as_ref().map(|ends| ends.high - ends.low).expect("an interval");
    assert_eq!(usual.segments[0].index, wide.segments[0].index);
    assert!(reach(&wide.segments[0].interval) > reach(&usual.segments[0].interval));
    assert!(reach(&wide.dimensions[0].interval) > reach(&usual.dimensions[0].interval));
    let factor = |report: &Report| report.index.as_ref().map(|index| reach(&index.factors[0].interval)).expect("an index");
    assert!(factor(&wide) > factor(&usual));
}

#[test]
fn a_point_tells_how_its_two_means_vary_together_and_how_many_answered() {
    let quadrants = report("{}").quadrants.expect("importance is stated");
    let expected = [
        (0.051_282_051_282, 0.051_282_051_282, 0.006_410_256_41),
        (0.051_217_948_718, 0.051_282_051_282, 0.002_564_102_564),
        (0.051_282_051_282, 0.032_051_282_051, 0.0),
    ];
    for (point, (importance, performance, covariance)) in quadrants.points.iter().zip(expected) {
        let spread = point.spread.expect("many answered");
        for (found, expected) in [(spread.importance, importance), (spread.performance, performance), (spread.covariance, covariance)] {
            assert!((found - expected).abs() < 1e-11, "{}: {found} is not {expected}", point.id);
        }
        assert_eq!(point.n, Some(40.0));
    }
}

#[test]
fn a_single_recommendation_has_a_score_and_no_interval_weighted_or_not_and_two_have_one() {
    let survey = r#"{ "id": "s", "version": 1, "title": "T", "attributes": [{ "id": "a", "title": "A" }],
      "pages": [{ "questions": [{ "id": "nps", "kind": "nps", "title": "?" }] }] }"#;
    let survey = Survey::from_json(survey).expect("the definition is right");
    let of = |answers: &[(u8, u64)]| {
        let mut tally = Tally::new(&survey);
        tally.extend(&answers.iter().map(|&(code, weight)| Row { codes: vec![code], weight }).collect::<Vec<Row>>());
        let options = Value::from_json("{}").and_then(|value| value.read::<AnalyseOptions>()).expect("right options");
        let nps = analyse(&survey, &tally, &options).expect("a report").nps.expect("it is asked");
        (nps.nps, nps.interval.map(|ends| ends.low < ends.high))
    };
    assert_eq!(of(&[(11, 1_000_000_000)]), (Some(100.0), None));
    assert_eq!(of(&[(11, 2_500_000_000)]), (Some(100.0), None));
    assert_eq!(of(&[(11, 1_000_000_000), (1, 1_000_000_000)]), (Some(0.0), Some(true)));
}
