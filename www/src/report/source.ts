import { openStore } from "../store.js";
import { type Analysis, counted, lent } from "./analysis.js";
import type { SurveyDefinition } from "../definition.js";
import type { CsvEnd, CsvOptions } from "../results.js";
import type { Tally } from "../tally.js";
import { addChunks } from "./csv.js";
import { fetched } from "../fetched.js";
import { fetchedJson } from "../fetched-json.js";
import { TallyHandle } from "./wasm.js";

/** Where answers come from. */
export type Source =
  | { readonly kind: "store" }
  | { readonly kind: "address"; readonly url: string; readonly columns: ColumnsSource }
  | ({ readonly kind: "file" } & OpenedFile)
  | { readonly kind: "tally"; readonly tally: Tally };

/** A file that the reader of the report opened, and how it is read. */
export interface OpenedFile {
  readonly file: File;
  readonly columns: ColumnsSource;
  /** Words that stand for a missing answer. */
  readonly missing: readonly string[];
  /** What the file's bytes are, where they are not UTF-8. */
  readonly encoding: string | null;
}

/** Foreign headers and the answer keys they stand for: the map itself, or the address of its JSON. */
export type ColumnsSource = Record<string, string> | string | null;

/** What was read, for the reader of the report. */
export interface Reading {
  readonly kind: Source["kind"];
  /** The file's name; empty where there was none. */
  readonly name: string;
  readonly rejected: CsvEnd["rejected"];
  /** How many cells were rejected in all; the list ends at ten thousand. */
  readonly rejectedCount: number;
  readonly ignoredColumns: readonly string[];
}

/** How far reading has come: `share` is of the whole, where its size is known. */
export type Progress = (name: string, bytes: number, share: number | null) => void;

/** Counts the answers of a source. Stops, and frees what it counted, when the signal says so. */
export async function count(survey: SurveyDefinition, source: Source, signal: AbortSignal, progress: Progress): Promise<Analysis> {
  if (source.kind === "tally") return lent(survey, source.tally, nothingRead(source.kind));
  if (source.kind === "file") return countOpened(survey, source, signal, progress);
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

async function countCsv(tally: TallyHandle, { url, columns }: Source & { kind: "address" }, signal: AbortSignal, progress: Progress): Promise<Reading> {
  const options = await optionsOf(columns, signal);
  const response = await fetched(url, signal);
  const name = decodeURIComponent(new URL(response.url).pathname.split("/").at(-1) ?? "");
  const end = await addChunks(tally, response.body ?? new Blob().stream(), options, signal, (bytes) => progress(name, bytes, null));
  return csvRead("address", name, end);
}

async function countOpened(survey: SurveyDefinition, { file, columns, missing, encoding }: OpenedFile, signal: AbortSignal, progress: Progress): Promise<Analysis> {
  const { countFile } = await import("./file/count.js");
  const options = { ...(await optionsOf(columns, signal)), missing: [...missing] };
  const { tally, end } = await countFile(survey, file, encoding, options, signal, (bytes) => progress(file.name, bytes, bytes / file.size));
  return counted(survey, tally, csvRead("file", file.name, end));
}

async function optionsOf(columns: ColumnsSource, signal: AbortSignal): Promise<CsvOptions> {
  return { columns: (typeof columns === "string" ? await columnsAt(columns, signal) : columns) ?? {} };
}

async function columnsAt(url: string, signal: AbortSignal): Promise<Record<string, string>> {
  // Whether it is a map of headers is told by the tally.
  return (await fetchedJson(url, signal)) as Record<string, string>;
}

function nothingRead(kind: Source["kind"]): Reading {
  return { kind, name: "", rejected: [], rejectedCount: 0, ignoredColumns: [] };
}

function csvRead(kind: Source["kind"], name: string, { rejected, rejectedCount, ignoredColumns }: CsvEnd): Reading {
  return { kind, name, rejected, rejectedCount, ignoredColumns };
}
