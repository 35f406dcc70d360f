import { type TemplateResult, html } from "lit/html.js";
import type { Chart, Report } from "../../results.js";
import { type DataTable, type Names, dataTables, written } from "../data-tables.js";
import { dataWords } from "../data-words.js";
import { download } from "../download.js";
import { csvFile, jsonFile } from "../exports.js";
import { csvText } from "../table-csv.js";
import type { Tongue } from "./tongue.js";

/** The numbers behind each chart of a report, for those who hear the page, and for copying. `file` is what the files are called.
 * They are there once their words have come, of which `came` tells. */
export function tablesOf(report: Report, names: Names, file: string, tongue: Tongue, came: () => void): Partial<Record<Chart, TemplateResult>> {
  const words = dataWords.now(tongue.language, came);
  if (!words) return {};
  const tables = Object.entries(dataTables(report, names, words));
  return Object.fromEntries(tables.map(([chart, table]) => [chart, view(table, chart, `${file}-${chart}`, words.save, tongue)]));
}

/** Its rows as records, by the columns' titles. */
function records({ columns, rows }: DataTable): Record<string, string | number | null>[] {
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [columns[at]!.title, cell])));
}

function view(table: DataTable, chart: string, file: string, save: string, { numbers }: Tongue): TemplateResult {
  const figure = (column: number) => (table.columns[column]?.kind === "text" ? "" : "figure");
  // A table that is wider than the page is moved by itself, with the keyboard too.
  return html`
    <div class="wide" tabindex="0" role="region" aria-labelledby="title-${chart}">
      <table class="numbers" aria-labelledby="title-${chart}">
        <thead>
          <tr>${table.columns.map(({ title }, at) => html`<th scope="col" class=${figure(at)}>${title}</th>`)}</tr>
        </thead>
        <tbody>
          ${table.rows.map((cells) => html`<tr>${cells.map((cell, at) => (at === 0 ? html`<th scope="row">${written(cell, table.columns[at]!.kind, numbers)}</th>` : html`<td class=${figure(at)}>${written(cell, table.columns[at]!.kind, numbers)}</td>`))}</tr>`)}
        </tbody>
      </table>
    </div>
    <button type="button" part="save" data-save="data" @click=${() => download(csvFile(csvText([table.columns.map(({ title }) => title), ...table.rows])), `${file}.csv`)}>${save}</button>
    <button type="button" part="save" data-save="data-json" @click=${() => download(jsonFile(records(table)), `${file}.json`)}>${save.replace("CSV", "JSON")}</button>
  `;
}
