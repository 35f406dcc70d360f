//! Façade of the form. What comes out is JSON text, and numbers.

use wasm_bindgen::prelude::*;

use super::boundary::thrown;
use crate::error::Error;
use crate::form::{Marks, Plane, Point, Session, Style, answers};
use crate::survey::{Answer, Survey};
use crate::value::Value;

/// A survey being filled.
#[wasm_bindgen]
pub struct Form(Session);

#[wasm_bindgen]
impl Form {
    /// Reads and checks a definition, as `JSON.stringify` gives it.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &str, language: &str) -> Result<Form, JsValue> {
        let survey = Value::from_stringified(definition).and_then(|value| Survey::from_value(&value)).map_err(thrown)?;
        Ok(Self(Session::new(survey, language)))
    }

    /// Decides the order of shuffled pages.
    pub fn shuffle(&mut self, seed: u32) {
        self.0.shuffle(seed);
    }

    /// Shows the survey's texts in another language.
    pub fn speak(&mut self, language: &str) {
        self.0.speak(language);
    }

    /// What the page shows, as JSON.
    pub fn view(&self) -> String {
        self.0.view().into_json()
    }

    /// Answers a key with a number, a text or a list of texts, as JSON; `null` takes the answer back.
    pub fn answer(&mut self, key: &str, value: &str) -> Result<(), JsValue> {
        let answer = Value::from_stringified(value).and_then(|value| Answer::of(&value).map_err(|problem| Error::at(key, problem)));
        answer.and_then(|answer| self.0.answer(key, answer)).map_err(thrown)
    }

    /// Takes up a draft (answers by key, as JSON) on a page. What no longer fits is left out.
    pub fn resume(&mut self, answers: &str, page: usize) -> Result<(), JsValue> {
        let draft = Value::from_stringified(answers).map_err(thrown)?;
        let mut answers = Vec::new();
        for (key, value) in draft.entries() {
            if let Ok(Some(answer)) = Answer::of(value) {
                answers.push((key.clone(), answer));
            }
        }
        self.0.resume(answers, page);
        Ok(())
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
        let mut numbers = Vec::new();
        if let Some(found) = self.0.agreement(question) {
            numbers.extend_from_slice(&[found.ratio, f64::from(u8::from(found.consistent))]);
            if let Some(doubtful) = found.doubtful {
                numbers.extend_from_slice(&[doubtful.row as f64, doubtful.suggested]);
            }
        }
        numbers
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

/// Where the marks of a scale lie: x, y, width and height of each, then the height of all. A look that there is none of lies as dots do.
#[wasm_bindgen]
pub fn layout(style: &str, levels: u8, width: f64, mirrored: bool) -> Vec<f64> {
    let layout = named(style).layout(levels, width, mirrored);
    let mut numbers = Vec::new();
    for cell in &layout.cells {
        numbers.extend_from_slice(&[cell.x, cell.y, cell.width, cell.height]);
    }
    numbers.push(layout.height);
    numbers
}

/// The [picture](crate::form::Picture) of marks on a canvas that is `width` CSS pixels wide. Levels count from 0, -1 is none.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain numbers cross the boundary at no cost, an object would not")]
pub fn paint_marks(
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
) -> Vec<f64> {
    let level = |level: i16| u8::try_from(level).ok();
    let (chosen, hovered, focused) = (level(chosen), level(hovered), level(focused));
    Marks { style: named(style), levels, first, step, chosen, hovered, focused, grown, mirrored }.paint(width).into_numbers()
}

/// The picture of a plane. Of each point: its number, satisfaction and importance in percent. `selected` and `focused` are numbers, 0 is none.
#[wasm_bindgen]
pub fn paint_plane(points: &[f64], selected: u8, focused: u8, mirrored: bool, side: f64) -> Vec<f64> {
    plane(points, selected, focused, mirrored, side).paint().into_numbers()
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
    let mut plane = Plane { side, points: Vec::new(), mirrored };
    for values in points.chunks_exact(3) {
        let (number, satisfaction, importance) = (values[0] as u8, values[1] / 100.0, values[2] / 100.0);
        plane.points.push(Point { number, satisfaction, importance, selected: number == selected, focused: number == focused });
    }
    plane
}

fn named(style: &str) -> Style {
    Style::named(style).unwrap_or(Style::Dots)
}
