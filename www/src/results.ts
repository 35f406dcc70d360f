// What an analysis asks and gives, and what charts are drawn with, as plain objects. The types come from Rust.
export type {
  AnalyseOptions, AnswerSpread, Change, Changes, Chart, ColumnGuesses, ColumnRole, CsvOptions, CsvSummary as CsvEnd, Detail, DrawOptions, ExpectedAnswer, Rejected, PictureTheme, Report, ScaleBounds, SqlOptions, SqlRow, Supposed, SupposedAttribute,
  SvgOptions,
} from "../wasm/full/manyi.js";
