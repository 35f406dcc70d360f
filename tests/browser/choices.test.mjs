// What a reader chooses, and the page's address, which keeps it where the page asks for that.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open } from "./harness.mjs";
import { analysed, ownReport, sentences, table } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const select = (page, name) => page.locator(`manyi-report select[name="${name}"]`);
const values = (page, name) => select(page, name).locator("option").evaluateAll((options) => options.map((option) => option.value));
const chosen = (page) => page.evaluate(() => Object.fromEntries([...document.querySelector("manyi-report").shadowRoot.querySelectorAll("select")].map((select) => [select.name, select.value])));
const search = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));
const now = (page) => page.evaluate(() => document.querySelector("manyi-report").report);
const settled = (page) => page.waitForTimeout(150);

async function choose(page, name, value) {
  const next = analysed(page);
  await select(page, name).selectOption(value);
  return next;
}

/** Goes to an address with the same report, as a link would. */
const at = (query, attributes = {}) => ownReport(site, { remember: "url", ...attributes }, { path: `/pages/functions.html?${query}` });

test("a level that the page asks for is among those to choose from", async () => {
  const page = await ownReport(site, { level: "0.975" });
  assert.deepEqual(await values(page, "level"), ["0.8", "0.9", "0.95", "0.975", "0.99"]);
  assert.equal((await chosen(page)).level, "0.975");
  assert.match((await sentences(page)).index, /97\.5% interval/);
});

test("a larger smallest segment hides those below it, and none smaller than the page's own can be asked for", async () => {
  const page = await ownReport(site);
  assert.deepEqual(await values(page, "minimum-cell"), ["5", "10", "20", "30", "50", "100"]);
  assert.equal((await now(page)).segments.length, 3);
  // Of the three regions one has 8 answers; the next smallest is hidden with it, for it could be found by subtraction.
  const report = await choose(page, "minimum-cell", "10");
  assert.deepEqual(report.segments.map((segment) => segment.value), ["north"]);
  const strict = await ownReport(site, { "minimum-cell": "30" });
  assert.deepEqual(await values(strict, "minimum-cell"), ["30", "50", "100"]);
  assert.deepEqual(await accessibility(strict), []);
});

test("without being asked, the report leaves the address alone", async () => {
  const page = await ownReport(site);
  await choose(page, "crosshair", "median");
  assert.deepEqual(await search(page), {});
});

test("choices go into the address, and the address leads back to them", async () => {
  const page = await at("keep=me");
  await choose(page, "crosshair", "median");
  await choose(page, "segment", "region=south");
  await choose(page, "level", "0.9");
  await choose(page, "importance", "lmg");
  assert.deepEqual(await search(page), { keep: "me", "manyi-crosshair": "median", "manyi-segment": "region=south", "manyi-level": "0.9", "manyi-importance": "lmg" });
  const rows = await table(page);
  const query = await page.evaluate(() => location.search.slice(1));
  const other = await at(query);
  assert.deepEqual(await chosen(other), await chosen(page));
  assert.deepEqual(await table(other), rows);
  assert.equal((await now(other)).n, 82);
  assert.deepEqual(other.complaints, []);
});

test("back takes the last choice back, forward takes it again", async () => {
  const page = await at("");
  const start = await chosen(page);
  await choose(page, "crosshair", "median");
  const first = await chosen(page);
  await choose(page, "segment", "region=north");
  const second = await chosen(page);
  for (const [go, expected] of [["goBack", first], ["goBack", start], ["goForward", first], ["goForward", second]]) {
    await page.evaluate((go) => (go === "goBack" ? history.back() : history.forward()), go);
    await settled(page);
    assert.deepEqual(await chosen(page), expected, go);
  }
  assert.equal((await now(page)).n, 150);
});

test("everyone, where the page itself shows a segment, is kept too", async () => {
  const page = await at("", { segment: "region=south" });
  assert.equal((await now(page)).n, 82);
  assert.equal((await choose(page, "segment", "")).n, 240);
  const other = await at(await page.evaluate(() => location.search.slice(1)), { segment: "region=south" });
  assert.equal((await now(other)).n, 240);
});

test("two reports of a page keep their choices apart by their ids", async () => {
  const page = await at("left-crosshair=median&right-crosshair=midpoint&manyi-crosshair=mean", { id: "left" });
  assert.equal((await chosen(page)).crosshair, "median");
  await choose(page, "level", "0.8");
  assert.equal((await search(page))["left-level"], "0.8");
  assert.equal((await search(page))["right-crosshair"], "midpoint");
});

for (const [why, query] of [
  ["words that are no choices", "manyi-importance=astrology&manyi-crosshair=__proto__&manyi-level=2&manyi-minimum-cell=-3&manyi-segment=region=atlantis"],
  ["markup and scripts", `manyi-segment=${encodeURIComponent("<img src=x onerror=alert(1)>=<script>alert(1)</script>")}&manyi-importance=${encodeURIComponent("javascript:alert(1)")}`],
  ["numbers that are none", "manyi-level=NaN&manyi-minimum-cell=1e9&manyi-segment=%3D&manyi-crosshair="],
  ["names of objects' own", "manyi-segment=constructor%3DtoString&manyi-importance=toString&manyi-crosshair=hasOwnProperty"],
  ["broken escapes and a very long value", `manyi-segment=%E0%A4%A&manyi-crosshair=${"x".repeat(5000)}`],
  ["less than the page shows", "manyi-minimum-cell=1"],
  ["what goes not with the survey's importance", "manyi-importance=pearson&manyi-crosshair=midpoint&manyi-level=0.9999"],
]) {
  test(`an address with ${why} is ignored in silence`, async () => {
    const page = await at(query);
    const report = await now(page);
    assert.equal(report.n, 240);
    assert.equal(report.quadrants.crosshair.rule, "mean");
    assert.equal(report.index.interval.level, 0.95);
    assert.equal((await chosen(page))["minimum-cell"], "5");
    assert.equal(await page.locator("manyi-report [part=error]").count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector("manyi-report").shadowRoot.querySelectorAll("img, script").length), 0);
    assert.deepEqual(page.complaints, []);
  });
}

test("an address that names a segment too small to be shown leads to everyone, and keeps its other choices", async () => {
  const page = await at("manyi-segment=region%3Dabroad&manyi-crosshair=median", { "minimum-cell": "10" });
  const report = await now(page);
  assert.deepEqual([report.n, report.quadrants.crosshair.rule], [240, "median"]);
  assert.equal(await page.locator("manyi-report [part=error]").count(), 0);
});
