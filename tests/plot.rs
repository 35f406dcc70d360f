//! Pictures: each case is data and options, and the SVG they have to give.

use std::fs;
use std::path::{Path, PathBuf};

use manyi::plot::{Chart, Picture, SvgOptions};
use manyi::value::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

fn read(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name)).expect(name);
    Value::from_json(&text).expect(name)
}

fn picture(chart: &str, data: &str) -> Picture {
    Picture::read(Chart::named(chart).expect(chart), &read(data)).expect(data)
}

fn options(json: &str) -> SvgOptions {
    Value::from_json(json).and_then(|value| value.read()).expect(json)
}

/// Picture, chart, data, options.
const CASES: &[[&str; 4]] = &[
    ["quadrants_derived", "quadrants", "quadrants_derived.json", "{}"],
    ["quadrants_derived_phone", "quadrants", "quadrants_derived.json", r#"{"width": 360, "height": 420}"#],
    ["quadrants_stated_dark", "quadrants", "quadrants_stated.json", r#"{"language": "zh-CN", "theme": {"scheme": "dark"}}"#],
    ["quadrants_sure", "quadrants", "quadrants_sure.json", "{}"],
    ["quadrants_sure_phone_dark", "quadrants", "quadrants_sure.json", r#"{"width": 350, "theme": {"scheme": "dark"}}"#],
    ["nps", "nps", "nps.json", "{}"],
    ["nps_phone_dark", "nps", "nps.json", r#"{"width": 340, "language": "zh", "theme": {"scheme": "dark"}}"#],
    ["index", "index", "index.json", "{}"],
    ["index_phone", "index", "index.json", r#"{"width": 340, "language": "zh"}"#],
    ["index_dimensions", "index", "index_dimensions.json", "{}"],
    ["index_dimensions_phone_dark", "index", "index_dimensions.json", r#"{"width": 350, "theme": {"scheme": "dark"}}"#],
    ["csat", "csat", "csat.json", "{}"],
    ["csat_phone_dark", "csat", "csat.json", r#"{"width": 350, "language": "zh", "theme": {"scheme": "dark"}}"#],
    ["csat_percent", "csat", "csat_percent.json", "{}"],
    ["ces", "ces", "ces.json", "{}"],
    ["ces_dark", "ces", "ces.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["kano", "kano", "kano.json", "{}"],
    ["kano_phone", "kano", "kano.json", r#"{"width": 340, "height": 380, "language": "zh"}"#],
    ["kano_dark", "kano", "kano.json", r#"{"theme": {"scheme": "dark"}}"#],
    ["kano_classes", "kano-classes", "kano.json", "{}"],
    ["kano_classes_phone_dark", "kano-classes", "kano.json", r#"{"width": 350, "language": "zh", "theme": {"scheme": "dark"}}"#],
    ["tiers", "tiers", "tiers.json", "{}"],
    ["tiers_dark", "tiers", "tiers.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["retention", "retention", "retention.json", "{}"],
    ["retention_dark", "retention", "retention.json", r#"{"theme": {"scheme": "dark"}}"#],
    ["retention_counts", "retention", "retention_counts.json", r#"{"width": 350, "language": "zh"}"#],
    ["gaps", "gaps", "gaps.json", "{}"],
    ["gaps_dark", "gaps", "gaps.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["drivers", "drivers", "drivers.json", r#"{"width": 480}"#],
    ["drivers_dark", "drivers", "drivers.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["segments", "segments", "segments.json", "{}"],
    ["segments_dark", "segments", "segments.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["weights", "weights", "weights.json", "{}"],
    ["weights_phone_dark", "weights", "weights.json", r#"{"width": 350, "language": "zh", "theme": {"scheme": "dark"}}"#],
    ["loyalty", "loyalty", "loyalty.json", "{}"],
    ["loyalty_dark", "loyalty", "loyalty.json", r#"{"language": "zh", "theme": {"scheme": "dark"}}"#],
    ["path_model", "path-model", "path_model.json", "{}"],
    ["path_model_phone_dark", "path-model", "path_model.json", r#"{"width": 350, "theme": {"scheme": "dark"}}"#],
];

#[test]
fn every_picture_is_drawn_as_it_was() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut changed = Vec::new();
    for [name, chart, data, json] in CASES {
        let drawn = picture(chart, data).svg(&options(json)).expect(name);
        let path = folder().join(format!("{name}.svg"));
        if fs::read_to_string(&path).ok().as_deref() != Some(drawn.as_str()) {
            changed.push(*name);
            if bless {
                fs::write(&path, drawn).expect("a golden can be written");
            }
        }
    }
    assert!(changed.is_empty(), "pictures that changed: {changed:?}; look at them, then BLESS=1 keeps them");
}

#[test]
fn a_picture_stands_alone_and_escapes_what_people_wrote() {
    let svg = picture("quadrants", "quadrants_stated.json").svg(&options("{}")).expect("drawn");
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"557\""));
    assert!(svg.contains("<title>&lt;售后服务&gt; &amp;"));
    assert!(!svg.contains("<售后服务>"));
    for word in ["style=", "<style", "<script", "href", "url("] {
        assert!(!svg.contains(word), "{word}");
    }
    assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
}

#[test]
fn control_characters_in_a_name_do_not_break_the_xml() {
    let data = r#"{"points": [{"id": "a\u0000b\u001b", "importance": 1, "performance": 2}]}"#;
    let picture = Picture::read(Chart::Quadrants, &Value::from_json(data).expect("JSON")).expect("data");
    let svg = picture.svg(&SvgOptions::default()).expect("drawn");
    assert!(svg.contains("a b"));
    assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn every_attribute_is_named_and_so_is_what_is_left_out() {
    let svg = picture("quadrants", "quadrants_derived.json").svg(&options("{}")).expect("drawn");
    for at in 0..20 {
        assert!(svg.contains(&format!("Attribute {at:02}\n")), "attribute {at}");
    }
    for name in [
        "Concentrate here",
        "Keep up the good work",
        "Low priority",
        "Possible overkill",
        "mean 8.03",
        "mean 0.66",
        "n = 1,842",
        "equal priority",
    ] {
        assert!(svg.contains(name), "{name}");
    }
    let stated = picture("quadrants", "quadrants_stated.json").svg(&options(r#"{"language": "zh"}"#)).expect("drawn");
    for name in ["优先改进", "继续保持", "次要改进", "过度投入", "答复不足未显示：1", "满意度（平均得分），1–5"]
    {
        assert!(stated.contains(name), "{name}");
    }
}

#[test]
fn where_names_have_no_room_ranks_stand_for_them() {
    let points: Vec<String> =
        (0..40).map(|i| format!(r#"{{"id": "a rather long name {i}", "importance": {}, "performance": {}}}"#, i % 7, i % 6)).collect();
    let data = format!(r#"{{"points": [{}]}}"#, points.join(","));
    let picture = Picture::read(Chart::Quadrants, &Value::from_json(&data).expect("JSON")).expect("data");
    let small = picture.svg(&options(r#"{"width": 240, "height": 240}"#)).expect("drawn");
    assert!(small.contains(">\n40\n</text>"));
    assert!(!small.contains("a rather\n"));
    let large = picture.svg(&options(r#"{"width": 1200, "height": 900}"#)).expect("drawn");
    assert!(large.contains(">\na rather long name 39\n</text>"));
}

#[test]
fn equal_points_and_no_points_are_drawn_without_quadrants() {
    for (data, words) in [
        (r#"{"points": []}"#, "No answers yet"),
        (r#"{"points": [{"id": "a", "importance": null, "performance": 3}]}"#, "No answers yet"),
        (r#"{"points": [{"id": "a", "importance": 2, "performance": 3}, {"id": "b", "importance": 2, "performance": 3}]}"#, "no quadrants"),
    ] {
        let picture = Picture::read(Chart::Quadrants, &Value::from_json(data).expect("JSON")).expect("data");
        assert!(picture.svg(&SvgOptions::default()).expect("drawn").contains(words), "{data}");
    }
}

#[test]
fn a_theme_an_option_and_a_datum_that_are_wrong_are_refused_by_their_path() {
    let picture = picture("nps", "nps.json");
    let broken = |json: &str| -> (String, String) {
        let error =
            Value::from_json(json).and_then(|value| value.read::<SvgOptions>()).and_then(|options| picture.svg(&options)).expect_err(json);
        (error.code().to_owned(), error.path().unwrap_or_default().to_owned())
    };
    assert_eq!(broken(r#"{"widht": 300}"#), ("unknown-key".into(), "widht".into()));
    assert_eq!(broken(r#"{"width": 1e9}"#), ("out-of-range".into(), "width".into()));
    assert_eq!(broken(r#"{"theme": {"accent": "teal-ish"}}"#), ("conflict".into(), "theme.accent".into()));
    let data = Value::from_json(r#"{"points": [{"id": "a", "importance": "high", "performance": 3}]}"#).expect("JSON");
    let error = Picture::read(Chart::Quadrants, &data).expect_err("a text is no number");
    assert_eq!((error.code(), error.path()), ("wrong-type", Some("points[0].importance")));
}

#[test]
fn an_unknown_chart_is_refused_with_the_ones_that_exist() {
    let error = Value::Text("pie".into()).read::<Chart>().expect_err("there is no pie");
    assert_eq!(error.code(), "unknown-chart");
    assert!(error.to_string().contains("quadrants, index, nps, gaps"));
}

#[test]
fn a_theme_and_a_language_change_the_picture() {
    let picture = picture("nps", "nps.json");
    let plain = picture.svg(&SvgOptions::default()).expect("drawn");
    assert!(plain.contains("#FFFFFF") && plain.contains("Promoters"));
    let changed = picture.svg(&options(r##"{"theme": {"surface": "#123456", "font": "Georgia"}, "language": "zh-Hant"}"##)).expect("drawn");
    assert!(changed.contains("#123456") && changed.contains("Georgia") && changed.contains("推荐者"));
}

#[test]
fn a_picture_tells_in_words_what_it_shows() {
    assert_eq!(
        picture("nps", "nps.json").summary("en"),
        "Would you recommend us? Net promoter score +10. +4 to +16 (95% confidence). n = 1,000. Detractors 36%. Passives 18%. Promoters 46%."
    );
    let quadrants = picture("quadrants", "quadrants_derived.json").summary("en");
    assert!(quadrants.starts_with("Importance and satisfaction. n = 1,842. Concentrate here: Attribute 00, Attribute 02"), "{quadrants}");
}

#[test]
fn whiskers_and_the_axis_of_scores_end_where_scores_do() {
    let index = |low: f64, high: f64| {
        format!(
            r#"{{ "index": 0.7, "anchored100": null, "n": 3, "interval": {{ "low": 0.1, "high": 1.3, "level": 0.95, "method": "t" }}, "factors": [
              {{ "id": "a", "weight": 1, "score": 0.7, "n": 3, "interval": {{ "low": {low}, "high": {high}, "level": 0.95, "method": "t" }} }}] }}"#
        )
    };
    let segments = |low: f64, high: f64| {
        format!(
            r#"{{ "segments": [{{ "question": "q", "value": "v", "n": 3, "index": 0.7,
              "interval": {{ "low": {low}, "high": {high}, "level": 0.95, "method": "t" }} }}] }}"#
        )
    };
    let svg = |chart: &str, json: &str| {
        let data = Value::from_json(json).expect("JSON");
        Picture::read(Chart::named(chart).expect(chart), &data).expect("data").svg(&options("{}")).expect("drawn")
    };
    assert_eq!(svg("index", &index(-0.2, 1.29)), svg("index", &index(0.0, 1.0)));
    assert_eq!(svg("segments", &segments(-0.2, 1.29)), svg("segments", &segments(0.0, 1.0)));
    assert_ne!(svg("index", &index(0.1, 1.0)), svg("index", &index(0.0, 1.0)));
    let drawn = svg("index", &index(-0.2, 1.29));
    assert!(drawn.contains("\n100\n") && !drawn.contains("\n120\n"), "{drawn}");
    assert!(drawn.contains("(10.0–130.0)"), "the interval of the whole is told as it was computed: {drawn}");
}

#[test]
fn no_size_breaks_a_picture() {
    for [name, chart, data, json] in CASES {
        let picture = picture(chart, data);
        for (width, height) in [(120.0, 120.0), (120.0, 900.0), (900.0, 120.0), (250.0, 180.0), (8192.0, 300.0)] {
            let options = SvgOptions { width: Some(width), height: Some(height), ..options(json) };
            assert!(picture.svg(&options).is_ok_and(|svg| !svg.contains("NaN")), "{name} at {width} by {height}");
        }
    }
}

#[test]
fn no_number_breaks_a_picture() {
    let values = ["0", "1e-320", "1e16", "1.0000000000000002e16", "-1e300", "1.7e308", "-1.7e308", "1e-9", "3"];
    for across in values {
        for up in values {
            let data = format!(
                r#"{{"points": [{{"id": "a", "importance": 3, "performance": 1e16}}, {{"id": "b", "importance": {up}, "performance": {across}, "quadrant": "overkill"}}],
                     "crosshair": {{"importance": {across}, "performance": {up}, "rule": "given"}}, "scale": {{"min": 1, "max": {up}}}}}"#
            );
            let picture = Picture::read(Chart::Quadrants, &Value::from_json(&data).expect("JSON")).expect("data");
            assert!(picture.svg(&SvgOptions::default()).is_ok(), "{data}");
        }
        let data = format!(
            r#"{{"overall": {across}, "unweighted": null, "items": [{{"id": "a", "gap": {across}}}, {{"id": "b", "gap": -2}}], "dimensions": []}}"#
        );
        let picture = Picture::read(Chart::Gaps, &Value::from_json(&data).expect("JSON")).expect("data");
        assert!(picture.svg(&SvgOptions::default()).is_ok(), "{data}");
    }
}

mod results {
    //! Whatever a report says can be drawn as it comes: the charts read every key of the results, and no others.

    use manyi::answers::{CsvOptions, Row};
    use manyi::measure;
    use manyi::plot::{About, Chart, Picture, SvgOptions};
    use manyi::report::{AnalyseOptions, analyse};
    use manyi::survey::Survey;
    use manyi::tally::{Intake, Tally};
    use manyi::value::Value;
    use serde::Serialize;

    fn draw(chart: Chart, result: &impl Serialize) -> String {
        draw_text(chart, &serde_json::to_string(result).expect("results are JSON"))
    }

    fn draw_text(chart: Chart, json: &str) -> String {
        let data = Value::from_json(json).expect("JSON");
        let picture = Picture::read(chart, &data).unwrap_or_else(|error| panic!("{}: {error}", chart.name()));
        picture.svg(&SvgOptions::default()).expect("drawn")
    }

    fn input<T: manyi::value::Read>(json: &str) -> T {
        Value::from_json(json).and_then(|value| value.read()).expect("right input")
    }

    #[test]
    fn every_part_of_a_report_is_drawn_the_same_from_the_report_and_from_its_data() {
        let survey = Survey::from_json(
            r#"{"id": "s", "version": 1, "title": "T", "outcome": "overall",
                "attributes": [{"id": "care", "title": "Care"}, {"id": "speed", "title": "Speed"}, {"id": "price", "title": "Price"}],
                "pages": [{"questions": [
                    {"id": "overall", "kind": "rating", "measure": "overall", "scale": "satisfaction5", "title": "?"},
                    {"id": "sat", "kind": "matrix", "measure": "satisfaction", "scale": "satisfaction5", "title": "?", "attributes": ["care", "speed", "price"]},
                    {"id": "nps", "kind": "nps", "title": "?"},
                    {"id": "where", "kind": "choice", "title": "?", "segment": true, "options": [{"value": "shop", "title": "Shop"}, {"value": "web", "title": "Web"}]}
                ]}]}"#,
        )
        .expect("a survey");
        let mut tally = Tally::new(&survey);
        let rows: Vec<Row> = (0..60_u8)
            .map(|k| Row {
                codes: vec![1 + k % 5, 1 + (k + k / 7) % 5, 1 + k % 3, 1 + (k / 2) % 4, 1 + k % 11, 1 + k % 2],
                weight: 1_000_000_000,
            })
            .collect();
        tally.extend(&rows);
        let report = analyse(&survey, &tally, &AnalyseOptions::default()).expect("a report");
        let about = |json: &str| input::<About>(json);
        let titles = r#"{"care": "Care", "speed": "Speed", "shop": "In shops", "where.web": "On the web"}"#;
        let with_titles =
            format!(r#"{{"titles": {titles}, "n": 60, "title": "A heading", "importance": "pearson", "outcome": "all in all"}}"#);
        for (chart, found, beside) in [
            (Chart::Index, serde_json::to_value(&report.index), ""),
            (Chart::Quadrants, serde_json::to_value(&report.quadrants), r#", "n": 60, "importance": "pearson", "outcome": "all in all""#),
            (Chart::Nps, serde_json::to_value(&report.nps), ""),
            (
                Chart::Segments,
                Ok(serde_json::json!({ "segments": report.segments, "index": report.index.as_ref().map(|found| found.index) })),
                r#", "n": 60"#,
            ),
        ] {
            let mut data = found.expect("results are JSON");
            let titled = if chart == Chart::Nps { String::new() } else { format!(r#", "titles": {titles}"#) };
            let more: serde_json::Value = serde_json::from_str(&format!(r#"{{"title": "A heading"{titled}{beside}}}"#)).expect("JSON");
            data.as_object_mut().expect("a record").extend(more.as_object().expect("a record").clone());
            let drawn = Picture::of(chart, &report, about(&with_titles)).expect("the report has it").svg(&SvgOptions::default());
            assert_eq!(drawn.expect("drawn"), draw(chart, &data), "{}", chart.name());
        }
        assert!(Picture::of(Chart::Gaps, &report, about("{}")).is_none(), "the survey asks for no expectations");
        assert!(draw(Chart::Index, &report.index).contains("care"));
        assert!(draw(Chart::Quadrants, &report.quadrants).contains("speed"));
        assert!(draw(Chart::Nps, &report.nps).contains("n = 60"));
        assert!(draw(Chart::Drivers, &report.drivers).contains("price"));
        let segments = serde_json::json!({ "segments": report.segments });
        assert!(draw(Chart::Segments, &segments).contains("web (n = 30)"));
    }

    #[test]
    fn the_sample_has_every_chart_of_a_report_and_its_data_draw_the_same() {
        let file = |name: &str| std::fs::read_to_string(super::folder().join("../../www/samples").join(name)).expect(name);
        let survey = Survey::from_json(&file("groceries.json")).expect("a survey");
        let mut intake = Intake::new(survey.clone());
        intake.add_csv(file("groceries.csv").as_bytes(), CsvOptions::default()).expect("answers");
        let summary = intake.end().expect("a table");
        assert!(summary.rejected.is_empty() && summary.ignored_columns.is_empty() && summary.rows == 480);
        let report = analyse(&survey, intake.tally(), &AnalyseOptions::default()).expect("a report");
        // As text, because the order of keys is the order of bars and boxes.
        let text = |found: serde_json::Result<String>, more: &str| {
            let mut text = found.expect("JSON");
            text.truncate(text.len() - 1);
            format!("{text}{more}}}")
        };
        let json = |found: serde_json::Result<String>| found.expect("JSON");
        let index = report.index.as_ref().and_then(|index| index.index).expect("an index");
        let counts = json(serde_json::to_string(&report.csat.as_ref().expect("asked").counts));
        let dimensions = json(serde_json::to_string(&report.dimensions));
        let segments = format!(r#"{{"segments": {}, "index": {index}, "n": 480}}"#, json(serde_json::to_string(&report.segments)));
        let kano = format!(r#"{{"attributes": {}, "n": 480}}"#, json(serde_json::to_string(&report.kano)));
        for (chart, data) in [
            (Chart::Quadrants, text(serde_json::to_string(&report.quadrants), r#", "n": 480"#)),
            (Chart::Nps, text(serde_json::to_string(&report.nps), "")),
            (Chart::Csat, text(serde_json::to_string(&report.csat), "")),
            (Chart::Ces, text(serde_json::to_string(&report.ces), "")),
            (Chart::Index, text(serde_json::to_string(&report.index), &format!(r#", "dimensions": {dimensions}"#))),
            (Chart::Segments, segments),
            (Chart::Gaps, text(serde_json::to_string(&report.gaps), r#", "n": 480"#)),
            (Chart::Kano, kano.clone()),
            (Chart::KanoClasses, kano),
            (Chart::Drivers, text(serde_json::to_string(&report.drivers), "")),
            (Chart::Weights, text(serde_json::to_string(&report.weights), r#", "n": 480"#)),
            (Chart::Retention, text(serde_json::to_string(&report.retention), &format!(r#", "counts": {counts}"#))),
            (Chart::PathModel, text(serde_json::to_string(&report.path_model), "")),
        ] {
            let drawn = Picture::of(chart, &report, input(r#"{"n": 480}"#)).unwrap_or_else(|| panic!("no {}", chart.name()));
            let drawn = drawn.svg(&SvgOptions::default()).expect("drawn");
            assert!(drawn == draw_text(chart, &data), "{} of the report is not that of its data", chart.name());
            assert!(!drawn.contains("No answers yet"), "{} is empty", chart.name());
        }
    }

    #[test]
    fn gaps_and_kano_results_can_be_drawn() {
        let gaps =
            measure::gap(&input(r#"{"items": [{"id": "care", "perception": 4, "expectation": 5, "dimension": "all"}]}"#)).expect("gaps");
        assert!(draw(Chart::Gaps, &gaps).contains("−1.00"));
        let kano = measure::kano(&input(r#"{"counts": {"M": 5, "O": 20, "A": 9, "I": 3, "R": 0, "Q": 1}}"#)).expect("a category");
        let mut kano = serde_json::to_value(kano).expect("results are JSON");
        kano["id"] = "delivery".into();
        assert!(draw(Chart::Kano, &serde_json::json!({ "attributes": [kano] })).contains("delivery"));
    }

    #[test]
    fn tiers_and_retention_results_can_be_drawn() {
        let tiers =
            measure::tiers(&input(r#"{"customers": [{"id": "a", "value": 80}, {"id": "b", "value": 15}, {"id": "c", "value": 5}]}"#))
                .expect("tiers");
        assert!(draw(Chart::Tiers, &tiers).contains("A: 33% of customers, 80% of value"));
        let worthless = measure::tiers(&input(r#"{"customers": [{"id": "a", "value": 0}]}"#)).expect("tiers");
        assert!(draw(Chart::Tiers, &worthless).contains("No answers yet"));
        let retention = measure::retention(&input(r#"{"counts": [10, 40, 150, 200, 100]}"#)).expect("a rate");
        assert!(draw(Chart::Retention, &retention).contains("Expected to stay for a year: 72.1%"));
    }
}
