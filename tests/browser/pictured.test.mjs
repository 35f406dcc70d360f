// Words in pictures, tables, the mapping step and the customers' page, in all nine languages: none is missing, and what is drawn fits.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open, screenshot } from "./harness.mjs";
import { place } from "./report-page.mjs";

const TAGS = ["en", "zh-CN", "zh-TW", "es", "de", "fr", "ja", "pt", "ar"];
const OTHERS = TAGS.filter((tag) => tag !== "en");
const built = (path) => import(join(root, "dist/src", path));
const rust = readFileSync(join(root, "src/plot/words.rs"), "utf8");
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

let site;
before(async () => { site = await open({ "/tests/": join(root, "tests/browser") }); });
after(() => site.close());

/** Every text by its path, with the names in its braces. */
const shape = (value, path = "") =>
  typeof value === "string" ? [[path, ...[...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()].join(" ")] : Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
const texts = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(texts));

for (const [what, module, name] of [["the data tables", "report/data-words.js", "dataWords"], ["the mapping step", "report/mapping/words.js", "mappingWords"], ["the customers' page", "customers/messages.js", "customerMessages"]]) {
  test(`${what}: every language has every word, with the same placeholders, and of its own`, async () => {
    const words = (await built(module))[name];
    const english = await words.of("en");
    for (const tag of OTHERS) {
      const own = await words.of(tag);
      assert.deepEqual(shape(own), shape(english), tag);
      assert.ok(texts(own).every((text) => text.trim() !== ""), tag);
      const same = texts(own).filter((text, at) => text === texts(english)[at]);
      assert.ok(same.length < 0.4 * texts(english).length, `${tag}: ${same}`);
    }
    assert.equal(await words.of("sw"), english);
  });
}

