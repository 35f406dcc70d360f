import { type TemplateResult, html, nothing } from "lit/html.js";
import { pieces } from "../../report/messages.js";
import type { CustomerReport } from "../customers.js";
import type { CustomerTongue } from "./tongue.js";

/** The customers in words: what they are worth, who brings most of it, who left, and where the rest are going. */
export function summary(report: CustomerReport, { said, messages, numbers }: CustomerTongue): TemplateResult {
  const sentence = (about: string, text: string, values: Record<string, string>) =>
    html`<li data-about=${about}>${pieces(text, values).map((piece) => (piece.filled ? html`<strong>${piece.text}</strong>` : piece.text))}</li>`;
  const all = report.rows.find((row) => row.tier === null);
  const [best] = report.rows;
  const count = (is: (change: number) => boolean) => numbers.count(report.customers.filter(({ from, to }) => is(to - from)).length);
  const lost = report.customers.filter((customer) => customer.lost).length;
  return html`
    <section class="summary" part="summary" aria-label=${messages.inWords}>
      <div class="score" part="churn">
        <span class="label">${all?.churnRate == null ? said.customers : said.churnRate}</span>
        <span class="number">${all?.churnRate == null ? numbers.count(report.n) : numbers.percent(all.churnRate)}</span>
        <span class="muted">n = ${numbers.count(report.n)}</span>
      </div>
      <ul class="sentences" part="sentences" role="list">
        ${all ? sentence("worth", said.worth, { n: numbers.count(all.customers), value: numbers.count(all.value) }) : nothing}
        ${best?.tier
          ? sentence("top", said.top, { tier: best.tier, customers: numbers.count(best.customers), shareOfCustomers: numbers.percent(best.shareOfCustomers), shareOfValue: numbers.percent(best.shareOfValue) })
          : nothing}
        ${all?.churnRate == null ? nothing : sentence("churn", said.churn, { lost: numbers.count(lost), rate: numbers.percent(all.churnRate) })}
        ${sentence("staircase", said.fell, { fell: count((change) => change < 0), rose: count((change) => change > 0), stayed: count((change) => change === 0) })}
        ${report.rejected.length === 0 ? nothing : sentence("rejected", said.rejected, { n: numbers.count(report.rejected.length) })}
      </ul>
    </section>
  `;
}
