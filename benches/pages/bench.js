import * as manyi from "/dist/browser/index.js";
import * as workload from "../shared/workload.mjs";
import * as plain from "../shared/plain.mjs";

// Whose memory is told: that of the wasm loaded last.
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (...args) => {
  const loaded = await instantiateStreaming.apply(WebAssembly, args);
  globalThis.wasmMemory = loaded.instance.exports.memory;
  return loaded;
};

Object.assign(globalThis, { manyi, workload, plain });
