// What a person meets, in every engine alike: the form, the report, and the functions of the package.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Tally, initSync } from "manyi";

import { root } from "../../scripts/run.mjs";
import { apart } from "./behaviour/apart.mjs";
import { closer } from "./behaviour/closer.mjs";
import { kinds } from "./behaviour/kinds.mjs";
import { reader } from "./behaviour/reader.mjs";
import { sources } from "./behaviour/sources.mjs";
import { taken } from "./behaviour/taken.mjs";
import { engines, open } from "./engines/engines.mjs";
import { compared } from "./golden-case.mjs";
import { csv, percent, twoDigits } from "./report-page.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const shapka = json("tests/browser/expected/shapka.json");
const ATTRIBUTES = json("www/samples/after-sales.json").attributes.map(({ id }) => id);
const CHOSEN = Object.fromEntries(ATTRIBUTES.map((attribute, index) => [`sat.${attribute}`, (index % 5) + 1]));

const field = (key) => `[id="field-${key}"]`;
const mark = (key, n) => `[id="field-${key}"] input:nth-of-type(${n})`;
const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const place = (page, n) => page.shown("#place", `Page ${n} of 3`);

/** Every record of a store of the database, read past the form. */
const stored = (page, store) =>
  page.evaluate(
    (store) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("manyi");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(store).objectStore(store).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    store,
  );

async function fillPageOne(page) {
  for (const [key, level] of Object.entries(CHOSEN)) await page.click(mark(key, level));
}

async function next(page, to) {
  await page.click("button[part=next]");
  await place(page, to);
}

/** Which marks of a scale are filled on its canvas, left of each input's middle, where the number is not. */
const filled = (page, key) =>
  page.evaluate((selector) => {
    const [marks] = within(selector);
    const canvas = marks.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return [...marks.querySelectorAll("input")].flatMap((input, index) => {
      const x = Math.round((parseFloat(input.style.left) + parseFloat(input.style.width) / 2 - 7) * devicePixelRatio);
      const y = Math.round((parseFloat(input.style.top) + parseFloat(input.style.height) / 2) * devicePixelRatio);
      return data[4 * (y * canvas.width + x) + 3] === 255 ? [index + 1] : [];
    });
  }, field(key));

/** Waits until the paint has come to rest with only these marks filled. */
async function paintedAs(page, key, wanted) {
  let now;
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    now = await filled(page, key);
    if (String(now) === String(wanted)) return;
  }
  assert.deepEqual(now, wanted);
}

/** The quadrants' canvas: how many colours it shows, and a fingerprint. */
const painted = (page) =>
  page.evaluate(() => {
    const [canvas] = within("canvas.quadrants");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return { colours: new Set(pixels).size, corner: [...data.slice(0, 3)], print: pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0) };
  });

const table = (page) =>
  page.evaluate(() =>
    within("tbody tr").filter((row) => row.dataset.id).map((row) => ({
      id: row.dataset.id, quadrant: row.dataset.quadrant, importance: row.querySelector(".importance").textContent, performance: row.querySelector(".performance").textContent,
    })),
  );

/** What another program found for an attribute of the demo report: its ids are a00, a01, … */
const found = ({ id }) => shapka.attributes[Number(id.slice(1))];

async function report(engine) {
  const page = await engine.page("/shapka.html");
  await page.shown("[part~=summary]");
  await page.until(() => within("canvas.quadrants")[0]?.dataset.fitted === "");
  return page;
}

