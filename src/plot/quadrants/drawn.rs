//! The quadrants as they are drawn: tints, crosshair, the line of equal priority, points.

use super::{CrosshairLines, Dot, Part, Place, QuadrantsChart, Shift, View, answers, parted};
use crate::measure::Quadrant;
use crate::plot::axis::Axis;
use crate::plot::colour::Colour;
use crate::plot::geometry::{Area, Spot};
use crate::plot::labels::Surroundings;
use crate::plot::marks::{PictureMark, PlaneFrame};
use crate::plot::number;
use crate::plot::pen::{Align, Drawn, Ink, Pen};
use crate::plot::plane::{Mark, Name, Plane, ROW, Region};

/// Air between the outermost points and the frame, as a share of the points' range.
const AIR: f64 = 0.09;

impl QuadrantsChart {
    pub(super) fn draw_on(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let dots = self.dots();
        let lines = self.crosshair.iter();
        let shifts = self.shifts(&dots);
        let ends = shifts.iter().flat_map(|(from, to)| [*from, *to]);
        let performances = lines.clone().map(|c| c.performance).chain(ends.clone().map(|(performance, _)| performance));
        let importances = lines.map(|c| c.importance).chain(ends.map(|(_, importance)| importance));
        let across = Axis::around(dots.iter().map(|d| d.performance).chain(performances), AIR);
        let up = Axis::around(dots.iter().map(|d| d.importance).chain(importances), AIR);
        let (Some(across), Some(up), false) = (across, up, dots.is_empty()) else {
            return pen.text(pen.words.nothing(), pen.page().centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        };
        let margins = self.margins(pen.theme, pen.words);
        let seen = |axis: Axis, part: fn(&View) -> Part| {
            self.view.as_ref().map(part).filter(|part| part.low < part.high).map_or(axis, |part| axis.part(part.low.get(), part.high.get()))
        };
        let plane = Plane::new(pen, seen(across, |view| view.across), seen(up, |view| view.up), &margins)?;
        plane.ground(&margins)?;
        let most = answers(&dots).map_or(1.0, |(_, most)| most);
        // Of all points, or the lines would move with the part that is drawn.
        let (equal, parted) = (self.equal_priority(&dots), parted(&dots));
        let (dots, marks) = self.shown(dots, most, (&across, &up), &plane);
        let centres: Vec<Spot> = marks.iter().map(|mark| mark.centre).collect();
        let mut around = Surroundings { frame: plane.frame.grown(-2.0), taken: Vec::new(), lines: Vec::new() };
        let mut names = Vec::new();
        if let Some(lines) = self.crosshair.as_ref().filter(|_| parted) {
            let regions = Quadrant::ALL.iter().map(|quadrant| region(*quadrant, lines, &plane)).collect::<Vec<_>>();
            for (region, quadrant) in regions.iter().zip(Quadrant::ALL) {
                let strength = if *quadrant == Quadrant::Concentrate { 0.10 } else { 0.045 };
                pen.rectangle(&region.room, region.colour.faded(strength))?;
            }
            crosshair(lines, &plane, &mut around)?;
            let roomy: Vec<Region> =
                regions.into_iter().filter(|region| region.room.width() > 60.0 && region.room.height() > 30.0).collect();
            names = plane.names(&roomy, &centres, &mut around)?;
        }
        for (dot, mark) in dots.iter().zip(&marks) {
            self.draw_region(dot, mark.colour, &plane)?;
        }
        if let Some(line) = equal.and_then(|ends| line_of_equal_priority(ends, &plane, &names)) {
            draw_equal_priority(line, &plane, &centres, &mut around)?;
        }
        for (from, to) in &shifts {
            draw_shift(plane.spot(from.0, from.1), plane.spot(to.0, to.1), &plane)?;
        }
        plane.points(&marks, &around)
    }

    /// From where to where the arrows go: performance and importance of both ends, where both are known.
    fn shifts(&self, dots: &[Dot<'_>]) -> Vec<((f64, f64), (f64, f64))> {
        let arrow = |shift: &Shift| {
            let dot = dots.iter().find(|dot| dot.point.id == shift.id)?;
            let place = |place: Option<Place>| match place {
                Some(place) => (place.performance.unwrap_or(dot.performance), place.importance.unwrap_or(dot.importance)),
                None => (dot.performance, dot.importance),
            };
            Some((place(shift.from), place(shift.to)))
        };
        self.shifts.iter().flatten().filter_map(arrow).collect()
    }

    /// The points in the part of the plane that is drawn. All of them are told, for the part may be moved to any.
    fn shown<'d>(
        &self,
        dots: Vec<Dot<'d>>,
        most: f64,
        (across, up): (&Axis, &Axis),
        plane: &Plane<'_, '_>,
    ) -> (Vec<Dot<'d>>, Vec<Mark<'d>>) {
        let frame = &plane.frame;
        let (low, high) = plane.ends();
        let mut told = plane.pen.marks.borrow_mut();
        told.frame = Some(PlaneFrame { x: frame.left, y: frame.top, width: frame.width(), height: frame.height(), low, high });
        let mut shown = (Vec::new(), Vec::new());
        for dot in dots {
            let mark = self.mark(&dot, most, plane);
            let (across, up) = (across.share(dot.performance), up.share(dot.importance));
            told.marks.push(PictureMark::point(&dot.point.id, dot.title, mark.centre, mark.radius, across, up));
            if frame.grown(1.0).touches(mark.centre, 1.0) {
                shown.0.push(dot);
                shown.1.push(mark);
            }
        }
        shown
    }

    fn mark<'d>(&self, dot: &Dot<'d>, most: f64, plane: &Plane<'_, '_>) -> Mark<'d> {
        let sure = dot.point.certainty.map_or(1.0, |certainty| 0.35 + 0.65 * certainty.clamp(0.0, 1.0));
        Mark {
            centre: plane.spot(dot.performance, dot.importance),
            title: dot.title,
            // Its area follows the answers; the smallest can still be seen.
            radius: plane.radius * (dot.point.n.unwrap_or(most) / most).clamp(0.2, 1.0).sqrt(),
            rank: dot.rank,
            colour: plane.pen.theme.quadrant(dot.point.quadrant).faded(sure),
            hollow: self.is_sensitive(dot.point),
        }
    }

    /// Where the point lies with the confidence of the level, by the sampling covariance of its two values.
    ///
    /// The squared distance from the mean, in standard errors, of a normal pair is exponential with mean 2: within
    /// `-2 ln(1 - level)` lies a share of `level`.
    fn draw_region(&self, dot: &Dot<'_>, colour: Colour, plane: &Plane<'_, '_>) -> Drawn {
        const CORNERS: u32 = 40;
        // The sine and the cosine of 9 degrees.
        const TURN: (f64, f64) = (0.156_434_465_040_230_87, 0.987_688_340_595_137_7);
        let Some(spread) = dot.point.spread else { return Ok(()) };
        let reach = (-2.0 * (1.0 - self.level()).ln()).sqrt();
        let across = spread.performance.max(0.0).sqrt();
        let along = if across > 0.0 { spread.covariance / across } else { 0.0 };
        let apart = (spread.importance - along * along).max(0.0).sqrt();
        let (mut sin, mut cos) = (0.0, 1.0);
        let corner = |_| {
            // The next corner lies a fortieth of a turn further; the sine of any angle would bring tables of its own along.
            let (next_sin, next_cos) = (sin * TURN.1 + cos * TURN.0, cos * TURN.1 - sin * TURN.0);
            let (sin, cos) = (std::mem::replace(&mut sin, next_sin), std::mem::replace(&mut cos, next_cos));
            let (performance, importance) = (across * cos, along * cos + apart * sin);
            // What reaches beyond the frame is cut off at it.
            plane.frame.nearest(plane.spot(dot.performance + reach * performance, dot.importance + reach * importance))
        };
        let corners: Vec<Spot> = (0..=CORNERS).map(corner).collect();
        plane.pen.area(&corners, colour.faded(0.10))?;
        plane.pen.path(&corners, 1.0, colour.faded(0.5))
    }
}

