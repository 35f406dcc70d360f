// What a page downloads, in bytes of gzip -9: JavaScript and wasm together, as the demo pages load them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { root } from "../../scripts/run.mjs";
import { open } from "../browser/harness.mjs";

/** The goals of DESIGN.md, in kB, and what may be loaded: the goal, and where that is not reached yet, no more than now. */
const BUDGETS = { respondent: { goal: 60, limit: 60 }, report: { goal: 200, limit: 235 } };

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Everything executable that a page loads until it is ready, by file name. */
async function loaded(path, ready) {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const sizes = new Map();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    // The bar of the demo pages is not part of the package.
    if (!/\.(js|wasm)$/.test(pathname) || /\/demo[-.]/.test(pathname)) return;
    sizes.set(pathname.split("/").at(-1), gzipSync(readFileSync(join(root, "target/demo", pathname)), { level: 9 }).length);
  });
  await page.goto(new URL(path, site.address).href);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await context.close();
  return sizes;
}

for (const [name, path, ready] of [["respondent", "/index.html", "manyi-survey .question"], ["report", "/shapka.html", "manyi-report canvas"]]) {
  test(`the ${name} downloads no more than the budget`, async () => {
    const sizes = await loaded(path, ready);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const { goal, limit } = BUDGETS[name];
    console.log(`${name}: ${(total / 1000).toFixed(1)} kB gzip (goal ${goal}, limit ${limit})`);
    for (const [file, size] of sizes) console.log(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${file}`);
    assert.ok([...sizes.keys()].some((file) => file.endsWith(".wasm")), "the wasm is among them");
    assert.ok(total <= 1000 * limit, `${total} bytes`);
  });
}

test("before its questions are there, the survey asks for the parts that README.md has a page without a bundler name, and for nothing else", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(new URL("/samples/after-sales.json", site.address).href);
  await page.evaluate(async () => {
    const element = document.createElement("manyi-survey");
    element.definition = { id: "one", version: 1, title: "One", pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }] }] };
    document.body.replaceChildren(element);
    await import("/dist/browser/survey.js");
  });
  await page.locator("manyi-survey .question").first().waitFor();
  await context.close();
  const named = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/(?:href|src)="\/manyi\/([^"]+)"/g)].map(([, name]) => `/dist/browser/${name}`);
  assert.deepEqual(asked.filter((path) => path.startsWith("/dist/")).sort(), named.sort());
});
