//! How far judgments agree, while they are being given.

use super::super::square::Square;
use super::eigenvector::Principal;
use super::{CONSISTENT, RandomIndex};

/// Judgments nearer to their weights than this agree; the rest is rounding.
const AGREEMENT: f64 = 1e-9;

/// One judgment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Place of the first item, from 0.
    pub row: usize,
    /// Place of the second item, from 0.
    pub column: usize,
    /// How many times as important the first is; more than 0.
    pub value: f64,
}

/// How far judgments agree with each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Consistency ratio, `ci / ri`.
    pub cr: f64,
    /// Whether `cr` is at most .10.
    pub consistent: bool,
    /// The judgment that disagrees most with the rest.
    pub worst: Option<Disagreement>,
}

/// The judgment farthest from the ratio of its weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disagreement {
    /// Its place among the judgments.
    pub place: usize,
    /// The value that the others, without it, lead to.
    pub suggested: f64,
}

/// How far the judgments given so far agree with each other, of pairs of `items`, each judged once at the most.
///
/// `cr = ((λmax - n) / (n - 1)) / ri`, `ri` Saaty's of 1980; the farthest judgment is that of the largest `|ln(a_ij w_j / w_i)|`, the
/// first of equal ones. Of a pair not judged yet the entry is 0, and each adds 1 to the diagonal of both items: its value is then the
/// ratio of the weights themselves. Source: Saaty (1980, 2003); Harker (1987), Incomplete pairwise comparisons in the analytic
/// hierarchy process. With all pairs judged, [`ahp`](super::ahp) says the same; with pairs missing it completes them otherwise. `None`
/// below three items, which cannot contradict each other, and where the judgments do not connect all items.
///
/// ```
/// use manyi::measure::{Judged, agreement};
/// let circle = [(0, 1), (1, 2), (2, 0)].map(|(row, column)| Judged { row, column, value: 2.0 });
/// assert!(!agreement(3, &circle).is_some_and(|agreement| agreement.consistent));
/// ```
pub fn agreement(items: usize, judged: &[Judged]) -> Option<Agreement> {
    if items < 3 || judged.iter().any(|one| one.row.max(one.column) >= items) {
        return None;
    }
    let principal = principal(items, judged)?;
    let n = items as f64;
    // Rounding can put λmax a hair below n; a consistency below none does not exist.
    let cr = ((principal.value - n) / (n - 1.0)).max(0.0) / RandomIndex::Saaty1980.of(items);
    let mut most = 1.0 + AGREEMENT;
    let mut worst = None;
    for (place, one) in judged.iter().enumerate() {
        let quotient = one.value * principal.right[one.column] / principal.right[one.row];
        let strain = quotient.max(1.0 / quotient);
        // Equal strains differ in their last digits.
        if strain > most * (1.0 + AGREEMENT) {
            (most, worst) = (strain, Some(place));
        }
    }
    let worst = worst.and_then(|place| {
        let one = judged[place];
        let mut rest = judged.to_vec();
        rest.remove(place);
        let weights = self::principal(items, &rest)?.right;
        Some(Disagreement { place, suggested: weights[one.row] / weights[one.column] })
    });
    Some(Agreement { cr, consistent: cr <= CONSISTENT, worst })
}

/// Of the matrix of judgments, where these connect all items.
fn principal(items: usize, judged: &[Judged]) -> Option<Principal> {
    let mut matrix = Square::from_fn(items, |i, j| if i == j { items as f64 } else { 0.0 });
    let mut reached = vec![false; items];
    reached[0] = true;
    for one in judged {
        matrix[(one.row, one.column)] = one.value;
        matrix[(one.column, one.row)] = 1.0 / one.value;
        matrix[(one.row, one.row)] -= 1.0;
        matrix[(one.column, one.column)] -= 1.0;
    }
    for _ in 1..items {
        for one in judged {
            let either = reached[one.row] || reached[one.column];
            (reached[one.row], reached[one.column]) = (either, either);
        }
    }
    (!reached.contains(&false)).then(|| Principal::of(&matrix))
}