/// The line of equal priority: as far as there are points, and not through the name of a quadrant.
fn line_of_equal_priority(ends: [(f64, f64); 2], plane: &Plane<'_, '_>, names: &[Name]) -> Option<(Spot, Spot)> {
    let [from, to] = ends.map(|(performance, importance)| plane.spot(performance, importance));
    let (mut start, mut end) = plane.frame.clip(from, to)?;
    for area in names.iter().map(|name| name.area.grown(3.0)) {
        let Some((enter, leave)) = area.clip(start, end) else { continue };
        // What remains is the longer of the two parts.
        if start.distance(enter) >= leave.distance(end) { end = enter } else { start = leave }
    }
    Some((start, end))
}

fn region(quadrant: Quadrant, lines: &CrosshairLines, plane: &Plane<'_, '_>) -> Region {
    let left = matches!(quadrant, Quadrant::Concentrate | Quadrant::LowPriority);
    let top = matches!(quadrant, Quadrant::Concentrate | Quadrant::KeepUp);
    let (frame, cross) = (&plane.frame, plane.spot(lines.performance, lines.importance));
    // Of a part of the plane, the lines may lie outside.
    let cross = frame.nearest(cross);
    let (x0, x1) = if left { (frame.left, cross.x) } else { (cross.x, frame.right) };
    let (y0, y1) = if top { (frame.top, cross.y) } else { (cross.y, frame.bottom) };
    Region {
        name: plane.pen.words.quadrant(quadrant),
        room: Area { left: x0, top: y0, right: x1, bottom: y1 },
        colour: plane.pen.theme.quadrant(Some(quadrant)),
        corner: (left, top),
    }
}

