// The package as others get it: packed, installed into an empty Vite project, built, and opened in a browser.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open } from "../browser/harness.mjs";

let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), "manyi-consumer-")); });
after(() => rmSync(folder, { recursive: true, force: true }));

function run(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

test("the packed package works in an empty Vite project", async () => {
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball)], folder);
  // Vite itself is the one that is here already; it is not what is tried.
  for (const name of ["vite", "rolldown"]) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Consumer</title><link rel="icon" href="data:,"></head>
    <body><main><h1>Consumer</h1><manyi-survey></manyi-survey><manyi-report></manyi-report></main><script type="module" src="main.js"></script></body></html>`);
  writeFileSync(join(folder, "main.js"), `
    import "manyi/survey";
    import "manyi/report";
    import { init, nps, tallyFile } from "manyi";
    const definition = {
      id: "one", version: 1, title: "One", pages: [{ questions: [{ id: "q", kind: "nps", title: "Recommend us?" }] }],
    };
    document.querySelector("manyi-survey").definition = definition;
    globalThis.score = init().then(() => nps({ counts: [0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1] }).nps);
    globalThis.counted = globalThis.score.then(() => tallyFile(definition, new File(["q\\n9\\n3\\n12\\n"], "q.csv"), { workers: 2 }));
  `);
  writeFileSync(join(folder, "vite.config.js"), `export default { build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } };`);
  mkdirSync(join(folder, "public"));
  run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], folder);
  const site = await open({ "/consumer/": join(folder, "dist"), "/assets/": join(folder, "dist/assets") });
  try {
    const page = await site.page("/consumer/index.html", { locale: "en" });
    await page.getByRole("radiogroup", { name: "Recommend us?" }).waitFor();
    await page.locator("manyi-survey input").nth(9).click();
    assert.deepEqual(await page.evaluate(() => document.querySelector("manyi-survey").answers), { q: 9 });
    assert.equal(await page.evaluate(() => globalThis.score), 25);
    // By workers, each of them a module of the package.
    const counted = await page.evaluate(() => globalThis.counted.then(({ rows, rejected }) => [rows, rejected.map(({ row }) => row)]));
    assert.deepEqual(counted, [3, [4]]);
    // A file large enough for a worker, which the package starts from its own files.
    const rows = Array.from({ length: 60_000 }, (_, row) => `${1 + (row % 5)},${row % 11},a remark that nobody counts ${row}`).join("\n");
    await page.locator("manyi-report [part=open] input").setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(`Speed,NPS,Comment\n${rows}\n`) });
    const started = page.waitForEvent("worker");
    await page.getByRole("button", { name: "Make the report" }).click();
    await started;
    await page.locator("manyi-report [part=summary]").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("manyi-report").report.n), 60_000);
    assert.deepEqual(page.complaints, []);
  } finally {
    await site.close();
  }
});
