// The engines that the behaviour suite runs in, each with its name, and the one way to open a page in any of them.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platform } from "node:process";
import { setTimeout as pause } from "node:timers/promises";

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { Page } from "./page.mjs";
import { site } from "./site.mjs";
import * as webkit from "./webkit.mjs";

const ALL = { Chromium: chromium, Firefox: firefox, WebKitGTK: webkit };

/** The names of the engines that there are for this system: WebKitGTK is made for Linux alone. */
export const engines = Object.keys(ALL).filter((name) => name !== "WebKitGTK" || platform === "linux");
if (engines.length < Object.keys(ALL).length) console.log(`WebKitGTK does not exist for ${platform}: the behaviour suite runs in ${engines.join(" and ")}`);

/**
 * Starts an engine over the demo. `page(path, { viewport })` opens a page that knows nothing of the others; `folder` is where its
 * downloads lie, `downloaded(ending)` waits for one, and `taken(ending, work)` for the one that some work brings; `endpoint` is what the site
 * takes responses with, `slow` what it sends in halves.
 */
export async function open(name) {
  const served = await site(name);
  const folder = mkdtempSync(join(tmpdir(), "manyi-"));
  const cleared = () => {
    served.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const browser = await ALL[name].launch(folder).catch((error) => {
    cleared();
    throw error;
  });
  return {
    folder,
    downloaded: (ending) => downloaded(folder, ending),
    taken: async (ending, work) => {
      for (const file of readdirSync(folder).filter((file) => file.endsWith(ending))) rmSync(join(folder, file));
      await work();
      return downloaded(folder, ending);
    },
    endpoint: served.endpoint,
    slow: served.slow,
    offline: served.offline,
    online: served.online,
    page: async (path, { viewport = { width: 1000, height: 800 } } = {}) => {
      const page = new Page(await browser.page({ viewport, address: served.address }), served.address);
      await page.goto(path);
      return page;
    },
    close: async () => {
      await browser.close();
      cleared();
    },
  };
}

// A download has come when its file has its name and something in it, and no longer grows.
async function downloaded(folder, ending) {
  let before = 0;
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(100)) {
    const path = readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => join(folder, file))[0];
    // A browser writes under another name first, which is gone a moment later.
    const size = path ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
    if (size > 0 && size === before) return path;
    before = size;
  }
  throw new Error(`no ${ending} was downloaded; there is ${readdirSync(folder).join(", ") || "nothing"}`);
}
