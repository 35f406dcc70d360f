// The languages of <manyi-survey>: what each says, which one a tag gets, and how a form that is written from right to left looks.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { barriers, open, screenshot } from "./harness.mjs";

const built = (path) => import(join(root, "dist/src", path));
const { english } = await built("survey/messages/en.js");
const { messagesIn } = await built("survey/messages.js");
const NAMES = readdirSync(join(root, "www/src/survey/messages")).map((file) => file.replace(".ts", "")).filter((name) => name !== "en");

let site;
before(async () => { site = await open(); });
after(() => site.close());

const DEFINITION = {
  id: "tongues", version: 1,
  title: { en: "Your visit", ar: "زيارتك", ja: "ご来店について", de: "Ihr Besuch", "zh-Hant": "您的光臨", "zh-Hans": "您的光临" },
  attributes: [
    { id: "speed", title: { en: "Speed", ar: "السرعة", ja: "速さ", de: "Schnelligkeit" } },
    { id: "price", title: { en: "Price", ar: "السعر", ja: "価格", de: "Preis-Leistungs-Verhältnis" } },
  ],
  pages: [{ questions: [
    { id: "sat", kind: "matrix", measure: "satisfaction", scale: "satisfaction5", attributes: ["speed", "price"], required: true, title: { en: "How satisfied are you?", ar: "ما مدى رضاك؟", ja: "どのくらい満足していますか？", de: "Wie zufrieden sind Sie?" } },
    { id: "stars", kind: "rating", scale: "stars5", title: { en: "All in all", ar: "بشكل عام", ja: "総合評価", de: "Alles in allem" } },
    { id: "nps", kind: "nps", title: { en: "Would you recommend us?", ar: "هل توصي بنا؟", ja: "当店を勧めますか？", de: "Würden Sie uns empfehlen?" } },
    { id: "share", kind: "rating", scale: "percent", title: { en: "How full was it?", ar: "ما نسبة الازدحام؟", ja: "混雑の度合いは？", de: "Wie voll war es?" } },
    { id: "weigh", kind: "pairwise", of: "attributes", title: { en: "What matters more?", ar: "ما الأهم؟", ja: "どちらが重要ですか？", de: "Was ist wichtiger?" } },
    { id: "why", kind: "choice", other: true, title: { en: "Why us?", ar: "لماذا اخترتنا؟", ja: "選んだ理由は？", de: "Warum wir?" }, options: [{ value: "near", title: { en: "Near", ar: "القرب", ja: "近い", de: "Nähe" } }] },
  ] }, { questions: [{ id: "more", kind: "text", title: "…" }] }],
};

/** A page with one form of DEFINITION, and what is set on it. */
async function spoken(properties, options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate(async ([definition, properties]) => {
    const element = Object.assign(document.createElement("manyi-survey"), { className: "card narrow", definition }, properties);
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve, { once: true }));
    document.querySelector("main").replaceChildren(element);
    await ready;
  }, [DEFINITION, properties]);
  await page.waitForTimeout(200);
  return page;
}

