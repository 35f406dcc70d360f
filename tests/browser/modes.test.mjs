// <manyi-survey> apart from the page: in a dialog over it, and in a corner beside it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const DEFINITION = {
  id: "apart", version: 1, title: "How did it go?", intro: "Two questions, half a minute.", thanks: "Thanks a lot.",
  pages: [{ questions: [{ id: "nps", kind: "nps", title: "Would you recommend us?" }, { id: "why", kind: "text", title: "Why?" }] }],
};

/** A page with a button that opens a form in this mode. Its own form makes way: nothing of it is loaded by this one. */
async function apart(mode, options = {}, properties = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate(async ([mode, definition, properties]) => {
    globalThis.events = [];
    for (const type of ["manyi-ready", "manyi-submitted", "manyi-dismissed", "manyi-failed"]) addEventListener(type, ({ detail }) => globalThis.events.push([type, JSON.parse(JSON.stringify(detail))]));
    const element = Object.assign(document.createElement("manyi-survey"), { definition, mode }, properties);
    const opener = Object.assign(document.createElement("button"), { id: "opener", textContent: "Give feedback" });
    opener.addEventListener("click", () => element.open());
    const text = Array.from({ length: 30 }, (_, n) => Object.assign(document.createElement("p"), { textContent: `Paragraph ${n}` }));
    document.querySelector("main").replaceChildren(opener, ...text, element);
    await element.updateComplete;
  }, [mode, DEFINITION, properties]);
  return page;
}

const dialog = (page) => page.getByRole("dialog", { name: "How did it go?" });
const events = (page, type) => page.evaluate((type) => globalThis.events.filter(([name]) => name === type).map(([, detail]) => detail), type);
const focused = (page) => page.evaluate(() => {
  const { activeElement } = document;
  return activeElement.shadowRoot?.activeElement?.localName ?? (activeElement.id || activeElement.localName);
});

for (const mode of ["dialog", "corner"]) {
  test(`${mode}: nothing is there before it is opened; then it takes the focus, and Escape dismisses it and gives the focus back`, async () => {
    const page = await apart(mode);
    await page.waitForTimeout(200);
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.deepEqual(await events(page, "manyi-ready"), [], "not loaded before it is opened");
    assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shown), false);
    await page.locator("#opener").focus();
    await page.keyboard.press("Enter");
    await dialog(page).getByRole("radiogroup").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.querySelector("dialog").matches(":modal")), mode === "dialog");
    assert.equal(await focused(page), "dialog");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "button");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await focused(page), "opener");
    assert.deepEqual(await events(page, "manyi-dismissed"), [{ survey: "apart" }]);
    assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shown), false);
    assert.deepEqual(page.complaints, []);
  });

  test(`${mode}: the close button dismisses it, and opened again it goes on where it was`, async () => {
    const page = await apart(mode);
    await page.locator("#opener").click();
    await dialog(page).getByRole("radio", { name: "3 of 10" }).click();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await focused(page), "opener");
    await page.locator("#opener").click();
    await dialog(page).waitFor();
    assert.ok(await dialog(page).getByRole("radio", { name: "3 of 10" }).isChecked());
    assert.equal((await events(page, "manyi-ready")).length, 1);
    await page.evaluate(() => document.querySelector("manyi-survey").close());
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal((await events(page, "manyi-dismissed")).length, 2);
    await page.evaluate(() => document.querySelector("manyi-survey").close());
    assert.equal((await events(page, "manyi-dismissed")).length, 2, "what is away is not put away");
  });

  test(`${mode}: once submitted, putting it away dismisses nothing`, async () => {
    const page = await apart(mode);
    await page.locator("#opener").click();
    await dialog(page).getByRole("radio", { name: "9 of 10" }).click();
    await dialog(page).getByRole("button", { name: "Submit" }).click();
    await dialog(page).getByText("Thanks a lot.").waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    assert.deepEqual((await events(page, "manyi-submitted")).map(({ response }) => response.answers), [{ nps: 9 }]);
    assert.deepEqual(await events(page, "manyi-dismissed"), []);
  });

  test(`${mode}: it fits the screen, its marks can be hit, and axe finds no barrier, light and dark, at 320, 390, 768 and 1280 px`, async () => {
    for (const width of [320, 390, 768, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await apart(mode, { viewport: { width, height: 700 }, colorScheme });
        await page.locator("#opener").click();
        await dialog(page).getByRole("radio", { name: "6 of 10" }).click();
        await page.waitForTimeout(250);
        const { inside, scale } = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector("manyi-survey");
          const { left, right, top, bottom } = shadowRoot.querySelector("dialog").getBoundingClientRect();
          const inputs = [...shadowRoot.querySelectorAll(".marks input")].map((input) => input.getBoundingClientRect());
          return { inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && document.documentElement.scrollWidth <= innerWidth, scale: inputs.every((one) => one.width >= 24 && one.height >= 24 && one.left >= left && one.right <= right) };
        });
        assert.ok(inside && scale, `${width} ${colorScheme}: ${JSON.stringify({ inside, scale })}`);
        await screenshot(page, `survey-${mode}-${width}-${colorScheme}`, { fullPage: false });
        assert.deepEqual(await barriers(page), [], `${width} ${colorScheme}`);
        assert.deepEqual(page.complaints, []);
        await page.close();
      }
    }
  });
}

