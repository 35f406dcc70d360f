import { type TemplateResult, html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { filled } from "../../report/messages.js";
import { saver } from "../../report/view/charts.js";
import type { CustomerReport, CustomerRow } from "../customers.js";
import type { CustomerTongue } from "./tongue.js";

/** Who comes first. */
export type Order = "lowest" | "highest" | "worth";

/** How many customers the page lists; all of them are in the files. */
const LISTED = 20;

const FIRST: Readonly<Record<Order, (a: CustomerRow, b: CustomerRow) => number>> = {
  lowest: (a, b) => a.to - a.from - (b.to - b.from) || b.value - a.value,
  highest: (a, b) => b.to - b.from - (a.to - a.from) || b.value - a.value,
  worth: (a, b) => b.value - a.value,
};

/** Where customers stand on the loyalty staircase, and why. */
export function staircase(report: CustomerReport, order: Order, choose: (order: Order) => void, save: (format: "csv" | "json") => void, tongue: CustomerTongue): TemplateResult {
  const { said, messages, numbers } = tongue;
  const orders: Record<Order, string> = { lowest: said.showLowest, highest: said.showHighest, worth: said.showWorth };
  const listed = [...report.customers].sort(FIRST[order]).slice(0, LISTED);
  const more = report.customers.length - listed.length;
  return html`
    <section class="panel" part="staircase" aria-labelledby="title-staircase">
      <header>
        <h3 id="title-staircase">${said.staircase}</h3>
        <label class="order">${said.show}
          <select name="order" .value=${live(order)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Order)}>
            ${(Object.keys(orders) as Order[]).map((one) => html`<option value=${one} ?selected=${one === order}>${orders[one]}</option>`)}
          </select>
        </label>
        <div class="saves">
          ${saver("csv", messages.csv, said.staircase, () => save("csv"), messages.save)} ${saver("json", "JSON", said.staircase, () => save("json"), messages.save)}
        </div>
      </header>
      <div class="listed" tabindex="0" role="group" aria-label=${said.staircase}>
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${said.customer}</th>
              <th role="columnheader" scope="col">${said.tier}</th>
              <th role="columnheader" scope="col" class="figure">${said.value}</th>
              <th role="columnheader" scope="col" class="figure">${said.change}</th>
              <th role="columnheader" scope="col">${said.reasons}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${listed.map(
              (customer) => html`
                <tr role="row" data-id=${customer.id}>
                  <th role="rowheader" scope="row">${customer.id}${customer.lost ? html` <span class="muted">${said.left}</span>` : nothing}</th>
                  <td role="cell" data-label=${said.tier}>${customer.tier}</td>
                  <td role="cell" class="figure" data-label=${said.value}>${numbers.decimal(customer.value)}</td>
                  <td role="cell" class="figure step" data-label=${said.change}>${numbers.steps(customer.from)} → ${numbers.steps(customer.to)}</td>
                  <td role="cell" class="why">${customer.reasons.length === 0 ? html`<span class="muted">${said.noReason}</span>` : html`<ul>${customer.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="muted more">${filled(said.more, { n: numbers.count(more) })}</p>` : nothing}
    </section>
  `;
}
