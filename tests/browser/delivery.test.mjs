// Responses on their way to an endpoint: a real server that drops, delays, fails and hangs up half-way, and real tabs that are left.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const PAGE = '<!doctype html><html lang="en"><title>Delivery</title><script type="module" src="/dist/browser/survey.js"></script><main></main></html>';
/** Tabs with one survey share its draft; where each is to fill its own, they have one each. */
const definition = (id) => ({ id, version: 1, title: "Short", pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }] }] });

/** Numbers in 0..1 that a seed always gives: Mulberry32, by Tommy Ettinger (2017). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The site and its endpoint `/answers` on one origin, as the site's policy wants it. `answered(request, response, take)` deals with
 * each POST; `take()` reads the response and stores it by its key. `tries` are the POSTs that came, in order.
 */
async function endpoint(t, answered) {
  const stored = new Map();
  const tries = [];
  const server = createServer((request, response) => {
    // Whoever hangs up, on either side, is part of the game.
    request.on("error", () => undefined);
    response.on("error", () => undefined);
    if (request.method === "POST") {
      tries.push({ key: request.headers["idempotency-key"], at: Date.now() });
      return void Promise.resolve(answered(request, response, () => take(request))).catch(() => undefined);
    }
    if (request.url === "/") return response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    return forward(new URL(request.url, site.address), (file) => { response.writeHead(file.statusCode, file.headers); file.pipe(response); }).end();
  });
  async function take(request) {
    const parts = [];
    for await (const part of request) parts.push(part);
    const key = request.headers["idempotency-key"];
    const body = JSON.parse(Buffer.concat(parts).toString());
    assert.equal(request.headers["content-type"], "application/json");
    stored.set(key, [...(stored.get(key) ?? []), body]);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const context = await site.browser.newContext({ locale: "en-US" });
  t.after(async () => { await context.close(); server.closeAllConnections(); server.close(); });
  return { address: `http://localhost:${server.address().port}/`, context, stored, tries };
}

/** A page with a form of one question, ready; `events` collects what it tells. */
async function tab({ address, context }, setUp, survey = "short") {
  const page = await context.newPage();
  if (setUp) await page.addInitScript(setUp);
  await page.goto(address);
  await ready(page, { endpoint: "/answers" }, survey);
  return page;
}

async function ready(page, attributes = { endpoint: "/answers" }, survey = "short") {
  await page.evaluate(async ({ definition, attributes }) => {
    globalThis.events = [];
    for (const type of ["manyi-submitted", "manyi-delivered", "manyi-failed"]) {
      addEventListener(type, ({ detail }) => globalThis.events.push({ type, detail: detail.error ? { code: detail.error.code } : JSON.parse(JSON.stringify(detail)) }));
    }
    const element = document.createElement("manyi-survey");
    element.definition = definition;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const shown = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
    document.querySelector("main").append(element);
    await shown;
  }, { definition: definition(survey), attributes });
}

/** Fills and submits the form so many times; the ids of the responses. */
const fill = (page, times) => page.evaluate(async (times) => {
  const element = document.querySelector("manyi-survey");
  const ids = [];
  for (let time = 0; time < times; time++) {
    await element.updateComplete;
    element.shadowRoot.querySelectorAll("input")[time % 11].click();
    ids.push((await element.submit()).id);
    await element.reset();
  }
  return ids;
}, times);

const told = (page, type) => page.evaluate((type) => globalThis.events.filter((event) => event.type === type).map(({ detail }) => detail), type);
const kept = (page, name) => page.evaluate((name) => new Promise((resolve) => {
  indexedDB.open("manyi").onsuccess = ({ target: { result } }) => {
    result.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => { result.close(); resolve(target.result); };
  };
}), name);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds, patience, what) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    assert.ok(Date.now() < end, what);
    await sleep(50);
  }
}

