import { __wbg_set_wasm as bind, imports } from "../wasm/report/manyi.js";
import { Loader } from "./loader.js";

let first: WebAssembly.Exports = {};
let second: Loader | undefined;

/** The loader of the reader's wasm: answers, their tally, the report and its pictures, without the functions for code. */
export const report = new Loader(imports, (exports) => bind((first = exports)), () => new URL("../wasm/report/manyi_bg.wasm", import.meta.url));

/** Loads the report's wasm once; a failed load can be retried. */
export function loadReport(): Promise<void> {
  return report.load();
}

/** Loads what comes later of it: what only some surveys and some readers ask. It goes on in the first file's memory. */
export async function loadLater(): Promise<void> {
  await loadReport();
  second ??= new Loader({ ...imports, first }, (later) => bind({ ...first, ...later }), () => new URL("../wasm/report/manyi_later.wasm", import.meta.url));
  await second.load();
}
