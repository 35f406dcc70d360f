import type { SurveyDefinition } from "./definition.js";
import { ManyiError } from "./error.js";
import { full } from "./load.js";
import type { CsvEnd, CsvOptions } from "./results.js";
import { Tally } from "./tally.js";
import type { FromWorker, ToWorker } from "./tally-worker.js";
import * as wasm from "../wasm/full/manyi.js";

/** The bytes of one piece: some ten milliseconds of work, so that the last piece keeps nobody waiting. */
const PIECE = 1 << 22;
/** The longest first line. */
const HEAD = 1 << 20;
/** How many rejected cells are listed, as in `CsvEnd`. */
const LISTED = 10_000;

/** How a file is read and counted. */
export interface TallyFileOptions extends CsvOptions {
  /** How many workers count; as many as the machine has processors, up to 8, unless told. */
  workers?: number;
  /** Aborting it ends every worker, and the promise is rejected with its reason. */
  signal?: AbortSignal;
  /** Called as pieces are counted, with bytes. */
  onProgress?: (progress: { bytes: number; total: number }) => void;
}

/** What was counted, and what came of the file's rows and columns. */
export interface TallyFileResult extends CsvEnd {
  /** The counts. Whoever asked for it frees it. */
  tally: Tally;
}

/**
 * Counts a CSV file in a pool of workers. The tally is the same to the last bit for any number of them, and rows are numbered as they are in
 * the file. Nothing but `init()` is needed: no shared memory, and so no headers of the server's.
 */
export async function tallyFile(survey: SurveyDefinition, file: Blob, options: TallyFileOptions = {}): Promise<TallyFileResult> {
  const { workers = Math.min(globalThis.navigator?.hardwareConcurrency ?? 1, 8), signal, onProgress, ...csv } = options;
  if (!Number.isInteger(workers) || workers < 1) {
    throw new ManyiError("out-of-range", `${workers} workers; a whole number from 1 on is wanted`, "workers");
  }
  if (!(file instanceof Blob)) throw new ManyiError("wrong-type", "a File or another Blob is wanted", "file");
  signal?.throwIfAborted();
  const tally = new Tally(survey);
  try {
    const end = await (typeof Worker === "undefined" ? here(tally, file, csv, options) : inPool(survey, tally, file, csv, { ...options, workers }));
    signal?.throwIfAborted();
    return { tally, ...end };
  } catch (error) {
    tally.free();
    throw error;
  }
}

// Where there are no workers, as in Node.
async function here(tally: Tally, file: Blob, csv: CsvOptions, { signal, onProgress }: TallyFileOptions): Promise<CsvEnd> {
  for (let start = 0; start < file.size; start += PIECE) {
    const bytes = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
    signal?.throwIfAborted();
    tally.addCsv(bytes, csv);
    onProgress?.({ bytes: start + bytes.length, total: file.size });
  }
  if (file.size === 0) tally.addCsv(new Uint8Array(), csv);
  return tally.end();
}

function inPool(survey: SurveyDefinition, tally: Tally, file: Blob, csv: CsvOptions, options: TallyFileOptions & { workers: number }): Promise<CsvEnd> {
  return new Promise<CsvEnd>((resolve, reject) => {
    const { signal } = options;
    const pool = new Pool(survey, tally, file, csv, options);
    const settle = (work: () => void) => {
      signal?.removeEventListener("abort", aborted);
      pool.end();
      work();
    };
    const aborted = () => settle(() => reject(signal?.reason));
    signal?.addEventListener("abort", aborted);
    pool.run().then((end) => settle(() => resolve(end)), (error: unknown) => settle(() => reject(error)));
  });
}

/** What became of a piece. */
interface Counted {
  readonly records: number;
  readonly end: CsvEnd;
}

