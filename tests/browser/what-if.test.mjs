// Better scores supposed: by keyboard, by finger, of a segment, past the end of a scale; what follows is held to numpy in every engine (behaviour/reader.mjs).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { analysed, ownReport } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const panel = (page) => page.locator("manyi-report [part=what-if]");
const slider = (page, id) => page.locator(`manyi-report #suppose-${id}`);
const follows = (page) => page.locator("manyi-report [part=follows]").innerText();
const output = (page, id) => page.locator(`manyi-report .sliders [data-id=${id}] output`).innerText();
const english = (options) => (value) => new Intl.NumberFormat("en", options).format(value);
const two = english({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

async function supposing(attributes, options) {
  const page = await ownReport(site, attributes, options);
  await page.getByRole("button", { name: /What if|假如|ماذا/ }).click();
  await panel(page).waitFor();
  return page;
}

/** Puts a slider where a person would drag it. */
const drag = (page, id, value) =>
  slider(page, id).evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, String(value));

test("a slider is moved by keys, tells its value and what it is now, and is put back", async () => {
  const page = await supposing();
  const before = await follows(page);
  await slider(page, "speed").focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowRight");
  assert.equal(await output(page, "speed"), "3.10");
  assert.match(await slider(page, "speed").getAttribute("aria-valuetext"), /^3\.10, now 2\.95$/);
  assert.notEqual(await follows(page), before);
  await page.keyboard.press("End");
  assert.equal(await output(page, "speed"), "5.00");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.getAttribute("aria-label")), "As it is: Speed");
  await page.keyboard.press("Enter");
  assert.equal(await output(page, "speed"), "2.95");
  assert.match(await follows(page), /Nothing is supposed yet/);
});

test("a finger moves a slider on a phone", async () => {
  const page = await supposing({}, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await slider(page, "speed").scrollIntoViewIfNeeded();
  const box = await slider(page, "speed").boundingBox();
  await page.touchscreen.tap(box.x + box.width * 0.9, box.y + box.height / 2);
  assert.ok(Number(await output(page, "speed")) > 4.3);
  assert.match(await follows(page), /index would go from 65\.1% to/);
});

test("the panel is opened and closed by keyboard, and the focus goes along", async () => {
  const page = await ownReport(site);
  await page.locator("manyi-report [part=what-if-open]").focus();
  await page.keyboard.press("Enter");
  await panel(page).waitFor();
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.id === "title-what-if");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("part") === "what-if-open");
});

test("what is supposed is of the chosen segment, with its own means and its own regression", async () => {
  const page = await supposing();
  await drag(page, "speed", 4);
  const whole = await follows(page);
  const next = analysed(page);
  await page.locator("manyi-report select[name=segment]").selectOption("region=south");
  const report = await next;
  assert.notEqual(await follows(page), whole);
  const speed = report.quadrants.points.find((point) => point.id === "speed");
  assert.match(await slider(page, "speed").getAttribute("aria-valuetext"), new RegExp(`^4\\.00, now ${two(speed.performance)}`));
});

test("an expectation past the end of the scale is told to be that", async () => {
  const page = await supposing();
  for (const id of ["speed", "price", "staff", "faults"]) await drag(page, id, 5);
  const text = await follows(page);
  const [, then] = text.match(/The outcome would be expected to go from [\d.]+ to ([\d.]+)/);
  assert.equal(/runs past 5/.test(text), Number(then) > 5, text);
});

test("where answers cannot be told apart, the index is told and no more is expected", async () => {
  const page = await ownReport(site);
  const rows = Array.from({ length: 20 }, (_, row) => [1 + (row % 5), 1 + (row % 5), 1 + (row % 5), 5 - (row % 5), 3, 3, 4, 2, 1 + (row % 5)].join(","));
  const next = analysed(page);
  await page.locator("manyi-report input[type=file]").setInputFiles({ name: "alike.csv", mimeType: "text/csv", buffer: Buffer.from(`sat.speed,sat.price,sat.staff,sat.faults,imp.speed,imp.price,imp.staff,imp.faults,overall\n${rows.join("\n")}\n`) });
  await next;
  await page.locator("manyi-report [part=what-if-open]").click();
  await panel(page).waitFor();
  await drag(page, "price", 5);
  const text = await follows(page);
  assert.match(text, /index would go from 60\.0% to 65\.0% \(\+5\.0 points\)/);
  assert.match(text, /No expectation beyond the index/);
});

test("the panel looks right narrow and wide, light and dark, in English, Chinese and Arabic", async () => {
  for (const [language, width, colorScheme] of [["en", 1280, "light"], ["zh-CN", 390, "dark"], ["ar", 1280, "dark"]]) {
    const page = await supposing({ language }, { viewport: { width, height: 900 }, colorScheme });
    await drag(page, "speed", 4);
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} ${width}`);
    assert.deepEqual(await accessibility(page), [], `${language} ${width}`);
    await screenshot(page, `what-if-${language}-${width}-${colorScheme}`);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});
