//! The plane of importance and performance: how the quadrants are drawn.

use plotters::prelude::DrawingBackend;

use super::axis::Axis;
use super::geometry::{Area, Spot};
use super::labels::{self, Anchor, Label, Surroundings};
use super::number;
use super::pen::{Align, Drawn, Failed, Ink, Pen};
use super::quadrant::Quadrant;
use super::quadrants::{CrosshairLines, Dot, QuadrantsChart};

/// Sizes that follow the room there is.
struct Sizes {
    text: f64,
    name: f64,
    radius: f64,
}

impl QuadrantsChart {
    pub(super) fn draw<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>) -> Drawn {
        pen.fill()?;
        let page = pen.page();
        let narrow = page.width() < 520.0;
        let sizes = if narrow { Sizes { text: 11.0, name: 12.0, radius: 4.5 } } else { Sizes { text: 12.0, name: 13.0, radius: 5.5 } };
        let dots = self.dots();
        let air = 0.09;
        let lines = self.crosshair.iter();
        let across = Axis::around(dots.iter().map(|d| d.performance).chain(lines.clone().map(|c| c.performance)), air);
        let up = Axis::around(dots.iter().map(|d| d.importance).chain(lines.map(|c| c.importance)), air);
        let (Some(across), Some(up)) = (across, up) else {
            return pen.text(pen.words.nothing, page.centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        };
        let notes = self.notes(&dots, pen.words);
        let frame = self.room(pen, &sizes, &up, !notes.is_empty())?;
        let board = Board { pen, sizes, frame, across: across.along(frame.left, frame.right), up: up.along(frame.bottom, frame.top), narrow };
        board.draw(self, &dots, &notes)
    }

    /// The frame of the plane: what titles, ticks and notes leave.
    fn room<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, sizes: &Sizes, up: &Axis, notes: bool) -> Result<Area, Failed> {
        let page = pen.page();
        let ink = Ink::plain(sizes.text, pen.theme.muted);
        let mut ticks = 0.0_f64;
        for tick in up.ticks(6) {
            ticks = ticks.max(pen.width(&tick.text, ink)?);
        }
        let title = if self.title.is_some() { 30.0 } else { 0.0 };
        Ok(Area {
            left: 26.0 + ticks + 6.0,
            top: 6.0 + title + 1.7 * sizes.text,
            right: page.right - 12.0,
            bottom: page.bottom - 14.0 - 3.4 * sizes.text - if notes { 1.7 * sizes.text } else { 0.0 },
        })
    }
}

fn is_left(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::Concentrate | Quadrant::LowPriority)
}

fn is_top(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::Concentrate | Quadrant::KeepUp)
}

/// The name of a quadrant, and where it goes.
struct Name {
    rows: Vec<String>,
    area: Area,
    align: Align,
    ink: Ink,
}

/// A row of text is this many times as high as its letters.
const ROW: f64 = 1.25;

/// The plane while it is drawn.
struct Board<'p, 't, DB: DrawingBackend> {
    pen: &'p Pen<'t, DB>,
    sizes: Sizes,
    frame: Area,
    across: Axis,
    up: Axis,
    narrow: bool,
}

