//! Façade of `plot`: a chart on a canvas, as SVG text, and in words.

use wasm_bindgen::prelude::*;

use super::boundary::{read, thrown};
use crate::error::{Error, Problem};
use crate::plot::{Align, DrawOptions, Drawing, Marks, Picture, Shape, SvgOptions};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(r, g, b)` or `rgba(r, g, b, a)`. */
type Colour = string;
/** The colours and the font of a picture: a scheme, and what differs from it. */
export type PictureTheme = ThemeChanges;
"#;

/// Draws a picture over the whole bitmap of a canvas.
pub(super) fn drawn(picture: &Picture, canvas: &JsValue, options: JsValue) -> Result<(), JsValue> {
    let options = read::<Option<DrawOptions>>(options)?.unwrap_or_default();
    let easel = Easel::on(canvas, &options.font()).ok_or_else(no_canvas)?;
    let measure = |text: &str, size: f64, bold: bool| easel.text_width(text, size, bold);
    let drawing = picture.draw((easel.width(), easel.height()), &options, &measure).map_err(thrown)?;
    let (strokes, texts) = spelt(&drawing);
    easel.show(&strokes, &texts);
    Ok(())
}

/// What of a picture can be pointed at, as it is drawn on a canvas of this size.
pub(super) fn marked(picture: &Picture, canvas: &JsValue, options: JsValue) -> Result<Marks, JsValue> {
    let options = read::<Option<DrawOptions>>(options)?.unwrap_or_default();
    let easel = Easel::on(canvas, &options.font()).ok_or_else(no_canvas)?;
    let measure = |text: &str, size: f64, bold: bool| easel.text_width(text, size, bold);
    picture.marks((easel.width(), easel.height()), &options, &measure).map_err(thrown)
}

/// A picture as SVG text that stands alone.
pub(super) fn written(picture: &Picture, options: JsValue) -> Result<String, JsValue> {
    picture.svg(&read::<Option<SvgOptions>>(options)?.unwrap_or_default()).map_err(thrown)
}

/// What code draws: any chart, of data that it has.
#[cfg(feature = "full")]
mod functions {
    use wasm_bindgen::prelude::*;

    use super::{drawn, read, thrown, written};
    use crate::plot::{Chart, Picture, Words};
    use crate::value::Value;

    #[wasm_bindgen(typescript_custom_section)]
    const TYPES: &str = r#"
/**
 * What each kind of chart is drawn from: the result of a measure, or a part of a report, as it is. What may be left out may be added: `titles` (what ids are
 * called), `title` (a heading), `n` (how many answered).
 */
export interface ChartData {
  /** Importance against performance: `quadrants(…)`, `report.quadrants`. */
  quadrants: QuadrantsChart;
  /** The satisfaction index and its factors: `satisfactionIndex(…)`, `report.index`. */
  index: IndexChart;
  /** The net promoter score: `nps(…)`, `report.nps`. */
  nps: NpsChart;
  /** Expectation against perception: `gap(…)`, `report.gaps`. */
  gaps: GapsChart;
  /** What drives the outcome: `drivers(…)`, `report.drivers`. */
  drivers: DriversChart;
  /** The index of each segment: `{ segments: report.segments, index: report.index?.index }`. */
  segments: SegmentsChart;
  /** Kano's plane: `{ attributes: report.kano }`, or results of `kano(…)`, each with an `id`. */
  kano: KanoChart;
  /** Customer tiers: `tiers(…)`. */
  tiers: TiersChart;
  /** How many customers stay: `retention(…)` with the `level` or the `counts` that were asked with, `report.retention`. */
  retention: RetentionChart;
  /** How satisfied customers are with the whole: `csat(…)`, `report.csat`. */
  csat: CsatChart;
  /** How easy it was: `ces(…)`, `report.ces`. */
  ces: CesChart;
  /** How many put each attribute in which of Kano's categories; the same data as `kano`. */
  "kano-classes": KanoChart;
  /** How much each attribute counts: `report.weights`. */
  weights: WeightsChart;
  /** The loyalty index and its factors: `loyaltyIndex(…)`. */
  loyalty: LoyaltyChart;
  /** What constructs do to each other: `pathModel(…)`, `report.pathModel`. */
  "path-model": PathModelChart;
}

/** Draws a chart over the whole bitmap of a canvas; the bitmap's size is the caller's to set. `ChartData` says what each kind is drawn from. */
export function draw<Kind extends Chart>(canvas: HTMLCanvasElement | OffscreenCanvas, chart: Kind, data: ChartData[Kind], options?: DrawOptions): void;
/** The same with data whose type says nothing; what is not the chart's is a `ManyiError` with its path. */
export function draw(canvas: HTMLCanvasElement | OffscreenCanvas, chart: Chart, data: object, options?: DrawOptions): void;
/** A chart as SVG text that stands alone. `ChartData` says what each kind is drawn from. */
export function svg<Kind extends Chart>(chart: Kind, data: ChartData[Kind], options?: SvgOptions): string;
/** The same with data whose type says nothing; what is not the chart's is a `ManyiError` with its path. */
export function svg(chart: Chart, data: object, options?: SvgOptions): string;
/** What a chart shows, in words, for those who do not see it. `language` is a tag; English unless given. */
export function describe<Kind extends Chart>(chart: Kind, data: ChartData[Kind], language?: string | null): string;
/** The same with data whose type says nothing; what is not the chart's is a `ManyiError` with its path. */
export function describe(chart: Chart, data: object, language?: string | null): string;
/** The height in CSS pixels that suits a chart of a width in CSS pixels. */
export function chartHeight<Kind extends Chart>(chart: Kind, data: ChartData[Kind], width: number): number;
/** The same with data whose type says nothing; what is not the chart's is a `ManyiError` with its path. */
export function chartHeight(chart: Chart, data: object, width: number): number;
"#;

    /// Reads the name of a chart and its data.
    fn picture(chart: JsValue, data: JsValue) -> Result<Picture, JsValue> {
        Picture::read(read::<Chart>(chart)?, &read::<Value>(data)?).map_err(thrown)
    }

    /// Draws a chart over the whole bitmap of a canvas; the bitmap's size is the caller's to set.
    #[wasm_bindgen(skip_typescript)]
    pub fn draw(
        #[wasm_bindgen(unchecked_param_type = "HTMLCanvasElement | OffscreenCanvas")] canvas: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DrawOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        drawn(&picture(chart, data)?, &canvas, options)
    }

    /// A chart as SVG text that stands alone.
    #[wasm_bindgen(skip_typescript)]
    pub fn svg(
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SvgOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        written(&picture(chart, data)?, options)
    }

    /// Takes up the words of charts in a language, by its tag: one a line. Says whether it has them now.
    #[wasm_bindgen]
    pub fn teach(language: String, words: String) -> bool {
        Words::teach(language, words)
    }

    /// What a chart shows, in words, for those who do not see it.
    #[wasm_bindgen(skip_typescript)]
    pub fn describe(
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
        language: Option<String>,
    ) -> Result<String, JsValue> {
        Ok(picture(chart, data)?.summary(language.as_deref().unwrap_or_default()))
    }

    /// The height in CSS pixels that suits a chart of a width.
    #[wasm_bindgen(js_name = chartHeight, skip_typescript)]
    pub fn chart_height(
        #[wasm_bindgen(unchecked_param_type = "Chart")] chart: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object")] data: JsValue,
        width: f64,
    ) -> Result<f64, JsValue> {
        Ok(picture(chart, data)?.height(width))
    }
}

fn no_canvas() -> JsValue {
    thrown(Error::at("canvas", Problem::NotDrawn { message: "this is no canvas with a 2D context".into() }))
}

#[wasm_bindgen(raw_module = "../../src/easel")]
extern "C" {
    /// A canvas with a 2D context, and the font families of what is written on it.
    type Easel;

    #[wasm_bindgen(static_method_of = Easel)]
    fn on(canvas: &JsValue, font: &str) -> Option<Easel>;
    #[wasm_bindgen(method, getter)]
    fn width(this: &Easel) -> u32;
    #[wasm_bindgen(method, getter)]
    fn height(this: &Easel) -> u32;
    #[wasm_bindgen(method, js_name = textWidth)]
    fn text_width(this: &Easel, text: &str, size: f64, bold: bool) -> f64;
    #[wasm_bindgen(method)]
    fn show(this: &Easel, strokes: &[i32], texts: &str);
}

/// A drawing as it crosses: all numbers in one list, all texts in one, which a control character parts that is in none of them.
///
/// Each stroke is its shape, its colour, its alpha, and
///
/// | shape | numbers |
/// |---|---|
/// | `0` line | its width, how many places, and each |
/// | `1` area | how many places, and each |
/// | `2` rectangle | left, top, width, height |
/// | `3` disc | its centre, its radius |
/// | `4` text | its place, its font size, bold or not, what of it lies there: -1 its beginning, 0 its middle, 1 its end; its quarter turns |
fn spelt(drawing: &Drawing) -> (Vec<i32>, String) {
    let (mut numbers, mut texts) = (Vec::new(), String::new());
    for stroke in &drawing.0 {
        let shape = match stroke.shape {
            Shape::Line { .. } => 0,
            Shape::Area(_) => 1,
            Shape::Rectangle(..) => 2,
            Shape::Disc(..) => 3,
            Shape::Text(_) => 4,
        };
        numbers.extend([shape, stroke.colour as i32, stroke.alpha as i32]);
        match &stroke.shape {
            Shape::Line { width, spots } => {
                numbers.push(*width as i32);
                spell(spots, &mut numbers);
            }
            Shape::Area(spots) => spell(spots, &mut numbers),
            Shape::Rectangle((left, top), (right, bottom)) => numbers.extend([*left, *top, right - left, bottom - top]),
            Shape::Disc((x, y), radius) => numbers.extend([*x, *y, *radius as i32]),
            Shape::Text(text) => {
                let align = match text.align {
                    Align::Start => -1,
                    Align::Middle => 0,
                    Align::End => 1,
                };
                numbers.extend([text.at.0, text.at.1, text.size as i32, i32::from(text.bold), align, text.turns as i32]);
                texts.push_str(&text.text);
                texts.push('\n');
            }
        }
    }
    (numbers, texts)
}

fn spell(spots: &[(i32, i32)], numbers: &mut Vec<i32>) {
    numbers.push(spots.len() as i32);
    numbers.extend(spots.iter().flat_map(|(x, y)| [*x, *y]));
}
