import { type Messages, english } from "./messages/en.js";

export type { Messages } from "./messages/en.js";
export type { OwnMessages } from "./messages/own.js";

/** Languages other than English come when they are asked for. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  ar: () => import("./messages/ar.js"),
  de: () => import("./messages/de.js"),
  es: () => import("./messages/es.js"),
  fr: () => import("./messages/fr.js"),
  ja: () => import("./messages/ja.js"),
  pt: () => import("./messages/pt.js"),
  zh: () => import("./messages/zh-cn.js"),
  "zh-Hant": () => import("./messages/zh-hant.js"),
};

/** The messages of a language tag, in any casing; English where we do not speak it, or cannot load it. Words of the page's own go before. */
export async function messagesIn(tag: string, own: object | null = null): Promise<Messages> {
  let spoken = english;
  try {
    // Taiwan, Hong Kong and Macao write Traditional Chinese without saying so in their tags.
    const { language, script } = new Intl.Locale(tag).maximize();
    spoken = (await LANGUAGES[script === "Hant" ? `${language}-Hant` : language]?.())?.messages ?? english;
    return own ? (await import("./messages/own.js")).over(spoken, own) : spoken;
  } catch {
    // Offline before the language was loaded: words that are there beat a form that is not.
    return spoken;
  }
}

/** A text with its braces filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
