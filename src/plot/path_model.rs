//! The path model: constructs as boxes, layer under layer, and what each does to the next.

use super::geometry::{Area, Spot};
use super::legend::{self, Entry, Sign};
use super::number;
use super::order::ascending;
use super::paragraph;
use super::pen::{Align, Drawn, Ink, Pen};
use super::picture::{Plot, sentences};
use super::titles::title;
use super::words::Words;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The result of `pathModel`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PathModelChart {
        /// Whether the weights settled.
        converged: bool,
        /// How many rounds it took.
        iterations: f64,
        /// How many answers it rests on.
        n: Option<f64>,
        /// The coefficient of each arrow, by `from -> to`.
        paths: Entries<f64>,
        /// The effects over all ways.
        total_effects: Entries<f64> = "totalEffects",
        /// What is explained of each construct, 0..=1.
        r2: Entries<Option<f64>>,
        /// The items' weights.
        weights: Entries<f64>,
        /// The items' loadings.
        loadings: Entries<f64>,
        /// The constructs' indices, 0..=100.
        index100: Entries<Option<f64>>,
        /// What the constructs are called.
        titles: Option<Entries<String>>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

/// An arrow between two constructs, by their places.
struct Arrow {
    from: usize,
    to: usize,
    coefficient: f64,
}

/// What stands in a layer: a construct, or an arrow on its way to a lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Construct(usize),
    Passing(usize),
}

impl Item {
    /// The part of the room that it takes; a box takes 1.
    fn width(self) -> f64 {
        if matches!(self, Self::Construct(_)) { 1.0 } else { 0.4 }
    }
}

const INSET: f64 = 14.0;
const BOX: f64 = 54.0;
const BETWEEN: f64 = 50.0;
/// A box is at most this wide, and takes this part of its room.
const WIDEST: f64 = 190.0;
const FILLED: f64 = 0.82;
const ROUNDS: usize = 4;
const TEXT: f64 = 12.0;

impl Plot for PathModelChart {
    /// `Path model. n = 250. Quality → Value 0.56. … Quality R² 0.31.`
    fn summary(&self, words: &Words) -> String {
        let mut parts = vec![self.title.clone().unwrap_or_else(|| words.path_model().to_owned())];
        parts.extend(self.n.map(|n| text!("n = {}", number::count(n))));
        let name = |place: usize| self.name(place);
        parts.extend(
            self.arrows().iter().map(|arrow| text!("{} → {} {}", name(arrow.from), name(arrow.to), number::fixed(arrow.coefficient, 2))),
        );
        parts.extend((0..self.r2.0.len()).map(|place| text!("{} {}", name(place), self.told(place))));
        sentences(&parts)
    }

    fn height(&self, width: f64) -> f64 {
        let layers = self.layers(&self.arrows()).len() as f64;
        self.top() + layers * (BOX + BETWEEN) - BETWEEN + 18.0 + legend::height(&legend(Words::of("")), width - 2.0 * INSET)
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let (page, theme) = (pen.page(), pen.theme);
        let arrows = self.arrows();
        let mut layers = self.layers(&arrows);
        if layers.is_empty() {
            return pen.text(pen.words.nothing(), page.centre(), Align::Middle, Ink::plain(14.0, theme.muted));
        }
        uncross(&mut layers, &arrows);
        let room = page.width() - 2.0 * INSET;
        let entries = legend(pen.words);
        let foot = 10.0 + legend::height(&entries, room);
        if let Some(title) = &self.title {
            let ink = Ink::bold(15.0, theme.text);
            pen.text(&pen.fitted(title, room, ink)?, Spot { x: INSET, y: 20.0 }, Align::Start, ink)?;
        }
        if let Some(n) = self.n {
            let text = text!("n = {}", number::count(n));
            pen.text(&text, Spot { x: page.right - INSET, y: self.top() - 16.0 }, Align::End, Ink::plain(TEXT, theme.muted))?;
        }
        let frame = Area { left: INSET, top: self.top(), right: page.right - INSET, bottom: page.bottom - foot - 8.0 };
        let diagram = Diagram::of(&layers, &arrows, &frame);
        let mut taken: Vec<Area> = diagram.boxes.clone();
        let mut labels = Vec::new();
        for (arrow, way) in arrows.iter().zip(&diagram.ways) {
            let colour = if arrow.coefficient < 0.0 { theme.concentrate } else { theme.muted };
            draw_arrow(pen, way, 1.0 + 3.0 * arrow.coefficient.abs().min(1.0), colour)?;
            let text = number::fixed(arrow.coefficient, 2);
            let ink = Ink::bold(TEXT, if arrow.coefficient < 0.0 { theme.concentrate } else { theme.text });
            let area = beside(way, pen.width(&text, ink)? + 6.0, &taken);
            taken.push(area);
            labels.push((text, area, ink));
        }
        for (text, area, ink) in labels {
            pen.rectangle(&area, theme.surface.faded(0.9))?;
            pen.text(&text, area.centre(), Align::Middle, ink)?;
        }
        for (place, area) in diagram.boxes.iter().enumerate() {
            self.draw_box(pen, place, area)?;
        }
        legend::draw(&entries, pen, Spot { x: INSET, y: page.bottom - foot }, room)
    }
}

