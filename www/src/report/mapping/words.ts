import type { ColumnRole } from "../../results.js";

/** What the mapping step says, in one language. */
export interface Words {
  readonly title: string;
  readonly intro: string;
  readonly readAs: string;
  readonly asSurvey: string;
  readonly asOwn: string;
  readonly columns: string;
  readonly column: string;
  readonly examples: string;
  readonly holds: string;
  readonly scale: string;
  readonly scaleOf: string;
  readonly holdsOf: string;
  readonly nothing: string;
  readonly weight: string;
  readonly missing: string;
  readonly missingHelp: string;
  readonly accept: string;
  readonly cancel: string;
  readonly kept: string;
  readonly own: string;
  readonly change: string;
  readonly roles: Record<ColumnRole, string>;
}

const english: Words = {
  title: "What do the columns of {name} hold?",
  intro: "This is a first guess from the headers and the first {rows} rows. Correct what is wrong; the choice is kept in this browser for the next file with the same headers.",
  readAs: "Read the file as",
  asSurvey: "answers to “{title}”",
  asOwn: "a survey of its own",
  columns: "Columns of the file",
  column: "Column",
  examples: "Values",
  holds: "Holds",
  scale: "Scale",
  scaleOf: "Scale of {column}",
  holdsOf: "What {column} holds",
  nothing: "nothing that counts",
  weight: "the weight of the row",
  missing: "No answer is written as",
  missingHelp: "Separated by commas. Empty cells are always no answer.",
  accept: "Make the report",
  cancel: "Cancel",
  kept: "The columns of {name} are read as they were settled in this browser.",
  own: "The columns of {name} are those of the survey.",
  change: "Change the columns",
  roles: {
    satisfaction: "satisfaction",
    importance: "importance",
    expectation: "expectation",
    perception: "perception",
    overall: "overall satisfaction",
    nps: "recommendation, 0–10",
    ces: "ease, 1–7",
    segment: "group (region, age)",
    weight: "the weight of the row",
    ignored: "nothing that counts",
  },
};

const chinese: Words = {
  title: "{name} 的各列是什么？",
  intro: "以下是根据列名和前 {rows} 行得出的初步判断，请更正不对之处。您的选择会保存在此浏览器中，下次打开列名相同的文件时使用。",
  readAs: "将文件读作",
  asSurvey: "“{title}”的答复",
  asOwn: "一份独立的调查",
  columns: "文件的各列",
  column: "列",
  examples: "取值",
  holds: "内容",
  scale: "量表",
  scaleOf: "{column} 的量表",
  holdsOf: "{column} 的内容",
  nothing: "不计入",
  weight: "该行的权重",
  missing: "表示未作答的写法",
  missingHelp: "以逗号分隔。空单元格总是表示未作答。",
  accept: "生成报告",
  cancel: "取消",
  kept: "{name} 的各列按此浏览器中确定的方式读取。",
  own: "{name} 的各列与调查一致。",
  change: "更改各列",
  roles: {
    satisfaction: "满意度",
    importance: "重要性",
    expectation: "期望",
    perception: "感知",
    overall: "总体满意度",
    nps: "推荐意愿，0–10",
    ces: "容易程度，1–7",
    segment: "人群（地区、年龄）",
    weight: "该行的权重",
    ignored: "不计入",
  },
};

/** The words of a language tag; English where we do not speak it. */
export function wordsIn(language: string): Words {
  return language.toLowerCase().startsWith("zh") ? chinese : english;
}
