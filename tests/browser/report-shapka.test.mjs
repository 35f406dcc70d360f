// The report of 1,842 real answers: its numbers are those of another program.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { accessibility, open } from "./harness.mjs";
import { analysed, bitmap, csv, percent, sentences, shown, table, twoDigits } from "./report-page.mjs";

const expected = JSON.parse(readFileSync(new URL("expected/shapka.json", import.meta.url), "utf8"));
const definition = JSON.parse(readFileSync(new URL("../../www/samples/shapka.json", import.meta.url), "utf8"));
const english = (text) => (typeof text === "string" ? text : text.en);

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function shapka(options) {
  const page = await site.page("/shapka.html", { locale: "en", acceptDownloads: true, ...options });
  await shown(page);
  return page;
}

/** What another program found for an attribute of the page. */
function found(row) {
  const at = definition.attributes.findIndex((attribute) => attribute.id === row.id);
  assert.equal(row.title, english(definition.attributes[at].title));
  return expected.attributes[at];
}

async function choose(page, name, value) {
  const next = analysed(page);
  await page.locator(`manyi-report select[name=${name}]`).selectOption(value);
  return next;
}

test("importance, satisfaction, answers and quadrant of every attribute are what numpy finds", async () => {
  const page = await shapka();
  const rows = await table(page);
  assert.equal(rows.length, expected.attributes.length);
  for (const row of rows) {
    const attribute = found(row);
    assert.equal(row.importance, twoDigits(attribute.importance), row.id);
    assert.equal(row.performance, twoDigits(attribute.performance), row.id);
    assert.equal(row.n, attribute.n.toLocaleString("en"), row.id);
    assert.equal(row.quadrant, attribute.quadrant.mean, row.id);
  }
  assert.deepEqual(rows.map((row) => row.rank), rows.map((_, index) => String(index + 1)));
  assert.deepEqual(page.complaints, []);
});

test("the index on the page, its count and the first sentences say what numpy finds", async () => {
  const page = await shapka();
  const index = percent(expected.index);
  assert.equal(await page.locator("manyi-report [part=index-number]").textContent(), index);
  assert.equal(await page.locator("manyi-report [part=index-n]").textContent(), "n = 1,842");
  const said = await sentences(page);
  assert.equal(said.answered, "1,842 people answered.");
  assert.ok(said.index.includes(index), said.index);
  const urgent = (await table(page)).filter((row) => row.quadrant === "concentrate");
  assert.ok(said.improve.includes(urgent[0].title), said.improve);
  assert.ok(said.improve.includes(twoDigits(found(urgent[0]).importance)), said.improve);
  assert.ok(said.improve.includes(twoDigits(expected.crosshair.mean.importance)), said.improve);
  for (const row of urgent.slice(1)) assert.ok(said.next.includes(row.title), said.next);
  const keep = (await table(page)).filter((row) => row.quadrant === "keep-up");
  assert.ok(said.keep.includes(keep[0].title), said.keep);
});

test("the median as crosshair moves the lines, and the attributes between, as numpy's medians do", async () => {
  const page = await shapka();
  const report = await choose(page, "crosshair", "median");
  assert.ok(Math.abs(report.quadrants.crosshair.importance - expected.crosshair.median.importance) < 1e-9);
  assert.ok(Math.abs(report.quadrants.crosshair.performance - expected.crosshair.median.performance) < 1e-9);
  for (const row of await table(page)) assert.equal(row.quadrant, found(row).quadrant.median, row.id);
});

test("importance by LMG is what numpy finds over all subsets, in percent of R², drawn and written; satisfaction stays", async () => {
  const page = await shapka();
  const before = { rows: await table(page), bitmap: await bitmap(page) };
  await choose(page, "importance", "lmg");
  const rows = await table(page);
  for (const row of rows) {
    assert.equal(row.importance, percent(found(row).lmg.r2), row.id);
    assert.equal(row.performance, before.rows.find((other) => other.id === row.id).performance);
  }
  assert.notEqual((await bitmap(page)).hash, before.bitmap.hash);
  assert.deepEqual(page.complaints, []);
});

