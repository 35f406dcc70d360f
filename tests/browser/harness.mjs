// A real Chromium over the built demo and package: one server and one browser for each test file.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";

import { root } from "../../scripts/run.mjs";
import { serve } from "../../scripts/serve.mjs";
import { chromium } from "../../scripts/setup.mjs";

/** What a Chromium of the tests is started with. */
export const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Starts the server and the browser. The demo is at `/`, the package at `/dist/`, the tests' own pages at `/pages/`, the samples
 * as they lie at `/samples/`. `mounts` adds folders. Close it in `after`.
 */
export async function open(mounts = {}) {
  const server = await serve({
    "/": join(root, "target/demo"),
    "/dist/": join(root, "dist"),
    "/pages/": join(root, "tests/browser/pages"),
    "/samples/": join(root, "www/samples"),
    "/cases/": join(root, "tests/cases"),
    ...mounts,
  });
  const browser = await playwright.launch({ executablePath: chromium(), headless: true, args: ARGUMENTS });
  return {
    address: server.address,
    browser,
    page: (path, options) => openPage(browser, server.address, path, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * Opens a page of the server in a context of its own (`options` are Playwright's context options: viewport, locale, colorScheme,
 * hasTouch …; `context` gives an existing one). `page.complaints` collects everything a healthy page has none of: console errors and
 * warnings, uncaught errors, refusals of the content security policy, failed requests.
 */
async function openPage(browser, address, path, { context, ...options } = {}) {
  const own = context ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options }));
  const page = await own.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`request failed: ${request.url()} ${request.failure()?.errorText}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await page.goto(new URL(path, address).href);
  return Object.assign(page, { complaints });
}

/** Keeps a picture of the page, for people to look at. */
export async function screenshot(page, name, options = {}) {
  const folder = join(root, "target/screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, ...options });
}

/** What axe finds against WCAG 2.2 A and AA, one line each. `undecided` are rules of which it must be sure: what it cannot tell is a finding, too. */
export async function accessibility(page, { undecided = [] } = {}) {
  // Evaluated from outside, so that the page's own policy stays as it is.
  await page.evaluate(readFileSync(AXE, "utf8"));
  const { violations, incomplete } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), WCAG);
  const unsure = incomplete.filter(({ id }) => undecided.includes(id));
  return [...violations, ...unsure].flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")}`));
}

/** The same, and every contrast that axe cannot tell. */
export const barriers = (page) => accessibility(page, { undecided: ["color-contrast"] });
