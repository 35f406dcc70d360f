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
