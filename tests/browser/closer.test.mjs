// Looking closer at a chart: pointer, finger and arrow keys go from mark to mark and are told what it stands for; a point in detail; zooming.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { analysed, bitmap, ownReport } from "./report-page.mjs";

const expected = JSON.parse(readFileSync(new URL("../cases/two_periods_expected.json", import.meta.url), "utf8")).detail;

let site;
before(async () => { site = await open(); });
after(() => site.close());

const picture = (page, chart = "quadrants") => page.locator(`manyi-report .picture[data-chart=${chart}]`);
const mark = (page, id, chart = "quadrants") => picture(page, chart).locator(`.mark[data-id="${id}"]`);
const tip = (page) => page.locator("manyi-report .tip");
const detail = (page) => page.locator("manyi-report [part=detail]");
const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.dataset.id ?? null);
const report = (page) => page.evaluate(() => document.querySelector("manyi-report").report);
const two = (value) => value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = (value) => value.toLocaleString("en", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A page on which the marks of a chart are there, as after pointing at it. */
async function closer(attributes = {}, { chart = "quadrants", ...options } = {}) {
  const page = await ownReport(site, attributes, options);
  await picture(page, chart).scrollIntoViewIfNeeded();
  await picture(page, chart).dispatchEvent("pointerenter");
  await picture(page, chart).locator(".mark").first().waitFor({ state: "attached" });
  return page;
}

/** The middle of a mark on the page. */
async function middle(page, id, chart) {
  const box = await mark(page, id, chart).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The order of the points from left to right, as the analysis has them. */
const across = async (page) => (await report(page)).quadrants.points.toSorted((a, b) => a.performance - b.performance).map((point) => point.id);
const up = async (page) => (await report(page)).quadrants.points.toSorted((a, b) => b.importance - a.importance).map((point) => point.id);

test("before anybody looks closer, nothing of it is loaded, and each chart can be reached by keyboard", async () => {
  const page = await ownReport(site);
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => /closer/.test(entry.name)).length);
  assert.equal(await loaded(), 0);
  assert.equal(await page.locator("manyi-report .mark").count(), 0);
  assert.equal(await picture(page).getAttribute("tabindex"), "0");
  assert.match(await picture(page).getAttribute("aria-label"), /Importance and satisfaction: .*arrow keys/);
  await picture(page).focus();
  await mark(page, "speed").waitFor({ state: "attached" });
  assert.ok((await loaded()) > 0);
});

test("by keyboard alone one comes to a chart, goes from point to point, and hears what each stands for", async () => {
  const page = await ownReport(site);
  await picture(page).focus();
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.classList.contains("mark"));
  const order = await across(page);
  await page.keyboard.press("Home");
  const visited = [];
  let at = await focused(page);
  for (let step = 0; step < order.length; step++) {
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((before) => document.activeElement.shadowRoot.activeElement.dataset.id !== before, at);
    visited.push((at = await focused(page)));
  }
  // Round and round, from wherever one began.
  const start = order.indexOf(visited[0]);
  assert.deepEqual(visited, order.map((_, step) => order[(start + step) % order.length]));
  const vertical = await up(page);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction((before) => document.activeElement.shadowRoot.activeElement.dataset.id !== before, at);
  assert.equal(await focused(page), vertical[(vertical.indexOf(at) + 1) % vertical.length]);
  // One stop of the tab order, wherever one is.
  assert.equal(await picture(page).locator('.mark[tabindex="0"]').count(), 1);
  assert.equal(await tip(page).count(), 1);
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press("Escape");
  assert.equal(await tip(page).count(), 0);
  assert.deepEqual(page.complaints, []);
});

test("what a point tells is importance, mean, interval, answers, quadrant and certainty, as analysis and scipy have them", async () => {
  const page = await closer();
  const { quadrants } = await report(page);
  const point = quadrants.points.find((point) => point.id === "speed");
  const { mean, low, high, n } = expected.speed;
  assert.equal(
    await mark(page, "speed").getAttribute("aria-label"),
    `Speed: importance ${two(point.importance)}, satisfaction ${two(mean)} (95% interval ${two(low)} to ${two(high)}), ${n} answers; Concentrate here; ${percent(point.certainty)} certain of its quadrant`,
  );
});

