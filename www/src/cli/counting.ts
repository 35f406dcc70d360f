import type { CsvOptions } from "../results.js";
import { called, json } from "./files.js";
import { InputError } from "./failure.js";

/** The options that say how answers are read, from a file and from a table. */
export const READING = {
  columns: { type: "string" },
  missing: { type: "string", multiple: true },
  out: { type: "string" },
} as const;

/** How answers are read. */
export function reading(values: { columns?: string | undefined; missing?: string[] | undefined }): CsvOptions {
  const columns = values.columns === undefined ? undefined : map(values.columns);
  return { ...(columns && { columns }), ...(values.missing && { missing: values.missing }) };
}

function map(path: string): Record<string, string> {
  const value = json(path);
  const texts = typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((key) => typeof key === "string");
  if (!texts) throw new InputError(`${called(path)}: expected an object of answer keys by header`);
  return value as Record<string, string>;
}
