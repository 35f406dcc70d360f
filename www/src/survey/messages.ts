import { type Messages, english } from "./messages/en.js";

export type { Messages } from "./messages/en.js";

/** Languages other than English come when they are asked for. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  zh: () => import("./messages/zh-cn.js"),
};

/** The messages of a language tag, in any casing; English where we do not speak it, or cannot load it. */
export async function messagesIn(language: string): Promise<Messages> {
  const load = LANGUAGES[language.toLowerCase().split("-")[0] ?? ""];
  try {
    return load ? (await load()).messages : english;
  } catch {
    // Offline before the language was loaded: words that are there beat a form that is not.
    return english;
  }
}

/** A text with its braces filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
