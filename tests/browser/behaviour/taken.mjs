// What is taken away from a report, and the page of customers, in every engine alike.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { csv } from "../report-page.mjs";
import { analysed, barriers, handed, jsonOf, painted, twoPeriods } from "./reports.mjs";

const telco = jsonOf("tests/browser/expected/telco.json");
const text = (path) => readFileSync(path, "utf8").replace("\uFEFF", "");
const CHARTS = ["quadrants", "nps", "csat", "index", "segments", "drivers", "weights", "retention"];

/** The tests; `engine()` is the engine that runs. */
export function taken(engine) {
  test("every chart leaves as SVG that says what it shows, and as PNG with two pixels for each of the page's", async () => {
    const page = await twoPeriods(engine());
    await painted(page);
    const charts = await page.evaluate(() => within("canvas").map((canvas) => canvas.className));
    for (const chart of CHARTS) assert.ok(charts.includes(chart), `${chart} of ${charts}`);
    for (const chart of charts) {
      const drawn = await handed(page, `[part~=${chart}] [data-save=svg]`);
      const { heading, ...parsed } = await page.evaluate((drawn, chart) => {
        const svg = new DOMParser().parseFromString(drawn, "image/svg+xml");
        return {
          error: svg.querySelector("parsererror")?.textContent ?? null, root: svg.documentElement.tagName, title: svg.querySelector("title").textContent,
          shapes: svg.querySelectorAll("text, path, rect, circle, polyline, polygon").length, heading: within(`canvas.${chart}`)[0].closest("figure").querySelector("h3").textContent,
        };
      }, drawn, chart);
      assert.deepEqual([parsed.error, parsed.root], [null, "svg"], chart);
      assert.ok(parsed.shapes > 8, `${chart}: ${parsed.shapes} shapes`);
      assert.ok(parsed.title.includes(heading), `${chart}: ${parsed.title}`);
    }
    const file = text(await engine().taken(".svg", () => page.click("[part~=quadrants] [data-save=svg]")));
    assert.equal(file, await handed(page, "[part~=quadrants] [data-save=svg]"));
    for (const title of ["Speed", "Price", "Staff", "Few faults"]) assert.ok(file.includes(title), title);
    for (const chart of ["quadrants", "nps"]) {
      const bytes = readFileSync(await engine().taken(".png", () => page.click(`[part~=${chart}] [data-save=png]`)));
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], chart);
      const wide = await page.evaluate((chart) => within(`canvas.${chart}`)[0].clientWidth, chart);
      assert.equal(bytes.readUInt32BE(16), 2 * Math.max(720, Math.round(wide)), chart);
      const colours = await page.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
        pen.drawImage(image, 0, 0);
        return new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer)).size;
      }, bytes.toString("base64"));
      assert.ok(colours > 5, `${chart}: ${colours} colours`);
    }
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("the report, its table, a chart's numbers and the tally leave as JSON and CSV, in full, and the tally comes back", async () => {
    const page = await twoPeriods(engine());
    const report = await page.evaluate(() => document.querySelector("manyi-report").report);
    const saved = async (what, place) => (await handed(page, `${place} [data-save=${what}]`)).replace("\uFEFF", "");
    assert.deepEqual(JSON.parse(await saved("report", "[part=take-away]")), report);
    const rows = JSON.parse(await saved("json", "[part=ranking]"));
    assert.deepEqual(rows.map(({ id }) => id), report.quadrants.order);
    for (const row of rows) assert.equal(row.performance, report.quadrants.points.find(({ id }) => id === row.id).performance);
    await page.click("[part~=drivers] details.data summary");
    await page.shown("[part~=drivers] table.numbers");
    const drivers = csv(await saved("data", "[part~=drivers]"));
    assert.deepEqual(drivers[0], ["Attribute", "Importance", "Share"]);
    assert.deepEqual(drivers.slice(1, -1).map((row) => Number(row[2])), report.drivers.drivers.map(({ share }) => share));
    const cells = csv(await saved("tally-csv", "[part=take-away]"));
    assert.deepEqual(cells[0], ["key", "value", "everyone", "region=north", "region=south", "region=abroad"]);
    assert.deepEqual(cells.filter(([key]) => key === "region").map((row) => Number(row[2])), [150, 82, 8]);
    const tally = await saved("tally-json", "[part=take-away]");
    assert.equal(text(await engine().taken(".json", () => page.click("[part=take-away] [data-save=tally-json]"))), tally, "what the page hands out is what lies in the folder");
    const again = await analysed(page, () =>
      page.evaluate(async (tally) => {
        const { Tally, init } = await import("/dist/browser/index.js");
        await init();
        const survey = await (await fetch("/cases/two_periods.json")).json();
        Object.assign(document.querySelector("manyi-report"), { src: null, tally: Tally.fromJSON(survey, tally) });
      }, tally));
    assert.deepEqual(again, report);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("the customers' tiers, steps and reasons are those that pandas computes; their rules are edited, saved as JSON and loaded again", async () => {
    const page = await engine().page("/customers.html");
    await page.shown("[part=staircase]");
    const first = await page.evaluate(() => {
      const { customers, ...report } = document.querySelector("manyi-customers").report;
      const steps = {};
      for (const { to } of customers) steps[to] = (steps[to] ?? 0) + 1;
      return { ...report, steps };
    });
    assert.equal(first.n, telco.n);
    for (const row of first.rows) {
      const wanted = telco.tiers[row.tier ?? "all"];
      assert.equal(row.customers, wanted.customers);
      for (const key of ["value", "churnRate", "lifetimeValue"]) assert.ok(Math.abs(row[key] - wanted[key]) <= 1e-9 * Math.abs(wanted[key]), `${row.tier} ${key}`);
    }
    assert.deepEqual(first.fired, telco.fired);
    assert.deepEqual(first.steps, telco.steps);
    await page.shown("[part=sentences]", "Tier A: 2,702 customers (38.4%) bring 80.0% of the value");
    const table = csv(text(await engine().taken(".csv", () => page.click("[part=staircase] [data-save=csv]"))));
    assert.deepEqual(table.find(([id]) => id === "3668-QPYBK"), ["3668-QPYBK", "C", "108.15", "yes", "0", "-3", "left last month; can leave any month, and is new"]);
    await page.click(".settings > summary");
    await page.shown("input[name=cut-a]");
    const changed = (selector, value) =>
      analysed(page, () => page.evaluate((selector, value) => {
        const [field] = within(selector);
        field.value = value;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }, selector, value), "manyi-counted");
    const halved = await changed("input[name=cut-a]", "50");
    assert.ok(halved.rows[0].customers < telco.tiers.A.customers && halved.rows[0].shareOfValue >= 0.5 && halved.rows[0].shareOfValue < 0.51);
    const { fired } = await changed("[data-rule=dear] textarea", '{"field":"MonthlyCharges","above":1000}');
    assert.equal(fired.dear, undefined, "nobody pays so much");
    const edited = await analysed(page, () => page.click("[data-rule=left] button[name=remove]"), "manyi-counted");
    assert.equal(edited.fired.left, undefined);
    const settings = text(await engine().taken(".json", () => page.click("[part=save-settings]")));
    assert.deepEqual([JSON.parse(settings).cuts[0], JSON.parse(settings).staircase.rules.length], [0.5, 6]);
    assert.deepEqual(await barriers(page), []);
    await page.reload();
    await page.shown("[part=staircase]");
    await page.click(".settings > summary");
    const path = join(engine().folder, "rules.settings.json");
    writeFileSync(path, settings);
    const loaded = await analysed(page, () => page.setFile("input[name=settings]", path), "manyi-counted");
    assert.deepEqual([loaded.rows, loaded.fired], [edited.rows, edited.fired]);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });
}
