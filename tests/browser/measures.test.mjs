// The page that explains the measures: each is there, its example is computed, and it reads well everywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { accessibility, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function shown(options) {
  const page = await site.page("/measures.html", options);
  await page.locator("#measures[data-shown]").waitFor();
  return page;
}

test("every measure of the public contract has its half page, in English and in Chinese", async () => {
  const contract = readFileSync(join(root, "tests/types/contract/api.d.ts"), "utf8");
  const others = new Set(["init", "initSync", "checkSurvey", "analyse", "draw", "svg"]);
  const measures = [...contract.matchAll(/^export function (\w+)/gm)].map(([, name]) => name).filter((name) => !others.has(name));
  assert.ok(measures.length >= 40, `${measures.length} measures in the contract`);
  // What the package measures beyond the contract is explained too.
  measures.push("whatIf");
  for (const locale of ["en-US", "zh-CN"]) {
    const page = await shown({ locale });
    const articles = await page.locator("article").evaluateAll((all) => all.map((one) => ({ id: one.id, title: one.querySelector("h3").firstChild.textContent, facts: [...one.querySelectorAll("dd")].map((dd) => dd.textContent) })));
    assert.deepEqual(articles.map(({ id }) => id).sort(), [...measures].sort());
    for (const { id, title, facts } of articles) {
      assert.notEqual(title, id, `${id} has a name in ${locale}`);
      assert.equal(facts.length, 4, id);
      assert.ok(facts.every((fact) => fact.length > 3), `${id}: ${facts.join(" | ")}`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("the result below a call is what the package gives for it", async () => {
  const page = await shown({ locale: "en-US" });
  const result = (name) => page.locator(`#${name} pre.result`).textContent();
  // Published or computed elsewhere: Wilson's interval of 18 of 20 (Newcombe 1998's formula), Krejcie and Morgan's table, Kano's coefficients by hand.
  assert.match(await result("proportion"), /low: 0\.699, high: 0\.9721/);
  assert.equal(await result("sampleSize"), "{ n: 218 }");
  assert.match(await result("kano"), /better: 0\.6837,\n {2}worse: -0\.7041/);
  assert.equal(await result("probabilityBand"), '"high"');
  const all = await page.locator("pre.result").allTextContents();
  assert.ok(all.every((text) => !/NaN|Infinity|undefined/.test(text)));
  await page.context().close();
});

test("the language can be changed on the page, and stays where the reader is", async () => {
  const page = await shown({ locale: "en-US" });
  await page.locator("select[name=language]").selectOption("zh-CN");
  await page.locator("#measures[data-shown='zh-CN']").waitFor();
  assert.match(await page.locator("#nps h3").textContent(), /^净推荐值/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const [width, locale] of [[390, "zh-CN"], [1280, "en-US"]]) {
    test(`axe has nothing to say about the measures, ${colorScheme}, ${width} pixels wide, and nothing overflows`, async () => {
      const page = await shown({ locale, colorScheme, viewport: { width, height: 900 } });
      assert.deepEqual(await accessibility(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await screenshot(page, `measures-${colorScheme}-${width}`, { fullPage: false });
      await page.context().close();
    });
  }
}
