//! Where the names of points go, so that none covers another, a point, or the frame.

use std::collections::VecDeque;
use std::f64::consts::{FRAC_1_SQRT_2, PI};

use super::geometry::{Area, Spot};
use super::order::ascending;

/// A point that wants a name beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// Its middle.
    pub centre: Spot,
    /// How far it reaches.
    pub radius: f64,
    /// How wide its name is.
    pub width: f64,
    /// How high its name is.
    pub height: f64,
}

/// Where a name goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The room of the name.
    pub area: Area,
    /// A line from the point to the name, where the two are not side by side.
    pub leader: Option<(Spot, Spot)>,
}

/// What names must keep clear of, beside the points and each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Surroundings {
    /// Names stay inside.
    pub frame: Area,
    /// Names stay outside of each.
    pub taken: Vec<Area>,
    /// Names would rather not lie on these lines.
    pub lines: Vec<(Spot, Spot)>,
}

/// Air between a point and its name.
const GAP: f64 = 3.0;
/// Air around a name.
const MARGIN: f64 = 1.0;
/// From here on a name needs a line to its point; from there on if another point is about as near.
const LEADER_FROM: f64 = 6.5;
const DOUBT_FROM: f64 = 4.5;
/// What it costs, in pixels of distance, to be near another point, to lie on a line, to lead past a point, and to cross a name
/// or a leader.
const DOUBT: f64 = 7.0;
const ON_LINE: f64 = 5.0;
const PAST_POINT: f64 = 18.0;
const CROSSING: f64 = 24.0;
/// What it costs to drive a name from its place, the first time.
const EVICTION: f64 = 40.0;

/// Places a name for every point; `None` when there is no room for all.
///
/// Each point has a list of places, nearest first: eight beside it, then rings around it, then anywhere in the frame; the list grows as
/// far as it is read, and most names find their place at its beginning.
/// Names are placed one by one, the most cramped first; each takes the place that costs least and drives out the names it
/// would cover, which then look for another; a name that was driven out often becomes dear to drive out. At last every name
/// moves nearer if it can. No chance is involved: the same points give the same picture.
pub fn place(anchors: &[Anchor], around: &Surroundings) -> Option<Vec<Label>> {
    let room = |area: &Area| area.width().max(0.0) * area.height().max(0.0);
    let words: f64 = anchors.iter().map(|anchor| room(&Area::around(anchor.centre, anchor.width, anchor.height).grown(MARGIN))).sum();
    let points: f64 = anchors.iter().map(|anchor| PI * anchor.radius * anchor.radius).sum();
    let free = room(&around.frame) - around.taken.iter().map(room).sum::<f64>() - points;
    if words > MOST_FILLED * free {
        return None; // To find that out by trying takes a thousand times as long as drawing.
    }
    [Reach::Near, Reach::Far, Reach::Anywhere].into_iter().find_map(|reach| {
        let places = |own| Places::of(own, anchors, around, reach);
        settle(&mut (0..anchors.len()).map(places).collect::<Option<Vec<_>>>()?)
    })
}

/// How far from its point a name may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Near,
    Far,
    Anywhere,
}

/// Names that would fill more of the room than this part are not worth a try.
const MOST_FILLED: f64 = 0.36;
/// So many times each name may look for a place before it is given up.
const PATIENCE: usize = 12;

/// One place for a name, and what it costs before other names are looked at: the distance at least, all of it once it is checked.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    label: Label,
    cost: f64,
    checked: bool,
}

/// East first, as one reads; then the other sides, then the corners.
const SIDES: [(f64, f64); 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)];
const RINGS: [f64; 16] = [10.0, 18.0, 28.0, 40.0, 56.0, 76.0, 100.0, 130.0, 170.0, 205.0, 240.0, 280.0, 325.0, 375.0, 430.0, 490.0];
/// So many of them are near.
const NEAR_RINGS: usize = 9;
/// What it costs to lie on a ring, and anywhere, beside the distance.
const ON_RING: f64 = 4.0;
const ON_RASTER: f64 = 8.0;
/// The least distance of a name on a ring, as a share of the ring's radius: it faces its point with a side, up to 22.5 degrees aside, or with a
/// corner.
const NEAREST: f64 = 0.92;
/// A quarter of the sixteen directions around a point: (cos, sin) of 0, 22.5, 45 and 67.5 degrees.
const QUARTER: [(f64, f64); 4] = [
    (1.0, 0.0),
    (0.923_879_532_511_286_7, 0.382_683_432_365_089_8),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.382_683_432_365_089_8, 0.923_879_532_511_286_7),
];

