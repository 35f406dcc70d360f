// What a reader of a report does, in every engine alike: chooses, goes through the charts by keys, supposes, compares, reads it in
// another language and on paper.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { percent, twoDigits } from "../report-page.mjs";
import { barriers, bitmap, bytesOf, choose, focused, jsonOf, painted, sentences, set, table, twoPeriods } from "./reports.mjs";

const expected = jsonOf("tests/cases/two_periods_expected.json");
const THEN = "/cases/two_periods_then.csv";

const english = (options) => (value) => new Intl.NumberFormat("en", options).format(value).replace("-", "−");
const signed = english({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });
const values = (page, name) => page.evaluate((name) => [...within(`select[name=${name}]`)[0].options].map((option) => option.value), name);
const picture = (chart) => `.picture[data-chart=${chart}]`;
const mark = (id, chart = "quadrants") => `${picture(chart)} .mark[data-id="${id}"]`;
const told = (page, selector) => page.evaluate((selector) => within(selector)[0].getAttribute("aria-label"), selector);

/** Goes to a chart as the keyboard does. */
async function lookAt(page, chart) {
  await page.evaluate((selector) => within(selector)[0].focus(), picture(chart));
  await page.until((selector) => document.activeElement.shadowRoot?.activeElement?.matches(`${selector} .mark`), picture(chart));
}

/** Where a mark lies, from the left of its picture. */
const left = (page, id) => page.evaluate((selector) => within(selector)[0].offsetLeft, mark(id));

