import type { SurveyDefinition } from "../../definition.js";
import type { CsvEnd, CsvOptions } from "../../results.js";

/** What is to be counted, as it crosses to a worker. */
export interface Order {
  /** The definition as JSON text: what crosses is copied, and not every object of a page can be. */
  readonly survey: string;
  readonly file: File;
  /** What the file's bytes are, where they are not UTF-8. */
  readonly encoding: string | null;
  readonly options: CsvOptions;
}

/** What a worker says, in this order: that it runs; how far it is, again and again; and what came of it. */
export type Said =
  | { readonly kind: "started" }
  | { readonly kind: "read"; readonly bytes: number }
  | { readonly kind: "counted"; readonly words: BigUint64Array; readonly end: CsvEnd }
  | { readonly kind: "failed"; readonly code: string; readonly message: string; readonly path: string | null };

/** The file's text as UTF-8, whatever it is kept in. */
export function bytesOf(file: Blob, encoding: string | null): ReadableStream<Uint8Array> {
  if (encoding === null) return file.stream();
  const text = file.stream().pipeThrough(new TextDecoderStream(encoding) as unknown as TransformStream<Uint8Array, string>);
  return text.pipeThrough(new TextEncoderStream());
}

/** A survey as its JSON. */
export function surveyOf(order: Order): SurveyDefinition {
  return JSON.parse(order.survey) as SurveyDefinition;
}
