import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";

test("the package's types are those of the public contract", () => {
  const { status, stdout } = spawnSync("npx", ["--no-install", "tsc", "-p", join(root, "tests/types/tsconfig.json")], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("every function says what it takes and gives, and no type stands for two things", () => {
  const types = readFileSync(join(root, "dist/wasm/full/manyi.d.ts"), "utf8");
  assert.ok((types.match(/^export function /gm) ?? []).length >= 45);
  assert.deepEqual(types.match(/^export function .*\bany\b.*$/gm), null);
  const names = [...types.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(names.filter((name, place) => names.indexOf(name) !== place), []);
});
