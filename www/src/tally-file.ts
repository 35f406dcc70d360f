import type { SurveyDefinition } from "./definition.js";
import { ManyiError } from "./error.js";
import { addChunks } from "./report/csv.js";
import type { CsvEnd, CsvOptions } from "./results.js";
import { Tally } from "./tally.js";
import { countInPool } from "./tally-pool.js";

/** A smaller file is counted before workers have started. */
const WORTH_A_WORKER = 1 << 23;
/** What the options are. */
const KNOWN = ["columns", "missing", "workers", "signal", "onProgress"];

/** How a file is read and counted. */
export interface TallyFileOptions extends CsvOptions {
  /** How many workers count, at most; as many as the machine has processors, up to 8, unless told. A file of less than 8 MB is counted without. */
  workers?: number;
  /** Aborting it ends every worker, and the promise is rejected with its reason. */
  signal?: AbortSignal;
  /** Called as the file is counted, with bytes. */
  onProgress?: (progress: { bytes: number; total: number }) => void;
}

/** What was counted, and what came of the file's rows and columns. */
export interface TallyFileResult extends CsvEnd {
  /** The counts. Whoever asked for it frees it. */
  tally: Tally;
}

/**
 * Counts a CSV file in a pool of workers, which are kept for two seconds for the next file. The tally is the same to the last bit for any
 * number of them, and rows are numbered as they are in the file. Nothing but `init()` is needed: no shared memory, and so no headers of the
 * server's. Where workers cannot be started, and in Node, the file is counted here, chunk by chunk.
 */
export async function tallyFile(survey: SurveyDefinition, file: Blob, options: TallyFileOptions = {}): Promise<TallyFileResult> {
  const wrong = Object.keys(options).find((key) => !KNOWN.includes(key));
  if (wrong !== undefined) throw new ManyiError("unknown-key", `${wrong}: the key "${wrong}" is not known here; known are ${KNOWN.join(", ")}`, wrong);
  const { workers = Math.min(globalThis.navigator?.hardwareConcurrency ?? 1, 8), signal, onProgress, ...csv } = options;
  if (!Number.isInteger(workers) || workers < 1) {
    throw new ManyiError("out-of-range", `${workers} workers; a whole number from 1 on is wanted`, "workers");
  }
  if (!(file instanceof Blob)) throw new ManyiError("wrong-type", "a File or another Blob is wanted", "file");
  signal?.throwIfAborted();
  const tally = new Tally(survey);
  try {
    const pooled = typeof Worker !== "undefined" && file.size >= WORTH_A_WORKER;
    const end = (pooled && (await countInPool(tally, { survey, file, csv, workers, signal, onProgress }))) || (await here(tally, file, csv, options));
    signal?.throwIfAborted();
    return { tally, ...end };
  } catch (error) {
    tally.free();
    throw error;
  }
}

async function here(tally: Tally, file: Blob, csv: CsvOptions, { signal = new AbortController().signal, onProgress }: TallyFileOptions): Promise<CsvEnd> {
  const total = file.size;
  if (total === 0) tally.addCsv(new Uint8Array(), csv);
  const end = await addChunks(tally, file.stream(), csv, signal, (bytes) => bytes < total && onProgress?.({ bytes, total }));
  onProgress?.({ bytes: total, total });
  return end;
}
