import type { SurveyDefinition } from "../definition.js";
import type { CsvOptions, SqlRow } from "../results.js";
import { Tally, tallyFromRows } from "../tally.js";
import { READING, reading } from "./counting.js";
import { of } from "./failure.js";
import { called, chunks, load, onceFromStandardInput, parsed, size, survey, text, write } from "./files.js";
import { options } from "./options.js";
import { Progress } from "./progress.js";

const OPTIONS = { ...READING, rows: { type: "boolean" }, progress: { type: "boolean" }, quiet: { type: "boolean" } } as const;

interface Telling {
  progress?: boolean | undefined;
  quiet?: boolean | undefined;
}

/** `manyi tally SURVEY ANSWERS...` */
export async function tally(args: string[]): Promise<void> {
  const { values, positionals: [definition = "-", ...answers] } = options(args, OPTIONS, 2, Infinity, "a survey and a file of answers");
  onceFromStandardInput([definition, ...answers, values.columns]);
  load();
  const checked = survey(definition);
  const how = reading(values);
  const whole = new Tally(checked);
  for (const path of answers) {
    if (values.rows) addRows(whole, checked, path, values);
    else await addCsv(whole, path, how, values);
  }
  write(values.out, `${JSON.stringify(whole)}\n`);
}

async function addCsv(whole: Tally, path: string, how: CsvOptions, telling: Telling): Promise<void> {
  const name = called(path);
  const progress = new Progress(name, size(path), telling);
  let empty = true;
  for await (const chunk of chunks(path)) {
    of(name, () => whole.addCsv(chunk, how));
    progress.add(chunk.length);
    empty = false;
  }
  if (empty) of(name, () => whole.addCsv(new Uint8Array(), how));
  const { rows, ignoredColumns, rejected: [first], rejectedCount } = of(name, () => whole.end());
  progress.end();
  if (telling.quiet) return;
  const count = (n: number, one: string) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
  process.stderr.write(`${name}: ${count(rows, "row")} counted\n`);
  if (ignoredColumns.length > 0) process.stderr.write(`${name}: columns that the survey does not ask for: ${ignoredColumns.join(", ")}\n`);
  if (first) {
    const cell = `row ${first.row}, column ${first.column}: ${JSON.stringify(first.value)} (${first.code})`;
    process.stderr.write(`${name}: ${count(rejectedCount, "cell")} left out; the first: ${cell}\n`);
  }
}

function addRows(whole: Tally, checked: SurveyDefinition, path: string, { quiet }: Telling): void {
  const name = called(path);
  const rows = resultRows(text(path), name);
  if (rows.length === 0 && !quiet) process.stderr.write(`${name}: no result rows, as of a table that is empty\n`);
  const part = of(name, () => tallyFromRows(checked, rows));
  of(name, () => whole.merge(part));
  part.free();
}

/** A JSON array, or an object a line. */
function resultRows(content: string, name: string): SqlRow[] {
  if (content.trimStart().startsWith("[")) return parsed(content, name) as SqlRow[];
  return content.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [parsed(line, name, "; result rows are a JSON array, or an object a line", at + 1) as SqlRow]));
}
