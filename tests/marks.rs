//! What can be pointed at in a picture lies where it is drawn; a part of the plane, and arrows on it.

use manyi::plot::{Chart, DrawOptions, Drawing, Marks, Picture, Shape};
use manyi::value::Value;

const SIZE: (u32, u32) = (720, 560);

/// Each letter is half an em wide.
fn width(text: &str, size: f64, _: bool) -> f64 {
    text.chars().count() as f64 * size * 0.5
}

fn picture(more: &str) -> Picture {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/quadrants_derived.json");
    let text = std::fs::read_to_string(path).expect("a readable file");
    let text = text.trim_end().strip_suffix('}').expect("an object").to_owned() + more + "}";
    Picture::read(Chart::Quadrants, &Value::from_json(&text).expect("JSON")).expect("data")
}

fn drawn(picture: &Picture, ratio: f64) -> Drawing {
    let size = (f64::from(SIZE.0) * ratio, f64::from(SIZE.1) * ratio);
    picture.draw((size.0 as u32, size.1 as u32), &options(ratio), &width).expect("drawn")
}

fn marks(picture: &Picture, ratio: f64) -> Marks {
    let size = (f64::from(SIZE.0) * ratio, f64::from(SIZE.1) * ratio);
    picture.marks((size.0 as u32, size.1 as u32), &options(ratio), &width).expect("drawn")
}

fn options(ratio: f64) -> DrawOptions {
    DrawOptions { pixel_ratio: Some(ratio), ..DrawOptions::default() }
}

/// The middles of all discs of the plane, each once; the legend under it has discs of its own.
fn discs(drawing: &Drawing, told: &Marks, ratio: f64) -> Vec<(i32, i32)> {
    let frame = told.frame.expect("a plane");
    let foot = (frame.y + frame.height) * ratio + 1.0;
    let disc = |shape: &Shape| if let Shape::Disc(centre, _) = shape { Some(*centre) } else { None };
    let mut centres: Vec<(i32, i32)> =
        drawing.0.iter().filter_map(|stroke| disc(&stroke.shape)).filter(|centre| f64::from(centre.1) <= foot).collect();
    centres.sort_unstable();
    centres.dedup();
    centres
}

fn areas(drawing: &Drawing) -> usize {
    drawing.0.iter().filter(|stroke| matches!(stroke.shape, Shape::Area(_))).count()
}

#[test]
fn every_point_can_be_pointed_at_where_it_is_drawn_at_any_density() {
    let picture = picture("");
    for ratio in [1.0, 1.5, 3.0] {
        let told = marks(&picture, ratio);
        assert_eq!(told.marks.len(), 20);
        let mut centres: Vec<(i32, i32)> = told
            .marks
            .iter()
            .map(|mark| (((mark.x + mark.width / 2.0) * ratio).round() as i32, ((mark.y + mark.height / 2.0) * ratio).round() as i32))
            .collect();
        centres.sort_unstable();
        centres.dedup();
        assert_eq!(centres, discs(&drawn(&picture, ratio), &told, ratio), "at {ratio}");
    }
}

#[test]
fn marks_are_named_by_id_and_title_and_told_in_shares_of_the_plane() {
    let told = marks(&picture(""), 1.0);
    let frame = told.frame.expect("a plane");
    for mark in &told.marks {
        assert!(mark.id.starts_with("Attribute") && !mark.label.is_empty(), "{mark:?}");
        let across = (mark.x + mark.width / 2.0 - frame.x) / frame.width;
        let up = 1.0 - (mark.y + mark.height / 2.0 - frame.y) / frame.height;
        assert!((across - mark.across).abs() < 1e-9 && (up - mark.up).abs() < 1e-9, "{mark:?}");
    }
    assert!(frame.low < frame.high);
}

