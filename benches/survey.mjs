// How soon ten questions can be seen, beside survey-core with survey-js-ui; and how long an answer takes to be painted:
// `node benches/survey.mjs` after `npm start` or `npm run build`. What is measured beside is pinned in benches/package.json.
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium as playwright } from "playwright-core";

import { root, run } from "../scripts/run.mjs";
import { chromium } from "../scripts/setup.mjs";
import { NAMES, surveyOf } from "../tests/browser/every-kind.mjs";
import { ARGUMENTS } from "../tests/browser/harness.mjs";
import { MANYI, SURVEYJS } from "./shared/ten-questions.mjs";

const RUNS = 9;
const SLOWED = 4;
/** The network as in Lighthouse's "slow 4G": 150 ms there and back, 1.6 Mbit/s. */
const PHONE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SURVEY_CORE = join(root, "benches/node_modules/survey-core");
const SURVEY_JS_UI = join(root, "benches/node_modules/survey-js-ui");
if (!existsSync(SURVEY_JS_UI)) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: join(root, "benches") });

/** Both pages: one frame, each library as its own documentation has it in a page without a bundler, the definition in the page. */
const page = (head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ten questions</title>
    <style>body { margin: 0; font: 16px/1.5 sans-serif; } main { max-width: 1000px; margin: 0 auto; padding: 16px; }</style>
    ${head}
  </head>
  <body><main>${body}</main></body>
</html>`;

// When a frame begins in which everything is there, its painting follows, and the message comes after that.
const WATCH = `
globalThis.laidOut = (questions) => questions.length === 10 && [...questions].every((one) => one.getBoundingClientRect().height > 40 && one.getBoundingClientRect().bottom < innerHeight);
globalThis.painted = new Promise((resolve) => {
  const look = () => {
    if (!globalThis.complete?.()) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
});`;

const manyiPage = page(
  `<link rel="preload" href="/manyi/form.wasm" as="fetch" type="application/wasm" crossorigin>
    <link rel="modulepreload" href="/manyi/form.js"><link rel="modulepreload" href="/manyi/common.js"><link rel="modulepreload" href="/manyi/base.js">
    <script type="module" src="/manyi/survey.js"></script>`,
  `<manyi-survey></manyi-survey>
  <script>
    document.querySelector("manyi-survey").definition = ${JSON.stringify(MANYI)};
    globalThis.complete = () => {
      const root = document.querySelector("manyi-survey").shadowRoot;
      return root !== null && laidOut(root.querySelectorAll(".question")) && [...root.querySelectorAll("input")].every((one) => one.getBoundingClientRect().width >= 24);
    };
  </script>`,
);
const surveyjsPage = page(
  `<link rel="stylesheet" href="/surveyjs/survey-core.fontless.min.css">
    <script src="/surveyjs/survey.core.min.js"></script>
    <script src="/surveyjs/survey-js-ui.min.js"></script>`,
  `<div id="survey"></div>
  <script>
    globalThis.complete = () => laidOut(document.querySelectorAll(".sd-question")) && [...document.querySelectorAll(".sd-question")].every((one) => one.querySelector("input, textarea"));
    addEventListener("DOMContentLoaded", () => new Survey.Model(${JSON.stringify(SURVEYJS)}).render(document.getElementById("survey")));
  </script>`,
);

/** What both cannot be sooner than. */
const emptyPage = page("", "<script>globalThis.complete = () => true;</script>");

/** The finished form as a page that was written by hand: its markup and its styles, no script that makes them and no picture. What no form of these elements is sooner than. */
async function writtenPage(browser, address) {
  const { page: made, context } = await visit(browser, `${address}/manyi.html`);
  const { markup, styles } = await made.evaluate(() => {
    const { shadowRoot } = document.querySelector("manyi-survey");
    const rules = shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    return { markup: shadowRoot.innerHTML.replaceAll(/<!--.*?-->|<canvas[^>]*><\/canvas>/gs, ""), styles: rules.map((rule) => rule.cssText).join("\n") };
  });
  await context.close();
  return page(
    "",
    `<manyi-survey><template shadowrootmode="open"><style>${styles}</style>${markup}</template></manyi-survey>
    <script>globalThis.complete = () => laidOut(document.querySelector("manyi-survey").shadowRoot.querySelectorAll(".question"));</script>`,
  );
}

/** Everything that is served, compressed beforehand as a site would. */
function contents() {
  const types = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8" };
  const files = new Map();
  const add = (path, body) => files.set(path, { type: types[extname(path)], body: gzipSync(body, { level: 9 }) });
  add("/manyi.html", manyiPage);
  add("/surveyjs.html", surveyjsPage);
  add("/empty.html", emptyPage);
  const built = join(root, "dist/browser");
  for (const name of readdirSync(built)) add(`/manyi/${name}`, readFileSync(join(built, name)));
  for (const name of ["survey-core.fontless.min.css", "survey.core.min.js"]) add(`/surveyjs/${name}`, readFileSync(join(SURVEY_CORE, name)));
  add("/surveyjs/survey-js-ui.min.js", readFileSync(join(SURVEY_JS_UI, "survey-js-ui.min.js")));
  return files;
}

async function serve() {
  const files = contents();
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": file.type, "content-encoding": "gzip", "content-length": file.body.length }).end(file.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const add = (path, text) => files.set(path, { type: "text/html; charset=utf-8", body: gzipSync(text, { level: 9 }) });
  return { address: `http://localhost:${server.address().port}`, add, close: () => { server.closeAllConnections(); server.close(); } };
}

/** A page as a new visitor gets it, nothing of it in any cache; the processor as slow as a phone's, and with `network` that, too. */
async function visit(browser, address, network) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 3200 }, locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  let bytes = 0;
  await session.send("Network.enable");
  if (network) await session.send("Network.emulateNetworkConditions", network);
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(WATCH);
  await page.goto(address, { waitUntil: "commit" });
  const painted = await page.evaluate(() => globalThis.painted);
  return { page, context, painted, bytes: () => bytes };
}