/// The two lines, each with its rule and value.
fn crosshair(lines: &CrosshairLines, plane: &Plane<'_, '_>, around: &mut Surroundings) -> Drawn {
    let (pen, frame) = (plane.pen, &plane.frame);
    let cross = plane.spot(lines.performance, lines.importance);
    let ends = [
        (Spot { x: cross.x, y: frame.top }, Spot { x: cross.x, y: frame.bottom }),
        (Spot { x: frame.left, y: cross.y }, Spot { x: frame.right, y: cross.y }),
    ];
    let (shows_across, shows_up) = (cross.x >= frame.left && cross.x <= frame.right, cross.y >= frame.top && cross.y <= frame.bottom);
    for ((from, to), shown) in ends.into_iter().zip([shows_across, shows_up]) {
        if shown {
            pen.line(from, to, 1.5, pen.theme.muted)?;
            around.lines.push((from, to));
        }
    }
    let ink = plane.explaining();
    if shows_across {
        let across = pen.words.crosshair(&lines.rule, &number::fixed(lines.performance, 2));
        let half = pen.width(&across, ink)? / 2.0;
        // The count of answers has the right end of this row, and what ranks mean the left.
        let x = cross.x.min(frame.right - half - 80.0).max(frame.left + half + 90.0);
        pen.text(&across, Spot { x, y: frame.top - 0.85 * ink.size }, Align::Middle, ink)?;
    }
    if !shows_up {
        return Ok(());
    }
    let up = pen.words.crosshair(&lines.rule, &number::fixed(lines.importance, 2));
    let width = pen.width(&up, ink)?;
    let spot = Spot { x: frame.right - 5.0, y: cross.y - ink.size * 0.85 };
    around.taken.push(Area::around(Spot { x: spot.x - width / 2.0, ..spot }, width, ink.size * 1.3));
    pen.text(&up, spot, Align::End, ink)
}

/// An arrow, as far as it lies in the frame; its head ends beside the point.
fn draw_shift(from: Spot, to: Spot, plane: &Plane<'_, '_>) -> Drawn {
    const HEAD: f64 = 7.0;
    let (pen, length) = (plane.pen, from.distance(to));
    // Beside a point an arrow shorter than that would be its outline.
    let air = plane.radius + 3.0;
    if length <= air + HEAD {
        return Ok(());
    }
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let tip = Spot { x: to.x - air * dx, y: to.y - air * dy };
    let colour = pen.theme.text.faded(0.55);
    let Some((start, end)) = plane.frame.clip(from, tip) else { return Ok(()) };
    pen.line(start, end, 1.5, colour)?;
    if end != tip {
        return Ok(());
    }
    let barb = |side: f64| Spot { x: tip.x - HEAD * (dx - side * 0.5 * dy), y: tip.y - HEAD * (dy + side * 0.5 * dx) };
    pen.area(&[tip, barb(1.0), barb(-1.0)], colour)
}

