// The package in Node: every entry can be imported where there is no document, and the functions work on bytes that are there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";

for (const entry of ["manyi", "manyi/survey", "manyi/report", "manyi/elements"]) {
  test(`${entry} is imported on a server without touching a document`, async () => {
    assert.equal(globalThis.document, undefined);
    const module = await import(entry);
    assert.ok(Object.keys(module).length > 0);
    assert.equal(globalThis.document, undefined);
  });
}

test("init finds the wasm by itself in Node", () => {
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", `
    import { init, nps } from "manyi";
    await init();
    console.log(nps({ counts: [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235] }).nps);
  `], { cwd: root, encoding: "utf8" });
  assert.equal(said.trim(), "10");
});

test("bytes that are no wasm, or not ours, are told as what could not be loaded, and the right ones still work", () => {
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", `
    import { readFileSync } from "node:fs";
    import { ManyiError, initSync, nps } from "manyi";
    // No wasm at all; a module of nothing; one that imports what nobody has.
    for (const bytes of [[1, 2, 3], [0, 97, 115, 109, 1, 0, 0, 0], [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 98, 0, 0]]) {
      try { initSync(new Uint8Array(bytes)); } catch (error) {
        console.log(error instanceof ManyiError, error.code, error.cause instanceof Error);
      }
    }
    initSync(readFileSync("dist/wasm/full/manyi_bg.wasm"));
    console.log(nps({ counts: [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235] }).nps);
  `], { cwd: root, encoding: "utf8" });
  assert.equal(said, `${"true not-loaded true\n".repeat(3)}10\n`);
});

test("the functions run in Node once the wasm is given to them", async () => {
  const { ManyiError, Tally, ahp, analyse, checkSurvey, initSync, nps } = await import("manyi");
  assert.throws(() => nps({ counts: [] }), (error) => error instanceof ManyiError && error.code === "not-initialised");
  initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
  assert.equal(nps({ counts: [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235] }).nps, 10);
  assert.deepEqual(ahp({ matrix: [[1, 3], [1 / 3, 1]] }).weights.map((weight) => Math.round(100 * weight)), [75, 25]);
  const survey = checkSurvey(readFileSync(join(root, "www/samples/shapka.json"), "utf8"));
  const tally = new Tally(survey);
  tally.addCsv(readFileSync(join(root, "www/samples/shapka_example_01.csv")), { columns: JSON.parse(readFileSync(join(root, "www/samples/shapka.columns.json"), "utf8")) });
  assert.equal(tally.end().rows, 1842);
  const report = analyse(survey, tally);
  assert.equal(report.n, 1842);
  assert.equal(report.quadrants.order[0], "a00");
  tally.free();
  assert.throws(() => tally.toJSON(), (error) => error.code === "freed");
});

test("what is no CSV, no column, no tally and no file is refused by name", async () => {
  const { Tally, analyse, checkSurvey, initSync, tallyFile } = await import("manyi");
  initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
  const survey = checkSurvey(readFileSync(join(root, "www/samples/after-sales.json"), "utf8"));
  const tally = new Tally(survey);
  const refused = (path) => (error) => error.name === "ManyiError" && error.code === "wrong-type" && error.path === path;
  assert.throws(() => tally.addCsv(5), refused("chunk"));
  assert.throws(() => tally.addCsv(new Blob(["a"])), refused("chunk"));
  assert.throws(() => tally.addColumns({ nps: [1] }), refused('columns["nps"]'));
  assert.throws(() => tally.addColumns({ nps: new Uint16Array(1) }), refused('columns["nps"]'));
  assert.throws(() => analyse(tally, survey), refused("tally"));
  await assert.rejects(tallyFile(survey, "answers.csv"), refused("file"));
  await assert.rejects(tallyFile(survey, null), refused("file"));
  tally.free();
});
