// WebKitGTK, through the W3C's WebDriver, which is JSON over HTTP: there is no more to it than what stands here.
// Source of the requests and of the keys' code points: https://www.w3.org/TR/webdriver2/.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { webkit } from "../../../scripts/setup.mjs";

const KEYS = {
  Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Starts the browser: `page` empties it of what the page before left, as one session has one profile. */
export async function launch(downloads) {
  const programs = webkit();
  const port = await freePort();
  // The browser downloads to where the desktop's settings say.
  const settings = mkdtempSync(join(tmpdir(), "manyi-settings-"));
  writeFileSync(join(settings, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  // A group of its own, so that the screen, the driver and the browser end together.
  const screen = spawn(programs.screen, ["-a", programs.driver, `--port=${port}`], {
    detached: true, stdio: "ignore",
    env: { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US", LIBGL_ALWAYS_SOFTWARE: "1", XDG_CONFIG_HOME: settings },
  });
  const end = () => {
    rmSync(settings, { recursive: true, force: true });
    try {
      process.kill(-screen.pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", end);
  const command = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: method === "POST" ? JSON.stringify(body ?? {}) : undefined });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
  try {
    await listening(command);
    const options = { binary: programs.browser, args: ["--automation"] };
    const { sessionId } = await command("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
    const session = (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
    await session("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
    return {
      page: async ({ viewport, address }) => {
        const page = driver(session);
        await emptied(page, address);
        await resized(session, page, viewport);
        return page;
      },
      close: async () => {
        await session("DELETE", "").catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function driver(session) {
  const keys = (text) => [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
  const act = (source) => session("POST", "/actions", { actions: [source] });
  return {
    goto: (url) => session("POST", "/url", { url }),
    reload: () => session("POST", "/refresh"),
    evaluate: async (expression) => {
      const script = `const done = arguments[0];
        (async () => (${expression}))().then((value) => done({ json: JSON.stringify(value) }), (error) => done({ error: String(error?.stack ?? error) }));`;
      const { json, error } = await session("POST", "/execute/async", { script, args: [] });
      if (error) throw new Error(error);
      return json === undefined || json === null ? undefined : JSON.parse(json);
    },
    press: (key) => act({ type: "key", id: "keys", actions: keys(KEYS[key] ?? key) }),
    type: (text) => act({ type: "key", id: "keys", actions: keys(text.replaceAll("\n", KEYS.Enter)) }),
    clickAt: (x, y) =>
      act({
        type: "pointer", id: "mouse", parameters: { pointerType: "mouse" },
        actions: [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
      }),
    setFile: async (input, path) => {
      const { [ELEMENT]: id } = await session("POST", "/execute/sync", { script: `return ${input};`, args: [] });
      await session("POST", `/element/${id}/value`, { text: path });
    },
    close: () => session("POST", "/url", { url: "about:blank" }),
  };
}

async function emptied(page, address) {
  await page.goto(new URL("samples/README.md", address).href);
  await page.evaluate(`(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject }));
    }
  })()`);
}

// A window is larger than its page by its own bars.
async function resized(session, page, { width, height }) {
  const inner = () => page.evaluate("[innerWidth, innerHeight]");
  for (let tries = 0; tries < 20; tries++) {
    const now = await inner();
    if (now[0] === width && now[1] === height) return;
    const outer = await session("GET", "/window/rect");
    await session("POST", "/window/rect", { width: outer.width + width - now[0], height: outer.height + height - now[1] });
    await pause(100);
  }
  throw new Error(`the page is ${await inner()} pixels, and not ${width},${height}`);
}

async function listening(command) {
  for (const end = Date.now() + 30_000; ; await pause(100)) {
    const ready = await command("GET", "/status").then(() => true, () => false);
    if (ready) return;
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer");
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
