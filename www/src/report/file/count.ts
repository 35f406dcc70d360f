import type { SurveyDefinition } from "../../definition.js";
import { ManyiError } from "../../error.js";
import type { CsvEnd, CsvOptions } from "../../results.js";
import { addChunks, pageHadItsTurn } from "../csv.js";
import { TallyHandle } from "../wasm.js";
import { type Order, type Said, bytesOf } from "./order.js";

/** A smaller file is counted before a worker has started. */
const WORTH_A_WORKER = 1 << 20;

/** What was counted of a file. */
export interface Counted {
  readonly tally: TallyHandle;
  readonly end: CsvEnd;
}

/**
 * Counts a file: in a worker, so that the page goes on; chunk by chunk on the page itself where the file is small, or where no worker can be
 * started (the package comes from another origin, or a policy forbids it).
 */
export async function countFile(
  survey: SurveyDefinition,
  file: File,
  encoding: string | null,
  options: CsvOptions,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Counted> {
  if (file.size >= WORTH_A_WORKER) {
    const counted = await inWorker({ survey: JSON.stringify(survey), file, encoding, options }, signal, progress);
    if (counted) {
      const tally = TallyHandle.fromWords(survey, counted.words);
      // The report is a task of its own.
      await pageHadItsTurn();
      return { tally, end: counted.end };
    }
  }
  const tally = new TallyHandle(survey);
  try {
    return { tally, end: await addChunks(tally, bytesOf(file, encoding), options, signal, progress) };
  } catch (error) {
    tally.close();
    throw error;
  }
}

/** What the worker counted; `null` where there is none. */
async function inWorker(order: Order, signal: AbortSignal, progress: (bytes: number) => void): Promise<Extract<Said, { kind: "counted" }> | null> {
  const worker = started();
  if (!worker) return null;
  try {
    return await new Promise((resolve, reject) => {
      let runs = false;
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      // Before its first word it could not be loaded; after it, it broke.
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (runs) reject(new ManyiError("internal", event.message || "the worker that counts the file has stopped"));
        else resolve(null);
      });
      worker.addEventListener("message", ({ data }: MessageEvent<Said>) => {
        runs = true;
        if (data.kind === "started") worker.postMessage(order);
        else if (data.kind === "read") progress(data.bytes);
        else if (data.kind === "counted") resolve(data);
        else reject(new ManyiError(data.code, data.message, data.path));
      });
    });
  } finally {
    worker.terminate();
  }
}

function started(): Worker | null {
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}
