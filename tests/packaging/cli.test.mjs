// The command line as others get it: packed, installed into an empty project, and called by its name.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";

let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), "manyi-command-")); });
after(() => rmSync(folder, { recursive: true, force: true }));

function run(program, args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

test("the packed package brings the command manyi, which goes from answers to a page", () => {
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball)]);
  const sample = (name) => join(root, "www/samples", name);
  const manyi = (...args) => run("npx", ["--no-install", "manyi", ...args]);
  assert.equal(manyi("--version"), `${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}\n`);
  assert.match(manyi("check", sample("groceries.json")), /groceries/);
  assert.match(manyi("sql", sample("groceries.json"), "--dialect", "spark", "--table", "answers"), /^SELECT .* AS fingerprint/);
  manyi("tally", sample("shapka.json"), sample("shapka_example_01.csv"), "--columns", sample("shapka.columns.json"), "--out", "tally.json");
  manyi("report", sample("shapka.json"), "tally.json", "--out", "report");
  assert.ok(["index.html", "quadrants.svg", "quadrants.csv"].every((name) => readdirSync(join(folder, "report")).includes(name)));
});
