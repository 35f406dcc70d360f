// The wasm files, from one crate: `form` for the respondent, `report` for the reader, `full` for code.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root, run } from "./run.mjs";
import { wasmCompiler } from "./setup.mjs";
import { split } from "./split.mjs";
import { stamp, unlessFresh } from "./stamp.mjs";
import { finishTypes } from "./types.mjs";

const SOURCES = ["src", "kernel", "Cargo.toml", "Cargo.lock", "xtask", "scripts/wasm.mjs", "scripts/split.mjs", "scripts/types.mjs"];
export const FILES = ["form", "report", "full"];
/** The exports that only what comes later has, its start before the others: it lies in a file of its own, with all that nothing else leads to. */
const LATER = {
  report: ["arrived", "reporthandle_marks", "reporthandle_svg", "tallyhandle_changes", "tallyhandle_detail", "tallyhandle_suppose"],
};

/** What the compiler of a file is told: those that count answers have vector instructions. */
export function environment(name, { env }) {
  const key = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
  return name === "form" ? env : { ...env, [key]: `${env[key]} -Ctarget-feature=+simd128` };
}

/** Builds the files whose sources changed. */
export async function buildWasm() {
  const compiler = wasmCompiler();
  const now = stamp(SOURCES, compiler);
  for (const name of FILES) await unlessFresh(`www/wasm/${name}/.stamp`, now, () => build(name, compiler));
}

function build(name, compiler) {
  console.log(`building the ${name} wasm`);
  const folder = join(root, "www/wasm", name);
  const wasm = join(folder, "manyi_bg.wasm");
  // Of a library that is also an rlib, cargo would link without optimising the whole; as a cdylib alone it is a third of the size.
  const flags = ["--lib", "--crate-type", "cdylib", "--release", "--locked", "--no-default-features", "--features", name];
  run("cargo", ["rustc", "--quiet", "--target-dir", "target/wasm", ...flags, ...compiler.args], { env: environment(name, compiler) });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("cargo", ["run", "--quiet", "--locked", "-p", "xtask", "--", "target/wasm/wasm32-unknown-unknown/release/manyi.wasm", folder]);
  finishTypes(join(folder, "manyi.d.ts"));
  // Every browser since 2023 has these; but for the vectors the compiler uses them without being asked.
  const vectors = name === "form" ? [] : ["simd"];
  const features = [...vectors, "bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
  // The stack lies lowest and grows downwards: nothing else is in the first kilobyte, and addresses may be folded into it. What the compiler
  // left a function of its own stays one: copies of it, or one whole with its only caller, compress worse. Functions stay in its order:
  // what belongs together is alike, and compresses better than in the order of how often each is called.
  const passes = ["-Oz", "--low-memory-unused", "--one-caller-inline-max-function-size", "100", "--strip-target-features"];
  const tool = (name, from, to, ...options) => run("npx", ["--no-install", name, ...features.map((one) => `--enable-${one}`), ...options, from, "-o", to]);
  tool("wasm-opt", wasm, wasm, ...passes);
  if (!LATER[name]) return;
  const text = `${wasm}.text`;
  tool("wasm-dis", wasm, text);
  const parts = split(readFileSync(text, "utf8"), LATER[name]);
  for (const [part, file] of [[parts.first, wasm], [parts.second, join(folder, "manyi_later.wasm")]]) {
    writeFileSync(text, part);
    tool("wasm-as", text, file);
    tool("wasm-opt", file, file, ...passes);
  }
  rmSync(text);
}
