//! The certainty of quadrants against a bootstrap of the rows of real answers.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where a test would, and matrices are walked by place")]

use std::fs;

use manyi::answers::{CsvOptions, CsvReader, Row as Coded};
use manyi::measure::*;
use manyi::report::{AnalyseOptions, analyse};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::{Entries, Value};

type Row = Vec<Option<f64>>;

/// ShapKa's answers: the outcome and 20 attributes, 1..=10; `None` where missing.
fn answers() -> Vec<Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples/shapka_example_01.csv");
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| line.split(',').map(|cell| cell.trim().parse().ok()).collect())
        .collect()
}

fn mean(rows: &[&Row], column: usize) -> f64 {
    let (n, sum) = rows.iter().filter_map(|row| row[column]).fold((0.0, 0.0), |(n, sum), value| (n + 1.0, sum + value));
    sum / n
}

fn correlation(rows: &[&Row], a: usize, b: usize) -> f64 {
    let pairs = || rows.iter().filter_map(|row| row[a].zip(row[b]));
    let (n, x, y) = pairs().fold((0.0, 0.0, 0.0), |(n, x, y), (a, b)| (n + 1.0, x + a, y + b));
    let (x, y) = (x / n, y / n);
    let (xx, yy, xy) =
        pairs().fold((0.0, 0.0, 0.0), |(xx, yy, xy), (a, b)| (xx + (a - x).powi(2), yy + (b - y).powi(2), xy + (a - x) * (b - y)));
    xy / (xx * yy).sqrt()
}

/// How much each row moves the mean of a column; 0 where it is missing.
fn pull_on_mean(rows: &[&Row], column: usize) -> Vec<f64> {
    let n = rows.iter().filter(|row| row[column].is_some()).count() as f64;
    let mean = mean(rows, column);
    rows.iter().map(|row| row[column].map_or(0.0, |value| (value - mean) / n)).collect()
}

