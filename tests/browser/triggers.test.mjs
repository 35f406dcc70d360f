// When <manyi-survey> shows itself: its moments, whom it asks, and when it leaves a visitor alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const DEFINITION = { id: "moment", version: 1, title: "A moment?", pages: [{ questions: [{ id: "nps", kind: "nps", title: "Would you recommend us?" }] }] };

/** A long page of a visitor (`context`) with a form that waits for its trigger. With `clock`, the page's time stands until it is moved. */
async function waiting(trigger, { mode = "corner", context, clock = false, definition = DEFINITION, attribute = false } = {}) {
  const own = context ?? (await site.browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } }));
  const page = await site.page("/index.html", { context: own });
  await page.locator("manyi-survey .question").first().waitFor();
  if (clock) await page.clock.install();
  await page.evaluate(async ([trigger, mode, definition, attribute]) => {
    globalThis.events = [];
    for (const type of ["manyi-ready", "manyi-dismissed", "manyi-failed"]) {
      addEventListener(type, ({ detail }) => globalThis.events.push([type, detail.error ? { code: detail.error.code, path: detail.error.path } : detail]));
    }
    const element = Object.assign(document.createElement("manyi-survey"), { definition, mode });
    if (attribute) element.setAttribute("trigger", trigger);
    else element.trigger = trigger;
    const field = Object.assign(document.createElement("input"), { id: "field", ariaLabel: "Search" });
    const text = Array.from({ length: 80 }, (_, n) => Object.assign(document.createElement("p"), { textContent: `Paragraph ${n}` }));
    document.querySelector("main").replaceChildren(field, ...text, element);
    await element.updateComplete;
  }, [trigger, mode, definition, attribute]);
  // The trigger's file is loaded and it has begun to wait.
  await page.waitForFunction((id) => localStorage.getItem(`manyi-trigger ${id}`) !== null || globalThis.events.length > 0, definition.id);
  return page;
}

const shown = (page) => page.evaluate(() => document.querySelector("manyi-survey").shown);
const events = (page) => page.evaluate(() => globalThis.events);
const remembered = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("manyi-trigger moment")));
const question = (page) => page.getByRole("radiogroup", { name: "Would you recommend us?" });
/** What has a moment to happen has happened. */
const settled = (page) => new Promise((resolve) => setTimeout(resolve, 300)).then(() => page.evaluate(() => document.querySelector("manyi-survey").updateComplete));

test("with `after` the form comes by itself so many seconds later, not before, and only then is it loaded", async () => {
  const page = await waiting({ after: 90 }, { clock: true });
  await page.clock.runFor(89_000);
  await settled(page);
  assert.equal(await shown(page), false);
  assert.deepEqual(await events(page), []);
  await page.clock.runFor(1_500);
  await question(page).waitFor();
  assert.equal(await shown(page), true);
  assert.deepEqual(page.complaints, []);
});

test("in real time a second is a second, and the attribute takes the same as JSON", async () => {
  const begun = Date.now();
  const page = await waiting('{"after": 1}', { attribute: true });
  await question(page).waitFor();
  assert.ok(Date.now() - begun >= 1000);
});

test("with `scrolled` the form comes once the page is scrolled that far down", async () => {
  const page = await waiting({ scrolled: 0.5 });
  const scroll = (share) => page.evaluate((share) => scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight)), share);
  await scroll(0.4);
  await settled(page);
  assert.equal(await shown(page), false);
  await scroll(0.6);
  await question(page).waitFor();
});

test("with `leaving` the form comes when the mouse leaves the page at the top, and at no other side", async () => {
  const page = await waiting({ leaving: true });
  const leave = (clientX, clientY) => page.evaluate(([clientX, clientY]) => document.documentElement.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, clientX, clientY, relatedTarget: null })), [clientX, clientY]);
  await page.mouse.move(300, 200);
  await page.mouse.move(300, 400);
  await leave(0, 300);
  await leave(300, 900);
  await settled(page);
  assert.equal(await shown(page), false);
  await leave(300, -1);
  await question(page).waitFor();
});

