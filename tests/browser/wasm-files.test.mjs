// Which of the wasm files a page downloads: those it uses, once each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const DEFINITION = {
  id: "stay", version: 1, title: "Your stay",
  attributes: [{ id: "room", title: "Room" }, { id: "food", title: "Food" }],
  pages: [{
    questions: [
      { id: "sat", kind: "matrix", title: "How satisfied are you?", measure: "satisfaction", attributes: ["room", "food"], scale: "satisfaction5" },
      { id: "region", kind: "choice", title: "Where?", segment: true, options: [{ value: "north", title: "North" }, { value: "south", title: "South" }] },
    ],
  }],
};

/** A page with the package and no bundler, and the names of the wasm files it has asked for. */
async function opened() {
  const page = await site.page("/pages/functions.html", { locale: "en" });
  const files = [];
  page.on("request", (request) => { if (request.url().endsWith(".wasm")) files.push(request.url().split("/").at(-1)); });
  return { page, files };
}

test("two reports on a page load the report's wasm, once, and no other", async () => {
  const { page, files } = await opened();
  await page.evaluate(async (definition) => {
    await import("/dist/browser/report.js");
    for (const _ of [1, 2]) {
      const report = document.createElement("manyi-report");
      report.definition = definition;
      document.querySelector("main").append(report);
    }
  }, DEFINITION);
  await page.locator("manyi-report [part=empty]").nth(1).waitFor();
  assert.deepEqual(files, ["report.wasm"]);
  assert.deepEqual(page.complaints, []);
});

test("a respondent loads the report's wasm only to see a result", async () => {
  const { page, files } = await opened();
  await page.evaluate(async (definition) => {
    await import("/dist/browser/survey.js");
    const survey = document.createElement("manyi-survey");
    survey.definition = definition;
    survey.setAttribute("results", "own");
    document.querySelector("main").append(survey);
  }, DEFINITION);
  await page.locator('manyi-survey [id="field-sat.room"] input').nth(4).click();
  await page.locator('manyi-survey [id="field-sat.food"] input').nth(2).click();
  assert.deepEqual(files, ["form.wasm"]);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  // Full marks and half of them.
  assert.equal(await page.locator("manyi-survey .own .number").textContent(), "75");
  assert.deepEqual(files, ["form.wasm", "report.wasm"]);
  assert.deepEqual(page.complaints, []);
});

test("a tally that code made gives its own report, until it is freed", async () => {
  const { page, files } = await opened();
  const seen = await page.evaluate(async (definition) => {
    const { Tally, analyse, init } = globalThis.manyi;
    await init();
    await import("/dist/browser/report.js");
    const tally = new Tally(definition);
    const rows = Array.from({ length: 30 }, (_, row) => `${1 + (row % 5)},3,${row % 2 ? "north" : "south"}`);
    tally.addCsv(["sat.room,sat.food,region", ...rows].join("\n"));
    tally.end();
    const report = document.createElement("manyi-report");
    const next = (type) => new Promise((resolve) => report.addEventListener(type, (event) => resolve(event.detail), { once: true }));
    Object.assign(report, { definition, tally });
    const first = next("manyi-analysed");
    document.querySelector("main").append(report);
    const whole = (await first).report;
    // Made where the functions are, it is what they make.
    const same = JSON.stringify(whole) === JSON.stringify(analyse(definition, tally));
    const second = next("manyi-analysed");
    report.segment = "region=north";
    const segment = (await second).report.n;
    tally.free();
    const failed = next("manyi-failed");
    report.segment = null;
    const { code } = (await failed).error;
    return { n: whole.n, same, segment, code, shown: report.report.n };
  }, DEFINITION);
  assert.deepEqual(seen, { n: 30, same: true, segment: 15, code: "freed", shown: 15 });
  assert.deepEqual(files.toSorted(), ["full.wasm", "report.wasm"]);
});

const ROWS = ["sat.room,sat.food,overall,region", ...Array.from({ length: 60 }, (_, row) => `${1 + (row % 5)},${1 + ((row * 7) % 5)},${1 + ((row % 5) + ((row * 7) % 5)) / 2 | 0},${row % 2 ? "north" : "south"}`)].join("\n");
const RATED = {
  ...DEFINITION,
  outcome: "overall",
  pages: [{ questions: [...DEFINITION.pages[0].questions, { id: "overall", kind: "rating", title: "All in all?", measure: "overall", scale: "satisfaction5" }] }],
};

/** A report of these rows. */
async function reported(page, definition = RATED) {
  await page.route("**/rows.csv", (route) => route.fulfill({ contentType: "text/csv", body: ROWS }));
  await page.evaluate(async (definition) => {
    await import("/dist/browser/report.js");
    const report = document.createElement("manyi-report");
    const done = new Promise((resolve, reject) => {
      report.addEventListener("manyi-analysed", resolve, { once: true });
      report.addEventListener("manyi-failed", (event) => reject(event.detail.error), { once: true });
    });
    Object.assign(report, { definition, src: "/rows.csv" });
    document.querySelector("main").append(report);
    await done;
  }, definition);
  await page.locator("manyi-report canvas").first().waitFor();
  await page.waitForLoadState("networkidle");
}

const chosen = (page) =>
  page.evaluate(() => new Promise((resolve) => document.querySelector("manyi-report").addEventListener("manyi-analysed", (event) => resolve(event.detail.report.drivers.method), { once: true })));

test("what few ask of a report comes when it is asked for, once", async () => {
  const { page, files } = await opened();
  await reported(page);
  assert.deepEqual(files, ["report.wasm"]);
  for (const method of ["lmg", "johnson"]) {
    const next = chosen(page);
    await page.locator('manyi-report select[name="importance"]').selectOption(method);
    assert.equal(await next, method);
  }
  await page.locator("manyi-report canvas.quadrants").hover();
  await page.locator("manyi-report [part~=mark]").first().waitFor();
  const file = page.waitForEvent("download");
  await page.locator('manyi-report [part~=chart] button', { hasText: "SVG" }).first().click();
  await file;
  assert.deepEqual(files, ["report.wasm", "report-later.wasm"]);
  assert.deepEqual(page.complaints, []);
});

test("a survey with Kano questions has its report at once", async () => {
  const { page, files } = await opened();
  await reported(page, { ...RATED, pages: [{ questions: [...RATED.pages[0].questions, { id: "wish", kind: "kano", title: "And if?", attributes: ["room"] }] }] });
  assert.deepEqual(files, ["report.wasm", "report-later.wasm"]);
  assert.ok(await page.evaluate(() => document.querySelector("manyi-report").report.kano));
  assert.deepEqual(page.complaints, []);
});

test("where what comes later cannot be loaded the report stays as it was, says so, and can be asked again", async () => {
  const { page } = await opened();
  await reported(page);
  await page.route("**/report-later.wasm", (route) => route.abort());
  await page.locator('manyi-report select[name="importance"]').selectOption("lmg");
  await page.locator("manyi-report [role=alert]").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("manyi-report").report.drivers.method), "pearson");
  assert.equal(await page.locator('manyi-report select[name="importance"]').inputValue(), "pearson");
  await page.unroute("**/report-later.wasm");
  const next = chosen(page);
  await page.locator('manyi-report select[name="importance"]').selectOption("lmg");
  assert.equal(await next, "lmg");
});
