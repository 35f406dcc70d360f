// Registers <manyi-customers>. The class alone, without this side effect, is in `manyi/elements`.
import { ManyiCustomers } from "./customers/element.js";

if (typeof customElements !== "undefined" && !customElements.get("manyi-customers")) {
  customElements.define("manyi-customers", ManyiCustomers);
}

export { ManyiCustomers } from "./customers/element.js";
export { ManyiCounted } from "./customers/events.js";
export type { CustomerReport } from "./customers/customers.js";
export type { CustomerSettings, PartialSettings } from "./customers/settings.js";
export { ManyiFailed } from "./failed.js";