test("the table leaves as CSV with all digits, and reads back as what numpy finds", async () => {
  const page = await shapka();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("manyi-report [part=ranking] [data-save=csv]").click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  const [head, ...rows] = csv(text.slice(1));
  assert.equal(rows.length, expected.attributes.length);
  const column = (row, name) => row[head.indexOf(name)];
  for (const row of rows) {
    const attribute = found({ id: column(row, "id"), title: column(row, "Attribute") });
    assert.ok(Math.abs(Number(column(row, "Importance")) - attribute.importance) < 1e-9);
    assert.ok(Math.abs(Number(column(row, "Satisfaction")) - attribute.performance) < 1e-9);
    assert.equal(column(row, "Quadrant"), attribute.quadrant.mean);
  }
});

test("the quadrants leave as PNG, two pixels for each of the page's", async () => {
  const page = await shapka();
  const { pageWidth } = await bitmap(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("manyi-report [part~=quadrants] [data-save=png]").click()]);
  const bytes = readFileSync(await file.path());
  assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.equal(bytes.readUInt32BE(16), 2 * Math.round(pageWidth));
  const colours = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" })).catch(() => null);
    if (!bitmap) return 0;
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    pen.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, bytes.toString("base64"));
  assert.ok(colours > 20, `${colours} colours`);
});

test("the quadrants leave as SVG that parses and names every attribute", async () => {
  const page = await shapka();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("manyi-report [part~=quadrants] [data-save=svg]").click()]);
  const text = readFileSync(await file.path(), "utf8");
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return { error: document.querySelector("parsererror")?.textContent ?? null, root: document.documentElement.tagName, text: document.documentElement.textContent };
  }, text);
  assert.equal(parsed.error, null);
  assert.equal(parsed.root, "svg");
  for (const attribute of definition.attributes) assert.ok(parsed.text.includes(english(attribute.title)), attribute.id);
});

test("the chart has a bitmap pixel for each pixel of a dense screen, and is painted anew when the page turns dark", async () => {
  const page = await shapka({ deviceScaleFactor: 2, colorScheme: "light" });
  const light = await bitmap(page);
  assert.equal(light.width, Math.round(light.pageWidth * 2));
  assert.equal(light.height, Math.round(light.pageHeight * 2));
  assert.ok(light.colours > 20);
  await page.emulateMedia({ colorScheme: "dark" });
  let dark = light;
  for (const until = Date.now() + 5000; dark.hash === light.hash && Date.now() < until; ) dark = await bitmap(page);
  assert.ok(dark.corner.every((channel) => channel < 80), String(dark.corner));
  assert.equal(dark.width, light.width);
});

test("a narrower window gives a narrower bitmap", async () => {
  const page = await shapka();
  const wide = await bitmap(page);
  await page.setViewportSize({ width: 600, height: 800 });
  await page.waitForFunction((width) => document.querySelector("manyi-report").shadowRoot.querySelector("canvas.quadrants").width < width, wide.width);
  const narrow = await bitmap(page);
  assert.equal(narrow.width, Math.round(narrow.pageWidth));
  assert.ok(narrow.colours > 20);
});

test("charts say to a screen reader what they show", async () => {
  const page = await shapka();
  const label = await page.locator("manyi-report canvas.quadrants").getAttribute("aria-label");
  const [first] = await table(page);
  assert.ok(label.includes("1,842") && label.includes(first.title), label);
  assert.equal(await page.getByRole("img", { name: label }).count(), 1);
  assert.equal(await page.getByRole("row").count(), 21);
});

test("switching to Chinese changes the words and keeps the numbers", async () => {
  const page = await shapka();
  const before = await table(page);
  await page.getByLabel("Language").selectOption("zh-CN");
  await page.locator("manyi-report [part=sentences] li", { hasText: "共有 1,842 人作答" }).waitFor();
  const after = await table(page);
  assert.deepEqual(after.map(({ id, importance, performance, n }) => ({ id, importance, performance, n })), before.map(({ id, importance, performance, n }) => ({ id, importance, performance, n })));
  assert.match(after[0].advice, /[\u4e00-\u9fff]/);
  assert.match(await page.locator("manyi-report canvas.quadrants").getAttribute("aria-label"), /优先改进/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  await page.reload();
  await page.locator("manyi-report [part=sentences] li", { hasText: "共有 1,842 人作答" }).waitFor();
  assert.deepEqual(page.complaints, []);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe has nothing to say about the report, ${colorScheme}, ${width} pixels wide`, async () => {
      const page = await shapka({ colorScheme, viewport: { width, height: 800 } });
      assert.deepEqual(await accessibility(page), []);
      assert.deepEqual(page.complaints, []);
      const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
      assert.ok(scroll <= client, `${scroll} pixels of content in ${client}`);
    });
  }
}
