import { languageKey } from "./messages.js";

/** The words of one part of the page, by language: each comes when it is first spoken. */
export interface Vocabulary<T> {
  /** The words of a language tag if they are here; else they are asked for, and `came` tells that they have come. */
  now(tag: string, came: () => void): T | undefined;
  /** The words of a language tag, once they are here. */
  of(tag: string): Promise<T>;
}

/** A vocabulary with English in it, which is spoken where a language is not ours or cannot be loaded. */
export function vocabulary<T>(english: T, languages: Readonly<Record<string, () => Promise<{ words: T }>>>): Vocabulary<T> {
  const learnt = new Map<string, T>();
  const coming = new Map<string, Promise<T>>();
  const learn = (language: string): Promise<T> => {
    const words = (languages[language]?.() ?? Promise.resolve({ words: english })).then(({ words }) => words, () => english);
    return words.then((words) => {
      learnt.set(language, words);
      return words;
    });
  };
  const of = (tag: string): Promise<T> => {
    const language = languageKey(tag);
    const words = coming.get(language) ?? learn(language);
    coming.set(language, words);
    return words;
  };
  return {
    of,
    now: (tag, came) => {
      const language = languageKey(tag);
      if (!languages[language]) return english;
      if (!learnt.has(language)) void of(tag).then(came);
      return learnt.get(language);
    },
  };
}
