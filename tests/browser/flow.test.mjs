// The way through a survey: its pages and their conditions, what stops it, its order, how it begins and how it ends.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Puts a form of this definition into a page, alone. */
async function put(page, definition, set = {}) {
  await page.evaluate(async ({ definition, set }) => {
    globalThis.told = [];
    const element = Object.assign(document.createElement("manyi-survey"), { definition }, set);
    for (const type of ["manyi-page-changed", "manyi-submitted"]) element.addEventListener(type, ({ detail }) => globalThis.told.push({ type, detail: JSON.parse(JSON.stringify(detail)) }));
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
    document.querySelector("main").replaceChildren(element);
    await ready;
  }, { definition, set });
}

async function form(definition, { set, ...options } = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await put(page, definition, set);
  return page;
}

const choose = (page, key, n) => page.locator(`manyi-survey [id="field-${key}"] input`).nth(n).click();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const response = (page) => page.evaluate(() => globalThis.told.findLast(({ type }) => type === "manyi-submitted")?.detail.response.answers);
const titles = (page) => page.locator("manyi-survey h3").allTextContents();
const summary = (page) => page.locator("manyi-survey .faults");
const focused = (page) => page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement?.id);

/** The draft as the database has it. */
const draft = (page, survey) => page.evaluate((survey) => new Promise((resolve) => {
  indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
    result.transaction("drafts").objectStore("drafts").get(survey).onsuccess = ({ target }) => { result.close(); resolve(target.result?.draft.answers ?? null); };
  };
}), survey);

async function settles(actual, expected) {
  let now;
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
    now = await actual();
    if (JSON.stringify(now) === JSON.stringify(expected)) return;
  }
  assert.deepEqual(now, expected);
}

const nps = (id, more) => ({ id, kind: "nps", title: id, ...more });

