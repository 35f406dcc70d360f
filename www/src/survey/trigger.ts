// Loaded only where the form waits for its moment. It makes its errors by what the element gives: a class that it shared with the element would be
// a file of its own, which every respondent loads.

/** Makes the error of a wrong value. */
export type Wrong = (code: string, message: string, path: string | null) => Error;

/**
 * When a form shows itself: at the first of `after`, `scrolled` and `leaving`, or at once where none is given; to the share of the visitors
 * that `share` names; and never again once the visitor has submitted it or put it away.
 */
export interface Trigger {
  /** Seconds after the element is in the page. */
  readonly after?: number;
  /** How far down the page is scrolled, as a share: 0.5 is half-way. */
  readonly scrolled?: number;
  /** When the mouse leaves the page at the top, as it does on its way to another tab. */
  readonly leaving?: boolean;
  /** The share of the visitors who see the form, drawn once for each visitor and survey; 1 where it is not given. */
  readonly share?: number;
  /** Days before a visitor sees a form again that they left as it was; 0 where it is not given. */
  readonly coolDownDays?: number;
}

/** What this browser remembers of a survey that shows itself, in `localStorage` under `manyi-trigger` and the survey's id. */
interface Remembered {
  /** Where the visitor stands among all, 0..1: in the sample where that is below its share. */
  readonly drawn: number;
  /** When the form was last shown, in milliseconds. */
  readonly shown?: number;
  /** Submitted or put away. */
  readonly done?: boolean;
}

/** The greatest number that each key takes. `setTimeout` counts no further than 24 days. */
const LIMITS: Readonly<Record<string, number>> = { after: 86_400, scrolled: 1, share: 1, coolDownDays: 36_500 };
const DAY = 86_400_000;

/** Resolves when the form of this definition is to be shown; never where it is not, or where the signal ends the waiting. */
export async function whenToShow(given: Trigger | string, definition: string, host: HTMLElement, wrong: Wrong, signal: AbortSignal): Promise<void> {
  const trigger = read(given, wrong);
  const survey = idOf(definition, wrong);
  const key = `manyi-trigger ${survey}`;
  const before = recall(key);
  remember(key, before);
  const now = Date.now();
  const rested = before.shown === undefined || now < before.shown || now - before.shown >= (trigger.coolDownDays ?? 0) * DAY;
  if (before.done || before.drawn >= (trigger.share ?? 1) || !rested) return new Promise(() => undefined);
  for (const type of ["manyi-submitted", "manyi-dismissed"]) {
    host.addEventListener(type, ({ target }) => {
      if (target === host) remember(key, { ...recall(key), done: true });
    }, { signal });
  }
  await moment(trigger, signal);
  // Another form of the same survey, or another tab, may have been first.
  if (recall(key).done) return new Promise(() => undefined);
  remember(key, { ...recall(key), shown: Date.now() });
}

/** The first of the moments that a trigger names. */
function moment({ after, scrolled, leaving }: Trigger, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const come = () => {
      over.abort();
      resolve();
    };
    const until = AbortSignal.any([over.signal, signal]);
    if (after !== undefined) {
      const timer = setTimeout(come, 1000 * after);
      until.addEventListener("abort", () => clearTimeout(timer), { once: true });
    }
    if (scrolled !== undefined) {
      const look = () => {
        const { scrollHeight, clientHeight, scrollTop } = document.scrollingElement ?? document.documentElement;
        // Zoomed pages end a fraction of a pixel before their end.
        if (scrollTop + 1 >= scrolled * (scrollHeight - clientHeight)) come();
      };
      addEventListener("scroll", look, { signal: until, passive: true });
    }
    if (leaving) {
      const look = (event: MouseEvent) => {
        if (event.relatedTarget === null && event.clientY <= 0) come();
      };
      document.addEventListener("mouseout", look, { signal: until });
    }
    if (after === undefined && scrolled === undefined && !leaving) come();
  });
}

function read(given: unknown, wrong: Wrong): Trigger {
  const trigger = typeof given === "string" ? parsed(given, "trigger", wrong) : given;
  if (typeof trigger !== "object" || trigger === null || Array.isArray(trigger)) throw wrong("wrong-type", "trigger is an object such as {\"after\": 10}", "trigger");
  for (const [key, value] of Object.entries(trigger)) {
    const path = `trigger.${key}`;
    if (key === "leaving") {
      if (typeof value !== "boolean") throw wrong("wrong-type", `${path} is true or false`, path);
      continue;
    }
    const most = Object.hasOwn(LIMITS, key) ? LIMITS[key] : undefined;
    if (most === undefined) throw wrong("unknown-key", `${path} is not known; known are after, scrolled, leaving, share, coolDownDays`, path);
    if (typeof value !== "number") throw wrong("wrong-type", `${path} is a number`, path);
    if (!(value >= 0 && value <= most)) throw wrong("out-of-range", `${path} is ${value}; allowed is 0 to ${most}`, path);
  }
  return trigger;
}

function parsed(text: string, path: string | null, wrong: Wrong): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw wrong("not-json", `${path ?? "the survey"} is not JSON: ${String(cause)}`, path);
  }
}

/** The id of the survey, without loading the form. */
function idOf(definition: string, wrong: Wrong): string {
  const { id } = Object(parsed(definition, null, wrong)) as { id?: unknown };
  if (typeof id !== "string") throw wrong("missing-key", "the survey has no id", "id");
  return id;
}

/** What was remembered in this page, where the browser remembers nothing. */
const here = new Map<string, Remembered>();

function recall(key: string): Remembered {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<Remembered> | null;
    if (typeof kept?.drawn === "number") return { ...kept, drawn: kept.drawn };
  } catch {
    // Storage that is closed, or that another wrote into: as if the visitor were new.
  }
  return here.get(key) ?? { drawn: Math.random() };
}

function remember(key: string, now: Remembered): void {
  here.set(key, now);
  try {
    localStorage.setItem(key, JSON.stringify(now));
  } catch {
    // Closed or full: it holds as long as the page.
  }
}
