import type { Text } from "../definition.js";

/** The text for a language: its tag, then ever shorter prefixes of it, then any text that begins with the prefix, then the first. */
export function inLanguage(text: Text, language: string): string {
  if (typeof text === "string") return text;
  const tags = Object.keys(text);
  for (let wanted = language.toLowerCase(); wanted !== ""; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf("-")))) {
    const tag = tags.find((tag) => tag.toLowerCase() === wanted) ?? tags.find((tag) => tag.toLowerCase().startsWith(`${wanted}-`));
    if (tag !== undefined) return text[tag] ?? "";
  }
  return text[tags[0] ?? ""] ?? "";
}
