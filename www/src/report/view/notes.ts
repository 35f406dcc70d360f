import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Report } from "../../results.js";
import { filled } from "../messages.js";
import { plural } from "../sentences.js";
import type { Reading } from "../source.js";
import { saver } from "./charts.js";
import type { Tongue } from "./tongue.js";

/** How many rejected cells are listed; a file of another survey would fill the page. */
const LISTED = 100;

/** What weakens the report: its own warnings, and what of the file was left out. */
export function notes(report: Report, reading: Reading, save: (cells: Reading["rejected"]) => void, tongue: Tongue): TemplateResult | typeof nothing {
  const { messages, numbers } = tongue;
  const { ignoredColumns } = reading;
  if (report.warnings.length === 0 && ignoredColumns.length === 0 && reading.rejected.length === 0) return nothing;
  return html`
    <section class="notes" part="notes" aria-labelledby="title-notes">
      <h3 id="title-notes">${messages.notes}</h3>
      <ul>
        ${report.warnings.map((warning) => html`<li data-code=${warning.code}>${messages.warnings[warning.code] ?? warning.message}</li>`)}
        ${ignoredColumns.length === 0 ? nothing : html`<li data-code="ignored-columns">${filled(messages.ignoredColumns, { names: numbers.list(ignoredColumns) })}</li>`}
        ${rejected(reading, save, tongue)}
      </ul>
    </section>
  `;
}

function rejected({ rejected: cells, rejectedCount: all }: Reading, save: (cells: Reading["rejected"]) => void, { messages, numbers }: Tongue): TemplateResult | typeof nothing {
  if (cells.length === 0) return nothing;
  const more = all - Math.min(LISTED, cells.length);
  const words = filled(plural(messages.rejected, all, numbers), { n: numbers.count(all) });
  return html`
    <li data-code="rejected">
      <details part="rejected">
        <summary>${words}</summary>
        <div class="saves">${saver("csv", messages.csv, words, () => save(cells), messages.save)}</div>
        <ol role="list" tabindex="0" aria-label=${messages.notes}>
          ${cells.slice(0, LISTED).map((cell) => html`<li>${filled(messages.rejectedCell, { row: numbers.count(cell.row), column: cell.column, value: cell.value, code: cell.code })}</li>`)}
          ${more > 0 ? html`<li>${filled(plural(messages.rejectedMore, more, numbers), { n: numbers.count(more) })}</li>` : nothing}
        </ol>
      </details>
    </li>
  `;
}