test("a page whose condition does not hold is passed over both ways and not counted, and its answers stay in the draft and out of the response", async () => {
  const page = await form({ id: "paged", version: 1, title: "Paged", pages: [
    { questions: [nps("a")] }, { showIf: { question: "a", atMost: 6 }, questions: [nps("b"), nps("c", { showIf: { question: "b", above: 5 } })] }, { questions: [nps("d")] },
  ] });
  await page.getByText("Page 1 of 2").waitFor();
  await choose(page, "a", 3);
  await page.getByText("Page 1 of 3").waitFor();
  await button(page, "Next").click();
  await page.getByText("Page 2 of 3").waitFor();
  await choose(page, "b", 8);
  await choose(page, "c", 2);
  await choose(page, "b", 1);
  assert.deepEqual(await titles(page), ["b"]);
  assert.deepEqual(await answers(page), { a: 3, b: 1 }, "a hidden answer does not count");
  await settles(() => draft(page, "paged"), { a: 3, b: 1, c: 2 });
  await button(page, "Back").click();
  await choose(page, "a", 9);
  await page.getByText("Page 1 of 2").waitFor();
  await button(page, "Next").click();
  await page.getByText("Page 2 of 2").waitFor();
  assert.deepEqual(await titles(page), ["d"]);
  await button(page, "Back").click();
  await page.getByText("Page 1 of 2").waitFor();
  assert.deepEqual(await titles(page), ["a"]);
  await settles(() => draft(page, "paged"), { a: 9, b: 1, c: 2 });
  await button(page, "Next").click();
  await button(page, "Submit").click();
  await page.getByText("Thank you.").waitFor();
  assert.deepEqual(await response(page), { a: 9 });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("what was hidden is shown again as it was answered", async () => {
  const page = await form({ id: "again", version: 1, title: "Again", pages: [{ questions: [nps("a"), { id: "why", kind: "text", title: "why", showIf: { question: "a", atMost: 6 } }] }] });
  await choose(page, "a", 2);
  await page.getByRole("textbox", { name: "why" }).fill("Because.");
  await choose(page, "a", 10);
  assert.deepEqual(await titles(page), ["a"]);
  await page.reload();
  await page.locator("manyi-survey .question").first().waitFor();
  await put(page, { id: "again", version: 1, title: "Again", pages: [{ questions: [nps("a"), { id: "why", kind: "text", title: "why", showIf: { question: "a", atMost: 6 } }] }] });
  await choose(page, "a", 5);
  assert.equal(await page.getByRole("textbox", { name: "why" }).inputValue(), "Because.");
  assert.deepEqual(await answers(page), { a: 5, why: "Because." });
  await page.context().close();
});

test("a number out of its range is told beside its field at once, and once the respondent goes on, in a summary that leads to it", async () => {
  const page = await form({ id: "ranged", version: 1, title: "Ranged", pages: [
    { questions: [nps("a"), { id: "age", kind: "number", min: 18, max: 120, title: "Your age" }, { id: "points", kind: "allocation", total: 10, title: "Points", options: [{ value: "x", title: "Left" }, { value: "y", title: "Right" }] }] },
    { questions: [nps("b")] },
  ] });
  const age = page.getByRole("spinbutton", { name: "Your age" });
  await age.fill("7");
  await age.press("Tab");
  const beside = page.locator('manyi-survey [id="fault-age"]');
  await beside.waitFor();
  const said = await beside.textContent();
  assert.match(said, /18/);
  assert.equal(await age.getAttribute("aria-invalid"), "true");
  assert.equal(await summary(page).count(), 0, "nothing is summed up before the respondent goes on");
  assert.deepEqual(await answers(page), {});
  await page.getByRole("spinbutton", { name: "Left" }).fill("4");
  await page.getByRole("spinbutton", { name: "Left" }).press("Tab");
  await button(page, "Next").click();
  await summary(page).waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.matches(".faults")), "the summary has the focus");
  await page.getByText("Page 1 of 2").waitFor();
  assert.deepEqual(await summary(page).getByRole("link").allTextContents().then((links) => links.map((link) => link.split(":")[0])), ["Your age", "Points – Left"]);
  assert.deepEqual(await barriers(page), []);
  await summary(page).getByRole("link", { name: /Your age/ }).click();
  assert.equal(await focused(page), "field-age");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("30");
  await page.keyboard.press("Tab");
  await beside.waitFor({ state: "detached" });
  assert.equal(await summary(page).getByRole("link").count(), 1);
  await summary(page).getByRole("link", { name: /Left/ }).click();
  assert.equal(await focused(page), "field-points.x");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("10");
  await page.keyboard.press("Tab");
  await summary(page).waitFor({ state: "detached" });
  await button(page, "Next").click();
  await page.getByText("Page 2 of 2").waitFor();
  assert.deepEqual(await answers(page), { age: 30, "points.x": 10 });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("submit() from outside is refused in the same way, and resolves to null", async () => {
  const page = await form({ id: "outside", version: 1, title: "Outside", pages: [{ questions: [{ id: "n", kind: "number", min: 1, max: 5, title: "A few" }] }] });
  await page.getByRole("spinbutton", { name: "A few" }).fill("9");
  await page.getByRole("spinbutton", { name: "A few" }).press("Tab");
  assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").submit()), null);
  await summary(page).getByRole("link", { name: /A few/ }).waitFor();
  await page.getByRole("spinbutton", { name: "A few" }).fill("3");
  await page.getByRole("spinbutton", { name: "A few" }).press("Tab");
  assert.deepEqual(await page.evaluate(async () => (await document.querySelector("manyi-survey").submit()).answers), { n: 3 });
  await page.context().close();
});

const SHUFFLED = { id: "shuffled", version: 1, title: "Shuffled", pages: [{ shuffle: true, questions: ["a", "b", "c", "d", "e"].map((id) => nps(id)) }, { questions: ["x", "y", "z"].map((id) => nps(id)) }] };

test("a shuffled page keeps its order for a respondent: over pages, over a reload, in another tab and in another language", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await form(SHUFFLED, { context });
  const order = await titles(page);
  assert.deepEqual(order.toSorted(), ["a", "b", "c", "d", "e"]);
  await choose(page, "c", 4);
  await button(page, "Next").click();
  await page.getByText("Page 2 of 2").waitFor();
  assert.deepEqual(await titles(page), ["x", "y", "z"], "a page that is not shuffled is as it was written");
  await button(page, "Back").click();
  await page.getByText("Page 1 of 2").waitFor();
  assert.deepEqual(await titles(page), order);
  await settles(() => draft(page, "shuffled"), { c: 4 });
  await page.reload();
  await page.locator("manyi-survey .question").first().waitFor();
  await put(page, SHUFFLED);
  assert.deepEqual(await titles(page), order);
  await page.evaluate(() => { document.querySelector("manyi-survey").language = "ar"; });
  await button(page, "التالي").waitFor();
  assert.deepEqual(await titles(page), order);
  const other = await form(SHUFFLED, { context });
  assert.deepEqual(await titles(other), order);
  await context.close();
});

test("other respondents get other orders, each as often as the others within chance", async () => {
  const page = await form(SHUFFLED);
  const first = await page.evaluate(async () => {
    const element = document.querySelector("manyi-survey");
    const found = {};
    for (let respondent = 0; respondent < 200; respondent++) {
      await element.reset();
      await element.updateComplete;
      const title = element.shadowRoot.querySelector("h3").textContent;
      found[title] = (found[title] ?? 0) + 1;
    }
    return found;
  });
  // Five questions, 200 respondents: each comes first 40 times, give or take four standard deviations (5.7 each).
  assert.deepEqual(Object.keys(first).sort(), ["a", "b", "c", "d", "e"]);
  for (const [title, times] of Object.entries(first)) assert.ok(Math.abs(times - 40) < 23, `${title}: ${times}`);
  await page.context().close();
});

test("the intro stands on the first page alone, and the thanks are the survey's own where it has some, each in the language of the form", async () => {
  const definition = {
    id: "framed", version: 1, title: { en: "Framed", de: "Gerahmt" }, intro: { en: "Two questions.", de: "Zwei Fragen." }, thanks: { en: "That was kind.", de: "Das war nett." },
    pages: [{ title: { en: "One", de: "Eins" }, questions: [nps("a")] }, { questions: [nps("b")] }],
  };
  const page = await form(definition);
  const intro = page.locator('manyi-survey [part="intro"]');
  assert.equal(await intro.textContent(), "Two questions.");
  await button(page, "Next").click();
  await page.getByText("Page 2 of 2").waitFor();
  assert.equal(await intro.count(), 0);
  await button(page, "Back").click();
  await page.getByText("Page 1 of 2").waitFor();
  await page.evaluate(() => { document.querySelector("manyi-survey").language = "de"; });
  await button(page, "Weiter").waitFor();
  assert.equal(await intro.textContent(), "Zwei Fragen.");
  await button(page, "Weiter").click();
  await button(page, "Absenden").click();
  await page.getByRole("heading", { name: "Das war nett." }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.textContent), "Das war nett.", "the thanks have the focus");
  await put(page, { id: "plain", version: 1, title: "Plain", pages: [{ questions: [nps("a")] }] });
  assert.equal(await intro.count(), 0);
  assert.equal(await page.locator("manyi-survey progress").count(), 0, "one page has no progress");
  await button(page, "Submit").click();
  await page.getByRole("heading", { name: "Thank you." }).waitFor();
  await page.context().close();
});

