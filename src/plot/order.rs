//! Putting things in order.

/// The places of the values from the least to the greatest, equal ones as they came.
///
/// The one sort of all charts: each further type that is sorted costs kilobytes of wasm.
pub(super) fn ascending(values: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut places: Vec<(f64, usize)> = values.enumerate().map(|(place, value)| (value, place)).collect();
    sort(&mut places);
    places.into_iter().map(|(_, place)| place).collect()
}

fn sort(places: &mut [(f64, usize)]) {
    places.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use super::ascending;

    #[test]
    fn equal_values_keep_their_order() {
        assert_eq!(ascending([2.0, 1.0, f64::INFINITY, 1.0, -1.0].into_iter()), [4, 1, 3, 0, 2]);
    }
}
