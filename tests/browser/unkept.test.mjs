// A browser that keeps nothing: storage denied, full, held by an older page, or never opening. Each is the real thing but the denial.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

const NOT_KEPT = "This browser does not keep drafts here";
const DEFINITION = { id: "short", version: 1, title: "Short", pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }, { id: "r", kind: "nps", title: "R" }] }] };
const PAGE = '<!doctype html><html lang="en"><title>Not kept</title><script type="module" src="/dist/browser/survey.js"></script><main></main></html>';

let site;
let server;
let address;
let stored;
/** How many posts are turned away before one is taken. */
let refusals;
before(async () => {
  site = await open();
  server = createServer(async (request, response) => {
    if (request.url === "/") return response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    if (request.method !== "POST") return forward(new URL(request.url, site.address), (file) => { response.writeHead(file.statusCode, file.headers); file.pipe(response); }).end();
    if (refusals-- > 0) return response.writeHead(500).end();
    const parts = [];
    for await (const part of request) parts.push(part);
    stored.push(JSON.parse(Buffer.concat(parts).toString()));
    return response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://localhost:${server.address().port}/`;
});
after(async () => { await site.close(); server.closeAllConnections(); server.close(); });

/** A page of a fresh browser context; a form is put into it by `form`. */
async function fresh(t) {
  [stored, refusals] = [[], 0];
  const context = await site.browser.newContext({ locale: "en-US" });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  return { context, page };
}

async function form(page) {
  await page.evaluate((definition) => {
    const element = document.createElement("manyi-survey");
    element.definition = definition;
    element.setAttribute("endpoint", "/answers");
    document.querySelector("main").append(element);
  }, DEFINITION);
  await page.locator("manyi-survey .question").first().waitFor();
}

/** Answers and submits, and sees the response arrive though the first try fails. */
async function getsOut(page) {
  refusals = 1;
  await page.locator("manyi-survey input").nth(4).click();
  const delivered = page.evaluate(() => new Promise((resolve) => addEventListener("manyi-delivered", ({ detail }) => resolve(detail.response))));
  const submitted = page.evaluate(() => new Promise((resolve) => addEventListener("manyi-submitted", ({ detail }) => resolve(detail.kept))));
  await page.getByRole("button", { name: "Submit" }).click();
  assert.equal(await submitted, false);
  await page.getByText("Please leave this page open until then.").waitFor();
  const id = await delivered;
  await page.getByText("Your answers were sent.").waitFor();
  assert.deepEqual(await page.locator("manyi-survey .note").allTextContents(), ["Your answers were sent."]);
  assert.deepEqual(stored.map((response) => [response.id, response.answers]), [[id, { q: 4 }]]);
}

test("denied storage: the form works, says so, and the response gets out", async (t) => {
  const { page } = await fresh(t);
  await page.evaluate(() => Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
  await form(page);
  await page.getByText(NOT_KEPT).waitFor();
  await getsOut(page);
});

test("full storage: it is said as soon as a draft is not kept, without another stroke, and the response gets out", async (t) => {
  const { context, page } = await fresh(t);
  await form(page);
  assert.equal(await page.getByText(NOT_KEPT).count(), 0);
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize: 1 });
  await page.locator("manyi-survey input").nth(2).click();
  await page.getByText(NOT_KEPT).waitFor();
  await getsOut(page);
});

test("storage that fills up and is cleared keeps drafts again, with the answers given meanwhile, and says no more that it does not", async (t) => {
  const { context, page } = await fresh(t);
  await form(page);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(address);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.locator("manyi-survey input").nth(2).click();
  await page.getByText(NOT_KEPT).waitFor();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.locator('manyi-survey [id="field-r"] input').nth(3).click();
  await page.getByText(NOT_KEPT).waitFor({ state: "detached" });
  await page.reload();
  await form(page);
  assert.deepEqual(await page.evaluate(() => document.querySelector("manyi-survey").answers), { q: 2, r: 3 });
});

test("an older page that holds the database back: the form comes at once, and the response gets out", async (t) => {
  const { context, page } = await fresh(t);
  const old = await context.newPage();
  await old.goto(address);
  await old.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("manyi", 1);
    opening.onsuccess = () => { globalThis.held = opening.result; resolve(); };
  }));
  const start = Date.now();
  await form(page);
  assert.ok(Date.now() - start < 2500, `${Date.now() - start} ms`);
  await page.getByText(NOT_KEPT).waitFor();
  await getsOut(page);
});

test("a database that never opens: the form does not wait for it, is ready without it before long, and the response gets out", async (t) => {
  const { context, page } = await fresh(t);
  const busy = await context.newPage();
  await busy.goto(address);
  // An upgrade that goes on and on: whoever opens the database after it waits, and is told nothing.
  await busy.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("manyi", 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore("busy");
      const again = () => { store.get(0).onsuccess = again; };
      again();
      resolve();
    };
  }));
  const start = Date.now();
  const ready = page.evaluate(() => new Promise((resolve) => addEventListener("manyi-ready", resolve)));
  await form(page);
  assert.ok(Date.now() - start < 2500, `${Date.now() - start} ms`);
  await ready;
  const waited = Date.now() - start;
  assert.ok(waited > 2500 && waited < 6000, `${waited} ms`);
  await page.getByText(NOT_KEPT).waitFor();
  await getsOut(page);
});
