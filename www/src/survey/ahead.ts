import { type Draft, asDraft } from "./response.js";

// What was answered in this tab and may not be in the database yet. A page can be left before a transaction has ended; this is written at once.

/** A draft that was written down, and the keys that were new in it. */
export interface Left {
  readonly draft: Draft;
  readonly keys: string[];
}

/** How long a form that likely has a draft waits for it, in ms. */
const WAIT = 1000;

const place = (survey: string): string => `manyi-ahead ${survey}`;

/** Writes down a draft that is on its way to the database, and the keys that are new in it. */
export function writeAhead(survey: string, draft: Draft, keys: Iterable<string>): void {
  try {
    sessionStorage.setItem(place(survey), JSON.stringify({ draft, keys: [...keys] }));
  } catch {
    // Then the database alone keeps it.
  }
}

/** What was written down and never settled; `null` where there is nothing. */
export function leftAhead(survey: string): Left | null {
  try {
    const { draft, keys } = JSON.parse(sessionStorage.getItem(place(survey)) ?? "{}") as { draft?: unknown; keys?: string[] };
    const sound = asDraft(draft ?? null);
    return sound && Array.isArray(keys) ? { draft: sound, keys } : null;
  } catch {
    return null;
  }
}

/** The database has it, or refused it for good. */
export function settle(survey: string): void {
  try {
    sessionStorage.removeItem(place(survey));
  } catch {
    // Nothing was written, then.
  }
}

// Whether a draft is likely kept: what can be asked without waiting. Where it is wrong, a draft comes a moment after its form, or a form after a moment.

const expected = (survey: string): string => `manyi-draft ${survey}`;

/** Has later views of the page wait for the draft, or no longer. */
export function expectDraft(survey: string, expect: boolean): void {
  try {
    if (expect) localStorage.setItem(expected(survey), "");
    else localStorage.removeItem(expected(survey));
  } catch {
    // Then no view of the page waits.
  }
}

/** Waits for a draft that is likely there, but not for long. */
export async function awaited(survey: string, draft: Promise<unknown>): Promise<void> {
  try {
    if (localStorage.getItem(expected(survey)) === null) return;
  } catch {
    return;
  }
  await Promise.race([draft, new Promise((resolve) => setTimeout(resolve, WAIT))]);
}