/// The places of one name, found as far as they are asked for.
struct Places<'a> {
    own: usize,
    anchor: &'a Anchor,
    anchors: &'a [Anchor],
    around: &'a Surroundings,
    found: Vec<Candidate>,
    /// The rings that were not looked at.
    rings: &'static [f64],
}

impl<'a> Places<'a> {
    fn of(own: usize, anchors: &'a [Anchor], around: &'a Surroundings, reach: Reach) -> Option<Self> {
        let anchor = anchors.get(own)?;
        let rings = if reach == Reach::Near { &RINGS[..NEAR_RINGS] } else { &RINGS };
        let mut places = Self { own, anchor, anchors, around, found: Vec::new(), rings };
        for (rank, &(x, y)) in SIDES.iter().enumerate() {
            let reach = anchor.radius + GAP;
            // In a corner the name may come closer, since the point is round.
            let (x, y) = if x != 0.0 && y != 0.0 { (x * reach * 0.6, y * reach * 0.75) } else { (x * reach, y * reach) };
            places.add(beyond(anchor, x, y), rank as f64 * 0.5);
        }
        if reach == Reach::Anywhere {
            raster(anchor, &around.frame).for_each(|area| places.add(area, ON_RASTER));
        }
        Some(places)
    }

    /// The next place from a rank on that by itself costs less than this; the rank moves on.
    fn cheaper(&mut self, than: f64, rank: &mut usize) -> Option<Candidate> {
        loop {
            while let Some(place) = self.found.get_mut(*rank) {
                *rank += 1;
                if place.cost < than && !place.checked {
                    check(place, self.own, self.anchors, self.around);
                }
                if place.cost < than {
                    return Some(*place);
                }
            }
            let (ring, rest) = self.rings.split_first()?;
            let reach = self.anchor.radius + ring;
            if than <= ON_RING + NEAREST * reach - self.anchor.radius {
                return None;
            }
            self.rings = rest;
            for turn in 0..4 {
                for (x, y) in QUARTER {
                    let (x, y) = [(x, y), (-y, x), (-x, -y), (y, -x)][turn];
                    self.add(beyond(self.anchor, reach * x, reach * y), ON_RING);
                }
            }
        }
    }

    fn add(&mut self, area: Area, cost: f64) {
        if self.around.frame.holds(&area) {
            let cost = cost + distance(self.anchor, &area);
            self.found.push(Candidate { label: Label { area, leader: None }, cost, checked: false });
        }
    }
}

/// How far a name begins from its point.
fn distance(anchor: &Anchor, area: &Area) -> f64 {
    (area.nearest(anchor.centre).distance(anchor.centre) - anchor.radius).max(0.0)
}

/// The room of a name that lies this far from the point, on the side the shift points to.
fn beyond(anchor: &Anchor, dx: f64, dy: f64) -> Area {
    let side = |d: f64, size: f64| if d.abs() < 1e-6 { 0.0 } else { d.signum() * size / 2.0 };
    // Right above or below, the name is centred; a little aside it slides along smoothly.
    let slide = if dx.abs() < dy.abs() { dx / dy.abs() * anchor.width / 2.0 } else { side(dx, anchor.width) };
    let drop = if dy.abs() < dx.abs() { dy / dx.abs() * anchor.height / 2.0 } else { side(dy, anchor.height) };
    Area::around(Spot { x: anchor.centre.x + dx + slide, y: anchor.centre.y + dy + drop }, anchor.width, anchor.height)
}

/// Every place of a coarse raster.
fn raster<'a>(anchor: &'a Anchor, frame: &'a Area) -> impl Iterator<Item = Area> + 'a {
    let (across, down) = (12.0_f64, anchor.height + 2.0 * MARGIN);
    let columns = ((frame.width() - anchor.width) / across).max(0.0) as u32;
    let rows = ((frame.height() - anchor.height) / down).max(0.0) as u32;
    (0..=rows).flat_map(move |row| {
        (0..=columns).map(move |column| {
            let (left, top) = (frame.left + f64::from(column) * across, frame.top + f64::from(row) * down);
            Area { left, top, right: left + anchor.width, bottom: top + anchor.height }
        })
    })
}