impl PathModelChart {
    fn top(&self) -> f64 {
        if self.title.is_some() { 56.0 } else { 30.0 }
    }

    fn name(&self, place: usize) -> &str {
        self.r2.0.get(place).map_or("", |(id, _)| title(self.titles.as_ref(), id))
    }

    /// `R² 0.62 · 74.1`
    fn told(&self, place: usize) -> String {
        let Some((id, r2)) = self.r2.0.get(place) else { return String::new() };
        let r2 = r2.map(|r2| text!("R² {}", number::fixed(r2, 2)));
        let index = self.index100.get(id).copied().flatten().map(|index| number::fixed(index, 1));
        r2.into_iter().chain(index).collect::<Vec<_>>().join(" · ")
    }

    fn arrows(&self) -> Vec<Arrow> {
        let place = |name: &str| self.r2.0.iter().position(|(id, _)| id == name);
        let arrow = |(ends, coefficient): &(String, f64)| {
            let (from, to) = ends.split_once(" -> ")?;
            Some(Arrow { from: place(from)?, to: place(to)?, coefficient: *coefficient })
        };
        self.paths.0.iter().filter_map(arrow).collect()
    }

    /// Each construct one layer below the lowest that acts on it, in the model's order; arrows that pass a layer have a place in it.
    fn layers(&self, arrows: &[Arrow]) -> Vec<Vec<Item>> {
        let mut depth = vec![0_usize; self.r2.0.len()];
        for _ in 0..depth.len() {
            for arrow in arrows {
                // In a circle there is no lowest: then the rounds end it.
                depth[arrow.to] = depth[arrow.to].max(depth[arrow.from] + 1).min(depth.len() - 1);
            }
        }
        let mut layers = vec![Vec::new(); depth.iter().max().map_or(0, |deepest| deepest + 1)];
        for (place, depth) in depth.iter().enumerate() {
            layers[*depth].push(Item::Construct(place));
        }
        for (place, arrow) in arrows.iter().enumerate() {
            for layer in layers.iter_mut().take(depth[arrow.to]).skip(depth[arrow.from] + 1) {
                layer.push(Item::Passing(place));
            }
        }
        layers
    }

    fn draw_box(&self, pen: &Pen<'_>, place: usize, area: &Area) -> Drawn {
        let theme = pen.theme;
        pen.rectangle(area, theme.surface)?;
        pen.rectangle(area, theme.accent.faded(0.1))?;
        pen.frame(area, 1.5, theme.accent)?;
        let (bold, plain) = (Ink::bold(TEXT, theme.text), Ink::plain(TEXT - 1.0, theme.text));
        let room = area.width() - 8.0;
        let mut names = paragraph::rows(self.name(place), room, TEXT, true);
        if names.len() > 2 {
            // What does not fit in two rows ends in an ellipsis.
            let rest = names.split_off(1).join(" ");
            names.push(rest);
        }
        let told = self.told(place);
        let rows = names.len() + usize::from(!told.is_empty());
        let y = |row: usize| area.centre().y + 15.0 * (row as f64 - (rows as f64 - 1.0) / 2.0);
        for (row, name) in names.iter().enumerate() {
            pen.text(&pen.fitted(name, room, bold)?, Spot { x: area.centre().x, y: y(row) }, Align::Middle, bold)?;
        }
        pen.text(&pen.fitted(&told, room, plain)?, Spot { x: area.centre().x, y: y(names.len()) }, Align::Middle, plain)
    }
}

fn legend(words: &Words) -> Vec<Entry> {
    vec![Entry::new(Sign::None, words.path_arrows()), Entry::new(Sign::None, words.path_boxes())]
}

