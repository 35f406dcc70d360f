// The report on paper: A4 pages, with no chart and no row cut in two.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open } from "./harness.mjs";
import { bitmap, shown } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** A4 in points, and what Chromium may round. */
const A4 = [595.28, 841.89];

/** Prints a page, and keeps the file for people to look at. */
async function printed(page, name) {
  const file = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  mkdirSync(join(root, "target/screenshots"), { recursive: true });
  writeFileSync(join(root, `target/screenshots/${name}.pdf`), file);
  return pages(file);
}

/**
 * The pages of a PDF as Chromium writes them: their size, and on each the boxes that something is clipped to, in points from the top left. A canvas that
 * was painted for printing is there as it was painted, line by line and letter by letter, clipped to its own box.
 */
function pages(file) {
  const text = file.toString("latin1");
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\s*([^]*?)endobj/g)].map(([, id, body]) => [id, body]));
  const found = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return found.map((body) => {
    const [, , width, height] = /\/MediaBox\s*\[([^\]]+)\]/.exec(body)[1].trim().split(/\s+/).map(Number);
    const content = objects.get(/\/Contents\s+(\d+)/.exec(body)[1]);
    const stream = Buffer.from(/stream\r?\n([^]*?)\r?\nendstream/.exec(content)[1], "latin1");
    return { width, height, boxes: clips((/FlateDecode/.test(content) ? inflateSync(stream) : stream).toString("latin1"), height) };
  });
}

/** Every rectangle that a content stream clips to, by following its transformations. */
function clips(content, height) {
  const stack = [];
  let now = [1, 0, 0, 1, 0, 0];
  let rectangle = null;
  const boxes = [];
  const numbers = [];
  for (const [token] of content.matchAll(/\S+/g)) {
    if (token === "q") stack.push(now);
    else if (token === "Q") now = stack.pop() ?? now;
    else if (token === "cm") {
      const [a, b, c, d, e, f] = numbers.slice(-6);
      const [A, B, C, D, E, F] = now;
      now = [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
    } else if (token === "re") rectangle = numbers.slice(-4);
    else if (/^W\*?$/.test(token) && rectangle) {
      const [x, y, w, h] = rectangle;
      const xs = [now[0] * x + now[4], now[0] * (x + w) + now[4]];
      const ys = [now[3] * y + now[5], now[3] * (y + h) + now[5]];
      const box = { left: Math.min(...xs), right: Math.max(...xs), top: height - Math.max(...ys), bottom: height - Math.min(...ys) };
      // What is clipped again to the same box is the same box.
      if (!boxes.some((other) => Object.keys(box).every((side) => Math.abs(box[side] - other[side]) < 1.5))) boxes.push(box);
    }
    const number = Number(token);
    if (Number.isNaN(number)) numbers.length = 0;
    else numbers.push(number);
  }
  return boxes;
}

for (const [name, path, element, options] of [
  ["report-light", "/shapka.html", "manyi-report", { locale: "en", viewport: { width: 1280, height: 900 } }],
  ["report-phone-dark-zh", "/shapka.html", "manyi-report", { locale: "zh-CN", viewport: { width: 390, height: 800 }, colorScheme: "dark" }],
  ["customers", "/customers.html", "manyi-customers", { locale: "en", viewport: { width: 1280, height: 900 } }],
]) {
  test(`${name} is printed on A4, and every chart lies on one page, sharp and whole`, async () => {
    const page = await site.page(path, options);
    await page.locator(`${element} canvas[data-fitted]`).first().waitFor();
    await page.waitForFunction((element) => [...document.querySelector(element).shadowRoot.querySelectorAll("canvas")].every((canvas) => canvas.dataset.fitted !== undefined), element);
    const before = await page.locator(`${element} canvas`).evaluateAll((all) => all.map((canvas) => [canvas.width, canvas.height]));
    const shapes = await page.evaluate((element) => {
      const canvases = [...document.querySelector(element).shadowRoot.querySelectorAll("canvas")];
      dispatchEvent(new Event("beforeprint"));
      const shapes = canvases.map((canvas) => canvas.width / canvas.height);
      dispatchEvent(new Event("afterprint"));
      return shapes;
    }, element);
    const sheets = await printed(page, `print-${name}`);
    assert.ok(sheets.length >= 2 && sheets.length <= 6, `${sheets.length} pages`);
    for (const { width, height } of sheets) assert.ok(Math.abs(width - A4[0]) < 2 && Math.abs(height - A4[1]) < 2, `${width} × ${height} points`);
    assert.equal(shapes.length, before.length);
    for (const shape of new Set(shapes)) {
      const alike = sheets.flatMap(({ boxes }) => boxes).filter(({ left, right, top, bottom }) => right - left > 380 && Math.abs((right - left) / (bottom - top) / shape - 1) < 0.01);
      assert.equal(alike.length, shapes.filter((one) => one === shape).length, "as many boxes as charts of this shape: none is cut, none is lost");
      for (const { left, right, top, bottom } of alike) {
        assert.ok(left > 20 && right < A4[0] - 20 && top > 20 && bottom < A4[1] - 20, `${left} ${top} ${right} ${bottom} lies within the margins`);
      }
    }
    // On the screen all is as it was.
    await page.waitForFunction((sizes) => [...document.querySelector("manyi-report, manyi-customers").shadowRoot.querySelectorAll("canvas")].every((canvas, at) => canvas.width === sizes[at][0] && canvas.height === sizes[at][1]), before);
    assert.deepEqual(page.complaints, []);
  });
}

test("a dark page is printed in light colours", async () => {
  const page = await site.page("/shapka.html", { locale: "en", colorScheme: "dark" });
  await shown(page);
  await page.locator("manyi-report canvas[data-fitted]").first().waitFor();
  const dark = await bitmap(page);
  assert.ok(dark.corner.every((channel) => channel < 60), `${dark.corner}`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = await bitmap(page);
  assert.deepEqual(paper.corner, [255, 255, 255]);
  assert.equal(paper.width, 3 * 690);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.waitForFunction((width) => document.querySelector("manyi-report").shadowRoot.querySelector("canvas").width === width, dark.width);
  await page.waitForTimeout(100);
  assert.deepEqual(await bitmap(page), dark);
});