test("with results none there is nothing after the thanks, with own the respondent's index, with all the report of all that this browser keeps", async () => {
  const definition = {
    id: "ended", version: 1, title: "Ended", attributes: [{ id: "price", title: "Price" }, { id: "speed", title: "Speed" }],
    pages: [{ questions: [{ id: "sat", kind: "matrix", measure: "satisfaction", scale: "satisfaction5", attributes: ["price", "speed"], title: "Satisfied?" }] }],
  };
  const context = await site.browser.newContext({ locale: "en-US", viewport: { width: 900, height: 900 } });
  const page = await form(definition, { context });
  const fill = async (results, levels) => {
    await put(page, definition, { results });
    for (const [key, level] of Object.entries(levels)) await choose(page, `sat.${key}`, level);
    await button(page, "Submit").click();
    await page.getByText("Thank you.").waitFor();
  };
  for (const results of [null, "none", "everything"]) {
    await fill(results, { price: 0, speed: 0 });
    await page.waitForTimeout(300);
    assert.equal(await page.locator("manyi-survey .own, manyi-survey manyi-report").count(), 0, String(results));
  }
  await fill("own", { price: 4, speed: 2 });
  // Levels 5 and 3 of 5 are 100 and 50 of 100: 75 between them.
  await page.locator("manyi-survey .own .number", { hasText: "75" }).waitFor();
  await fill("all", { price: 2, speed: 2 });
  const report = page.locator("manyi-survey manyi-report");
  await report.locator("[part=index-n]", { hasText: "n = 5" }).waitFor();
  assert.equal(await page.evaluate(async () => (await document.querySelector("manyi-survey").responses()).length), 5);
  // What is no such name is told to whoever builds the page.
  assert.deepEqual(page.complaints.splice(0), ['console warning: <manyi-survey>: results is "everything"; allowed are none, own, all']);
  await context.close();
});
