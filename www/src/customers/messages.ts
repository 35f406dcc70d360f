import { vocabulary } from "../report/vocabulary.js";
import { english } from "./messages/en.js";

/** What the element says, in one language. Words in braces are filled in. */
export type CustomerMessages = { readonly [Key in keyof typeof english]: string };

/** The element's words, by language. */
export const customerMessages = vocabulary<CustomerMessages>(english, {
  ar: () => import("./messages/ar.js"),
  de: () => import("./messages/de.js"),
  es: () => import("./messages/es.js"),
  fr: () => import("./messages/fr.js"),
  ja: () => import("./messages/ja.js"),
  pt: () => import("./messages/pt.js"),
  zh: () => import("./messages/zh-cn.js"),
  "zh-Hant": () => import("./messages/zh-hant.js"),
});
