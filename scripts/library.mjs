// The npm package: modules for bundlers and Node in dist/src, a bundle for pages without a bundler in dist/browser.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { shortLiterals } from "./literals.mjs";
import { FIRST, compiledAhead, ofPackage } from "./parts.mjs";
import { root, run } from "./run.mjs";
import { stamp, unlessFresh } from "./stamp.mjs";
import { FILES } from "./wasm.mjs";

const SOURCES = ["www/src", "www/wasm", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json", "scripts/library.mjs", "scripts/literals.mjs", "scripts/parts.mjs"];
const ENTRIES = ["index", "survey", "report", "customers", "elements"];
/** What is started by its address: no module imports it. */
const WORKERS = { worker: "www/src/report/file/worker.ts", "tally-worker": "www/src/tally-worker.ts" };
/** What runs in Node alone. */
const PROGRAMS = ["cli/main"];

/** Builds the package when its sources changed. */
export const buildLibrary = () => unlessFresh("dist/.stamp", stamp(SOURCES), build);

async function build() {
  console.log("building the package");
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const entries = ENTRIES.filter((name) => existsSync(join(root, `www/src/${name}.ts`)));
  await modules([...entries, ...PROGRAMS]);
  await browser(entries);
  types();
}

async function bundle(input, options) {
  const { rolldown } = await import("rolldown");
  return rolldown({ cwd: root, input, logLevel: "warn", transform: { target: "es2022" }, ...options });
}

// A worker's address is that of its built file.
const built = { name: "worker-built", transform: (code) => code.replace(/(new URL\("\.\/\w+)\.ts"/g, '$1.js"') };

// One file each, as written, so that bundlers see what is used; the wasm stays where `new URL(…, import.meta.url)` finds it.
async function modules(entries) {
  const paths = [...entries.map((name) => `www/src/${name}.ts`), ...Object.values(WORKERS)];
  const external = [/^lit($|\/)/, /^node:/];
  const written = await bundle(paths, { external, platform: "neutral", treeshake: false, plugins: [built] });
  await written.write({ dir: join(root, "dist"), format: "esm", preserveModules: true, preserveModulesRoot: "www", entryFileNames: "[name].js" });
  for (const [name, file] of wasmFiles()) copy(`www/wasm/${name}/${file}`, `dist/wasm/${name}/${file}`);
}

// Everything in one folder, small, with what it depends on.
async function browser(entries) {
  const wasmBeside = {
    name: "wasm-beside",
    transform: (code) => code.replace(/\.\.\/wasm\/(\w+)\/(\w+\.wasm)/g, (_, name, file) => `./${beside(name, file)}`),
  };
  const minified = { dir: join(root, "dist/browser"), format: "esm", minify: true, entryFileNames: "[name].js" };
  const paths = Object.fromEntries(entries.map((name) => [name, `www/src/${name}.ts`]));
  const plugins = [wasmBeside, built, atOnce, compiledAhead, shortLiterals()];
  const pages = await bundle(paths, { platform: "browser", preserveEntrySignatures: "allow-extension", plugins });
  // A page names the first parts of the form in its head, so these have names that last.
  const chunkFileNames = ({ name }) => (FIRST.includes(name) ? "[name].js" : "[name]-[hash].js");
  await pages.write({ ...minified, codeSplitting: ofPackage, chunkFileNames });
  // What pages load together asks for a document as it is loaded, and a worker has none.
  const workers = await bundle(WORKERS, { platform: "browser", plugins: [wasmBeside, shortLiterals()] });
  await workers.write({ ...minified, chunkFileNames: "worker-[name]-[hash].js" });
  for (const [name, file] of wasmFiles()) copy(`www/wasm/${name}/${file}`, `dist/browser/${beside(name, file)}`);
}

/** Every wasm file, and the one it belongs to. */
const wasmFiles = () => FILES.flatMap((name) => readdirSync(join(root, `www/wasm/${name}`)).filter((file) => file.endsWith(".wasm")).map((file) => [name, file]));

/** What a wasm file is called where all lie in one folder. */
const beside = (name, file) => (file === "manyi_bg.wasm" ? `${name}.wasm` : `${name}-${file.replace("manyi_", "")}`);

// An entry names every part it needs, those of its parts too: a browser asks for all of them at once, and not for one after the other.
const atOnce = {
  name: "at-once",
  generateBundle: (_, parts) => {
    const needed = (name, found = new Set()) => {
      for (const one of parts[name]?.imports ?? []) if (!found.has(one)) needed(one, found.add(one));
      return found;
    };
    for (const entry of Object.values(parts).filter((part) => part.isEntry)) {
      const later = [...needed(entry.fileName)].filter((name) => !entry.imports.includes(name));
      entry.code = later.map((name) => `import"./${name}";`).join("") + entry.code;
    }
  },
};

// A guarded function has the type of the façade it guards; exported from there, it brings its words along, and editors show them.
function types() {
  run("npx", ["--no-install", "tsc", "-p", "tsconfig.types.json"]);
  for (const name of FILES) copy(`www/wasm/${name}/manyi.d.ts`, `dist/wasm/${name}/manyi.d.ts`);
  const path = join(root, "dist/src/functions.d.ts");
  const guarded = /export declare const (\w+): typeof wasm\.\1;/g;
  writeFileSync(path, readFileSync(path, "utf8").replace(guarded, 'export { $1 } from "../wasm/full/manyi.js";'));
}

function copy(from, to) {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(join(root, from), join(root, to));
}
