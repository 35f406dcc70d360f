// The report as an element: where its answers come from, what its readers choose, what it does when something is wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { accessibility, open } from "./harness.mjs";
import { analysed, bitmap, sentences, shown, table, twoDigits } from "./report-page.mjs";

const definition = JSON.parse(readFileSync(new URL("../../www/samples/after-sales.json", import.meta.url), "utf8"));
const attributes = definition.attributes.map((attribute) => attribute.id);

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Answers to the after-sales survey that a person can check: every third from the south, who are less satisfied with speed. */
const REGIONS = ["north", "abroad", "south"];
function answers(count) {
  return Array.from({ length: count }, (_, row) => {
    const region = REGIONS[row % 3];
    const given = { region, overall: 1 + (row % 5), nps: row % 11 };
    attributes.forEach((id, at) => {
      given[`sat.${id}`] = id === "speed" && region === "south" ? 1 : 1 + ((row + at) % 5);
      given[`imp.${id}`] = id === "speed" ? 5 : 1 + ((row * 2 + at) % 4);
    });
    return given;
  });
}

function asCsv(rows, newline = "\r\n") {
  const head = Object.keys(rows[0]);
  return [head, ...rows.map((row) => head.map((key) => row[key]))].map((cells) => cells.join(",")).join(newline);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function opened(options) {
  const page = await site.page("/report.html", { locale: "en", ...options });
  await shown(page);
  return page;
}

/** Chooses a file in the picker, as a person does. */
async function pick(page, text, name = "answers.csv") {
  const next = analysed(page);
  await page.locator("manyi-report [part=open] input").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  return next;
}

test("before anyone has answered, the page says so and leads to the form", async () => {
  const page = await opened();
  assert.match(await page.locator("manyi-report [part=empty]").innerText(), /Nobody has answered yet/);
  assert.equal(await page.locator("manyi-report > a[slot=empty]").isVisible(), true);
  assert.deepEqual(await accessibility(page), []);
  assert.deepEqual(page.complaints, []);
});

test("a CSV from the file picker becomes the report, and the way back leads to the first answers", async () => {
  const page = await opened();
  const rows = answers(60);
  const report = await pick(page, asCsv(rows));
  assert.equal(report.n, 60);
  const found = await table(page);
  for (const row of found) {
    assert.equal(row.performance, twoDigits(mean(rows.map((given) => given[`sat.${row.id}`]))), row.id);
    assert.equal(row.importance, twoDigits(mean(rows.map((given) => given[`imp.${row.id}`]))), row.id);
  }
  assert.match(await page.locator("manyi-report [part=source]").innerText(), /answers\.csv/);
  await page.getByRole("button", { name: "Back to the first answers" }).click();
  await page.locator("manyi-report [part=empty]").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("the file picker is reached and opened by keyboard", async () => {
  const page = await opened();
  await page.locator("manyi-report > a").focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.type), "file");
  const choosing = page.waitForEvent("filechooser");
  // The browser must know that the dialogue is taken over before the key asks for it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await page.keyboard.press("Enter");
  const chooser = await choosing;
  const next = analysed(page);
  await chooser.setFiles({ name: "keys.csv", mimeType: "text/csv", buffer: Buffer.from(asCsv(answers(20))) });
  assert.equal((await next).n, 20);
});

test("a segment narrows the report to its answers", async () => {
  const page = await opened();
  const rows = answers(60);
  await pick(page, asCsv(rows));
  const next = analysed(page);
  await page.locator("manyi-report select[name=segment]").selectOption({ label: "Where are you?: South (20)" });
  const report = await next;
  assert.equal(report.n, 20);
  const south = rows.filter((row) => row.region === "south");
  for (const row of await table(page)) assert.equal(row.performance, twoDigits(mean(south.map((given) => given[`sat.${row.id}`]))), row.id);
  assert.match((await sentences(page)).answered, /20 people answered in South/);
  const back = analysed(page);
  await page.locator("manyi-report select[name=segment]").selectOption("");
  assert.equal((await back).n, 60);
});

test("a segment with fewer answers than the minimum cell cannot be chosen", async () => {
  const page = await opened();
  const rows = answers(60).map((row, index) => ({ ...row, region: index < 4 ? "abroad" : index < 20 ? "south" : "north" }));
  await pick(page, asCsv(rows));
  const options = await page.locator("manyi-report select[name=segment]").locator("option").allTextContents();
  assert.ok(options.some((option) => option.includes("North")), options.join());
  assert.ok(!options.some((option) => option.includes("Abroad")), options.join());
});

test("stated importance offers the midpoint of its scale, derived importance does not", async () => {
  const page = await opened();
  await pick(page, asCsv(answers(60)));
  const rules = () => page.locator("manyi-report select[name=crosshair]").locator("option").evaluateAll((options) => options.map((option) => option.value));
  assert.deepEqual(await rules(), ["mean", "median", "midpoint"]);
  let next = analysed(page);
  await page.locator("manyi-report select[name=crosshair]").selectOption("midpoint");
  assert.deepEqual((await next).quadrants.crosshair, { importance: 3, performance: 3, rule: "midpoint" });
  next = analysed(page);
  await page.locator("manyi-report select[name=importance]").selectOption("pearson");
  assert.equal((await next).quadrants.crosshair.rule, "mean");
  assert.deepEqual(await rules(), ["mean", "median"]);
});

test("cells that are not understood are counted and listed, and the others count", async () => {
  const page = await opened();
  const rows = answers(30);
  rows[2]["sat.speed"] = "9";
  rows[4].region = "atlantis";
  const report = await pick(page, asCsv(rows.map((row) => ({ ...row, mood: "sunny" }))));
  assert.equal(report.n, 30);
  const rejected = page.locator("manyi-report [part=rejected]");
  assert.match(await rejected.locator("summary").innerText(), /^2 cells/);
  await rejected.locator("summary").click();
  const cells = await rejected.locator("ol li").allInnerTexts();
  assert.equal(cells.length, 2);
  assert.match(cells[0], /sat\.speed.*9.*scale-out-of-range/);
  assert.match(cells[1], /region.*atlantis.*unknown-option/);
  assert.match(await page.locator("manyi-report [data-code=ignored-columns]").innerText(), /mood/);
  const speed = (await table(page)).find((row) => row.id === "speed");
  assert.equal(speed.n, "29");
  assert.deepEqual(await accessibility(page), []);
});

test("a file that is no table says so, is told to the page, and leaves the report before it", async () => {
  const page = await opened();
  await pick(page, asCsv(answers(30)));
  const failed = page.evaluate(() => new Promise((resolve) => document.addEventListener("manyi-failed", (event) => resolve({ code: event.detail.error.code, name: event.detail.error.name }), { once: true })));
  await page.locator("manyi-report [part=open] input").setInputFiles({ name: "fruit.csv", mimeType: "text/csv", buffer: Buffer.from("") });
  assert.deepEqual(await failed, { code: "bad-csv", name: "ManyiError" });
  assert.equal(await page.getByRole("alert").isVisible(), true);
  assert.equal((await table(page)).length, attributes.length);
  assert.equal((await pick(page, asCsv(answers(12)))).n, 12);
  assert.equal(await page.locator("manyi-report [part=error]").count(), 0);
});

test("a survey that is not there is an alert on the page, and a retry works once it is", async () => {
  const page = await site.page("/pages/functions.html", { locale: "en" });
  await page.route("**/late.json", (route) => route.fulfill({ status: 404, body: "" }), { times: 1 });
  await page.evaluate(async () => {
    await import("/dist/browser/report.js");
    const report = document.createElement("manyi-report");
    report.setAttribute("survey", "/pages/late.json");
    document.querySelector("main").append(report);
  });
  await page.getByRole("alert").getByText("404").waitFor();
  await page.route("**/late.json", (route) => route.fulfill({ json: definition }));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("manyi-report [part=empty]").waitFor();
  assert.equal(await page.locator("manyi-report [part=error]").count(), 0);
});

/** A page with the package and no bundler; `work` gets the definition and the answers as CSV. */
async function bare(work, csv = asCsv(answers(60))) {
  const page = await site.page("/pages/functions.html", { locale: "en" });
  await page.route("**/answers.csv", (route) => route.fulfill({ contentType: "text/csv", body: csv }));
  // A large table need not travel twice.
  const result = await page.evaluate(work, { definition, csv: csv.length < 1e6 ? csv : "" });
  return { page, result };
}

test("what was set before the element was defined is kept", async () => {
  const { page, result } = await bare(async ({ definition, csv }) => {
    const report = document.createElement("manyi-report");
    const { Tally } = manyi;
    await manyi.init();
    const tally = new Tally(definition);
    tally.addCsv(csv);
    tally.end();
    report.definition = definition;
    report.tally = tally;
    report.crosshair = "median";
    document.querySelector("main").append(report);
    const done = new Promise((resolve) => report.addEventListener("manyi-analysed", (event) => resolve(event.detail.report)));
    await import("/dist/browser/report.js");
    const { n, quadrants } = await done;
    return { n, rule: quadrants.crosshair.rule };
  });
  assert.deepEqual(result, { n: 60, rule: "median" });
  assert.deepEqual(page.complaints, []);
});

test("a move within the page keeps the report; leaving it gives the memory back, but not a tally that was lent", async () => {
  const { result } = await bare(async ({ definition, csv }) => {
    // Whichever wasm file holds a tally, this is how it is told to give the memory back.
    let freed = 0;
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...from) => {
      const { module, instance } = await instantiateStreaming(...from);
      const tallyhandle_close = (handle) => { freed += 1; return instance.exports.tallyhandle_close(handle); };
      return { module, instance: { exports: { ...instance.exports, tallyhandle_close } } };
    };
    const { Tally } = manyi;
    await manyi.init();
    await import("/dist/browser/report.js");
    const made = (report) => new Promise((resolve) => report.addEventListener("manyi-analysed", () => resolve(), { once: true }));

    const report = document.createElement("manyi-report");
    report.definition = definition;
    report.src = "answers.csv";
    const main = document.querySelector("main");
    let done = made(report);
    main.append(report);
    await done;
    const before = report.report;
    const elsewhere = main.appendChild(document.createElement("section"));
    elsewhere.append(report);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const moved = { same: report.report === before, freed };
    report.remove();
    await Promise.resolve();
    await Promise.resolve();
    const removed = { report: report.report, freed };
    done = made(report);
    main.append(report);
    await done;
    const back = { n: report.report.n };

    const tally = new Tally(definition);
    tally.addCsv(csv);
    tally.end();
    done = made(report);
    report.tally = tally;
    await done;
    const taken = freed;
    report.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return { moved, removed, back, lent: { freed: freed - taken, rows: manyi.analyse(definition, tally).n } };
  });
  assert.deepEqual(result, { moved: { same: true, freed: 0 }, removed: { report: null, freed: 1 }, back: { n: 60 }, lent: { freed: 0, rows: 60 } });
});

