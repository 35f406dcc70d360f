import type { Messages } from "./messages/en.js";

// Loaded only where another language than English is spoken, or words of the page's own.

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

/** Words of the page's own, in place of ours: as many as it likes. The rest stays as the language has it. */
export type OwnMessages = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string ? string : Partial<Messages[Key]>;
};

/** The messages of a language where we speak it, else those given; the page's own words over them. */
export async function spoken(tag: string, otherwise: Messages, own: OwnMessages | null): Promise<Messages> {
  return over((await ours(tag)) ?? otherwise, own);
}

async function ours(tag: string): Promise<Messages | undefined> {
  try {
    // Taiwan, Hong Kong and Macao write Traditional Chinese without saying so in their tags.
    const { language, script } = new Intl.Locale(tag).maximize();
    return (await LANGUAGES[script === "Hant" ? `${language}-Hant` : language]?.())?.messages;
  } catch {
    // No tag, or no network: the page's own words can be said all the same.
    return undefined;
  }
}

/** Messages with a page's own words over them. What is no message, or has not the shape of one, is left out. */
function over<T>(messages: T, own: unknown): T {
  if (typeof messages === "string") return (typeof own === "string" ? own : messages) as T;
  if (Array.isArray(messages)) return (Array.isArray(own) && own.every((word) => typeof word === "string") ? own : messages) as T;
  const words = Object(own) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(messages as object).map(([key, value]) => [key, over<unknown>(value, Object.hasOwn(words, key) ? words[key] : undefined)])) as T;
}
