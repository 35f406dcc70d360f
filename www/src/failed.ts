import type { ManyiError } from "./error.js";

/** Something could not be read, made or delivered; the element says so on the page, and whatever was shown before stays. */
export class ManyiFailed extends Event {
  readonly detail: { readonly error: ManyiError };

  constructor(detail: ManyiFailed["detail"]) {
    super("manyi-failed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    "manyi-failed": ManyiFailed;
  }
}
