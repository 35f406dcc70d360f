import type { Messages } from "./messages.js";
import type { Reading } from "./source.js";
import type { Row } from "./table.js";

/** The table as CSV: numbers in full and with a point, so that any program reads them; what is not known is empty. */
export function tableCsv(table: readonly Row[], messages: Messages): string {
  const head = [messages.rank, "id", messages.attribute, messages.importance, messages.performance, messages.answers, messages.quadrant, messages.advice];
  const lines = table.map((row) => [row.rank, row.id, row.title, row.importance, row.performance, row.n, row.quadrant, row.advice]);
  return csvText([head, ...lines]);
}

/** The cells of a file that were not understood, as CSV. */
export function rejectedCsv(cells: Reading["rejected"]): string {
  return csvText([["row", "column", "value", "code"], ...cells.map(({ row, column, value, code }) => [row, column, value, code])]);
}

/** Lines of cells as CSV (RFC 4180). */
export function csvText(lines: readonly (readonly (string | number | null)[])[]): string {
  return lines.map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value: string | number | null): string {
  // What a spreadsheet would take for a formula gets an apostrophe in front, as the answers' own CSV has it.
  const text = value === null ? "" : typeof value === "number" ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