test("pictures: every language has the words that Rust reads, in their order, and Chinese is the same in both", async () => {
  const fields = [...rust.slice(rust.indexOf("pub struct Words"), rust.indexOf("thread_local!")).matchAll(/^ +(?:pub\(super\) )?(\w+),$/gm)].map(([, field]) => camel(field));
  assert.ok(fields.length > 80);
  const { messagesOf } = await built("report/messages.js");
  for (const name of readdirSync(join(root, "www/src/report/messages")).filter((name) => name !== "en.ts")) {
    const source = readFileSync(join(root, "www/src/report/messages", name), "utf8");
    const keys = [...source.slice(source.indexOf("const pictured"), source.indexOf("\n};")).matchAll(/^ {2}(\w+): "/gm)].map(([, key]) => key);
    assert.deepEqual(keys, fields, name);
  }
  for (const tag of OTHERS) {
    const lines = (await messagesOf(tag)).pictured.split("\n");
    assert.equal(lines.length, fields.length, tag);
    assert.ok(lines.every((line) => line.trim() !== ""), tag);
    // A quadrant has one name on a page.
    const { quadrants } = await messagesOf(tag);
    assert.deepEqual(lines.slice(0, 4), ["concentrate", "keep-up", "low-priority", "overkill"].map((quadrant) => quadrants[quadrant]), tag);
  }
  const chinese = Object.fromEntries([...rust.slice(rust.indexOf("const CHINESE"), rust.indexOf("impl Words")).matchAll(/^ {4}(\w+): "([^"]*)",$/gm)].map(([, field, words]) => [camel(field), words]));
  assert.deepEqual((await messagesOf("zh-CN")).pictured.split("\n"), fields.map((field) => chinese[field]));
});

test("a picture speaks a language once `speak` has loaded it, and English before", async () => {
  const page = await site.page("/pages/functions.html");
  const [before, after, chinese] = await page.evaluate(async () => {
    const manyi = await import("/dist/browser/index.js");
    await manyi.init();
    const data = manyi.nps({ counts: [0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1] });
    const said = (tag) => manyi.describe("nps", data, tag);
    const before = said("de-AT");
    await manyi.speak("de-AT");
    return [before, said("de-AT"), said("zh-CN")];
  });
  assert.match(before, /Detractors/);
  assert.match(after, /Detraktoren/);
  assert.match(chinese, /贬损者/);
});

for (const tag of TAGS) {
  for (const width of [340, 1100]) {
    test(`${tag}: on every kind of picture, ${width} wide, each word is whole and inside`, async () => {
      const page = await site.page("/pages/functions.html", { viewport: { width: 1280, height: 900 } });
      const found = await page.evaluate(async ([tag, width]) => {
        const manyi = await import("/dist/browser/index.js");
        const { chartData } = await import("/tests/chart-data.mjs");
        await manyi.init();
        await manyi.speak(tag);
        const cut = [];
        for (const [kind, data] of Object.entries(chartData(manyi))) {
          document.body.innerHTML = manyi.svg(kind, data, { width, language: tag });
          const box = document.querySelector("svg").getBoundingClientRect();
          for (const text of document.querySelectorAll("svg text")) {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const inside = left >= box.left - 2 && right <= box.right + 2 && top >= box.top - 2 && bottom <= box.bottom + 2;
            if (!inside || text.textContent.includes("…")) cut.push(`${kind}: ${text.textContent.trim()}${inside ? "" : ` ${Math.round(left - box.left)}–${Math.round(right - box.left)}`}`);
          }
        }
        return cut;
      }, [tag, width]);
      assert.deepEqual(found, []);
    });
  }
}

for (const tag of OTHERS) {
  test(`${tag}: a report's pictures and its data tables speak the page's language, at 390 and 1280 px`, async () => {
    const { messagesOf } = await built("report/messages.js");
    const { dataWords } = await built("report/data-words.js");
    const { pictured, dataTable } = await messagesOf(tag);
    const words = await dataWords.of(tag);
    for (const width of [390, 1280]) {
      const page = await site.page("/pages/functions.html", { locale: tag, viewport: { width, height: 900 } });
      await page.evaluate((tag) => { document.documentElement.lang = tag; }, tag);
      await place(page);
      const canvas = page.locator("manyi-report canvas.quadrants");
      await canvas.waitFor();
      await page.waitForFunction((word) => document.querySelector("manyi-report").shadowRoot.querySelector("canvas.nps")?.ariaLabel?.includes(word), pictured.split("\n")[20]);
      await page.locator("manyi-report .data summary", { hasText: dataTable }).first().click();
      await page.locator("manyi-report .numbers th", { hasText: words.certainty }).waitFor();
      await page.waitForTimeout(200);
      await screenshot(page, `report-${tag}-${width}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tag} ${width}: nothing is wider than the page`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  });
}

for (const tag of [...OTHERS, "it"]) {
  test(`${tag}: the customers' page has words and numbers of one language, and its picture's, at 390 and 1280 px`, async () => {
    const { customerMessages } = await built("customers/messages.js");
    const { messagesOf } = await built("report/messages.js");
    const said = await customerMessages.of(tag);
    const { pictured, direction } = await messagesOf(tag);
    for (const width of [390, 1280]) {
      const page = await site.page("/pages/functions.html", { locale: tag, viewport: { width, height: 900 } });
      await page.evaluate(async (tag) => {
        document.documentElement.removeAttribute("lang");
        await import("/dist/browser/customers.js");
        const element = document.createElement("manyi-customers");
        Object.assign(element, { src: "/samples/telco.csv", settings: "/samples/telco.settings.json" });
        document.body.replaceChildren(element);
      }, tag);
      const title = page.locator("manyi-customers h2", { hasText: said.title });
      await title.waitFor({ timeout: 60_000 });
      const first = await page.locator("manyi-customers [part=summary] li, manyi-customers .sentences li").first().innerText();
      const count = new Intl.NumberFormat(tag === "it" ? "en" : tag).format(7032);
      assert.ok(first.includes(count), `${count} in ${first}`);
      assert.equal(await page.locator("manyi-customers .report").getAttribute("dir"), direction);
      const picture = await page.locator("manyi-customers canvas.tiers").getAttribute("aria-label");
      assert.ok(picture.includes(tag === "it" ? "Customer tiers" : pictured.split("\n")[36]), picture);
      await screenshot(page, `customers-${tag}-${width}`, { fullPage: false });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tag} ${width}: nothing is wider than the page`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  });
}

for (const tag of ["de", "ja", "ar"]) {
  test(`${tag}: what a file's columns hold is asked in the page's language`, async () => {
    const { mappingWords } = await built("report/mapping/words.js");
    const words = await mappingWords.of(tag);
    for (const width of [390, 1280]) {
      const page = await site.page("/pages/functions.html", { locale: tag, viewport: { width, height: 900 } });
      await page.evaluate(async (tag) => {
        document.documentElement.lang = tag;
        await import("/dist/browser/report.js");
        document.body.replaceChildren(document.createElement("manyi-report"));
      }, tag);
      const csv = "Price satisfaction,Speed satisfaction,Region\n" + Array.from({ length: 12 }, (_, row) => `${1 + (row % 5)},${1 + ((row + 2) % 5)},${row % 2 ? "north" : "south"}`).join("\n");
      await page.locator("manyi-report [part=open] input").setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
      const accept = page.locator("manyi-report [part=accept]");
      await accept.waitFor();
      assert.equal((await accept.textContent()).trim(), words.accept);
      assert.equal((await page.locator("manyi-report #title-mapping").textContent()).trim(), words.title.replace("{name}", "answers.csv"));
      assert.deepEqual(await page.locator("manyi-report select[name=holds]").first().locator("option").allTextContents(), Object.values(words.roles));
      await screenshot(page, `mapping-${tag}-${width}`, { fullPage: false });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.close();
    }
  });
}
