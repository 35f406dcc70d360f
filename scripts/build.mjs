// Builds what is not up to date: the wasm files, then the package or the demo, or both.
import { buildDemo } from "./demo.mjs";
import { buildLibrary } from "./library.mjs";
import { main } from "./run.mjs";
import { npmPackages } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

/** Everything that a browser loads. */
export async function buildAll() {
  npmPackages();
  await buildWasm();
  await buildLibrary();
  await buildDemo();
}

if (process.argv[1] === import.meta.filename) await main(buildAll);