/// Draws the line, and its name where nothing else is.
fn draw_equal_priority((start, end): (Spot, Spot), plane: &Plane<'_, '_>, centres: &[Spot], around: &mut Surroundings) -> Drawn {
    let pen = plane.pen;
    pen.line(start, end, 1.0, pen.theme.muted.faded(0.6))?;
    around.lines.push((start, end));
    let ink = Ink::plain(plane.text - 1.0, pen.theme.muted);
    let name = pen.words.equal_priority();
    let (width, height) = (pen.width(name, ink)?, ink.size * ROW);
    let beneath = |share: f64| {
        let (left, top) = (start.x + (end.x - start.x) * share + 6.0, start.y + (end.y - start.y) * share + 1.0);
        Area { left, top, right: left + width, bottom: top + height }
    };
    let free = |area: &Area| {
        plane.frame.grown(-4.0).holds(area)
            && !around.taken.iter().any(|taken| taken.overlaps(area))
            && !around.lines.iter().any(|(from, to)| area.clip(*from, *to).is_some())
            && !centres.iter().any(|centre| area.touches(*centre, plane.radius * 3.0))
    };
    let shares = [0.8, 0.85, 0.75, 0.9, 0.7, 0.2, 0.15, 0.25, 0.3, 0.1, 0.35, 0.65, 0.6, 0.4, 0.5];
    let Some(area) = shares.map(beneath).into_iter().find(free) else { return Ok(()) };
    pen.text(name, Spot { x: area.left, y: area.centre().y }, Align::Start, ink)?;
    around.taken.push(area);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::plot::drawing::{Lettering, Shape};
    use crate::plot::pen::Align;
    use crate::plot::text_width;
    use crate::plot::{Area, Chart, DrawOptions, Picture};
    use crate::value::Value;

    const POINTS: u64 = 40;

    /// Numbers in 0..1 that look random and are the same every time.
    fn noise(seed: u64) -> impl FnMut() -> f64 {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    fn forty(seed: u64) -> Picture {
        let mut next = noise(seed);
        let mut points = Vec::new();
        for at in 0..POINTS {
            let (importance, performance, n) = (2.0 + 2.9 * next(), 2.0 + 2.9 * next(), 20.0 + 400.0 * next());
            let quadrant = match (importance >= 3.45, performance >= 3.45) {
                (true, false) => "concentrate",
                (true, true) => "keep-up",
                (false, false) => "low-priority",
                (false, true) => "overkill",
            };
            let name = ["Price", "Friendly people", "Delivery on the day", "Opening hours at weekends"][(4.0 * next()) as usize];
            let certainty = 0.5 + 0.5 * next();
            points.push(format!(
                r#"{{"id": "@{name} {at}", "importance": {importance}, "performance": {performance}, "quadrant": "{quadrant}", "n": {n},
                     "certainty": {certainty}, "spread": {{"importance": {}, "performance": {}, "covariance": {}}}}}"#,
                1.0 / n,
                1.2 / n,
                0.4 / n
            ));
        }
        let lines = r#"{"importance": 3.45, "performance": 3.45, "rule": "mean"}"#;
        let data = format!(r#"{{"points": [{}], "crosshair": {lines}, "n": 420, "sensitive": ["@Price 1"]}}"#, points.join(","));
        Picture::read(Chart::Quadrants, &Value::from_json(&data).expect("JSON")).expect("data")
    }

    /// A font that is a little wider than what is guessed where nothing measures.
    fn width(text: &str, size: f64, bold: bool) -> f64 {
        text_width::ems(text, bold) * size * 1.03
    }

    fn area(lettering: &Lettering) -> Area {
        let size = f64::from(lettering.size) / 100.0;
        let width = width(&lettering.text, size, lettering.bold);
        let shift = match lettering.align {
            Align::Start => 0.0,
            Align::Middle => 0.5,
            Align::End => 1.0,
        };
        let (left, middle) = (f64::from(lettering.at.0) - shift * width, f64::from(lettering.at.1));
        // Letters reach from about a third of the font size below their middle to as far above.
        Area { left, right: left + width, top: middle - 0.35 * size, bottom: middle + 0.35 * size }
    }

    #[test]
    fn forty_points_are_all_named_and_no_two_texts_meet_nor_leave_the_picture() {
        for seed in 1..=25 {
            let picture = forty(seed);
            for wide in [340, 390, 1280] {
                let size = (wide, picture.height(f64::from(wide)) as u32);
                let drawing = picture.draw(size, &DrawOptions::default(), &width).expect("drawn");
                let page = Area { left: 0.0, top: 0.0, right: f64::from(size.0), bottom: f64::from(size.1) };
                let texts: Vec<(&Lettering, u32)> = drawing
                    .0
                    .iter()
                    .filter_map(|stroke| if let Shape::Text(lettering) = &stroke.shape { Some((lettering, stroke.colour)) } else { None })
                    .filter(|(lettering, _)| lettering.turns == 0 && !lettering.text.is_empty())
                    .collect();
                for (at, (text, _)) in texts.iter().enumerate() {
                    assert!(page.holds(&area(text)), "{:?} leaves the picture of {wide}, seed {seed}", text.text);
                    for (other, _) in texts.iter().take(at) {
                        assert!(!area(text).overlaps(&area(other)), "{:?} meets {:?} at {wide}, seed {seed}", text.text, other.text);
                    }
                }
                // Numbers of the axes are in another colour.
                let ink = texts.iter().find(|(text, _)| text.text.starts_with("Satisfaction")).map(|(_, colour)| *colour);
                let is_rank = |text: &str| text.parse::<u64>().is_ok_and(|rank| (1..=POINTS).contains(&rank));
                let by_rank = texts.iter().any(|(text, _)| text.text == "number = rank");
                let named = texts.iter().filter(|(text, colour)| {
                    Some(*colour) == ink && if by_rank { is_rank(&text.text) } else { text.text.starts_with('@') }
                });
                assert_eq!(named.count() as u64, POINTS, "at {wide}, seed {seed}");
            }
        }
    }
}
