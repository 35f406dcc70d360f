import type { Report } from "../results.js";
import type { ManyiError } from "../error.js";

/** A report was made and is on the page: after the answers were read, and after every choice of the reader. */
export class ManyiAnalysed extends Event {
  readonly detail: { readonly survey: string; readonly report: Report };

  constructor(detail: ManyiAnalysed["detail"]) {
    super("manyi-analysed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Something could not be read or made; the element says so on the page, and whatever was shown before stays. */
export class ManyiFailed extends Event {
  readonly detail: { readonly error: ManyiError };

  constructor(detail: ManyiFailed["detail"]) {
    super("manyi-failed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    "manyi-analysed": ManyiAnalysed;
    "manyi-failed": ManyiFailed;
  }
}
