import type { SurveyDefinition } from "../../definition.js";
import { fetchedJson } from "../../fetched-json.js";
import { init } from "../../load.js";
import { loadReport } from "../../load-report.js";
import type { ColumnGuesses, ColumnRole, ScaleBounds } from "../../results.js";
import { bytesOf } from "../file/order.js";
import type { Definition } from "../session.js";
import type { ColumnsSource, OpenedFile } from "../source.js";
import { TallyHandle } from "../wasm.js";
import { encodingOf } from "./encoding.js";
import { guessColumns, proposeSurvey } from "./foreign.js";
import { type Settled, remember, remembered } from "./memory.js";

/** How a file is read: as answers to this survey, or to the one that it brings along. */
export interface Mapped extends OpenedFile {
  /** The survey that was proposed for the file; `null` where it holds answers to the page's. */
  readonly definition: SurveyDefinition | null;
  /** Whether somebody settled what its columns hold, now or the last time; else they are the survey's own. */
  readonly settled: boolean;
}

/** So much of a file is looked at. */
const HEAD = 1 << 18;

/** What to read a file with. */
export interface Wanted {
  readonly file: File;
  /** The page's survey. */
  readonly from: Definition | null;
  /** The page's own map of headers. */
  readonly columns: ColumnsSource;
  /** Whether the reader wants to be asked in any case. */
  readonly ask: boolean;
  readonly language: string;
}

/**
 * How a file is to be read. A file of the survey's own columns, or one whose headers were settled before, needs no asking; for any other there
 * is a mapping to correct.
 */
export async function mappingOf({ file, from, columns, ask, language }: Wanted): Promise<Mapped | Mapping> {
  const { signal } = new AbortController();
  const [definition, raw] = await Promise.all([from && ("url" in from ? fetchedJson(from.url, signal) : from.definition), file.slice(0, HEAD).arrayBuffer(), loadReport()]);
  const survey = definition as SurveyDefinition | null;
  const encoding = encodingOf(new Uint8Array(raw), language.startsWith("zh"));
  const head = new Uint8Array(await new Response(bytesOf(file.slice(0, HEAD), encoding)).arrayBuffer());
  const map = typeof columns === "string" ? ((await fetchedJson(columns, signal)) as Record<string, string>) : (columns ?? {});
  if (!ask && survey && fits(survey, head, map)) return { file, columns: map, missing: [], encoding, definition: null, settled: false };
  await init();
  const mapping = new Mapping(file, encoding, survey, guessColumns(head, survey ?? undefined), map);
  return mapping.known && !ask ? mapping.accept() : mapping;
}

/** Whether most of a file's columns are the survey's. */
function fits(survey: SurveyDefinition, head: Uint8Array, columns: Record<string, string>): boolean {
  const tally = new TallyHandle(survey);
  try {
    tally.addCsv(head, { columns });
    const end = tally.end();
    return end.ignoredColumns.length * 2 <= end.columns;
  } catch {
    return false;
  } finally {
    tally.close();
  }
}

/** A foreign file, and what its columns are taken for so far. */
export class Mapping {
  readonly file: File;
  readonly survey: SurveyDefinition | null;
  readonly guesses: ColumnGuesses;
  /** Whether the same headers were settled before. */
  readonly known: boolean;
  /** Whether the file is read as a survey of its own. */
  own: boolean;
  /** By column, the answer key of the page's survey (or `weight`) that it holds. */
  readonly keys: (string | null)[];
  /** By column, its role in a survey of the file's own. */
  readonly roles: ColumnRole[];
  readonly scales: (ScaleBounds | null)[];
  missing: readonly string[];
  readonly #encoding: string | null;

  constructor(file: File, encoding: string | null, survey: SurveyDefinition | null, guesses: ColumnGuesses, columns: Record<string, string>) {
    this.file = file;
    this.survey = survey;
    this.guesses = guesses;
    this.#encoding = encoding;
    this.keys = guesses.columns.map(({ header, key, role }) => columns[header] ?? key ?? (role === "weight" ? "weight" : null));
    this.roles = guesses.columns.map(({ role }) => role);
    this.scales = guesses.columns.map(({ scale }) => scale);
    this.missing = guesses.missing;
    const found = this.keys.filter((key) => key !== null).length;
    this.own = !survey || found * 2 < this.roles.filter((role) => role !== "ignored").length;
    const before = remembered(survey?.id ?? null, this.headers);
    this.known = before !== null;
    if (before) this.#recall(before);
  }

  get headers(): string[] {
    return this.guesses.columns.map(({ header }) => header);
  }

  /** Whether anything would be counted. */
  get counts(): boolean {
    return this.own ? this.roles.some((role) => role !== "ignored" && role !== "weight") : this.keys.some((key) => key !== null && key !== "weight");
  }

  /** The file as it is settled to be read, kept for the next with the same headers. */
  accept(): Mapped {
    const { file, missing, own } = this;
    const holds = own ? this.roles : this.keys;
    remember({ survey: own ? null : (this.survey?.id ?? null), headers: this.headers, holds, scales: this.scales, missing });
    const read = { file, missing, encoding: this.#encoding, settled: true };
    if (!own) {
      const columns = this.headers.flatMap((header, place) => (header === "" || this.keys[place] == null ? [] : [[header, this.keys[place]]]));
      return { ...read, columns: Object.fromEntries(columns) as Record<string, string>, definition: null };
    }
    const { definition, columns } = proposeSurvey({
      title: file.name.replace(/\.\w+$/, ""),
      columns: this.guesses.columns.map(({ header, values }, place) => ({
        header,
        role: header === "" ? "ignored" : (this.roles[place] ?? "ignored"),
        ...(this.scales[place] ? { scale: bounds(this.scales[place]) } : {}),
        values: values.filter((value) => !missing.includes(value)),
      })),
    });
    return { ...read, columns: columns as unknown as Record<string, string>, definition };
  }

  #recall({ survey, holds, scales, missing }: Settled): void {
    this.own = survey === null;
    const into: (string | null)[] = this.own ? this.roles : this.keys;
    holds.forEach((held, place) => (into[place] = held));
    scales.forEach((scale, place) => (this.scales[place] = scale));
    this.missing = missing;
  }
}

function bounds({ min, max, step }: ScaleBounds): ScaleBounds {
  return step == null ? { min, max } : { min, max, step };
}