for (const name of engines) {
  describe(`in ${name}`, () => {
    let engine;
    before(async () => { engine = await open(name); });
    after(() => engine?.close());

    kinds(() => engine);
    apart(() => engine);
    closer(() => report(engine));
    sources(() => engine);
    reader(() => engine);
    taken(() => engine);

    test("the survey is filled with the pointer, and the response is kept exactly as it was chosen", async () => {
      const page = await engine.page("/index.html");
      await fillPageOne(page);
      await next(page, 2);
      await page.click(mark("imp.speed", 5));
      // The left end of a comparison is where the left one matters most.
      await page.click(field("weigh.content:quality"), { at: [0.04, 0.5] });
      await next(page, 3);
      await page.click(mark("overall", 4));
      await page.click(mark("nps", 4));
      await page.click(field("why"));
      await page.type("Answer the phone.");
      await page.click(".option", { text: "South" });
      await page.click("button[part=submit]");
      await page.shown(".thanks", "Thank you.");
      const [response, ...more] = await stored(page, "responses");
      assert.deepEqual(more, []);
      assert.deepEqual(response.answers, { ...CHOSEN, "imp.speed": 5, "weigh.content:quality": 8, overall: 4, nps: 3, why: "Answer the phone.", region: "south" });
      assert.deepEqual(await stored(page, "drafts"), []);
      assert.deepEqual(await page.evaluate(() => document.querySelector("manyi-survey").responses()), [response]);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("the survey is filled with the keyboard alone", async () => {
      const page = await engine.page("/index.html");
      await page.shown(".question");
      const tabTo = async (wanted) => {
        const passed = [];
        for (let steps = 0; steps < 60; steps++) {
          await page.press("Tab");
          const at = await page.evaluate(() => {
            const element = document.querySelector("manyi-survey").shadowRoot.activeElement;
            return element && (element.name || element.id || element.getAttribute("part"));
          });
          if (at === wanted) return;
          passed.push(at);
        }
        assert.fail(`the keyboard does not get to ${wanted}: ${passed.join(" ")}`);
      };
      for (const [key, level] of Object.entries(CHOSEN)) {
        await tabTo(key);
        await page.press("Space");
        for (let steps = 1; steps < level; steps++) await page.press("ArrowRight");
      }
      assert.deepEqual(await answers(page), CHOSEN);
      await tabTo("next");
      await page.press("Enter");
      await place(page, 2);
      await tabTo("field-weigh.content:quality");
      await page.press("ArrowLeft");
      await tabTo("next");
      await page.press("Enter");
      await place(page, 3);
      await tabTo("overall");
      await page.press("Space");
      await page.press("ArrowRight");
      await tabTo("nps");
      await page.press("Space");
      await tabTo("field-why");
      await page.type("Lines\nof words");
      await tabTo("submit");
      await page.press("Enter");
      await page.shown(".thanks", "Thank you.");
      const [response] = await stored(page, "responses");
      assert.deepEqual(response.answers, { ...CHOSEN, "weigh.content:quality": 1, overall: 2, nps: 0, why: "Lines\nof words" });
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("a chosen mark is painted where its input is, and the paint follows the keys", async () => {
      const page = await engine.page("/index.html");
      await page.shown(".question");
      await paintedAs(page, "sat.image", []);
      await page.click(mark("sat.image", 4));
      await paintedAs(page, "sat.image", [4]);
      await page.press("ArrowLeft");
      await paintedAs(page, "sat.image", [3]);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("what is missing is told in a summary that has the focus, leads to its field, and goes away once answered", async () => {
      const page = await engine.page("/index.html", { viewport: { width: 600, height: 800 } });
      await page.click(mark("sat.image", 3));
      await page.click("button[part=next]");
      await page.shown(".faults");
      assert.equal(await page.count(".faults a"), 11);
      assert.ok(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.matches(".faults")));
      await page.click(".faults a", { text: "Freedom from errors" });
      assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.name), "sat.errors");
      await fillPageOne(page);
      assert.equal(await page.count(".faults"), 0);
      await next(page, 2);
      await page.close();
    });

    test("going back and a reload in the middle lose nothing", async () => {
      const page = await engine.page("/index.html");
      await fillPageOne(page);
      await next(page, 2);
      await page.click(mark("imp.care", 2));
      await page.click("button[part=back]");
      await place(page, 1);
      assert.deepEqual(await answers(page), { ...CHOSEN, "imp.care": 2 });
      await next(page, 2);
      await next(page, 3);
      await page.click(mark("nps", 1));
      await page.click(field("why"));
      await page.type("half a sen");
      // A draft is written a moment after the last key.
      for (const end = Date.now() + 5000; Date.now() < end && !JSON.stringify(await stored(page, "drafts")).includes("half a sen"); );
      await page.reload();
      await place(page, 3);
      assert.equal(await page.evaluate((selector) => within(selector)[0].value, field("why")), "half a sen");
      assert.deepEqual(await answers(page), { ...CHOSEN, "imp.care": 2, nps: 0, why: "half a sen" });
      assert.equal((await stored(page, "drafts")).length, 1);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("a question appears when its condition holds, and its answer goes along only while it does", async () => {
      const page = await engine.page("/index.html");
      await fillPageOne(page);
      await next(page, 2);
      await next(page, 3);
      assert.equal(await page.count(field("why")), 0);
      await page.click(mark("nps", 7));
      await page.click(field("why"));
      await page.type("Speak up.");
      assert.equal((await answers(page)).why, "Speak up.");
      await page.click(mark("nps", 11));
      assert.equal(await page.count(field("why")), 0);
      assert.equal((await answers(page)).why, undefined);
      await page.click(mark("nps", 3));
      assert.equal(await page.evaluate((selector) => within(selector)[0].value, field("why")), "Speak up.");
      await page.close();
    });

    test("a form that was loaded is submitted without a connection, and the response is kept once", async () => {
      const page = await engine.page("/index.html");
      await fillPageOne(page);
      engine.offline();
      try {
        await next(page, 2);
        await next(page, 3);
        await page.click(mark("overall", 5));
        await page.click("button[part=submit]");
        await page.shown(".thanks", "Thank you.");
      } finally {
        await engine.online();
      }
      assert.deepEqual((await stored(page, "responses")).map((response) => response.answers), [{ ...CHOSEN, overall: 5 }]);
      await page.reload();
      await place(page, 1);
      assert.deepEqual(await answers(page), {});
      await page.close();
    });

    test("the respondent sees their own index and their own quadrants", async () => {
      const page = await engine.page("/index.html");
      await fillPageOne(page);
      await next(page, 2);
      for (const [index, attribute] of ATTRIBUTES.entries()) await page.click(mark(`imp.${attribute}`, (index % 4) + 2));
      await next(page, 3);
      await page.click(mark("overall", 5));
      await page.click("button[part=submit]");
      await page.shown(".own .number");
      // The weights of the sample's judgments as scipy.linalg.eig solves them.
      const weights = json("tests/golden/index_ahp_12_factors.json").cases[0].expected.weights.map(({ weight }) => weight);
      const index = weights.reduce((sum, weight, at) => sum + weight * (at % 5) * 25, 0);
      assert.equal(await page.text(".own .number"), String(Math.round(index)));
      await page.until(() => {
        const [canvas] = within(".own canvas");
        if (!canvas?.width) return false;
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size > 20;
      });
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("the form turns Chinese in the middle, and keeps the answers", async () => {
      const page = await engine.page("/index.html");
      await page.click(mark("sat.image", 5));
      await page.choose("select[name=language]", "zh-CN");
      await page.shown("#place", "第 1 页，共 3 页");
      await page.shown("h2", "您对我们的服务满意吗？");
      assert.deepEqual(await answers(page), { "sat.image": 5 });
      await page.reload();
      await page.shown("#place", "第 1 页，共 3 页");
      assert.deepEqual(await answers(page), { "sat.image": 5 });
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("the report of 1,842 answers says what numpy finds, and paints it", async () => {
      const page = await report(engine);
      assert.equal(await page.text("[part=index-number]"), percent(shapka.index));
      assert.equal(await page.text("[part=index-n]"), "n = 1,842");
      const rows = await table(page);
      assert.equal(rows.length, shapka.attributes.length);
      for (const row of rows) {
        assert.deepEqual([row.importance, row.performance, row.quadrant], [twoDigits(found(row).importance), twoDigits(found(row).performance), found(row).quadrant.mean], row.id);
      }
      assert.ok((await painted(page)).colours > 20);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("another crosshair and another importance change the table to what numpy finds, and the picture", async () => {
      const page = await report(engine);
      const before = await painted(page);
      const [moved] = (await table(page)).filter((row) => found(row).quadrant.mean !== found(row).quadrant.median);
      await page.choose("select[name=crosshair]", "median");
      await page.until((id, quadrant) => within(`tr[data-id=${id}]`)[0].dataset.quadrant === quadrant, moved.id, found(moved).quadrant.median);
      for (const row of await table(page)) assert.equal(row.quadrant, found(row).quadrant.median, row.id);
      await page.choose("select[name=importance]", "lmg");
      await page.until((id, importance) => within(`tr[data-id=${id}] .importance`)[0].textContent === importance, moved.id, percent(found(moved).lmg.r2));
      for (const row of await table(page)) assert.equal(row.importance, percent(found(row).lmg.r2), row.id);
      assert.notEqual((await painted(page)).print, before.print);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("the report's picture turns dark with the page", async () => {
      const page = await report(engine);
      await page.choose("select[name=look]", "light");
      await page.until(() => getComputedStyle(document.documentElement).colorScheme === "light");
      const light = await painted(page);
      await page.choose("select[name=look]", "dark");
      let dark = light;
      for (const end = Date.now() + 5000; dark.print === light.print && Date.now() < end; ) dark = await painted(page);
      assert.ok(dark.corner.every((channel) => channel < 80), `${light.corner} stays ${dark.corner}`);
      await page.close();
    });

    test("the table leaves as a CSV file with all digits", async () => {
      const page = await report(engine);
      const text = readFileSync(await engine.taken(".csv", () => page.click("[part=ranking] [data-save=csv]")), "utf8");
      const [head, ...rows] = csv(text.replace(/^\ufeff/, ""));
      assert.equal(rows.length, shapka.attributes.length);
      const column = (row, name) => row[head.indexOf(name)];
      for (const row of rows) {
        const attribute = found({ id: column(row, "id") });
        assert.ok(Math.abs(Number(column(row, "Importance")) - attribute.importance) < 1e-9);
        assert.ok(Math.abs(Number(column(row, "Satisfaction")) - attribute.performance) < 1e-9);
        assert.equal(column(row, "Quadrant"), attribute.quadrant.mean);
      }
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("a CSV given to the file picker becomes the report", async () => {
      const page = await engine.page("/report.html");
      await page.shown("[part~=empty]");
      const rows = Array.from({ length: 60 }, (_, row) => ATTRIBUTES.map((_, at) => 1 + ((row + at) % 5)));
      const path = join(engine.folder, "given.csv");
      writeFileSync(path, [ATTRIBUTES.map((id) => `sat.${id}`), ...rows].map((cells) => cells.join(",")).join("\r\n"));
      await page.setFile("input[type=file]", path);
      await page.shown("[part~=summary]", "60");
      const shown = await table(page);
      assert.equal(shown.length, ATTRIBUTES.length);
      for (const row of shown) assert.equal(row.performance, "3.00", row.id);
      assert.match(await page.text("[part=source]"), /given\.csv/);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test("every golden case comes out of the package's functions as it was computed elsewhere", async () => {
      const page = await engine.page("/pages/functions.html");
      await page.until(() => typeof manyi === "object" && manyi.init().then(() => true));
      const cases = readdirSync(join(root, "tests/golden")).filter((file) => file.endsWith(".json")).flatMap((file) => {
        const golden = json(`tests/golden/${file}`);
        return (golden.cases ?? [golden]).map((one, index) => ({ ...golden, cases: null, ...one, title: `${file} ${one.name ?? index}` }));
      });
      assert.ok(cases.length >= 50);
      const wrong = [];
      for (const { title, function: name, input, args, expected, tolerance } of cases) {
        const { result, error } = await page.evaluate((name, args) => {
          try {
            return { result: manyi[name](...args) };
          } catch (error) {
            if (!(error instanceof manyi.ManyiError)) throw error;
            return { error: { error: error.code, path: error.path } };
          }
        }, name, args ?? [input]);
        const fault = compared(expected, error ?? result, tolerance);
        if (fault !== null) wrong.push(`${title}: ${fault}`);
      }
      assert.deepEqual(wrong, []);
      await page.close();
    });

    test("the tally of 1,842 answers is written as the same text, byte for byte, as outside any browser", async () => {
      const page = await engine.page("/pages/functions.html");
      await page.until(() => typeof manyi === "object" && manyi.init().then(() => true));
      const text = await page.evaluate(async () => {
        const [survey, columns, answers] = await Promise.all(
          ["shapka.json", "shapka.columns.json", "shapka_example_01.csv"].map(async (file) => (await fetch(`/samples/${file}`)).text()),
        );
        const tally = new manyi.Tally(JSON.parse(survey));
        tally.addCsv(answers, { columns: JSON.parse(columns) });
        tally.end();
        return JSON.stringify(tally);
      });
      initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
      const tally = new Tally(json("www/samples/shapka.json"));
      tally.addCsv(readFileSync(join(root, "www/samples/shapka_example_01.csv")), { columns: json("www/samples/shapka.columns.json") });
      tally.end();
      assert.equal(text, JSON.stringify(tally));
      await page.close();
    });
  });
}
