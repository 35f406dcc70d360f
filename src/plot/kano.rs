//! Kano's plane: what an attribute adds when it is there, against what it costs when it is missing.

use super::axis::Axis;
use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::labels::Surroundings;
use super::legend::{Entry, Sign};
use super::marks::PictureMark;
use super::number;
use super::pen::{Align, Drawn, Ink, Pen};
use super::picture::{Plot, sentences};
use super::plane::{Margins, Mark, Plane, Region};
use super::theme::Theme;
use super::titles::title;
use super::words::Words;
use crate::measure::KanoCategory;
use crate::text::text;
use crate::value::{Entries, record};

record! {
    /// The results of `kano`, one for each attribute.
    #[derive(Debug, Clone, PartialEq)]
    pub struct KanoChart {
        /// The attributes.
        attributes: Vec<KanoPoint>,
        /// What the ids are called.
        titles: Option<Entries<String>>,
        /// How many answered.
        n: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// One attribute.
    #[derive(Debug, Clone, PartialEq)]
    pub struct KanoPoint {
        /// Its id.
        id: String,
        /// How many judged it.
        n: f64,
        /// How many put it in each category.
        #[tsify(type = "KanoCounts")]
        counts: Entries<f64>,
        /// The category that most put it in.
        category: Option<KanoCategory>,
        /// What it adds when it is there, 0..=1.
        better: Option<f64>,
        /// What it costs when it is missing, -1..=0.
        worse: Option<f64>,
        /// The share that it does not leave cold.
        total_strength: Option<f64> = "totalStrength",
        /// How far the first category leads the second.
        category_strength: Option<f64> = "categoryStrength",
        /// Whether that lead is more than chance.
        fong: Option<FongTest>,
    }
}

record! {
    /// Fong's test of a category's lead.
    #[derive(Debug, Clone, PartialEq)]
    pub struct FongTest {
        /// The lead.
        difference: f64,
        /// What it has to exceed.
        threshold: f64,
        /// Whether it does.
        significant: bool,
    }
}

impl KanoPoint {
    fn is_doubtful(&self) -> bool {
        self.fong.as_ref().is_some_and(|fong| !fong.significant)
    }
}

impl Plot for KanoChart {
    fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(words.kano().to_owned());
        parts.extend(self.n.map(|n| text!("n = {}", number::count(n))));
        for category in KanoCategory::ALL {
            let here = self.attributes.iter().filter(|attribute| attribute.category == Some(*category));
            let names: Vec<&str> = here.map(|attribute| title(self.titles.as_ref(), &attribute.id)).collect();
            if !names.is_empty() {
                parts.push(words.list(words.kano_category(*category), &names));
            }
        }
        sentences(&parts)
    }

    fn legend(&self, theme: &Theme, words: &Words) -> Vec<Entry> {
        let doubtful =
            self.attributes.iter().any(KanoPoint::is_doubtful).then(|| Entry::new(Sign::Ring(theme.muted), words.kano_doubtful()));
        let hidden = self.attributes.iter().filter(|attribute| attribute.worse.is_none() || attribute.better.is_none()).count();
        doubtful.into_iter().chain((hidden > 0).then(|| Entry::new(Sign::None, words.not_shown(hidden)))).collect()
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        let known = |(rank, attribute): (usize, &'_ KanoPoint)| Some((rank, attribute.worse?.abs(), attribute.better?));
        let places: Vec<(usize, f64, f64)> = self.attributes.iter().enumerate().filter_map(known).collect();
        if places.is_empty() {
            return pen.text(pen.words.nothing(), pen.page().centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        }
        let margins = Margins {
            title: self.title.as_deref(),
            n: self.n,
            across: pen.words.kano_worse().into(),
            up: pen.words.kano_better().into(),
            legend: self.legend(pen.theme, pen.words),
        };
        // A little beyond the ends, so that points there are whole.
        let whole = Axis::new(-0.04, 1.04, 0.0, 1.0);
        let plane = Plane::new(pen, whole, whole, &margins)?;
        plane.ground(&margins)?;
        let marks: Vec<Mark<'_>> = places
            .iter()
            .filter_map(|&(rank, worse, better)| {
                let attribute = self.attributes.get(rank)?;
                let colour = colour(attribute.category, pen.theme);
                let (centre, title) = (plane.spot(worse, better), title(self.titles.as_ref(), &attribute.id));
                let text = [&number::fixed(better, 2), " / −", &number::fixed(worse, 2)].concat();
                let told = PictureMark { text, ..PictureMark::point(&attribute.id, title, centre, plane.radius, worse, better) };
                pen.marks.borrow_mut().marks.push(told);
                Some(Mark { centre, title, radius: plane.radius, rank: rank + 1, colour, hollow: attribute.is_doubtful() })
            })
            .collect();
        let centres: Vec<Spot> = marks.iter().map(|mark| mark.centre).collect();
        let mut around = Surroundings { frame: plane.frame.grown(-2.0), taken: Vec::new(), lines: Vec::new() };
        let regions = regions(&plane);
        for region in &regions {
            pen.rectangle(&region.room, region.colour.faded(0.05))?;
        }
        let (middle, frame) = (plane.spot(0.5, 0.5), &plane.frame);
        for (from, to) in [
            (Spot { x: middle.x, y: frame.top }, Spot { x: middle.x, y: frame.bottom }),
            (Spot { x: frame.left, y: middle.y }, Spot { x: frame.right, y: middle.y }),
        ] {
            pen.line(from, to, 1.0, pen.theme.muted)?;
            around.lines.push((from, to));
        }
        plane.names(&regions, &centres, &mut around)?;
        plane.points(&marks, &around)
    }
}

fn regions(plane: &Plane<'_, '_>) -> Vec<Region> {
    let (frame, middle) = (&plane.frame, plane.spot(0.5, 0.5));
    let corners = [
        (KanoCategory::Attractive, true, true),
        (KanoCategory::OneDimensional, false, true),
        (KanoCategory::Indifferent, true, false),
        (KanoCategory::MustBe, false, false),
    ];
    let region = |(category, left, top)| {
        let (x0, x1) = if left { (frame.left, middle.x) } else { (middle.x, frame.right) };
        let (y0, y1) = if top { (frame.top, middle.y) } else { (middle.y, frame.bottom) };
        Region {
            name: plane.pen.words.kano_category(category),
            room: Area { left: x0, top: y0, right: x1, bottom: y1 },
            colour: colour(Some(category), plane.pen.theme),
            corner: (left, top),
        }
    };
    corners.map(region).into()
}

pub(super) fn colour(category: Option<KanoCategory>, theme: &Theme) -> Colour {
    match category {
        Some(KanoCategory::Attractive) => theme.keep_up,
        Some(KanoCategory::OneDimensional) => theme.accent,
        Some(KanoCategory::MustBe) => theme.concentrate,
        Some(KanoCategory::Reverse) => theme.overkill,
        Some(KanoCategory::Indifferent | KanoCategory::Questionable) => theme.low_priority,
        None => theme.muted,
    }
}