#[test]
fn a_part_of_the_plane_draws_its_points_alone_each_where_the_part_puts_it() {
    let whole = marks(&picture(""), 1.0);
    let part = picture(r#", "view": { "across": { "low": 0.25, "high": 0.75 }, "up": { "low": 0.4, "high": 0.9 } }"#);
    let told = marks(&part, 1.0);
    let (all, frame) = (whole.frame.expect("a plane"), told.frame.expect("a plane"));
    let value = |share: f64| all.low + (all.high - all.low) * share;
    assert!((frame.low - value(0.25)).abs() < 1e-9 && (frame.high - value(0.75)).abs() < 1e-9);
    let mut inside = 0;
    for (mark, before) in told.marks.iter().zip(&whole.marks) {
        assert_eq!((&mark.id, mark.across, mark.up), (&before.id, before.across, before.up), "where it lies in the whole stays");
        let across = (mark.x + mark.width / 2.0 - frame.x) / frame.width;
        assert!((across - (mark.across - 0.25) / 0.5).abs() < 1e-9);
        inside += usize::from((0.25..=0.75).contains(&mark.across) && (0.4..=0.9).contains(&mark.up));
    }
    assert!(inside > 0 && inside < 20, "{inside}");
    assert_eq!(discs(&drawn(&part, 1.0), &told, 1.0).len(), inside);
    // Nothing is drawn outside of the picture.
    for stroke in &drawn(&part, 1.0).0 {
        if let Shape::Line { spots, .. } = &stroke.shape {
            assert!(spots.iter().all(|(x, y)| (0..=720).contains(x) && (0..=560).contains(y)), "{stroke:?}");
        }
    }
}

#[test]
fn the_line_of_equal_priority_stays_where_it_is_in_whatever_part_is_drawn() {
    // The ends of the line, in shares of the whole plane.
    let line = |drawing: &Drawing, told: &Marks, view: [(f64, f64); 2]| {
        let frame = told.frame.expect("a plane");
        let share = |(x, y): (i32, i32)| {
            let (across, up) = ((f64::from(x) - frame.x) / frame.width, 1.0 - (f64::from(y) - frame.y) / frame.height);
            (view[0].0 + across * (view[0].1 - view[0].0), view[1].0 + up * (view[1].1 - view[1].0))
        };
        let slanting = drawing.0.iter().find_map(|stroke| match &stroke.shape {
            Shape::Line { spots, .. } if stroke.alpha == 6000 => match spots.as_slice() {
                [from, to] if from.0 != to.0 && from.1 != to.1 => Some([share(*from), share(*to)]),
                _ => None,
            },
            _ => None,
        });
        slanting.expect("a line of equal priority")
    };
    let whole = picture("");
    let [(x0, y0), (x1, y1)] = line(&drawn(&whole, 1.0), &marks(&whole, 1.0), [(0.0, 1.0); 2]);
    let height = |across: f64| y0 + (across - x0) / (x1 - x0) * (y1 - y0);
    for view in [[(0.25, 0.75), (0.4, 0.9)], [(0.3, 0.6), (0.25, 0.7)], [(0.44, 0.56), (0.4, 0.6)]] {
        let [across, up] = view;
        let json = format!(
            r#", "view": {{ "across": {{ "low": {}, "high": {} }}, "up": {{ "low": {}, "high": {} }} }}"#,
            across.0, across.1, up.0, up.1
        );
        let part = picture(&json);
        for (across, up) in line(&drawn(&part, 1.0), &marks(&part, 1.0), view) {
            // A pixel or two of 720 by 560.
            assert!((height(across) - up).abs() < 0.005, "{view:?}: at {across} {up}, {} of the whole", height(across));
        }
    }
}

#[test]
fn a_part_without_any_point_still_shows_where_the_quadrants_part() {
    let told = marks(&picture(""), 1.0);
    let frame = told.frame.expect("a plane");
    let written = |drawing: &Drawing| {
        let is_mean = |shape: &Shape| matches!(shape, Shape::Text(lettering) if lettering.text.starts_with("mean "));
        drawing.0.iter().filter(|stroke| is_mean(&stroke.shape)).count()
    };
    assert_eq!(written(&drawn(&picture(""), 1.0)), 2);
    let json = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/quadrants_derived.json")).expect("a file");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let cross = json["crosshair"]["performance"].as_f64().expect("a crosshair");
    let across = (cross - frame.low) / (frame.high - frame.low);
    let (low, high) = (across - 0.02, across + 0.02);
    assert!(!told.marks.iter().any(|mark| (low..=high).contains(&mark.across) && mark.up < 0.06), "there is a point");
    let part = picture(&format!(r#", "view": {{ "across": {{ "low": {low}, "high": {high} }}, "up": {{ "low": 0.0, "high": 0.05 }} }}"#));
    assert_eq!(discs(&drawn(&part, 1.0), &marks(&part, 1.0), 1.0), []);
    assert_eq!(written(&drawn(&part, 1.0)), 1, "the line of performance lies in it, that of importance does not");
}

#[test]
fn a_part_that_is_none_is_the_whole() {
    let upside_down = picture(r#", "view": { "across": { "low": 0.75, "high": 0.25 }, "up": { "low": 0.5, "high": 0.5 } }"#);
    assert_eq!(drawn(&upside_down, 1.0), drawn(&picture(""), 1.0));
}

#[test]
fn an_arrow_runs_from_where_an_attribute_was_and_the_plane_holds_both_ends() {
    let whole = marks(&picture(""), 1.0);
    let plain = drawn(&picture(""), 1.0);
    let moved = picture(
        r#", "shifts": [{ "id": "Attribute 03", "from": { "performance": 3.5, "importance": 0.2 } }, { "id": "nobody", "from": { "performance": 1 } }]"#,
    );
    let told = marks(&moved, 1.0);
    let (before, frame) = (whole.frame.expect("a plane"), told.frame.expect("a plane"));
    assert!(before.low > 3.5 && frame.low < 3.5, "the plane reaches to where it was");
    assert_eq!(areas(&drawn(&moved, 1.0)), areas(&plain) + 1, "one head");
    let still = picture(r#", "shifts": [{ "id": "Attribute 03" }]"#);
    assert_eq!(drawn(&still, 1.0), plain, "what has not moved has no arrow");
    let supposed = picture(r#", "shifts": [{ "id": "Attribute 03", "to": { "performance": 9.9 } }]"#);
    assert!(marks(&supposed, 1.0).frame.expect("a plane").high > 9.9);
    assert_eq!(areas(&drawn(&supposed, 1.0)), areas(&plain) + 1);
}