test("a dialog holds the focus and hides the page from the reader; a corner leaves both to the page", async () => {
  for (const [mode, reachable] of [["dialog", false], ["corner", true]]) {
    const page = await apart(mode);
    await page.locator("#opener").click();
    await dialog(page).getByRole("radiogroup").waitFor();
    const seen = [];
    for (let steps = 0; steps < 14; steps++) {
      await page.keyboard.press("Shift+Tab");
      seen.push(await focused(page));
    }
    assert.equal(seen.includes("opener"), reachable, mode);
  }
});

test("in Arabic the corner is the other one, and the dialog's close button is on the left", async () => {
  const page = await apart("corner", {}, { language: "ar" });
  await page.locator("#opener").click();
  await page.getByRole("button", { name: "إغلاق" }).waitFor();
  const { corner, button } = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("manyi-survey");
    const [dialog, close] = ["dialog", ".close button"].map((selector) => shadowRoot.querySelector(selector).getBoundingClientRect());
    return { corner: dialog.left < 20, button: close.left - dialog.left < 40 };
  });
  await screenshot(page, "survey-corner-ar", { fullPage: false });
  assert.deepEqual({ corner, button }, { corner: true, button: true });
});

test("inline is the default: it is there at once, without a dialog, and another word for the mode changes nothing", async () => {
  for (const mode of [null, "inline", "sideways"]) {
    const page = await apart(mode);
    await page.locator("manyi-survey").getByRole("radiogroup").waitFor();
    assert.equal(await page.locator("manyi-survey dialog").count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shown), true);
  }
});

test("a form changes from inline to a dialog and back, and keeps its answers", async () => {
  const page = await apart(null);
  const form = page.locator("manyi-survey");
  await form.getByRole("radio", { name: "5 of 10" }).click();
  await page.evaluate(() => { document.querySelector("manyi-survey").mode = "dialog"; });
  await form.getByRole("radiogroup").waitFor({ state: "hidden" });
  await page.locator("#opener").click();
  assert.ok(await dialog(page).getByRole("radio", { name: "5 of 10" }).isChecked());
  await page.evaluate(() => { document.querySelector("manyi-survey").mode = "inline"; document.querySelector("manyi-survey").open(); });
  await page.waitForTimeout(100);
  assert.equal(await form.locator("dialog").count(), 0);
  assert.ok(await form.getByRole("radio", { name: "5 of 10" }).isChecked());
  assert.deepEqual(page.complaints, []);
});
