//! Façade of `plot`: a chart on a canvas, as SVG text, and in words.

#![expect(unreachable_pub, reason = "wasm-bindgen exports only what is pub")]

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::boundary::{read, thrown};
use crate::error::{Error, Problem};
use crate::plot::{Chart, Context, DrawOptions, Lettering, Picture, SvgOptions};
use crate::value::Value;

/// Reads the name of a chart and its data.
fn picture(chart: JsValue, data: JsValue) -> Result<Picture, JsValue> {
    Picture::read(read::<Chart>(chart)?, &read::<Value>(data)?).map_err(thrown)
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(r, g, b)` or `rgba(r, g, b, a)`. */
type Colour = string;
/** The colours and the font of a picture: a scheme, and what differs from it. */
export type PictureTheme = ThemeChanges;
"#;

/// Draws a chart over the whole bitmap of a canvas; the bitmap's size is the caller's to set.
#[wasm_bindgen]
pub fn draw(
    #[wasm_bindgen(unchecked_param_type = "HTMLCanvasElement | OffscreenCanvas")] canvas: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
    #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DrawOptions")] options: JsValue,
) -> Result<(), JsValue> {
    // An offscreen canvas and its context have the same methods under other class names; calls go by name.
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    let context = context(&canvas).ok_or_else(no_canvas)?;
    let options = read::<Option<DrawOptions>>(options)?.unwrap_or_default();
    picture(chart, data)?.draw(context, (canvas.width(), canvas.height()), options).map_err(thrown)
}

/// A chart as SVG text that stands alone.
#[wasm_bindgen]
pub fn svg(
    #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
    #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SvgOptions")] options: JsValue,
) -> Result<String, JsValue> {
    picture(chart, data)?.svg(read::<Option<SvgOptions>>(options)?.unwrap_or_default()).map_err(thrown)
}

/// What a chart shows, in words, for those who do not see it.
#[wasm_bindgen]
pub fn describe(
    #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
    #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
    language: Option<String>,
) -> Result<String, JsValue> {
    Ok(picture(chart, data)?.summary(language.as_deref().unwrap_or_default()))
}

/// The height in CSS pixels that suits a chart of a width.
#[wasm_bindgen(js_name = chartHeight)]
pub fn chart_height(
    #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
    #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
    width: f64,
) -> Result<f64, JsValue> {
    Ok(picture(chart, data)?.height(width))
}

fn no_canvas() -> JsValue {
    thrown(Error::at("canvas", Problem::NotDrawn { message: "this is no canvas with a 2D context".into() }))
}

fn context(canvas: &HtmlCanvasElement) -> Option<Brush> {
    let is_canvas = js_sys::Reflect::get(canvas, &"getContext".into()).is_ok_and(|method| method.is_function());
    let context = is_canvas.then(|| canvas.get_context("2d").ok().flatten()).flatten()?;
    Some(Brush(context.unchecked_into()))
}

/// A 2D context.
struct Brush(CanvasRenderingContext2d);

impl Context for Brush {
    fn begin_path(&self) {
        self.0.begin_path();
    }

    fn move_to(&self, x: f64, y: f64) {
        self.0.move_to(x, y);
    }

    fn line_to(&self, x: f64, y: f64) {
        self.0.line_to(x, y);
    }

    fn circle(&self, x: f64, y: f64, radius: f64) {
        // It throws for a negative radius only, and plotters counts radii in unsigned numbers.
        let _ = self.0.arc(x, y, radius, 0.0, std::f64::consts::TAU);
    }

    fn fill(&self, colour: &str) {
        self.0.set_fill_style_str(colour);
        self.0.fill();
    }

    fn stroke(&self, colour: &str, width: f64) {
        self.0.set_stroke_style_str(colour);
        self.0.set_line_width(width);
        self.0.stroke();
    }

    fn fill_rectangle(&self, colour: &str, x: f64, y: f64, width: f64, height: f64) {
        self.0.set_fill_style_str(colour);
        self.0.fill_rect(x, y, width, height);
    }

    fn fill_text(&self, text: &str, look: &Lettering<'_>, x: f64, y: f64) {
        self.0.set_fill_style_str(look.colour);
        self.0.set_font(look.font);
        self.0.set_text_align(look.align);
        self.0.set_text_baseline("alphabetic");
        self.0.save();
        // None of these throws for finite numbers.
        let _ = self.0.translate(x, y).and_then(|()| self.0.rotate(look.angle)).and_then(|()| self.0.fill_text(text, 0.0, 0.0));
        self.0.restore();
    }

    fn text_width(&self, font: &str, text: &str) -> f64 {
        self.0.set_font(font);
        self.0.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}
