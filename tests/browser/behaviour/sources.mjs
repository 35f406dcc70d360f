// Where a report's answers come from, in every engine alike: the browser's store, a file, a tally, a table that was not made for the survey.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { csv, twoDigits } from "../report-page.mjs";
import { analysed, barriers, bytesOf, drop, jsonOf, sentences, set, table, twoPeriods } from "./reports.mjs";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const NOW = bytesOf("tests/cases/two_periods_now.csv").toString();

const HEADERS = ["Respondent ID", "Overall satisfaction", "Recommend us?", "Speed - satisfaction", "Speed - importance", "Help desk", "Region", "Comments"];
const ROWS = Array.from({ length: 120 }, (_, index) => [
  `R${index}`, 1 + ((index * 7) % 5), (index * 3) % 11, 1 + ((index * 2) % 4), 3 + (index % 3), index % 10 === 0 ? "n/a" : 1 + (index % 5), ["north", "south", "east"][index % 3], `said ${index}`,
]);
const foreign = (rows) => [HEADERS, ...rows].map((cells) => cells.join(",")).join("\n") + "\n";
const column = (header, name) => `.column[data-header="${header}"] select[name=${name}]`;

/** The tests; `engine()` is the engine that runs. */
export function sources(engine) {
  test("the answers kept in this browser are the report, and a new one appears in it by itself", async () => {
    const page = await engine().page("/report.html");
    await page.shown("[part~=empty]", "Nobody has answered yet");
    const { id, version, attributes } = jsonOf("www/samples/after-sales.json");
    const kept = Array.from({ length: 12 }, (_, row) => ({
      id: `r${row}`, survey: id, surveyVersion: version, startedAt: "2026-01-01T00:00:00Z", submittedAt: "2026-01-01T00:03:00Z",
      answers: Object.fromEntries(attributes.flatMap((attribute, at) => [[`sat.${attribute.id}`, 1 + ((row + at) % 5)], [`imp.${attribute.id}`, 1 + ((row * 2 + at) % 4)]])),
    }));
    // The page has made the database; what is put in is what the form puts in, told to other pages in the form's way.
    const keep = (responses) =>
      page.evaluate((responses) => new Promise((resolve, reject) => {
        const opening = indexedDB.open("manyi");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("responses", "readwrite");
          for (const response of responses) transaction.objectStore("responses").put(response);
          transaction.oncomplete = () => {
            opening.result.close();
            new BroadcastChannel("manyi-responses").postMessage("after-sales");
            resolve();
          };
        };
      }), responses);
    assert.equal((await analysed(page, () => keep(kept.slice(0, 11)))).n, 11);
    assert.equal((await analysed(page, () => keep(kept.slice(11)))).n, 12);
    for (const row of await table(page)) assert.equal(row.performance, twoDigits(mean(kept.map((response) => response.answers[`sat.${row.id}`]))), row.id);
    await page.reload();
    await page.shown("[part=sentences]", "12 people answered");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a CSV dropped on the report becomes the report, a large one counted in a worker, and there is a way back", async () => {
    const page = await twoPeriods(engine());
    const half = NOW.split("\n").slice(0, 121).join("\n");
    assert.equal((await analysed(page, async () => assert.ok(await drop(page, half)))).n, 120);
    assert.match(await page.text("[part=source]"), /dropped\.csv/);
    const before = (await sentences(page)).index;
    const large = await analysed(page, () => drop(page, half, "large.csv", 1000));
    assert.equal(large.n, 120_000);
    assert.ok(await page.evaluate(() => performance.getEntriesByType("resource").some((entry) => /\/worker[^/]*\.js/.test(entry.name))), "by a worker");
    // A thousand times the same answers have the same index, and know it better.
    assert.equal((await sentences(page)).index.slice(0, 40), before.slice(0, 40));
    assert.equal((await analysed(page, () => page.click("[part=back]"))).n, 240);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("answers that come slowly show how far they have come, can be stopped, and are the report once all are there", async () => {
    const page = await twoPeriods(engine());
    await set(page, { src: "/slow.csv" });
    await page.shown("[part=status]", "slow.csv");
    await page.shown("[part=progress] progress");
    assert.deepEqual(await barriers(page), []);
    await page.click("[part=cancel]");
    await page.until(() => within("progress").length === 0);
    assert.match(await page.text("[part=source]"), /two_periods_now\.csv/, "what was there stays");
    assert.equal((await table(page)).length, 4);
    const report = await analysed(page, async () => {
      await page.evaluate(() => document.querySelector("manyi-report").refresh());
      await page.shown("[part=progress] progress");
      engine().slow.arrive();
    });
    assert.equal(report.n, 240);
    assert.equal(await page.count("progress"), 0);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a tally that code counted is the report, and stays its owner's", async () => {
    const page = await twoPeriods(engine());
    const csvReport = await page.evaluate(() => document.querySelector("manyi-report").report);
    const fromTally = await analysed(page, () =>
      page.evaluate(async () => {
        const { Tally, init } = await import("/dist/browser/index.js");
        await init();
        globalThis.counted = new Tally(await (await fetch("/cases/two_periods.json")).json());
        counted.addCsv(new Uint8Array(await (await fetch("/cases/two_periods_now.csv")).arrayBuffer()));
        counted.end();
        Object.assign(document.querySelector("manyi-report"), { src: null, tally: counted });
      }));
    assert.deepEqual(fromTally, csvReport);
    await page.evaluate(() => document.querySelector("manyi-report").remove());
    assert.ok(await page.evaluate(() => JSON.stringify(counted).length > 100));
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a foreign file opens a step that guesses what its columns hold; corrected, it is the report, and cells that cannot be read are listed and saved", async () => {
    const page = await engine().page("/open.html");
    const rows = ROWS.map((cells, index) => (index === 4 ? [...cells.slice(0, 5), "=HYPERLINK(1)", ...cells.slice(6)] : index === 7 ? [...cells.slice(0, 3), "6", ...cells.slice(4)] : cells));
    const path = join(engine().folder, "foreign.csv");
    writeFileSync(path, foreign(rows));
    await page.setFile("[part=open] input", path);
    await page.shown("[part~=mapping]");
    const taken = await page.evaluate(() => Object.fromEntries(within(".column").map((column) => [column.dataset.header, column.querySelector("select").value])));
    assert.deepEqual(taken, {
      "Respondent ID": "ignored", "Overall satisfaction": "overall", "Recommend us?": "nps", "Speed - satisfaction": "satisfaction", "Speed - importance": "importance",
      "Help desk": "satisfaction", "Region": "segment", "Comments": "ignored",
    });
    assert.equal(await page.evaluate(() => within("input[name=missing]")[0].value), "n/a");
    assert.deepEqual(await barriers(page), []);
    await page.choose(column("Recommend us?", "holds"), "ignored");
    await page.evaluate((selector) => {
      const [scale] = within(selector);
      scale.value = [...scale.options].find((option) => option.textContent.trim() === "1–5").value;
      scale.dispatchEvent(new Event("change", { bubbles: true }));
    }, column("Speed - satisfaction", "scale"));
    const report = await analysed(page, () => page.click("[part=accept]"));
    assert.equal(report.n, 120);
    assert.equal(report.nps, null, "what was said to be nothing is not counted");
    assert.deepEqual(Object.fromEntries(report.segments.map(({ value, n }) => [value, n])), { north: 40, south: 40, east: 40 });
    const found = Object.fromEntries((await table(page)).map((row) => [row.title, row]));
    assert.equal(found.Speed.performance, twoDigits(mean(rows.filter((_, index) => index !== 7).map((cells) => cells[3]))));
    assert.equal(found.Speed.importance, twoDigits(mean(rows.map((cells) => cells[4]))));
    assert.equal(found["Help desk"].performance, twoDigits(mean(rows.map((cells) => cells[5]).filter((cell) => typeof cell === "number"))), "n/a is no answer");
    await page.click("[part=rejected] summary");
    const saved = await engine().taken(".csv", () => page.click("[part=rejected] [data-save=csv]"));
    assert.deepEqual(csv(readFileSync(saved, "utf8").replace("\uFEFF", "")), [
      ["row", "column", "value", "code"], ["6", "Help desk", "'=HYPERLINK(1)", "not-a-number"], ["9", "Speed - satisfaction", "6", "scale-out-of-range"],
    ]);
    // The next file with these headers asks nothing.
    writeFileSync(path, foreign(ROWS.slice(0, 60)));
    assert.equal((await analysed(page, () => page.setFile("[part=open] input", path))).n, 60);
    assert.equal(await page.count("[part~=mapping]"), 0);
    assert.equal(await page.count("[data-code=rejected]"), 0);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });
}
