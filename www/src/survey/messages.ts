import type { OwnMessages } from "./languages.js";
import { type Messages, english } from "./messages/en.js";

export type { OwnMessages } from "./languages.js";
export type { Messages } from "./messages/en.js";

/** The messages of a language tag, in any casing; English where we do not speak it, or cannot load it. Words of the page's own go before. */
export async function messagesIn(tag: string, own: OwnMessages | null = null): Promise<Messages> {
  if (/^en\b/i.test(tag) && !own) return english;
  try {
    const { spoken } = await import("./languages.js");
    return await spoken(tag, english, own);
  } catch {
    // Offline before the language was loaded: words that are there beat a form that is not.
    return english;
  }
}

/** A text with its braces filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
