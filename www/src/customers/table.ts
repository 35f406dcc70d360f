import type { CustomerReport } from "./customers.js";
import { csvText } from "../report/table-csv.js";

/** The tiers as CSV: numbers in full; what is not known is empty. */
export function tiersCsv({ rows }: CustomerReport): string {
  const head = ["tier", "customers", "share of customers", "value", "share of value", "mean value", "churn rate", "lifetime value"];
  const lines = rows.map((row) => [row.tier ?? "all", row.customers, row.shareOfCustomers, row.value, row.shareOfValue, row.meanValue, row.churnRate, row.lifetimeValue]);
  return csvText([head, ...lines]);
}

/** Every customer as CSV, with the reasons for each step. */
export function customersCsv({ customers }: CustomerReport): string {
  const head = ["id", "tier", "value", "lost", "from", "to", "reasons"];
  const lines = customers.map(({ id, tier, value, lost, from, to, reasons }) => [id, tier, value, lost ? "yes" : "no", from, to, reasons.join("; ")]);
  return csvText([head, ...lines]);
}
