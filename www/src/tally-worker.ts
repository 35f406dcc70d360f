// A worker of `tallyFile`: looks at pieces of a file, and counts them.
import type { SurveyDefinition } from "./definition.js";
import { ManyiError } from "./error.js";
import { init } from "./load.js";
import type { Source } from "./loader.js";
import type { CsvEnd, CsvOptions } from "./results.js";
import { TallyHandle, csvPiece } from "../wasm/full/manyi.js";

export type ToWorker =
  | { kind: "start"; source: Source | undefined; survey: SurveyDefinition; file: Blob; head: Uint8Array; separator: number; csv: CsvOptions }
  | { kind: "look"; from: number; to: number }
  | { kind: "count"; quoted: number; first: boolean }
  | { kind: "end" };

export type FromWorker =
  | { kind: "started" }
  | { kind: "looked"; piece: number[] }
  | { kind: "counted"; records: number; end: CsvEnd }
  | { kind: "ended"; json: object }
  | { kind: "failed"; code: string; message: string; path: string | null };

const NEWLINE = 0x0a;

type Start = ToWorker & { kind: "start" };

let about: Start;
let tally: TallyHandle;
/** The piece that was looked at last, and what it is. */
let piece = { from: 0, bytes: new Uint8Array(), looks: [] as number[] };
/** The bytes read at a time to find the end of a piece's last record. */
const AHEAD = 1 << 16;

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    self.postMessage(await answered(data));
  } catch (error) {
    const { code, message, path } = error instanceof ManyiError ? error : new ManyiError("internal", String(error));
    self.postMessage({ kind: "failed", code, message, path } satisfies FromWorker);
  }
};

async function answered(message: ToWorker): Promise<FromWorker> {
  switch (message.kind) {
    case "start":
      about = message;
      await init(about.source);
      tally = new TallyHandle(about.survey);
      return { kind: "started" };
    case "look": {
      const { from, to } = message;
      // With the byte before, by which a quote is known to open a cell.
      const bytes = await read(from - 1, to);
      const [before = NEWLINE] = bytes;
      const own = bytes.subarray(from > 0 ? 1 : 0);
      piece = { from, bytes: own, looks: Array.from(csvPiece(own, from > 0 ? before : NEWLINE, about.separator)) };
      return { kind: "looked", piece: piece.looks };
    }
    case "count":
      return count(message.quoted, message.first);
    case "end":
      return { kind: "ended", json: tally.toJSON() };
  }
}

// Every piece is read after the headers, as a table of its own: from the end of the record that began before it to the end of the record
// that ends first after it.
async function count(quoted: number, first: boolean): Promise<FromWorker> {
  let [ends = 0, begin = 0] = piece.looks.slice(2 * quoted);
  if (first) begin = 0;
  if (begin < 0) return { kind: "counted", records: 1, end: { rows: 0, columns: 0, ignoredColumns: [], rejected: [], rejectedCount: 0 } };
  tally.addCsv(about.head, about.csv);
  tally.addCsv(piece.bytes.subarray(begin), about.csv);
  let before = piece.bytes.at(-1) ?? NEWLINE;
  for (let at = piece.from + piece.bytes.length; at < about.file.size; at += AHEAD) {
    const bytes = await read(at, at + AHEAD);
    const [next = 0, end = -1] = csvPiece(bytes, before, about.separator).slice(2 * ends);
    tally.addCsv(end < 0 ? bytes : bytes.subarray(0, end), about.csv);
    if (end >= 0) break;
    ends = next;
    before = bytes.at(-1) ?? NEWLINE;
  }
  const records = tally.recordsRead();
  return { kind: "counted", records, end: tally.end() };
}

async function read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await about.file.slice(Math.max(from, 0), to).arrayBuffer());
}
