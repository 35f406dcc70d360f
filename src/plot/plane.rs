//! A plane of named points: two axes, corners with names, points with labels. Charts with two axes are drawn on it.

use super::axis::Axis;
use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::labels::{self, Anchor, Label, Surroundings};
use super::legend::{self, Entry};
use super::number;
use super::pen::{Align, Drawn, Failed, Ink, Pen};
use crate::text::text;
use crate::value::number_text;

/// A row of text is this many times as high as its letters.
pub(super) const ROW: f64 = 1.25;

/// What is written around a plane.
pub(super) struct Margins<'m> {
    /// A heading, for a picture that leaves its page.
    pub(super) title: Option<&'m str>,
    /// How many answered.
    pub(super) n: Option<f64>,
    /// What the axes measure, and in what unit.
    pub(super) across: String,
    pub(super) up: String,
    /// What has to be said under the picture.
    pub(super) legend: Vec<Entry>,
}

impl Margins<'_> {
    /// The legend, unless the page is so low that the picture needs the room.
    fn legend_on(&self, page: &Area) -> &[Entry] {
        let fits = legend::height(&self.legend, page.width() - 2.0 * INSET) <= (page.height() - LOW) / 3.0;
        if fits { &self.legend } else { &[] }
    }
}

/// A page of this height has room for nothing but the picture.
const LOW: f64 = 200.0;
/// Air at the left and the right of a legend.
const INSET: f64 = 12.0;

/// The height that suits a plane of a width.
pub(super) fn height(width: f64, legend: &[Entry]) -> f64 {
    (width * 0.75).clamp(420.0, 720.0) + legend::height(legend, width - 2.0 * INSET)
}

/// A point of the plane.
pub(super) struct Mark<'m> {
    pub(super) centre: Spot,
    pub(super) title: &'m str,
    pub(super) radius: f64,
    /// What stands for the title where there is no room for it.
    pub(super) rank: usize,
    pub(super) colour: Colour,
    pub(super) hollow: bool,
}

/// A part of the plane that has a name.
pub(super) struct Region {
    pub(super) name: &'static str,
    pub(super) room: Area,
    pub(super) colour: Colour,
    /// The corner where one looks for the name: left, top.
    pub(super) corner: (bool, bool),
}

/// A region's name, and where it goes.
pub(super) struct Name {
    rows: Vec<String>,
    pub(super) area: Area,
    align: Align,
    ink: Ink,
}

/// A plane while it is drawn.
pub(super) struct Plane<'p, 't> {
    pub(super) pen: &'p Pen<'t>,
    pub(super) frame: Area,
    /// The size of letters, and of points.
    pub(super) text: f64,
    pub(super) radius: f64,
    narrow: bool,
    across: Axis,
    up: Axis,
}

impl<'p, 't> Plane<'p, 't> {
    /// The plane that the margins leave on the pen's page.
    pub(super) fn new(pen: &'p Pen<'t>, across: Axis, up: Axis, margins: &Margins<'_>) -> Result<Self, Failed> {
        let page = pen.page();
        let narrow = page.width() < 520.0;
        let (text, radius) = if narrow { (11.0, 4.5) } else { (12.0, 5.5) };
        let mut ticks = 0.0_f64;
        for tick in up.ticks(6) {
            ticks = ticks.max(pen.width(&tick.text, Ink::plain(text, pen.theme.muted))?);
        }
        let title = if margins.title.is_some() { 30.0 } else { 0.0 };
        let notes = legend::height(margins.legend_on(&page), page.width() - 2.0 * INSET);
        let frame = Area {
            left: 26.0 + ticks + 6.0,
            top: 6.0 + title + 1.7 * text,
            right: page.right - 16.0,
            bottom: page.bottom - 10.0 - 3.4 * text - notes,
        };
        let (across, up) = (across.along(frame.left, frame.right), up.along(frame.bottom, frame.top));
        Ok(Self { pen, frame, text, radius, narrow, across, up })
    }

    /// Where two values meet.
    pub(super) fn spot(&self, across: f64, up: f64) -> Spot {
        Spot { x: self.across.place(across), y: self.up.place(up) }
    }

    /// The values at the left and the right edge.
    pub(super) fn ends(&self) -> (f64, f64) {
        self.across.ends()
    }

    /// Letters that explain.
    pub(super) fn explaining(&self) -> Ink {
        Ink::plain(self.text, self.pen.theme.muted)
    }

