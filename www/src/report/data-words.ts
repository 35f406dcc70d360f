import { vocabulary } from "./vocabulary.js";

/** What the columns of the data tables are called. */
export interface DataWords {
  readonly attribute: string;
  readonly construct: string;
  readonly path: string;
  readonly segment: string;
  readonly question: string;
  readonly level: string;
  readonly group: string;
  readonly weight: string;
  readonly score: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  readonly n: string;
  readonly share: string;
  readonly counted: string;
  readonly counts: string;
  readonly yes: string;
  readonly no: string;
  readonly importance: string;
  readonly performance: string;
  readonly quadrant: string;
  readonly priority: string;
  readonly certainty: string;
  readonly index: string;
  readonly nps: string;
  readonly p: string;
  readonly adjustedP: string;
  readonly significant: string;
  readonly gap: string;
  readonly category: string;
  readonly better: string;
  readonly worse: string;
  readonly raw: string;
  readonly coefficient: string;
  readonly rate: string;
  readonly total: string;
  readonly detractors: string;
  readonly passives: string;
  readonly promoters: string;
  readonly save: string;
}

const english: DataWords = {
  attribute: "Attribute",
  construct: "Construct",
  path: "Arrow",
  segment: "Segment",
  question: "Question",
  level: "Level",
  group: "Group",
  weight: "Weight",
  score: "Score",
  mean: "Mean",
  low: "Interval from",
  high: "to",
  n: "n",
  share: "Share",
  counted: "Answers",
  counts: "Counts as good",
  yes: "yes",
  no: "no",
  importance: "Importance",
  performance: "Satisfaction",
  quadrant: "Quadrant",
  priority: "Priority",
  certainty: "Certainty",
  index: "Index",
  nps: "NPS",
  p: "p",
  adjustedP: "p, adjusted",
  significant: "Differs",
  gap: "Gap",
  category: "Category",
  better: "Better",
  worse: "Worse",
  raw: "Importance",
  coefficient: "Coefficient",
  rate: "Stay for a year",
  total: "All",
  detractors: "Detractors (0–6)",
  passives: "Passives (7–8)",
  promoters: "Promoters (9–10)",
  save: "Save as CSV",
};

/** The words of the data tables, by language. */
export const dataWords = vocabulary<DataWords>(english, {
  ar: () => import("./data-words/ar.js"),
  de: () => import("./data-words/de.js"),
  es: () => import("./data-words/es.js"),
  fr: () => import("./data-words/fr.js"),
  ja: () => import("./data-words/ja.js"),
  pt: () => import("./data-words/pt.js"),
  zh: () => import("./data-words/zh-cn.js"),
  "zh-Hant": () => import("./data-words/zh-hant.js"),
});
