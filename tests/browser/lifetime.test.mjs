// What an element leaves behind when it is taken out of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

test("taken out and put in again 1,000 times, a form leaves nothing behind, in the heap, in wasm memory, or in the document", async (t) => {
  const context = await site.browser.newContext({ locale: "en-US" });
  t.after(() => context.close());
  await context.addInitScript(() => {
    globalThis.memories = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        globalThis.memories.push((made.instance ?? made).exports.memory);
        return made;
      };
    }
  });
  const page = await site.page("/index.html", { context });
  await page.locator("manyi-survey .question").first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const again = (times) => page.evaluate(async (times) => {
    const element = document.querySelector("manyi-survey");
    element.definition ??= await (await fetch("/samples/after-sales.json")).json();
    element.setAttribute("endpoint", "/answers");
    for (let time = 0; time < times; time++) {
      const place = element.parentElement;
      element.remove();
      // It lets go one microtask after it left.
      await Promise.resolve();
      await Promise.resolve();
      const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve, { once: true }));
      place.append(element);
      await ready;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, times);
  const measured = async () => {
    for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((one) => one.name === name).value;
    return {
      wasm: await page.evaluate(() => globalThis.memories.map((memory) => memory.buffer.byteLength)),
      heap: (await session.send("Runtime.getHeapUsage")).usedSize,
      nodes: metric("Nodes"),
      listeners: metric("JSEventListeners"),
    };
  };
  await again(100);
  const first = await measured();
  const start = Date.now();
  await again(1000);
  const last = await measured();
  t.diagnostic(`${Date.now() - start} ms; ${JSON.stringify(first)} → ${JSON.stringify(last)}`);
  assert.equal(first.wasm.length, 1);
  assert.deepEqual(last.wasm, first.wasm);
  // What the engine compiles as it goes comes to a quarter of this, once; a form that stayed would come to several kilobytes, each time.
  assert.ok(last.heap - first.heap < 1_000_000, `the heap grew by ${last.heap - first.heap} bytes`);
  assert.ok(last.nodes - first.nodes < 100, `${last.nodes - first.nodes} nodes more`);
  assert.ok(last.listeners - first.listeners < 100, `${last.listeners - first.listeners} listeners more`);
});
