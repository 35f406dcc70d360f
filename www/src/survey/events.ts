import type { Answer, Response } from "./response.js";

/** The form is on the page; where a draft was found, it is taken up. */
export class ManyiReady extends Event {
  /** The survey's id, and whether a draft was taken up. */
  readonly detail: { readonly survey: string; readonly resumed: boolean };

  constructor(detail: ManyiReady["detail"]) {
    super("manyi-ready", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** An answer was given, changed, or taken back (`null`). */
export class ManyiAnswered extends Event {
  /** The survey's id, the answer's key (`sat.speed`), and what it is now. */
  readonly detail: { readonly survey: string; readonly key: string; readonly value: Answer | null };

  constructor(detail: ManyiAnswered["detail"]) {
    super("manyi-answered", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Another page is shown: its place among those shown, from 1. */
export class ManyiPageChanged extends Event {
  /** The survey's id, the page's place, and how many pages are shown. */
  readonly detail: { readonly survey: string; readonly page: number; readonly pages: number };

  constructor(detail: ManyiPageChanged["detail"]) {
    super("manyi-page-changed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The form was submitted. `kept` tells whether this browser could keep the response. */
export class ManyiSubmitted extends Event {
  /** The whole response, and whether this browser keeps it. */
  readonly detail: { readonly response: Response; readonly kept: boolean };

  constructor(detail: ManyiSubmitted["detail"]) {
    super("manyi-submitted", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The endpoint has a response: its id, and that of its survey. Every open page of the survey hears of it. */
export class ManyiDelivered extends Event {
  /** The ids of the response and of its survey. */
  readonly detail: { readonly response: string; readonly survey: string };

  constructor(detail: ManyiDelivered["detail"]) {
    super("manyi-delivered", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The form was put away before it was submitted. `survey` is `null` where it was not loaded yet. */
export class ManyiDismissed extends Event {
  /** The survey's id. */
  readonly detail: { readonly survey: string | null };

  constructor(detail: ManyiDismissed["detail"]) {
    super("manyi-dismissed", { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    /** The form is on the page. */
    "manyi-ready": ManyiReady;
    /** An answer was given, changed, or taken back. */
    "manyi-answered": ManyiAnswered;
    /** Another page is shown. */
    "manyi-page-changed": ManyiPageChanged;
    /** The form was submitted. */
    "manyi-submitted": ManyiSubmitted;
    /** The endpoint has a response. */
    "manyi-delivered": ManyiDelivered;
    /** The form was put away before it was submitted. */
    "manyi-dismissed": ManyiDismissed;
  }
}