/** The tests; `engine()` is the engine that runs. */
export function reader(engine) {
  test("every selector changes the report to the analysis of what was chosen", async () => {
    const page = await twoPeriods(engine());
    const before = await page.evaluate(() => document.querySelector("manyi-report").report);
    const { detail } = expected;
    assert.deepEqual(await values(page, "segment"), ["", "region=north", "region=south", "region=abroad"]);
    const south = await choose(page, "segment", "region=south");
    assert.equal(south.n, expected.counts.now.south);
    const [, speed] = detail.speed.segments;
    assert.equal((await table(page)).find((row) => row.id === "speed").performance, twoDigits(speed.mean));
    assert.match((await sentences(page)).answered, /82 people answered in South/);
    assert.equal((await choose(page, "segment", "")).n, 240);
    assert.deepEqual(await values(page, "importance"), ["stated", "pearson", "lmg", "johnson", "first", "last", "beta-squared", "pratt"]);
    for (const method of ["lmg", "johnson", "first", "last", "beta-squared", "pratt", "pearson"]) {
      const report = await choose(page, "importance", method);
      assert.equal(report.drivers.method, method);
      for (const { id, raw } of report.drivers.drivers) assert.equal(report.quadrants.points.find((point) => point.id === id).importance, raw, `${method} ${id}`);
    }
    assert.deepEqual(await values(page, "crosshair"), ["mean", "median"], "derived importance has no midpoint");
    await choose(page, "importance", "stated");
    assert.deepEqual((await choose(page, "crosshair", "midpoint")).quadrants.crosshair, { importance: 3, performance: 3, rule: "midpoint" });
    const sure = await choose(page, "level", "0.99");
    assert.ok(sure.index.interval.low < before.index.interval.low && sure.index.interval.high > before.index.interval.high);
    assert.match((await sentences(page)).index, /99% interval/);
    assert.equal(sure.index.interval.level, 0.99);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a segment under the minimum cell, and the one that subtraction would find it by, are nowhere on the page", async () => {
    const page = await twoPeriods(engine());
    assert.deepEqual(await values(page, "minimum-cell"), ["5", "10", "20", "30", "50", "100"]);
    const report = await choose(page, "minimum-cell", "10");
    assert.deepEqual(report.segments.map(({ value }) => value), ["north"]);
    assert.deepEqual(await values(page, "segment"), ["", "region=north"]);
    await lookAt(page, "quadrants");
    await page.press("Enter");
    await page.shown("[part=detail]", "North");
    await page.click("details.data summary");
    await page.shown("table.numbers");
    const everything = await page.evaluate(() => {
      const root = document.querySelector("manyi-report").shadowRoot;
      return [...root.querySelectorAll("*")].map((element) => [element.textContent, ...[...element.attributes].map(({ value }) => value)].join(" ")).join(" ");
    });
    assert.match(everything, /\bNorth\b/);
    assert.doesNotMatch(everything, /\b(South|south|Abroad|abroad)\b/);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
    // A page that allows no smaller cell offers none.
    const strict = await twoPeriods(engine(), { minimumCell: 50 });
    await strict.shown("select[name=minimum-cell]");
    assert.deepEqual(await values(strict, "minimum-cell"), ["50", "100"]);
    assert.deepEqual(await values(strict, "segment"), ["", "region=north"]);
    assert.deepEqual(await strict.complaints(), []);
    await strict.close();
  });

  test("by keyboard one goes through the bars of a chart, hears each, and sees what stands behind it", async () => {
    const page = await twoPeriods(engine());
    await painted(page);
    const { index, segments } = await page.evaluate(() => document.querySelector("manyi-report").report);
    const [best, second] = index.factors.toSorted((a, b) => b.score - a.score);
    await lookAt(page, "index");
    assert.equal(await focused(page), best.id);
    const mean = twoDigits(expected.detail[best.id]?.mean ?? best.mean);
    assert.match(await told(page, mark(best.id, "index")), new RegExp(`: ${percent(best.score)}; ${mean} \\(95% interval .*\\), 240 answers$`));
    await page.press("ArrowDown");
    await page.until((id) => document.activeElement.shadowRoot.activeElement.dataset.id === id, second.id);
    await page.press("Enter");
    await page.shown(`[part=detail][data-id="${second.id}"] tbody tr`);
    await lookAt(page, "segments");
    const south = segments.find(({ value }) => value === "south");
    const words = await told(page, mark("region.south", "segments"));
    assert.ok(words.includes(`index ${percent(south.index)}`) && words.includes("82 answers"), words);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("plus and minus zoom the quadrants about the current point, and nought shows all of them", async () => {
    const page = await twoPeriods(engine());
    await painted(page);
    await lookAt(page, "quadrants");
    const apart = async () => Math.abs((await left(page, "staff")) - (await left(page, "speed")));
    const [before, plain] = [await apart(), await bitmap(page)];
    await page.press("+");
    await page.until((before, a, b) => Math.abs(within(a)[0].offsetLeft - within(b)[0].offsetLeft) > 1.4 * before, before, mark("staff"), mark("speed"));
    assert.ok(Math.abs((await apart()) / before - 1.5) < 0.05);
    assert.notEqual((await bitmap(page)).print, plain.print);
    await page.press("0");
    await page.until((before, a, b) => Math.abs(within(a)[0].offsetLeft - within(b)[0].offsetLeft) === before, before, mark("staff"), mark("speed"));
    assert.equal((await bitmap(page)).print, plain.print);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("what follows from better scores is what numpy finds, by slider and by the point itself", async () => {
    const page = await twoPeriods(engine());
    await painted(page);
    await page.click("[part=what-if-open]");
    await page.shown(".sliders input");
    const slide = (id, value) =>
      page.evaluate((id, value) => {
        const [slider] = within(`#suppose-${id}`);
        slider.value = value;
        for (const type of ["input", "change"]) slider.dispatchEvent(new Event(type, { bubbles: true }));
      }, id, String(value));
    await page.shown("[part=follows]", "Nothing is supposed yet");
    const plain = await bitmap(page);
    await slide("speed", 4);
    await slide("faults", 4.5);
    const { index, outcome, recommendation, retention } = expected.whatIf;
    for (const part of [
      `index would go from ${percent(index[0])} to ${percent(index[1])}`,
      `The outcome would be expected to go from ${twoDigits(outcome.mean)} to ${twoDigits(outcome.mean + outcome.change)} (95% interval of the change: ${signed(outcome.low)} to ${signed(outcome.high)})`,
      `go from ${twoDigits(recommendation.mean)} to ${twoDigits(recommendation.mean + recommendation.change)} (95% interval of the change: ${signed(recommendation.low)} to ${signed(recommendation.high)})`,
      `Of all customers, ${percent(retention[1])} would be expected to stay for a year, now ${percent(retention[0])}`,
      `attributes explain ${percent(outcome.r2)} of`,
      `attributes explain ${percent(recommendation.r2)} of`,
    ]) await page.shown("[part=follows]", part);
    await page.shown("[part=warning]", "not as what an improvement will bring");
    assert.notEqual((await bitmap(page)).print, plain.print, "an arrow shows where it goes");
    await lookAt(page, "quadrants");
    await page.evaluate((selector) => within(selector)[0].click(), mark("speed"));
    await page.shown("input.drag");
    await page.evaluate(() => within("input.drag")[0].focus());
    await page.press("ArrowRight");
    await page.until(() => within(".sliders [data-id=speed] output")[0].textContent === "4.05");
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("an earlier period's file is compared as scipy compares the rows, in words and in a table, and no longer when the reader says so", async () => {
    const page = await twoPeriods(engine());
    await page.click("[part=compare]");
    const path = join(engine().folder, "last-year.csv");
    writeFileSync(path, bytesOf("tests/cases/two_periods_then.csv"));
    await page.setFile("input[data-compare]", path);
    await page.shown("[part=then-now] tbody tr");
    const rows = await page.evaluate(() => Object.fromEntries(within("[part=then-now] tbody tr").map((row) => [row.dataset.id, { verdict: row.dataset.verdict, cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim()) }])));
    assert.deepEqual(Object.keys(rows), expected.changes.map(({ id }) => id));
    for (const change of expected.changes) {
      const { verdict, cells } = rows[change.id];
      assert.equal(verdict, change.adjustedP >= 0.05 ? "unclear" : change.difference > 0 ? "better" : "worse", change.id);
      assert.equal(cells[3], change.adjustedP < 0.001 ? "< 0.001" : english({ minimumFractionDigits: 3, maximumFractionDigits: 3 })(change.adjustedP), change.id);
      if (["nps", "index"].includes(change.id)) continue;
      assert.deepEqual(cells.slice(0, 3), [twoDigits(change.then), twoDigits(change.now), `${signed(change.difference)} (${signed(change.low)} – ${signed(change.high)})`], change.id);
    }
    const [index] = expected.changes;
    assert.deepEqual(rows.index.cells.slice(0, 3), [percent(index.then), percent(index.now), "+5.4 (+2.2 – +8.7)"]);
    await page.shown("[part=then-now]", "6 comparisons after Holm");
    const said = await sentences(page);
    assert.equal(said["answered-then"], "200 people answered then.");
    assert.equal(said.changed, "Since last-year.csv, the satisfaction index rose from 59.7% to 65.1%: by 5.4 points (95% interval: +2.2 to +8.7).");
    assert.equal(said.better, "Better than then: Speed (+0.61).");
    assert.equal(said.worse, undefined);
    assert.match(said["nps-changed"], /^The net promoter score rose from −56 to −31/);
    await choose(page, "segment", "region=south");
    await page.shown("[data-about=answered-then]", "81 people answered then.");
    assert.deepEqual(await barriers(page), []);
    await page.click("[part=stop-comparing]");
    await page.until(() => within("[part=then-now]").length === 0);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("in English, Chinese and Arabic it says the same numbers, and Arabic runs from right to left", async () => {
    const page = await twoPeriods(engine(), { thenSrc: THEN });
    await page.shown("[part=then-now] tbody tr");
    const side = () => page.evaluate(() => {
      const [table] = within("[part=ranking] table");
      const [name, last] = [table.querySelector("thead th"), table.querySelector("thead tr").lastElementChild].map((cell) => cell.getBoundingClientRect().left);
      return name < last ? "left" : "right";
    });
    const numbers = (rows) => rows.map(({ id, performance }) => [id, performance]);
    const before = numbers(await table(page));
    assert.equal(await side(), "left");
    for (const [language, direction, begins, letters] of [["zh-CN", "ltr", "left", /[\u4e00-\u9fff]/], ["ar", "rtl", "right", /[\u0600-\u06ff]/]]) {
      await set(page, { language });
      await page.until((language) => within(".report")[0].lang === language, language);
      await page.until((direction) => within(".report")[0].dir === direction, direction);
      const said = await sentences(page);
      for (const [about, sentence] of Object.entries(said)) assert.match(sentence, letters, about);
      assert.match(await page.evaluate(() => within("canvas.index")[0].closest("figure").querySelector("h3").textContent), letters);
      assert.deepEqual((await page.evaluate(() => within("[part=ranking] tbody tr").map((row) => row.dataset.id))), before.map(([id]) => id));
      assert.equal(await side(), begins);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is wider than the page");
      assert.deepEqual(await barriers(page), [], language);
    }
    await set(page, { language: "en" });
    await page.shown("[part=sentences]", "people answered");
    assert.deepEqual(numbers(await table(page)), before);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("printed, it is light, without what is pressed, and its charts have the dots of paper", async () => {
    const page = await twoPeriods(engine());
    await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
    await painted(page);
    for (const end = Date.now() + 5000; (await bitmap(page)).corner.some((channel) => channel > 80) && Date.now() < end; );
    const dark = await bitmap(page);
    assert.ok(dark.corner.every((channel) => channel < 80), `${dark.corner}`);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    for (const chart of await page.evaluate(() => within("canvas").map((canvas) => canvas.className))) {
      const paper = await bitmap(page, chart);
      assert.deepEqual([paper.width, paper.corner], [3 * 690, [255, 255, 255]], chart);
      assert.ok(paper.colours > 3, chart);
    }
    // No engine shows a page as it prints it. The rules for paper, taken out of their condition, are the same rules.
    const printed = await page.evaluate(() => {
      const rules = document.querySelector("manyi-report").shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText === "print");
      for (const rule of rules) rule.media.mediaText = "all";
      const of = (selector) => within(selector).map((element) => getComputedStyle(element));
      return {
        rules: rules.length,
        pressed: ["button", "input", ".choices", "[part=open]"].flatMap((selector) => of(selector).map(({ display }) => display)),
        whole: ["figure", "[part=ranking] tbody tr", "[part~=summary]"].flatMap((selector) => of(selector).map(({ breakInside }) => breakInside)),
        scheme: getComputedStyle(document.querySelector("manyi-report")).colorScheme,
        wide: document.documentElement.scrollWidth <= innerWidth,
      };
    });
    assert.ok(printed.rules > 0 && printed.pressed.length > 10 && printed.whole.length > 10);
    assert.deepEqual([...new Set(printed.pressed)], ["none"]);
    assert.deepEqual([...new Set(printed.whole)], ["avoid"]);
    assert.deepEqual([printed.scheme, printed.wide], ["light", true]);
    assert.deepEqual(await page.complaints(), []);
    await page.reload();
    await page.shown("[part~=summary]");
    await painted(page);
    const before = (await bitmap(page)).width;
    await page.evaluate(() => { for (const moment of ["beforeprint", "afterprint"]) dispatchEvent(new Event(moment)); });
    await page.until((width) => within("canvas.quadrants")[0].width === width, before);
    await page.close();
  });
}
