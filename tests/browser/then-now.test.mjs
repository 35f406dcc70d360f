// A second period beside the first: from an address, a file, a tally. What is said of it is held to scipy in every engine (behaviour/reader.mjs).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { analysed, ownReport, sentences } from "./report-page.mjs";

const file = (name) => readFileSync(new URL(`../cases/two_periods${name}`, import.meta.url));

let site;
before(async () => { site = await open(); });
after(() => site.close());

const THEN = "/cases/two_periods_then.csv";
const panel = (page) => page.locator("manyi-report [part=then-now]");
const compared = async (page) => { await panel(page).locator("tbody tr").first().waitFor(); return rows(page); };
const rows = (page) =>
  panel(page).locator("tbody tr").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.id, { verdict: row.dataset.verdict, cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim()) }])));

async function pick(page, name, text, mimeType = "text/csv") {
  if ((await page.locator("manyi-report input[data-compare]").count()) === 0) await page.getByRole("button", { name: "Compare with an earlier period" }).click();
  await page.locator("manyi-report input[data-compare]").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
}

test("without an earlier period nothing of comparing is loaded, and nothing is said of it", async () => {
  const page = await ownReport(site);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  assert.deepEqual(loaded.filter((name) => /then-now|what-if|closer|remembered|full\.wasm/.test(name)), []);
  assert.equal(await panel(page).count(), 0);
  assert.equal((await sentences(page)).changed, undefined);
});

test("a file of an earlier period is compared, and the reader can stop comparing", async () => {
  const page = await ownReport(site);
  await pick(page, "last year.csv", file("_then.csv"));
  await compared(page);
  assert.match((await sentences(page)).changed, /^Since last year\.csv, /);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await panel(page).waitFor({ state: "detached" });
  assert.equal((await sentences(page)).changed, undefined);
  assert.equal(await page.evaluate(() => document.querySelector("manyi-report").report.n), 240);
});

test("a tally that code counted, its JSON at an address and its JSON as a file say the same as the answers themselves", async () => {
  const page = await ownReport(site, { "then-src": THEN });
  const from = await compared(page);
  const json = await page.evaluate(async () => {
    const { Tally, init } = await import("/dist/browser/index.js");
    await init();
    const survey = await (await fetch("/cases/two_periods.json")).json();
    const tally = (globalThis.counted = new Tally(survey));
    tally.addCsv(new Uint8Array(await (await fetch("/cases/two_periods_then.csv")).arrayBuffer()));
    tally.end();
    return JSON.stringify(tally);
  });
  const again = async () => {
    await panel(page).waitFor({ state: "detached" });
  };
  await page.evaluate(() => { document.querySelector("manyi-report").thenSrc = null; });
  await again();
  await page.evaluate(() => { document.querySelector("manyi-report").then = globalThis.counted; });
  assert.deepEqual(await compared(page), from);
  assert.match((await sentences(page)).changed, /^Since the earlier period, /);
  await page.evaluate(() => { document.querySelector("manyi-report").then = null; });
  await again();
  await pick(page, "then.json", json, "application/json");
  assert.deepEqual(await compared(page), from);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await again();
  await page.route("**/then.json", (route) => route.fulfill({ contentType: "application/json", body: json }));
  await page.evaluate(() => { document.querySelector("manyi-report").thenSrc = "/then.json"; });
  assert.deepEqual(await compared(page), from);
  // The tally is still its owner's.
  assert.equal(await page.evaluate(() => JSON.stringify(globalThis.counted).length > 100), true);
  assert.deepEqual(page.complaints, []);
});

test("both periods follow the reader's segment and level, and a segment too small then is not compared", async () => {
  const page = await ownReport(site, { "then-src": THEN, "minimum-cell": "5" });
  const whole = await compared(page);
  let next = analysed(page);
  await page.locator("manyi-report select[name=segment]").selectOption("region=south");
  await next;
  const south = await compared(page);
  assert.notDeepEqual(south.speed.cells, whole.speed.cells);
  assert.equal((await sentences(page))["answered-then"], "81 people answered then.");
  next = analysed(page);
  await page.locator("manyi-report select[name=level]").selectOption("0.99");
  await next;
  assert.match(await panel(page).innerText(), /intervals at 99%/);
  // Abroad are 8 now and 7 then.
  const strict = await ownReport(site, { "then-src": THEN, "minimum-cell": "8", segment: "region=abroad" });
  await strict.locator("manyi-report [part=then-now] [role=alert]").waitFor();
  assert.match(await panel(strict).innerText(), /cannot be compared: .*8/);
  assert.equal(await strict.evaluate(() => document.querySelector("manyi-report").report.n), 8);
});

test("an earlier period that cannot be read is told, and the report stays", async () => {
  const page = await ownReport(site);
  await pick(page, "fruit.csv", "colour,taste\nred,sweet\n");
  await page.locator("manyi-report [part=error]").waitFor();
  assert.equal(await panel(page).count(), 0);
  await pick(page, "other.json", JSON.stringify({ no: "tally" }), "application/json");
  await page.locator("manyi-report [part=error]").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("manyi-report").report.n), 240);
  await pick(page, "then.csv", file("_then.csv"));
  await compared(page);
});

test("an element that leaves the page and comes back compares again", async () => {
  const page = await ownReport(site, { "then-src": THEN });
  const before = await compared(page);
  await page.evaluate(async () => {
    const report = document.querySelector("manyi-report");
    const parent = report.parentNode;
    report.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parent.append(report);
  });
  await page.locator("manyi-report [part=summary]").waitFor();
  assert.deepEqual(await compared(page), before);
  assert.deepEqual(page.complaints, []);
});

test("the earlier period is chosen by keyboard", async () => {
  const page = await ownReport(site);
  await page.locator("manyi-report [part=compare]").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches("input[data-compare]"));
  assert.deepEqual(await accessibility(page), []);
  const choosing = page.waitForEvent("filechooser");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({ name: "keys.csv", mimeType: "text/csv", buffer: file("_then.csv") });
  await compared(page);
});

test("two periods look right narrow and wide, light and dark, in English, Chinese and Arabic", async () => {
  for (const [language, width, colorScheme] of [["en", 1280, "light"], ["zh-CN", 390, "dark"], ["ar", 390, "light"], ["de", 1280, "dark"]]) {
    const page = await ownReport(site, { "then-src": THEN, language }, { viewport: { width, height: 900 }, colorScheme });
    await compared(page);
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} ${width}`);
    assert.deepEqual(await accessibility(page), [], `${language} ${width}`);
    await screenshot(page, `then-now-${language}-${width}-${colorScheme}`);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});
