import { type Plural, languageKey, over } from "../messages.js";
import type { messages as english } from "./messages/en.js";

/** What is said on looking closer, in one language. */
export type Messages = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : (typeof english)[Key] extends Plural ? Plural : Record<keyof (typeof english)[Key], string>;
};

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

const learnt = new Map<string, Messages | Promise<void>>();

/** The messages of a language tag; a promise where they are still to come, after which they are there. */
export function closerMessages(tag: string): Messages | Promise<void> {
  const language = languageKey(tag);
  const known = learnt.get(language);
  if (known) return known;
  const loading = spoken(language).then((messages) => void learnt.set(language, messages));
  // Without any words there is nothing to show, and another try may have them.
  loading.catch(() => learnt.delete(language));
  learnt.set(language, loading);
  return loading;
}

async function spoken(language: string): Promise<Messages> {
  // A language that cannot be loaded is no reason to say nothing.
  const [english, own] = await Promise.all([import("./messages/en.js"), LANGUAGES[language]?.().catch(() => undefined)]);
  return own ? over<Messages>(english.messages, own.messages) : english.messages;
}
