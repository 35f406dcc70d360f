//! What holds of every input: of weights, scores, shares and intervals.

#![allow(
    clippy::unwrap_used,
    clippy::needless_range_loop,
    reason = "helpers of tests stop where a test would, and matrices are walked by place"
)]

use manyi::measure::*;
use proptest::prelude::*;

const NEAR: f64 = 1e-9;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEAR * (1.0 + a.abs().max(b.abs()))
}

fn all_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near(*a, *b))
}

// ------------------------------------------------------------------ judgments

type Rows = Vec<Vec<Option<f64>>>;

/// Saaty's grades, or their reciprocals, above the diagonal.
fn judgments() -> impl Strategy<Value = Rows> {
    (3usize..8).prop_flat_map(|n| {
        prop::collection::vec((1u32..10, any::<bool>()), n * (n - 1) / 2).prop_map(move |grades| {
            let mut rows = vec![vec![Some(1.0); n]; n];
            let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
            for ((i, j), (grade, more)) in pairs.zip(grades) {
                let value = if more { f64::from(grade) } else { 1.0 / f64::from(grade) };
                rows[i][j] = Some(value);
                rows[j][i] = Some(1.0 / value);
            }
            rows
        })
    })
}

fn weights() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.1f64..10.0, 3..8)
}

fn consistent(weights: &[f64]) -> Rows {
    weights.iter().map(|a| weights.iter().map(|b| Some(if a == b { 1.0 } else { a / b })).collect()).collect()
}

fn of(rows: &Rows) -> AhpInput {
    AhpInput { matrix: Judgments::new(rows).unwrap(), items: None, method: None, random_index: None }
}

