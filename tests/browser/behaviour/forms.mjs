// A page with nothing but a form, in whatever engine.
import assert from "node:assert/strict";

/** Opens an empty page, and puts a form of this definition into it. */
export async function formIn(engine, definition, set = {}, options = {}) {
  const page = await engine.page("/pages/form.html", options);
  await put(page, definition, set);
  return page;
}

/** Puts a form into a page, alone; resolves when it is there, or at once where it waits to be shown. What it tells is kept in `told`. */
export function put(page, definition, set = {}) {
  return page.evaluate(
    async (definition, set) => {
      globalThis.told = [];
      const element = Object.assign(document.createElement("manyi-survey"), { definition }, set);
      for (const type of ["manyi-ready", "manyi-submitted", "manyi-delivered", "manyi-dismissed", "manyi-failed"]) {
        element.addEventListener(type, ({ detail }) => told.push({ type, detail: detail.error ? { code: detail.error.code } : JSON.parse(JSON.stringify(detail)) }));
      }
      const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
      document.querySelector("main").replaceChildren(element);
      if (element.shown) await ready;
    },
    definition, set,
  );
}

export const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);

export const told = (page, type) => page.evaluate((type) => globalThis.told.filter((one) => one.type === type).map(({ detail }) => detail), type);

/** Waits until the answers are these. */
export async function answered(page, expected) {
  let now;
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    now = await answers(page);
    if (JSON.stringify(sorted(now)) === JSON.stringify(sorted(expected))) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.deepEqual(now, expected);
}

const sorted = (answers) => Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));

/** Goes on with the Tab key until something has the focus: its name, its id, or its label. */
export async function tabTo(page, wanted) {
  const passed = [];
  for (let steps = 0; steps < 80; steps++) {
    await page.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.querySelector("manyi-survey").shadowRoot.activeElement;
      return element && (element.name || element.getAttribute("aria-label") || element.id || element.getAttribute("part"));
    });
    if (at === wanted) return;
    passed.push(at);
  }
  assert.fail(`the keyboard does not get to ${wanted}: ${passed.join(" ")}`);
}

/** What has the focus, in the form or in the page. */
export const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inner = activeElement?.shadowRoot?.activeElement;
    return inner ? inner.name || inner.getAttribute("aria-label") || inner.id || inner.localName : activeElement?.id || activeElement?.localName;
  });