impl<DB: DrawingBackend> Board<'_, '_, DB> {
    fn draw(&self, chart: &QuadrantsChart, dots: &[Dot<'_>], notes: &[String]) -> Drawn {
        let centres: Vec<Spot> = dots.iter().map(|dot| self.spot(dot.performance, dot.importance)).collect();
        self.grid()?;
        self.axis_titles(chart)?;
        self.heading(chart)?;
        self.footing(notes)?;
        let mut around = Surroundings { frame: self.frame.grown(-2.0), taken: Vec::new(), lines: Vec::new() };
        if let Some(lines) = &chart.crosshair {
            self.tints(lines)?;
            self.crosshair(lines, &mut around)?;
        }
        let names = chart.crosshair.as_ref().map_or(Ok(Vec::new()), |lines| self.names(lines, &centres, &mut around))?;
        names.iter().try_for_each(|name| self.name(name))?;
        if let Some(line) = self.equal_priority(chart, dots, &names) {
            self.draw_equal_priority(line, &centres, &mut around)?;
        }
        self.pen.frame(&self.frame, 1.0, self.pen.theme.line)?;
        self.points(chart, dots, &centres, &around)
    }

    fn spot(&self, performance: f64, importance: f64) -> Spot {
        Spot { x: self.across.place(performance), y: self.up.place(importance) }
    }

    fn explaining(&self) -> Ink {
        Ink::plain(self.sizes.text, self.pen.theme.muted)
    }

    fn grid(&self) -> Drawn {
        let (pen, frame, ink) = (self.pen, &self.frame, self.explaining());
        let faint = pen.theme.line.faded(0.45);
        for tick in self.across.ticks(if self.narrow { 5 } else { 8 }) {
            pen.line(Spot { x: tick.at, y: frame.top }, Spot { x: tick.at, y: frame.bottom }, 1.0, faint)?;
            pen.text(&tick.text, Spot { x: tick.at, y: frame.bottom + 6.0 + ink.size * 0.6 }, Align::Middle, ink)?;
        }
        for tick in self.up.ticks(6) {
            pen.line(Spot { x: frame.left, y: tick.at }, Spot { x: frame.right, y: tick.at }, 1.0, faint)?;
            pen.text(&tick.text, Spot { x: frame.left - 6.0, y: tick.at }, Align::End, ink)?;
        }
        Ok(())
    }

    fn axis_titles(&self, chart: &QuadrantsChart) -> Drawn {
        let (pen, frame) = (self.pen, &self.frame);
        let ink = Ink::plain(self.sizes.text, pen.theme.text);
        let span = chart.performance_scale.or(chart.scale);
        let performance = pen.words.performance(span.map(|s| (number::short(s.min), number::short(s.max))));
        let performance = pen.fitted(&performance, frame.width(), ink)?;
        pen.text(&performance, Spot { x: frame.centre().x, y: frame.bottom + 10.0 + ink.size * 2.2 }, Align::Middle, ink)?;
        let importance = pen.words.importance(chart.importance.as_deref(), chart.outcome.as_deref(), chart.scale.map(|s| (number::short(s.min), number::short(s.max))));
        let importance = pen.fitted(&importance, frame.height(), ink)?;
        pen.text_upward(&importance, Spot { x: 12.0, y: frame.centre().y }, ink)
    }

    fn heading(&self, chart: &QuadrantsChart) -> Drawn {
        let (pen, frame) = (self.pen, &self.frame);
        if let Some(title) = &chart.title {
            let ink = Ink::bold(15.0, pen.theme.text);
            let title = pen.fitted(title, pen.page().width() - 24.0, ink)?;
            pen.text(&title, Spot { x: 12.0, y: 20.0 }, Align::Start, ink)?;
        }
        match chart.n {
            Some(n) => pen.text(&format!("n = {}", number::count(n)), Spot { x: frame.right, y: frame.top - 0.85 * self.sizes.text }, Align::End, self.explaining()),
            None => Ok(()),
        }
    }

    fn footing(&self, notes: &[String]) -> Drawn {
        let (pen, page) = (self.pen, self.pen.page());
        let line = pen.fitted(&notes.join(" · "), page.width() - 24.0, self.explaining())?;
        pen.text(&line, Spot { x: 12.0, y: page.bottom - 4.0 - self.sizes.text * 0.8 }, Align::Start, self.explaining())
    }

    fn tints(&self, lines: &CrosshairLines) -> Drawn {
        Quadrant::ALL.iter().try_for_each(|&quadrant| {
            let strength = if quadrant == Quadrant::Concentrate { 0.10 } else { 0.045 };
            self.pen.rectangle(&self.room(lines, quadrant), self.pen.theme.quadrant(Some(quadrant)).faded(strength))
        })
    }

    fn room(&self, lines: &CrosshairLines, quadrant: Quadrant) -> Area {
        let (frame, cross) = (&self.frame, self.spot(lines.performance, lines.importance));
        let (left, right) = if is_left(quadrant) { (frame.left, cross.x) } else { (cross.x, frame.right) };
        let (top, bottom) = if is_top(quadrant) { (frame.top, cross.y) } else { (cross.y, frame.bottom) };
        Area { left, top, right, bottom }
    }

    /// Where each quadrant is named: in the corner where fewest points are in the way; the outer corner is where one looks for it.
    fn names(&self, lines: &CrosshairLines, centres: &[Spot], around: &mut Surroundings) -> Result<Vec<Name>, Failed> {
        let mut names = Vec::new();
        for &quadrant in Quadrant::ALL {
            let ink = Ink::bold(self.sizes.name, self.pen.theme.quadrant(Some(quadrant)));
            let inner = self.room(lines, quadrant).grown(-7.0);
            let rows = self.wrapped(self.pen.words.quadrant(quadrant), inner.width().max(40.0), ink)?;
            let mut width = 0.0_f64;
            for row in &rows {
                width = width.max(self.pen.width(row, ink)?);
            }
            let height = ROW * ink.size * rows.len() as f64;
            let (left, top) = (is_left(quadrant), is_top(quadrant));
            let corners = [(left, top), (!left, top), (left, !top), (!left, !top)].map(|(left, top)| {
                let x = if left { inner.left } else { inner.right - width };
                let y = if top { inner.top } else { inner.bottom - height };
                (Area { left: x, top: y, right: x + width, bottom: y + height }, if left { Align::Start } else { Align::End })
            });
            let in_the_way = |area: &Area| {
                let points = centres.iter().filter(|centre| area.touches(**centre, self.sizes.radius + 2.0)).count();
                points + around.taken.iter().filter(|taken| taken.overlaps(area)).count()
            };
            let Some((area, align)) = corners.into_iter().min_by_key(|(area, _)| in_the_way(area)) else { continue };
            around.taken.push(area);
            names.push(Name { rows, area, align, ink });
        }
        Ok(names)
    }

    fn name(&self, name: &Name) -> Drawn {
        for (row, text) in name.rows.iter().enumerate() {
            let y = name.area.top + ROW * name.ink.size * (row as f64 + 0.5);
            let x = if name.align == Align::Start { name.area.left } else { name.area.right };
            self.pen.text(text, Spot { x, y }, name.align, name.ink)?;
        }
        Ok(())
    }

    /// The words in as many lines as the width asks for.
    fn wrapped(&self, text: &str, width: f64, ink: Ink) -> Result<Vec<String>, Failed> {
        let mut rows: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match rows.last_mut() {
                Some(row) if self.pen.width(&format!("{row} {word}"), ink)? <= width => {
                    row.push(' ');
                    row.push_str(word);
                }
                _ => rows.push(word.to_owned()),
            }
        }
        Ok(rows)
    }

