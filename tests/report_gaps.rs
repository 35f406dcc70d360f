//! Whether gaps are more than chance; the expected numbers are scipy's `ttest_1samp` of each respondent's score (scipy 1.17).

use manyi::report::{AnalyseOptions, GapTest, GapTests, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Intake;
use manyi::value::Value;

const PERCEIVED: [[u8; 3]; 7] = [[4, 3, 2], [5, 4, 4], [3, 3, 1], [4, 5, 2], [2, 4, 3], [5, 5, 4], [3, 2, 2]];
const EXPECTED: [[u8; 3]; 7] = [[5, 3, 4], [5, 5, 4], [4, 3, 3], [4, 4, 4], [5, 4, 3], [5, 4, 5], [4, 4, 4]];

/// The report of these respondents; dimensions or not, answers left out, the polarity of attribute c.
fn report(dimensions: bool, left_out: &[(usize, &str)], polarity: &str, options: &str) -> Report {
    let (list, x, y) = match dimensions {
        true => {
            (r#""dimensions": [{ "id": "x", "title": "X" }, { "id": "y", "title": "Y" }],"#, r#""dimension": "x","#, r#""dimension": "y","#)
        }
        false => ("", "", ""),
    };
    let matrix = |id: &str, measure: &str| {
        format!(
            r#"{{ "id": "{id}", "kind": "matrix", "measure": "{measure}", "scale": "agree5", "title": "?", "attributes": ["a", "b", "c"] }}"#
        )
    };
    let definition = format!(
        r#"{{ "id": "s", "version": 1, "title": "T", {list}
            "attributes": [{{ {x} "id": "a", "title": "A" }}, {{ {x} "id": "b", "title": "B" }},
              {{ {y} "id": "c", "title": "C", "polarity": "{polarity}" }}],
            "weights": {{ "source": "fixed", "values": {{ "a": 0.5, "b": 0.3, "c": 0.2 }} }},
            "pages": [{{ "questions": [{}, {}] }}] }}"#,
        matrix("e", "expectation"),
        matrix("p", "perception"),
    );
    let survey = Survey::from_json(&definition).unwrap_or_else(|error| panic!("{error} in {definition}"));
    let answer = |row: usize| {
        let cells = ["a", "b", "c"]
            .iter()
            .enumerate()
            .flat_map(|(column, id)| [(format!("e.{id}"), EXPECTED[row][column]), (format!("p.{id}"), PERCEIVED[row][column])]);
        let kept = cells.filter(|(key, _)| !left_out.contains(&(row, key.as_str())));
        let answers: Vec<String> = kept.map(|(key, value)| format!(r#""{key}": {value}"#)).collect();
        format!(
            r#"{{ "id": "{row}", "survey": "s", "surveyVersion": 1, "startedAt": "", "submittedAt": "", "answers": {{ {} }} }}"#,
            answers.join(",")
        )
    };
    let mut intake = Intake::new(survey.clone());
    let responses: Vec<String> = (0..7).map(answer).collect();
    intake.add(&Value::from_json(&format!("[{}]", responses.join(","))).expect("json")).expect("right answers");
    let options: AnalyseOptions = Value::from_json(options).and_then(|value| value.read()).expect("right options");
    analyse(&survey, intake.tally(), &options).expect("a report")
}

fn tests(report: Report) -> GapTests {
    report.gap_tests.expect("both are asked")
}

#[track_caller]
fn is(test: Option<&GapTest>, n: u64, numbers: [f64; 6]) {
    let test = test.expect("two pairs and more");
    let interval = test.interval.as_ref().expect("they differ");
    assert_eq!(test.n, n);
    let found = [test.gap, test.t.expect("they differ"), test.df, test.p.expect("they differ"), interval.low, interval.high];
    for (found, expected) in found.into_iter().zip(numbers) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }
}

const A: [f64; 6] =
    [-0.857_142_857_142_857_1, -2.121_320_343_559_642_4, 6.0, 0.078_140_749_411_215_83, -1.642_306_259_097_342_7, -0.071_979_455_188_371_9];
const X: [f64; 6] = [-0.5, -1.620_185_174_601_965, 6.0, 0.156_319_616_156_516_74, -1.099_678_453_727_578, 0.099_678_453_727_577_45];

#[test]
fn each_item_dimension_and_respondent_is_tested_over_pairs() {
    let found = tests(report(true, &[], "positive", r#"{ "level": 0.9 }"#));
    is(found.items[0].test.as_ref(), 7, A);
    let c = [
        -1.285_714_285_714_285_8,
        -3.576_237_364_075_618_4,
        6.0,
        0.011_695_963_639_272_921,
        -1.984_318_542_655_888_5,
        -0.587_110_028_772_689_6,
    ];
    is(found.items[2].test.as_ref(), 7, c);
    let ids: Vec<&str> = found.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    assert_eq!(ids, ["x", "y"]);
    is(found.dimensions[0].test.as_ref(), 7, X);
    is(found.dimensions[1].test.as_ref(), 7, c);
    is(
        found.overall.as_ref(),
        7,
        [
            -0.657_142_857_142_857_1,
            -2.716_872_346_805_644,
            6.0,
            0.034_786_973_873_654_245,
            -1.127_149_128_502_221_5,
            -0.187_136_585_783_493_13,
        ],
    );
    is(
        found.unweighted.as_ref(),
        7,
        [
            -0.761_904_761_904_761_9,
            -3.548_262_100_581_949_2,
            6.0,
            0.012_097_434_852_593_833,
            -1.179_156_438_076_379_3,
            -0.344_653_085_733_144_8,
        ],
    );
}

#[test]
fn without_dimensions_each_respondents_score_weighs_the_items() {
    let report = report(false, &[], "positive", r#"{ "level": 0.9 }"#);
    let overall = report.gaps.as_ref().and_then(|gaps| gaps.overall).expect("it is defined");
    let found = tests(report);
    is(
        found.overall.as_ref(),
        7,
        [overall, -2.977_758_461_417_825_4, 6.0, 0.024_708_172_349_952_01, -1.204_011_478_961_806_6, -0.253_131_378_181_050_86],
    );
    assert!(found.dimensions.is_empty());
}

#[test]
fn who_left_one_of_the_two_out_is_in_no_pair() {
    let found = tests(report(false, &[(0, "e.a")], "positive", r#"{ "level": 0.9 }"#));
    let a = [
        -0.833_333_333_333_333_3,
        -1.746_075_739_423_945_7,
        5.0,
        0.141_234_773_176_261_65,
        -1.795_036_734_774_277_7,
        0.128_370_068_107_610_3,
    ];
    is(found.items[0].test.as_ref(), 6, a);
    assert_eq!(found.overall.as_ref().map(|test| test.n), Some(6));
}

#[test]
fn one_pair_has_no_test_and_gaps_that_are_all_alike_have_no_t() {
    let others: Vec<(usize, &str)> = (1..7).map(|row| (row, "p.b")).collect();
    let found = tests(report(false, &others, "positive", "{}"));
    assert_eq!(found.items[1].test, None);
    // Respondents 1, 2 and 6 expect one level of a more than they see, or none.
    let others: Vec<(usize, &str)> = [1, 3, 4, 5].iter().map(|&row| (row, "p.a")).collect();
    let alike = tests(report(false, &others, "positive", "{}")).items[0].test.clone().expect("three pairs");
    assert!((alike.gap + 1.0).abs() < 1e-15, "{}", alike.gap);
    assert_eq!((alike.n, alike.t, alike.p, alike.interval), (3, None, None, None));
}

#[test]
fn where_less_is_better_the_test_is_of_the_mirrored_gap() {
    let (plain, mirrored) = (tests(report(false, &[], "positive", "{}")), tests(report(false, &[], "negative", "{}")));
    let (plain, mirrored) = (plain.items[2].test.clone().expect("pairs"), mirrored.items[2].test.clone().expect("pairs"));
    assert_eq!((plain.gap, plain.t, plain.p), (-mirrored.gap, mirrored.t.map(|t| -t), mirrored.p));
}