class Pool {
  readonly #file: Blob;
  readonly #options: TallyFileOptions & { workers: number };
  readonly #csv: CsvOptions;
  readonly #survey: SurveyDefinition;
  readonly #tally: Tally;
  readonly #workers: Worker[] = [];
  readonly #counted: Counted[] = [];
  /** The way in which each piece begins, as far as the pieces before it have been looked at. */
  readonly #quoted = [0];
  /** What each piece is, as `csvPiece` says; not there until some worker has looked. */
  readonly #looks: (readonly number[])[] = [];
  #waiting: (() => void)[] = [];
  #next = 0;
  #bytes = 0;

  constructor(survey: SurveyDefinition, tally: Tally, file: Blob, csv: CsvOptions, options: TallyFileOptions & { workers: number }) {
    this.#survey = survey;
    this.#tally = tally;
    this.#file = file;
    this.#csv = csv;
    this.#options = options;
  }

  end(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  async run(): Promise<CsvEnd> {
    const bytes = new Uint8Array(await this.#file.slice(0, HEAD).arrayBuffer());
    const [length = bytes.length, separator = 0x2c] = full.guarded(wasm.csvHead)(bytes) ?? [];
    const head = bytes.slice(0, length);
    const pieces = Math.max(1, Math.ceil((this.#file.size - length) / PIECE));
    const size = Math.min(this.#options.workers, pieces);
    const source = full.source();
    const start: ToWorker = { kind: "start", source, survey: this.#survey, file: this.#file, head, separator, csv: this.#csv };
    await Promise.all(Array.from({ length: size }, () => this.#work(start, length, pieces)));
    return this.#ended();
  }

  /** One worker, until no piece is left: its counts are merged, and it is let go. */
  async #work(start: ToWorker, first: number, pieces: number): Promise<void> {
    const worker = new Worker(new URL("./tally-worker.js", import.meta.url), { type: "module" });
    this.#workers.push(worker);
    const ask = asker(worker);
    await ask(start);
    for (;;) {
      const piece = this.#next++;
      if (piece >= pieces) break;
      const from = first + piece * PIECE;
      const to = piece === pieces - 1 ? this.#file.size : from + PIECE;
      const look = await ask({ kind: "look", from, to });
      if (look.kind === "looked") this.#looks[piece] = look.piece;
      this.#resolve();
      // Pieces are taken in order, and looked at before anybody waits: so those before this one are being looked at, if they are not yet.
      while (this.#quoted[piece] === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      const counted = await ask({ kind: "count", quoted: this.#quoted[piece], first: piece === 0 });
      if (counted.kind === "counted") this.#counted[piece] = counted;
      this.#bytes += to - from;
      this.#options.onProgress?.({ bytes: first + this.#bytes, total: this.#file.size });
    }
    const tally = await ask({ kind: "end" });
    if (tally.kind === "ended") {
      const part = Tally.fromJSON(this.#survey, tally.json);
      this.#tally.merge(part);
      part.free();
    }
    worker.terminate();
  }

  #resolve(): void {
    for (let look = this.#looks[this.#quoted.length - 1]; look !== undefined; look = this.#looks[this.#quoted.length - 1]) {
      this.#quoted.push(look[2 * (this.#quoted.at(-1) ?? 0)] ?? 0);
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** What became of all pieces, in the order of the file. */
  #ended(): CsvEnd {
    const { columns = 0, ignoredColumns = [] } = this.#counted[0]?.end ?? {};
    const all: CsvEnd = { rows: 0, columns, ignoredColumns, rejected: [], rejectedCount: 0 };
    let before = 0;
    for (const { records, end } of this.#counted) {
      all.rows += end.rows;
      all.rejectedCount += end.rejectedCount;
      for (const cell of end.rejected.slice(0, LISTED - all.rejected.length)) all.rejected.push({ ...cell, row: cell.row + before });
      // Each piece was read after the headers, which are one record.
      before += records - 1;
    }
    return all;
  }
}

/** Asks a worker one thing at a time. */
function asker(worker: Worker): (message: ToWorker) => Promise<FromWorker> {
  return (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === "failed") reject(new ManyiError(data.code, data.message, data.path));
        else resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new ManyiError("not-loaded", `the worker could not be started: ${event.message ?? ""}`));
      };
      worker.postMessage(message);
    });
}
