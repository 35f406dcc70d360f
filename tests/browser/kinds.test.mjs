// The kinds of question that are more than a scale: as a finger, a mouse and keys answer them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** A form of these questions, alone on the page. */
async function form(questions, options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate((questions) => {
    const element = document.createElement("manyi-survey");
    element.definition = {
      id: "kinds", version: 1, title: "Kinds",
      dimensions: [{ id: "goods", title: "Goods" }, { id: "service", title: "Service" }],
      attributes: [
        { id: "price", title: "Price", dimension: "goods" }, { id: "speed", title: "Speed", dimension: "service" }, { id: "care", title: "Care", dimension: "service" },
      ],
      pages: [{ questions }],
    };
    document.querySelector("main").replaceChildren(element);
  }, questions);
  await page.locator("manyi-survey .question").first().waitFor();
  return page;
}

const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const PLANE = { id: "plane", kind: "quadrant", attributes: ["price", "speed", "care"], title: "Place" };
const PAIRS = { id: "pairs", kind: "pairwise", of: "dimensions", title: "Compare" };
const KANO = { id: "kano", kind: "kano", attributes: ["speed", "care"], title: "Kano" };

test("the pointer places attributes on the plane one by one, and drags one that lies there", async () => {
  const page = await form([PLANE]);
  const plane = page.locator("manyi-survey .plane > .marks");
  await plane.scrollIntoViewIfNeeded();
  const { x, y, width } = await plane.boundingBox();
  await page.mouse.click(x + width / 2, y + width / 2);
  assert.deepEqual(await answers(page), { "plane.price.x": 50, "plane.price.y": 50 });
  await page.mouse.click(x + width - 2, y + 2);
  assert.deepEqual(await answers(page), { "plane.price.x": 50, "plane.price.y": 50, "plane.speed.x": 100, "plane.speed.y": 100 });
  await page.mouse.move(x + width / 2, y + width / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 3, y + width / 2, { steps: 4 });
  await page.mouse.move(x + 2, y + width - 2, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x + width / 2, y + 5);
  assert.deepEqual(await answers(page), { "plane.price.x": 0, "plane.price.y": 0, "plane.speed.x": 100, "plane.speed.y": 100 });
  assert.deepEqual(page.complaints, []);
});

test("arrow keys move an attribute on the plane through two native ranges that say what they are", async () => {
  const page = await form([PLANE]);
  const satisfaction = page.getByRole("slider", { name: "Speed – Satisfaction" });
  await satisfaction.press("ArrowRight");
  await page.getByRole("slider", { name: "Speed – Importance" }).press("ArrowLeft");
  assert.deepEqual(await answers(page), { "plane.speed.x": 51, "plane.speed.y": 49 });
  assert.deepEqual(page.complaints, []);
});

test("a balance tips with its native range, which says in words which side matters more", async () => {
  const page = await form([PAIRS]);
  const range = page.getByRole("slider");
  const picture = () => page.locator("manyi-survey .marks canvas").evaluate((canvas) => canvas.toDataURL());
  const level = await picture();
  await range.press("ArrowLeft");
  await range.press("ArrowLeft");
  await page.waitForTimeout(300);
  assert.deepEqual(await answers(page), { "pairs.goods:service": 2 });
  assert.match(await range.getAttribute("aria-valuetext"), /^Goods matters .* more \(3 : 1\)$/);
  assert.notEqual(await picture(), level);
  await range.press("End");
  assert.deepEqual(await answers(page), { "pairs.goods:service": 8 });
  assert.equal(await range.getAttribute("aria-valuetext"), "Goods matters extremely more (9 : 1)");
  assert.deepEqual(page.complaints, []);
});

test("plane, balance and paired faces have no barrier that axe finds, in light, dark and forced colours, down to 320 px", async () => {
  for (const [name, options] of Object.entries({
    "1280-light": {}, "1280-dark": { colorScheme: "dark" }, "320-light": { viewport: { width: 320, height: 800 } }, "390-zh": { viewport: { width: 390, height: 844 }, locale: "zh-CN" },
    "768-forced": { viewport: { width: 768, height: 800 }, forcedColors: "active" },
  })) {
    const page = await form([PLANE, PAIRS, KANO], options);
    await page.getByRole("slider").nth(0).press("ArrowRight");
    await page.getByRole("slider").nth(1).press("ArrowRight");
    await page.getByRole("slider").nth(6).press("ArrowLeft");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: nothing sticks out`);
    await screenshot(page, `kinds-${name}`);
    assert.deepEqual(await accessibility(page), [], name);
    await page.close();
  }
});