test("a share in explaining the outcome is told as the table writes it, and what was stated is called so", async () => {
  const page = await closer({ importance: "lmg" });
  const point = (await report(page)).quadrants.points.find((point) => point.id === "speed");
  const written = percent(point.importance);
  assert.ok((await mark(page, "speed").getAttribute("aria-label")).startsWith(`Speed: importance ${written}, satisfaction `));
  assert.equal(await page.locator('manyi-report [part=ranking] tr[data-id="speed"] .importance').textContent(), written);
  await mark(page, "speed").focus();
  assert.ok((await tip(page).innerText()).includes(`importance ${written},`));
  await page.keyboard.press("Enter");
  assert.equal(await detail(page).locator("#title-spread-importance").innerText(), "Importance, as stated");
});

test("the pointer over a point is told the same, beside it nothing, and away from the chart no more", async () => {
  const page = await closer();
  const { x, y } = await middle(page, "staff");
  await page.mouse.move(x + 3, y - 3);
  await tip(page).waitFor();
  assert.equal(await tip(page).innerText(), await mark(page, "staff").getAttribute("aria-label"));
  const frame = await picture(page).boundingBox();
  await page.mouse.move(frame.x + frame.width * 0.6, frame.y + frame.height * 0.75);
  await tip(page).waitFor({ state: "detached" });
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  await page.mouse.move(frame.x + frame.width / 2, frame.y - 20);
  await tip(page).waitFor({ state: "detached" });
});

test("a mark lies where its point is painted, at any width and density", async () => {
  for (const [width, deviceScaleFactor] of [[1280, 1], [390, 3], [800, 1.5]]) {
    const page = await closer({}, { viewport: { width, height: 900 }, deviceScaleFactor });
    const quadrants = await report(page).then((report) => report.quadrants.points);
    for (const { id } of quadrants) {
      const painted = await mark(page, id).evaluate((mark) => {
        const canvas = mark.closest(".picture").querySelector("canvas");
        const [box, own] = [mark.getBoundingClientRect(), canvas.getBoundingClientRect()];
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const ratio = canvas.width / own.width;
        const at = (dx, dy) => [...copy.getImageData(Math.round((box.x + box.width / 2 - own.x + dx) * ratio), Math.round((box.y + box.height / 2 - own.y + dy) * ratio), 1, 1).data.slice(0, 3)];
        // A hollow point is painted around its middle.
        return { inside: [at(0, 0), at(3.6, 0), at(-3.6, 0), at(0, 3.6)], outside: at(0, -14) };
      });
      const differs = painted.inside.some((colour) => colour.some((channel, at) => Math.abs(channel - painted.outside[at]) > 40));
      assert.ok(differs, `${id} at ${width}: ${JSON.stringify(painted)}`);
    }
    await page.close();
  }
});

test("a selected point shows how its answers spread and what each segment says, as numpy counts and scipy tests", async () => {
  const page = await closer();
  await mark(page, "speed").focus();
  await page.keyboard.press("Enter");
  await detail(page).waitFor();
  assert.equal(await mark(page, "speed").getAttribute("aria-expanded"), "true");
  assert.equal(await mark(page, "staff").getAttribute("aria-expanded"), "false");
  const performance = detail(page).locator("[data-of=performance]");
  assert.deepEqual(await performance.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [row.querySelector("th").textContent, row.querySelector("td").textContent.trim()])), expected.speed.shares.map((share, at) => [String(at + 1), percent(share)]));
  const { mean, low, high, n } = expected.speed;
  assert.equal(await performance.locator("p").innerText(), `${two(mean)} (95% interval ${two(low)} to ${two(high)}), ${n} answers`);
  for (const segment of expected.speed.segments) {
    const row = detail(page).locator(`[data-segment="region=${segment.value}"]`);
    assert.deepEqual((await row.locator("td").allInnerTexts()).map((text) => text.trim()), [`${two(segment.mean)} (${two(segment.low)} – ${two(segment.high)})`, `n = ${segment.n}`]);
  }
  // South is less satisfied with speed, and north more; of the eight abroad nothing can be said.
  assert.deepEqual(await detail(page).locator("[data-segment]", { hasText: "differs from the others" }).evaluateAll((rows) => rows.map((row) => row.dataset.segment)), ["region=north", "region=south"]);
  assert.deepEqual(await accessibility(page), []);
  await detail(page).getByRole("button", { name: "Close" }).click();
  await detail(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.dataset.id === "speed");
});

