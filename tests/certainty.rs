//! The certainty of quadrants against a bootstrap of the rows of real answers.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where a test would, and matrices are walked by place")]

use std::fs;

use manyi::measure::*;

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
