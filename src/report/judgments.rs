//! The respondents' own comparisons, put together.

use crate::survey::{Kind, Of, Part, Survey};
use crate::tally::Group;

/// The matrix of a pairwise question, from everybody's answers, over `items` in this order; `None` where no such question is asked.
///
/// Of each pair, the geometric mean of all judgments: the only mean that keeps `a[j][i] = 1/a[i][j]` (Aczél & Saaty, 1983). An answer of
/// 0 is 1, `k > 0` is `k + 1` in favour of the left one, `-k` the reciprocal. A pair that nobody compared is `None`.
pub(super) fn respondents_matrix(survey: &Survey, group: &Group<'_>, of: Of, items: &[usize]) -> Option<Vec<Vec<Option<f64>>>> {
    let question = survey.questions().iter().find(|question| match &question.kind {
        Kind::Pairwise { of: asked, among } => *asked == of && items.iter().all(|item| among.contains(item)),
        _ => false,
    })?;
    let Kind::Pairwise { among, .. } = &question.kind else { return None };
    let place = |index: usize| among.get(index).and_then(|item| items.iter().position(|one| one == item));
    let mut matrix: Vec<Vec<Option<f64>>> =
        (0..items.len()).map(|row| (0..items.len()).map(|column| (row == column).then_some(1.0)).collect()).collect();
    for field in survey.fields().get(question.fields.clone()).unwrap_or_default() {
        let Part::Judgment { left, right } = field.part else { continue };
        let (Some(left), Some(right), Some(column)) = (place(left), place(right), field.columns.clone().next()) else { continue };
        if let Some(judgment) = geometric_mean(&group.counts(column)) {
            matrix[left][right] = Some(judgment);
            matrix[right][left] = Some(judgment.recip());
        }
    }
    Some(matrix)
}

/// Of the judgments that counts of the answers -8..=8 stand for; `None` of no answers.
fn geometric_mean(counts: &[f64]) -> Option<f64> {
    let total: f64 = counts.iter().sum();
    let log: f64 = counts.iter().zip(-8_i32..).map(|(count, answer)| count * saaty(answer).ln()).sum();
    (total > 0.0).then(|| (log / total).exp())
}

/// The judgment that an answer stands for, 1/9..=9.
fn saaty(answer: i32) -> f64 {
    let strength = f64::from(answer.abs() + 1);
    if answer < 0 { strength.recip() } else { strength }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposite_judgments_of_equal_strength_cancel() {
        let mut counts = [0.0; 17];
        counts[0] = 3.0;
        counts[16] = 3.0;
        let mean = geometric_mean(&counts).expect("six answers");
        assert!((mean - 1.0).abs() < 1e-15, "{mean}");
    }

    #[test]
    fn the_mean_of_a_two_and_an_eight_is_four() {
        let mut counts = [0.0; 17];
        counts[9] = 1.0;
        counts[15] = 1.0;
        let mean = geometric_mean(&counts).expect("two answers");
        assert!((mean - 4.0).abs() < 1e-12, "{mean}");
    }

    #[test]
    fn no_answers_make_no_judgment() {
        assert_eq!(geometric_mean(&[0.0; 17]), None);
    }
}
