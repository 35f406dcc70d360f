import { type TemplateResult, html } from "lit/html.js";
import { saver } from "../../report/view/charts.js";
import type { CustomerReport } from "../customers.js";
import type { CustomerTongue } from "./tongue.js";

/** Each tier: how many it holds, what they bring, how many left, and what one of them brings over the years. */
export function tierTable(report: CustomerReport, save: (format: "csv" | "json") => void, { said, messages, numbers }: CustomerTongue): TemplateResult {
  const heads = [said.customers, said.share, said.value, said.shareOfValue, said.meanValue, said.churnRate, said.lifetime];
  return html`
    <section class="panel" part="tiers" aria-labelledby="title-tier-table">
      <header>
        <h3 id="title-tier-table">${said.tiers}</h3>
        <div class="saves">
          ${saver("csv", messages.csv, said.tiers, () => save("csv"), messages.save)} ${saver("json", "JSON", said.tiers, () => save("json"), messages.save)}
        </div>
      </header>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row"><th role="columnheader" scope="col">${said.tier}</th>${heads.map((head) => html`<th role="columnheader" scope="col" class="figure">${head}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${report.rows.map((row) => {
            const figures = [
              numbers.count(row.customers), numbers.percent(row.shareOfCustomers), numbers.count(row.value), numbers.percent(row.shareOfValue),
              numbers.decimal(row.meanValue), numbers.percent(row.churnRate), numbers.decimal(row.lifetimeValue),
            ];
            return html`<tr role="row" data-tier=${row.tier ?? "all"}>
              <th role="rowheader" scope="row">${row.tier ?? said.everybody}</th>
              ${figures.map((figure, at) => html`<td role="cell" class="figure" data-label=${heads[at] ?? ""}>${figure}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </section>
  `;
}
