import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import type { SurveyDefinition } from "../definition.js";
import { checkSurvey } from "../functions.js";
import { initSync } from "../load.js";
import { InputError, UsageError, of } from "./failure.js";
import { jsonPlace } from "./json-place.js";

/** Loads the wasm, from beside this file. */
export function load(): void {
  initSync(readFileSync(new URL("../../wasm/full/manyi_bg.wasm", import.meta.url)));
}

/** What an input is called in messages. */
export function called(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** Standard input can be read once. */
export function onceFromStandardInput(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === "-").length > 1) throw new UsageError("only one of the files can be standard input");
}

/** The text of a file. */
export function text(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The value of a JSON file; what else the message may say where it is none. */
export function json(path: string, otherwise = ""): unknown {
  return parsed(text(path), called(path), otherwise);
}

/** The value of JSON text, which is what is called so. */
export function parsed(content: string, name: string, otherwise = "", firstLine = 1): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const { line, column, problem } = jsonPlace(content) ?? { line: 1, column: 1, problem: (cause as Error).message };
    const where = content.trim() === "" ? "it is empty" : `line ${firstLine + line - 1}, column ${column}: ${problem}`;
    throw new InputError(`${name}: this is not JSON: ${where}${otherwise}`, { cause });
  }
}

/** A survey's definition, checked. */
export function survey(path: string): SurveyDefinition {
  const definition = json(path, looksLikeTable(path) ? "; a survey is a JSON file" : "");
  if (isTally(definition)) throw new InputError(`${called(path)}: this is a tally; the survey that it counts comes first`);
  return of(called(path), () => checkSurvey(definition as SurveyDefinition));
}

/** A tally's counts, as far as they look like one. */
export function counts(path: string): object {
  const value = json(path, `; a tally is what "manyi tally" makes of answers`);
  if (isTally(value)) return value;
  throw new InputError(`${called(path)}: this is no tally, which "manyi tally" makes of answers`);
}

function isTally(value: unknown): value is object {
  return typeof value === "object" && value !== null && "fingerprint" in value && "whole" in value;
}

function looksLikeTable(path: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(path);
}

/** A file chunk by chunk. */
export async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* (path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 })) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(path, error);
  }
}

/** How large a file is; `null` where nobody knows beforehand. */
export function size(path: string): number | null {
  try {
    const about = path === "-" ? null : statSync(path);
    return about?.isFile() ? about.size : null;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Writes a text to a file, or to standard output where none is named. */
export function write(path: string | undefined, content: string): void {
  if (path === undefined || path === "-") process.stdout.write(content);
  else save(path, content);
}

/** Writes a text to a file. */
export function save(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new InputError(`${path} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

function unreadable(path: string, error: unknown): InputError {
  return new InputError(`${called(path)} cannot be read: ${(error as Error).message}`, { cause: error });
}