fn shares(weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn weights_of_judgments_are_positive_and_sum_to_one(rows in judgments()) {
        let result = ahp(&of(&rows)).unwrap();
        prop_assert!(near(result.weights.iter().sum(), 1.0));
        prop_assert!(result.weights.iter().all(|weight| *weight > 0.0));
    }

    #[test]
    fn judgments_are_never_more_consistent_than_consistent(rows in judgments()) {
        let result = ahp(&of(&rows)).unwrap();
        prop_assert!(result.lambda_max >= rows.len() as f64 - NEAR);
        prop_assert!(result.cr.unwrap() >= 0.0);
        prop_assert!((0.0..1.0).contains(&result.koczkodaj.unwrap()));
    }

    #[test]
    fn items_in_another_order_get_the_same_weights(rows in judgments(), turn in 1usize..7) {
        let n = rows.len();
        let place = |i: usize| (i + turn) % n;
        let turned: Rows = (0..n).map(|i| (0..n).map(|j| rows[place(i)][place(j)]).collect()).collect();
        let (a, b) = (ahp(&of(&rows)).unwrap(), ahp(&of(&turned)).unwrap());
        prop_assert!(all_near(&(0..n).map(|i| a.weights[place(i)]).collect::<Vec<_>>(), &b.weights));
        prop_assert!(near(a.cr.unwrap(), b.cr.unwrap()) && near(a.gci.unwrap(), b.gci.unwrap()));
    }

    #[test]
    fn consistent_judgments_give_back_the_weights_they_were_made_of(weights in weights()) {
        for method in Weighting::ALL {
            let result = ahp(&AhpInput { method: Some(*method), ..of(&consistent(&weights)) }).unwrap();
            prop_assert!(all_near(&result.weights, &shares(&weights)));
            prop_assert!(result.cr.unwrap() < 1e-9 && result.consistent == Some(true) && result.worst.is_none());
        }
    }

    #[test]
    fn of_three_items_eigenvector_and_geometric_means_are_the_same(a in 1u32..10, b in 1u32..10, c in 1u32..10) {
        let (a, b, c) = (f64::from(a), 1.0 / f64::from(b), f64::from(c));
        let rows = vec![vec![Some(1.0), Some(a), Some(b)], vec![Some(1.0 / a), Some(1.0), Some(c)], vec![Some(1.0 / b), Some(1.0 / c), Some(1.0)]];
        let by = |method| ahp(&AhpInput { method: Some(method), ..of(&rows) }).unwrap().weights;
        prop_assert!(all_near(&by(Weighting::Eigenvector), &by(Weighting::GeometricMean)));
    }

    #[test]
    fn forgetting_a_judgment_of_consistent_ones_loses_nothing(weights in weights()) {
        let mut rows = consistent(&weights);
        rows[0][2] = None;
        rows[2][0] = None;
        let result = ahp(&of(&rows)).unwrap();
        prop_assert!(result.weights.iter().zip(shares(&weights)).all(|(a, b)| (a - b).abs() < 1e-6));
    }

    #[test]
    fn a_missing_judgment_is_filled_at_least_as_consistently_as_it_was_given(rows in judgments()) {
        let full = ahp(&of(&rows)).unwrap();
        let mut rest = rows.clone();
        rest[0][1] = None;
        rest[1][0] = None;
        prop_assert!(ahp(&of(&rest)).unwrap().lambda_max <= full.lambda_max + NEAR);
    }

    #[test]
    fn the_opposite_judgments_turn_the_geometric_weights_upside_down(rows in judgments()) {
        let n = rows.len();
        let opposite: Rows = (0..n).map(|i| (0..n).map(|j| rows[j][i]).collect()).collect();
        let by = |rows: &Rows| ahp(&AhpInput { method: Some(Weighting::GeometricMean), ..of(rows) }).unwrap();
        let (a, b) = (by(&rows), by(&opposite));
        prop_assert!(all_near(&shares(&a.weights.iter().map(|weight| 1.0 / weight).collect::<Vec<_>>()), &b.weights));
        prop_assert!(near(a.lambda_max, b.lambda_max));
    }

    #[test]
    fn a_group_of_one_mind_weighs_as_each_member(rows in judgments(), size in 1usize..4) {
        let alone = ahp(&of(&rows)).unwrap();
        for aggregate in Aggregate::ALL {
            let matrices = vec![Judgments::new(&rows).unwrap(); size];
            let group = ahp_group(&AhpGroupInput { matrices, items: None, aggregate: Some(*aggregate), random_index: None }).unwrap();
            prop_assert!(all_near(&group.group.weights, &alone.weights));
            prop_assert_eq!(group.members.len(), size);
        }
    }

    #[test]
    fn global_weights_of_a_hierarchy_sum_to_one(criteria in judgments(), factors in judgments()) {
        let entries = (0..criteria.len()).map(|k| (k.to_string(), of(&factors))).collect();
        let result = ahp_hierarchy(&AhpHierarchyInput { criteria: of(&criteria), factors: manyi::value::Entries(entries) }).unwrap();
        prop_assert!(near(result.weights.iter().map(|weight| weight.weight).sum(), 1.0));
        prop_assert!(near(result.total_cr.unwrap(), result.factors.0[0].1.cr.unwrap()));
    }
}

// ------------------------------------------------------------------ scores

fn counts(levels: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0u32..50, levels).prop_map(|counts| counts.into_iter().map(f64::from).collect())
}

fn factor(id: usize, counts: &[f64], levels: &[f64], weight: f64, polarity: Direction) -> LevelCounts {
    LevelCounts {
        id: id.to_string(),
        counts: Counts::new(counts.to_vec()).unwrap(),
        levels: LevelValues::new(levels.to_vec()).unwrap(),
        weight: Some(NonNegative::new(weight).unwrap()),
        polarity: Some(polarity),
    }
}

const FIVE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

fn index(counts: &[Vec<f64>], weights: &[f64], polarity: Direction) -> IndexResult {
    let factors =
        counts.iter().zip(weights).enumerate().map(|(id, (counts, &weight))| factor(id, counts, &FIVE, weight, polarity)).collect();
    satisfaction_index(&IndexInput { factors }).unwrap()
}

fn answered() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<f64>)> {
    (1usize..6).prop_flat_map(|n| (prop::collection::vec(counts(5), n), prop::collection::vec(0.1f64..9.0, n)))
}

