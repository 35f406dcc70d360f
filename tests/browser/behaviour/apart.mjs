// A form over the page and beside it, its triggers, its delivery, and a browser that keeps nothing, in whatever engine.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, answers, focused, formIn, put, tabTo, told } from "./forms.mjs";

const DEFINITION = { id: "apart", version: 1, title: "How did it go?", thanks: "Thanks a lot.", pages: [{ questions: [{ id: "nps", kind: "nps", title: "Would you recommend us?" }, { id: "why", kind: "text", title: "Why?" }] }] };
const mark = (n) => `[id="field-nps"] input:nth-of-type(${n + 1})`;

/** What has a moment to happen has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400));
const shown = (page) => page.evaluate(() => document.querySelector("manyi-survey").shown);

/** Adds to the page what opens the form, and enough to scroll. */
const around = (page) =>
  page.evaluate(() => {
    const element = document.querySelector("manyi-survey");
    const opener = Object.assign(document.createElement("button"), { id: "opener", textContent: "Give feedback" });
    opener.addEventListener("click", () => element.open());
    const text = Array.from({ length: 60 }, (_, n) => Object.assign(document.createElement("p"), { textContent: `Paragraph ${n}` }));
    document.querySelector("main").prepend(opener, ...text);
  });

/** The tests of all that; `engine()` is the engine that runs. */
export function apart(engine) {
  for (const mode of ["dialog", "corner"]) {
    test(`${mode}: opened it takes the focus, Escape dismisses it and gives the focus back, and opened again it goes on where it was`, async () => {
      const page = await formIn(engine(), DEFINITION, { mode });
      await around(page);
      assert.ok(await page.evaluate(() => within("dialog").every((one) => !one.open)));
      assert.deepEqual(await told(page, "manyi-ready"), [], "not loaded before it is opened");
      await page.evaluate(() => document.getElementById("opener").focus());
      await page.press("Enter");
      await page.shown("dialog");
      await page.shown(mark(3));
      assert.equal(await page.evaluate(() => within("dialog")[0].matches(":modal")), mode === "dialog");
      assert.equal(await focused(page), DEFINITION.title, "the dialog itself");
      await page.click(mark(3));
      await page.press("Escape");
      await page.until(() => !document.querySelector("manyi-survey").shown && within("dialog").every((one) => !one.open));
      assert.equal(await focused(page), "opener");
      assert.deepEqual(await told(page, "manyi-dismissed"), [{ survey: "apart" }]);
      await page.press("Enter");
      await page.shown(mark(3));
      assert.deepEqual(await answers(page), { nps: 3 });
      await page.click("dialog .close button");
      await page.until(() => !document.querySelector("manyi-survey").shown);
      await page.evaluate(() => document.querySelector("manyi-survey").open());
      await page.click("button[part=submit]");
      await page.shown(".thanks", "Thanks a lot.");
      await page.press("Escape");
      await page.until(() => !document.querySelector("manyi-survey").shown);
      assert.equal((await told(page, "manyi-dismissed")).length, 2, "what is submitted is not dismissed");
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });
  }

  test("a dialog keeps the keyboard to itself, and a corner leaves it the page", async () => {
    for (const [mode, reached] of [["dialog", false], ["corner", true]]) {
      const page = await formIn(engine(), DEFINITION, { mode });
      await around(page);
      await page.evaluate(() => document.querySelector("manyi-survey").open());
      await page.shown(mark(3));
      const seen = [];
      for (let steps = 0; steps < 8; steps++) {
        await page.press("Tab");
        seen.push(await focused(page));
      }
      assert.ok(seen.includes("nps"), seen.join(" "));
      await page.evaluate(() => document.getElementById("opener").focus());
      assert.equal((await focused(page)) === "opener", reached, mode);
      // From the page the keyboard goes into the corner, and comes back.
      if (reached) await tabTo(page, "nps");
      else assert.ok(!seen.includes("opener"), seen.join(" "));
      await page.close();
    }
  });

  test("a form shows itself after its seconds, at its depth, and when the mouse leaves at the top, and is loaded only then", async () => {
    for (const [trigger, happens] of [
      [{ after: 1 }, () => {}],
      [{ scrolled: 0.5 }, () => scrollTo(0, document.documentElement.scrollHeight)],
      [{ leaving: true }, () => document.documentElement.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, clientX: 300, clientY: -1, relatedTarget: null }))],
    ]) {
      const page = await formIn(engine(), DEFINITION, { mode: "corner", trigger });
      await around(page);
      await page.until(() => localStorage.getItem("manyi-trigger apart") !== null);
      if (!trigger.after) await settled();
      assert.deepEqual([await shown(page), await told(page, "manyi-ready")], [false, []], JSON.stringify(trigger));
      await page.evaluate(happens);
      await page.shown(mark(3));
      assert.equal(await shown(page), true);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    }
  });

  test("once put away a form does not show itself again to this visitor, though it can be opened", async () => {
    const page = await formIn(engine(), DEFINITION, { mode: "corner", trigger: {} });
    await page.click("dialog .close button");
    await page.reload();
    await put(page, DEFINITION, { mode: "corner", trigger: {} });
    await settled();
    assert.equal(await shown(page), false);
    await page.evaluate(() => document.querySelector("manyi-survey").open());
    await page.shown(mark(3));
    assert.equal(await page.evaluate(() => document.cookie), "");
    await page.close();
  });

  test("a response that the endpoint turns away twice, and a reload cuts short, is there in the end, once", async () => {
    const { endpoint } = engine();
    Object.assign(endpoint, { refusals: 2, tries: 0, stored: [] });
    const page = await formIn(engine(), DEFINITION, { endpoint: "/answers" });
    await page.click(mark(8));
    await page.click("button[part=submit]");
    await page.shown(".thanks");
    const [{ response }] = await told(page, "manyi-submitted");
    for (const end = Date.now() + 10_000; endpoint.tries === 0 && Date.now() < end; await settled());
    await page.reload();
    await put(page, DEFINITION, { endpoint: "/answers" });
    for (const end = Date.now() + 20_000; endpoint.stored.length === 0 && Date.now() < end; await settled());
    assert.deepEqual(endpoint.stored, [{ key: response.id, response }]);
    await page.until(() => new Promise((resolve) => {
      indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
        result.transaction("outbox").objectStore("outbox").count().onsuccess = ({ target }) => { result.close(); resolve(target.result === 0); };
      };
    }));
    await settled();
    await settled();
    assert.deepEqual([endpoint.tries, endpoint.stored.length], [3, 1], "nothing is sent after that");
    assert.deepEqual(response.answers, { nps: 8 });
    await page.close();
  });

  test("submitted without a connection, a response goes out when there is one again, and the form says so", async () => {
    const { endpoint } = engine();
    Object.assign(endpoint, { refusals: 0, tries: 0, stored: [] });
    const page = await formIn(engine(), DEFINITION, { endpoint: "/answers" });
    await page.click(mark(2));
    await settled();
    engine().offline();
    try {
      await page.click("button[part=submit]");
      await page.shown(".thanks");
      await page.shown(".note", "Your answers are sent as soon as possible.");
    } finally {
      await engine().online();
    }
    await page.shown(".note", "Your answers were sent.");
    const [{ response }] = await told(page, "manyi-submitted");
    assert.deepEqual(endpoint.stored.map(({ key }) => key), [response.id]);
    assert.deepEqual(await told(page, "manyi-delivered"), [{ response: response.id, survey: "apart" }]);
    await page.close();
  });

  test("two forms of one survey fill one draft: each shows what the other was told, and the later answer stays", async () => {
    const page = await formIn(engine(), DEFINITION);
    await page.evaluate(async (definition) => {
      const other = Object.assign(document.createElement("manyi-survey"), { definition });
      const ready = new Promise((resolve) => other.addEventListener("manyi-ready", resolve));
      document.querySelector("main").append(other);
      await ready;
    }, DEFINITION);
    const choose = (form, n) => page.evaluate((form, n) => document.querySelectorAll("manyi-survey")[form].shadowRoot.querySelectorAll('[id="field-nps"] input')[n].click(), form, n);
    const both = (expected) => page.until((expected) => [...document.querySelectorAll("manyi-survey")].every((one) => JSON.stringify(one.answers) === JSON.stringify(expected)), expected);
    await choose(0, 4);
    await both({ nps: 4 });
    await choose(1, 7);
    await both({ nps: 7 });
    await answered(page, { nps: 7 });
    await page.close();
  });

  test("where the browser keeps nothing the form says so, works, and its response gets out though the first try fails", async () => {
    const { endpoint } = engine();
    Object.assign(endpoint, { refusals: 1, tries: 0, stored: [] });
    const page = await engine().page("/pages/form.html");
    await page.evaluate(() => {
      const denied = () => { throw new DOMException("denied", "SecurityError"); };
      for (const store of ["indexedDB", "sessionStorage", "localStorage"]) Object.defineProperty(globalThis, store, { get: denied });
    });
    await put(page, DEFINITION, { endpoint: "/answers" });
    await page.shown(".note", "This browser does not keep drafts here");
    await tabTo(page, "nps");
    await page.press("Space");
    await page.press("ArrowRight");
    await page.click("button[part=submit]");
    await page.shown(".note", "Please leave this page open until then.");
    await page.shown(".note", "Your answers were sent.");
    assert.deepEqual(endpoint.stored.map(({ response }) => response.answers), [{ nps: 1 }]);
    assert.equal(endpoint.tries, 2);
    await page.close();
  });
}
