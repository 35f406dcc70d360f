import type { ManyiError } from "./error.js";

/** Something could not be read, made or delivered; the element says so on the page, and whatever was shown before stays. */
export class ManyiFailed extends Event {
  /** The code, the message and the path of what went wrong. */
  readonly detail: { readonly error: ManyiError };

  constructor(detail: ManyiFailed["detail"]) {
    super("manyi-failed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    /** Something could not be read, made or delivered. */
    "manyi-failed": ManyiFailed;
  }
}
