//! The browser's own canvas. A path crosses as one list of numbers, and what follows it is a loop in JavaScript.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::form::{Canvas, Path, Step};
use crate::value::number_text;

#[wasm_bindgen(raw_module = "../../src/survey/canvas")]
extern "C" {
    fn draw(context: &CanvasRenderingContext2d, steps: &[f64], colour: &str, alpha: f64, width: f64);
    fn letter(context: &CanvasRenderingContext2d, text: &str, x: f64, y: f64, font: &str, colour: &str);
}

/// A canvas, and the font of what is written on it.
pub(super) struct Context<'a> {
    pub(super) context: &'a CanvasRenderingContext2d,
    pub(super) font: &'a str,
}

impl Canvas for Context<'_> {
    fn fill(&mut self, path: &Path, colour: &str, alpha: f64) {
        draw(self.context, &steps(path), colour, alpha, 0.0);
    }

    fn stroke(&mut self, path: &Path, colour: &str, alpha: f64, width: f64) {
        draw(self.context, &steps(path), colour, alpha, width);
    }

    fn text(&mut self, x: f64, y: f64, text: &str, size: f64, bold: bool, colour: &str) {
        let font = [if bold { "600 " } else { "400 " }, &number_text(size), "px ", self.font].concat();
        letter(self.context, text, x, y, &font, colour);
    }
}

fn steps(path: &Path) -> Vec<f64> {
    let mut numbers = Vec::new();
    for step in &path.0 {
        numbers.extend(match *step {
            Step::Move(x, y) => [0.0, x, y, 0.0, 0.0],
            Step::Line(x, y) => [1.0, x, y, 0.0, 0.0],
            Step::Curve(cx, cy, x, y) => [2.0, cx, cy, x, y],
            // A radius below zero is the only thing `arc` refuses.
            Step::Circle(x, y, radius) => [3.0, x, y, radius.max(0.0), 0.0],
            Step::Close => [4.0, 0.0, 0.0, 0.0, 0.0],
        });
    }
    numbers
}