test("of several moments the first counts, and a form that shows itself once does not come back in the page", async () => {
  const page = await waiting({ after: 600, scrolled: 0.2 }, { clock: true });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await question(page).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.clock.runFor(601_000);
  await settled(page);
  assert.equal(await shown(page), false);
});

test("a trigger without a moment shows the form at once, inline too, where it is hidden until then", async () => {
  const page = await waiting({}, { mode: "inline" });
  await question(page).waitFor();
  const later = await waiting({ after: 60 }, { mode: "inline" });
  await settled(later);
  assert.equal(await later.locator("manyi-survey .survey").count(), 0);
});

test("a corner that comes by itself leaves the focus where it is, is told of, and gives the focus back when it is put away", async () => {
  const page = await waiting({ after: 1 });
  await page.locator("#field").focus();
  await page.keyboard.type("shoe");
  await question(page).waitFor();
  await page.keyboard.type("s");
  assert.equal(await page.locator("#field").inputValue(), "shoes");
  assert.equal(await page.locator("manyi-survey p[role=status]").textContent(), "A moment?");
  await screenshot(page, "survey-trigger-corner", { fullPage: false });
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press("Shift+Tab");
  await page.locator("#field").focus();
  await page.getByRole("dialog").getByRole("radio", { name: "4 of 10" }).focus();
  await page.keyboard.press("Escape");
  await question(page).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "field");
});

test("once put away or submitted, the form does not show itself again to this visitor", async () => {
  for (const end of ["dismiss", "submit"]) {
    const context = await site.browser.newContext({ locale: "en-US" });
    const first = await waiting({}, { context });
    await question(first).waitFor();
    if (end === "dismiss") await first.getByRole("button", { name: "Close" }).click();
    else {
      await first.getByRole("radio", { name: "8 of 10" }).click();
      await first.getByRole("button", { name: "Submit" }).click();
      await first.getByText("Thank you.").waitFor();
    }
    assert.equal((await remembered(first)).done, true);
    const second = await waiting({}, { context });
    await settled(second);
    assert.equal(await shown(second), false, end);
    await second.evaluate(() => document.querySelector("manyi-survey").open());
    await question(second).waitFor();
    const other = await waiting({}, { context, definition: { ...DEFINITION, id: "another" } });
    await question(other).waitFor();
    await context.close();
  }
});

test("a form that was left as it was rests for its days, and comes again after them", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const first = await waiting({ coolDownDays: 30 }, { context });
  await question(first).waitFor();
  await first.close();
  const again = async (days) => {
    const page = await site.page("/index.html", { context });
    await page.evaluate((days) => {
      const kept = JSON.parse(localStorage.getItem("manyi-trigger moment"));
      localStorage.setItem("manyi-trigger moment", JSON.stringify({ ...kept, shown: Date.now() - days * 86_400_000 }));
    }, days);
    await page.close();
    const next = await waiting({ coolDownDays: 30 }, { context });
    await settled(next);
    return shown(next);
  };
  assert.equal(await again(29.9), false);
  assert.equal(await again(30.1), true);
  await context.close();
});