/** What is said to be painted is: every canvas of the form has ink on it. */
const proven = (page) => page.evaluate(() => {
  const inked = (canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0);
  return [...(document.querySelector("manyi-survey")?.shadowRoot ?? document).querySelectorAll(".marks canvas")].every(inked);
});

const sorted = (times) => times.toSorted((a, b) => a - b);
const middle = (times) => sorted(times)[times.length >> 1];
const ms = (time, digits = 0) => `${time.toFixed(digits)} ms`;

const PAGES = { "manyi.html": "<manyi-survey>", "surveyjs.html": "survey-core + survey-js-ui", "written.html": "the first's markup and styles alone", "empty.html": "an empty page" };

/** Both forms in turn, so that whatever else the machine does is the same to both. The first round warms the browser itself, and is thrown away. */
async function compared(browser, address, network) {
  const seen = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
  const weights = {};
  for (let round = -1; round < RUNS; round++) {
    for (const name of Object.keys(PAGES)) {
      const { page, context, painted, bytes } = await visit(browser, `${address}/${name}`, network);
      if (!(await proven(page))) throw new Error(`${name} is not painted`);
      if (round >= 0) seen[name].push(painted);
      weights[name] = bytes();
      await context.close();
    }
  }
  const empty = middle(seen["empty.html"]);
  console.table(Object.entries(seen).map(([name, times]) => ({
    form: PAGES[name], median: ms(middle(times)), least: ms(Math.min(...times)), most: ms(Math.max(...times)),
    "median, less an empty page's": ms(middle(times) - empty), "kB over the wire": Math.round(weights[name] / 1000),
  })));
  const [ours, theirs] = [middle(seen["manyi.html"]), middle(seen["surveyjs.html"])];
  console.log(`sooner by ${(theirs / ours).toFixed(1)} times; less what an empty page takes, by ${((theirs - empty) / (ours - empty)).toFixed(1)} times`);
}

/** From an answer until all that it changes is drawn, for each kind, in ms; the processor as it is. */
async function repaints(browser, address) {
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 3200 }, locale: "en-US" })).newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${address}/manyi.html`);
  await page.evaluate(() => globalThis.painted);
  const rows = [];
  for (const name of NAMES) {
    const times = await page.evaluate(async (definition) => {
      const element = Object.assign(document.createElement("manyi-survey"), { definition });
      const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
      document.querySelector("main").replaceChildren(element);
      await ready;
      const field = () => element.shadowRoot.querySelector(".question input, .question textarea, .question .ranks button");
      while (!field()) await new Promise(requestAnimationFrame);
      const times = [];
      for (let round = 0; round < 120; round++) {
        const targets = [...element.shadowRoot.querySelectorAll(".question input, .question textarea, .question .ranks button")];
        const target = targets[round % targets.length];
        const { type } = target;
        const begun = performance.now();
        if (type === "range" || type === "number") target.value = String(Number(target.min) + (round % (Number(target.max) - Number(target.min) + 1)));
        if (type === "textarea" || type === "text") target.value = `word ${round}`;
        if (["range", "number", "textarea", "text"].includes(type)) {
          target.dispatchEvent(new Event("input", { bubbles: true }));
          target.dispatchEvent(new Event("change", { bubbles: true }));
        } else {
          target.click();
        }
        await element.updateComplete;
        times.push(performance.now() - begun);
        await new Promise(requestAnimationFrame);
      }
      return times.slice(20);
    }, surveyOf([name]));
    rows.push({ kind: name, median: ms(middle(times), 2), "95 %": ms(sorted(times)[Math.floor(times.length * 0.95)], 2) });
  }
  console.table(rows);
}

const server = await serve();
const browser = await playwright.launch({ executablePath: chromium(), headless: true, args: ARGUMENTS });
try {
  const setting = `Chromium ${browser.version()}, ${cpus().length} cores, ${RUNS} runs of each in turn`;
  server.add("/written.html", await writtenPage(browser, server.address));
  console.log(`Ten questions painted, processor slowed ${SLOWED} times: ${setting}`);
  await compared(browser, server.address, null);
  console.log(`The same over a phone's network, ${PHONE.latency} ms and ${(PHONE.downloadThroughput * 8) / 1e6} Mbit/s`);
  await compared(browser, server.address, PHONE);
  console.log("An answer, until all that it changes is drawn; processor not slowed, 100 answers of each kind");
  await repaints(browser, server.address);
} finally {
  await browser.close();
  server.close();
}