/// Finds out what lies in the way of a place; one that is not free costs infinitely much.
fn check(place: &mut Candidate, own: usize, anchors: &[Anchor], around: &Surroundings) {
    place.checked = true;
    let area = place.label.area;
    let covers = |other: &Anchor| area.touches(other.centre, other.radius + MARGIN);
    let Some(anchor) = anchors.get(own).filter(|_| !around.taken.iter().any(|taken| taken.overlaps(&area)) && !anchors.iter().any(covers))
    else {
        place.cost = f64::INFINITY;
        return;
    };
    let far = distance(anchor, &area);
    let others = || anchors.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, other)| other);
    let doubtful = others().any(|other| area.touches(other.centre, far + 3.0 + other.radius));
    if far > if doubtful { DOUBT_FROM } else { LEADER_FROM } {
        let end = area.nearest(anchor.centre);
        let along = anchor.radius / end.distance(anchor.centre);
        let start = Spot { x: anchor.centre.x + (end.x - anchor.centre.x) * along, y: anchor.centre.y + (end.y - anchor.centre.y) * along };
        let passed = others().filter(|other| Area::around(other.centre, 2.0 * other.radius, 2.0 * other.radius).clip(start, end).is_some());
        place.cost += PAST_POINT * passed.count() as f64;
        place.label.leader = Some((start, end));
    }
    place.cost += ON_LINE * around.lines.iter().filter(|(from, to)| area.clip(*from, *to).is_some()).count() as f64;
    place.cost += if doubtful { DOUBT } else { 0.0 };
}

