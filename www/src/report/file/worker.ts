// The worker that counts a file: it reads, the page goes on.
import { ManyiError } from "../../error.js";
import { loadReport } from "../../load-report.js";
import { TallyHandle } from "../wasm.js";
import { type Order, type Said, bytesOf, surveyOf } from "./order.js";

/** How often it tells how far it is. */
const MILLISECONDS = 100;

const say = (said: Said, transfer: Transferable[] = []) => postMessage(said, { transfer });

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  counted(data).then(
    ({ words, end }) => say({ kind: "counted", words, end }, [words.buffer]),
    (cause: unknown) => {
      const { code, message, path } = cause instanceof ManyiError ? cause : new ManyiError("internal", cause instanceof Error ? cause.message : String(cause));
      say({ kind: "failed", code, message, path });
    },
  );
});
say({ kind: "started" });

async function counted(order: Order): Promise<{ words: BigUint64Array<ArrayBuffer>; end: ReturnType<TallyHandle["end"]> }> {
  await loadReport();
  const tally = new TallyHandle(surveyOf(order));
  const reader = bytesOf(order.file, order.encoding).getReader();
  let bytes = 0;
  let told = performance.now();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    tally.addCsv(value, order.options);
    bytes += value.length;
    if (performance.now() - told > MILLISECONDS) {
      told = performance.now();
      say({ kind: "read", bytes });
    }
  }
  const end = tally.end();
  return { words: tally.toWords() as BigUint64Array<ArrayBuffer>, end };
}