/** Every text of a language by its path, each with the names in its braces. */
function shape(value, path = "") {
  if (typeof value === "string") return [[path, ...[...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()].join(" ")];
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`)).sort();
}

test("the form speaks nine languages", () => {
  assert.deepEqual(NAMES.sort(), ["ar", "de", "es", "fr", "ja", "pt", "zh-cn", "zh-hant"]);
});

for (const name of NAMES) {
  test(`${name} has exactly the keys and placeholders of English, and no text is empty or left in English`, async () => {
    const { messages } = await built(`survey/messages/${name}.js`);
    assert.deepEqual(shape(messages), shape(english));
    const texts = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(texts));
    assert.ok(texts(messages).every((text) => text.trim() !== ""));
    const long = (text) => text.length > 14 && !text.startsWith("{");
    const others = new Set(texts(messages));
    assert.deepEqual(texts(english).filter((text) => long(text) && others.has(text)), []);
  });
}

test("a language tag gets its language in any casing, Traditional Chinese where it is written, English where we do not speak it", async () => {
  const expected = {
    en: "Submit", "EN-gb": "Submit", "zh-CN": "提交", zh: "提交", "ZH-cn": "提交", "zh-Hans-TW": "提交", "zh-SG": "提交",
    "zh-TW": "送出", "zh-HK": "送出", "zh-mo": "送出", "zh-Hant": "送出", "ZH-HANT-CN": "送出",
    "pt-BR": "Enviar", PT: "Enviar", "de-AT": "Absenden", "fr-CA": "Envoyer", "es-419": "Enviar", "ja-JP": "送信", "ar-EG": "إرسال",
    tlh: "Submit", "xx-YY": "Submit", "no such tag": "Submit", "": "Submit", "-": "Submit", "valueof": "Submit",
  };
  for (const [tag, submit] of Object.entries(expected)) assert.equal((await messagesIn(tag)).submit, submit, tag);
});

test("a tag as a server writes it is understood, and one that is no tag harms nothing", async () => {
  const page = await spoken({});
  const next = () => page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { shadowRoot } = document.querySelector("manyi-survey");
    return [shadowRoot.querySelector("button.on").textContent, shadowRoot.querySelector(".survey").lang];
  });
  const say = (language) => page.evaluate((language) => { document.querySelector("manyi-survey").language = language; }, language);
  for (const [tag, ...expected] of [["zh_CN", "下一页", "zh-CN"], ["zh_TW", "下一頁", "zh-TW"], ["pt_BR.UTF-8", "Avançar", "pt-BR"], ["DE", "Weiter", "de"], ["@@@", "Next", "en"], ["x", "Next", "en"], ["sr@latin", "Next", "sr"]]) {
    await say(tag);
    assert.deepEqual(await next(), expected, tag);
  }
  assert.deepEqual(page.complaints, []);
});

test("English loads no other language, and another language loads itself alone", async () => {
  for (const [locale, count] of [["en-US", 0], ["fr-FR", 1]]) {
    const context = await site.browser.newContext({ locale });
    const page = await context.newPage();
    const texts = [];
    page.on("response", async (response) => { if (/\.js$/.test(response.url())) texts.push(response.text()); });
    await page.goto(new URL("/index.html", site.address).href);
    await page.evaluate((language) => document.querySelector("manyi-survey").setAttribute("language", language), locale);
    await page.locator("manyi-survey .question").first().waitFor();
    await page.waitForLoadState("networkidle");
    const loaded = (await Promise.all(texts)).filter((text) => /Absenden|送信|إرسال|Envoyer|Avançar|Atrás|送出|上一页/.test(text));
    assert.equal(loaded.length, count, locale);
    await context.close();
  }
});

test("a language that cannot be loaded leaves the form in English, with its questions in that language", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  let refused = 0;
  await context.route(/\/ja-[^/]*\.js$/, (route) => { refused++; return route.abort(); });
  const page = await spoken({ language: "ja" }, { context });
  await page.getByRole("button", { name: "Next" }).waitFor();
  await page.getByRole("heading", { name: "ご来店について" }).waitFor();
  assert.ok(refused > 0);
  await context.close();
});

test("in Arabic the form runs from right to left, and its scales with it: marks, keys and words", async () => {
  const page = await spoken({ language: "ar" });
  const seen = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("manyi-survey");
    const lefts = (id) => [...shadowRoot.getElementById(id).querySelectorAll("input")].map((input) => input.getBoundingClientRect().left);
    const falling = (places) => places.every((place, index) => index === 0 || place < places[index - 1]);
    return {
      dir: getComputedStyle(shadowRoot.querySelector(".survey")).direction,
      falling: ["field-sat.speed", "field-stars", "field-nps"].map((id) => falling(lefts(id))),
      slider: shadowRoot.getElementById("field-share").dir,
      next: shadowRoot.querySelector("button.on").textContent,
      progress: shadowRoot.getElementById("place").textContent,
    };
  });
  assert.deepEqual(seen, { dir: "rtl", falling: [true, true, true], slider: "rtl", next: "التالي", progress: "الصفحة 1 من 2" });
  const field = (id) => page.locator(`manyi-survey [id="field-${id}"]`);
  await field("sat.speed").locator("input").nth(3).click();
  // What is painted lies under the fourth input, which is the second from the left.
  const inked = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const marks = document.querySelector("manyi-survey").shadowRoot.getElementById("field-sat.speed");
    const canvas = marks.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return [...marks.querySelectorAll("input")].map((input) => {
      const x = Math.round((parseFloat(input.style.left) + parseFloat(input.style.width) / 2 - 7) * devicePixelRatio);
      const y = Math.round((parseFloat(input.style.top) + parseFloat(input.style.height) / 2) * devicePixelRatio);
      return data[4 * (y * canvas.width + x) + 3];
    });
  });
  assert.deepEqual(inked, [0, 0, 0, 255, 0]);
  await field("share").press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").answers.share), 51, "to the left is more");
  await page.getByRole("radio", { name: "4 من 5، راضٍ" }).first().waitFor();
  await page.getByRole("slider", { name: "ما نسبة الازدحام؟" }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test("a share is said in percent as the language writes it", async () => {
  const page = await spoken({ language: "de" });
  const said = () => page.locator('manyi-survey [id="field-share"]').getAttribute("aria-valuetext");
  await page.locator('manyi-survey [id="field-share"]').press("ArrowRight");
  assert.equal(await said(), "51\u00a0%");
  await page.evaluate(() => { document.querySelector("manyi-survey").language = "en"; });
  await page.getByRole("button", { name: "Next" }).waitFor();
  assert.equal(await said(), "51%");
});

test("a page's own words stand in place of the form's, the rest stays, and what is no word is left out", async () => {
  const page = await spoken({ language: "fr", messages: { next: "Allons-y", scales: { stars5: ["a", "b", "c", "d", "e"], nps: 7 }, strengths: null, back: 5, unknown: "x", progress: "{place}/{pages}" } });
  await page.getByRole("button", { name: "Allons-y" }).waitFor();
  await page.getByText("1/2", { exact: true }).waitFor();
  await page.getByRole("radio", { name: "5 sur 5, e" }).waitFor();
  await page.getByRole("radio", { name: "10 sur 10, extrêmement probable" }).waitFor();
  await page.evaluate(() => { document.querySelector("manyi-survey").messages = { next: "Hop" }; });
  await page.getByRole("button", { name: "Hop" }).waitFor();
  await page.getByText("Page 1 sur 2").waitFor();
  await page.evaluate(() => { document.querySelector("manyi-survey").messages = null; });
  await page.getByRole("button", { name: "Suivant" }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test("in Arabic, Japanese and German nothing sticks out and axe finds no barrier, narrow and wide", async () => {
  for (const language of ["ar", "ja", "de"]) {
    for (const width of [320, 390, 1280]) {
      const page = await spoken({ language }, { viewport: { width, height: 844 }, colorScheme: width === 390 ? "dark" : "light" });
      await page.locator('manyi-survey [id="field-sat.speed"] input').nth(3).click();
      await page.locator("manyi-survey button.on").click();
      await page.locator("manyi-survey .faults").waitFor();
      await page.locator('manyi-survey [id="field-stars"] input').nth(1).click();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} ${width}`);
      await page.waitForTimeout(250);
      await screenshot(page, `survey-${language}-${width}`);
      assert.deepEqual(await barriers(page), [], `${language} ${width}`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  }
});
