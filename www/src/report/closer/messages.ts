import { type Plural, languageKey } from "../messages.js";
import type { messages as english } from "./messages/en.js";

/** What is said on looking closer, in one language. */
export type Messages = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : (typeof english)[Key] extends Plural ? Plural : Record<keyof (typeof english)[Key], string>;
};

const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  zh: () => import("./messages/zh-cn.js"),
};
const ENGLISH = () => import("./messages/en.js");

const learnt = new Map<string, Messages | Promise<void>>();

/** The messages of a language tag; a promise where they are still to come, after which they are there. */
export function closerMessages(tag: string): Messages | Promise<void> {
  const language = languageKey(tag);
  const known = learnt.get(language);
  if (known) return known;
  const load = LANGUAGES[language] ?? ENGLISH;
  const loading = load()
    .catch(ENGLISH)
    .then(({ messages }) => void learnt.set(language, messages));
  // Without any words there is nothing to show, and another try may have them.
  loading.catch(() => learnt.delete(language));
  learnt.set(language, loading);
  return loading;
}
