export type { Response } from "../definition.js";

/** One answer: a number, a text, or the values of the chosen options. */
export type Answer = number | string | string[];

/** A form that is being filled, as the browser keeps it. */
export interface Draft {
  /** The id that the response will have. */
  id: string;
  startedAt: string;
  page: number;
  answers: Record<string, Answer>;
}

/** An empty draft with an id of its own. */
export function newDraft(): Draft {
  return { id: newId(), startedAt: new Date().toISOString(), page: 0, answers: {} };
}

/** What was kept as a draft, if it is one. */
export function asDraft(kept: unknown): Draft | null {
  const draft = kept as Partial<Draft> | null;
  const sound = typeof draft?.id === "string" && typeof draft.startedAt === "string" && typeof draft.page === "number" && typeof draft.answers === "object";
  return sound ? (draft as Draft) : null;
}

/** The keys whose answers differ. */
export function changesBetween(one: Draft["answers"], other: Draft["answers"]): string[] {
  return Object.keys({ ...one, ...other }).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/** The draft that is kept, with these answers of ours in place of its own; ours where none is kept. */
export function merged(kept: Draft | null, ours: Draft, keys: Iterable<string>): Draft {
  if (!kept) return ours;
  const answers = { ...kept.answers };
  for (const key of keys) {
    const answer = ours.answers[key];
    if (answer === undefined) delete answers[key];
    else answers[key] = answer;
  }
  return { ...kept, page: ours.page, answers };
}

/** A number that an id always gives: what shuffled pages are shuffled by. */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

// Pages without a secure context have no `randomUUID`.
function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
