import { ManyiError } from "./error.js";
import type { SurveyDefinition } from "./definition.js";
import { full } from "./load.js";
import { beyond } from "./reported.js";
import type { CsvEnd, CsvOptions } from "./results.js";
import type { Tally } from "./tally.js";
import type { Counted, Failed, FromWorker, ToWorker } from "./tally-worker.js";
import * as wasm from "../wasm/full/manyi.js";

/** The fewest bytes of a piece: so many that their counts are worth the way. */
const LEAST = 1 << 23;
/** The longest first line. */
const HEAD = 1 << 20;
/** How many rejected cells are listed, as in `CsvEnd`. */
const LISTED = 10_000;
/** How long a worker that has nothing to do is kept for the next file. */
const WARM = 2_000;

/** What is counted, and how. */
export interface Order {
  readonly survey: SurveyDefinition;
  readonly file: Blob;
  readonly csv: CsvOptions;
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: { bytes: number; total: number }) => void) | undefined;
}

/** Counts a file in a pool of workers; `null`, and nothing is counted, where none can be started. */
export async function countInPool(tally: Tally, order: Order): Promise<CsvEnd | null> {
  const { signal } = order;
  const pool = new Pool(tally, order);
  const aborted = new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true, signal: pool.over }));
  try {
    const end = await Promise.race([pool.run(), aborted]);
    pool.end(true);
    return end;
  } catch (error) {
    pool.end(false);
    throw error;
  }
}

const idle: Worker[] = [];
let later: ReturnType<typeof setTimeout> | undefined;

function hired(): Worker {
  return idle.pop() ?? new Worker(new URL("./tally-worker.js", import.meta.url), { type: "module" });
}

function dismissed(worker: Worker): void {
  worker.onmessage = worker.onerror = null;
  idle.push(worker);
  clearTimeout(later);
  later = setTimeout(() => {
    for (const worker of idle.splice(0)) worker.terminate();
  }, WARM);
}

/** A part of the file, and what came of it. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** How it begins, and the records before it; nothing and 0 as long as they are not known. */
  begins: number | null;
  records: number;
  /** The bytes that were told of it. */
  read: number;
  result: Counted | Failed | null;
}

/**
 * A piece is counted as it seems to begin. Once all before it are known, its counts are taken; or it is counted again, if it began otherwise.
 */
class Pool {
  readonly #tally: Tally;
  readonly #order: Order;
  readonly #workers: Worker[] = [];
  readonly #over = new AbortController();
  readonly #pieces: Piece[] = [];
  readonly #again: Piece[] = [];
  readonly #end: CsvEnd = { rows: 0, columns: 0, ignoredColumns: [], rejected: [], rejectedCount: 0 };
  #waiting: (() => void)[] = [];
  /** How many pieces are taken; how the next begins, and the records before it. */
  #taken = 0;
  #begins = 0;
  #records = 0;
  /** Where the pieces that are given out end, and the bytes that were told. */
  #given = 0;
  #read = 0;

  constructor(tally: Tally, order: Order) {
    this.#tally = tally;
    this.#order = order;
  }