/// How much each row moves a correlation: `z_x z_y - r (z_x² + z_y²) / 2` (Devlin, Gnanadesikan & Kettenring 1975).
fn pull_on_correlation(rows: &[&Row], a: usize, b: usize) -> Vec<f64> {
    let complete: Vec<&Row> = rows.iter().copied().filter(|row| row[a].is_some() && row[b].is_some()).collect();
    let n = complete.len() as f64;
    let standard = |column: usize| {
        let mean = mean(&complete, column);
        let sd = (complete.iter().filter_map(|row| row[column]).map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
        move |value: f64| (value - mean) / sd
    };
    let (x, y, r) = (standard(a), standard(b), correlation(rows, a, b));
    rows.iter()
        .map(|row| {
            row[a].zip(row[b]).map_or(0.0, |(a, b)| {
                let (a, b) = (x(a), y(b));
                (a * b - 0.5 * r * (a * a + b * b)) / n
            })
        })
        .collect()
}

fn covariance(pulls: &[Vec<f64>]) -> PointCovariance {
    PointCovariance { matrix: Square::from_fn(pulls.len(), |i, j| pulls[i].iter().zip(&pulls[j]).map(|(a, b)| a * b).sum()) }
}

/// Importance and performance of each point.
type Estimate<'a> = &'a dyn Fn(&[&Row]) -> (Vec<f64>, Vec<f64>);

fn input(estimate: &(Vec<f64>, Vec<f64>), crosshair: Crosshair) -> QuadrantsInput {
    let points = estimate
        .0
        .iter()
        .zip(&estimate.1)
        .enumerate()
        .map(|(id, (&importance, &performance))| QuadrantPoint {
            id: id.to_string(),
            importance: Some(Number::new(importance).unwrap()),
            performance: Some(Number::new(performance).unwrap()),
        })
        .collect();
    QuadrantsInput { points, crosshair: Some(crosshair), scale: Bounds::new(0.0, 10.0).ok() }
}

/// The same estimate from samples of as many rows, with replacement.
fn bootstrap(rows: &[&Row], estimate: Estimate) -> Vec<(Vec<f64>, Vec<f64>)> {
    let mut state = 88_172_645_463_325_252_u64;
    (0..3000)
        .map(|_| {
            let sample: Vec<&Row> = (0..rows.len())
                .map(|_| {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    rows[(state % rows.len() as u64) as usize]
                })
                .collect();
            estimate(&sample)
        })
        .collect()
}

fn agrees(rows: &[&Row], estimate: Estimate, covariance: &PointCovariance, crosshairs: &[Crosshair], within: f64) {
    let (here, samples) = (estimate(rows), bootstrap(rows, estimate));
    for &crosshair in crosshairs {
        let found = quadrants_with(&input(&here, crosshair), covariance).unwrap();
        let mut hits = vec![0.0; found.points.len()];
        for sample in &samples {
            let again = quadrants(&input(sample, crosshair)).unwrap();
            for (hit, (a, b)) in hits.iter_mut().zip(found.points.iter().zip(&again.points)) {
                *hit += f64::from(u8::from(a.quadrant == b.quadrant)) / samples.len() as f64;
            }
        }
        for (point, hit) in found.points.iter().zip(hits) {
            let certainty = point.certainty.unwrap();
            assert!(
                (certainty - hit).abs() < within,
                "{} rows, {crosshair:?}, point {}: {certainty}, the bootstrap says {hit}",
                rows.len(),
                point.id
            );
        }
    }
}

const SIZES: [usize; 2] = [1800, 200];

#[test]
fn certainty_of_stated_importance_agrees_with_a_bootstrap_of_the_rows() {
    let answers = answers();
    // Ten attributes stand for importance, ten for performance, as if one question had asked each.
    let estimate =
        |rows: &[&Row]| ((1..11).map(|column| mean(rows, column)).collect(), (11..21).map(|column| mean(rows, column)).collect());
    let given = Crossing { importance: Number::new(7.9).unwrap(), performance: Number::new(7.7).unwrap() };
    let crosshairs: Vec<Crosshair> =
        CrosshairRule::ALL.iter().map(|&rule| Crosshair::Rule(rule)).chain([Crosshair::Given(given)]).collect();
    for size in SIZES {
        let rows: Vec<&Row> = answers.iter().take(size).collect();
        let pulls: Vec<Vec<f64>> = (1..21).map(|column| pull_on_mean(&rows, column)).collect();
        agrees(&rows, &estimate, &covariance(&pulls), &crosshairs, 0.03);
    }
}

#[test]
fn certainty_of_derived_importance_agrees_with_a_bootstrap_of_the_rows() {
    let answers = answers();
    let estimate =
        |rows: &[&Row]| ((1..11).map(|column| correlation(rows, column, 0)).collect(), (1..11).map(|column| mean(rows, column)).collect());
    // Correlations of 200 rows are not yet normal.
    for (size, within) in SIZES.into_iter().zip([0.03, 0.04]) {
        let rows: Vec<&Row> = answers.iter().take(size).collect();
        let pulls: Vec<Vec<f64>> =
            (1..11).map(|column| pull_on_correlation(&rows, column, 0)).chain((1..11).map(|column| pull_on_mean(&rows, column))).collect();
        agrees(
            &rows,
            &estimate,
            &covariance(&pulls),
            &[Crosshair::Rule(CrosshairRule::Mean), Crosshair::Rule(CrosshairRule::Median)],
            within,
        );
    }
}

#[test]
fn a_point_in_no_quadrant_has_no_certainty_and_without_error_all_others_are_certain() {
    let point = |id: &str, importance: f64, performance: Option<f64>| QuadrantPoint {
        id: id.into(),
        importance: Number::new(importance).ok(),
        performance: performance.and_then(|value| Number::new(value).ok()),
    };
    let points = vec![point("a", 1.0, Some(2.0)), point("b", 3.0, None), point("c", 2.0, Some(1.0))];
    let input = QuadrantsInput { points, crosshair: None, scale: None };
    let found = quadrants_with(&input, &PointCovariance { matrix: Square::zeros(6) }).unwrap();
    assert_eq!(found.points.iter().map(|point| point.certainty).collect::<Vec<_>>(), [Some(1.0), None, Some(1.0)]);
    let refused = quadrants_with(&input, &PointCovariance { matrix: Square::zeros(3) }).unwrap_err();
    assert_eq!((refused.code(), refused.path()), ("length-mismatch", Some("covariance")));
}

// ---------------------------------------------------------------- in the report, out of the tally

/// A survey on ShapKa's scale whose questions are these, each an id, a measure and its attributes.
fn survey(attributes: usize, outcome: bool, matrices: &[(&str, &str)]) -> Survey {
    let ids: Vec<String> = (0..attributes).map(|k| format!("a{k:02}")).collect();
    let about: Vec<String> = ids.iter().map(|id| format!(r#"{{ "id": "{id}", "title": "{id}" }}"#)).collect();
    let mut questions: Vec<String> = matrices
        .iter()
        .map(|(id, measure)| {
            format!(
                r#"{{ "id": "{id}", "kind": "matrix", "measure": "{measure}", "scale": "number10", "title": "?", "attributes": {ids:?} }}"#
            )
        })
        .collect();
    questions.push(r#"{ "id": "all", "kind": "rating", "measure": "overall", "scale": "number10", "title": "?" }"#.into());
    let named = if outcome { r#""outcome": "all","# } else { "" };
    let (about, questions) = (about.join(","), questions.join(","));
    let text = format!(
        r#"{{ "id": "s", "version": 1, "title": "T", {named} "attributes": [{about}], "pages": [{{ "questions": [{questions}] }}] }}"#
    );
    Survey::from_json(&text).unwrap()
}

/// The tally of rows, whose columns are the answers to these keys.
fn tally(survey: &Survey, keys: &[String], rows: &[&Row]) -> Tally {
    let columns = CsvOptions { columns: Some(Entries(keys.iter().map(|key| (key.clone(), key.clone())).collect())), missing: None };
    let mut reader = CsvReader::new(survey, columns).unwrap();
    let line = |row: &&Row| row.iter().map(|cell| cell.map_or(String::new(), |value| value.to_string())).collect::<Vec<_>>().join(",");
    let text = format!("{}\n{}\n", keys.join(","), rows.iter().map(line).collect::<Vec<_>>().join("\n"));
    let mut coded: Vec<Coded> = Vec::new();
    reader.push(text.as_bytes(), &mut |row| coded.push(row)).unwrap();
    reader.end(&mut |row| coded.push(row)).unwrap();
    assert_eq!(coded.len(), rows.len());
    let mut tally = Tally::new(survey);
    tally.extend(&coded);
    tally
}

fn options(text: &str) -> AnalyseOptions {
    Value::from_json(text).and_then(|value| value.read()).unwrap()
}

/// How far the report's certainties are from how often the rows' bootstrap finds a point in its quadrant.
fn distances(survey: &Survey, tally: &Tally, choice: &str, crosshair: Crosshair, samples: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let found = analyse(survey, tally, &options(choice)).unwrap().quadrants.unwrap();
    let scale = Bounds::new(1.0, 10.0).ok().filter(|_| crosshair == Crosshair::Rule(CrosshairRule::Midpoint));
    let mut hits = vec![0.0; found.points.len()];
    for sample in samples {
        let again = quadrants(&QuadrantsInput { scale, ..input(sample, crosshair) }).unwrap();
        for (hit, (a, b)) in hits.iter_mut().zip(found.points.iter().zip(&again.points)) {
            *hit += f64::from(u8::from(a.quadrant == b.quadrant)) / samples.len() as f64;
        }
    }
    found.points.iter().zip(hits).map(|(point, hit)| (point.certainty.unwrap() - hit).abs()).collect()
}

#[test]
fn the_report_of_stated_importance_tells_the_certainty_of_a_bootstrap_of_the_rows() {
    let answers = answers();
    let survey = survey(10, false, &[("imp", "importance"), ("sat", "satisfaction")]);
    let keys: Vec<String> = ["imp", "sat"].iter().flat_map(|id| (0..10).map(move |k| format!("{id}.a{k:02}"))).collect();
    let estimate =
        |rows: &[&Row]| ((0..10).map(|column| mean(rows, column)).collect(), (10..20).map(|column| mean(rows, column)).collect());
    for size in SIZES {
        let cut: Vec<Row> = answers.iter().take(size).map(|row| row[1..].to_vec()).collect();
        let rows: Vec<&Row> = cut.iter().collect();
        let (tally, samples) = (tally(&survey, &keys, &rows), bootstrap(&rows, &estimate));
        for rule in CrosshairRule::ALL {
            let choice = format!(r#"{{ "crosshair": {:?} }}"#, rule.name());
            let worst = distances(&survey, &tally, &choice, Crosshair::Rule(*rule), &samples).into_iter().fold(0.0, f64::max);
            assert!(worst < 0.03, "{size} rows, {}: {worst} off", rule.name());
        }
    }
}

#[test]
fn the_report_of_derived_importance_comes_as_near_to_a_bootstrap_as_pair_sums_allow() {
    let answers = answers();
    let survey = survey(20, true, &[("sat", "satisfaction")]);
    let keys: Vec<String> = std::iter::once("all".into()).chain((0..20).map(|k| format!("sat.a{k:02}"))).collect();
    let estimate =
        |rows: &[&Row]| ((1..21).map(|column| correlation(rows, column, 0)).collect(), (1..21).map(|column| mean(rows, column)).collect());
    for (size, most, usual) in [(1800, 0.06, 0.015), (200, 0.12, 0.04)] {
        let rows: Vec<&Row> = answers.iter().take(size).collect();
        let (tally, samples) = (tally(&survey, &keys, &rows), bootstrap(&rows, &estimate));
        for rule in [CrosshairRule::Mean, CrosshairRule::Median] {
            let choice = format!(r#"{{ "crosshair": {:?} }}"#, rule.name());
            let off = distances(&survey, &tally, &choice, Crosshair::Rule(rule), &samples);
            let (worst, middle) = (off.iter().copied().fold(0.0, f64::max), off.iter().sum::<f64>() / off.len() as f64);
            assert!(worst < most && middle < usual, "{size} rows, {}: {worst} off at most, {middle} in the mean", rule.name());
        }
    }
}

#[test]
fn answers_with_one_tally_can_have_certainties_far_apart_so_none_from_a_tally_is_exact() {
    // Two attributes and an outcome, -1, 0 or 1 about their middles. In `apart` who answers one in the middle may answer another at an end;
    // in `tied` who answers one at an end answers all so. No histogram and no pair of columns shows it.
    let row = |all: i32, a: i32, b: i32| vec![Some(f64::from(5 + all)), Some(f64::from(2 + a)), Some(f64::from(8 + b))];
    let each =
        |values: &'static [i32]| values.iter().flat_map(move |&x| values.iter().flat_map(move |&y| values.iter().map(move |&z| (x, y, z))));
    let apart: Vec<Row> = each(&[-1, 0, 0, 1]).map(|(x, y, z)| row(x, y, z)).collect();
    let ends = each(&[-1, 1]).map(|(x, y, z)| row(x, y, z));
    let tied: Vec<Row> = ends.chain(std::iter::repeat_n(row(0, 0, 0), 8)).collect::<Vec<_>>();
    let tied = vec![tied; 4].concat();
    // What both share, so that one attribute is a little more important than the other.
    let more = |rows: Vec<Row>| -> Vec<Row> {
        vec![rows; 2].concat().into_iter().chain(vec![row(1, 1, 0); 5]).chain(vec![row(-1, -1, 0); 5]).collect()
    };
    let (apart, tied) = (more(apart), more(tied));
    let (apart, tied): (Vec<&Row>, Vec<&Row>) = (apart.iter().collect(), tied.iter().collect());

    let survey = survey(2, true, &[("sat", "satisfaction")]);
    let keys = ["all", "sat.a00", "sat.a01"].map(String::from);
    assert_eq!(tally(&survey, &keys, &apart).to_json(), tally(&survey, &keys, &tied).to_json());

    let estimate =
        |rows: &[&Row]| ((1..3).map(|column| correlation(rows, column, 0)).collect(), (1..3).map(|column| mean(rows, column)).collect());
    let certainty = |rows: &[&Row]| {
        let quadrant = |sample: &(Vec<f64>, Vec<f64>)| {
            let input = QuadrantsInput { scale: None, ..input(sample, Crosshair::Rule(CrosshairRule::Mean)) };
            quadrants(&input).unwrap().points[0].quadrant
        };
        let (here, samples) = (quadrant(&estimate(rows)), bootstrap(rows, &estimate));
        samples.iter().filter(|sample| quadrant(sample) == here).count() as f64 / samples.len() as f64
    };
    let (apart, tied) = (certainty(&apart), certainty(&tied));
    assert!(apart - tied > 0.06, "{apart} and {tied}");
}

/// Of one attribute, so that the error of its value can be told by hand.
fn alone(r: f64, method: DriverMethod, kurtosis: f64, n: f64) -> f64 {
    let matrix = [vec![Some(1.0), Some(r)], vec![Some(r), Some(1.0)]];
    let correlations = Correlations::new(&matrix, &["all", "a"].map(String::from), "all", n).unwrap();
    let shape = AnswerShape { n, kurtosis: vec![kurtosis], outcome_kurtosis: kurtosis };
    drivers_covariance(&DriversInput { correlations, method: Some(method) }, &shape).unwrap()[(0, 0)]
}

#[test]
fn of_normal_answers_a_correlation_varies_by_its_textbook_error_and_longer_tails_widen_it() {
    for r in [-0.8_f64, 0.0, 0.3, 0.9] {
        // (1 - r²)² / n: Fisher (1915). Elliptical tails multiply it by κ / 3: Muirhead (1982).
        let textbook = (1.0 - r * r).powi(2) / 150.0;
        for (kurtosis, times) in [(3.0, 1.0), (6.0, 2.0), (1.5, 0.5)] {
            let found = alone(r, DriverMethod::Pearson, kurtosis, 150.0);
            assert!((found - times * textbook).abs() < 1e-15, "r {r}, kurtosis {kurtosis}: {found}");
            // All other methods are r² here, so their slope is 2r.
            for method in DriverMethod::ALL.iter().filter(|method| **method != DriverMethod::Pearson) {
                let squared = alone(r, *method, kurtosis, 150.0);
                assert!((squared - 4.0 * r * r * times * textbook).abs() < 1e-9, "{method:?}, r {r}: {squared}");
            }
        }
    }
}

#[test]
fn every_method_of_deriving_importance_has_its_own_certainty() {
    let answers = answers();
    let survey = survey(5, true, &[("sat", "satisfaction")]);
    let keys: Vec<String> = std::iter::once("all".into()).chain((0..5).map(|k| format!("sat.a{k:02}"))).collect();
    let cut: Vec<Row> = answers.iter().take(200).map(|row| row[..6].to_vec()).collect();
    let rows: Vec<&Row> = cut.iter().collect();
    let tally = tally(&survey, &keys, &rows);
    for method in DriverMethod::ALL {
        let estimate = |rows: &[&Row]| {
            let r = |a: usize, b: usize| Some(if a == b { 1.0 } else { correlation(rows, a, b) });
            let matrix: Vec<Vec<Option<f64>>> = (0..6).map(|a| (0..6).map(|b| r(a, b)).collect()).collect();
            let ids: Vec<String> = (0..6).map(|id| id.to_string()).collect();
            let correlations = Correlations::new(&matrix, &ids, "0", 200.0).unwrap();
            let found = drivers(&DriversInput { correlations, method: Some(*method) }).unwrap();
            (found.drivers.iter().map(|driver| driver.raw.unwrap()).collect(), (1..6).map(|column| mean(rows, column)).collect())
        };
        let samples = &bootstrap(&rows, &estimate)[..];
        let choice = format!(r#"{{ "importance": {:?} }}"#, method.name());
        let off = distances(&survey, &tally, &choice, Crosshair::Rule(CrosshairRule::Mean), samples);
        assert!(off.iter().all(|off| *off < 0.05), "{method:?}: {off:?}");
    }
}