test("a large file is read in pieces: the page gets its turn, and the reader sees how far it has come", async () => {
  const [head, ...lines] = asCsv(answers(60)).split("\r\n");
  const many = [head, ...Array.from({ length: 4000 }, () => lines.join("\r\n"))].join("\r\n");
  const { result } = await bare(async ({ definition }) => {
    await manyi.init();
    await import("/dist/browser/report.js");
    const report = document.createElement("manyi-report");
    report.definition = definition;
    report.src = "answers.csv";
    let longest = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration); }).observe({ type: "longtask" });
    let progress = 0;
    const done = new Promise((resolve) => report.addEventListener("manyi-analysed", (event) => resolve(event.detail.report)));
    document.querySelector("main").append(report);
    const watch = new MutationObserver(() => { if (report.shadowRoot.querySelector("[part=status]")?.textContent.includes("kB")) progress += 1; });
    watch.observe(report.shadowRoot, { childList: true, characterData: true, subtree: true });
    const { n } = await done;
    watch.disconnect();
    return { n, progress: progress > 2, longest };
  }, many);
  assert.equal(result.n, 240_000);
  assert.equal(result.progress, true);
  assert.ok(result.longest < 200, `a task of ${result.longest} ms`);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe has nothing to say about a report of a file, ${colorScheme}, ${width} pixels wide`, async () => {
      const page = await opened({ colorScheme, viewport: { width, height: 800 } });
      await pick(page, asCsv(answers(60)));
      assert.deepEqual(await accessibility(page), []);
      assert.ok((await bitmap(page)).colours > 20);
      assert.ok((await bitmap(page, "nps")).colours > 5);
      assert.deepEqual(page.complaints, []);
    });
  }
}
