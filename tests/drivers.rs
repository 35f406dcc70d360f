//! Drivers of as many attributes as a survey has.

use manyi::measure::*;

#[test]
fn lmg_of_twenty_attributes_sums_to_what_is_explained_and_favours_none_of_equals() {
    // All correlate alike, so each of the twenty must get a twentieth.
    let n = 21;
    let matrix: Vec<Vec<Option<f64>>> = (0..n).map(|i| (0..n).map(|j| Some(if i == j { 1.0 } else { 0.4 })).collect()).collect();
    let ids: Vec<String> = (0..n).map(|i| i.to_string()).collect();
    let correlations = Correlations::new(&matrix, &ids, "20", 1800.0).expect("a correlation matrix");
    let result = drivers(&DriversInput { correlations, method: Some(DriverMethod::Lmg) }).expect("not singular");
    let r2 = result.r2.expect("explained");
    // R² of k equal attributes is k r² / (1 + (k - 1) r).
    assert!((r2 - 20.0 * 0.16 / (1.0 + 19.0 * 0.4)).abs() < 1e-12);
    // A million sums leave a little rounding.
    assert!(result.drivers.iter().all(|driver| (driver.raw.expect("a part") - r2 / 20.0).abs() < 1e-10));
}
