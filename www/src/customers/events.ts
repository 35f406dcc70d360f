import type { CustomerReport } from "./customers.js";

/** Customers were counted and are on the page: after a file was read, and after every change of a rule or threshold. */
export class ManyiCounted extends Event {
  /** What the page shows: customers, tiers, churn, lifetime value and steps. */
  readonly detail: { readonly report: CustomerReport };

  constructor(detail: ManyiCounted["detail"]) {
    super("manyi-counted", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    /** Customers were counted and are on the page. */
    "manyi-counted": ManyiCounted;
  }
}
