import type { ColumnRole } from "../../results.js";
import { vocabulary } from "../vocabulary.js";

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

/** What is said until a language has come. */
export const english: Words = {
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

/** The words of the mapping step, by language. */
export const mappingWords = vocabulary<Words>(english, {
  ar: () => import("./words/ar.js"),
  de: () => import("./words/de.js"),
  es: () => import("./words/es.js"),
  fr: () => import("./words/fr.js"),
  ja: () => import("./words/ja.js"),
  pt: () => import("./words/pt.js"),
  zh: () => import("./words/zh-cn.js"),
  "zh-Hant": () => import("./words/zh-hant.js"),
});
