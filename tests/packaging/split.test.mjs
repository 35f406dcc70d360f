// A wasm file in two parts is one program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { split } from "../../scripts/split.mjs";

const folder = mkdtempSync(join(tmpdir(), "split-"));
after(() => rmSync(folder, { recursive: true }));

const tool = (name, from, to) => execFileSync(join(root, "node_modules/.bin", name), ["--enable-simd", "--enable-mutable-globals", from, "-o", to]);

function assembled(text) {
  writeFileSync(join(folder, "text"), text);
  tool("wasm-as", join(folder, "text"), join(folder, "wasm"));
  return new WebAssembly.Module(readFileSync(join(folder, "wasm")));
}

/** As the tool that writes wasm as text writes it. */
function written(text) {
  writeFileSync(join(folder, "text"), text);
  tool("wasm-as", join(folder, "text"), join(folder, "wasm"));
  tool("wasm-dis", join(folder, "wasm"), join(folder, "text"));
  return readFileSync(join(folder, "text"), "utf8");
}

// Methods stand in tables in memory, as Rust lays them: what drops a value, its size and alignment, then each method's place. The one at 4096
// is `early`'s own; that at 4112 is only put to use by `start`.
const program = (begun) => written(`(module
  (import "page" "note" (func $note (param i32)))
  (type $method (func (param i32) (result i32)))
  (memory 1)
  (global $calls (mut i32) (i32.const 0))
  (table 4 funcref)
  (elem (i32.const 1) func $plus $times $plain)
  (data (i32.const 4096) "\\00\\00\\00\\00\\00\\00\\00\\00\\01\\00\\00\\00\\01\\00\\00\\00")
  (data (i32.const 4112) "\\00\\00\\00\\00\\00\\00\\00\\00\\01\\00\\00\\00\\02\\00\\00\\00")
  (func $plus (param i32) (result i32) (i32.add (local.get 0) (i32.const 10)))
  (func $times (param i32) (result i32) (call $counted (i32.mul (local.get 0) (i32.const 10))))
  (func $plain (param i32) (result i32) (i32.sub (local.get 0) (i32.const 1)))
  (func $counted (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (local.get 0))
  (func $rare (param i32) (result i32) (call $note (local.get 0)) (call $counted (i32.mul (local.get 0) (local.get 0))))
  (func (export "early") (param i32) (result i32)
    (call $counted (call_indirect (type $method) (local.get 0) (i32.load (i32.add (i32.load (i32.const 64)) (i32.const 12))))))
  (func (export "begin") (i32.store (i32.const 64) (i32.const ${begun})))
  (func (export "start") (i32.store (i32.const 64) (i32.const 4112)))
  (func (export "late") (param i32) (result i32) (call $rare (local.get 0)))
  (func (export "calls") (result i32) (global.get $calls))
  (export "memory" (memory 0)))`);

const PROGRAM = program(4096);

function run(exports, later) {
  const said = [];
  exports.begin();
  said.push(exports.early(5));
  const late = later();
  said.push(exports.early(5), late(7), exports.calls());
  return said;
}

test("both parts together do what the whole does, in one memory", () => {
  const { first, second } = split(PROGRAM, ["start", "late"]);
  const notes = [];
  const page = { note: (value) => notes.push(value) };
  const whole = new WebAssembly.Instance(assembled(PROGRAM), { page }).exports;
  const expected = run(whole, () => (whole.start(), whole.late));
  assert.deepEqual(expected, [15, 50, 49, 4]);
  const early = new WebAssembly.Instance(assembled(first), { page }).exports;
  const said = run(early, () => {
    const later = new WebAssembly.Instance(assembled(second), { page, first: early }).exports;
    later.__wbindgen_start();
    return later.late;
  });
  assert.deepEqual(said, expected);
  assert.deepEqual(notes, [7, 7]);
});

test("what only late exports lead to is in the second part, methods too; what anything else may lead to is in the first", () => {
  const { first, second } = split(PROGRAM, ["start", "late"]);
  const has = (text, what) => text.includes(what);
  // 10 times, and a number by itself.
  assert.ok(has(second, "i32.mul") && !has(first, "i32.mul"));
  // What `early` calls, and a function that stands in no table of methods: who calls it is not known.
  assert.ok(has(first, "global.set") && !has(second, "global.set"));
  assert.ok(has(first, "i32.sub") && !has(second, "i32.sub"));
  assert.deepEqual(WebAssembly.Module.exports(assembled(second)).map(({ name }) => name), ["__wbindgen_start", "late"]);
  assert.ok(WebAssembly.Module.imports(assembled(second)).every(({ module }) => ["first", "page"].includes(module)));
});

test("a method that both may reach stays in the first part", () => {
  const { first, second } = split(program(4112), ["start", "late"]);
  assert.ok(first.includes("i32.mul"));
  assert.ok(second.includes("i32.mul"), "the second has the one that is not a method");
});
