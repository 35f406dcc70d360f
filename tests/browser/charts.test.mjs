// Every chart in pixels, held to pictures with a tolerance, and its words in this machine's own fonts.
// `BLESS=1` rewrites the pictures and fails. Their font is the goldens' own (goldens/blocks.py), so they do not depend on a machine's.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open } from "./harness.mjs";
import { decoded, differing, encoded } from "./png.mjs";

const FOLDER = join(root, "tests/browser/goldens/charts");
/** Where the pictures of a run that failed are, to look at. */
const SEEN = join(root, "target/screenshots");
/** How many pixels may be off. */
const PIXELS = 40;

/** Data in tests/pictures, and the chart it is drawn as. */
const CHARTS = {
  quadrants_sure: "quadrants", quadrants_derived: "quadrants", index_dimensions: "index", index: "index", nps: "nps", csat: "csat", ces: "ces",
  segments: "segments", gaps: "gaps", kano: "kano", kano_classes: "kano-classes", drivers: "drivers", weights: "weights", loyalty: "loyalty",
  retention: "retention", retention_counts: "retention", tiers: "tiers", path_model: "path-model",
};
/** Names in Chinese would come from the machine's fonts. */
const LATIN = { "<售后服务> & \"满意度\"": "After-sales", 按渠道: "By channel", 门店: "Shop", 网上: "Online", 电话: "Phone" };

function data(name) {
  const text = readFileSync(new URL(`../pictures/${name === "kano_classes" ? "kano" : name}.json`, import.meta.url), "utf8");
  return JSON.parse(text);
}

/** The same without Chinese letters, one Latin letter for each that is not in the list. */
function inLatin(value) {
  if (typeof value === "string") return LATIN[value] ?? value.replace(/[\u2e80-\u9fff]/g, "x");
  if (Array.isArray(value)) return value.map(inLatin);
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inLatin(inner)])) : value;
}

let site, page;
before(async () => {
  site = await open({ "/goldens/": join(root, "tests/browser/goldens") });
  page = await site.page("/pages/functions.html");
  await page.evaluate(async () => {
    await manyi.init();
    // Of every weight, so that none is made bolder by the browser.
    document.fonts.add(await new FontFace("Blocks", "url(/goldens/blocks.ttf)", { weight: "100 900" }).load());
  });
});
after(() => site.close());

/** The chart as pixels. `moved` shifts the first name, a text of five letters or more, to the right. */
async function drawn(chart, data, width, scheme, moved = 0) {
  const url = await page.evaluate(({ chart, data, width, scheme, moved }) => {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = manyi.chartHeight(chart, data, width);
    const context = canvas.getContext("2d");
    const { fillText } = CanvasRenderingContext2D.prototype;
    let left = moved;
    context.fillText = function (text, x, y) {
      const shift = text.length >= 5 ? left : 0;
      if (shift) left = 0;
      fillText.call(this, text, x + shift, y);
    };
    manyi.draw(canvas, chart, data, { theme: { scheme, font: "Blocks" } });
    return canvas.toDataURL("image/png");
  }, { chart, data, width, scheme, moved });
  return decoded(Buffer.from(url.split(",")[1], "base64"));
}

for (const [width, scheme] of [[560, "light"], [350, "dark"]]) {
  test(`every chart looks as its picture, ${width} px wide in ${scheme}`, async () => {
    const wrong = [];
    for (const [name, chart] of Object.entries(CHARTS)) {
      const file = `${name}-${width}-${scheme}.png`;
      const seen = await drawn(chart, inLatin(data(name)), width, scheme);
      if (process.env.BLESS) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(join(FOLDER, file), encoded(seen));
      }
      const count = existsSync(join(FOLDER, file)) ? differing(decoded(readFileSync(join(FOLDER, file))), seen) : Infinity;
      if (count <= PIXELS && !process.env.BLESS) continue;
      mkdirSync(SEEN, { recursive: true });
      writeFileSync(join(SEEN, `chart-${file}`), encoded(seen));
      wrong.push(`${file}: ${count} pixels; seen is target/screenshots/chart-${file}`);
    }
    assert.deepEqual(wrong, []);
  });
}

