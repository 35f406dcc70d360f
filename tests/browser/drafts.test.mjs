// A draft in more than one tab, and in a browser that is killed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium as playwright } from "playwright-core";

import { chromium } from "../../scripts/setup.mjs";
import { open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const ask = (id) => ({ id, kind: "nps", title: id });
const DEFINITION = { id: "shared", version: 1, title: "Shared", thanks: "Bye", pages: [{ questions: [ask("a"), ask("b"), ask("c"), { id: "t", kind: "text", title: "t" }] }] };

/** Puts the form into a page, alone, and waits until it is ready. */
const form = (page) => page.evaluate(async (definition) => {
  globalThis.submitted = [];
  const element = document.createElement("manyi-survey");
  element.definition = definition;
  element.addEventListener("manyi-submitted", ({ detail }) => globalThis.submitted.push(detail.response));
  const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
  document.querySelector("main").replaceChildren(element);
  await ready;
}, DEFINITION);

async function tabs(t, count) {
  const context = await site.browser.newContext({ locale: "en-US", viewport: { width: 700, height: 900 } });
  t.after(() => context.close());
  const pages = await Promise.all(Array.from({ length: count }, () => site.page("/index.html", { context })));
  await Promise.all(pages.map(form));
  return pages;
}

const choose = (page, key, value) => page.locator(`manyi-survey [id="field-${key}"] input`).nth(value).click();
const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const read = (page, name) => page.evaluate((name) => new Promise((resolve) => {
  indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
    result.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => { result.close(); resolve(target.result); };
  };
}), name);
const draft = async (page) => (await read(page, "drafts")).find(({ survey }) => survey === "shared")?.draft;

