/** English, and the list of what there is to say. */
export const english = {
  /** How the language is written: `ltr` or `rtl`. */
  direction: "ltr",

  // ---- the first screen
  answered: { one: "{n} person answered.", other: "{n} people answered." },
  answeredSegment: { one: "{n} person answered in {segment}.", other: "{n} people answered in {segment}." },
  indexIs: "The satisfaction index is {index} ({level} interval: {low} to {high}).",
  indexIsBare: "The satisfaction index is {index}.",
  improveFirst: "Improve {name} first: it matters more than most (importance {importance}, line at {importanceLine}), yet satisfaction lags ({performance}, line at {performanceLine}).",
  improveNext: "Then work on {names}.",
  improveNothing: "Nothing cries for help: no attribute is both important and behind the others.",
  improveUnknown: "What to improve first cannot be told: for that, attributes must differ in how much they matter and in how well they do.",
  keepUp: "Keep up {names}: what matters there is done well.",
  andMore: { one: "{n} more", other: "{n} more" },
  nearTheLines: "Judge {names} with care: another rule for the crosshair moves them to another quadrant.",
  npsIs: {
    one: "The net promoter score is {nps} ({low} to {high}), from {n} answer: promoters {promoters}, detractors {detractors}.",
    other: "The net promoter score is {nps} ({low} to {high}), from {n} answers: promoters {promoters}, detractors {detractors}.",
  },
  npsIsBare: {
    one: "The net promoter score is {nps}, from {n} answer: promoters {promoters}, detractors {detractors}.",
    other: "The net promoter score is {nps}, from {n} answers: promoters {promoters}, detractors {detractors}.",
  },
  index: "Satisfaction index",
  interval: "{level} interval {low} – {high}",
  noIndex: "No index: too few answers.",
  inWords: "In words",

  // ---- choices
  choices: "Choices",
  segment: "Segment",
  everyone: "Everyone",
  segmentOption: "{question}: {value} ({n})",
  importanceFrom: "Importance",
  importanceMethods: {
    stated: "as stated",
    pearson: "correlation with the outcome",
    lmg: "share of R² (LMG)",
    johnson: "relative weight (Johnson)",
    first: "R² alone (first)",
    last: "R² added last",
    "beta-squared": "squared beta",
    pratt: "Pratt",
  },
  crosshair: "Crosshair",
  level: "Confidence",
  minimumCell: "Smallest segment shown",
  crosshairRules: { mean: "mean of the attributes", median: "median of the attributes", midpoint: "midpoint of the scale" },

  // ---- charts
  quadrantChart: "Importance and satisfaction",
  npsChart: "Net promoter score",
  indexChart: "Satisfaction by attribute",
  segmentsChart: "Satisfaction by segment",
  gapsChart: "Perception against expectation",
  kanoChart: "Kano classes",
  png: "PNG",
  svg: "SVG",
  csv: "CSV",
  save: "Save “{what}” as {format}",

  closer: "{what}: the arrow keys look at it piece by piece",

  // ---- the table
  ranking: "Attributes by urgency",
  rank: "Rank",
  attribute: "Attribute",
  importance: "Importance",
  performance: "Satisfaction",
  answers: "Answers",
  quadrant: "Quadrant",
  advice: "What to do",
  quadrants: { concentrate: "Concentrate here", "keep-up": "Keep up the good work", "low-priority": "Low priority", overkill: "Possible overkill" },
  adviceFor: {
    concentrate: "Improve this first: it matters, and it is behind.",
    "keep-up": "Hold the level: it matters, and it is good.",
    "low-priority": "Leave for later: behind, but it matters less.",
    overkill: "Do not add effort: good, but it matters less.",
  },
  noQuadrant: "Not placed",
  noAdvice: "Too little is known to advise.",
  onTheLine: "On the line: check again with more answers.",

  // ---- where the answers come from
  fromStore: "Answers kept in this browser",
  fromFile: "Answers from {name}",
  fromTally: "Counted answers",
  openFile: "Open a CSV file",
  dropHere: "or drop one here",
  backToStart: "Back to the first answers",
  whatIf: "What if scores were better?",
  compare: "Compare with an earlier period",
  reading: "Reading {name}: {size}",
  ready: "The report is ready.",
  empty: "Nobody has answered yet. The report appears here with the first answer.",
  notes: "Notes on this report",
  ignoredColumns: "Columns that the survey does not ask for were left out: {names}.",
  rejected: { one: "{n} cell was not understood and was left out.", other: "{n} cells were not understood and were left out." },
  rejectedCell: "Row {row}, column {column}: “{value}” ({code})",
  rejectedMore: { one: "and {n} more", other: "and {n} more" },
  failed: "This did not work: {message}",
  retry: "Try again",

  // ---- what weakens a report, by the code of the warning; what is not here is said in the words that came with it, which are English
  warnings: {} as Record<string, string>,
};
