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

const chinese: DataWords = {
  attribute: "项目",
  construct: "构念",
  path: "路径",
  segment: "人群",
  question: "问题",
  level: "等级",
  group: "群体",
  weight: "权重",
  score: "得分",
  mean: "均值",
  low: "区间下限",
  high: "上限",
  n: "n",
  share: "占比",
  counted: "答复数",
  counts: "计为好评",
  yes: "是",
  no: "否",
  importance: "重要性",
  performance: "满意度",
  quadrant: "象限",
  priority: "优先度",
  certainty: "确定度",
  index: "指数",
  nps: "净推荐值",
  p: "p",
  adjustedP: "校正后的 p",
  significant: "有差异",
  gap: "差距",
  category: "分类",
  better: "满意系数",
  worse: "不满意系数",
  raw: "重要性",
  coefficient: "系数",
  rate: "一年留存率",
  total: "全体",
  detractors: "贬损者（0–6）",
  passives: "中立者（7–8）",
  promoters: "推荐者（9–10）",
  save: "保存为 CSV",
};

/** The words of a language tag; English where we do not speak it. */
export function dataWords(language: string): DataWords {
  return language.toLowerCase().startsWith("zh") ? chinese : english;
}