async function settles(actual, expected) {
  const end = Date.now() + 5000;
  for (;;) {
    const now = await actual();
    try {
      return assert.deepEqual(now, expected);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

test("two tabs that start empty fill one draft, see each other's answers, and the later answer to a question stays", async (t) => {
  const [one, two] = await tabs(t, 2);
  await Promise.all([choose(one, "a", 1), choose(two, "b", 2)]);
  await settles(() => answers(one), { a: 1, b: 2 });
  await settles(() => answers(two), { a: 1, b: 2 });
  await choose(two, "a", 9);
  await settles(() => answers(one), { a: 9, b: 2 });
  await choose(one, "c", 4);
  await one.locator('[id="field-t"]').fill("one");
  await settles(() => answers(two), { a: 9, b: 2, c: 4, t: "one" });
  await two.locator('[id="field-t"]').fill("");
  await settles(() => answers(one), { a: 9, b: 2, c: 4 });
  await settles(async () => (await draft(one)).answers, { a: 9, b: 2, c: 4 });
  assert.ok(await one.locator('manyi-survey [id="field-a"] input').nth(9).isChecked(), "it is shown, too");
  // What is submitted has the one id, and all that was said in either.
  const { id } = await draft(two);
  await one.getByRole("button", { name: "Submit" }).click();
  await one.getByText("Bye").waitFor();
  const [response] = await one.evaluate(() => globalThis.submitted);
  assert.deepEqual([response.id, response.answers], [id, { a: 9, b: 2, c: 4 }]);
});

test("a tab that does not hear the others still overwrites none of their answers", async (t) => {
  const context = await site.browser.newContext({ locale: "en-US" });
  t.after(() => context.close());
  await context.addInitScript(() => { BroadcastChannel.prototype.postMessage = () => undefined; });
  const [one, two] = await Promise.all([1, 2].map(() => site.page("/index.html", { context })));
  await Promise.all([one, two].map(form));
  await choose(one, "a", 1);
  await settles(async () => (await draft(one))?.answers, { a: 1 });
  await choose(two, "b", 2);
  await settles(() => answers(two), { a: 1, b: 2 });
  await choose(one, "c", 3);
  await settles(async () => (await draft(one)).answers, { a: 1, b: 2, c: 3 });
});

test("a form that was submitted in another tab shows the thanks, submits nothing, and brings no draft back", async (t) => {
  const [one, two] = await tabs(t, 2);
  await choose(one, "a", 1);
  await settles(() => answers(two), { a: 1 });
  await one.getByRole("button", { name: "Submit" }).click();
  await one.getByText("Bye").waitFor();
  await two.getByText("Bye").waitFor();
  assert.equal(await two.evaluate(() => document.querySelector("manyi-survey").submit()), null);
  assert.deepEqual(await two.evaluate(() => globalThis.submitted), []);
  assert.equal(await draft(two), undefined);
  assert.equal((await read(two, "responses")).length, 1);
  // Begun anew, it is another response.
  await two.getByRole("button", { name: "Fill it in again" }).click();
  await choose(two, "a", 5);
  await two.getByRole("button", { name: "Submit" }).click();
  await two.getByText("Bye").waitFor();
  assert.deepEqual((await read(two, "responses")).map((response) => response.answers.a).sort(), [1, 5]);
});

test("submitted in two tabs at the same time, there is one response, and both show the thanks", async (t) => {
  const [one, two] = await tabs(t, 2);
  await choose(one, "a", 1);
  await settles(() => answers(two), { a: 1 });
  const given = await Promise.all([one, two].map((page) => page.evaluate(() => document.querySelector("manyi-survey").submit())));
  await Promise.all([one, two].map((page) => page.getByText("Bye").waitFor()));
  const kept = await read(one, "responses");
  assert.equal(kept.length, 1);
  assert.equal((await Promise.all([one, two].map((page) => page.evaluate(() => globalThis.submitted.length)))).reduce((a, b) => a + b), 1);
  for (const response of given.filter(Boolean)) assert.deepEqual(response, kept[0]);
});

test("an answer given in the moment the page is left is kept", async (t) => {
  const [page] = await tabs(t, 1);
  for (let value = 1; value <= 10; value++) {
    const left = page.waitForEvent("load");
    await page.evaluate((value) => {
      document.querySelector("manyi-survey").shadowRoot.querySelectorAll('[id="field-a"] input')[value].click();
      location.reload();
    }, value).catch(() => undefined);
    await left;
    await form(page);
    assert.deepEqual(await answers(page), { a: value });
  }
});

test("a browser that is killed in the middle takes the draft up again: same id, same answers", async (t) => {
  const profile = mkdtempSync(join(tmpdir(), "manyi-killed-"));
  t.after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const start = async () => {
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    const process_ = spawn(chromium(), [...flags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const kill = async () => {
      if (process_.exitCode !== null || process_.signalCode !== null) return;
      const gone = once(process_, "exit");
      process.kill(-process_.pid, "SIGKILL");
      await gone;
    };
    t.after(kill);
    const endpoint = await new Promise((resolve, reject) => {
      let said = "";
      process_.stderr.on("data", (bytes) => {
        const [, found] = /DevTools listening on (\S+)/.exec((said += bytes)) ?? [];
        if (found) resolve(found);
      });
      process_.once("exit", () => reject(new Error(said)));
    });
    const browser = await playwright.connectOverCDP(endpoint);
    const page = await browser.contexts()[0].newPage();
    await page.goto(new URL("/index.html", site.address).href);
    await form(page);
    return { page, kill };
  };
  const before = await start();
  await choose(before.page, "a", 7);
  await before.page.locator('[id="field-t"]').fill("half a sen");
  await settles(async () => (await draft(before.page))?.answers, { a: 7, t: "half a sen" });
  const { id } = await draft(before.page);
  await before.kill();
  const again = await start();
  await settles(() => answers(again.page), { a: 7, t: "half a sen" });
  assert.equal((await draft(again.page)).id, id);
  await again.kill();
});

test("two forms of one survey on one page fill one draft, and two surveys do not touch each other", async (t) => {
  const [page] = await tabs(t, 1);
  await page.evaluate(async (definition) => {
    for (const id of ["shared", "other"]) {
      const element = document.createElement("manyi-survey");
      element.definition = { ...definition, id };
      const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
      document.querySelector("main").append(element);
      await ready;
    }
  }, DEFINITION);
  await page.locator("manyi-survey").nth(0).locator('[id="field-a"] input').nth(3).click();
  await page.locator("manyi-survey").nth(2).locator('[id="field-b"] input').nth(6).click();
  const all = () => page.evaluate(() => [...document.querySelectorAll("manyi-survey")].map((element) => element.answers));
  await settles(all, [{ a: 3 }, { a: 3 }, { b: 6 }]);
  await page.locator("manyi-survey").nth(1).locator('[id="field-a"] input').nth(8).click();
  await settles(all, [{ a: 8 }, { a: 8 }, { b: 6 }]);
});

/** Has a tab of its own hold the drafts back, as one that writes for long would; the function that is returned lets go. */
async function heldBack(context) {
  const page = await site.page("/samples/after-sales.json", { context });
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
      const drafts = result.transaction("drafts", "readwrite").objectStore("drafts");
      const hold = () => { drafts.count().onsuccess = () => (globalThis.letGo ? result.close() : hold()); };
      hold();
      resolve();
    };
  }));
  return () => page.evaluate(() => { globalThis.letGo = true; });
}

/** Puts the form into a page, alone, and waits until its questions can be answered; whether it is ready is `ready`. */
const begun = async (page, definition = DEFINITION) => {
  await page.evaluate((definition) => {
    globalThis.ready = false;
    const element = Object.assign(document.createElement("manyi-survey"), { definition });
    element.addEventListener("manyi-ready", ({ detail }) => (globalThis.ready = detail.resumed ? "resumed" : "new"));
    document.querySelector("main").replaceChildren(element);
  }, definition);
  await page.locator("manyi-survey .question").first().waitFor();
};
const ready = (page) => page.evaluate(() => globalThis.ready);

test("a form that has a draft is first seen with it, where that does not take long", async (t) => {
  const [page] = await tabs(t, 1);
  await choose(page, "a", 1);
  await settles(async () => (await draft(page))?.answers, { a: 1 });
  const letGo = await heldBack(page.context());
  await page.reload();
  const shown = begun(page);
  const early = await Promise.race([shown.then(() => "shown"), page.waitForTimeout(400).then(() => "waits")]);
  await letGo();
  await shown;
  assert.deepEqual([early, await answers(page)], ["waits", { a: 1 }]);
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByText("Bye").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("manyi-draft"))), []);
});

