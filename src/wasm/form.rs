//! Façade of the form. What crosses is JSON text, and numbers.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::boundary::thrown;
use crate::form::{Canvas, Marks, Path, Plane, Point, Session, Step, Style, Theme, Written, paint};
use crate::survey::{Answer, Survey};
use crate::value::{At, Entries, Read, Value};

/// A survey being filled.
#[wasm_bindgen]
pub struct Form(Session);

#[wasm_bindgen]
impl Form {
    /// Reads and checks a definition (JSON text).
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &str, language: &str) -> Result<Form, JsValue> {
        Survey::from_json(definition).map(|survey| Self(Session::new(survey, language))).map_err(thrown)
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
        json(self.0.survey().languages())
    }

    /// What the page shows, as JSON.
    pub fn view(&self) -> String {
        json(&self.0.view())
    }

    /// Answers a key with a JSON value; `null` takes the answer back.
    pub fn answer(&mut self, key: &str, value: &str) -> Result<(), JsValue> {
        let answer = Value::from_json(value).and_then(|value| value.read()).map_err(thrown)?;
        self.0.answer(key, answer).map_err(thrown)
    }

    /// Takes up a draft (answers as JSON) on a page; tells, as JSON, which keys no longer fit.
    pub fn resume(&mut self, answers: &str, page: usize) -> Result<String, JsValue> {
        let answers: Entries<Answer> = Value::from_json(answers).and_then(|value| value.read()).map_err(thrown)?;
        Ok(json(&self.0.resume(answers.0, page)))
    }

    /// Every answer, hidden ones too, as JSON.
    pub fn draft(&self) -> String {
        answers(self.0.draft())
    }

    /// The answers to visible questions, as JSON.
    pub fn answers(&self) -> String {
        answers(self.0.answers())
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
    let value = Value::Text(style.into());
    Style::read(At { value: &value, path: &crate::value::Path::Root }).map_err(thrown)
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists always have a JSON form")
}

fn answers<'a>(answers: impl Iterator<Item = (&'a str, &'a Answer)>) -> String {
    let entries: Vec<String> = answers.map(|(key, answer)| format!("{}:{}", json(key), json(&Written(answer.clone())))).collect();
    format!("{{{}}}", entries.join(","))
}

/// The browser's own canvas.
struct Context<'a> {
    context: &'a CanvasRenderingContext2d,
    font: &'a str,
}

impl Context<'_> {
    fn trace(&self, path: &Path) {
        self.context.begin_path();
        for step in &path.0 {
            match *step {
                Step::Move(x, y) => self.context.move_to(x, y),
                Step::Line(x, y) => self.context.line_to(x, y),
                Step::Curve(cx, cy, x, y) => self.context.quadratic_curve_to(cx, cy, x, y),
                // A radius below zero is the only thing `arc` refuses.
                Step::Circle(x, y, radius) => drop(self.context.arc(x, y, radius.max(0.0), 0.0, std::f64::consts::TAU)),
                Step::Close => self.context.close_path(),
            }
        }
    }
}

impl Canvas for Context<'_> {
    fn fill(&mut self, path: &Path, colour: &str, alpha: f64) {
        self.trace(path);
        self.context.set_global_alpha(alpha);
        self.context.set_fill_style_str(colour);
        self.context.fill();
        self.context.set_global_alpha(1.0);
    }

    fn stroke(&mut self, path: &Path, colour: &str, alpha: f64, width: f64) {
        self.trace(path);
        self.context.set_global_alpha(alpha);
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        self.context.set_line_cap("round");
        self.context.set_line_join("round");
        self.context.stroke();
        self.context.set_global_alpha(1.0);
    }

    fn text(&mut self, x: f64, y: f64, text: &str, size: f64, bold: bool, colour: &str) {
        self.context.set_font(&format!("{} {size}px {}", if bold { "600" } else { "400" }, self.font));
        self.context.set_fill_style_str(colour);
        self.context.set_text_align("center");
        self.context.set_text_baseline("middle");
        // Only a detached canvas refuses text, and nobody sees that one.
        let _ = self.context.fill_text(text, x, y + 0.5);
    }
}
