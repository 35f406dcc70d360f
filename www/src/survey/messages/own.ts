import type { Messages } from "./en.js";

/** Words of the page's own, in place of ours: as many as it likes. The rest stays as the language has it. */
export type OwnMessages = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string ? string : Partial<Messages[Key]>;
};

/** Messages with a page's own words over them. What is no message, or has not the shape of one, is left out. */
export function over<T>(messages: T, own: unknown): T {
  if (typeof messages === "string") return (typeof own === "string" ? own : messages) as T;
  if (Array.isArray(messages)) return (Array.isArray(own) && own.every((word) => typeof word === "string") ? own : messages) as T;
  const words = Object(own) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(messages as object).map(([key, value]) => [key, over<unknown>(value, Object.hasOwn(words, key) ? words[key] : undefined)])) as T;
}