proptest! {
    #[test]
    fn scaling_all_weights_leaves_the_index((counts, weights) in answered(), scale in 0.01f64..100.0) {
        let scaled: Vec<f64> = weights.iter().map(|weight| weight * scale).collect();
        let (a, b) = (index(&counts, &weights, Direction::Positive), index(&counts, &scaled, Direction::Positive));
        prop_assert_eq!(a.index.is_some(), b.index.is_some());
        prop_assert!(a.index.zip(b.index).is_none_or(|(a, b)| near(a, b)));
        prop_assert!(near(a.factors.iter().map(|factor| factor.weight).sum(), 1.0));
    }

    #[test]
    fn mirrored_answers_mirror_the_index((counts, weights) in answered()) {
        let mirrored: Vec<Vec<f64>> = counts.iter().map(|counts| counts.iter().rev().copied().collect()).collect();
        let a = index(&counts, &weights, Direction::Positive);
        let b = index(&mirrored, &weights, Direction::Positive);
        let c = index(&mirrored, &weights, Direction::Negative);
        if let (Some(a100), Some(b100)) = (a.anchored100, b.anchored100) {
            prop_assert!(near(a100 + b100, 100.0));
        }
        prop_assert!(a.index.zip(c.index).is_none_or(|(a, c)| near(a, c)));
    }

    #[test]
    fn the_index_lies_between_lowest_over_highest_level_and_one((counts, weights) in answered()) {
        let result = index(&counts, &weights, Direction::Positive);
        prop_assert_eq!(result.index.is_none(), counts.iter().flatten().all(|count| *count == 0.0));
        if let (Some(index), Some(anchored)) = (result.index, result.anchored100) {
            prop_assert!((0.2 - NEAR..=1.0 + NEAR).contains(&index));
            prop_assert!((-NEAR..=100.0 + NEAR).contains(&anchored));
        }
        if let Some(interval) = result.interval {
            prop_assert!(interval.low <= result.index.unwrap() && result.index.unwrap() <= interval.high);
        }
    }

    #[test]
    fn levels_in_another_order_are_the_same_levels(counts in counts(5), turn in 1usize..5) {
        let place = |k: usize| (k + turn) % 5;
        let turned: Vec<f64> = (0..5).map(|k| counts[place(k)]).collect();
        let levels: Vec<f64> = (0..5).map(|k| FIVE[place(k)]).collect();
        let by = |counts: &[f64], levels: &[f64]| {
            let csat = csat(&CsatInput { counts: Counts::new(counts.to_vec()).unwrap(), levels: Some(LevelValues::new(levels.to_vec()).unwrap()), satisfied_from: None }).unwrap();
            let index = satisfaction_index(&IndexInput { factors: vec![factor(0, counts, levels, 1.0, Direction::Positive)] }).unwrap();
            (csat.satisfied, csat.share, index.index.unwrap_or(0.0))
        };
        let (a, b) = (by(&counts, &FIVE), by(&turned, &levels));
        prop_assert_eq!((a.0, a.1), (b.0, b.1));
        prop_assert!(near(a.2, b.2));
    }

    #[test]
    fn raising_one_answer_never_lowers_a_score(mut counts in counts(11), from in 0usize..10) {
        counts[from] += 1.0;
        let mut raised = counts.clone();
        raised[from] -= 1.0;
        raised[from + 1] += 1.0;
        let counts_of = |counts: &[f64]| Counts::new(counts.to_vec()).unwrap();
        let scores = |counts: &[f64]| {
            let levels: Vec<f64> = (0..11).map(f64::from).collect();
            let index = satisfaction_index(&IndexInput { factors: vec![factor(0, counts, &levels, 1.0, Direction::Positive)] }).unwrap().index;
            let nps = nps(&NpsInput::Counts(counts_of(counts))).unwrap().nps;
            let csat = csat(&CsatInput { counts: counts_of(counts), levels: None, satisfied_from: None }).unwrap().share;
            let ces = ces(&CesInput { counts: counts_of(counts), easy_from: None }).unwrap().net_easy;
            [index, nps, csat, ces].map(Option::unwrap)
        };
        for (before, after) in scores(&counts).into_iter().zip(scores(&raised)) {
            prop_assert!(after >= before - NEAR);
        }
    }

    #[test]
    fn the_promoter_score_lies_within_a_hundred_and_its_camps_are_everyone(counts in counts(11)) {
        let result = nps(&NpsInput::Counts(Counts::new(counts).unwrap())).unwrap();
        prop_assert_eq!(result.promoters + result.passives + result.detractors, result.n);
        prop_assert!(result.nps.is_none_or(|nps| (-100.0..=100.0).contains(&nps)));
        prop_assert!(result.standard_error.is_none_or(|error| error <= 100.0 / result.n.sqrt() + NEAR));
    }

    #[test]
    fn scores_one_by_one_count_as_their_counts_do_and_weights_only_matter_against_each_other(scores in prop::collection::vec(0u8..11, 1..60), scale in 0.1f64..50.0) {
        let mut counts = vec![0.0; 11];
        scores.iter().for_each(|&score| counts[usize::from(score)] += 1.0);
        let weights = vec![NonNegative::new(scale).unwrap(); scores.len()];
        let a = nps(&NpsInput::Counts(Counts::new(counts).unwrap())).unwrap();
        let b = nps(&NpsInput::Scores { scores: scores.clone(), weights: None }).unwrap();
        let c = nps(&NpsInput::Scores { scores, weights: Some(weights) }).unwrap();
        for other in [&b, &c] {
            prop_assert!(near(a.nps.unwrap(), other.nps.unwrap()) && near(a.standard_error.unwrap(), other.standard_error.unwrap()) && a.n == other.n);
        }
    }

    #[test]
    fn a_mirrored_effort_score_turns_its_net_share_round(counts in counts(7)) {
        let by = |counts: Vec<f64>| ces(&CesInput { counts: Counts::new(counts).unwrap(), easy_from: None }).unwrap().net_easy;
        let mirrored = counts.iter().rev().copied().collect();
        prop_assert_eq!(by(counts).map(|net| -net + 0.0), by(mirrored).map(|net| net + 0.0));
    }

    #[test]
    fn an_anchored_index_of_equal_means_is_their_place_whatever_the_weights(mean in 1.0f64..10.0, weights in prop::collection::vec(0.1f64..5.0, 1..6)) {
        let weights: Vec<NonNegative> = weights.into_iter().map(|weight| NonNegative::new(weight).unwrap()).collect();
        let input = AnchoredIndexInput { means: vec![mean; weights.len()], weights, scale: Bounds::new(1.0, 10.0).unwrap() };
        prop_assert!(near(anchored_index(&input).unwrap().index100.unwrap(), 100.0 * (mean - 1.0) / 9.0));
    }

    // -------------------------------------------------------------- shares and tests

    #[test]
    fn wilsons_interval_holds_its_share_within_zero_and_one_and_grows_with_confidence(total in 1u32..5000, part in 0.0f64..=1.0) {
        let count = (f64::from(total) * part).floor();
        let by = |level| proportion(&ProportionInput {
            count: NonNegative::new(count).unwrap(), total: NonNegative::new(total.into()).unwrap(), level: Some(Confidence::new(level).unwrap()),
        }).unwrap();
        let (narrow, wide) = (by(0.8), by(0.99));
        let (share, a, b) = (narrow.share.unwrap(), narrow.interval.unwrap(), wide.interval.unwrap());
        prop_assert!(0.0 <= b.low && b.low <= a.low && a.low <= share && share <= a.high && a.high <= b.high && b.high <= 1.0);
    }

    #[test]
    fn the_interval_of_the_others_is_the_mirror_image(total in 1u32..500, part in 0.0f64..=1.0) {
        let (total, count) = (f64::from(total), (f64::from(total) * part).floor());
        let by = |count: f64| proportion(&ProportionInput { count: NonNegative::new(count).unwrap(), total: NonNegative::new(total).unwrap(), level: None }).unwrap().interval.unwrap();
        let (a, b) = (by(count), by(total - count));
        prop_assert!(near(a.low, 1.0 - b.high) && near(a.high, 1.0 - b.low));
    }

    #[test]
    fn adjusted_p_values_keep_their_order_and_never_shrink(p in prop::collection::vec(0.0f64..=1.0, 1..20)) {
        let given: Vec<Share> = p.iter().map(|&p| Share::new(p).unwrap()).collect();
        let by = |method| adjust(&given, method).unwrap();
        let (holm, bonferroni, bh) = (by(Adjustment::Holm), by(Adjustment::Bonferroni), by(Adjustment::BenjaminiHochberg));
        for i in 0..p.len() {
            prop_assert!(p[i] <= bh[i] + NEAR && bh[i] <= holm[i] + NEAR && holm[i] <= bonferroni[i] + NEAR && bonferroni[i] <= 1.0);
            for j in 0..p.len() {
                prop_assert!(p[i] > p[j] || (holm[i] <= holm[j] && bh[i] <= bh[j]));
            }
        }
    }

    #[test]
    fn two_means_compared_the_other_way_round_differ_by_the_sign(n in 2u32..500, m in 2u32..500, a in -9.0f64..9.0, b in -9.0f64..9.0, s in 0.1f64..5.0, t in 0.1f64..5.0) {
        let (x, y) = (Group::new(n.into(), a, s).unwrap(), Group::new(m.into(), b, t).unwrap());
        let (one, other) = (compare_means(&x, &y).unwrap(), compare_means(&y, &x).unwrap());
        prop_assert!(near(one.difference, -other.difference) && near(one.t.unwrap(), -other.t.unwrap()) && near(one.p.unwrap(), other.p.unwrap()));
        let interval = one.interval.unwrap();
        // Student's interval holds zero exactly when its test finds nothing.
        prop_assert_eq!(interval.low <= 0.0 && 0.0 <= interval.high, one.p.unwrap() >= 0.05 - 1e-9);
    }
}

