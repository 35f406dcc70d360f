// Elements that a page sets wrongly, or not at all: whoever builds the page is told, and the page goes on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibility, open, screenshot } from "./harness.mjs";
import { place, shown } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const DEFINITION = { id: "short", version: 1, title: "Short", pages: [{ questions: [{ id: "nps", kind: "nps", title: "Would you recommend us?" }] }] };

/** A page whose failures are kept in `failures`. */
async function listening(path, options) {
  const page = await site.page(path, { locale: "en-US", ...options });
  await page.evaluate(() => {
    globalThis.failures = [];
    addEventListener("manyi-failed", ({ detail: { error } }) => globalThis.failures.push({ code: error.code, path: error.path, message: error.message }));
  });
  return page;
}

const failures = (page) => page.evaluate(() => globalThis.failures);
const codes = async (page) => (await failures(page)).map(({ code, path }) => `${code} ${path}`);

/** Puts forms into the page, each with its attributes, and the definition as a property. */
function forms(page, ...all) {
  return page.evaluate(([definition, all]) => {
    const made = all.map((attributes) => {
      const element = document.createElement("manyi-survey");
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return Object.assign(element, { definition });
    });
    document.querySelector("main").replaceChildren(...made);
  }, [DEFINITION, all]);
}

test("a misspelt `results` or `mode` is told with what is allowed, warned of once, and the form is there all the same", async () => {
  const page = await listening("/pages/form.html");
  await forms(page, { results: "owm" }, { results: "owm", mode: "popup" });
  await page.waitForFunction(() => globalThis.failures.length === 3);
  assert.deepEqual(await failures(page), [
    { code: "unknown-name", path: "results", message: 'results is "owm"; allowed are none, own, all' },
    { code: "unknown-name", path: "mode", message: 'mode is "popup"; allowed are inline, dialog, corner' },
    { code: "unknown-name", path: "results", message: 'results is "owm"; allowed are none, own, all' },
  ]);
  assert.deepEqual(page.complaints.filter((text) => text.includes("<manyi-survey>")).sort(), [
    'console warning: <manyi-survey>: mode is "popup"; allowed are inline, dialog, corner',
    'console warning: <manyi-survey>: results is "owm"; allowed are none, own, all',
  ]);
  assert.equal(await page.locator("manyi-survey .question").count(), 2);
});

test("names that are right are told of by nobody, and load nothing", async () => {
  const page = await listening("/pages/form.html");
  const files = [];
  page.on("request", (request) => files.push(request.url()));
  await forms(page, { results: "own", mode: "inline" });
  await page.locator("manyi-survey .question").waitFor();
  assert.deepEqual([await failures(page), page.complaints, files.filter((file) => file.includes("misset"))], [[], [], []]);
});

test("a form without a survey says so after a while, and goes on once it has one", async () => {
  const page = await listening("/pages/form.html");
  await page.clock.install();
  await page.evaluate(() => document.querySelector("main").replaceChildren(document.createElement("manyi-survey")));
  const loaded = page.waitForEvent("requestfinished", (request) => request.url().includes("misset"));
  await loaded;
  await page.evaluate(() => new Promise((resolve) => queueMicrotask(resolve)));
  assert.deepEqual(await failures(page), []);
  await page.clock.runFor(3_500);
  await page.locator("manyi-survey [part=error]").waitFor();
  assert.match(await page.locator("manyi-survey [part=error]").textContent(), /there is no survey: set src/);
  assert.deepEqual(await codes(page), ["no-definition src"]);
  await page.evaluate((definition) => { document.querySelector("manyi-survey").definition = definition; }, DEFINITION);
  await page.locator("manyi-survey .question").waitFor();
  assert.equal(await page.locator("manyi-survey [part=error]").count(), 0);
});

test("a survey that is set a little later is never missed", async () => {
  const page = await listening("/pages/form.html");
  await page.evaluate(() => document.querySelector("main").replaceChildren(document.createElement("manyi-survey")));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.evaluate((definition) => { document.querySelector("manyi-survey").definition = definition; }, DEFINITION);
  await page.locator("manyi-survey .question").waitFor();
  await new Promise((resolve) => setTimeout(resolve, 3_200));
  assert.deepEqual([await failures(page), page.complaints], [[], []]);
});

