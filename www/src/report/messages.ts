import { english } from "./messages/en.js";
import { chinese } from "./messages/zh-cn.js";

/** A text with a form for each plural the language has; `other` serves the rest. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** What the element says, in one language. Words in braces are filled in. */
export type Messages = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : (typeof english)[Key] extends Plural ? Plural : Record<keyof (typeof english)[Key], string>;
};

const BY_LANGUAGE: Readonly<Record<string, Messages>> = { en: english, zh: chinese };

/** The messages of a language tag; English where we do not speak it. */
export function messagesIn(language: string): Messages {
  return BY_LANGUAGE[language.toLowerCase().split("-")[0] ?? ""] ?? english;
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
