// Every golden case, through the package's functions in a browser: the same files that run natively.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await open();
  page = await site.page("/pages/functions.html");
  await page.evaluate(() => manyi.init());
});
after(() => site.close());

/** The first place where the result is not what is expected; `null` where all is. */
function difference(expected, found, tolerance, path = "") {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= tolerance ? null : `${path}: ${found} instead of ${expected}`;
  }
  if (expected === null || typeof expected !== "object") return expected === found ? null : `${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
  if (found === null || typeof found !== "object") return `${path}: ${JSON.stringify(found)} instead of an object`;
  if (Array.isArray(expected) && expected.length !== found.length) return `${path}: ${found.length} entries instead of ${expected.length}`;
  for (const key of Object.keys(expected)) {
    const here = difference(expected[key], found[key], tolerance, `${path}.${key}`);
    if (here !== null) return here;
  }
  return null;
}

function compared(expected, found, tolerance) {
  if (typeof tolerance === "number" || expected === null || typeof expected !== "object") return difference(expected, found, tolerance ?? 0);
  for (const [key, value] of Object.entries(expected)) {
    const here = difference(value, found?.[key], tolerance?.[key] ?? tolerance?.default ?? 0, `.${key}`);
    if (here !== null) return here;
  }
  return null;
}

const folder = join(root, "tests/golden");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
assert.ok(files.length >= 50, "the cases are there");

for (const file of files) {
  const golden = JSON.parse(readFileSync(join(folder, file), "utf8"));
  describe(golden.name ?? file, () => {
    (golden.cases ?? [golden]).forEach((one, index) => {
      const { function: name, tolerance, input, args, expected } = { ...golden, ...one };
      test(`${name} ${one.name ?? index}`, async () => {
        const { result, error } = await page.evaluate(({ name, args }) => {
          try {
            if (typeof manyi[name] !== "function") throw new Error(`the package has no function ${name}`);
            return { result: manyi[name](...args) };
          } catch (error) {
            if (!(error instanceof manyi.ManyiError)) throw error;
            return { error: { error: error.code, path: error.path } };
          }
        }, { name, args: args ?? [input] });
        const wanted = expected?.error === undefined ? expected : { error: expected.error, ...(expected.path === undefined ? {} : { path: expected.path }) };
        assert.equal(compared(wanted, error ?? result, tolerance), null);
      });
    });
  });
}
