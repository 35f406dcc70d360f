//! Façade of the form. What comes out is JSON text, and numbers.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::boundary::{read, thrown};
use super::canvas::Context;
use crate::error::{Error, Problem};
use crate::form::{Layout, Marks, Session, Style, Theme, answers, paint, texts};
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
    let layout = Layout::new(named(style)?.look(), levels, width, mirrored);
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
    let layout = Layout::new(style.look(), levels, width, mirrored);
    paint(&mut Context { context, font: &theme.font }, &marks, &layout, &theme.theme);
    Ok(())
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