// ------------------------------------------------------------------ classes, gaps, planes

fn point(id: usize, importance: f64, performance: f64) -> QuadrantPoint {
    QuadrantPoint {
        id: id.to_string(),
        importance: Some(Number::new(importance).unwrap()),
        performance: Some(Number::new(performance).unwrap()),
    }
}

fn plane(points: &[(f64, f64)], rule: CrosshairRule) -> QuadrantsResult {
    let points = points.iter().enumerate().map(|(id, &(importance, performance))| point(id, importance, performance)).collect();
    quadrants(&QuadrantsInput { points, crosshair: Some(Crosshair::Rule(rule)), scale: None }).unwrap()
}

fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((1u32..11, 1u32..11).prop_map(|(a, b)| (f64::from(a), f64::from(b))), 2..12)
}

proptest! {
    #[test]
    fn pairs_table_and_counts_of_the_same_answers_are_one_class(pairs in prop::collection::vec((1u8..6, 1u8..6), 1..60)) {
        let mut table = vec![vec![NonNegative::new(0.0).unwrap(); 5]; 5];
        for &(f, d) in &pairs {
            let cell = &mut table[usize::from(f) - 1][usize::from(d) - 1];
            *cell = NonNegative::new(cell.get() + 1.0).unwrap();
        }
        let answers = pairs.iter().map(|&(f, d)| (KanoAnswer::new(f).unwrap(), KanoAnswer::new(d).unwrap())).collect();
        let (a, b) = (kano(&KanoInput::Pairs(answers)).unwrap(), kano(&KanoInput::Table(table)).unwrap());
        prop_assert_eq!(&a, &b);
        prop_assert!(a.better.is_none_or(|better| (0.0..=1.0).contains(&better)) && a.worse.is_none_or(|worse| (-1.0..=0.0).contains(&worse)));
        prop_assert!((0.0..=1.0).contains(&a.total_strength.unwrap()) && (0.0..=1.0).contains(&a.category_strength.unwrap()));
    }

    #[test]
    fn expecting_what_was_perceived_and_the_reverse_turns_the_gap_round(items in prop::collection::vec((1.0f64..7.0, 1.0f64..7.0, 0.1f64..5.0, 0u8..3), 1..12)) {
        let by = |swap: bool| gap(&GapInput { items: items.iter().enumerate().map(|(id, &(p, e, weight, dimension))| GapItem {
            id: id.to_string(),
            perception: Some(Number::new(if swap { e } else { p }).unwrap()),
            expectation: Some(Number::new(if swap { p } else { e }).unwrap()),
            weight: Some(NonNegative::new(weight).unwrap()),
            dimension: Some(dimension.to_string()),
        }).collect() }).unwrap();
        let (a, b) = (by(false), by(true));
        prop_assert!(near(a.overall.unwrap(), -b.overall.unwrap()) && near(a.unweighted.unwrap(), -b.unweighted.unwrap()));
        prop_assert!(near(a.dimensions.iter().map(|dimension| dimension.weight).sum(), 1.0));
    }

    #[test]
    fn the_order_holds_every_point_once_and_what_to_work_on_first(points in points()) {
        let result = plane(&points, CrosshairRule::Mean);
        let mut ids: Vec<usize> = result.order.iter().map(|id| id.parse().unwrap()).collect();
        let urgent: Vec<bool> = ids.iter().map(|&id| result.points[id].quadrant == Some(Quadrant::Concentrate)).collect();
        prop_assert!(urgent.windows(2).all(|two| two[0] || !two[1]));
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..points.len()).collect::<Vec<_>>());
    }

    #[test]
    fn points_in_another_order_stay_in_their_quadrants(points in points(), turn in 1usize..11) {
        let n = points.len();
        let turned: Vec<(f64, f64)> = (0..n).map(|i| points[(i + turn) % n]).collect();
        for rule in [CrosshairRule::Mean, CrosshairRule::Median] {
            let (a, b) = (plane(&points, rule), plane(&turned, rule));
            for i in 0..n {
                prop_assert_eq!(a.points[(i + turn) % n].quadrant, b.points[i].quadrant);
                prop_assert_eq!(a.points[(i + turn) % n].on_crosshair, b.points[i].on_crosshair);
            }
        }
    }

    #[test]
    fn another_unit_of_performance_moves_no_point_to_another_quadrant(points in points(), scale in 1u32..9, shift in -50i32..50) {
        let moved: Vec<(f64, f64)> = points.iter().map(|&(importance, performance)| (importance, performance * f64::from(scale) + f64::from(shift))).collect();
        for rule in [CrosshairRule::Mean, CrosshairRule::Median] {
            let (a, b) = (plane(&points, rule), plane(&moved, rule));
            for (a, b) in a.points.iter().zip(&b.points) {
                prop_assert_eq!(a.quadrant, b.quadrant);
                prop_assert!(a.priority.zip(b.priority).is_none_or(|(a, b)| near(a, b)));
            }
            prop_assert_eq!(a.sensitive, b.sensitive);
        }
    }
}