test("a trigger that cannot be read is warned of in the console too, for its form is seen by nobody", async () => {
  const page = await listening("/pages/form.html");
  await forms(page, { trigger: '{ "aftr": 1 }' });
  await page.waitForFunction(() => globalThis.failures.length === 1);
  assert.deepEqual(await codes(page), ["unknown-key trigger.aftr"]);
  assert.match(page.complaints.join(), /<manyi-survey>: trigger\.aftr is not known/);
});

test("a report's `segment` and `remember` that cannot be read are told, and everyone is shown", async () => {
  const page = await listening("/pages/functions.html");
  await place(page, { segment: "north", remember: "yes" });
  await page.waitForFunction(() => globalThis.failures.length === 2);
  assert.deepEqual(await codes(page), ["wrong-shape segment", "unknown-name remember"]);
  assert.match(page.complaints.join("\n"), /<manyi-report>: segment is "north"[^]*<manyi-report>: remember is "yes"; allowed is url/);
  assert.equal(await page.locator("manyi-report [part~=summary]").count(), 1);
});

for (const [name, value, code] of [["importance", "statd", "unknown-method"], ["crosshair", "middle", "unknown-name"], ["level", "95", "out-of-range"], ["minimum-cell", "few", "not-finite"]]) {
  test(`a report's ${name} of “${value}” is told on the page and to the page`, async () => {
    const page = await listening("/pages/functions.html");
    await page.evaluate(async ([name, value]) => {
      await import("/dist/browser/report.js");
      const report = document.createElement("manyi-report");
      for (const [key, text] of Object.entries({ survey: "/cases/two_periods.json", src: "/cases/two_periods_now.csv", [name]: value })) report.setAttribute(key, text);
      document.querySelector("main").replaceChildren(report);
    }, [name, value]);
    await page.locator(`manyi-report [part=error][data-code=${code}]`).waitFor();
    assert.deepEqual((await failures(page)).map((failure) => failure.code), [code]);
    // Set right, the report is there.
    await page.evaluate((name) => {
      const report = document.querySelector("manyi-report");
      report.removeAttribute(name);
      report.refresh();
    }, name);
    await shown(page);
    await page.locator("manyi-report [part~=summary]").waitFor();
    assert.equal(await page.locator("manyi-report [part=error]").count(), 0);
  });
}

for (const [language, start] of [["en", "Open a CSV file"], ["zh-CN", "请打开"], ["zh-TW", "請開啟"], ["es", "Abra un archivo"], ["de", "Öffnen Sie"], ["fr", "Ouvrez un fichier"], ["ja", "回答の CSV"], ["pt-BR", "Abra um arquivo"], ["ar", "افتح ملف"]]) {
  test(`a report without a survey says what it is for in ${language}, and is no failure`, async () => {
    const page = await listening("/pages/functions.html", { viewport: { width: 390, height: 600 } });
    await page.evaluate(async (language) => {
      document.documentElement.lang = language;
      await import("/dist/browser/report.js");
      document.querySelector("main").append(document.createElement("manyi-report"));
    }, language);
    const words = page.locator("manyi-report [part=unset]");
    await words.waitFor();
    assert.ok((await words.textContent()).trim().startsWith(start), await words.textContent());
    if (language === "en") {
      await screenshot(page, "report-unset");
      assert.deepEqual(await accessibility(page), []);
    }
    assert.deepEqual([await failures(page), page.complaints], [[], []]);
  });
}

test("answers without the survey that they are to are told of after a while", async () => {
  const page = await listening("/pages/functions.html");
  await page.evaluate(async () => {
    await import("/dist/browser/report.js");
    const report = document.createElement("manyi-report");
    report.setAttribute("src", "/cases/two_periods_now.csv");
    document.querySelector("main").append(report);
  });
  await page.waitForFunction(() => globalThis.failures.length === 1);
  assert.deepEqual(await codes(page), ["no-definition survey"]);
  assert.match(page.complaints.join(), /src holds answers, but to which survey\?/);
});

test("a `tally` that is none is told as such", async () => {
  const page = await listening("/pages/functions.html");
  await page.evaluate(async (definition) => {
    await import("/dist/browser/report.js");
    const element = Object.assign(document.createElement("manyi-report"), { definition, tally: {} });
    document.body.append(element);
  }, DEFINITION);
  await page.waitForFunction(() => globalThis.failures.length > 0);
  const [failure] = await failures(page);
  assert.deepEqual([failure.code, failure.path], ["wrong-type", "tally"]);
  assert.match(failure.message, /expected a Tally/);
});
