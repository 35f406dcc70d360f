import { english } from "./messages/en.js";
import { chinese } from "./messages/zh-cn.js";

/** What the element says, in one language. Words in braces are filled in. */
export type CustomerMessages = { readonly [Key in keyof typeof english]: string };

/** The messages of a language tag; English where we do not speak it. */
export function customerMessages(language: string): CustomerMessages {
  return language.toLowerCase().startsWith("zh") ? chinese : english;
}