// ------------------------------------------------------------------ drivers, reliability, path model

/// Answers of one outcome and four attributes, moved by one mood.
fn answers() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let row = (0.0f64..4.0, prop::collection::vec(0.0f64..3.0, 5))
        .prop_map(|(mood, own)| own.into_iter().map(|x| mood + x).collect::<Vec<f64>>());
    prop::collection::vec(row, 20..60)
}

fn column(rows: &[Vec<f64>], place: usize) -> Vec<Option<f64>> {
    rows.iter().map(|row| Some(row[place])).collect()
}

fn explained(rows: &[Vec<f64>], places: &[usize], method: DriverMethod) -> Drivers {
    let attributes = places.iter().map(|&place| (place.to_string(), column(rows, place))).collect();
    let correlations = Correlations::of_columns(&column(rows, 0), &manyi::value::Entries(attributes)).unwrap();
    drivers(&DriversInput { correlations, method: Some(method) }).unwrap()
}

fn covariance(rows: &[Vec<f64>], places: &[usize]) -> Vec<Vec<f64>> {
    let n = rows.len() as f64;
    let mean = |k: usize| rows.iter().map(|row| row[k]).sum::<f64>() / n;
    places
        .iter()
        .map(|&i| places.iter().map(|&j| rows.iter().map(|row| (row[i] - mean(i)) * (row[j] - mean(j))).sum::<f64>() / (n - 1.0)).collect())
        .collect()
}