  /** Aborted when all is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Lets the workers go: for the next file, or for good. */
  end(well: boolean): void {
    this.#over.abort();
    for (const worker of this.#workers.splice(0)) well ? dismissed(worker) : worker.terminate();
  }

  async run(): Promise<CsvEnd | null> {
    const { file, survey, csv, workers } = this.#order;
    const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    const [length = bytes.length, separator = 0x2c] = full.guarded(wasm.csvHead)(bytes) ?? [];
    this.#given = this.#read = length;
    const start: ToWorker = { kind: "start", module: full.module, survey: JSON.stringify(survey), csv: JSON.stringify(csv), file, head: bytes.slice(0, length), separator };
    const count = Math.min(workers, Math.ceil(file.size / LEAST));
    const ran = await Promise.all(Array.from({ length: count }, () => this.#work(start)));
    return ran.includes(true) ? this.#end : null;
  }

  /** One worker, until no piece is left; whether it could be started. */
  async #work(start: ToWorker): Promise<boolean> {
    const worker = await this.#started(start);
    if (!worker) return false;
    while (this.#taken < this.#pieces.length || this.#given < this.#order.file.size) {
      const piece = this.#again.shift() ?? this.#next();
      if (piece) {
        const { from, to, begins, records } = piece;
        const said = await this.#asked(worker, { kind: "count", from, to, begins, records }, (bytes) => this.#tell(piece, bytes));
        if (said.kind === "counted" || said.kind === "failed") piece.result = said;
        this.#take();
      } else {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    }
    return true;
  }

  /** A worker that knows what it is to count; none where it may not be started from here, or by the page's policy. */
  async #started(start: ToWorker): Promise<Worker | null> {
    let worker: Worker | undefined;
    try {
      worker = hired();
      this.#workers.push(worker);
      await this.#asked(worker, start, () => undefined);
      return worker;
    } catch (error) {
      if (error instanceof ManyiError) throw error;
      worker?.terminate();
      this.#workers.splice(0, Infinity, ...this.#workers.filter((one) => one !== worker));
      return null;
    }
  }

  /** The next part of the file: as few as may be, and shorter towards its end, so that all workers end together. */
  #next(): Piece | undefined {
    const { file, workers } = this.#order;
    const left = file.size - this.#given;
    if (left <= 0) return undefined;
    const share = workers === 1 ? left : Math.max(LEAST, Math.ceil(left / (1.25 * workers)));
    const from = this.#given;
    this.#given = left - share < LEAST / 2 ? file.size : from + share;
    const piece: Piece = { from, to: this.#given, begins: this.#pieces.length === 0 ? 0 : null, records: 0, read: 0, result: null };
    this.#pieces.push(piece);
    return piece;
  }

  /** Takes what is known of the pieces, in the order of the file. */
  #take(): void {
    for (let piece = this.#pieces[this.#taken]; piece?.result; piece = this.#pieces[this.#taken]) {
      const { result } = piece;
      const asFound = result.begins === this.#begins;
      if (asFound && result.kind === "counted") {
        this.#add(result, this.#records - piece.records);
        this.#taken++;
      } else if (asFound && result.kind === "failed" && piece.records === this.#records) {
        throw new ManyiError(result.code, result.message, result.path);
      } else {
        // It began otherwise; or what is wrong is told by its row, which is known only now.
        piece.begins = this.#begins;
        piece.records = this.#records;
        piece.result = null;
        this.#again.push(piece);
      }
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #add({ words, end, ends, records }: Counted, before: number): void {
    full.guarded((words: BigUint64Array) => this.#tally[beyond]().addWords(words))(words);
    const all = this.#end;
    all.columns = end.columns;
    all.ignoredColumns = end.ignoredColumns;
    all.rows += end.rows;
    all.rejectedCount += end.rejectedCount;
    for (const cell of end.rejected.slice(0, LISTED - all.rejected.length)) all.rejected.push({ ...cell, row: cell.row + before });
    this.#begins = ends;
    this.#records += records;
  }

  /** Tells how far it is; of a piece that is counted again, nothing. */
  #tell(piece: Piece, bytes: number): void {
    const more = Math.min(bytes, piece.to - piece.from) - piece.read;
    if (more <= 0) return;
    piece.read += more;
    this.#read += more;
    this.#order.onProgress?.({ bytes: this.#read, total: this.#order.file.size });
  }

  /** What a worker says to what it is asked; rejected where it could not be started, or has broken. */
  #asked(worker: Worker, message: ToWorker, read: (bytes: number) => void): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        try {
          if (data.kind === "read") return read(data.bytes);
          if (data.kind === "failed" && message.kind === "start") throw new ManyiError(data.code, data.message, data.path);
          read(Infinity);
          resolve(data);
        } catch (error) {
          reject(error);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(message.kind === "start" ? event : new ManyiError("internal", event.message || "a worker that counts the file has stopped"));
      };
      worker.postMessage(message);
    });
  }
}
