//! What must hold of loyalty, customer value, planning and comparing, whatever the numbers.

use std::collections::BTreeMap;

use manyi::measure::*;
use manyi::value::{Read, Value};
use proptest::prelude::*;
use serde_json::json;

fn read<T: Read>(input: serde_json::Value) -> T {
    Value::from_json(&input.to_string()).and_then(|value| value.read()).unwrap_or_else(|error| panic!("{error}"))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Customers c0, c1, … of these worths.
fn tiered(values: &[f64], cuts: (f64, f64)) -> Tiers {
    let customers: Vec<_> = values.iter().enumerate().map(|(at, value)| json!({"id": format!("c{at}"), "value": value})).collect();
    tiers(&read(json!({"customers": customers, "cuts": [cuts.0, cuts.1]}))).expect("good customers")
}

fn worths() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(prop_oneof![3 => 0.0..1e6, 1 => Just(0.0), 1 => Just(100.0)], 1..40)
}

fn cuts() -> impl Strategy<Value = (f64, f64)> {
    (0.0..=1.0, 0.0..=1.0).prop_map(|(a, b): (f64, f64)| (a.min(b), a.max(b)))
}

fn group() -> impl Strategy<Value = (f64, f64, f64)> {
    ((2..500_u32).prop_map(f64::from), -50.0..50.0, 0.01..20.0)
}

fn table() -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1..5_usize, 1..5_usize).prop_flat_map(|(rows, columns)| prop::collection::vec(prop::collection::vec(0..60_u32, columns), rows))
}

fn crossed(counts: &[Vec<u32>]) -> CrossTable {
    cross_table(&read(json!({ "counts": counts }))).expect("a table")
}

fn climbed(rules: &serde_json::Value, level: f64, events: &serde_json::Value) -> Climb {
    let input = json!({"rules": rules, "range": {"min": 1, "max": 5}, "customers": [{"id": "c", "level": level, "events": events}]});
    loyalty_staircase(&read(input)).expect("good rules and events").customers.remove(0)
}

/// Rules on the fields a and b, and events that have them or not.
fn rules_and_events() -> impl Strategy<Value = (Vec<serde_json::Value>, Vec<serde_json::Value>)> {
    let rule = (prop::sample::select(vec!["a", "b"]), 0..10_i32, -3..4_i32);
    let rules = prop::collection::vec(rule, 1..6).prop_map(|rules| {
        let rule = |(at, (field, limit, change)): (usize, (&str, i32, i32))| json!({"id": format!("r{at}"), "when": {"field": field, "atLeast": limit}, "change": change, "reason": format!("because of r{at}")});
        rules.into_iter().enumerate().map(rule).collect()
    });
    let event = (prop::option::of(0..10_i32), prop::option::of(0..10_i32)).prop_map(|(a, b)| {
        let fields = [("a", a), ("b", b)].into_iter().filter_map(|(field, value)| value.map(|value| (field.to_owned(), json!(value))));
        serde_json::Value::Object(fields.collect())
    });
    (rules, prop::collection::vec(event, 0..8))
}

