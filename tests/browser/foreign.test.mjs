// Files that were not made for the survey: the step that asks what their columns hold, and what becomes of them.
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { analysed, sentences, shown, table } from "./report-page.mjs";

let site;
let folder;
before(async () => {
  site = await open();
  folder = mkdtempSync(join(tmpdir(), "manyi-files-"));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEADERS = ["Respondent ID", "Overall satisfaction", "Recommend us?", "Speed - satisfaction", "Speed - importance", "Help desk", "Region", "Comments"];
const REGIONS = ["north", "south", "east"];
function row(index) {
  const desk = index % 10 === 0 ? "n/a" : 1 + (index % 5);
  return [`R${index}`, 1 + ((index * 7) % 5), (index * 3) % 11, 1 + ((index * 2) % 4), 3 + (index % 3), desk, REGIONS[index % 3], `said ${index}`];
}
const file = (rows, headers = HEADERS) => [headers, ...rows].map((cells) => cells.join(",")).join("\n") + "\n";
const ROWS = Array.from({ length: 120 }, (_, index) => row(index));

async function pick(page, text, name = "foreign.csv") {
  await page.locator("manyi-report [part=open] input").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });
}

const mapping = (page) => page.locator("manyi-report [part~=mapping]");
const holds = (page, header) => page.locator(`manyi-report .column[data-header="${header}"] select[name=holds]`);

/** What the step takes each column for. */
function taken(page) {
  return page.locator("manyi-report .column").evaluateAll((columns) => Object.fromEntries(columns.map((column) => [column.dataset.header, column.querySelector("select").value])));
}

test("what was settled for a file's headers serves the next file that has them, until it is changed", async () => {
  const page = await site.page("/open.html", { locale: "en" });
  await pick(page, file(ROWS));
  await holds(page, "Help desk").selectOption("ignored");
  let next = analysed(page);
  await page.getByRole("button", { name: "Make the report" }).click();
  await next;
  await page.reload();
  next = analysed(page);
  await pick(page, file(ROWS.slice(0, 60)), "march.csv");
  assert.equal((await next).n, 60, "nothing is asked");
  assert.deepEqual((await table(page)).map(({ title }) => title), ["Speed"]);
  await page.getByRole("button", { name: "Change the columns" }).click();
  await mapping(page).waitFor();
  assert.equal(await holds(page, "Help desk").inputValue(), "ignored");
  await holds(page, "Help desk").selectOption("satisfaction");
  next = analysed(page);
  await page.getByRole("button", { name: "Make the report" }).click();
  await next;
  assert.equal((await table(page)).length, 2);
  await pick(page, file(ROWS, [...HEADERS.slice(0, 7), "Remarks"]), "april.csv");
  await mapping(page).waitFor();
  assert.deepEqual(page.complaints, []);
});

test("a file with other headers is read as answers to the page's survey, by keyboard alone", async () => {
  const page = await site.page("/report.html", { locale: "zh-CN" });
  await shown(page);
  const definition = JSON.parse(readFileSync(new URL("../../www/samples/after-sales.json", import.meta.url), "utf8"));
  const titles = definition.attributes.map(({ title }) => title.zh ?? title["zh-CN"]);
  const rows = Array.from({ length: 40 }, (_, index) => [...titles.map((_, at) => 1 + ((index + at) % 5)), 1 + (index % 5), index % 11]);
  await pick(page, file(rows, [...titles.map((title) => `${title}满意度`), "总体满意度", "推荐意愿"]), "国外.csv");
  await mapping(page).waitFor();
  const keys = await taken(page);
  definition.attributes.forEach(({ id }, at) => assert.equal(keys[`${titles[at]}满意度`], `sat.${id}`));
  assert.deepEqual([keys["总体满意度"], keys["推荐意愿"]], ["overall", "nps"]);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "title-mapping", "who cannot see is led to the step");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.checked), true, "it is read as answers to the survey");
  const next = analysed(page);
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement.shadowRoot.activeElement.part.value)) === "accept") break;
  }
  await page.keyboard.press("Enter");
  assert.equal((await next).n, 40);
  assert.equal((await table(page)).length, titles.length);
  assert.deepEqual(page.complaints, []);
});