/// Orders each layer by where its items' neighbours stand, down and up in turns (Sugiyama, Tagawa & Toda 1981).
fn uncross(layers: &mut [Vec<Item>], arrows: &[Arrow]) {
    let steps = layers.len();
    for round in 0..ROUNDS {
        for step in 1..steps {
            let (own, other) = if round % 2 == 0 { (step, step - 1) } else { (steps - 1 - step, steps - step) };
            let fixed = layers[other].clone();
            let wanted = layers[own].iter().map(|item| {
                let near: Vec<f64> = (0..).zip(&fixed).filter(|(_, one)| meet(*item, **one, arrows)).map(|(at, _)| at as f64).collect();
                let middle = (fixed.len() as f64 - 1.0) / 2.0;
                if near.is_empty() { middle } else { near.iter().sum::<f64>() / near.len() as f64 }
            });
            let order = ascending(wanted.collect::<Vec<f64>>().into_iter());
            layers[own] = order.into_iter().filter_map(|at| layers[own].get(at).copied()).collect();
        }
    }
}

/// Whether an arrow leads from one item to the other, in neighbouring layers.
fn meet(one: Item, other: Item, arrows: &[Arrow]) -> bool {
    let touches = |place: usize, arrow: &Arrow| arrow.from == place || arrow.to == place;
    match (one, other) {
        (Item::Construct(a), Item::Construct(b)) => arrows.iter().any(|arrow| touches(a, arrow) && touches(b, arrow)),
        (Item::Construct(a), Item::Passing(b)) | (Item::Passing(b), Item::Construct(a)) => {
            arrows.get(b).is_some_and(|arrow| touches(a, arrow))
        }
        (Item::Passing(a), Item::Passing(b)) => a == b,
    }
}

/// Where everything is.
struct Diagram {
    /// Of each construct.
    boxes: Vec<Area>,
    /// Of each arrow: from a box, past others, to a box.
    ways: Vec<Vec<Spot>>,
}

impl Diagram {
    fn of(layers: &[Vec<Item>], arrows: &[Arrow], frame: &Area) -> Self {
        let widths = layers.iter().map(|layer| layer.iter().map(|item| item.width()).sum::<f64>());
        let unit = (frame.width() / widths.fold(1.0, f64::max)).min(WIDEST / FILLED);
        let pitch = (frame.height() - BOX) / (layers.len().max(2) - 1) as f64;
        let count = layers.iter().flatten().filter(|item| matches!(item, Item::Construct(_))).count();
        let mut boxes = vec![Area { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 }; count];
        let mut bends: Vec<Vec<Spot>> = vec![Vec::new(); arrows.len()];
        for (layer, row) in layers.iter().zip(0_u32..) {
            let mut x = frame.centre().x - unit * layer.iter().map(|item| item.width()).sum::<f64>() / 2.0;
            let y = frame.top + BOX / 2.0 + pitch * f64::from(row);
            for item in layer {
                let centre = Spot { x: x + unit * item.width() / 2.0, y };
                x += unit * item.width();
                match *item {
                    Item::Construct(place) => boxes[place] = Area::around(centre, unit * FILLED, BOX),
                    // Upright past the layer, so that it keeps clear of the boxes beside it.
                    Item::Passing(arrow) => bends[arrow].extend([Spot { y: y - BOX / 2.0, ..centre }, Spot { y: y + BOX / 2.0, ..centre }]),
                }
            }
        }
        let ways = (0..arrows.len()).map(|own| way(own, arrows, &boxes, &bends)).collect();
        Self { boxes, ways }
    }
}

/// An arrow's way; arrows that leave or reach a box share its side, in the order of where they lead.
fn way(own: usize, arrows: &[Arrow], boxes: &[Area], bends: &[Vec<Spot>]) -> Vec<Spot> {
    let arrow = &arrows[own];
    let next = |at: usize| bends[at].first().map_or(boxes[arrows[at].to].centre().x, |bend| bend.x);
    let before = |at: usize| bends[at].last().map_or(boxes[arrows[at].from].centre().x, |bend| bend.x);
    let share = |side: &dyn Fn(usize) -> bool, towards: &dyn Fn(usize) -> f64| {
        let together: Vec<usize> = (0..arrows.len()).filter(|&at| side(at)).collect();
        let left = together.iter().filter(|&&at| (towards(at), at) < (towards(own), own)).count();
        (left as f64 + 1.0) / (together.len() as f64 + 1.0)
    };
    let (from, to) = (&boxes[arrow.from], &boxes[arrow.to]);
    let leaves = from.left + from.width() * share(&|at| arrows[at].from == arrow.from, &next);
    let reaches = to.left + to.width() * share(&|at| arrows[at].to == arrow.to, &before);
    let mut spots = vec![Spot { x: leaves, y: from.bottom }];
    spots.extend(&bends[own]);
    spots.push(Spot { x: reaches, y: to.top });
    spots
}

