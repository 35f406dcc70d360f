//! What the painters paint, told by a reader of their pictures.

use super::*;

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Move(f64, f64),
    Line(f64, f64),
    Curve(f64, f64, f64, f64),
    Circle(f64, f64, f64),
    Close,
}

type Path = Vec<Step>;

const COLOURS: [Colour; 5] = [Colour::Surface, Colour::Text, Colour::Muted, Colour::Accent, Colour::Low];

/// What was painted.
#[derive(Debug, Default, PartialEq)]
struct Painted {
    fills: Vec<(Path, Colour, f64)>,
    strokes: Vec<(Path, Colour, f64)>,
    numbers: Vec<(f64, Colour)>,
}

/// Reads a picture as a page does.
fn read(picture: Picture) -> Painted {
    let mut painted = Painted::default();
    let (mut path, mut fresh) = (Path::new(), true);
    let mut numbers = picture.into_numbers().into_iter();
    while let Some(step) = numbers.next() {
        let mut next = || numbers.next().unwrap();
        if step < 5.0 && std::mem::take(&mut fresh) {
            path.clear();
        }
        match step {
            0.0 => path.push(Step::Move(next(), next())),
            1.0 => path.push(Step::Line(next(), next())),
            2.0 => path.push(Step::Curve(next(), next(), next(), next())),
            3.0 => path.push(Step::Circle(next(), next(), next())),
            4.0 => path.push(Step::Close),
            5.0 => painted.fills.push((path.clone(), COLOURS[next() as usize], next())),
            6.0 => {
                let (colour, _, width) = (COLOURS[next() as usize], next(), next());
                painted.strokes.push((path.clone(), colour, width));
            }
            7.0 => {
                let [number, _, _, _, _, colour] = [(); 6].map(|()| next());
                painted.numbers.push((number, COLOURS[colour as usize]));
            }
            other => panic!("{other} is no step"),
        }
        fresh |= step >= 5.0;
    }
    painted
}

fn marks(style: Style) -> Marks {
    Marks { style, levels: 5, first: 1.0, step: 1.0, chosen: None, hovered: None, focused: None, grown: 1.0, mirrored: false }
}

fn painted(marks: &Marks) -> Painted {
    read(marks.paint(320.0))
}

fn points(path: &Path) -> Vec<(f64, f64)> {
    let reach = |step: &Step| match *step {
        Step::Move(x, y) | Step::Line(x, y) | Step::Curve(_, _, x, y) => vec![(x, y)],
        Step::Circle(x, y, r) => vec![(x - r, y - r), (x + r, y + r)],
        Step::Close => Vec::new(),
    };
    path.iter().flat_map(reach).collect()
}

#[test]
fn every_look_stays_on_its_canvas_whatever_its_state() {
    for &style in Style::ALL {
        for state in 0..8 {
            let some = |bit: u8| (state & bit != 0).then_some(4);
            let marks = Marks { chosen: some(1), hovered: some(2), focused: some(4), ..marks(style) };
            let layout = style.layout(5, 320.0, false);
            let canvas = painted(&marks);
            for (path, ..) in canvas.fills.iter().chain(&canvas.strokes) {
                for (x, y) in points(path) {
                    assert!((-1.0..=321.0).contains(&x) && (-1.0..=layout.height + 1.0).contains(&y), "{style:?} {state}: {x} {y}");
                }
            }
        }
    }
}

#[test]
fn the_chosen_the_hovered_and_the_focused_mark_each_look_different_in_every_look() {
    for &style in Style::ALL {
        let plain = painted(&marks(style));
        let chosen = painted(&Marks { chosen: Some(3), ..marks(style) });
        let hovered = painted(&Marks { hovered: Some(3), ..marks(style) });
        let focused = painted(&Marks { focused: Some(3), ..marks(style) });
        let all = [&plain, &chosen, &hovered, &focused];
        for (index, one) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other != one), "{style:?} {index}");
        }
    }
}

#[test]
fn stars_fill_up_to_the_chosen_one() {
    let filled = painted(&Marks { chosen: Some(2), ..marks(Style::Stars) }).fills;
    assert_eq!(filled.len(), 3);
}

