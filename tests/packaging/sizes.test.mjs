// What a page downloads, in bytes of gzip -9: JavaScript and wasm together, as the demo pages load them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { root } from "../../scripts/run.mjs";
import { open } from "../browser/harness.mjs";

/** The budgets of DESIGN.md, in kB, and the pages that keep to them. */
const PAGES = [
  { name: "respondent", budget: 60, path: "/index.html", ready: "manyi-survey .question" },
  { name: "report of a file", budget: 200, path: "/shapka.html", ready: "manyi-report canvas" },
  { name: "report of what is kept", budget: 200, path: "/report.html", ready: "manyi-report canvas", prepare: keepAnswers },
];

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Everything executable that a page loads until it is ready, by file name. */
async function loaded({ path, ready, prepare }) {
  const context = await site.browser.newContext({ locale: "en-US" });
  await prepare?.(context);
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

/** Keeps answers in the browser, as the form does; a first look at the page makes the database. */
async function keepAnswers(context) {
  const page = await context.newPage();
  await page.goto(new URL("/report.html", site.address).href);
  await page.locator("manyi-report [part=empty]").waitFor();
  const { id, version, attributes } = JSON.parse(readFileSync(join(root, "www/samples/after-sales.json"), "utf8"));
  const times = { startedAt: "2026-01-01T00:00:00Z", submittedAt: "2026-01-01T00:03:00Z" };
  const answered = (row) => Object.fromEntries(attributes.flatMap((attribute, i) => [[`sat.${attribute.id}`, 1 + ((row + i) % 5)], [`imp.${attribute.id}`, 5 - ((row * i) % 3)]]));
  const responses = Array.from({ length: 12 }, (_, row) => ({ id: `r${row}`, survey: id, surveyVersion: version, ...times, answers: { ...answered(row), overall: 1 + (row % 5) } }));
  await page.evaluate(
    (responses) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("manyi");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("responses", "readwrite");
          for (const response of responses) transaction.objectStore("responses").put(response);
          transaction.oncomplete = () => resolve(opening.result.close());
        };
      }),
    responses,
  );
  await page.close();
}

for (const { name, budget, ...page } of PAGES) {
  test(`the ${name} downloads no more than the budget`, async () => {
    const sizes = await loaded(page);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    console.log(`${name}: ${(total / 1000).toFixed(1)} kB gzip (budget ${budget})`);
    for (const [file, size] of sizes) console.log(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${file}`);
    assert.ok([...sizes.keys()].some((file) => file.endsWith(".wasm")), "the wasm is among them");
    assert.ok(total <= 1000 * budget, `${total} bytes`);
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