/// Room for a label on the way, where nothing is yet.
fn beside(way: &[Spot], width: f64, taken: &[Area]) -> Area {
    const SHARES: [f64; 9] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.15, 0.85];
    let mut legs: Vec<(Spot, Spot)> = way.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
    // The slanted legs between layers first; those that pass a box are narrow.
    legs.sort_by_key(|(from, to)| from.x == to.x && way.len() > 2);
    let places = SHARES.iter().flat_map(|share| {
        legs.iter().map(move |(from, to)| Spot { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    });
    let mut areas = places.map(|centre| Area::around(centre, width, 16.0));
    let first = areas.next();
    let free = |area: &Area| !taken.iter().any(|other| other.overlaps(area));
    let found = first.into_iter().chain(areas).find(free);
    found.or(first).unwrap_or(Area { left: 0.0, top: 0.0, right: width, bottom: 16.0 })
}

/// A line and its head.
fn draw_arrow(pen: &Pen<'_>, way: &[Spot], width: f64, colour: super::colour::Colour) -> Drawn {
    let [.., before, end] = way else { return Ok(()) };
    let length = before.distance(*end).max(1e-9);
    let (dx, dy) = ((end.x - before.x) / length, (end.y - before.y) / length);
    let (long, wide) = (8.0 + width, 3.0 + width);
    let neck = Spot { x: end.x - dx * long, y: end.y - dy * long };
    let mut line = way.to_vec();
    if let Some(last) = line.last_mut() {
        *last = neck;
    }
    pen.path(&line, width, colour)?;
    let side = |sign: f64| Spot { x: neck.x - dy * wide * sign, y: neck.y + dx * wide * sign };
    pen.area(&[*end, side(1.0), side(-1.0)], colour)
}

#[cfg(test)]
mod tests {
    use super::{Arrow, BETWEEN, BOX, Diagram, Item, PathModelChart, uncross};
    use crate::plot::geometry::Area;
    use crate::value::Value;

    fn chart(constructs: &[&str], arrows: &[&str]) -> PathModelChart {
        let r2: Vec<String> = constructs.iter().map(|name| format!("\"{name}\": null")).collect();
        let paths: Vec<String> = arrows.iter().map(|ends| format!("\"{ends}\": 0.5")).collect();
        let json = format!(
            r#"{{"converged": true, "iterations": 9, "paths": {{{}}}, "totalEffects": {{}}, "r2": {{{}}}, "weights": {{}}, "loadings": {{}}, "index100": {{}}}}"#,
            paths.join(", "),
            r2.join(", ")
        );
        Value::from_json(&json).and_then(|value| value.read()).expect("a chart")
    }

    fn national() -> PathModelChart {
        chart(
            &["expectation", "quality", "value", "satisfaction", "complaints", "loyalty"],
            &[
                "expectation -> quality",
                "expectation -> value",
                "expectation -> satisfaction",
                "quality -> value",
                "quality -> satisfaction",
                "value -> satisfaction",
                "satisfaction -> complaints",
                "satisfaction -> loyalty",
                "complaints -> loyalty",
            ],
        )
    }

    fn laid_out(chart: &PathModelChart, width: f64) -> (Vec<Vec<Item>>, Vec<Arrow>, Diagram) {
        let arrows = chart.arrows();
        let mut layers = chart.layers(&arrows);
        uncross(&mut layers, &arrows);
        let bottom = layers.len() as f64 * (BOX + BETWEEN);
        let diagram = Diagram::of(&layers, &arrows, &Area { left: 0.0, top: 0.0, right: width, bottom });
        (layers, arrows, diagram)
    }

    #[test]
    fn every_arrow_of_the_national_index_leads_down_past_no_box() {
        for width in [320.0, 700.0] {
            let (layers, arrows, diagram) = laid_out(&national(), width);
            assert_eq!(layers.len(), 6);
            for (at, area) in diagram.boxes.iter().enumerate() {
                assert!(area.left >= 0.0 && area.right <= width, "box {at} leaves the picture");
                assert!(diagram.boxes.iter().take(at).all(|other| !other.overlaps(area)), "box {at} covers another");
            }
            for (arrow, way) in arrows.iter().zip(&diagram.ways) {
                for leg in way.windows(2) {
                    assert!(leg[0].y <= leg[1].y);
                    for (place, area) in diagram.boxes.iter().enumerate() {
                        let inner = area.grown(-1.0);
                        assert!(inner.clip(leg[0], leg[1]).is_none(), "{} -> {} crosses {place} at {width}", arrow.from, arrow.to);
                    }
                }
            }
        }
    }

    #[test]
    fn arrows_in_a_circle_and_constructs_without_arrows_still_have_places() {
        let (layers, ..) = laid_out(&chart(&["a", "b", "c"], &["a -> b", "b -> a"]), 300.0);
        assert_eq!(layers.iter().flatten().filter(|item| matches!(item, Item::Construct(_))).count(), 3);
        assert!(chart(&[], &[]).layers(&[]).is_empty());
    }
}
