import type { ScaleBounds } from "../../results.js";

/** What a person settled on for the columns of a file. */
export interface Settled {
  /** The survey's id; `null` where the file is a survey of its own. */
  readonly survey: string | null;
  /** The headers, in the file's order. */
  readonly headers: readonly string[];
  /** By column: an answer key of the survey, or a role; `null` for what is not counted. */
  readonly holds: readonly (string | null)[];
  readonly scales: readonly (ScaleBounds | null)[];
  readonly missing: readonly string[];
}

const KEY = "manyi-columns";
/** So many files' headers are kept; the oldest is forgotten first. */
const MOST = 20;

/** What was settled on for these headers the last time, whether as answers to this survey or as a survey of its own. */
export function remembered(survey: string | null, headers: readonly string[]): Settled | null {
  const same = (one: Settled) => (one.survey === survey || one.survey === null) && one.headers.join("\n") === headers.join("\n");
  return all().find(same) ?? null;
}

/** Keeps it for the next file with the same headers, where the browser keeps anything. */
export function remember(settled: Settled): void {
  const headers = settled.headers.join("\n");
  const others = all().filter((one) => one.headers.join("\n") !== headers);
  try {
    localStorage.setItem(KEY, JSON.stringify([settled, ...others].slice(0, MOST)));
  } catch {
    // Then it is asked again.
  }
}

function all(): Settled[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Settled[]).filter((one) => Array.isArray(one.headers) && Array.isArray(one.holds) && Array.isArray(one.scales) && Array.isArray(one.missing)) : [];
  } catch {
    return [];
  }
}