proptest! {
    #[test]
    fn tiers_part_the_customers_and_their_shares_sum_to_one(values in worths(), cuts in cuts()) {
        let result = tiered(&values, cuts);
        prop_assert_eq!(result.customers.len(), values.len());
        prop_assert_eq!(result.tiers.iter().map(|tier| tier.customers).sum::<usize>(), values.len());
        prop_assert!(near(result.tiers.iter().map(|tier| tier.share_of_customers).sum(), 1.0));
        prop_assert!(near(result.tiers.iter().map(|tier| tier.value).sum(), values.iter().sum()));
        if values.iter().any(|value| *value > 0.0) {
            prop_assert!(near(result.tiers.iter().map(|tier| tier.share_of_value.unwrap()).sum(), 1.0));
            prop_assert!(near(result.customers.last().unwrap().cumulative_share.unwrap(), 1.0));
        }
    }

    #[test]
    fn tiers_fall_with_value(values in worths(), cuts in cuts()) {
        let result = tiered(&values, cuts);
        prop_assert!(result.customers.is_sorted_by(|a, b| a.value >= b.value && a.tier <= b.tier));
    }

    #[test]
    fn gini_is_between_even_and_one_for_all_and_knows_no_unit_and_no_order(values in worths(), factor in 0.001..1000.0) {
        let result = tiered(&values, (0.8, 0.95));
        let Some(gini) = result.gini else { return Ok(()) };
        prop_assert!((-1e-12..=1.0 - 1.0 / values.len() as f64 + 1e-12).contains(&gini));
        let scaled: Vec<f64> = values.iter().rev().map(|value| value * factor).collect();
        prop_assert!(near(tiered(&scaled, (0.8, 0.95)).gini.unwrap(), gini));
    }

    #[test]
    fn retention_lies_within_its_table_and_rises_with_satisfaction(a in 1.0..=5.0, b in 1.0..=5.0, curve in prop::sample::select(vec!["table", "basic", "latent"])) {
        let at = |level: f64| retention(&read(json!({"level": level, "curve": curve}))).unwrap();
        let (low, high) = (at(f64::min(a, b)), at(f64::max(a, b)));
        for result in [&low, &high] {
            prop_assert!(result.low <= result.rate && result.rate <= result.high);
            prop_assert!((0.0..=0.97).contains(&result.rate.unwrap()));
        }
        prop_assert!(low.rate.unwrap() <= high.rate.unwrap() + 1e-12);
    }

    #[test]
    fn retention_of_counts_is_the_mean_over_customers_and_extrapolates_nothing(counts in prop::collection::vec(0..1000_u32, 5), outside in 5.0001..1e6) {
        let result = retention(&read(json!({ "counts": counts }))).unwrap();
        let at = |level: usize| retention(&read(json!({ "level": level + 1 }))).unwrap().rate.unwrap();
        let expected: f64 = counts.iter().enumerate().map(|(level, count)| f64::from(*count) * at(level)).sum();
        prop_assert!(near(result.retained.unwrap_or(0.0), expected));
        prop_assert_eq!(result.rate.is_none(), counts.iter().all(|count| *count == 0));
        prop_assert_eq!(retention(&read(json!({ "level": outside }))).unwrap().rate, None);
        prop_assert_eq!(retention(&read(json!({ "level": 6.0 - outside }))).unwrap().rate, None);
    }

    #[test]
    fn the_staircase_stays_in_range_and_each_step_tells_its_reasons((rules, events) in rules_and_events(), level in 1.0..=5.0) {
        let climb = climbed(&json!(rules), level, &json!(events));
        prop_assert_eq!(climb.steps.len(), events.len());
        let mut before = climb.from;
        for step in &climb.steps {
            prop_assert!((1.0..=5.0).contains(&step.level));
            prop_assert!(near(step.level, (before + step.fired.iter().map(|fired| fired.change).sum::<f64>()).clamp(1.0, 5.0)));
            let told = step.fired.iter().all(|fired| fired.reason == format!("because of {}", fired.rule));
            prop_assert!(told);
            before = step.level;
        }
        prop_assert_eq!(climb.to, before);
    }

    #[test]
    fn the_order_of_the_rules_changes_no_level((mut rules, events) in rules_and_events(), level in 1..=5_i32) {
        let given = climbed(&json!(rules), level.into(), &json!(events));
        rules.reverse();
        let turned = climbed(&json!(rules), level.into(), &json!(events));
        let levels = |climb: &Climb| climb.steps.iter().map(|step| step.level).collect::<Vec<_>>();
        prop_assert_eq!(levels(&given), levels(&turned));
    }

    #[test]
    fn standard_rules_survive_being_written_and_read_and_name_one_competitor_rule_at_most(half in 1.0..60.0, more in 0.1..40.0, share in 0.0..=100.0) {
        let rules = default_staircase(&read(json!({"competitorSharePercent": half, "competitorMainSharePercent": half + more}))).unwrap();
        let written = serde_json::to_value(&rules).unwrap();
        prop_assert_eq!(&read::<Vec<StaircaseRule>>(written.clone()), &rules);
        let climb = climbed(&written, 5.0, &json!([{ "competitorSharePercent": share }]));
        prop_assert_eq!(climb.steps[0].fired.len(), usize::from(share >= half));
    }

    #[test]
    fn lifetime_value_grows_with_retention_and_time_towards_its_value_for_ever(r in 0.0..0.99, step in 0.0..0.01, d in 0.01..1.0, periods in 1..400_u32) {
        let value = |r: f64, periods: Option<u32>, timing: &str| lifetime_value(&read(json!({"margin": 10, "retention": r, "discount": d, "periods": periods, "timing": timing}))).unwrap().value.unwrap();
        for timing in ["end", "start"] {
            let finite = value(r, Some(periods), timing);
            prop_assert!(finite <= value(r + step, Some(periods), timing) + 1e-9);
            prop_assert!(finite <= value(r, Some(periods + 1), timing) + 1e-9);
            prop_assert!(finite <= value(r, None, timing) + 1e-9);
        }
        prop_assert!(near(value(r, None, "start") - value(r, None, "end"), 10.0));
        // Period by period.
        let kept: f64 = r / (1.0 + d);
        let sum: f64 = (1..=periods).map(|t| 10.0 * kept.powf(t.into())).sum();
        prop_assert!(near(value(r, Some(periods), "end"), sum));
    }

    #[test]
    fn churn_and_retention_make_one(opening in 1..100_000_u32, part in 0.0..=1.0, gained in 0..1000_u32) {
        let lost = f64::floor(f64::from(opening) * part);
        let result = churn(&read(json!({"opening": opening, "lost": lost, "gained": gained}))).unwrap();
        prop_assert!(near(result.churn_rate.unwrap() + result.retention_rate.unwrap(), 1.0));
        prop_assert!(near(result.growth_rate.unwrap() * f64::from(opening), f64::from(gained) - lost));
        prop_assert_eq!(result.growth_over_lost.is_none(), lost == 0.0);
    }

    #[test]
    fn the_grid_counts_each_customer_once_and_permutes_with_them(values in prop::collection::vec((0.0..10.0, 0.0..10.0), 1..30)) {
        let grid = |order: &mut dyn Iterator<Item = (usize, &(f64, f64))>| {
            let customers: Vec<_> = order.map(|(at, (x, y))| json!({"id": format!("c{at}"), "values": {"x": x, "y": y}})).collect();
            tier_grid(&read(json!({"customers": customers, "dimensions": [{"id": "x", "cuts": [3, 7]}, {"id": "y", "cuts": [5, 5]}]}))).unwrap()
        };
        let (given, turned) = (grid(&mut values.iter().enumerate()), grid(&mut values.iter().enumerate().rev()));
        prop_assert_eq!(given.cells.iter().map(|cell| cell.customers).sum::<usize>(), values.len());
        prop_assert_eq!(&given.cells, &turned.cells);
        prop_assert!(given.customers.iter().all(|customer| customer.levels.get("y") != Some(&GridLevel::Middle)));
    }

    #[test]
    fn the_loyalty_index_is_a_share_and_knows_no_unit_of_weight(factors in prop::collection::vec((0.0..=1.0, 0.1..100.0, 0.01..10.0), 1..8), factor in 0.01..100.0) {
        let index = |scale: f64| {
            let factors: Vec<_> = factors.iter().enumerate().map(|(at, (part, max, weight))| json!({"id": format!("f{at}"), "value": part * max, "max": max, "weight": weight * scale})).collect();
            loyalty_index(&read(json!({ "factors": factors }))).unwrap()
        };
        let result = index(1.0);
        prop_assert!((0.0..=1.0 + 1e-12).contains(&result.index.unwrap()));
        prop_assert!(near(result.factors.iter().map(|factor| factor.weight).sum(), 1.0));
        prop_assert!(near(index(factor).index.unwrap(), result.index.unwrap()));
    }

    #[test]
    fn an_indicator_tree_rolls_up_as_its_leaves_with_their_products_of_weights(leaves in prop::collection::vec((1.0..=5.0, 0.01..10.0, 0..3_usize), 1..12)) {
        let mut branches: BTreeMap<usize, Vec<serde_json::Value>> = BTreeMap::new();
        for (at, (score, weight, branch)) in leaves.iter().enumerate() {
            branches.entry(*branch).or_default().push(json!({"id": format!("leaf{at}"), "weight": weight, "score": score}));
        }
        let items: Vec<_> = branches.iter().map(|(branch, items)| json!({"id": format!("branch{branch}"), "weight": branch + 1, "items": items})).collect();
        let result = indicator_index(&read(json!({"items": items, "scale": {"min": 1, "max": 5}}))).unwrap();
        let all: usize = branches.keys().map(|branch| branch + 1).sum();
        let expected: f64 = leaves.iter().map(|(score, weight, branch)| {
            let siblings: f64 = leaves.iter().filter(|leaf| leaf.2 == *branch).map(|leaf| leaf.1).sum();
            score * weight / siblings * (branch + 1) as f64 / all as f64
        }).sum();
        prop_assert!(near(result.overall.unwrap(), expected));
        prop_assert!((-1e-9..=100.0 + 1e-9).contains(&result.index100.unwrap()));
        prop_assert_eq!(result.nodes.len(), leaves.len() + branches.len());
    }

    #[test]
    fn a_smaller_margin_more_certainty_and_a_larger_population_need_no_fewer_answers(margin in 0.005..0.9, population in 1..1_000_000_u32, share in 0.01..0.99) {
        let n = |margin: f64, population: Option<u32>, level: f64| sample_size(&read(json!({"margin": margin, "population": population, "share": share, "level": level}))).unwrap().n;
        let base = n(margin, Some(population), 0.95);
        prop_assert!(base.fract() == 0.0 && (1.0..=f64::from(population)).contains(&base));
        prop_assert!(base <= n(margin * 0.9, Some(population), 0.95));
        prop_assert!(base <= n(margin, Some(population), 0.99));
        prop_assert!(base <= n(margin, Some(population + 1000), 0.95));
        prop_assert!(base <= n(margin, None, 0.95));
    }

    #[test]
    fn shares_compared_the_other_way_round_turn_the_sign_and_nothing_else(a in (0..300_u32, 0..300_u32), b in (0..300_u32, 0..300_u32)) {
        let part = |(has, has_not): (u32, u32)| read::<CountOfTotal>(json!({"count": has, "total": has + has_not}));
        let (given, turned) = (compare_shares(&part(a), &part(b)).unwrap(), compare_shares(&part(b), &part(a)).unwrap());
        prop_assert_eq!(given.p, turned.p);
        prop_assert!(given.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
        if let (Some(given_interval), Some(turned)) = (given.interval, turned.interval) {
            let difference = given.difference.unwrap();
            prop_assert!(near(given_interval.low, -turned.high) && near(given_interval.high, -turned.low));
            prop_assert!(-1.0 <= given_interval.low && given_interval.low <= difference + 1e-12 && difference - 1e-12 <= given_interval.high && given_interval.high <= 1.0);
        }
    }

    #[test]
    fn a_two_by_two_table_says_what_two_shares_say(a in (1..300_u32, 1..300_u32), b in (1..300_u32, 1..300_u32)) {
        let part = |(has, has_not): (u32, u32)| read::<CountOfTotal>(json!({"count": has, "total": has + has_not}));
        let (shares, table) = (compare_shares(&part(a), &part(b)).unwrap(), crossed(&[vec![a.0, a.1], vec![b.0, b.1]]));
        prop_assert!(near(shares.chi2.unwrap(), table.chi2.unwrap()));
        prop_assert!(near(shares.p.unwrap(), table.p.unwrap()));
        prop_assert!(near(table.standardised_residuals[0][0].unwrap().powi(2), table.chi2.unwrap()));
    }

    #[test]
    fn a_turned_cross_table_hangs_together_as_much(counts in table()) {
        let turned: Vec<Vec<u32>> = (0..counts[0].len()).map(|column| counts.iter().map(|row| row[column]).collect()).collect();
        let (given, turned) = (crossed(&counts), crossed(&turned));
        prop_assert_eq!(given.df, turned.df);
        match (given.chi2, turned.chi2) {
            (Some(a), Some(b)) => prop_assert!(near(a, b)),
            (a, b) => prop_assert_eq!(a, b),
        }
        prop_assert!(given.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
        prop_assert!(given.cramers_v.is_none_or(|v| (0.0..=1.0).contains(&v)));
    }

    #[test]
    fn two_groups_differ_as_welchs_t_says_it(a in group(), b in group()) {
        let (a, b) = (Group::new(a.0, a.1, a.2).unwrap(), Group::new(b.0, b.1, b.2).unwrap());
        let (means, groups) = (compare_means(&a, &b).unwrap(), compare_groups(&[a, b]).unwrap());
        prop_assert!(near(means.t.unwrap().powi(2), groups.f.unwrap()));
        prop_assert!(near(means.df.unwrap(), groups.df2.unwrap()));
        prop_assert!(near(means.p.unwrap(), groups.p.unwrap()));
    }

    #[test]
    fn groups_in_another_order_or_another_unit_differ_as_much(groups in prop::collection::vec(group(), 2..7), shift in -100.0..100.0, factor in 0.1..10.0) {
        let compared = |groups: Vec<Group>| compare_groups(&groups).unwrap();
        let given = compared(groups.iter().map(|g| Group::new(g.0, g.1, g.2).unwrap()).collect());
        let other = compared(groups.iter().rev().map(|g| Group::new(g.0, (g.1 + shift) * factor, g.2 * factor).unwrap()).collect());
        prop_assert!((given.f.unwrap() - other.f.unwrap()).abs() <= 1e-6 * given.f.unwrap().max(1.0));
        prop_assert!((0.0..=1.0).contains(&given.p.unwrap()));
    }

    #[test]
    fn pairs_differ_when_their_interval_leaves_out_zero(d in group()) {
        let result = compare_paired(&Group::new(d.0, d.1, d.2).unwrap()).unwrap();
        let (p, interval) = (result.p.unwrap(), result.interval.unwrap());
        prop_assume!((p - 0.05).abs() > 1e-9);
        prop_assert_eq!(p < 0.05, interval.low > 0.0 || interval.high < 0.0);
    }

    #[test]
    fn promoter_scores_compared_the_other_way_round_turn_the_sign(a in prop::collection::vec(0..50_u32, 11), b in prop::collection::vec(0..50_u32, 11)) {
        let (a, b): (NpsCounts, NpsCounts) = (read(json!({ "counts": a })), read(json!({ "counts": b })));
        let (given, turned) = (compare_nps(&a, &b).unwrap(), compare_nps(&b, &a).unwrap());
        prop_assert_eq!(given.p, turned.p);
        prop_assert_eq!(given.difference, turned.difference.map(|difference| -difference));
        prop_assert!(given.difference.is_none_or(|difference| (-200.0..=200.0).contains(&difference)));
    }

    #[test]
    fn offers_that_give_more_or_cost_less_deliver_more(parts in prop::collection::vec(0.0..1000.0, 8), more in 0.01..100.0, place in 0..8_usize) {
        let delivered = |parts: &[f64]| {
            let [a, b, c, d, e, f, g, h] = parts else { unreachable!("eight parts") };
            let (value, cost) = (json!({"product": a, "service": b, "personnel": c, "image": d}), json!({"money": e, "time": f, "energy": g, "psychic": h}));
            delivered_value(&read(json!({"value": value, "cost": cost}))).unwrap().delivered
        };
        let mut changed = parts.clone();
        changed[place] += more;
        prop_assert_eq!(delivered(&changed) > delivered(&parts), place < 4);
    }

    #[test]
    fn service_that_gets_better_in_any_part_never_steps_down(parts in [0.0..=100.0, 0.0..=100.0, 0.0..=100.0], more in 0.0..50.0, place in 0..3_usize, threshold in 0.0..=100.0) {
        let level = |parts: [f64; 3]| service_level(&read(json!({"basic": parts[0], "friendly": parts[1], "extra": parts[2], "threshold": threshold}))).unwrap();
        let mut better = parts;
        better[place] = f64::min(better[place] + more, 100.0);
        let (given, better) = (level(parts), level(better));
        prop_assert!(given.step <= better.step);
        prop_assert!(given.score <= better.score + 1e-12);
    }
}