    /// The line of equal priority: as far as there are points, and not through the name of a quadrant.
    fn equal_priority(&self, chart: &QuadrantsChart, dots: &[Dot<'_>], names: &[Name]) -> Option<(Spot, Spot)> {
        let [from, to] = chart.equal_priority(dots)?.map(|(performance, importance)| self.spot(performance, importance));
        let (mut start, mut end) = self.frame.clip(from, to)?;
        for area in names.iter().map(|name| name.area.grown(3.0)) {
            let Some((enter, leave)) = area.clip(start, end) else { continue };
            // What remains is the longer of the two parts.
            if start.distance(enter) >= leave.distance(end) { end = enter } else { start = leave }
        }
        Some((start, end))
    }

    /// Draws the line, and its name where nothing else is.
    fn draw_equal_priority(&self, (start, end): (Spot, Spot), centres: &[Spot], around: &mut Surroundings) -> Drawn {
        self.pen.dashed(start, end, 1.0, self.pen.theme.muted.faded(0.8))?;
        around.lines.push((start, end));
        let ink = Ink::plain(self.sizes.text - 1.0, self.pen.theme.muted);
        let name = self.pen.words.equal_priority;
        let (width, height) = (self.pen.width(name, ink)?, ink.size * ROW);
        let along = |share: f64| Spot { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
        let beneath = |spot: Spot| Area { left: spot.x + 6.0, top: spot.y + 1.0, right: spot.x + 6.0 + width, bottom: spot.y + 1.0 + height };
        let free = |area: &Area| {
            self.frame.grown(-4.0).holds(area)
                && !around.taken.iter().any(|taken| taken.overlaps(area))
                && !around.lines.iter().any(|(from, to)| area.clip(*from, *to).is_some())
                && !centres.iter().any(|centre| area.touches(*centre, self.sizes.radius * 3.0))
        };
        let shares = [0.8, 0.85, 0.75, 0.9, 0.7, 0.2, 0.15, 0.25, 0.3, 0.1, 0.35, 0.65, 0.6, 0.4, 0.5];
        let Some(area) = shares.map(|share| beneath(along(share))).into_iter().find(free) else { return Ok(()) };
        self.pen.text(name, Spot { x: area.left, y: area.centre().y }, Align::Start, ink)?;
        around.taken.push(area);
        Ok(())
    }

    fn crosshair(&self, lines: &CrosshairLines, around: &mut Surroundings) -> Drawn {
        let (pen, frame) = (self.pen, &self.frame);
        let cross = self.spot(lines.performance, lines.importance);
        let ends = [
            (Spot { x: cross.x, y: frame.top }, Spot { x: cross.x, y: frame.bottom }),
            (Spot { x: frame.left, y: cross.y }, Spot { x: frame.right, y: cross.y }),
        ];
        for (from, to) in ends {
            pen.line(from, to, 1.5, pen.theme.muted)?;
            around.lines.push((from, to));
        }
        let ink = self.explaining();
        let across = pen.words.crosshair(&lines.rule, &number::fixed(lines.performance, 2));
        let half = pen.width(&across, ink)? / 2.0;
        // The count of answers has the right end of this row.
        let x = cross.x.clamp(frame.left + half, (frame.right - half - 80.0).max(frame.left + half));
        pen.text(&across, Spot { x, y: frame.top - 0.85 * ink.size }, Align::Middle, ink)?;
        let up = pen.words.crosshair(&lines.rule, &number::fixed(lines.importance, 2));
        let width = pen.width(&up, ink)?;
        let spot = Spot { x: frame.right - 5.0, y: cross.y - ink.size * 0.85 };
        around.taken.push(Area { left: spot.x - width, top: spot.y - ink.size * 0.65, right: spot.x, bottom: spot.y + ink.size * 0.65 });
        pen.text(&up, spot, Align::End, ink)
    }

    fn points(&self, chart: &QuadrantsChart, dots: &[Dot<'_>], centres: &[Spot], around: &Surroundings) -> Drawn {
        let (pen, radius) = (self.pen, self.sizes.radius);
        let (texts, labels) = self.labels(dots, centres, around)?;
        for leader in labels.iter().filter_map(|label| label.leader) {
            pen.line(leader.0, leader.1, 1.0, pen.theme.muted.faded(0.7))?;
        }
        for (dot, centre) in dots.iter().zip(centres) {
            let colour = pen.theme.quadrant(dot.point.quadrant);
            pen.disc(*centre, radius + 1.0, pen.theme.surface)?;
            pen.disc(*centre, radius, colour.faded(dot.point.certainty.map_or(1.0, |certainty| 0.35 + 0.65 * certainty)))?;
            if chart.is_sensitive(dot.point) {
                pen.disc(*centre, radius - 2.0, pen.theme.surface)?;
            }
        }
        let ink = Ink::plain(self.sizes.text, pen.theme.text);
        for (text, label) in texts.iter().zip(&labels) {
            pen.rectangle(&label.area, pen.theme.surface.faded(0.6))?;
            pen.text(text, label.area.centre(), Align::Middle, ink)?;
        }
        Ok(())
    }

    /// Names where they have room, else shorter names, else ranks.
    fn labels(&self, dots: &[Dot<'_>], centres: &[Spot], around: &Surroundings) -> Result<(Vec<String>, Vec<Label>), Failed> {
        let ink = Ink::plain(self.sizes.text, self.pen.theme.text);
        let whole = (self.frame.width() * 0.38).min(210.0);
        for most in [Some(whole), Some(whole * 0.6), None] {
            let mut texts = Vec::with_capacity(dots.len());
            let mut anchors = Vec::with_capacity(dots.len());
            for (dot, &centre) in dots.iter().zip(centres) {
                let text = match most {
                    Some(most) => self.pen.fitted(dot.title, most, ink)?,
                    None => dot.rank.to_string(),
                };
                anchors.push(Anchor { centre, radius: self.sizes.radius, width: self.pen.width(&text, ink)? + 2.0, height: ink.size * 1.2 });
                texts.push(text);
            }
            if let Some(labels) = labels::place(&anchors, around) {
                return Ok((texts, labels));
            }
        }
        // More points than a picture of this size can name: the table names them.
        Ok((Vec::new(), Vec::new()))
    }
}
