import { openStore } from "../store.js";
import { type Analysis, counted, lent } from "./analysis.js";
import type { SurveyDefinition } from "../definition.js";
import type { CsvEnd } from "../results.js";
import type { Tally } from "../tally.js";
import { addChunks } from "./csv.js";
import { fetched, fetchedJson } from "../fetched.js";
import { TallyHandle } from "./wasm.js";

/** Where answers come from. */
export type Source =
  | { readonly kind: "store" }
  | { readonly kind: "address"; readonly url: string; readonly columns: ColumnsSource }
  | { readonly kind: "file"; readonly file: File; readonly columns: ColumnsSource }
  | { readonly kind: "tally"; readonly tally: Tally };

/** Foreign headers and the answer keys they stand for: the map itself, or the address of its JSON. */
export type ColumnsSource = Record<string, string> | string | null;

/** What was read, for the reader of the report. */
export interface Reading {
  readonly kind: Source["kind"];
  /** The file's name; empty where there was none. */
  readonly name: string;
  readonly rejected: CsvEnd["rejected"];
  readonly ignoredColumns: readonly string[];
}

/** How far reading has come. */
export type Progress = (name: string, bytes: number) => void;

/** Counts the answers of a source. Stops, and frees what it counted, when the signal says so. */
export async function count(survey: SurveyDefinition, source: Source, signal: AbortSignal, progress: Progress): Promise<Analysis> {
  if (source.kind === "tally") return lent(survey, source.tally, nothingRead(source.kind));
  const tally = new TallyHandle(survey);
  try {
    const reading = source.kind === "store" ? await countStore(survey, tally) : await countCsv(tally, source, signal, progress);
    signal.throwIfAborted();
    return counted(survey, tally, reading);
  } catch (error) {
    tally.close();
    throw error;
  }
}

async function countStore(survey: SurveyDefinition, tally: TallyHandle): Promise<Reading> {
  const store = await openStore();
  tally.add(await store.responses(survey.id));
  return nothingRead("store");
}

async function countCsv(tally: TallyHandle, source: Source & { kind: "address" | "file" }, signal: AbortSignal, progress: Progress): Promise<Reading> {
  const columns = typeof source.columns === "string" ? await columnsAt(source.columns, signal) : source.columns;
  const { name, body } = await opened(source, signal);
  const end = await addChunks(tally, body, columns ?? {}, signal, (bytes) => progress(name, bytes));
  return { kind: source.kind, name, rejected: end.rejected, ignoredColumns: end.ignoredColumns };
}

async function opened(source: Source & { kind: "address" | "file" }, signal: AbortSignal): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  if (source.kind === "file") return { name: source.file.name, body: source.file.stream() };
  const response = await fetched(source.url, signal);
  const name = decodeURIComponent(new URL(response.url).pathname.split("/").at(-1) ?? "");
  return { name, body: response.body ?? new Blob().stream() };
}

async function columnsAt(url: string, signal: AbortSignal): Promise<Record<string, string>> {
  // Whether it is a map of headers is told by the tally.
  return (await fetchedJson(url, signal)) as Record<string, string>;
}

function nothingRead(kind: Source["kind"]): Reading {
  return { kind, name: "", rejected: [], ignoredColumns: [] };
}