test("the comparison sees a name that moves by two pixels, in every chart", async () => {
  for (const [name, chart] of Object.entries(CHARTS)) {
    const given = inLatin(data(name));
    const still = await drawn(chart, given, 560, "light");
    assert.equal(differing(still, await drawn(chart, given, 560, "light")), 0, name);
    const count = differing(still, await drawn(chart, given, 560, "light", 2));
    assert.ok(count > PIXELS, `${name}: ${count} pixels`);
  }
});

/** Forty points that look thrown, always the same for a seed. */
function forty(seed) {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const names = ["Price", "Friendly people", "Delivery on the day", "Opening hours at weekends"];
  const points = Array.from({ length: 40 }, (_, at) => {
    const [importance, performance, n] = [2 + 2.9 * next(), 2 + 2.9 * next(), 20 + Math.floor(400 * next())];
    const quadrant = importance >= 3.45 ? (performance >= 3.45 ? "keep-up" : "concentrate") : performance >= 3.45 ? "overkill" : "low-priority";
    return { id: `${names[Math.floor(4 * next())]} ${at}`, importance, performance, quadrant, n, certainty: next(), spread: { importance: 1 / n, performance: 1.2 / n, covariance: 0.4 / n } };
  });
  return { points, crosshair: { importance: 3.45, performance: 3.45, rule: "mean" }, n: 420, sensitive: [points[0].id] };
}

/** Texts of a chart on a canvas in the machine's own font: those that cover each other, and those that leave the picture. */
const words = (chart, data, width, language) => page.evaluate(({ chart, data, width, language }) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = manyi.chartHeight(chart, data, width);
  const context = canvas.getContext("2d");
  const { fillText } = CanvasRenderingContext2D.prototype;
  const texts = [];
  context.fillText = function (text, x, y) {
    const { a, b, e, f } = this.getTransform();
    const measured = this.measureText(text);
    // Level texts alone: the one that is turned has the left edge for itself.
    if (b === 0 && text.trim() !== "") {
      const [left, middle] = [e + a * (x - measured.actualBoundingBoxLeft), f + y];
      const size = parseFloat(this.font.match(/([\d.]+)px/)[1]);
      const right = e + a * (x + measured.actualBoundingBoxRight);
      const centre = this.textBaseline === "middle" ? middle : middle - 0.36 * size;
      texts.push({ text, left, right, top: centre - 0.36 * size, bottom: centre + 0.36 * size });
    }
    fillText.call(this, text, x, y);
  };
  manyi.draw(canvas, chart, data, { language });
  const covering = texts.flatMap((one, at) => texts.slice(at + 1)
    .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
    .map((other) => `${one.text} / ${other.text}`));
  const leaving = texts.filter(({ left, right, top, bottom }) => left < -0.5 || right > canvas.width + 0.5 || top < 0 || bottom > canvas.height).map(({ text }) => text);
  return { count: texts.length, covering, leaving };
}, { chart, data, width, language });

test("in this machine's own font no two texts of any chart meet and none leaves the picture, in English and Chinese, on a phone and wide", async () => {
  const wrong = [];
  for (const [name, chart] of Object.entries(CHARTS)) {
    for (const width of [350, 1180]) {
      for (const language of ["en", "zh-CN"]) {
        const { count, covering, leaving } = await words(chart, data(name), width, language);
        assert.ok(count >= 5, name);
        if (covering.length + leaving.length > 0) wrong.push(`${name}, ${width} px, ${language}: ${JSON.stringify({ covering, leaving })}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test("the names of forty thrown points do not meet and do not leave the picture, at 390 and 1280 pixels", async () => {
  for (const seed of [1, 7, 42, 1234, 98765]) {
    for (const width of [350, 390, 1280]) {
      const { count, covering, leaving } = await words("quadrants", forty(seed), width, "en");
      assert.ok(count >= 55, `${count} texts: forty names, and what is around them`);
      assert.deepEqual({ covering, leaving }, { covering: [], leaving: [] }, `seed ${seed}, ${width} px`);
    }
  }
});