test("whether a visitor is in the sample is drawn once and kept, and the share of those asked is the one that is named", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await waiting({ share: 0 }, { context });
  await settled(page);
  assert.equal(await shown(page), false);
  const { drawn } = await remembered(page);
  assert.ok(drawn >= 0 && drawn < 1);
  for (const [share, expected] of [[drawn, false], [Math.min(1, drawn + 1e-9), true]]) {
    const next = await waiting({ share }, { context });
    await settled(next);
    assert.equal(await shown(next), expected, `${drawn} of ${share}`);
    assert.equal((await remembered(next)).drawn, drawn);
    await next.close();
  }
  assert.deepEqual(await context.cookies(), []);
  // Five hundred surveys are five hundred draws: for a share of 0.3, 150 give or take 4 standard deviations (10.2 each).
  const asked = await page.evaluate(async () => {
    const elements = Array.from({ length: 500 }, (_, n) => Object.assign(document.createElement("manyi-survey"), {
      mode: "inline", trigger: { share: 0.3, after: 3600 }, definition: { id: `draw-${n}`, version: 1, title: "", pages: [] },
    }));
    document.querySelector("main").replaceChildren(...elements);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const draws = elements.map((_, n) => JSON.parse(localStorage.getItem(`manyi-trigger draw-${n}`)).drawn);
    return draws.filter((drawn) => drawn < 0.3).length;
  });
  assert.ok(Math.abs(asked - 150) < 41, String(asked));
  await context.close();
});

test("a wrong trigger is told by an event with code and path and by one warning, and the page and the form stay whole", async () => {
  const cases = [
    [{ after: -1 }, "out-of-range", "trigger.after"], [{ after: "5" }, "wrong-type", "trigger.after"], [{ after: 1e9 }, "out-of-range", "trigger.after"],
    [{ scrolled: 50 }, "out-of-range", "trigger.scrolled"], [{ share: 2 }, "out-of-range", "trigger.share"], [{ leaving: 1 }, "wrong-type", "trigger.leaving"],
    [{ coolDownDays: -3 }, "out-of-range", "trigger.coolDownDays"], [{ delay: 5 }, "unknown-key", "trigger.delay"], [[], "wrong-type", "trigger"],
    ["{after: 5}", "not-json", "trigger"], ["7", "wrong-type", "trigger"], ['{"__proto__": {"after": 1}}', "unknown-key", "trigger.__proto__"],
  ];
  for (const [trigger, code, path] of cases) {
    const page = await waiting(trigger);
    assert.deepEqual(await events(page), [["manyi-failed", { code, path }]], JSON.stringify(trigger));
    assert.equal(await shown(page), false);
    await page.evaluate(() => document.querySelector("manyi-survey").open());
    await question(page).waitFor();
    assert.equal(page.complaints.length, 1, page.complaints.join());
    assert.match(page.complaints[0], /^console warning: <manyi-survey>: /);
    await page.close();
  }
});

test("NaN is refused too, and a form that is shown already stays when its trigger turns out wrong", async () => {
  const page = await waiting({});
  await question(page).waitFor();
  await page.evaluate(() => { document.querySelector("manyi-survey").trigger = { share: NaN }; });
  await settled(page);
  assert.deepEqual((await events(page)).filter(([type]) => type === "manyi-failed"), [["manyi-failed", { code: "out-of-range", path: "trigger.share" }]]);
  assert.ok(await question(page).isVisible());
});

test("taken out of the page, a form that waits comes no more", async () => {
  const page = await waiting({ after: 60 }, { clock: true });
  await page.evaluate(() => { globalThis.element = document.querySelector("manyi-survey"); globalThis.element.remove(); });
  await page.clock.runFor(61_000);
  assert.equal(await page.evaluate(() => globalThis.element.shown), false);
});

test("where the browser remembers nothing, or something else, the form still comes", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  await context.addInitScript(() => localStorage.setItem("manyi-trigger moment", "{not json"));
  await question(await waiting({}, { context })).waitFor();
  const closed = await site.page("/index.html", { locale: "en-US" });
  await closed.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
  await closed.waitForLoadState("networkidle");
  await closed.reload();
  await closed.locator("manyi-survey .question").first().waitFor();
  await closed.waitForLoadState("networkidle");
  await closed.evaluate((definition) => document.querySelector("main").replaceChildren(Object.assign(document.createElement("manyi-survey"), { definition, mode: "dialog", trigger: {} })), DEFINITION);
  await question(closed).waitFor();
  assert.deepEqual(closed.complaints, []);
});
