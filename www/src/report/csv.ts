import type { CsvEnd, CsvOptions } from "../results.js";

/** The most bytes counted in one go, and how long the page may wait for its turn. */
const BYTES = 1 << 17;
const MILLISECONDS = 12;
/** So often it is told how far reading has come, whether more came or not. */
const TOLD_EVERY = 300;

/** What counts a CSV. */
interface Counting {
  addCsv(chunk: Uint8Array, options: CsvOptions): void;
  end(): CsvEnd;
}

/** Counts a CSV chunk by chunk; between chunks the page gets its turn. */
export async function addChunks(
  tally: Counting,
  body: ReadableStream<Uint8Array>,
  options: CsvOptions,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<CsvEnd> {
  const reader = body.getReader();
  let bytes = 0;
  let turn = performance.now();
  // Where a sender pauses, the reader sees that, and can stop waiting.
  const telling = setInterval(() => progress(bytes), TOLD_EVERY);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return tally.end();
      for (let start = 0; start < value.length; start += BYTES) {
        signal.throwIfAborted();
        const chunk = value.subarray(start, start + BYTES);
        tally.addCsv(chunk, options);
        bytes += chunk.length;
        if (performance.now() - turn > MILLISECONDS) {
          progress(bytes);
          await pageHadItsTurn();
          turn = performance.now();
        }
      }
    }
  } catch (error) {
    // Whoever sends need not send on.
    void reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(telling);
  }
}

/** Resolves in a task of its own. */
export function pageHadItsTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
