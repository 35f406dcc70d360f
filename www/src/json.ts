import { ManyiError } from "./error.js";

/** A value from JSON text. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ManyiError("not-json", `this is not JSON: ${cause instanceof Error ? cause.message : ""}`, null, { cause });
  }
}
