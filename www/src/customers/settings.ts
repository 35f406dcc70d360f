import { ManyiError } from "../error.js";
import { fromJson } from "../json.js";
import type { StaircaseRule } from "../measures.js";

/** How customers are read and judged: what the page shows for editing, and what is saved as JSON. */
export interface CustomerSettings {
  /** Which column holds what; `null` where none does. */
  readonly columns: {
    /** The customer's name or number. Several rows of one customer are events one after another, and their values add up. */
    readonly id: string | null;
    /** What the customer is worth: revenue, profit. */
    readonly value: string | null;
    /** Whether the customer has left. */
    readonly lost: string | null;
  };
  /** What stands in the column `lost` of those who left. */
  readonly lostIs: string;
  /** Where the tiers are cut: rising shares of all value. */
  readonly cuts: readonly [number, number];
  /** What lifetime value is reckoned with. */
  readonly lifetime: {
    /** The share of a value that is left after costs. */
    readonly margin: number;
    /** Discount per period; a period is what the values are of. */
    readonly discount: number;
    /** How many periods; `null` for ever. */
    readonly periods: number | null;
  };
  /** The loyalty staircase. */
  readonly staircase: {
    /** The step that everybody starts from. */
    readonly start: number;
    readonly range: { readonly min: number; readonly max: number };
    readonly rules: readonly StaircaseRule[];
  };
}

/** Settings of which some are left out. */
export type PartialSettings = Partial<Omit<CustomerSettings, "columns" | "lifetime" | "staircase">> & {
  readonly [Part in "columns" | "lifetime" | "staircase"]?: Partial<CustomerSettings[Part]>;
};

/** What is taken where nothing is said; the rules are the standard ones. */
export function standardSettings(rules: readonly StaircaseRule[]): CustomerSettings {
  return {
    columns: { id: null, value: null, lost: null },
    lostIs: "Yes",
    cuts: [0.8, 0.95],
    lifetime: { margin: 1, discount: 0.1, periods: null },
    staircase: { start: 0, range: { min: -5, max: 5 }, rules },
  };
}

const SHAPE: Readonly<Record<string, readonly string[]>> = {
  "": ["columns", "lostIs", "cuts", "lifetime", "staircase"],
  columns: ["id", "value", "lost"],
  lifetime: ["margin", "discount", "periods"],
  staircase: ["start", "range", "rules"],
};

/** Settings over others; a key that is not one of them is refused with its path. Numbers and rules are checked where they are used. */
export function withSettings(settings: CustomerSettings, given: PartialSettings): CustomerSettings {
  for (const [place, keys] of Object.entries(SHAPE)) {
    const record: unknown = place === "" ? given : given[place as keyof PartialSettings];
    if (record === undefined) continue;
    if (typeof record !== "object" || record === null || Array.isArray(record)) throw new ManyiError("wrong-type", `${place || "the settings"}: expected a record`, place || null);
    const wrong = Object.keys(record).find((key) => !keys.includes(key));
    if (wrong !== undefined) {
      const path = place === "" ? wrong : `${place}.${wrong}`;
      throw new ManyiError("unknown-key", `${path}: unknown key; known are ${keys.join(", ")}`, path);
    }
  }
  return {
    ...settings,
    ...given,
    columns: { ...settings.columns, ...given.columns },
    lifetime: { ...settings.lifetime, ...given.lifetime },
    staircase: { ...settings.staircase, ...given.staircase },
  };
}

/** Settings from the text of a saved file. */
export function settingsFrom(text: string): PartialSettings {
  return fromJson(text) as PartialSettings;
}

/** What headers mean, in English and Chinese, where the settings do not say. */
const HEADERS: Readonly<Record<keyof CustomerSettings["columns"], RegExp>> = {
  id: /^(customer|client|account|user)?[\s_-]*(id|no|number|name)$|^customer$|客户(编号|号|名称)?$|编号/i,
  value: /value|revenue|profit|total.*(charge|spend|amount)|spend|amount|sales|价值|收入|利润|金额|消费|销售额/i,
  lost: /churn|^lost$|^left$|流失|离开|退订/i,
};

/** The columns of a file by its headers; what the settings name stays. */
export function columnsOf(headers: readonly string[], named: CustomerSettings["columns"]): CustomerSettings["columns"] {
  const guess = (part: keyof CustomerSettings["columns"]) => {
    const own = named[part];
    if (own !== null && headers.includes(own)) return own;
    return headers.find((header) => HEADERS[part].test(header)) ?? null;
  };
  return { id: guess("id") ?? headers[0] ?? null, value: guess("value"), lost: guess("lost") };
}
