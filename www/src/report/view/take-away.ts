import { type TemplateResult, html } from "lit/html.js";
import { saver } from "./charts.js";
import type { Tongue } from "./tongue.js";

/** What the reader takes away: the report, its tally in either format, or all of it on paper. */
export type Taken = "report" | "json" | "csv" | "print";

/** The report as a whole, to be taken away. */
export function takeAway(take: (what: Taken) => void, { messages }: Tongue): TemplateResult {
  const tally = messages.tally;
  return html`
    <p class="saves" part="take-away">
      <span class="muted">${messages.report}</span> ${saver("report", messages.json, messages.report, () => take("report"), messages.save)}
      <span class="muted">${tally}</span> ${saver("tally-json", messages.json, tally, () => take("json"), messages.save)} ${saver("tally-csv", messages.csv, tally, () => take("csv"), messages.save)}
      <button type="button" part="print" @click=${() => take("print")}>${messages.print}</button>
    </p>
  `;
}
