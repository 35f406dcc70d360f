import { type TemplateResult, html, nothing } from "lit/html.js";
import type { Row } from "../table.js";
import { saver } from "./charts.js";
import type { Tongue } from "./tongue.js";

/** The attributes as a table: what the quadrants show, for everyone to read and copy. `shares` says that importance is a part of a whole. */
export function ranking(rows: readonly Row[], shares: boolean, save: (format: "csv" | "json") => void, { messages, numbers }: Tongue): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const importance = (value: number | null) => (shares ? numbers.percent(value) : numbers.decimal(value));
  // On a narrow page each row is laid out as a card; the roles keep it a table for screen readers.
  return html`
    <section class="panel ranking" part="ranking" aria-labelledby="title-ranking">
      <header>
        <h3 id="title-ranking">${messages.ranking}</h3>
        <div class="saves">${saver("csv", messages.csv, messages.ranking, () => save("csv"), messages.save)} ${saver("json", messages.json, messages.ranking, () => save("json"), messages.save)}</div>
      </header>
      <table role="table" aria-labelledby="title-ranking" part="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="figure">${messages.rank}</th>
            <th role="columnheader" scope="col">${messages.attribute}</th>
            <th role="columnheader" scope="col" class="figure">${messages.importance}</th>
            <th role="columnheader" scope="col" class="figure">${messages.performance}</th>
            <th role="columnheader" scope="col" class="figure answers">${messages.answers}</th>
            <th role="columnheader" scope="col">${messages.quadrant}</th>
            <th role="columnheader" scope="col">${messages.advice}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            (row) => html`
              <tr role="row" data-id=${row.id} data-quadrant=${row.quadrant ?? nothing}>
                <td role="cell" class="figure rank">${numbers.count(row.rank)}</td>
                <th role="rowheader" scope="row">${row.title}</th>
                <td role="cell" class="figure importance" data-label=${messages.importance}>${importance(row.importance)}</td>
                <td role="cell" class="figure performance" data-label=${messages.performance}>${numbers.decimal(row.performance)}</td>
                <td role="cell" class="figure answers">${row.n === null ? "–" : numbers.count(row.n)}</td>
                <td role="cell" class="quadrant">${row.quadrant ? messages.quadrants[row.quadrant] : messages.noQuadrant}</td>
                <td role="cell" class="advice">${row.advice}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `;
}
