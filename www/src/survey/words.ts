import { type Messages, filled } from "./messages.js";
import { type Scale, numberOf } from "./shown.js";

/** What there is to say, and how numbers are written, in one language. */
export interface Words {
  readonly messages: Messages;
  readonly number: (value: number) => string;
  /** A number of 0..=100, in percent. */
  readonly percent: (value: number) => string;
}

export function wordsIn(language: string, messages: Messages): Words {
  // The digits are those that are painted on the scales, and that number fields show.
  const options = { numberingSystem: "latn", maximumFractionDigits: 9, useGrouping: false } as const;
  const written = (value: number, style: "decimal" | "percent") => new Intl.NumberFormat(language, { ...options, style }).format(value).replace("-", "−");
  return {
    messages,
    // With these digits a whole number is written alike in every language, and a phone does without the first, dear look into `Intl`.
    number: (value) => (Number.isSafeInteger(value) && value >= 0 ? String(value) : written(value, "decimal")),
    percent: (value) => written(value / 100, "percent"),
  };
}

/** The words of a scale: one for each level, or those of its two ends. */
export function labelsOf(scale: Scale, { messages, percent }: Words): { each: readonly string[] | null; low: string; high: string } {
  if (scale.low !== null || scale.high !== null) return { each: null, low: scale.low ?? "", high: scale.high ?? "" };
  if (scale.id === "percent") return { each: null, low: percent(0), high: percent(100) };
  const own = scale.labels ?? (Object.hasOwn(messages.scales, scale.id) ? messages.scales[scale.id] : undefined) ?? [];
  return { each: own.length === scale.count ? own : null, low: own[0] ?? "", high: own.at(-1) ?? "" };
}

/** What a level is called: its number and its word. */
export function levelName(scale: Scale, level: number, words: Words): string {
  if (scale.id === "percent") return words.percent(numberOf(scale, level));
  const labels = labelsOf(scale, words);
  const end = level === 0 ? labels.low : level === scale.count - 1 ? labels.high : "";
  const label = labels.each?.[level] ?? end;
  const values = { number: words.number(numberOf(scale, level)), count: words.number(numberOf(scale, scale.count - 1)), label };
  return filled(label ? words.messages.levelLabelled : words.messages.level, values);
}

/** What a comparison says: which of two matters more, and how many times. */
export function comparison(value: number, left: string, right: string, { messages, number }: Words): string {
  const [item, other] = value < 0 ? [right, left] : [left, right];
  return filled(value === 0 ? messages.equal : messages.timesAs, { item, other, number: number(Math.abs(value) + 1) });
}
