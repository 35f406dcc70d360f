import { __wbg_set_wasm as bind, imports } from "../wasm/full/manyi.js";
import { Loader, type Source } from "./loader.js";

/** The loader of everything: surveys, tallies, measures, reports, pictures. */
export const full = new Loader(imports, bind, () => new URL("../wasm/full/manyi_bg.wasm", import.meta.url));

/** Loads the wasm once; later calls return the same promise; a failed load can be retried. */
export function init(source?: Source): Promise<void> {
  return full.load(source);
}

/** Loads the wasm from bytes that are there already. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  full.loadSync(source);
}
