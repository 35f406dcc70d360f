// Every kind of question, answered as a person does it, in whatever engine.
import assert from "node:assert/strict";
import { test } from "node:test";

import { NAMES, surveyOf } from "../every-kind.mjs";
import { answered, answers, focused, formIn, put, tabTo } from "./forms.mjs";

const field = (key) => `[id="field-${key}"]`;
const mark = (key, n) => `${field(key)} input:nth-of-type(${n})`;

const POINTED = {
  "matrix.price": 2, dots: 7, stars: 4, faces: 5, numbers: 10, slider: 0, nps: 0, ces: 3, "quadrant.price.x": 50, "quadrant.price.y": 50, "quadrant.speed.x": 100, "quadrant.speed.y": 100,
  "pairwise.price:speed": 8, "kano.speed.functional": 1, "kano.speed.dysfunctional": 5, "allocation.a": 2, "allocation.b": 3,
  "ranking.a": 3, "ranking.b": 1, "ranking.c": 2, choice: "c", multiple: ["a", "c", "a song"], number: 30, text: "Well.",
};

const TYPED = {
  "matrix.price": 4, dots: 2, stars: 3, faces: 1, numbers: 2, slider: 51, nps: 1, ces: 2, "quadrant.price.x": 51, "quadrant.price.y": 49, "pairwise.price:speed": 2,
  "kano.speed.functional": 2, "kano.speed.dysfunctional": 1, "allocation.a": 1, "allocation.b": 9, "ranking.a": 2, "ranking.b": 3, "ranking.c": 1, choice: "b", multiple: ["a", "b"], number: 42, text: "Two\nlines",
};

