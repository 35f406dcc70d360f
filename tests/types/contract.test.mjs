import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";

test("the package's types are those of the public contract", () => {
  const { status, stdout } = spawnSync("npx", ["--no-install", "tsc", "-p", join(root, "tests/types/tsconfig.json")], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