fn raw(drivers: &Drivers) -> Vec<f64> {
    drivers.drivers.iter().map(|driver| driver.raw.unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn lmg_johnson_and_pratt_share_out_all_that_is_explained(rows in answers()) {
        for method in [DriverMethod::Lmg, DriverMethod::Johnson, DriverMethod::Pratt] {
            let result = explained(&rows, &[1, 2, 3, 4], method);
            prop_assert!(near(raw(&result).iter().sum(), result.r2.unwrap()));
        }
    }

    #[test]
    fn parts_of_the_explained_are_not_negative_and_shares_sum_to_one(rows in answers()) {
        for &method in DriverMethod::ALL {
            let result = explained(&rows, &[1, 2, 3, 4], method);
            prop_assert!(near(result.drivers.iter().map(|driver| driver.share.unwrap()).sum(), 1.0));
            if !matches!(method, DriverMethod::Pratt | DriverMethod::Pearson) {
                prop_assert!(raw(&result).iter().all(|part| *part >= -1e-12));
            }
        }
    }

    #[test]
    fn an_attribute_gets_the_same_part_wherever_it_stands(rows in answers()) {
        for &method in DriverMethod::ALL {
            let (a, b) = (raw(&explained(&rows, &[1, 2, 3, 4], method)), raw(&explained(&rows, &[4, 2, 1, 3], method)));
            prop_assert!(all_near(&a, &[b[2], b[1], b[3], b[0]]));
        }
    }

    #[test]
    fn another_unit_of_an_attribute_changes_no_part(rows in answers(), scale in 0.1f64..20.0, shift in -9.0f64..9.0) {
        let moved: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().enumerate().map(|(k, x)| if k == 2 { x * scale + shift } else { *x }).collect()).collect();
        for &method in DriverMethod::ALL {
            prop_assert!(all_near(&raw(&explained(&rows, &[1, 2, 3, 4], method)), &raw(&explained(&moved, &[1, 2, 3, 4], method))));
        }
    }

    #[test]
    fn reliability_knows_no_unit_and_no_order_and_is_at_most_one(rows in answers(), scale in 0.1f64..9.0) {
        let by = |rows: Vec<Vec<f64>>| reliability(&ReliabilityInput { covariance: Square::from_rows(&rows).unwrap() }).unwrap();
        let a = by(covariance(&rows, &[1, 2, 3]));
        let b = by(covariance(&rows, &[1, 2, 3]).iter().map(|row| row.iter().map(|x| x * scale).collect()).collect());
        let c = by(covariance(&rows, &[3, 1, 2]));
        prop_assert!(near(a.alpha.unwrap(), b.alpha.unwrap()) && near(a.alpha.unwrap(), c.alpha.unwrap()));
        prop_assert!(a.alpha.unwrap() <= 1.0 && near(a.alpha_if_dropped[0].unwrap(), c.alpha_if_dropped[1].unwrap()));
    }

    #[test]
    fn a_path_model_knows_no_unit_of_an_item(rows in answers(), scale in 0.2f64..5.0) {
        let model = |factor: f64| {
            let mut covariance = covariance(&rows, &[1, 2, 3, 4]);
            for k in 0..4 {
                covariance[1][k] *= factor;
                covariance[k][1] *= factor;
            }
            let name = |text: &str| text.to_owned();
            let blocks = vec![(name("cause"), vec![name("1"), name("2")]), (name("effect"), vec![name("3"), name("4")])];
            path_model(&PathModelInput {
                n: NonNegative::new(rows.len() as f64).unwrap(),
                items: (1..5).map(|k| k.to_string()).collect(),
                means: vec![3.0; 4],
                covariance: Square::from_rows(&covariance).unwrap(),
                scale: Bounds::new(0.0, 7.0).unwrap(),
                blocks: manyi::value::Entries(blocks),
                paths: vec![(name("cause"), name("effect"))],
                scheme: None,
            }).unwrap()
        };
        let (a, b) = (model(1.0), model(scale));
        prop_assert!(a.converged && (a.paths.0[0].1 - b.paths.0[0].1).abs() < 1e-7);
        // One arrow: what it explains is its square, and no construct's loading is above 1.
        prop_assert!(near(a.r2.0[1].1.unwrap(), a.paths.0[0].1.powi(2)));
        prop_assert!(a.loadings.0.iter().all(|(_, loading)| loading.abs() <= 1.0 + NEAR));
    }
}
