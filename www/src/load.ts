import { __wbg_set_wasm as bind, imports } from "../wasm/full/manyi.js";
import { AnyLoader, type Source } from "./any-loader.js";

const home = () => new URL("../wasm/full/manyi_bg.wasm", import.meta.url);

/** The loader of everything: surveys, tallies, measures, reports, pictures. */
export const full = new AnyLoader(imports, bind, home);

/** Loads the wasm once, in a page, a worker or Node; later calls return the same promise; a failed load can be retried. */
export function init(source?: Source): Promise<void> {
  return full.load(source ?? onDisk(home()));
}

/** What lies on disk, where files are read by `node:fs` and not by `fetch`; nothing in a browser. */
function onDisk(file: URL): BufferSource | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: "node:fs"): { readFileSync(file: URL): Uint8Array<ArrayBuffer> } } };
  return file.protocol === "file:" ? process?.getBuiltinModule?.("node:fs").readFileSync(file) : undefined;
}

/** Loads the wasm from bytes that are there already. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  full.loadSync(source);
}
