// The page of the measures: every function is there, and its example is what the package computes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function opened(options, path = "/measures.html") {
  const page = await site.page(path, { locale: "en", ...options });
  await page.locator(".measure").first().waitFor();
  return page;
}

/** What is no measure: loading, the survey's own path, pictures. */
const OTHERS = ["init", "initSync", "version", "ManyiError", "Tally", "analyse", "checkSurvey", "draw", "svg", "describe", "chartHeight"];

test("every function of the package has its half page", async () => {
  const page = await opened();
  const functions = await site.page("/pages/functions.html");
  const names = await functions.evaluate(() => Object.keys(manyi));
  const shown = await page.locator(".measure").evaluateAll((cards) => cards.map((card) => card.id));
  assert.deepEqual(shown.toSorted(), names.filter((name) => !OTHERS.includes(name)).toSorted());
  assert.ok(shown.length >= 40);
  const parts = await page.locator(".measure").evaluateAll((cards) => cards.map((card) => [...card.querySelectorAll("dd, header p")].map((part) => part.textContent.trim().length)));
  for (const lengths of parts) assert.ok(lengths.length === 5 && lengths.every((length) => length > 0), "question, formula, inputs, reading, source");
  assert.deepEqual(page.complaints, []);
});

test("every example is computed by the page, and is what the package computes", async () => {
  const page = await opened();
  const functions = await site.page("/pages/functions.html");
  await functions.evaluate(() => manyi.init());
  const cards = await page.locator(".measure").evaluateAll((cards) =>
    cards.map((card) => ({ name: card.id, args: JSON.parse(card.querySelector("textarea").value), state: card.querySelector("output").dataset.state, text: card.querySelector("output").textContent })),
  );
  for (const { name, args, state, text } of cards) {
    assert.equal(state, "computed", `${name}: ${text}`);
    const expected = await functions.evaluate(({ name, args }) => manyi[name](...args), { name, args });
    // Shown to ten digits.
    const rounded = JSON.parse(JSON.stringify(expected, (_, part) => (typeof part === "number" ? Number(part.toPrecision(10)) : part)));
    assert.deepEqual(JSON.parse(text), rounded, name);
  }
  assert.deepEqual(page.complaints, []);
});

test("what a visitor writes is computed at once, and stays in another language", async () => {
  const page = await opened();
  const input = page.locator("#proportion-in");
  const result = () => page.locator("#proportion-out").textContent().then(JSON.parse);
  await input.fill('[{ "count": 1, "total": 4 }]');
  assert.equal((await result()).share, 0.25);
  await page.locator("select[name=language]").selectOption("zh-CN");
  await page.locator("h2", { hasText: "忠诚" }).waitFor();
  assert.equal(await page.title(), "全部度量 · manyi");
  assert.equal((await result()).share, 0.25);
  assert.equal(await page.locator("#proportion-in").inputValue(), '[{ "count": 1, "total": 4 }]');
  assert.deepEqual(page.complaints, []);
});

test("what is no JSON, and what a function refuses, is said in the result", async () => {
  const page = await opened();
  const output = page.locator("#proportion-out");
  await page.locator("#proportion-in").fill("[{");
  assert.equal(await output.textContent(), "This is no JSON list of arguments.");
  await page.locator("#proportion-in").fill('[{ "count": 5, "total": 4 }]');
  assert.match(await output.textContent(), /^out-of-range · count\n/);
  assert.equal(await output.getAttribute("data-state"), "refused");
  assert.deepEqual(page.complaints, []);
});

test("an address can point to a measure", async () => {
  const page = await opened({}, "/measures.html#tiers");
  const top = await page.locator("#tiers").evaluate((card) => card.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 100, `${top}`);
});

describe("at every size, in every look and language", () => {
  for (const [width, colorScheme, locale] of [[390, "light", "en"], [390, "dark", "zh-CN"], [1280, "light", "zh-CN"], [1280, "dark", "en"]]) {
    test(`${width} px, ${colorScheme}, ${locale}: nothing to complain of, nothing beside the page`, async () => {
      const page = await opened({ viewport: { width, height: 900 }, colorScheme, locale });
      assert.deepEqual(await accessibility(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      await screenshot(page, `measures-${width}-${colorScheme}-${locale}`);
      assert.deepEqual(page.complaints, []);
    });
  }
});
