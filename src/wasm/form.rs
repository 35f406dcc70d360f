//! Façade of the form. What comes out is JSON text, and numbers.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::boundary::{read, thrown};
use super::canvas::Context;
use crate::error::{Error, Problem};
use crate::form::{Marks, Plane, Point, Session, Style, Theme, answers, paint, texts};
use crate::survey::Answer;
use crate::value::Entries;

/// A survey being filled.
#[wasm_bindgen]
pub struct Form(Session);

#[wasm_bindgen]
impl Form {
    /// Reads and checks a definition.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: JsValue, language: &str) -> Result<Form, JsValue> {
        Ok(Self(Session::new(read(definition)?, language)))
    }

    /// Decides the order of shuffled pages.
    pub fn shuffle(&mut self, seed: u32) {
        self.0.shuffle(seed);
    }

    /// Shows the survey's texts in another language.
    pub fn speak(&mut self, language: &str) {
        self.0.speak(language);
    }

    /// The languages the survey is offered in, as JSON.
    pub fn languages(&self) -> String {
        texts(self.0.survey().languages().iter().map(String::as_str))
    }

    /// What the page shows, as JSON.
    pub fn view(&self) -> String {
        self.0.view().into_json()
    }

    /// Answers a key with a number, a text or a list of texts; `null` takes the answer back.
    pub fn answer(&mut self, key: &str, value: JsValue) -> Result<(), JsValue> {
        self.0.answer(key, read(value)?).map_err(thrown)
    }

    /// Takes up a draft (answers by key) on a page; tells, as JSON, which keys no longer fit.
    pub fn resume(&mut self, answers: JsValue, page: usize) -> Result<String, JsValue> {
        let Entries::<Answer>(answers) = read(answers)?;
        Ok(texts(self.0.resume(answers, page).iter().map(String::as_str)))
    }

    /// Every answer, hidden ones too, as JSON.
    pub fn draft(&self) -> String {
        answers(&mut self.0.draft())
    }

    /// The answers to visible questions, as JSON.
    pub fn answers(&self) -> String {
        answers(&mut self.0.answers())
    }

    /// How far the comparisons of a question agree: their consistency ratio, and 1 where it is good enough; then the place among its rows of
    /// the one to look at again, and what the others say of it (-8..=8), where there is one. Empty where there is nothing to tell yet.
    pub fn agreement(&self, question: &str) -> Vec<f64> {
        let found = self.0.agreement(question);
        let doubtful = found.iter().filter_map(|found| found.doubtful).flat_map(|doubtful| [doubtful.row as f64, doubtful.suggested]);
        found.iter().flat_map(|found| [found.ratio, f64::from(u8::from(found.consistent))]).chain(doubtful).collect()
    }

    /// Index of the page shown.
    pub fn page(&self) -> usize {
        self.0.page()
    }

    /// Goes to the next page, if this one is in order.
    pub fn next(&mut self) -> bool {
        self.0.forward()
    }

    /// Goes back a page.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// Whether all is in order; else goes to the first page that is not.
    pub fn submit(&mut self) -> bool {
        self.0.submit()
    }
}

/// Where the marks of a scale lie: x, y, width and height of each, then the height of all.
#[wasm_bindgen]
pub fn layout(style: &str, levels: u8, width: f64, mirrored: bool) -> Result<Vec<f64>, JsValue> {
    let layout = named(style)?.layout(levels, width, mirrored);
    let cells = layout.cells.iter().flat_map(|cell| [cell.x, cell.y, cell.width, cell.height]);
    Ok(cells.chain([layout.height]).collect())
}

/// Paints marks on a canvas that is `width` CSS pixels wide. Levels count from 0, -1 is none.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain numbers cross the boundary at no cost, an object would not")]
pub fn paint_marks(
    context: &CanvasRenderingContext2d,
    style: &str,
    levels: u8,
    first: f64,
    step: f64,
    chosen: i16,
    hovered: i16,
    focused: i16,
    grown: f64,
    mirrored: bool,
    width: f64,
    theme: &Palette,
) -> Result<(), JsValue> {
    let level = |level: i16| u8::try_from(level).ok();
    let style = named(style)?;
    let (chosen, hovered, focused) = (level(chosen), level(hovered), level(focused));
    let marks = Marks { style, levels, first, step, chosen, hovered, focused, grown, mirrored };
    let layout = style.layout(levels, width, mirrored);
    paint(&mut Context { context, font: &theme.font }, &marks, &layout, &theme.theme);
    Ok(())
}

/// Paints the plane. Of each point: its number, satisfaction and importance in percent. `selected` and `focused` are numbers, 0 is none.
#[wasm_bindgen]
pub fn paint_plane(
    context: &CanvasRenderingContext2d,
    points: &[f64],
    selected: u8,
    focused: u8,
    mirrored: bool,
    side: f64,
    theme: &Palette,
) {
    plane(points, selected, focused, mirrored, side).paint(&mut Context { context, font: &theme.font }, &theme.theme);
}

/// Satisfaction and importance, in percent, at a place on the plane.
#[wasm_bindgen]
pub fn plane_values(x: f64, y: f64, side: f64, mirrored: bool) -> Vec<f64> {
    Plane { side, points: Vec::new(), mirrored }.values(x, y).to_vec()
}

/// The number of what lies at a place on the plane; 0 is nothing.
#[wasm_bindgen]
pub fn plane_at(points: &[f64], selected: u8, x: f64, y: f64, side: f64, mirrored: bool) -> u8 {
    plane(points, selected, 0, mirrored, side).at(x, y).unwrap_or(0)
}

fn plane(points: &[f64], selected: u8, focused: u8, mirrored: bool, side: f64) -> Plane {
    let points = points.chunks_exact(3).map(|values| {
        let number = values[0] as u8;
        let [satisfaction, importance] = [values[1], values[2]].map(|percent| percent / 100.0);
        Point { number, satisfaction, importance, selected: number == selected, focused: number == focused }
    });
    Plane { side, points: points.collect(), mirrored }
}

/// The colours and the font of a form.
#[wasm_bindgen]
pub struct Palette {
    theme: Theme,
    font: String,
}

#[wasm_bindgen]
impl Palette {
    /// CSS colours, and a CSS font family.
    #[wasm_bindgen(constructor)]
    pub fn new(surface: String, text: String, muted: String, accent: String, low: String, font: String) -> Self {
        Self { theme: Theme { surface, text, muted, accent, low }, font }
    }
}

fn named(style: &str) -> Result<Style, JsValue> {
    let unknown = || Error::new(Problem::UnknownName { what: "look", name: style.into(), known: Style::names() });
    Style::named(style).ok_or_else(unknown).map_err(thrown)
}
