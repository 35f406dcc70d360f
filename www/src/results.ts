// What an analysis asks and gives, and what charts are drawn with, as plain objects. The types come from Rust.
export type { AnalyseOptions, Chart, CsvOptions, CsvSummary as CsvEnd, DrawOptions, PictureTheme, Report, SqlOptions, SqlRow, SvgOptions } from "../wasm/full/manyi.js";
