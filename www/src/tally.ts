import * as wasm from "../wasm/full/manyi.js";
import type { Response, SurveyDefinition } from "./definition.js";
import { ManyiError } from "./error.js";
import { full } from "./load.js";
import { beyond, reported } from "./reported.js";
import type { AnalyseOptions, CsvEnd, CsvOptions, Report, SqlRow } from "./results.js";

const ReportHandle = full.guardedClass(wasm.ReportHandle);
const guarded = <T>(work: () => T): T => full.guarded(work)();

/** Exact, mergeable counts: everything the report needs, and nothing about one person. */
export class Tally {
  readonly #handle: wasm.TallyHandle;
  readonly #encoder = new TextEncoder();
  #half = "";

  constructor(survey: SurveyDefinition) {
    this.#handle = guarded(() => (survey instanceof wasm.TallyHandle ? survey : new wasm.TallyHandle(survey)));
  }

  /** What `toJSON` gave, as an object or as its text. */
  static fromJSON(survey: SurveyDefinition, json: object | string): Tally {
    const handle = guarded(() => wasm.TallyHandle.fromJSON(survey, json));
    return new Tally(handle as unknown as SurveyDefinition);
  }

  /** Counts responses: all of them, or none where one is wrong; the error's path says which. */
  add(responses: Response[]): void {
    guarded(() => this.#handle.add(responses));
  }

  /** UTF-8 CSV, whole or in chunks of any size; `end` comes after the last. */
  addCsv(chunk: Uint8Array | string, options?: CsvOptions): void {
    const bytes = typeof chunk === "string" ? this.#encoded(chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) throw new ManyiError("wrong-type", "a chunk of CSV is a text or a Uint8Array", "chunk");
    guarded(() => this.#handle.addCsv(bytes, options));
  }

  /**
   * Counts rows that come as columns of codes, each by its answer key: 0 is missing, 1 the scale's lowest level or the first option, and so on.
   * All columns are of one length; all rows are counted, or none where one is wrong.
   */
  addColumns(columns: Record<string, Uint8Array>, weights?: Float64Array): void {
    for (const [key, column] of Object.entries(columns)) {
      if (!(column instanceof Uint8Array)) throw new ManyiError("wrong-type", "a column of codes is a Uint8Array", `columns[${JSON.stringify(key)}]`);
    }
    guarded(() => this.#handle.addColumns(Object.keys(columns), Object.values(columns), weights));
  }

  /** Ends the CSV, and tells what came of it. */
  end(): CsvEnd {
    return guarded(() => this.#handle.end());
  }

  /** Adds what another tally of the same survey counted. Refuses itself, a freed tally, and the tally of another definition. */
  merge(other: Tally): void {
    guarded(() => this.#handle.merge(other.#handle));
  }

  /**
   * A copy that may leave the page: segments with fewer answers than the minimum cell (5 unless given) are not in it, nor could they be
   * found by subtraction; their answers are still in the whole.
   */
  released(minimumCell?: number): Tally {
    const handle = guarded(() => this.#handle.released(minimumCell));
    return new Tally(handle as unknown as SurveyDefinition);
  }

  /** As a plain object, which `JSON.stringify` writes as the same text for the same counts. */
  toJSON(): object {
    return guarded(() => this.#handle.toJSON());
  }

  /** How often each answer was given, as CSV: by answer key and value, for everyone and for each segment. */
  toCSV(): string {
    return guarded(() => this.#handle.toCSV());
  }

  /** Frees what it holds; every later call but this one throws "freed". */
  free(): void {
    guarded(() => this.#handle.close());
  }

  /** Its report, for `<manyi-report>`, which frees it; code calls `analyse`. */
  [reported](survey: SurveyDefinition, options?: AnalyseOptions): wasm.ReportHandle {
    return new ReportHandle(survey, this.#handle, options);
  }

  /** What it counted, for what `<manyi-report>` asks beyond its report; whoever made the tally frees it. */
  [beyond](): wasm.TallyHandle {
    return guarded(() => this.#handle);
  }

  // A character outside the basic plane is two units of a text, and a chunk may end between them.
  #encoded(chunk: string): Uint8Array {
    const text = this.#half + chunk;
    const last = text.charCodeAt(text.length - 1);
    this.#half = last >= 0xd800 && last < 0xdc00 ? text.slice(-1) : "";
    return this.#encoder.encode(this.#half === "" ? text : text.slice(0, -1));
  }
}

/** The report of a tally: whatever the survey's questions allow; absent parts are `null`. */
export function analyse(survey: SurveyDefinition, tally: Tally, options?: AnalyseOptions): Report {
  if (typeof tally?.[reported] !== "function") throw new ManyiError("wrong-type", "a report is made of a survey and a Tally of it, in this order", "tally");
  const handle = tally[reported](survey, options);
  try {
    return handle.written();
  } finally {
    handle.free();
  }
}

/**
 * The tally of a table, from the rows that the query of `tallySql` gave, all of them, in any order. A table without rows gives none, and
 * no rows give a tally of no answers; where some come, that of the whole table must be among them.
 */
export function tallyFromRows(survey: SurveyDefinition, rows: SqlRow[]): Tally {
  const handle = guarded(() => wasm.TallyHandle.fromRows(survey, rows));
  return new Tally(handle as unknown as SurveyDefinition);
}
