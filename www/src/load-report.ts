import { __wbg_set_wasm as bind, imports } from "../wasm/report/manyi.js";
import { Loader, type Source } from "./loader.js";

/** The loader of the reader's wasm: answers, their tally, the report and its pictures, without the functions for code. */
export const report = new Loader(imports, bind, () => new URL("../wasm/report/manyi_bg.wasm", import.meta.url));

/** Loads the report's wasm once; a failed load can be retried. */
export function loadReport(source?: Source): Promise<void> {
  return report.load(source);
}
