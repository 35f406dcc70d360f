import { ManyiError } from "../error.js";

/** A table of texts. */
export interface Cells {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** So many rows are read before the page has its turn. */
const ROWS = 5000;

/** Reads CSV: cells in quotes, either line ending, and the separator that the headers use most. */
export async function cellsOf(text: string, signal: AbortSignal): Promise<Cells> {
  const separator = separatorOf(text);
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}"\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, "y");
  const rows: string[][] = [];
  let row: string[] = [];
  cell.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new ManyiError("bad-csv", `row ${rows.length + 1}: a quote stands where none can: ${text.slice(at, at + 40)}`, `row ${rows.length + 1}`);
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    if (match[3] === separator) {
      if (cell.lastIndex === text.length) row.push("");
      else continue;
    }
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    if (rows.length % ROWS === 0) {
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
  }
  const [headers, ...rest] = rows;
  if (!headers) throw new ManyiError("bad-csv", "the file is empty");
  return { headers, rows: rest };
}

function separatorOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string) => head.split(separator).length;
  return [",", ";", "\t"].reduce((most, one) => (count(one) > count(most) ? one : most));
}
