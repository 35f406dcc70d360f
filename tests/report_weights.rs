//! Where a report's weights and importances come from, and the check-up.

use manyi::answers::Row;
use manyi::report::{AnalyseOptions, Report, analyse};
use manyi::survey::Survey;
use manyi::tally::Tally;
use manyi::value::Value;

const ONE: u64 = 1_000_000_000;

fn golden(name: &str) -> serde_json::Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("a golden case is JSON")
}

/// A survey with these attributes (`id` or `id:dimension`), questions, and other parts.
fn survey(attributes: &[&str], questions: &str, more: &str) -> Survey {
    let mut dimensions: Vec<&str> = attributes.iter().filter_map(|name| name.split_once(':')).map(|(_, dimension)| dimension).collect();
    dimensions.dedup();
    let dimensions: Vec<String> = dimensions.iter().map(|id| format!(r#"{{ "id": "{id}", "title": "{id}" }}"#)).collect();
    let attributes: Vec<String> = attributes
        .iter()
        .map(|name| match name.split_once(':') {
            Some((id, dimension)) => format!(r#"{{ "id": "{id}", "title": "{id}", "dimension": "{dimension}" }}"#),
            None => format!(r#"{{ "id": "{name}", "title": "{name}" }}"#),
        })
        .collect();
    let definition = format!(
        r#"{{ "id": "s", "version": 1, "title": "T", "dimensions": [{}], "attributes": [{}], {more} "pages": [{{ "questions": [{questions}] }}] }}"#,
        dimensions.join(","),
        attributes.join(",")
    );
    Survey::from_json(&definition).unwrap_or_else(|error| panic!("{error} in {definition}"))
}

fn matrix(id: &str, measure: &str, scale: &str, attributes: &str) -> String {
    format!(r#"{{ "id": "{id}", "kind": "matrix", "measure": "{measure}", "scale": "{scale}", "title": "?", "attributes": {attributes} }}"#)
}

/// One row for each set of answers by key; a number is one of the field's levels.
fn report_of(survey: &Survey, rows: &[&[(&str, f64)]], options: &str) -> Result<Report, manyi::Error> {
    let mut tally = Tally::new(survey);
    for answers in rows {
        let mut row = Row { codes: vec![0; survey.columns().len()], weight: ONE };
        for (key, value) in *answers {
            let column = survey.fields()[survey.field(key).unwrap_or_else(|| panic!("no {key}"))].columns.start;
            row.codes[column] = survey.columns()[column].numbers.expect("numbers").code(*value).expect("a level");
        }
        tally.add(&row);
    }
    let options: AnalyseOptions = Value::from_json(options).and_then(|value| value.read())?;
    analyse(survey, &tally, &options)
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.expect("it is defined");
    assert!((found - expected).abs() <= 1e-8, "{found} is not {expected}");
}

#[track_caller]
fn weights_near(report: &Report, source: &str, expected: &[f64]) {
    let used = report.weights.as_ref().expect("weights");
    assert_eq!(used.source, source);
    assert_eq!(used.weights.0.len(), expected.len());
    for ((_, weight), expected) in used.weights.0.iter().zip(expected) {
        near(Some(*weight), *expected);
    }
}

#[test]
fn a_survey_weighed_by_experts_has_the_index_that_was_worked_out_elsewhere() {
    let case = golden("report/report_ahp_12_factors.json");
    let (input, expected) = (&case["input"], &case["expected"]);
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let dimensions = ["content", "quality", "benefit"];
    let counts: Vec<Vec<u64>> = list(&input["counts"])
        .iter()
        .flat_map(list)
        .map(|counts| list(&counts).iter().map(|n| n.as_u64().expect("a count")).collect())
        .collect();
    let sizes = list(&input["factors"]).into_iter().map(|factors| list(&factors).len());
    let of_dimension = dimensions.iter().zip(sizes).flat_map(|(dimension, size)| std::iter::repeat_n(dimension, size));
    let attributes: Vec<String> = of_dimension.enumerate().map(|(k, dimension)| format!("f{k}:{dimension}")).collect();
    let factors: Vec<String> =
        dimensions.iter().zip(list(&input["factor_matrices"])).map(|(id, matrix)| format!("{id:?}: {matrix}")).collect();
    let weights =
        format!(r#""weights": {{ "source": "ahp", "criteria": {}, "factors": {{ {} }} }},"#, input["criteria_matrix"], factors.join(","));
    let names: Vec<&str> = attributes.iter().map(String::as_str).collect();
    let ids: Vec<String> = (0..12).map(|k| format!("f{k}")).collect();
    let survey = survey(&names, &matrix("sat", "satisfaction", "satisfaction5", &format!("{ids:?}")), &weights);

    // Person k answers each factor with the level that the k-th answer of its counts has; the counts run from 5 down to 1.
    let mut tally = Tally::new(&survey);
    for person in 0..200 {
        let level = |counts: &Vec<u64>| {
            let mut left = person;
            counts
                .iter()
                .position(|&count| {
                    if left < count {
                        true
                    } else {
                        left -= count;
                        false
                    }
                })
                .map_or(0, |place| 5 - place as u8)
        };
        tally.add(&Row { codes: counts.iter().map(level).collect(), weight: ONE });
    }
    let report = analyse(&survey, &tally, &AnalyseOptions::default()).expect("a report");
    let global: Vec<f64> = list(&expected["global_"]).iter().flat_map(list).map(|weight| weight.as_f64().expect("a number")).collect();
    weights_near(&report, "ahp", &global);
    near(report.weights.as_ref().and_then(|weights| weights.cr), expected["cr"]["total_ranking"].as_f64().expect("a number"));
    let index = report.index.expect("an index");
    near(index.index, expected["csi"].as_f64().expect("a number"));
    near(index.anchored100, expected["csi_anchored_0_100"].as_f64().expect("a number"));
    assert_eq!(index.n, 200.0);
}

#[test]
fn stated_importance_weighs_the_index_as_worked_out_elsewhere_unless_the_definition_says_otherwise() {
    let case = golden("report/report_stated_weights.json");
    let ids = r#"["a", "b", "c", "d", "e"]"#;
    let questions = [matrix("sat", "satisfaction", "number10", ids), matrix("imp", "importance", "number10", ids)].join(",");
    let answers: Vec<(String, f64)> = ["a", "b", "c", "d", "e"]
        .iter()
        .enumerate()
        .flat_map(|(k, id)| {
            let number = |list: &str| case["input"][list][k].as_f64().expect("a number");
            [(format!("sat.{id}"), number("scores")), (format!("imp.{id}"), number("importance"))]
        })
        .collect();
    let answers: Vec<(&str, f64)> = answers.iter().map(|(key, value)| (key.as_str(), *value)).collect();
    let five = ["a", "b", "c", "d", "e"];
    let report = report_of(&survey(&five, &questions, ""), &[&answers], "{}").expect("a report");
    let expected: Vec<f64> =
        case["expected"]["weights"].as_array().expect("a list").iter().map(|w| w.as_f64().expect("a number")).collect();
    weights_near(&report, "stated", &expected);
    near(report.index.and_then(|index| index.index), case["expected"]["pct_of_max"].as_f64().expect("a number") / 100.0);

    let fixed = r#""weights": { "source": "fixed", "values": { "a": 3, "b": 1, "c": 0, "d": 0, "e": 0 } },"#;
    weights_near(
        &report_of(&survey(&five, &questions, fixed), &[&answers], "{}").expect("a report"),
        "fixed",
        &[0.75, 0.25, 0.0, 0.0, 0.0],
    );
    let equal = r#""weights": { "source": "equal" },"#;
    weights_near(&report_of(&survey(&five, &questions, equal), &[&answers], "{}").expect("a report"), "equal", &[0.2; 5]);
}

#[test]
fn respondents_own_comparisons_are_put_together_by_the_geometric_mean() {
    let ids = r#"["a", "b", "c"]"#;
    let questions = [
        matrix("sat", "satisfaction", "satisfaction5", ids),
        r#"{ "id": "w", "kind": "pairwise", "of": "attributes", "title": "?" }"#.into(),
    ]
    .join(",");
    let survey = survey(&["a", "b", "c"], &questions, r#""weights": { "source": "ahp" },"#);
    // a is 2 and 8 times b: 4; b is 2 times c, and the same the other way round for another: 1; a is 4 times c.
    let first: &[(&str, f64)] = &[("sat.a", 5.0), ("sat.b", 1.0), ("sat.c", 1.0), ("w.a:b", 1.0), ("w.b:c", 1.0), ("w.a:c", 3.0)];
    let second: &[(&str, f64)] = &[("w.a:b", 7.0), ("w.b:c", -1.0), ("w.a:c", 3.0)];
    let report = report_of(&survey, &[first, second], "{}").expect("a report");
    weights_near(&report, "ahp", &[4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0]);
    near(report.weights.and_then(|weights| weights.cr), 0.0);
    near(report.index.and_then(|index| index.index), (4.0 + 0.2 + 0.2) / 6.0);
}

#[test]
fn dimensions_that_respondents_compare_share_their_weight_among_their_attributes() {
    let questions = [
        matrix("sat", "satisfaction", "satisfaction5", r#"["a", "b", "c"]"#),
        r#"{ "id": "w", "kind": "pairwise", "of": "dimensions", "title": "?" }"#.into(),
    ]
    .join(",");
    let survey = survey(&["a:x", "b:x", "c:y"], &questions, r#""weights": { "source": "ahp" },"#);
    let report = report_of(&survey, &[&[("sat.a", 4.0), ("w.x:y", 2.0)]], "{}").expect("a report");
    weights_near(&report, "ahp", &[0.375, 0.375, 0.25]);
}

#[test]
fn without_enough_comparisons_there_are_no_weights_and_no_index_and_the_check_up_says_so() {
    let questions = [
        matrix("sat", "satisfaction", "satisfaction5", r#"["a", "b", "c"]"#),
        r#"{ "id": "w", "kind": "pairwise", "of": "attributes", "title": "?" }"#.into(),
    ]
    .join(",");
    let survey = survey(&["a", "b", "c"], &questions, r#""weights": { "source": "ahp" },"#);
    let report = report_of(&survey, &[&[("sat.a", 4.0), ("w.a:b", 2.0)]], "{}").expect("a report");
    assert_eq!((report.weights, report.index), (None, None));
    assert!(report.warnings.iter().any(|warning| warning.code == "no-weights"));
}

#[test]
fn the_quadrant_plane_gives_both_axes_and_the_midpoint_of_its_scale() {
    let questions = r#"{ "id": "plane", "kind": "quadrant", "title": "?", "attributes": ["a", "b"] }"#;
    let survey = survey(&["a", "b"], questions, "");
    let answers: &[(&str, f64)] = &[("plane.a.x", 20.0), ("plane.a.y", 90.0), ("plane.b.x", 70.0), ("plane.b.y", 60.0)];
    let report = report_of(&survey, &[answers], r#"{ "crosshair": "midpoint" }"#).expect("a report");
    let quadrants = report.quadrants.expect("two points");
    let drawn = quadrants.crosshair.expect("a midpoint");
    assert_eq!((drawn.importance, drawn.performance, drawn.rule), (50.0, 50.0, "midpoint"));
    let names: Vec<_> = quadrants.points.iter().map(|point| point.quadrant.map(|quadrant| quadrant.name())).collect();
    assert_eq!(names, [Some("concentrate"), Some("keep-up")]);
    near(quadrants.points[0].priority, 0.7 / std::f64::consts::SQRT_2);
}

#[test]
fn two_scales_have_a_middle_each_and_the_priority_goes_by_the_points_own_range() {
    let ids = r#"["a", "b"]"#;
    let questions = [matrix("sat", "satisfaction", "satisfaction5", ids), matrix("imp", "importance", "number10", ids)].join(",");
    let answers: &[(&str, f64)] = &[("sat.a", 2.0), ("imp.a", 9.0), ("sat.b", 4.0), ("imp.b", 3.0)];
    let report = report_of(&survey(&["a", "b"], &questions, ""), &[answers], r#"{ "crosshair": "midpoint" }"#).expect("a report");
    let quadrants = report.quadrants.expect("two points");
    let drawn = quadrants.crosshair.expect("a midpoint");
    assert_eq!((drawn.importance, drawn.performance, drawn.rule), (5.5, 3.0, "midpoint"));
    near(quadrants.points[0].priority, 1.0 / std::f64::consts::SQRT_2);
}

#[test]
fn a_midpoint_needs_stated_importance() {
    let questions = [
        matrix("sat", "satisfaction", "satisfaction5", r#"["a", "b"]"#),
        r#"{ "id": "all", "kind": "rating", "measure": "overall", "scale": "satisfaction5", "title": "?" }"#.into(),
    ]
    .join(",");
    let survey = survey(&["a", "b"], &questions, r#""outcome": "all","#);
    let error = report_of(&survey, &[&[("sat.a", 2.0)]], r#"{ "crosshair": "midpoint" }"#).expect_err("derived importance has no scale");
    assert_eq!((error.code(), error.path()), ("conflict", Some("crosshair")));
}

#[test]
fn points_shared_out_and_ranks_are_stated_importance_too() {
    let satisfaction = matrix("sat", "satisfaction", "satisfaction5", r#"["a", "b"]"#);
    let shared = [satisfaction.clone(), r#"{ "id": "p", "kind": "allocation", "title": "?", "attributes": ["a", "b"] }"#.into()].join(",");
    let report = report_of(&survey(&["a", "b"], &shared, ""), &[&[("sat.a", 5.0), ("p.a", 80.0), ("p.b", 20.0)]], "{}").expect("a report");
    weights_near(&report, "stated", &[0.8, 0.2]);
    let ranked = [satisfaction, r#"{ "id": "r", "kind": "ranking", "title": "?", "attributes": ["a", "b"] }"#.into()].join(",");
    let report = report_of(&survey(&["a", "b"], &ranked, ""), &[&[("sat.a", 5.0), ("r.a", 2.0), ("r.b", 1.0)]], "{}").expect("a report");
    weights_near(&report, "stated", &[1.0 / 3.0, 2.0 / 3.0]);
}

#[test]
fn a_survey_without_numbers_gets_a_report_that_says_why_it_is_empty() {
    let survey = survey(&[], r#"{ "id": "why", "kind": "text", "title": "?" }"#, "");
    let report = report_of(&survey, &[&[]], "{}").expect("a report");
    assert_eq!((report.n, report.index, report.quadrants, report.drivers), (1, None, None, None));
    let codes: Vec<&str> = report.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["no-segment", "no-outcome", "no-importance", "no-numbers", "small-sample"]);
}

#[test]
fn the_check_up_names_what_weakens_a_survey_and_a_sample() {
    let five = r#"["a", "b", "c", "d", "e"]"#;
    let questions =
        [matrix("sat", "satisfaction", "satisfaction5", five), matrix("imp", "importance", "importance5", r#"["a", "b"]"#)].join(",");
    let survey = survey(&["a:x", "b:y", "c:y", "d:y", "e:y"], &questions, "");
    let straight: &[(&str, f64)] =
        &[("sat.a", 3.0), ("sat.b", 3.0), ("sat.c", 3.0), ("sat.d", 3.0), ("sat.e", 3.0), ("imp.a", 4.0), ("imp.b", 4.0)];
    let codes = |rows: &[&[(&str, f64)]]| -> Vec<&'static str> {
        report_of(&survey, rows, "{}").expect("a report").warnings.iter().map(|warning| warning.code).collect()
    };
    let design = ["no-segment", "no-outcome", "one-item-dimension"];
    assert_eq!(codes(&[straight; 100])[..3], design);
    assert_eq!(codes(&[straight; 100])[3..], ["straight-lining", "no-importance-spread"]);
    assert!(codes(&[straight; 96]).contains(&"small-sample"));
    let honest: &[(&str, f64)] = &[("sat.a", 3.0), ("imp.a", 5.0), ("imp.b", 2.0)];
    let mut unanswered = vec!["low-completion"];
    unanswered.extend(["unanswered-attribute"; 4]);
    assert_eq!(codes(&[honest; 100])[3..], unanswered);
    assert_eq!(codes(&[])[3..], ["small-sample"]);
}

#[test]
fn a_sample_is_small_for_the_margin_the_level_and_the_population_asked() {
    let survey = survey(&["a"], &matrix("sat", "satisfaction", "satisfaction5", r#"["a"]"#), "");
    let row: &[(&str, f64)] = &[("sat.a", 3.0)];
    let small = |rows: usize, options: &str| {
        let report = report_of(&survey, &vec![row; rows], options).expect("a report");
        report.warnings.into_iter().find(|warning| warning.code == "small-sample").map(|warning| warning.message)
    };
    // Cochran's numbers: 97 for ten points, 385 for five; 217 of 500 (Krejcie & Morgan, rounded up 218); 271 for ten points at .999.
    for (options, needed) in
        [("{}", 97), (r#"{ "margin": 0.05 }"#, 385), (r#"{ "margin": 0.05, "population": 500 }"#, 218), (r#"{ "level": 0.999 }"#, 271)]
    {
        assert_eq!(small(needed, options), None, "{options}");
        let message = small(needed - 1, options).unwrap_or_else(|| panic!("{options}: {} are too few", needed - 1));
        assert!(message.contains(&format!("from {needed} on")), "{message}");
    }
    assert!(small(384, r#"{ "margin": 0.05 }"#).expect("too few").contains("within 5 points of the truth, 95 times of 100"));
    for (options, path) in [(r#"{ "margin": 0 }"#, "margin"), (r#"{ "margin": 1.5 }"#, "margin"), (r#"{ "population": 0 }"#, "population")]
    {
        assert_eq!(report_of(&survey, &[row], options).expect_err("no margin").path(), Some(path), "{options}");
    }
}

#[test]
fn a_scale_that_ends_at_nothing_has_no_score_and_the_check_up_says_so() {
    let scales = r#""scales": { "loss": { "min": -4, "max": 0, "look": "dots" } },"#;
    let survey = survey(&["a"], &matrix("sat", "satisfaction", "loss", r#"["a"]"#), scales);
    let report = report_of(&survey, &[&[("sat.a", -1.0)]], "{}").expect("a report");
    let index = report.index.expect("one attribute");
    assert_eq!((index.index, index.anchored100), (None, Some(75.0)));
    let warning = report.warnings.iter().find(|warning| warning.code == "unscored-scale").expect("it has no score");
    assert!(warning.message.contains("\"a\" ends at 0"), "{}", warning.message);
}
