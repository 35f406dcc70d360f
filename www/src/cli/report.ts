import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { reported } from "../reported.js";
import { chartsOf, namesOf } from "../report/charts.js";
import { type Chosen, type Crosshair, type Importance, attributeTitles, importances, isShare, segmentOf, segmentTitle } from "../report/choices.js";
import { dataTables } from "../report/data-tables.js";
import { dataWords } from "../report/data-words.js";
import { type Messages, messagesIn, messagesNow, spokenTag } from "../report/messages.js";
import { numbersIn } from "../report/numbers.js";
import { sentences } from "../report/sentences.js";
import { rows } from "../report/table.js";
import { csvText, tableCsv } from "../report/table-csv.js";
import type { SurveyDefinition } from "../definition.js";
import type { AnalyseOptions } from "../results.js";
import { Tally } from "../tally.js";
import { InputError, UsageError, of } from "./failure.js";
import { called, counts, load, onceFromStandardInput, save, survey } from "./files.js";
import { number, options } from "./options.js";
import { page } from "./page.js";

const OPTIONS = {
  out: { type: "string" },
  language: { type: "string", default: "en" },
  segment: { type: "string" },
  importance: { type: "string" },
  crosshair: { type: "string" },
  level: { type: "string" },
  "minimum-cell": { type: "string" },
} as const;

/** The languages of a report, as the help tells them. */
const SPOKEN = ["en", "zh-CN", "zh-TW", "es", "de", "fr", "ja", "pt", "ar"];

/** Widths of charts in CSS pixels: beside text, and on a phone. */
const WIDE = 760;
const NARROW = 360;

/** `manyi report SURVEY TALLY --out FOLDER` */
export async function report(args: string[]): Promise<void> {
  const { values, positionals: [definition = "-", path = "-"] } = options(args, OPTIONS, 2, 2, "a survey and a tally");
  const folder = values.out;
  if (folder === undefined) throw new UsageError("--out is missing: the folder to write into");
  onceFromStandardInput([definition, path]);
  if (isFile(folder)) throw new UsageError(`--out is the folder to write into, and ${folder} is a file`);
  const language = tag(values.language);
  const segment = segmentOf(values.segment ?? null);
  if (values.segment !== undefined && !segment) throw new UsageError(`--segment is question=value, not "${values.segment}"`);
  const chosen: Chosen = {
    segment,
    importance: (values.importance ?? null) as Importance | null,
    crosshair: (values.crosshair ?? null) as Crosshair | null,
    level: number("level", values.level),
    minimumCell: number("minimum-cell", values["minimum-cell"]),
  };
  const choices: AnalyseOptions = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null));

  load();
  const checked = survey(definition);
  spoken(language, checked);
  const counted = counts(path);
  const tally = of(called(path), () => Tally.fromJSON(checked, counted));
  const handle = of("report", () => tally[reported](checked, choices));
  const result = handle.written();

  const tongue = { language, messages: await loaded(language), numbers: numbersIn(spokenTag(language)) };
  if (tongue.messages.pictured) handle.teach(language, tongue.messages.pictured);
  const titles = attributeTitles(checked, language);
  const shares = isShare(chosen.importance ?? importances(checked)[0]);
  const names = namesOf(checked, tongue);
  const tables = dataTables(result, names, await dataWords.of(language));
  const drawn = (chart: Parameters<typeof handle.svg>[0], about: Parameters<typeof handle.svg>[1], width: number, scheme: "light" | "dark") =>
    handle.svg(chart, about, { width, height: Math.round(handle.chartHeight(chart, about, width)), theme: { scheme }, language });
  // Where nobody answered, there is nothing to see.
  const nobody = result.n === 0;
  if (nobody) process.stderr.write(`${called(path)}: ${segment ? "nobody in this segment has answered" : "nobody has answered"}, so that there are no charts\n`);
  const charts = (nobody ? [] : chartsOf(checked, result, chosen, tongue)).map(({ chart, title, about }) => ({
    chart,
    title,
    summary: handle.describe(chart, about, language),
    table: tables[chart] ?? null,
    file: drawn(chart, { ...about, title }, WIDE, "light"),
    wide: { light: drawn(chart, about, WIDE, "light"), dark: drawn(chart, about, WIDE, "dark") },
    narrow: { light: drawn(chart, about, NARROW, "light"), dark: drawn(chart, about, NARROW, "dark") },
  }));
  const ranked = nobody ? [] : rows(result, titles, tongue.messages);
  const said = sentences(result, { ...tongue, titles, shares, segment: segment && segmentTitle(checked, segment, language).value });

  makeFolder(folder);
  save(join(folder, "report.json"), `${JSON.stringify(result, null, 2)}\n`);
  for (const { chart, file, table } of charts) {
    save(join(folder, `${chart}.svg`), file);
    if (table) save(join(folder, `${chart}.csv`), csv(csvText([table.columns.map(({ title }) => title), ...table.rows])));
  }
  if (ranked.length > 0) save(join(folder, "ranking.csv"), csv(tableCsv(ranked, tongue.messages)));
  save(join(folder, "index.html"), page({ survey: checked, report: result, said, ranked, shares, charts, tongue }));
  handle.free();
  tally.free();
}

/** The words of a language. */
async function loaded(language: string): Promise<Messages> {
  await messagesIn(language);
  return messagesNow(language, () => undefined);
}

// The mark at its beginning tells spreadsheets that it is UTF-8.
const csv = (text: string) => `\uFEFF${text}`;

function tag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    throw new UsageError(`--language takes a tag such as en or zh-CN, not "${language}"`);
  }
}

/** Refuses a language that neither the report nor the survey speaks. */
function spoken(language: string, { languages = [] }: SurveyDefinition): void {
  const known = [...SPOKEN, ...languages.filter((one) => !SPOKEN.includes(one))];
  const [base] = language.split("-");
  if (known.some((one) => one.split("-")[0] === base)) return;
  throw new UsageError(`--language "${language}" is not spoken; there are ${known.join(", ")}`);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new InputError(`${path} cannot be made: ${(error as Error).message}`, { cause: error });
  }
}