test("of what is bad, the answers are shown with the good end at the top, as the index counts them", async () => {
  const page = await closer();
  await mark(page, "faults").focus();
  await page.keyboard.press("Enter");
  const shown = await detail(page).locator("[data-of=performance] td").allInnerTexts();
  assert.deepEqual(shown.map((text) => text.trim()), expected.faults.shares.map(percent));
});

test("segments below the smallest that is shown are not in the detail either, nor what subtraction would tell", async () => {
  const page = await closer({ "minimum-cell": "10" });
  await mark(page, "speed").focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await detail(page).locator("[data-segment]").evaluateAll((rows) => rows.map((row) => row.dataset.segment)), ["region=north"]);
});

test("a tap on a phone selects the point it means, and another one closes it", async () => {
  const page = await closer({}, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { x, y } = await middle(page, "speed");
  // A finger is not that exact.
  await page.touchscreen.tap(x + 9, y + 7);
  await detail(page).waitFor();
  assert.equal(await detail(page).getAttribute("data-id"), "speed");
  assert.match(await tip(page).innerText(), /^Speed: /);
  const box = await tip(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  const again = await middle(page, "speed");
  await page.touchscreen.tap(again.x, again.y);
  await detail(page).waitFor({ state: "detached" });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test("the bars of the index and of the segments are gone through by keys, and tell score, mean, answers and p", async () => {
  const page = await closer({}, { chart: "index" });
  const { index, segments } = await report(page);
  const best = index.factors.toSorted((a, b) => b.score - a.score)[0];
  await mark(page, best.id, "index").focus();
  assert.match(await mark(page, best.id, "index").getAttribute("aria-label"), new RegExp(`^Staff: ${percent(best.score)}; ${two(best.mean)} \\(95% interval .*\\), 240 answers$`));
  await page.keyboard.press("ArrowDown");
  const second = index.factors.toSorted((a, b) => b.score - a.score)[1];
  await page.waitForFunction((id) => document.activeElement.shadowRoot.activeElement.dataset.id === id, second.id);
  await page.keyboard.press("Enter");
  assert.equal(await detail(page).getAttribute("data-id"), second.id);
  await picture(page, "segments").scrollIntoViewIfNeeded();
  await picture(page, "segments").dispatchEvent("pointerenter");
  await mark(page, "region.south", "segments").waitFor({ state: "attached" });
  const south = segments.find((segment) => segment.value === "south");
  const told = await mark(page, "region.south", "segments").getAttribute("aria-label");
  assert.ok(told.includes(`index ${percent(south.index)}`) && told.includes("82 answers"), told);
  assert.ok(told.includes(south.adjustedP < 0.001 ? "< 0.001" : south.adjustedP.toFixed(3)), told);
  assert.equal(await mark(page, "region.south", "segments").getAttribute("aria-expanded"), null, "there is no more to show of it");
});

test("zooming by buttons and by keys shows a part, larger, around the current point; reset shows everything", async () => {
  const page = await closer();
  const places = () => picture(page).locator(".mark").evaluateAll((marks) => Object.fromEntries(marks.map((mark) => [mark.dataset.id, [mark.offsetLeft + mark.offsetWidth / 2, mark.offsetTop + mark.offsetHeight / 2]])));
  const before = await places();
  const painted = await bitmap(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.waitForFunction((left) => Math.abs(document.querySelector("manyi-report").shadowRoot.querySelector('.mark[data-id="staff"]').offsetLeft - left) > 4, before.staff[0]);
  const after = await places();
  const apart = (places) => Math.abs(places.staff[0] - places.speed[0]);
  assert.ok(Math.abs(apart(after) / apart(before) - 1.5) < 0.03, `${apart(after)} of ${apart(before)}`);
  assert.notEqual((await bitmap(page)).hash, painted.hash);
  assert.match(await page.locator("manyi-report [part~=quadrants] header [role=status]").textContent(), /1\.5 times/);
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.waitForTimeout(150);
  assert.deepEqual(await places(), before);
  assert.equal((await bitmap(page)).hash, painted.hash);
  await mark(page, "price").focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("+");
  await page.waitForTimeout(150);
  assert.ok(apart(await places()) > 3 * apart(before));
  // A point outside of the part is brought into it when one goes there.
  await mark(page, "staff").focus();
  await page.waitForTimeout(150);
  const frame = await picture(page).boundingBox();
  const staff = await middle(page, "staff");
  assert.ok(staff.x > frame.x && staff.x < frame.x + frame.width && staff.y > frame.y && staff.y < frame.y + frame.height);
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press("0");
  await page.waitForTimeout(150);
  assert.deepEqual(await places(), before);
  assert.deepEqual(page.complaints, []);
});

test("Ctrl and the wheel zoom about the pointer; the wheel alone scrolls the page", async () => {
  const page = await closer();
  const { x, y } = await middle(page, "speed");
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let times = 0; times < 4; times++) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await page.waitForTimeout(200);
  const after = await middle(page, "speed");
  assert.ok(Math.hypot(after.x - x, after.y - y) < 3, "what is under the pointer stays there");
  assert.equal(await page.getByRole("button", { name: "Show everything" }).isEnabled(), true);
  const view = await bitmap(page);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction((top) => scrollY !== top, top);
  await page.waitForTimeout(100);
  assert.equal((await bitmap(page)).hash, view.hash);
});

test("a point is dragged to a better score, by pointer and by keys, and the sliders and what follows go along", async () => {
  const page = await closer();
  await page.getByRole("button", { name: "What if scores were better?" }).click();
  await page.locator("manyi-report [part=what-if]").waitFor();
  const plain = await bitmap(page);
  await mark(page, "speed").focus();
  await page.keyboard.press("Enter");
  const thumb = page.locator("manyi-report [part=drag]");
  await thumb.waitFor();
  const from = await middle(page, "speed");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y, { steps: 4 });
  await page.mouse.move(from.x + 200, from.y + 30, { steps: 8 });
  await page.mouse.up();
  const output = () => page.locator("manyi-report .sliders [data-id=speed] output").innerText();
  const dragged = Number(await output());
  assert.ok(dragged > 3.1, String(dragged));
  assert.match(await page.locator("manyi-report [part=follows]").innerText(), /index would go from 65\.1% to/);
  assert.notEqual((await bitmap(page)).hash, plain.hash, "an arrow shows where it goes");
  await thumb.focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(Math.abs(Number(await output()) - dragged - 0.05) < 0.011);
  assert.deepEqual(await accessibility(page), []);
  assert.deepEqual(page.complaints, []);
});

test("an earlier period is an arrow for each point, and the marks are where the points are now", async () => {
  const page = await ownReport(site, { "then-src": "/cases/two_periods_then.csv" });
  await page.locator("manyi-report [part=then-now] tbody tr").first().waitFor();
  const arrows = await bitmap(page);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await page.waitForTimeout(200);
  assert.notEqual((await bitmap(page)).hash, arrows.hash);
});

test("other choices leave no mark of before: what is told is told anew", async () => {
  const page = await closer();
  await mark(page, "speed").focus();
  await page.keyboard.press("Enter");
  const before = await mark(page, "speed").getAttribute("aria-label");
  const next = analysed(page);
  await page.locator("manyi-report select[name=segment]").selectOption("region=south");
  await next;
  await page.waitForTimeout(100);
  const told = await mark(page, "speed").getAttribute("aria-label");
  assert.notEqual(told, before);
  assert.match(told, /82 answers/);
  assert.match(await detail(page).locator("[data-of=performance] p").innerText(), /82 answers/);
});

test("looking closer looks right narrow and wide, light and dark, in English, Chinese and Arabic", async () => {
  for (const [language, width, colorScheme] of [["en", 1280, "light"], ["zh-CN", 390, "dark"], ["ar", 390, "light"], ["en", 390, "light"], ["zh-CN", 1280, "dark"]]) {
    const page = await closer({ language }, { viewport: { width, height: 900 }, colorScheme });
    await mark(page, "speed").focus();
    await page.keyboard.press("Enter");
    await detail(page).waitFor();
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} ${width}`);
    const box = await tip(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${language} ${width} ${JSON.stringify(box)}`);
    assert.deepEqual(await accessibility(page), [], `${language} ${width}`);
    await screenshot(page, `closer-${language}-${width}-${colorScheme}`);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});