fn settle(places: &mut [Places<'_>]) -> Option<Vec<Label>> {
    let near = |list: &mut Places<'_>| {
        let mut rank = 0;
        std::iter::from_fn(|| list.cheaper(2.0 * LEADER_FROM, &mut rank)).count() as f64
    };
    let order = ascending(places.iter_mut().map(near));
    let mut waiting: VecDeque<usize> = order.iter().copied().collect();
    let mut table = Table { placed: vec![None; places.len()], driven_out: vec![0.0; places.len()] };
    let mut patience = PATIENCE * places.len();
    while let Some(own) = waiting.pop_front() {
        patience = patience.checked_sub(1)?;
        let best = table.cheapest(own, places.get_mut(own)?, true)?;
        waiting.extend(table.seat(own, best));
    }
    for _ in 0..3 {
        let mut moved = false;
        for &own in &order {
            let now = table.placed.get(own).copied().flatten()?;
            let best = table.cheapest(own, places.get_mut(own)?, false)?;
            if best.label != now.label {
                table.seat(own, best);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    table.placed.into_iter().map(|placed| placed.map(|c| c.label)).collect()
}

/// Who sits where.
struct Table {
    placed: Vec<Option<Candidate>>,
    driven_out: Vec<f64>,
}

impl Table {
    /// The place that costs least, given the names that sit already; those may be driven out, or not.
    fn cheapest(&self, own: usize, places: &mut Places<'_>, evict: bool) -> Option<Candidate> {
        let (mut least, mut best, mut rank) = (f64::INFINITY, None, 0);
        // Others only add to the cost.
        while let Some(place) = places.cheaper(least, &mut rank) {
            if let Some(cost) = self.cost(own, &place, least, evict) {
                (least, best) = (cost, Some(place));
            }
        }
        best
    }

    /// What a place costs with those that sit already, if less than this.
    fn cost(&self, own: usize, place: &Candidate, than: f64, evict: bool) -> Option<f64> {
        let (label, room) = (&place.label, place.label.area.grown(MARGIN));
        let mut cost = place.cost;
        for ((other, placed), driven_out) in self.placed.iter().enumerate().zip(&self.driven_out) {
            let Some(placed) = placed.filter(|_| other != own).map(|c| c.label) else { continue };
            if room.overlaps(&placed.area) {
                if !evict {
                    return None;
                }
                cost += EVICTION * (1.0 + driven_out);
            }
            let crosses = |area: &Area, leader: Option<(Spot, Spot)>| leader.is_some_and(|(from, to)| area.clip(from, to).is_some());
            if crosses(&placed.area, label.leader) || crosses(&label.area, placed.leader) || meet(label.leader, placed.leader) {
                cost += CROSSING;
            }
            if cost >= than {
                return None;
            }
        }
        Some(cost)
    }

    /// Seats a name and tells which ones had to leave.
    fn seat(&mut self, own: usize, place: Candidate) -> Vec<usize> {
        let room = place.label.area.grown(MARGIN);
        let mut gone = Vec::new();
        for ((other, placed), driven_out) in self.placed.iter_mut().enumerate().zip(&mut self.driven_out) {
            if other == own {
                *placed = Some(place);
            } else if placed.is_some_and(|c| room.overlaps(&c.label.area)) {
                *placed = None;
                *driven_out += 1.0;
                gone.push(other);
            }
        }
        gone
    }
}

/// Whether two leaders cross.
fn meet(one: Option<(Spot, Spot)>, other: Option<(Spot, Spot)>) -> bool {
    let (Some((a, b)), Some((c, d))) = (one, other) else { return false };
    let side = |p: Spot, q: Spot, r: Spot| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Label, Surroundings, place};
    use crate::plot::geometry::{Area, Spot};

    /// Numbers that look random and are the same every time.
    fn noise(seed: u64) -> impl FnMut() -> f64 {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    fn scatter(n: usize, seed: u64, frame: &Area, width: f64) -> Vec<Anchor> {
        let mut next = noise(seed);
        (0..n)
            .map(|_| Anchor {
                centre: Spot {
                    x: frame.left + 10.0 + next() * (frame.width() - 20.0),
                    y: frame.top + 10.0 + next() * (frame.height() - 20.0),
                },
                radius: 5.0,
                width: width * (0.6 + 0.4 * next()),
                height: 15.0,
            })
            .collect()
    }

    fn check(anchors: &[Anchor], around: &Surroundings, labels: &[Label]) {
        assert_eq!(labels.len(), anchors.len());
        for (at, label) in labels.iter().enumerate() {
            assert!(around.frame.holds(&label.area), "label {at} leaves the frame");
            assert!(around.taken.iter().all(|taken| !taken.overlaps(&label.area)), "label {at} covers a name of a quadrant");
            assert!(anchors.iter().all(|a| !label.area.touches(a.centre, a.radius)), "label {at} covers a point");
            assert!(labels[..at].iter().all(|other| !other.area.overlaps(&label.area)), "label {at} covers another");
        }
    }

    const FRAME: Area = Area { left: 60.0, top: 30.0, right: 700.0, bottom: 500.0 };

    fn around(frame: Area) -> Surroundings {
        let corner = Area { left: frame.left, top: frame.top, right: frame.left + 110.0, bottom: frame.top + 20.0 };
        let middle = frame.centre();
        let lines = vec![(Spot { x: frame.left, y: middle.y }, Spot { x: frame.right, y: middle.y })];
        Surroundings { frame, taken: vec![corner], lines }
    }

    #[test]
    fn no_label_covers_another_or_a_point_or_leaves_the_frame() {
        for n in [1, 5, 20, 40] {
            for seed in 1..=60 {
                let anchors = scatter(n, seed, &FRAME, 120.0);
                let labels = place(&anchors, &around(FRAME)).unwrap_or_else(|| panic!("no room for {n} labels, seed {seed}"));
                check(&anchors, &around(FRAME), &labels);
            }
        }
    }

    #[test]
    fn points_in_a_crowd_get_labels_with_leaders() {
        for seed in 1..=20 {
            let small = Area { left: 300.0, top: 200.0, right: 400.0, bottom: 280.0 };
            let anchors = scatter(40, seed, &small, 100.0);
            let labels = place(&anchors, &around(FRAME)).expect("the frame has room");
            check(&anchors, &around(FRAME), &labels);
            assert!(labels.iter().filter(|l| l.leader.is_some()).count() > 20);
        }
    }

    #[test]
    fn points_in_the_same_place_get_a_label_each() {
        let anchor = Anchor { centre: Spot { x: 65.0, y: 495.0 }, radius: 5.0, width: 90.0, height: 15.0 };
        let anchors = [anchor; 40];
        check(&anchors, &around(FRAME), &place(&anchors, &around(FRAME)).expect("the frame has room"));
    }

    #[test]
    fn a_lonely_point_has_its_name_to_the_right_without_a_leader() {
        let anchor = Anchor { centre: Spot { x: 300.0, y: 100.0 }, radius: 5.0, width: 90.0, height: 15.0 };
        let labels = place(&[anchor], &around(FRAME)).expect("room");
        assert_eq!(labels[0].leader, None);
        assert_eq!(labels[0].area.left, 308.0);
    }

    #[test]
    fn where_there_is_no_room_it_says_so() {
        let frame = Area { left: 0.0, top: 0.0, right: 120.0, bottom: 60.0 };
        assert_eq!(place(&scatter(30, 7, &frame, 60.0), &Surroundings { frame, taken: vec![], lines: vec![] }), None);
    }

    #[test]
    fn the_same_points_give_the_same_places() {
        let anchors = scatter(40, 11, &FRAME, 120.0);
        assert_eq!(place(&anchors, &around(FRAME)), place(&anchors, &around(FRAME)));
    }
}
