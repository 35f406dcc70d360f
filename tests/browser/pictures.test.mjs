import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

const data = (name) => JSON.parse(readFileSync(new URL(`../pictures/${name}.json`, import.meta.url), "utf8"));
const DERIVED = data("quadrants_derived");
const CHARTS = ["quadrants_derived", "quadrants_sure", "index", "nps", "csat", "ces", "kano", "gaps", "drivers", "tiers", "retention", "segments", "weights", "loyalty"];

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function loaded(options) {
  const page = await site.page("/pages/functions.html", options);
  await page.evaluate(() => manyi.init());
  return page;
}

test("every chart is drawn on a canvas under the page's policy, and is well-formed SVG with a title", async () => {
  const page = await loaded();
  for (const name of CHARTS) {
    const chart = name.split("_")[0];
    const seen = await page.evaluate(({ chart, data }) => {
      const canvas = document.createElement("canvas");
      canvas.width = 720;
      canvas.height = manyi.chartHeight(chart, data, 720);
      manyi.draw(canvas, chart, data);
      const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      const svg = new DOMParser().parseFromString(manyi.svg(chart, data), "image/svg+xml");
      return {
        colours: new Set(pixels).size,
        broken: svg.querySelector("parsererror")?.textContent ?? null,
        title: svg.querySelector("title").textContent,
        words: manyi.describe(chart, data),
      };
    }, { chart, data: data(name) });
    assert.ok(seen.colours > 20, `${name} has ${seen.colours} colours`);
    assert.equal(seen.broken, null, name);
    assert.equal(seen.title, seen.words, name);
  }
  assert.deepEqual(page.complaints, []);
});

test("the SVG drawn in the browser is, byte for byte, the one drawn natively", async () => {
  const page = await loaded();
  for (const name of ["quadrants_derived", "index", "nps", "kano", "gaps", "retention"]) {
    const drawn = await page.evaluate(([chart, data]) => manyi.svg(chart, data), [name.split("_")[0], data(name)]);
    assert.equal(drawn, readFileSync(new URL(`../pictures/${name}.svg`, import.meta.url), "utf8"), name);
  }
});

test("in Chromium's own fonts no text of the SVG covers another, at 340 and 720 pixels, in English and Chinese", async () => {
  const page = await loaded();
  for (const width of [340, 720]) {
    for (const language of ["en", "zh-CN"]) {
      const overlaps = await page.evaluate(({ data, width, language }) => {
        const height = manyi.chartHeight("quadrants", data, width);
        document.querySelector("main").innerHTML = manyi.svg("quadrants", data, { width, height, language });
        const texts = [...document.querySelectorAll("main svg text")].map((text) => {
          // A line box is higher than its letters; half the font size around the middle is where they are.
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const [across, down] = [right - left, bottom - top];
          const upright = across >= down;
          const trim = (upright ? down : across) * 0.25;
          return upright
            ? { words: text.textContent.trim(), left, right, top: top + trim, bottom: bottom - trim }
            : { words: text.textContent.trim(), left: left + trim, right: right - trim, top, bottom };
        }).filter(({ words }) => words !== "");
        return texts.flatMap((a, at) => texts.slice(at + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.words} / ${b.words}`));
      }, { data: DERIVED, width, language });
      assert.deepEqual(overlaps, [], `${width} px, ${language}`);
    }
  }
});

test("a worker draws on an offscreen canvas, without a page to measure in", async () => {
  const page = await loaded();
  const same = await page.evaluate(async (data) => {
    const worker = new Worker("/pages/pictures-worker.js", { type: "module" });
    const drawn = await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      worker.postMessage({ chart: "quadrants", data, width: 720, height: 540 });
    });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [720, 540];
    manyi.draw(canvas, "quadrants", data);
    const here = canvas.getContext("2d").getImageData(0, 0, 720, 540).data;
    return here.length === drawn.length && here.every((value, at) => Math.abs(value - drawn[at]) <= 2);
  }, DERIVED);
  assert.equal(same, true);
  assert.deepEqual(page.complaints, []);
});

test("on a screen of twice the density lines are sharp: a crosshair of 1.5 pixels is 3 of the screen's, all of one colour", async () => {
  const page = await loaded({ deviceScaleFactor: 2 });
  const columns = await page.evaluate((data) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1440, 1080];
    manyi.draw(canvas, "quadrants", data, { pixelRatio: 2, theme: { muted: "#ff0000" } });
    // Well below the topmost labels, above the crowd: only the upright line of the crosshair is red here.
    const row = canvas.getContext("2d").getImageData(0, 240, 1440, 1).data;
    return Array.from({ length: 1440 }, (_, x) => [...row.slice(4 * x, 4 * x + 3)].join()).filter((colour) => colour === "255,0,0").length;
  }, DERIVED);
  assert.equal(columns, 3);
});

test("what cannot be drawn is a ManyiError that says where", async () => {
  const page = await loaded();
  const thrown = await page.evaluate((data) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [400, 300];
    const calls = [
      () => manyi.draw(null, "quadrants", data),
      () => manyi.draw(document.body, "quadrants", data),
      () => manyi.draw(canvas, "pie", data),
      () => manyi.draw(canvas, "quadrants", { points: [{ id: "a", importance: NaN, performance: 1 }] }),
      () => manyi.draw(canvas, "quadrants", data, { pixelratio: 2 }),
      () => manyi.draw(document.createElement("canvas"), "quadrants", data, { pixelRatio: 9 }),
      () => manyi.svg("quadrants", data, { theme: { text: "inky" } }),
    ];
    return calls.map((call) => {
      try {
        call();
        return null;
      } catch (error) {
        return [error instanceof manyi.ManyiError, error.code, error.path];
      }
    });
  }, DERIVED);
  assert.deepEqual(thrown, [
    [true, "not-drawn", "canvas"],
    [true, "not-drawn", "canvas"],
    [true, "unknown-chart", null],
    [true, "not-finite", "points[0].importance"],
    [true, "unknown-key", "pixelratio"],
    [true, "out-of-range", "canvas.width"],
    [true, "conflict", "theme.text"],
  ]);
});