/** Reads, and does what an unreliable network and server do: three times in ten the response is not acknowledged. */
function unreliable(random) {
  return async (request, response, take) => {
    const fate = random();
    if (fate < 0.08) return request.socket.destroy();
    if (fate < 0.12) return request.once("data", () => request.socket.destroy());
    if (fate < 0.16) return (await take(), response.writeHead(500).end());
    if (fate < 0.22) return response.writeHead(500).end();
    if (fate < 0.26) return (await take(), request.socket.destroy());
    if (fate < 0.3) return (await take(), response.writeHead(200, { "content-length": 100 }).write("{"), setTimeout(() => request.socket.destroy(), 5));
    if (fate < 0.4) await sleep(random() * 80);
    await take();
    return response.writeHead(204).end();
  };
}

/** Several tabs fill, and are left in the middle of delivering; then one waits until all is out. */
async function rush(place, tabs, visits, each) {
  const pages = await Promise.all(Array.from({ length: tabs }, (_, number) => tab(place, undefined, `short-${number}`)));
  const ids = (await Promise.all(pages.map(async (page, number) => {
    const filled = [];
    for (let visit = 0; visit < visits; visit++) {
      filled.push(...await fill(page, each));
      await page.reload();
      await ready(page, { endpoint: "/answers" }, `short-${number}`);
    }
    return filled;
  }))).flat();
  for (const page of pages.slice(1)) await page.close();
  const [last] = pages;
  await until(async () => (await kept(last, "outbox")).length === 0, 45_000, "everything is delivered");
  return { ids, last };
}

test("500 responses from four tabs that are left and come back are at an unreliable server, each once by its key, none missing", async (t) => {
  const place = await endpoint(t, unreliable(chance(4)));
  const { ids } = await rush(place, 4, 5, 25);
  assert.equal(new Set(ids).size, 500);
  assert.deepEqual([...place.stored.keys()].sort(), [...ids].sort());
  for (const [key, bodies] of place.stored) for (const body of bodies) assert.deepEqual({ ...body, id: key }, bodies[0], "what is repeated is the same");
  t.diagnostic(`${place.tries.length} tries, ${[...place.stored.values()].flat().length} of them stored, ${place.stored.size} keys`);
  assert.ok(place.tries.length > 550, "the server was unreliable");
});

test("where there are no locks, a lease has one tab deliver at a time, and nothing is missing", async (t) => {
  let [open, most] = [0, 0];
  const place = await endpoint(t, async (request, response, take) => {
    most = Math.max(most, ++open);
    await take();
    await sleep(5);
    open--;
    response.writeHead(204).end();
  });
  const withoutLocks = () => delete Navigator.prototype.locks;
  const pages = await Promise.all([1, 2, 3].map((number) => tab(place, withoutLocks, `short-${number}`)));
  assert.equal(await pages[0].evaluate(() => "locks" in navigator), false);
  const ids = (await Promise.all(pages.map((page) => fill(page, 15)))).flat();
  await until(async () => (await kept(pages[0], "outbox")).length === 0, 20_000, "everything is delivered");
  assert.deepEqual([...place.stored.keys()].sort(), ids.sort());
  assert.equal(place.tries.length, 45, "no response was sent twice");
  assert.equal(most, 1);
  await until(async () => (await kept(pages[0], "leases")).length === 0, 5000, "the lease is given back");
});

