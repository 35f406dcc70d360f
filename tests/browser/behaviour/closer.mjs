// Looking closer at the report, in every engine alike.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../../scripts/run.mjs";

const mark = (id) => `.picture[data-chart=quadrants] .mark[data-id="${id}"]`;
const active = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.dataset.id ?? null);
const label = (page, id) => page.evaluate((selector) => within(selector)[0].getAttribute("aria-label"), mark(id));

/** The tests; `opened` gives a page that shows the report of 1,842 answers. */
export function closer(opened) {
  test("by keyboard one goes from point to point, hears what each stands for, and sees how its answers spread", async () => {
    const page = await opened();
    await page.evaluate(() => within(".picture[data-chart=quadrants]")[0].focus());
    await page.until(() => document.activeElement.shadowRoot?.activeElement?.classList.contains("mark"));
    const first = await active(page);
    await page.press("ArrowRight");
    await page.until((before) => document.activeElement.shadowRoot.activeElement.dataset.id !== before, first);
    const id = await active(page);
    assert.match(await label(page, id), /^.+: importance [\d.]+, satisfaction [\d.]+ \(95% interval [\d.]+ to [\d.]+\), [\d,]+ answers; /);
    await page.shown(".tip");
    await page.press("Enter");
    await page.shown("[part=detail] [data-of=performance] tbody tr");
    assert.equal(await page.count("[part=detail] [data-of=performance] tbody tr"), 10);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a click beside a point selects it, and zooming draws the points apart", async () => {
    const page = await opened();
    await page.evaluate(() => within(".picture[data-chart=quadrants]")[0].dispatchEvent(new PointerEvent("pointerenter")));
    await page.shown(mark("a00"));
    const place = () => page.evaluate((a, b) => within(a)[0].getBoundingClientRect().left - within(b)[0].getBoundingClientRect().left, mark("a00"), mark("a01"));
    const before = await place();
    await page.click("[data-zoom=in]");
    await page.until((a, b, before) => Math.abs(within(a)[0].getBoundingClientRect().left - within(b)[0].getBoundingClientRect().left) > 1.3 * Math.abs(before), mark("a00"), mark("a01"), before);
    await page.click("[data-zoom=reset]");
    await page.until((a, b, before) => Math.abs(within(a)[0].getBoundingClientRect().left - within(b)[0].getBoundingClientRect().left - before) < 0.5, mark("a00"), mark("a01"), before);
    // The marks let the pointer through to what lies under them, which looks for the nearest.
    const { at, id } = await page.evaluate(() => {
      const marks = within(".picture[data-chart=quadrants] .mark").map((mark) => ({ id: mark.dataset.id, box: mark.getBoundingClientRect() }));
      const own = within(".picture[data-chart=quadrants] .marks")[0].getBoundingClientRect();
      const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
      const alone = marks.find((one) => marks.every((other) => other === one || Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]) > 45));
      return { id: alone.id, at: [(middle(alone)[0] + 5 - own.left) / own.width, (middle(alone)[1] + 4 - own.top) / own.height] };
    });
    await page.click(".picture[data-chart=quadrants] .marks", { at });
    await page.shown(`[part=detail][data-id="${id}"]`);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("a slider of what if moves by keys, and what follows is told", async () => {
    const page = await opened();
    await page.click("[part=what-if-open]");
    await page.shown(".sliders input");
    await page.evaluate(() => within("#suppose-a00")[0].focus());
    for (let times = 0; times < 4; times++) await page.press("ArrowRight");
    await page.shown("[part=follows]", "The satisfaction index would go from");
    await page.shown("[part=follows]", "The outcome would be expected to go from");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("the same answers as an earlier period have not changed", async () => {
    const page = await opened();
    await page.click("[part=compare]");
    await page.setFile("input[data-compare]", join(root, "www/samples/shapka_example_01.csv"));
    await page.shown("[part=then-now] tbody tr");
    const verdicts = await page.evaluate(() => within("[part=then-now] tbody tr").map((row) => row.dataset.verdict));
    assert.equal(verdicts.length, 21);
    assert.deepEqual([...new Set(verdicts)], ["unclear"]);
    await page.shown("[data-about=better]", "No attribute changed by more than chance would.");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("choices are kept in the address, and going back takes them back", async () => {
    const page = await opened();
    await page.evaluate(() => {
      const report = document.querySelector("manyi-report");
      report.remember = "url";
      report.refresh();
    });
    await page.until(() => performance.getEntriesByType("resource").some((entry) => /remembered/.test(entry.name)));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await page.choose("select[name=crosshair]", "median");
    await page.until(() => new URLSearchParams(location.search).get("manyi-crosshair") === "median");
    await page.evaluate(() => history.back());
    await page.until(() => within("select[name=crosshair]")[0].value === "mean");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });
}
