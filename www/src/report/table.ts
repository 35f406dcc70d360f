import type { Quadrant } from "../measures.js";
import type { Report } from "../results.js";
import type { Messages } from "./messages.js";
import type { Reading } from "./source.js";

/** An attribute as the table shows it. */
export interface Row {
  readonly rank: number;
  readonly id: string;
  readonly title: string;
  readonly importance: number | null;
  readonly performance: number | null;
  readonly n: number | null;
  readonly quadrant: Quadrant | null;
  readonly advice: string;
}

/** The attributes, most urgent first; those that could not be placed come last. */
export function rows(report: Report, titles: Readonly<Record<string, string>>, messages: Messages): Row[] {
  const result = report.quadrants;
  if (!result) return [];
  const unplaced = result.points.map((point) => point.id).filter((id) => !result.order.includes(id));
  return [...result.order, ...unplaced].flatMap((id, index) => {
    const point = result.points.find((point) => point.id === id);
    if (!point) return [];
    const n = report.index?.factors.find((factor) => factor.id === id)?.n ?? null;
    const { importance, performance, quadrant } = point;
    return [{ rank: index + 1, id, title: titles[id] ?? id, importance, performance, n, quadrant, advice: advice(quadrant, point.onCrosshair, messages) }];
  });
}

function advice(quadrant: Quadrant | null, onCrosshair: boolean, messages: Messages): string {
  if (onCrosshair) return messages.onTheLine;
  return quadrant ? messages.adviceFor[quadrant] : messages.noAdvice;
}

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