/** The tests of the kinds; `engine()` is the engine that runs. */
export function kinds(engine) {
  test("every kind of question is answered with the pointer, and a reload finds every answer where it was", async () => {
    const definition = surveyOf(NAMES);
    const page = await formIn(engine(), definition);
    await page.click(mark("matrix.price", 2));
    await page.click(mark("dots", 7));
    await page.click(mark("stars", 4));
    await page.click(mark("faces", 5));
    await page.click(mark("numbers", 10));
    await page.click(field("slider"), { at: [0.004, 0.5] });
    await page.click(mark("nps", 1));
    await page.click(mark("ces", 3));
    await page.click(".ground");
    await page.click(".ground", { at: [0.996, 0.004] });
    await page.click(field("pairwise.price:speed"), { at: [0.004, 0.5] });
    await page.click(mark("kano.speed.functional", 1));
    await page.click(mark("kano.speed.dysfunctional", 5));
    for (const label of ["Apple", "Apple", "Pear", "Pear", "Pear"]) await page.click(`[aria-label="More for ${label}"]`);
    await page.click('[aria-label="Move Pear up"]');
    await page.click('[aria-label="Move Plum up"]');
    await page.click('[data-kind="choice"] .option', { text: "Plum" });
    for (const option of ["Apple", "Plum", "Other"]) await page.click(".question:nth-of-type(15) .option", { text: option });
    await page.click('[aria-label="Other, in your words"]');
    await page.type("a song");
    await page.click(field("number"));
    await page.type("30");
    await page.click(field("text"));
    await page.type("Well.");
    await answered(page, POINTED);
    assert.deepEqual(await page.complaints(), []);
    // A draft is written a moment after the last key.
    await page.until(() => new Promise((resolve) => {
      indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
        result.transaction("drafts").objectStore("drafts").getAll().onsuccess = ({ target }) => { result.close(); resolve(JSON.stringify(target.result).includes("Well.")); };
      };
    }));
    await page.reload();
    await put(page, definition);
    assert.deepEqual(await answers(page), POINTED);
    for (const late of [".ground", ".pair", ".shares", ".ranks", "[aria-label='Other, in your words']"]) await page.shown(late);
    const shown = await page.evaluate((fields) => fields.map((selector) => within(selector)[0]).map((one) => (one.matches("[type=range], [type=number], textarea") ? one.value : one.checked)), [
      mark("matrix.price", 2), mark("stars", 4), field("slider"), field("quadrant.speed.x"), field("pairwise.price:speed"), field("allocation.b"), field("number"), field("text"),
    ]);
    assert.deepEqual(shown, [true, true, "0", "100", "8", "3", "30", "Well."]);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("every kind of question is answered with the keyboard alone, in one way through the page", async () => {
    const page = await formIn(engine(), surveyOf(NAMES));
    await page.shown(".ranks");
    const radio = async (key, steps) => {
      await tabTo(page, key);
      await page.press("Space");
      for (let step = 0; step < steps; step++) await page.press("ArrowRight");
    };
    const press = async (at, ...keys) => {
      await tabTo(page, at);
      for (const key of keys) await page.press(key);
    };
    await radio("matrix.price", 3);
    await radio("dots", 1);
    await radio("stars", 2);
    await radio("faces", 0);
    await radio("numbers", 1);
    await press("field-slider", "ArrowRight");
    await radio("nps", 1);
    await radio("ces", 1);
    await press("field-quadrant.price.x", "ArrowRight");
    await press("field-quadrant.price.y", "ArrowLeft");
    await press("field-pairwise.price:speed", "ArrowLeft", "ArrowLeft");
    await radio("kano.speed.functional", 1);
    await radio("kano.speed.dysfunctional", 0);
    await press("More for Apple", "Enter");
    await tabTo(page, "field-allocation.b");
    await page.type("9");
    await press("Move Plum up", "Enter");
    const { choice, multiple, number, text, ...before } = TYPED;
    await answered(page, { ...before, "ranking.a": 1, "ranking.b": 3, "ranking.c": 2 });
    assert.equal(await focused(page), "Move Plum up");
    await page.press("ArrowUp");
    await answered(page, before);
    await radio("choice", 1);
    await press("multiple", "Space", "Tab", "Space");
    await tabTo(page, "field-number");
    await page.type("42");
    await tabTo(page, "field-text");
    await page.type("Two\nlines");
    await answered(page, { ...before, choice, multiple, number, text });
    await press("submit", "Enter");
    await page.shown(".thanks", "Thank you.");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("in Arabic every scale runs from right to left: marks, words, paint, and the keys of a slider", async () => {
    const page = await formIn(engine(), surveyOf(["stars", "nps", "slider", "quadrant", "matrix"]), { language: "ar" });
    await page.shown("button.on", "إرسال");
    const lefts = await page.evaluate((selectors) => selectors.map((selector) => within(`${selector} input`).map((input) => Math.round(input.getBoundingClientRect().left))), ["stars", "nps", "matrix.price"].map(field));
    for (const row of lefts) assert.ok(row.every((left, index) => index === 0 || left < row[index - 1]), row.join(" "));
    assert.equal(await page.evaluate(() => getComputedStyle(within(".survey")[0]).direction), "rtl");
    await tabTo(page, "field-slider");
    await page.press("ArrowLeft");
    await page.press("ArrowLeft");
    await page.click(mark("matrix.price", 4));
    const inked = () => page.evaluate((selector) => {
      const [marks] = within(selector);
      const canvas = marks.querySelector("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return [...marks.querySelectorAll("input")].map((input) => {
        const x = Math.round((parseFloat(input.style.left) + parseFloat(input.style.width) / 2 - 7) * devicePixelRatio);
        const y = Math.round((parseFloat(input.style.top) + parseFloat(input.style.height) / 2) * devicePixelRatio);
        return data[4 * (y * canvas.width + x) + 3] === 255;
      });
    }, field("matrix.price"));
    for (const end = Date.now() + 5000; Date.now() < end && String(await inked()) !== "false,false,false,true,false"; );
    assert.deepEqual(await inked(), [false, false, false, true, false]);
    // The left end of a mirrored plane is its best satisfaction.
    await page.click(".ground", { at: [0.004, 0.996] });
    await answered(page, { "matrix.price": 4, slider: 52, "quadrant.price.x": 100, "quadrant.price.y": 0 });
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("the form changes its language on the way and keeps the answers, and a page's own words stand in it", async () => {
    const page = await formIn(engine(), surveyOf(["stars", "choice"]));
    await page.click(mark("stars", 3));
    for (const [language, word] of [["ja", "送信"], ["de_AT", "Absenden"], ["zh-TW", "送出"], ["xx", "Submit"]]) {
      await page.evaluate((language) => { document.querySelector("manyi-survey").language = language; }, language);
      await page.shown("button.on", word);
      assert.deepEqual(await answers(page), { stars: 3 });
    }
    await page.evaluate(() => { document.querySelector("manyi-survey").messages = { submit: "Send it" }; });
    await page.shown("button.on", "Send it");
    assert.deepEqual(await answers(page), { stars: 3 });
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test("comparisons tell live how far they agree, and the most doubtful one is offered and not forced", async () => {
    const page = await formIn(engine(), surveyOf(["pairwise"]));
    await page.shown(".pair");
    const press = async (key, ...keys) => {
      await tabTo(page, `field-pairwise.${key}`);
      for (const one of keys) await page.press(one);
    };
    await press("price:speed", ..."1234".split("").map(() => "ArrowLeft"));
    await press("price:care", "ArrowRight", "ArrowRight");
    assert.equal(await page.count(".agreement[data-shown]"), 0);
    await press("speed:care", "ArrowLeft");
    // Of 5 : 1, 1 : 3 and 2 : 1 the ratio is 1.23195 (numpy.linalg.eigvals).
    await page.shown(".agreement .count", "1.23");
    await page.click(".agreement button");
    assert.equal(await focused(page), "field-pairwise.price:speed");
    await page.click("button[part=submit]");
    await page.shown(".thanks", "Thank you.");
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });
}
