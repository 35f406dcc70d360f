// The charts of the report's page: which there are, and the numbers beside each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open } from "./harness.mjs";
import { bitmap, percent, shown } from "./report-page.mjs";

const ALL = ["quadrants", "nps", "csat", "ces", "index", "segments", "gaps", "kano", "kano-classes", "drivers", "weights", "retention", "path-model"];

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function opened(path, options) {
  const page = await site.page(path, { locale: "en", acceptDownloads: true, ...options });
  await shown(page);
  await page.locator("manyi-report canvas").first().waitFor();
  return page;
}

const charts = (page) => page.locator("manyi-report figure[part~=chart] canvas").evaluateAll((all) => all.map((canvas) => canvas.className));
const report = (page) => page.evaluate(() => document.querySelector("manyi-report").report);

/** Three digits, or that it is less. */
const small = (value) => (value < 0.001 ? "< 0.001" : value.toFixed(3));

/** Opens the numbers of a chart and reads its table: the head, then the rows. */
async function numbers(page, chart) {
  const details = page.locator(`manyi-report figure[part~="${chart}"] details[part=data]`);
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
  await details.locator("table").waitFor();
  return details.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
}

test("the sample's report has every chart, drawn and told in words, and its page says that the answers are invented", async () => {
  const page = await opened("/groceries.html");
  assert.deepEqual(await charts(page), ALL);
  for (const chart of ALL) {
    await page.waitForFunction((chart) => document.querySelector("manyi-report").shadowRoot.querySelector(`canvas.${chart}`).dataset.fitted === "", chart);
    const { colours } = await bitmap(page, chart);
    assert.ok(colours > 5, `${chart} has ${colours} colours`);
    const words = await page.locator(`manyi-report canvas.${chart}`).getAttribute("aria-label");
    assert.ok(words.length > 40, `${chart}: ${words}`);
  }
  assert.match(await page.locator("main").innerText(), /invented/);
  assert.deepEqual(page.complaints, []);
});

test("a survey that asks for less has fewer charts", async () => {
  const page = await opened("/shapka.html");
  // Ten levels have no place in the table of retention, and there is one group.
  assert.deepEqual(await charts(page), ["quadrants", "csat", "index", "drivers", "weights"]);
});

test("the numbers behind the charts are loaded when they are asked for, and are the report's", async () => {
  const page = await opened("/groceries.html");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { csat, segments, pathModel, quadrants, weights, dimensions, kano } = await report(page);
  const rows = await numbers(page, "csat");
  assert.ok(asked.some((path) => /data-table/.test(path)), asked.join());
  assert.deepEqual(rows[0], ["Level", "Answers", "Share", "Interval from", "to", "Counts as good"]);
  assert.deepEqual(rows.slice(1, 6).map((row) => Number(row[1])), csat.counts);
  assert.deepEqual(rows.slice(1, 6).map((row) => row[5]), ["no", "no", "no", "yes", "yes"]);
  assert.deepEqual(rows.at(-1).slice(0, 5), ["Counts as good", String(csat.satisfied), percent(csat.share), percent(csat.interval.low), percent(csat.interval.high)]);

  const groups = (await numbers(page, "segments")).slice(1);
  assert.deepEqual(groups.map((row) => row[3]), segments.map((segment) => percent(segment.index)));
  assert.deepEqual(groups.map((row) => row[9]), segments.map((segment) => (segment.significant ? "yes" : "no")));
  assert.deepEqual(groups.map((row) => row[8]), segments.map(({ adjustedP }) => small(adjustedP)));

  const paths = await numbers(page, "path-model");
  assert.equal(paths.length - 1, Object.keys(pathModel.paths).length + Object.keys(pathModel.r2).length);
  assert.equal(paths[1][0], "Expectation → Perceived quality");
  assert.equal((await numbers(page, "quadrants")).length - 1, quadrants.points.length);
  assert.equal((await numbers(page, "weights")).at(-1)[2], small(weights.cr));
  const index = await numbers(page, "index");
  assert.deepEqual(index.slice(1, 4).map((row) => row[1]), dimensions.map((dimension) => percent(dimension.index)));
  assert.deepEqual((await numbers(page, "kano-classes")).slice(1).map((row) => Number(row[1])), kano.map((attribute) => attribute.counts.M));
  for (const chart of ALL) assert.ok((await numbers(page, chart)).length > 1, chart);
  assert.deepEqual(page.complaints, []);
});

test("a report of one segment compares the segments without the index of all, and counts its own answers", async () => {
  const page = await opened("/groceries.html");
  const all = await page.locator("manyi-report canvas.segments").getAttribute("aria-label");
  assert.match(all, /All 7\d\.\d%/);
  await page.locator("manyi-report select[name=segment]").selectOption("area=country");
  await page.waitForFunction(() => !/All \d/.test(document.querySelector("manyi-report").shadowRoot.querySelector("canvas.segments").getAttribute("aria-label")));
  const { n } = await report(page);
  assert.match(await page.locator("manyi-report canvas.index").getAttribute("aria-label"), new RegExp(`n = ${n}`));
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe has nothing to say about every chart and its numbers, ${colorScheme}, ${width} pixels wide, and nothing is wider than the page`, async () => {
      const page = await opened("/groceries.html", { colorScheme, viewport: { width, height: 800 } });
      for (const chart of ALL) await numbers(page, chart);
      assert.deepEqual(await accessibility(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      assert.deepEqual(page.complaints, []);
    });
  }
}