test("a delivered response is told, and the thanks say where the answers are, in English and Chinese", async (t) => {
  let free;
  const closed = new Promise((resolve) => (free = resolve));
  const place = await endpoint(t, async (request, response, take) => { await closed; await take(); response.writeHead(201).end(); });
  const page = await tab(place);
  const notes = () => page.locator("manyi-survey .note").allTextContents();
  const fillOnce = () => page.evaluate(async () => {
    const element = document.querySelector("manyi-survey");
    element.shadowRoot.querySelector("input").click();
    const { id } = await element.submit();
    await element.updateComplete;
    return id;
  });
  const id = await fillOnce();
  assert.deepEqual(await notes(), ["Your answers are sent as soon as possible.", "A copy of your answers stays in this browser."]);
  free();
  await until(async () => (await told(page, "manyi-delivered")).length === 1, 5000, "the delivery is told");
  assert.deepEqual(await told(page, "manyi-delivered"), [{ response: id, survey: "short" }]);
  await page.getByText("Your answers were sent.").waitFor();
  assert.deepEqual(await notes(), ["Your answers were sent.", "A copy of your answers stays in this browser."]);
  await page.evaluate(() => document.querySelector("manyi-survey").setAttribute("language", "zh-CN"));
  await page.getByText("您的答复已发送。").waitFor();
  assert.deepEqual(await notes(), ["您的答复已发送。", "您的答复在此浏览器中留有副本。"]);
});

test("without an endpoint nothing is posted, the code for it is not loaded, and the answers stay in the browser", async (t) => {
  const place = await endpoint(t, (_request, response) => response.writeHead(500).end());
  const page = await place.context.newPage();
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(place.address);
  await ready(page, {});
  await page.evaluate(async () => {
    document.querySelector("manyi-survey").shadowRoot.querySelector("input").click();
    await document.querySelector("manyi-survey").submit();
  });
  await page.getByText("Your answers stay in this browser.").waitFor();
  await sleep(300);
  assert.deepEqual([place.tries.length, await kept(page, "outbox")], [0, []]);
  assert.ok(!loaded.some((path) => path.includes("delivery")));
  await page.evaluate(() => document.querySelector("manyi-survey").setAttribute("endpoint", "/answers"));
  await until(async () => loaded.some((path) => path.includes("delivery")), 5000, "with one, it is");
});

test("submitted offline, a response waits, outlives clear(), and goes out when the network is back", async (t) => {
  const place = await endpoint(t, async (_request, response, take) => { await take(); response.writeHead(200).end(); });
  const page = await tab(place);
  await sleep(200);
  await place.context.setOffline(true);
  const [id] = await fill(page, 1);
  await page.evaluate(() => document.querySelector("manyi-survey").clear());
  assert.deepEqual(await kept(page, "responses"), []);
  // Long enough for the backoff to have grown beyond what the test waits.
  await sleep(4000);
  assert.equal(place.stored.size, 0);
  const back = Date.now();
  await place.context.setOffline(false);
  await until(async () => place.stored.has(id), 2000, "it goes out at once");
  await until(async () => (await kept(page, "outbox")).length === 0, 2000, `the outbox is empty ${Date.now() - back} ms later`);
});

test("a response that is refused for good is kept, told, and tried once a day", async (t) => {
  let status = 422;
  const place = await endpoint(t, async (_request, response, take) => { if (status < 300) await take(); response.writeHead(status).end(); });
  const page = await tab(place);
  const [id] = await fill(page, 1);
  await until(async () => (await told(page, "manyi-failed")).length === 1, 5000, "the refusal is told");
  assert.deepEqual(await told(page, "manyi-failed"), [{ code: "not-delivered" }]);
  for (let visit = 0; visit < 2; visit++) {
    await page.reload();
    await ready(page);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await sleep(1500);
  }
  assert.equal(place.tries.length, 1, "neither a visit nor the network brings another try");
  assert.deepEqual((await kept(page, "outbox")).map((parcel) => [parcel.id, parcel.refused]), [[id, 422]]);
  status = 200;
  await page.clock.setSystemTime(Date.now() + 86_400_000 + 60_000);
  await page.reload();
  await ready(page);
  await until(async () => (await kept(page, "outbox")).length === 0, 5000, "a day later it is tried again");
  assert.deepEqual(place.tries.map(({ key }) => key), [id, id]);
});