test("a file that spreadsheets write in Chinese is read in its own encoding", async () => {
  const page = await site.page("/open.html", { locale: "zh-CN" });
  // "满意度,地区" and the regions 北 and 南, as GB 18030 keeps them.
  const gb = { "满": [0xc2, 0xfa], "意": [0xd2, 0xe2], "度": [0xb6, 0xc8], "地": [0xb5, 0xd8], "区": [0xc7, 0xf8], "北": [0xb1, 0xb1], "南": [0xc4, 0xcf] };
  const encoded = (text) => Buffer.from([...text].flatMap((letter) => gb[letter] ?? [letter.charCodeAt(0)]));
  await pick(page, encoded("满意度,地区\n" + Array.from({ length: 30 }, (_, index) => `${1 + (index % 5)},${index % 2 ? "北" : "南"}\n`).join("")));
  await mapping(page).waitFor();
  assert.deepEqual(await taken(page), { "满意度": "satisfaction", "地区": "segment" });
  const next = analysed(page);
  await page.getByRole("button", { name: "生成报告" }).click();
  assert.deepEqual(Object.fromEntries((await next).segments.map(({ value, n }) => [value, n])), { "南": 15, "北": 15 });
  assert.deepEqual(page.complaints, []);
});

test("giving the step up leaves the report as it was", async () => {
  const page = await site.page("/shapka.html", { locale: "en" });
  await shown(page);
  await pick(page, file(ROWS));
  await mapping(page).waitFor();
  assert.equal(await page.locator("manyi-report [part=summary]").count(), 0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator("manyi-report [part=summary]").waitFor();
  assert.match((await sentences(page)).answered, /1,842 people/);
  assert.deepEqual(page.complaints, []);
});

test("of a file that holds no answers no report is made", async () => {
  const page = await site.page("/report.html", { locale: "en" });
  await shown(page);
  await pick(page, "colour,taste\r\nred,sweet\r\n");
  await mapping(page).waitFor();
  assert.equal(await page.getByRole("button", { name: "Make the report" }).isDisabled(), true);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator("manyi-report [part=empty]").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("the step is without violations, as answers to the page's survey and as a survey of its own, at every width and in both languages", async () => {
  for (const [name, options] of [
    ["1280-light-en", { locale: "en", viewport: { width: 1280, height: 900 } }],
    ["390-dark-zh", { locale: "zh-CN", viewport: { width: 390, height: 800 }, colorScheme: "dark" }],
    ["390-light-en", { locale: "en", viewport: { width: 390, height: 800 } }],
    ["1280-dark-zh", { locale: "zh-CN", viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ]) {
    const page = await site.page("/report.html", options);
    await shown(page);
    await pick(page, file(ROWS));
    await mapping(page).waitFor();
    for (const [own, radio] of [[false, 0], [true, 1]]) {
      await page.locator("manyi-report input[name=read-as]").nth(radio).check();
      await page.locator(`manyi-report .column select[name=scale]`).first().waitFor({ state: own ? "visible" : "detached" });
      assert.deepEqual(await accessibility(page), [], `${name} ${own}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
      await screenshot(page, `mapping-${name}-${own ? "own" : "survey"}`);
    }
    assert.deepEqual(page.complaints, []);
  }
});

/** A file of half a million rows and some 50 MB, once for all tests. */
let large;
function largeFile() {
  if (large) return large;
  large = join(folder, "large.csv");
  const out = openSync(large, "w");
  const attributes = Array.from({ length: 20 }, (_, at) => `Attribute ${at}`);
  writeSync(out, [...HEADERS, ...attributes, "Why"].join(",") + "\n");
  const block = Array.from({ length: 10_000 }, (_, index) => [...row(index), ...attributes.map((_, at) => 1 + ((index * (at + 3)) % 5)), "a text that nobody counts, quoted"].map((cell) => (String(cell).includes(",") ? `"${cell}"` : cell)).join(",")).join("\n") + "\n";
  for (let times = 0; times < 50; times += 1) writeSync(out, block);
  closeSync(out);
  return large;
}

/** Waits until no worker of the page is left. */
async function gone(page) {
  const [worker] = page.workers();
  if (worker) await worker.waitForEvent("close").catch(() => undefined);
  assert.equal(page.workers().length, 0, "the worker is gone");
}

/**
 * Runs something, and tells the longest task of the page meanwhile: what it took of the processor, which is the same however busy the machine
 * is, in milliseconds.
 */
async function longestTask(page, work) {
  await site.browser.startTracing(page, { categories: ["toplevel"] });
  let trace;
  try {
    await work();
  } finally {
    trace = JSON.parse((await site.browser.stopTracing()).toString()).traceEvents;
  }
  const mains = trace.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const tasks = trace.filter(({ ph, name, tid, pid }) => ph === "X" && name.endsWith("RunTask") && mains.some((main) => main.tid === tid && main.pid === pid));
  assert.ok(tasks.filter(({ tdur }) => tdur > 0).length > 20, "the browser tells what tasks took");
  return Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur)) / 1000;
}

test("half a million rows are counted in a worker, with progress, and no task of the page takes 50 ms", async () => {
  const page = await site.page("/open.html", { locale: "en" });
  await page.locator("manyi-report [part=open] input").setInputFiles(largeFile());
  await mapping(page).waitFor();
  const next = analysed(page);
  await page.evaluate(() => {
    globalThis.shares = [];
    const root = document.querySelector("manyi-report").shadowRoot;
    new MutationObserver(() => {
      const bar = root.querySelector("progress");
      if (bar) shares.push(bar.value);
    }).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  let report;
  const longest = await longestTask(page, async () => {
    const started = page.waitForEvent("worker");
    await page.getByRole("button", { name: "Make the report" }).click();
    await started;
    report = await next;
    await page.waitForFunction(() => document.querySelector("manyi-report").shadowRoot.querySelectorAll("canvas[data-fitted]").length > 2);
    await page.waitForTimeout(300);
  });
  assert.equal(report.n, 500_000);
  assert.deepEqual(Object.fromEntries(report.segments.map(({ value, n }) => [value, n])), { north: 166_700, south: 166_650, east: 166_650 });
  const shares = await page.evaluate(() => globalThis.shares);
  console.log(`longest task while 500,000 rows were counted in a worker: ${longest.toFixed(1)} ms`);
  assert.ok(longest < 50, `${longest} ms`);
  assert.ok(new Set(shares).size > 3 && shares.every((share, at) => at === 0 || share >= shares[at - 1]), `progress: ${shares}`);
  await gone(page);
  assert.deepEqual(page.complaints, []);
});

test("counting a large file can be stopped, and what was there stays", async () => {
  const page = await site.page("/open.html", { locale: "en" });
  await pick(page, file(ROWS));
  await mapping(page).waitFor();
  const first = analysed(page);
  await page.getByRole("button", { name: "Make the report" }).click();
  await first;
  await page.locator("manyi-report [part=open] input").setInputFiles(largeFile());
  await mapping(page).waitFor();
  await page.getByRole("button", { name: "Make the report" }).click();
  await page.locator("manyi-report progress").waitFor();
  assert.deepEqual(await accessibility(page), []);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator("manyi-report progress").waitFor({ state: "detached" });
  assert.match((await sentences(page)).answered, /120 people/);
  assert.match(await page.locator("manyi-report [part=source]").innerText(), /foreign\.csv/);
  await gone(page);
  assert.deepEqual(page.complaints, []);
});

test("where no worker can start, the same is counted on the page, and it goes on in between", async () => {
  const context = await site.browser.newContext({ locale: "en", viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => { globalThis.Worker = class { constructor() { throw new DOMException("no", "SecurityError"); } }; });
  const page = await site.page("/open.html", { context });
  await page.locator("manyi-report [part=open] input").setInputFiles(largeFile());
  await mapping(page).waitFor();
  let report;
  const longest = await longestTask(page, async () => {
    const next = analysed(page);
    await page.getByRole("button", { name: "Make the report" }).click();
    report = await next;
  });
  assert.equal(report.n, 500_000);
  console.log(`longest task while 500,000 rows were counted on the page: ${longest.toFixed(1)} ms`);
  assert.ok(longest < 50, `${longest} ms`);
  await context.close();
});