    /// The grid, and everything around the frame.
    pub(super) fn ground(&self, margins: &Margins<'_>) -> Drawn {
        self.grid()?;
        let (pen, page, frame) = (self.pen, self.pen.page(), &self.frame);
        let ink = Ink::plain(self.text, pen.theme.text);
        let across = pen.fitted(&margins.across, frame.width(), ink)?;
        pen.text(&across, Spot { x: frame.centre().x, y: frame.bottom + 10.0 + self.text * 2.2 }, Align::Middle, ink)?;
        pen.text_upward(&pen.fitted(&margins.up, frame.height(), ink)?, Spot { x: 12.0, y: frame.centre().y }, ink)?;
        if let Some(title) = margins.title {
            let ink = Ink::bold(15.0, pen.theme.text);
            pen.text(&pen.fitted(title, page.width() - 24.0, ink)?, Spot { x: 12.0, y: 20.0 }, Align::Start, ink)?;
        }
        if let Some(n) = margins.n {
            let spot = Spot { x: frame.right, y: frame.top - 0.85 * self.text };
            pen.text(&text!("n = {}", number::count(n)), spot, Align::End, self.explaining())?;
        }
        let (legend, room) = (margins.legend_on(&page), page.width() - 2.0 * INSET);
        let top = page.bottom - 4.0 - legend::height(legend, room);
        legend::draw(legend, pen, Spot { x: INSET, y: top }, room)
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

    /// Names each region in the corner where fewest points are in the way.
    pub(super) fn names(&self, regions: &[Region], centres: &[Spot], around: &mut Surroundings) -> Result<Vec<Name>, Failed> {
        let mut names = Vec::new();
        for region in regions {
            let ink = Ink::bold(self.text + 1.0, region.colour);
            let inner = region.room.grown(-7.0);
            let rows = self.wrapped(region.name, inner.width().max(40.0), ink)?;
            let mut width = 0.0_f64;
            for row in &rows {
                width = width.max(self.pen.width(row, ink)?);
            }
            let height = ROW * ink.size * rows.len() as f64;
            let (left, top) = region.corner;
            let corners = [(left, top), (!left, top), (left, !top), (!left, !top)].map(|(left, top)| {
                let x = if left { inner.left } else { inner.right - width };
                let y = if top { inner.top } else { inner.bottom - height };
                (Area { left: x, top: y, right: x + width, bottom: y + height }, if left { Align::Start } else { Align::End })
            });
            let in_the_way = |area: &Area| {
                let points = centres.iter().filter(|centre| area.touches(**centre, self.radius + 2.0)).count();
                // Words over words cannot be read; a point over a word can.
                points + 100 * around.taken.iter().filter(|taken| taken.overlaps(area)).count()
            };
            let Some((area, align)) = corners.into_iter().min_by_key(|(area, _)| in_the_way(area)) else { continue };
            around.taken.push(area);
            names.push(Name { rows, area, align, ink });
        }
        names.iter().try_for_each(|name| self.name(name))?;
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

    /// The words in as many rows as the width asks for.
    fn wrapped(&self, text: &str, width: f64, ink: Ink) -> Result<Vec<String>, Failed> {
        let mut rows: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match rows.last_mut() {
                Some(row) if self.pen.width(&text!("{} {}", *row, word), ink)? <= width => {
                    row.push(' ');
                    row.push_str(word);
                }
                _ => rows.push(word.to_owned()),
            }
        }
        Ok(rows)
    }

    /// The frame, the points, and their labels.
    pub(super) fn points(&self, marks: &[Mark<'_>], around: &Surroundings) -> Drawn {
        let pen = self.pen;
        pen.frame(&self.frame, 1.0, pen.theme.line)?;
        let Named { texts, labels, by_rank } = self.labels(marks, around)?;
        if by_rank {
            let spot = Spot { x: self.frame.left, y: self.frame.top - 0.85 * self.text };
            pen.text(pen.words.number_is_rank(), spot, Align::Start, self.explaining())?;
        }
        for (from, to) in labels.iter().filter_map(|label| label.leader) {
            pen.line(from, to, 1.0, pen.theme.muted.faded(0.7))?;
        }
        for mark in marks {
            pen.disc(mark.centre, mark.radius + 1.0, pen.theme.surface)?;
            pen.disc(mark.centre, mark.radius, mark.colour)?;
            if mark.hollow {
                pen.disc(mark.centre, mark.radius * 0.62, pen.theme.surface)?;
            }
        }
        let ink = Ink::plain(self.text, pen.theme.text);
        for (text, label) in texts.iter().zip(&labels) {
            pen.rectangle(&label.area, pen.theme.surface.faded(0.6))?;
            pen.text(text, label.area.centre(), Align::Middle, ink)?;
        }
        Ok(())
    }

    /// Titles where they have room, else shorter titles, else ranks.
    pub(super) fn labels(&self, marks: &[Mark<'_>], around: &Surroundings) -> Result<Named, Failed> {
        let ink = Ink::plain(self.text, self.pen.theme.text);
        let whole = (self.frame.width() * 0.38).min(210.0);
        for most in [Some(whole), Some(whole * 0.6), None] {
            let mut texts = Vec::with_capacity(marks.len());
            let mut anchors = Vec::with_capacity(marks.len());
            for mark in marks {
                let text = match most {
                    Some(most) => self.pen.fitted(mark.title, most, ink)?,
                    None => number_text(mark.rank as f64),
                };
                anchors.push(Anchor {
                    centre: mark.centre,
                    radius: mark.radius,
                    width: self.pen.width(&text, ink)? + 2.0,
                    height: ink.size * 1.2,
                });
                texts.push(text);
            }
            if let Some(labels) = labels::place(&anchors, around) {
                return Ok(Named { texts, labels, by_rank: most.is_none() });
            }
        }
        // More points than a picture of this size can name: the table beside it names them.
        Ok(Named { texts: Vec::new(), labels: Vec::new(), by_rank: false })
    }
}

/// What the points are called in the picture, and where that is written.
pub(super) struct Named {
    pub(super) texts: Vec<String>,
    pub(super) labels: Vec<Label>,
    /// Whether ranks stand for the titles.
    pub(super) by_rank: bool,
}
