// A worker of `tallyFile`: counts pieces of a file.
import { chunks } from "./chunks.js";
import type { SurveyDefinition } from "./definition.js";
import { ManyiError } from "./error.js";
import { init } from "./load.js";
import type { CsvEnd, CsvOptions } from "./results.js";
import { PieceHandle, TallyHandle } from "../wasm/full/manyi.js";

/** What is asked of a worker: to count pieces of a file from now on, and to count one of them. */
export type ToWorker =
  | {
      readonly kind: "start";
      readonly module: WebAssembly.Module | undefined;
      /** The definition and the options as JSON text: what crosses is copied, and not every object of a page can be. */
      readonly survey: string;
      readonly csv: string;
      readonly file: Blob;
      readonly head: Uint8Array;
      readonly separator: number;
    }
  | {
      readonly kind: "count";
      readonly from: number;
      readonly to: number;
      /** How it begins; `null` is for the worker to guess. */
      readonly begins: number | null;
      /** The rows before it after the headers, empty lines among them, as far as they are known. */
      readonly records: number;
    };

export type FromWorker =
  | { readonly kind: "started" }
  | { readonly kind: "read"; readonly bytes: number }
  | Counted
  | Failed;

/** What came of a piece that begins so. */
export interface Counted {
  readonly kind: "counted";
  readonly begins: number;
  readonly ends: number;
  readonly records: number;
  readonly end: CsvEnd;
  readonly words: BigUint64Array;
}

/** What went wrong; of a piece, if it begins so. */
export interface Failed {
  readonly kind: "failed";
  readonly begins: number;
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

/** How often it tells how far it is. */
const MILLISECONDS = 50;

let about: ToWorker & { kind: "start" };
let csv: CsvOptions;
let tally: TallyHandle;
let piece: PieceHandle | undefined;

const say = (said: FromWorker, transfer: Transferable[] = []) => self.postMessage(said, { transfer });

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  (data.kind === "start" ? started(data) : counted(data)).catch((error: unknown) => {
    const { code, message, path } = error instanceof ManyiError ? error : new ManyiError("internal", error instanceof Error ? error.message : String(error));
    say({ kind: "failed", begins: piece?.begins() ?? 0, code, message, path });
  });
};

async function started(order: typeof about): Promise<void> {
  about = order;
  await init(about.module);
  csv = JSON.parse(about.csv) as CsvOptions;
  tally = new TallyHandle(JSON.parse(about.survey) as SurveyDefinition);
  say({ kind: "started" });
}

// Every piece is read after the headers, as a table of its own.
async function counted({ from, to, begins, records: before }: ToWorker & { kind: "count" }): Promise<void> {
  const { file, head, separator } = about;
  piece?.free();
  piece = new PieceHandle(from === head.length, to - from, separator, begins);
  tally.addCsv(head, csv);
  if (from !== head.length) tally.skipRecords(before);
  let bytes = 0;
  let told = performance.now();
  // A later piece with the byte before it, by which a quote is known to open a cell.
  for await (const chunk of chunks(file.slice(from === head.length ? from : from - 1))) {
    if (piece.push(tally, chunk)) break;
    bytes += chunk.length;
    if (performance.now() - told < MILLISECONDS) continue;
    told = performance.now();
    say({ kind: "read", bytes });
  }
  const records = tally.recordsRead() - 1 - before;
  const end = tally.end();
  const words = tally.takeWords() as BigUint64Array<ArrayBuffer>;
  say({ kind: "counted", begins: piece.begins(), ends: piece.ends(), records, end, words }, [words.buffer]);
}
