// The customers of a CSV: their numbers against pandas, their rules edited, saved and loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { csv } from "./report-page.mjs";

const expected = JSON.parse(readFileSync(new URL("expected/telco.json", import.meta.url), "utf8"));

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Waits for the next report of the customers; call it before what makes it. */
function counted(page) {
  return page.evaluate(() => new Promise((resolve) => document.addEventListener("manyi-counted", (event) => resolve(event.detail.report), { once: true })));
}

async function telco(options = {}) {
  const page = await site.page("/customers.html", { locale: "en", ...options });
  await page.locator("manyi-customers [part=staircase]").waitFor();
  return page;
}

async function pick(page, text, name = "customers.csv") {
  await page.locator("manyi-customers [part=open] input").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

const close = (found, wanted, what) => assert.ok(Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted), `${what}: ${found} is not ${wanted}`);

test("tiers, churn, lifetime value and steps of 7,043 customers are those that pandas computes", async () => {
  const page = await telco();
  const report = await page.evaluate(() => document.querySelector("manyi-customers").report);
  assert.equal(report.n, expected.n);
  assert.deepEqual(report.rejected.map(({ row, column, code }) => [row, column, code]), expected.rejected.map(([row]) => [row, "TotalCharges", "missing-value"]));
  for (const row of report.rows) {
    const wanted = expected.tiers[row.tier ?? "all"];
    assert.equal(row.customers, wanted.customers);
    for (const key of ["value", "meanValue", "churnRate", "lifetimeValue"]) close(row[key], wanted[key], `${row.tier} ${key}`);
  }
  close(report.tiers.gini, expected.gini, "gini");
  assert.deepEqual(report.fired, expected.fired);
  const steps = {};
  for (const { to } of report.customers) steps[to] = (steps[to] ?? 0) + 1;
  assert.deepEqual(steps, expected.steps);
  const settings = JSON.parse(readFileSync(new URL("../../www/samples/telco.settings.json", import.meta.url), "utf8"));
  const reason = Object.fromEntries(settings.staircase.rules.map((rule) => [rule.id, rule.reason]));
  for (const [id, { to, tier, fired }] of Object.entries(expected.customers)) {
    const found = report.customers.find((customer) => customer.id === id);
    assert.deepEqual([found.to, found.tier, found.reasons], [to, tier, fired.map((rule) => reason[rule])], id);
  }
  assert.deepEqual(page.complaints, []);
});

test("the page says in words, tables and files what was found", async () => {
  const page = await telco();
  const words = await page.locator("manyi-customers [part=sentences]").innerText();
  assert.match(words, /7,032 customers are worth 16,056,169 together/);
  assert.match(words, /Tier A: 2,702 customers \(38\.4%\) bring 80\.0% of the value/);
  assert.match(words, /1,869 of them have left: a churn of 26\.6%/);
  const { steps } = expected;
  const fell = steps[-3] + steps[-2] + steps[-1];
  assert.match(words, new RegExp(`${fell.toLocaleString("en")} went down the loyalty staircase, ${(steps[1] + steps[2] + steps[3]).toLocaleString("en")} went up, ${steps[0]} stayed`));
  assert.deepEqual(await page.locator("manyi-customers [part=tiers] tbody tr").first().locator("th, td").allInnerTexts(), ["A", "2,702", "38.4%", "12,845,759", "80.0%", "4,754.17", "18.2%", "5,513.89"]);
  const first = page.locator("manyi-customers [part=staircase] tbody tr").first();
  assert.match(await first.innerText(), /0 → −3/);
  await page.locator("manyi-customers select[name=order]").selectOption("highest");
  assert.match(await first.innerText(), /0 → 3[^]*is bound for a year or two/);
  const saving = page.waitForEvent("download");
  await page.locator("manyi-customers [part=staircase] [data-save=csv]").click();
  const table = csv(readFileSync(await (await saving).path(), "utf8").replace("\uFEFF", ""));
  assert.equal(table.length, 1 + expected.valued);
  assert.deepEqual(table.find(([id]) => id === "3668-QPYBK"), ["3668-QPYBK", "C", "108.15", "yes", "0", "-3", "left last month; can leave any month, and is new"]);
  const savingTiers = page.waitForEvent("download");
  await page.locator("manyi-customers [part=tiers] [data-save=json]").click();
  assert.equal(JSON.parse(readFileSync(await (await savingTiers).path(), "utf8"))[0].customers, expected.tiers.A.customers);
  const drawn = await page.locator("manyi-customers canvas.tiers").evaluate((canvas) => new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size);
  assert.ok(drawn > 20, `${drawn} colours`);
  assert.deepEqual(page.complaints, []);
});

test("a wrong rule or setting is told by its place, and what was there stays", async () => {
  const page = await telco();
  await page.locator("manyi-customers .settings > summary").click();
  const load = (settings) => page.locator("manyi-customers input[name=settings]").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(settings)) });
  const error = page.locator("manyi-customers [part=error]");
  await load({ cutz: [0.5, 0.6] });
  await page.locator("manyi-customers [data-code=unknown-key]").waitFor();
  assert.match(await error.innerText(), /cutz/);
  await load({ cuts: [0.9, 0.6] });
  await page.locator("manyi-customers [data-code=conflict]").waitFor();
  assert.match(await error.innerText(), /cuts/);
  await page.locator("manyi-customers [data-rule] textarea").first().fill("{");
  await page.keyboard.press("Tab");
  await page.locator("manyi-customers [data-code=not-json]").waitFor();
  assert.equal(await page.locator("manyi-customers [part=tiers] tbody tr").count(), 4);
});

test("a file of several rows for a customer adds up their values and climbs by the standard rules, row after row", async () => {
  const page = await telco();
  await page.evaluate(() => { document.querySelector("manyi-customers").settings = null; });
  const next = counted(page);
  await pick(page, "customer,revenue,spendDropPercent,serviceCancelled,revenueDropPercent\nann,100,35,,\nann,50,,true,25\nbob,30,10,false,\n\"c, d\",x,,,\n");
  const report = await next;
  assert.deepEqual(report.customers.map(({ id, value, tier, from, to, reasons }) => [id, value, tier, from, to, reasons.length]), [["ann", 150, "A", 0, -2, 2], ["bob", 30, "B", 0, 0, 0]]);
  assert.deepEqual(report.rejected, [{ row: 5, column: "revenue", value: "x", code: "not-a-number" }]);
  assert.equal(report.rows[0].churnRate, null, "no column tells who left");
});

test("the page of customers is reached by keys, without violations, at every width and in both languages", async () => {
  for (const [name, options, language] of [
    ["1280-light-en", { viewport: { width: 1280, height: 900 } }, "en"],
    ["390-dark-zh", { viewport: { width: 390, height: 800 }, colorScheme: "dark" }, "zh-CN"],
    ["390-light-en", { viewport: { width: 390, height: 800 } }, "en"],
    ["1280-dark-zh", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }, "zh-CN"],
  ]) {
    const page = await telco({ ...options, locale: language });
    await page.locator("manyi-customers .settings > summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("manyi-customers input[name=cut-a]").waitFor();
    await page.waitForTimeout(200);
    assert.deepEqual(await accessibility(page), [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
    await screenshot(page, `customers-${name}`);
    assert.deepEqual(page.complaints, []);
  }
});
