// What an analysis asks and gives, and what charts are drawn with, as plain objects. The types come from Rust.
export type {
  AnalyseOptions, AnswerSpread, CesChart, Change, Changes, Chart, ChartData, ColumnGuesses, ColumnRole, CsatChart, CsvOptions, CsvSummary as CsvEnd, Detail, DrawOptions, DriversChart, ExpectedAnswer, GapsChart, IndexChart, KanoChart, LoyaltyChart, NpsChart, PathModelChart, PictureTheme, QuadrantsChart, Rejected, Report, RetentionChart, ScaleBounds,
  SegmentsChart, SqlOptions, SqlRow, Supposed, SupposedAttribute,
  SvgOptions, TiersChart, WeightsChart,
} from "../wasm/full/manyi.js";
