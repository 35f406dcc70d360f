// Every golden case, through the package's functions in a browser: the same files that run natively.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { compared } from "./golden-case.mjs";
import { open } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await open();
  page = await site.page("/pages/functions.html");
  await page.evaluate(() => manyi.init());
});
after(() => site.close());

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
        assert.equal(compared(expected, error ?? result, tolerance), null);
      });
    });
  });
}
