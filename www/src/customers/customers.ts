import type { Cells } from "./cells.js";
import { type Staircase, type Tiers, churn, lifetimeValue, loyaltyStaircase, tiers } from "./measures.js";
import type { CustomerSettings } from "./settings.js";

type Fact = number | boolean | string;

/** A customer as the file tells it. */
export interface Customer {
  readonly id: string;
  /** All rows' values together; `null` where none of them holds one. */
  readonly value: number | null;
  readonly lost: boolean;
  /** One event for each row: its cells by their headers. An empty cell is left out. */
  readonly events: Record<string, Fact>[];
}

/** A cell that could not be read as what it should be. */
export interface Rejected {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
}

/** What a tier of customers is, and how its customers fare. */
export interface TierRow {
  readonly tier: "A" | "B" | "C" | null;
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly value: number;
  readonly shareOfValue: number | null;
  readonly meanValue: number | null;
  readonly churnRate: number | null;
  readonly lifetimeValue: number | null;
}

/** A customer with all that was found out. */
export interface CustomerRow {
  readonly id: string;
  readonly tier: "A" | "B" | "C";
  readonly value: number;
  readonly lost: boolean;
  readonly from: number;
  readonly to: number;
  readonly reasons: readonly string[];
}

/** What is known of the customers of a file under some settings. */
export interface CustomerReport {
  /** How many customers there are. */
  readonly n: number;
  /** Who is in which tier, and how uneven they are. */
  readonly tiers: Tiers;
  /** The three tiers, then all together. */
  readonly rows: readonly TierRow[];
  /** In the file's order. */
  readonly customers: readonly CustomerRow[];
  /** How often each rule fired, by the rule's id. */
  readonly fired: Readonly<Record<string, number>>;
  /** The cells that could not be read. */
  readonly rejected: readonly Rejected[];
}

/** So many customers climb the staircase before the page has its turn. */
const AT_ONCE = 1000;

/** The customers of a table. */
export function customersOf({ headers, rows }: Cells, { columns, lostIs }: CustomerSettings): { customers: Customer[]; rejected: Rejected[] } {
  const place = (header: string | null) => (header === null ? -1 : headers.indexOf(header));
  const [idAt, valueAt, lostAt] = [place(columns.id), place(columns.value), place(columns.lost)];
  const found = new Map<string, { id: string; value: number | null; lost: boolean; events: Record<string, Fact>[] }>();
  const rejected: Rejected[] = [];
  rows.forEach((row, index) => {
    const id = row[idAt] ?? "";
    const reject = (at: number, code: string) => rejected.push({ row: index + 2, column: headers[at] ?? `#${at + 1}`, value: row[at] ?? "", code });
    if (id === "") return void reject(idAt, "missing-value");
    let customer = found.get(id);
    if (!customer) found.set(id, (customer = { id, value: null, lost: false, events: [] }));
    const value = factOf(row[valueAt] ?? "");
    if (typeof value === "number" && value >= 0) customer.value = (customer.value ?? 0) + value;
    else if (valueAt >= 0) reject(valueAt, value === null ? "missing-value" : typeof value === "number" ? "out-of-range" : "not-a-number");
    customer.lost ||= lostAt >= 0 && (row[lostAt] ?? "").toLowerCase() === lostIs.toLowerCase();
    const cells = headers.map((header, at) => [header, factOf(row[at] ?? "")] as const);
    customer.events.push(Object.fromEntries(cells.filter((cell): cell is readonly [string, Fact] => cell[1] !== null && cell[0] !== "")));
  });
  return { customers: [...found.values()], rejected };
}

/** What a cell says: a number, yes or no, a text; `null` where it is empty. */
function factOf(text: string): Fact | null {
  if (text === "") return null;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  return text === "true" ? true : text === "false" ? false : text;
}

/** Tiers, churn, lifetime value and staircase of the customers whose value is known. */
export async function customerReport(cells: Cells, settings: CustomerSettings, signal: AbortSignal): Promise<CustomerReport> {
  const { customers, rejected } = customersOf(cells, settings);
  const valued = customers.flatMap((customer) => (customer.value === null ? [] : [{ ...customer, value: customer.value }]));
  const tiered = tiers({ customers: valued.map(({ id, value }) => ({ id, value })), cuts: [settings.cuts[0], settings.cuts[1]] });
  const tierOf = new Map(tiered.customers.map(({ id, tier }) => [id, tier]));
  const lost = { A: 0, B: 0, C: 0 };
  for (const customer of valued) if (customer.lost) lost[tierOf.get(customer.id) ?? "C"] += 1;
  const row = (tier: TierRow["tier"], total: Pick<TierRow, "customers" | "value" | "shareOfCustomers" | "shareOfValue">, lost: number): TierRow => ({ ...total, tier, ...worth(total, lost, settings) });
  const all = {
    customers: valued.length,
    value: tiered.tiers.reduce((sum, { value }) => sum + value, 0),
    shareOfCustomers: 1,
    shareOfValue: tiered.tiers.some(({ shareOfValue }) => shareOfValue !== null) ? 1 : null,
  };
  const climbs = await climbed(valued, settings, signal);
  const fired: Record<string, number> = {};
  const rows = valued.map(({ id, value, lost }, at): CustomerRow => {
    const climb = climbs[at];
    const steps = climb?.steps.flatMap((step) => step.fired) ?? [];
    for (const { rule } of steps) fired[rule] = (fired[rule] ?? 0) + 1;
    return { id, tier: tierOf.get(id) ?? "C", value, lost, from: climb?.from ?? 0, to: climb?.to ?? 0, reasons: steps.map(({ reason }) => reason) };
  });
  return {
    n: customers.length,
    tiers: tiered,
    rows: [...tiered.tiers.map((total) => row(total.tier, total, lost[total.tier])), row(null, all, lost.A + lost.B + lost.C)],
    customers: rows,
    fired,
    rejected,
  };
}

/** What a customer of a group brings, whether they stay, and what that makes over the years. */
function worth({ customers, value }: { customers: number; value: number }, lost: number, { columns, lifetime }: CustomerSettings): Pick<TierRow, "meanValue" | "churnRate" | "lifetimeValue"> {
  if (customers === 0) return { meanValue: null, churnRate: null, lifetimeValue: null };
  const meanValue = value / customers;
  if (columns.lost === null) return { meanValue, churnRate: null, lifetimeValue: null };
  const { churnRate, retentionRate } = churn({ opening: customers, lost });
  const { margin, discount, periods } = lifetime;
  const ahead = retentionRate === null ? null : lifetimeValue({ margin: meanValue * margin, retention: retentionRate, discount, ...(periods === null ? {} : { periods }) }).value;
  return { meanValue, churnRate, lifetimeValue: ahead };
}

async function climbed(customers: readonly Customer[], { staircase }: CustomerSettings, signal: AbortSignal): Promise<Staircase["customers"]> {
  const climbs: Staircase["customers"] = [];
  const { start: level, range, rules } = staircase;
  for (let start = 0; start < customers.length; start += AT_ONCE) {
    const some = customers.slice(start, start + AT_ONCE).map(({ id, events }) => ({ id, level, events }));
    climbs.push(...loyaltyStaircase({ rules: [...rules], range: { ...range }, customers: some }).customers);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return climbs;
}
