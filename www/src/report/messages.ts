import { english } from "./messages/en.js";

/** A text with a form for each plural the language has; `other` serves the rest. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** What the element says, in one language. Words in braces are filled in. */
export type Messages = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : (typeof english)[Key] extends Plural ? Plural : Record<keyof (typeof english)[Key], string>;
};

/** Loaded when they are spoken; English is here already, and is said where we do not speak a language. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Partial<Messages> }>>> = {
  ar: () => import("./messages/ar.js"),
  de: () => import("./messages/de.js"),
  es: () => import("./messages/es.js"),
  fr: () => import("./messages/fr.js"),
  ja: () => import("./messages/ja.js"),
  pt: () => import("./messages/pt.js"),
  zh: () => import("./messages/zh-cn.js"),
  "zh-Hant": () => import("./messages/zh-hant.js"),
};

/** By what a tag stands for; a promise while it is loaded. */
const learnt = new Map<string, Messages | Promise<void>>();

/** The messages of a language tag; a promise where they are still to come, after which they are there. */
export function messagesIn(tag: string): Messages | Promise<void> {
  const language = languageKey(tag);
  const load = LANGUAGES[language];
  if (!load) return english;
  const known = learnt.get(language);
  if (known) return known;
  const loading = load().then(
    ({ messages }) => void learnt.set(language, over(english, messages)),
    // Offline: words that are there beat a report that is not.
    () => void learnt.set(language, english),
  );
  learnt.set(language, loading);
  return loading;
}

/** The messages of a language tag, once they are here. */
export async function messagesOf(tag: string): Promise<Messages> {
  return (await messagesIn(tag)) ?? (messagesIn(tag) as Messages);
}

/** The messages of a language tag as far as they are here: English until its own have come, of which `came` tells. */
export function messagesNow(tag: string, came: () => void): Messages {
  const messages = messagesIn(tag);
  if (!(messages instanceof Promise)) return messages;
  void messages.then(came);
  return english;
}

/** A language's messages, and the English ones where it has none. */
export function over<T extends object>(otherwise: T, messages: Partial<T>): T {
  const words = Object.entries(otherwise).map(([key, word]) => {
    const own: unknown = (messages as Record<string, unknown>)[key];
    // Forms of a plural are those of one language.
    const partly = typeof word === "object" && typeof own === "object" && !("other" in (own as object));
    return [key, partly ? { ...word, ...own } : (own ?? word)];
  });
  return Object.fromEntries(words) as T;
}

/** The tag that numbers and lists are written by: the page's own where we speak its language, else that of the words that are said. */
export function spokenTag(tag: string): string {
  const key = languageKey(tag);
  return key === "en" || key in LANGUAGES ? tag : "en";
}

/** What we call the language of a tag: its language, with the script where that makes another one of it. */
export function languageKey(tag: string): string {
  // Taiwan, Hong Kong and Macao write Traditional Chinese without saying so in their tags.
  const { language, script } = new Intl.Locale(tag).maximize();
  return script === "Hant" ? `${language}-Hant` : language;
}

/** A piece of a filled text: our words, or what was filled in. */
export interface Piece {
  readonly text: string;
  readonly filled: boolean;
}

/** A text cut at its braces, each brace replaced by its value. */
export function pieces(text: string, values: Readonly<Record<string, string>>): Piece[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part, filled: false } : { text: values[part] ?? "", filled: true }))
    .filter((piece) => piece.text !== "");
}

/** A text with its braces filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return pieces(text, values).map((piece) => piece.text).join("");
}
