import type { Report } from "../results.js";
import { MINIMUM_CELL } from "./choices.js";
import { type Messages, type Piece, type Plural, pieces } from "./messages.js";
import type { Numbers } from "./numbers.js";

/** How many names a sentence takes before it says "and so many more". */
const NAMED = 3;

/** A sentence of the first screen: what it is about, and its pieces; what was filled in is emphasised. */
export interface Sentence {
  readonly about: "answered" | "index" | "improve" | "next" | "keep" | "near" | "nps" | "answered-then" | "changed" | "better" | "worse" | "nps-changed";
  readonly pieces: readonly Piece[];
}

/** What sentences are made with. */
export interface Voice {
  readonly messages: Messages;
  readonly numbers: Numbers;
  /** What the ids are called. */
  readonly titles: Readonly<Record<string, string>>;
  /** Whether importance is a part of a whole. */
  readonly shares: boolean;
  /** What the chosen segment is called; `null` for everyone. */
  readonly segment: string | null;
}

/** The report in plain words, most important first. */
export function sentences(report: Report, voice: Voice): Sentence[] {
  return [answered(report, voice), index(report, voice), ...quadrants(report, voice), nps(report.nps, voice)].filter((sentence) => sentence !== null);
}

/** The form of a message that a count takes. */
export function plural(message: Plural, count: number, numbers: Numbers): string {
  return message[numbers.plural(count)] ?? message.other;
}

function answered(report: Report, { messages, numbers, segment }: Voice): Sentence {
  const message = segment === null ? messages.answered : messages.answeredSegment;
  return { about: "answered", pieces: pieces(plural(message, report.n, numbers), { n: numbers.count(report.n), segment: segment ?? "" }) };
}

function index(report: Report, { messages, numbers }: Voice): Sentence | null {
  const result = report.index;
  if (result?.index == null) return null;
  const { interval } = result;
  const values: Record<string, string> = { index: numbers.percent(result.index) };
  if (interval === null) return { about: "index", pieces: pieces(messages.indexIsBare, values) };
  Object.assign(values, { level: numbers.wholePercent(interval.level), low: numbers.percent(interval.low), high: numbers.percent(interval.high) });
  return { about: "index", pieces: pieces(messages.indexIs, values) };
}

/** Whether so few answered that their order of attributes is as good as any: too few for a segment, or an index that is sure of less than half its range. */
function tooFew({ n, index }: Report): boolean {
  return n < MINIMUM_CELL || (index?.interval ? index.interval.high - index.interval.low > 0.5 : false);
}

function quadrants(report: Report, voice: Voice): Sentence[] {
  const result = report.quadrants;
  if (!result) return [];
  const placed = result.points.some((point) => point.quadrant !== null);
  if (placed && tooFew(report)) return [{ about: "improve", pieces: pieces(voice.messages.improveTooFew, {}) }];
  const { messages, numbers, titles } = voice;
  const importance = (value: number | null) => (voice.shares ? numbers.percent(value) : numbers.decimal(value));
  const ranked = result.order.flatMap((id) => result.points.filter((point) => point.id === id));
  const [first, ...next] = ranked.filter((point) => point.quadrant === "concentrate");
  const keep = ranked.filter((point) => point.quadrant === "keep-up");
  const said: Sentence[] = [];
  if (first && result.crosshair) {
    const values = {
      name: titles[first.id] ?? first.id,
      importance: importance(first.importance),
      importanceLine: importance(result.crosshair.importance),
      performance: numbers.decimal(first.performance),
      performanceLine: numbers.decimal(result.crosshair.performance),
    };
    said.push({ about: "improve", pieces: pieces(messages.improveFirst, values) });
  } else {
    // Where all lie alike on an axis, nothing was placed in any quadrant.
    said.push({ about: "improve", pieces: pieces(placed ? messages.improveNothing : messages.improveUnknown, {}) });
  }
  if (next.length > 0) said.push({ about: "next", pieces: pieces(messages.improveNext, { names: named(next, voice) }) });
  if (keep.length > 0) said.push({ about: "keep", pieces: pieces(messages.keepUp, { names: named(keep, voice) }) });
  const near = ranked.filter((point) => result.sensitive.includes(point.id));
  if (near.length > 0) said.push({ about: "near", pieces: pieces(messages.nearTheLines, { names: named(near, voice) }) });
  return said;
}

function named(points: readonly { id: string }[], voice: Voice): string {
  return listed(points.map((point) => voice.titles[point.id] ?? point.id), voice);
}

/** Names in a row; of many the first few, and how many more there are. */
export function listed(names: readonly string[], { messages, numbers }: Pick<Voice, "messages" | "numbers">): string {
  // "and 1 more" would take the room of the name itself.
  if (names.length <= NAMED + 1) return numbers.list(names);
  const more = names.length - NAMED;
  return numbers.list([...names.slice(0, NAMED), plural(messages.andMore, more, numbers).replace("{n}", numbers.count(more))]);
}

function nps(result: Report["nps"], { messages, numbers }: Voice): Sentence | null {
  if (result?.nps == null) return null;
  const values: Record<string, string> = {
    nps: numbers.points(result.nps),
    n: numbers.count(result.n),
    promoters: numbers.count(result.promoters),
    detractors: numbers.count(result.detractors),
  };
  if (result.interval === null) return { about: "nps", pieces: pieces(plural(messages.npsIsBare, result.n, numbers), values) };
  Object.assign(values, { low: numbers.points(result.interval.low), high: numbers.points(result.interval.high) });
  return { about: "nps", pieces: pieces(plural(messages.npsIs, result.n, numbers), values) };
}
