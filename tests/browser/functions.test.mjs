import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

test("a function called in the page returns what it returns in Rust", async () => {
  const page = await site.page("/pages/functions.html");
  const band = await page.evaluate(async () => {
    await manyi.init();
    return [0.7, 0.3, 0.29].map((probability) => manyi.probabilityBand(probability));
  });
  assert.deepEqual(band, ["high", "middle", "low"]);
  assert.deepEqual(page.complaints, []);
});

test("bad input throws a ManyiError with its code, its path and a message for people", async () => {
  const page = await site.page("/pages/functions.html");
  const thrown = await page.evaluate(async () => {
    await manyi.init();
    return [2, NaN, "0.5", undefined].map((input) => {
      try {
        return { returned: manyi.probabilityBand(input) };
      } catch (error) {
        return { ours: error instanceof manyi.ManyiError, name: error.name, code: error.code, path: error.path, message: error.message };
      }
    });
  });
  assert.deepEqual(thrown, [
    { ours: true, name: "ManyiError", code: "out-of-range", path: null, message: "2 is outside 0..=1" },
    { ours: true, name: "ManyiError", code: "not-finite", path: null, message: "a number must be finite, this is NaN" },
    { ours: true, name: "ManyiError", code: "wrong-type", path: null, message: 'expected a number, found the text "0.5"' },
    { ours: true, name: "ManyiError", code: "wrong-type", path: null, message: "expected a number, found nothing (null)" },
  ]);
});

test("a call before init() says so", async () => {
  const page = await site.page("/pages/functions.html");
  const code = await page.evaluate(() => {
    try {
      return manyi.probabilityBand(0.5);
    } catch (error) {
      return error.code;
    }
  });
  assert.equal(code, "not-initialised");
});

test("init() is memoised, and a failed load can be retried", async () => {
  const page = await site.page("/pages/functions.html");
  const seen = await page.evaluate(async () => {
    const failed = await manyi.init("/no-such.wasm").catch((error) => error.code);
    const again = manyi.init();
    const same = again === manyi.init();
    await again;
    return { failed, same, band: manyi.probabilityBand(1) };
  });
  assert.deepEqual(seen, { failed: "not-loaded", same: true, band: "high" });
});

test("axe has nothing to say about the page", async () => {
  const page = await site.page("/pages/functions.html");
  assert.deepEqual(await accessibility(page), []);
});
