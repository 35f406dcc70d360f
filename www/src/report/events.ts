import type { Report } from "../results.js";

/** A report was made and is on the page: after the answers were read, and after every choice of the reader. */
export class ManyiAnalysed extends Event {
  /** The survey's id, and the report as `analyse` gives it. */
  readonly detail: { readonly survey: string; readonly report: Report };

  constructor(detail: ManyiAnalysed["detail"]) {
    super("manyi-analysed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    /** A report was made and is on the page. */
    "manyi-analysed": ManyiAnalysed;
  }
}