#[test]
fn the_mouth_frowns_at_the_lowest_and_smiles_at_the_highest() {
    let bends: Vec<f64> = painted(&marks(Style::Faces))
        .strokes
        .iter()
        .filter_map(|(path, ..)| match path.as_slice() {
            [Step::Move(_, corner), Step::Curve(_, middle, ..)] => Some(middle - corner),
            _ => None,
        })
        .collect();
    assert_eq!(bends.len(), 5);
    assert!(bends[0] < 0.0 && bends[4] > 0.0 && bends[2].abs() < 1e-9);
    assert!(bends.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn numbers_are_written_from_the_scale_and_the_chosen_one_stands_out() {
    let numbers = painted(&Marks { first: 0.0, step: 0.1, chosen: Some(3), ..marks(Style::Numbers) }).numbers;
    let others = Colour::Text;
    assert_eq!(numbers, [(0.0, others), (0.1, others), (0.2, others), (0.3, Colour::Surface), (0.4, others)]);
}

#[test]
fn a_slider_through_zero_fills_from_zero_and_a_mirrored_one_the_other_way() {
    let comparison = Marks { levels: 17, first: -8.0, chosen: Some(12), ..marks(Style::Slider) };
    let ends = |marks: &Marks| {
        let strokes = painted(marks).strokes;
        let line = strokes.iter().find(|(_, colour, width)| *colour == Colour::Accent && *width == 6.0).unwrap().0.clone();
        points(&line)
    };
    assert_eq!(ends(&comparison)[0].0, 160.0);
    assert!(ends(&comparison)[1].0 > 160.0);
    assert!(ends(&Marks { mirrored: true, ..comparison })[1].0 < 160.0);
}

#[test]
fn a_balance_tips_to_the_side_that_the_thumb_went_to_and_is_level_before_that() {
    // The beam is the first line in the colour of words.
    let beam = |marks: &Marks| {
        let strokes = painted(marks).strokes;
        let line = points(&strokes.iter().find(|(path, colour, _)| *colour == Colour::Text && path.len() == 2).unwrap().0);
        line[1].1 - line[0].1
    };
    let comparison = Marks { levels: 17, first: -8.0, ..marks(Style::Balance) };
    assert_eq!(beam(&comparison), 0.0);
    assert_eq!(beam(&Marks { chosen: Some(8), ..comparison.clone() }), 0.0);
    let [slight, most] = [9, 16].map(|level| beam(&Marks { chosen: Some(level), ..comparison.clone() }));
    assert!(0.0 < slight && slight < most);
    assert_eq!(beam(&Marks { chosen: Some(16), mirrored: true, ..comparison }), -most);
}

#[test]
fn a_place_on_the_plane_has_the_values_that_are_painted_there() {
    for mirrored in [false, true] {
        let plane = Plane { side: 300.0, points: Vec::new(), mirrored };
        for satisfaction in 0..=100 {
            let importance = (satisfaction * 37) % 101;
            let (x, y) = plane.place(f64::from(satisfaction) / 100.0, f64::from(importance) / 100.0);
            assert_eq!(plane.values(x, y), [f64::from(satisfaction), f64::from(importance)]);
        }
        assert_eq!(plane.values(-50.0, 900.0), [if mirrored { 100.0 } else { 0.0 }, 0.0]);
    }
}

#[test]
fn points_stay_on_the_plane_and_the_selected_one_lies_on_top() {
    let point = |number, selected| Point { number, satisfaction: 1.0, importance: 0.0, selected, focused: true };
    let painted = read(Plane { side: 300.0, points: vec![point(1, true), point(2, false)], mirrored: false }.paint());
    for (path, ..) in painted.fills.iter().chain(&painted.strokes) {
        assert!(points(path).iter().all(|(x, y)| (0.0..=300.0).contains(x) && (0.0..=300.0).contains(y)));
    }
    assert_eq!(painted.numbers, [(2.0, Colour::Text), (1.0, Colour::Surface)]);
}

#[test]
fn a_finger_near_a_disc_takes_the_nearest_and_of_two_in_one_place_the_selected() {
    for mirrored in [false, true] {
        let point = |number, satisfaction, importance, selected| Point { number, satisfaction, importance, selected, focused: false };
        let points = vec![point(1, 0.2, 0.5, false), point(2, 0.3, 0.5, false), point(3, 0.9, 0.9, false), point(4, 0.9, 0.9, true)];
        let plane = Plane { side: 400.0, points, mirrored };
        let near = |satisfaction, importance, right: f64| {
            let (x, y) = plane.place(satisfaction, importance);
            plane.at(x + if mirrored { -right } else { right }, y)
        };
        assert_eq!((near(0.2, 0.5, 0.0), near(0.2, 0.5, 17.0), near(0.2, 0.5, 20.0)), (Some(1), Some(1), Some(2)));
        assert_eq!((near(0.3, 0.5, 21.0), near(0.3, 0.5, 23.0)), (Some(2), None));
        assert_eq!(near(0.9, 0.9, 5.0), Some(4));
        assert_eq!(near(0.5, 0.1, 0.0), None);
    }
}