test("time-out, too early and too many requests are tried again soon, each time later", async (t) => {
  // Chromium by itself tries 408 and 425 once more at once; what we wait shows after the others.
  const answers = [408, 425, 429, 502, 200];
  const place = await endpoint(t, async (_request, response) => response.writeHead(answers.shift()).end());
  const page = await tab(place);
  await fill(page, 1);
  await until(async () => (await kept(page, "outbox")).length === 0, 20_000, "it is delivered");
  const [first, second] = [3, 4].map((index) => place.tries[index].at - place.tries[index - 1].at);
  assert.ok(first >= 450 && second >= 950 && second >= 0.95 * first, `${first}, ${second} ms`);
  assert.deepEqual(await told(page, "manyi-failed"), []);
});

test("a server that asks for rest gets it, from every response to it and every tab", async (t) => {
  let rest = true;
  const place = await endpoint(t, async (_request, response) => {
    response.writeHead(rest ? 503 : 200, rest ? { "retry-after": "3" } : {}).end();
    rest = false;
  });
  const page = await tab(place);
  await fill(page, 1);
  await until(async () => (await kept(page, "outbox"))[0]?.rest > 0, 5000, "the rest is noted");
  const other = await tab(place);
  await fill(other, 2);
  await until(async () => (await kept(page, "outbox")).length === 0, 15_000, "all are delivered");
  assert.equal(place.tries.length, 4);
  assert.ok(place.tries[1].at - place.tries[0].at >= 2950, `${place.tries[1].at - place.tries[0].at} ms`);
});

test("a redirect is not taken for a delivery, and an endpoint that is no address is told", async (t) => {
  let moved = true;
  const place = await endpoint(t, async (_request, response, take) => {
    if (moved) response.writeHead(302, { location: "/" }).end();
    else (await take(), response.writeHead(200).end());
    moved = false;
  });
  const page = await tab(place);
  const [id] = await fill(page, 1);
  await until(async () => (await kept(page, "outbox")).length === 0, 10_000, "it is delivered");
  assert.deepEqual([...place.stored.keys()], [id]);
  await page.evaluate(() => document.querySelector("manyi-survey").setAttribute("endpoint", "data:text/plain,ok"));
  await until(async () => (await told(page, "manyi-failed")).length > 0, 5000, "it is told");
  assert.deepEqual(await told(page, "manyi-failed"), [{ code: "bad-endpoint" }]);
});

test("what the database's first version kept is still there in the second", async (t) => {
  const place = await endpoint(t, (_request, response) => response.writeHead(200).end());
  const page = await place.context.newPage();
  await page.goto(place.address);
  const response = { id: "old", survey: "short", surveyVersion: 1, language: "en", startedAt: "2026-01-01T00:00:00Z", submittedAt: "2026-01-01T00:01:00Z", answers: { q: 3 } };
  await page.evaluate((response) => new Promise((resolve) => {
    const opening = indexedDB.open("manyi", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("drafts", { keyPath: "survey" }).put({ survey: "short", draft: { id: "draft", startedAt: "2026-01-02T00:00:00Z", page: 0, answers: { q: 9 } } });
      opening.result.createObjectStore("responses", { keyPath: "id" }).createIndex("survey", "survey");
    };
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("responses", "readwrite");
      transaction.objectStore("responses").put(response);
      transaction.oncomplete = () => { opening.result.close(); resolve(); };
    };
  }), response);
  await ready(page);
  assert.deepEqual(await page.evaluate(() => document.querySelector("manyi-survey").responses()), [response]);
  assert.deepEqual(await page.evaluate(() => document.querySelector("manyi-survey").answers), { q: 9 });
});

test("a form that is taken out of the page while it submits still gets its response out", async (t) => {
  const place = await endpoint(t, async (_request, response, take) => { await take(); response.writeHead(200).end(); });
  const page = await tab(place);
  const id = await page.evaluate(async () => {
    const element = document.querySelector("manyi-survey");
    element.shadowRoot.querySelectorAll("input")[6].click();
    const submitting = element.submit();
    element.remove();
    return (await submitting).id;
  });
  await until(async () => place.stored.has(id), 5000, "it arrives");
  assert.deepEqual(place.stored.get(id)[0].answers, { q: 6 });
});