test("the form is there before a draft that takes long is read; an answer given until then stays, and the rest of the draft joins it", async (t) => {
  const [first] = await tabs(t, 1);
  await choose(first, "a", 1);
  await choose(first, "b", 2);
  await settles(async () => (await draft(first))?.answers, { a: 1, b: 2 });
  const { id } = await draft(first);
  const context = first.context();
  await first.close();
  const letGo = await heldBack(context);
  const page = await site.page("/index.html", { context });
  await begun(page);
  await choose(page, "a", 9);
  assert.deepEqual([await ready(page), await answers(page)], [false, { a: 9 }]);
  await letGo();
  await settles(() => answers(page), { a: 9, b: 2 });
  await settles(() => ready(page), "resumed");
  assert.ok(await page.locator('manyi-survey [id="field-b"] input').nth(2).isChecked(), "it is shown, too");
  await settles(async () => (await draft(page)).answers, { a: 9, b: 2 });
  assert.equal((await draft(page)).id, id);
});

test("what was answered and not kept yet is kept, too, where another answer and another reload come before the draft is read", async (t) => {
  const [page] = await tabs(t, 1);
  await choose(page, "a", 1);
  await settles(async () => (await draft(page))?.answers, { a: 1 });
  const letGo = await heldBack(page.context());
  await choose(page, "b", 2);
  await page.reload();
  await begun(page);
  await choose(page, "c", 3);
  await page.reload();
  await begun(page);
  assert.equal(await ready(page), false);
  await letGo();
  await settles(() => answers(page), { a: 1, b: 2, c: 3 });
  await settles(async () => (await draft(page)).answers, { a: 1, b: 2, c: 3 });
});

test("a form goes on at the page of its draft, but not once the respondent went to another before the draft was read", async (t) => {
  const definition = { ...DEFINITION, pages: ["a", "b", "c"].map((id) => ({ questions: [ask(id)] })) };
  const [page] = await tabs(t, 1);
  await begun(page, definition);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await choose(page, "c", 5);
  await settles(async () => (await draft(page))?.page, 2);
  const context = page.context();
  const again = async () => {
    const letGo = await heldBack(context);
    await page.reload();
    await begun(page, definition);
    return letGo;
  };
  const shows = (id) => page.locator(`manyi-survey [id="title-${id}"]`).waitFor();
  const untouched = await again();
  await shows("a");
  await untouched();
  await shows("c");
  const touched = await again();
  await page.getByRole("button", { name: "Next" }).click();
  await shows("b");
  await touched();
  await settles(() => ready(page), "resumed");
  await shows("b");
  assert.deepEqual(await answers(page), { c: 5 });
});
