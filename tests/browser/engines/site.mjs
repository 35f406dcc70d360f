// The demo behind a server that can go away and come back: a connection that drops, for every engine alike.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { root } from "../../../scripts/run.mjs";
import { serve } from "../../../scripts/serve.mjs";

/**
 * Serves the demo, each page with an observer as its first script, as `{ address, endpoint, slow, offline, online, close }`. `name` keeps runs
 * side by side apart. What is posted to `/answers` lies in `endpoint.stored`, after as many as `endpoint.refusals` were turned away. Of
 * `/slow.csv` half is sent, and the rest when `slow.arrive()` says so.
 */
export async function site(name) {
  const demo = join(root, "target/observed", name);
  rmSync(demo, { recursive: true, force: true });
  cpSync(join(root, "target/demo"), demo, { recursive: true });
  for (const file of readdirSync(demo).filter((file) => file.endsWith(".html"))) {
    const page = readFileSync(join(demo, file), "utf8");
    const observed = page.replace("<head>", '<head><script src="/pages/observer.js"></script>');
    if (observed === page) throw new Error(`${file} has no place for the observer`);
    writeFileSync(join(demo, file), observed);
  }
  const mounts = {
    "/": demo, "/dist/": join(root, "dist"), "/pages/": join(root, "tests/browser/pages"), "/samples/": join(root, "www/samples"), "/cases/": join(root, "tests/cases"),
    "/axe/": dirname(createRequire(import.meta.url).resolve("axe-core/axe.min.js")),
  };
  const slow = slowly(readFileSync(join(root, "tests/cases/two_periods_now.csv")));
  const endpoint = { refusals: 0, tries: 0, stored: [] };
  const answered = (request, response) => {
    if (request.url === "/slow.csv") return slow.begin(response);
    if (request.method !== "POST" || request.url !== "/answers") return false;
    endpoint.tries++;
    void take(request, response, endpoint);
    return true;
  };
  let server = await serve(mounts, 0, answered);
  const { address } = server;
  return {
    address,
    endpoint,
    slow,
    offline: () => server.close(),
    online: async () => { server = await serve(mounts, Number(new URL(address).port), answered); },
    close: () => server.close(),
  };
}

/** A file of which half is sent, until the rest arrives. */
function slowly(bytes) {
  const half = bytes.lastIndexOf("\n", bytes.length / 2) + 1;
  let waiting = null;
  return {
    begin: (response) => {
      waiting = response;
      response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).write(bytes.subarray(0, half));
      return true;
    },
    arrive: () => waiting.end(bytes.subarray(half)),
  };
}

async function take(request, response, endpoint) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const refused = endpoint.refusals-- > 0;
  if (!refused) endpoint.stored.push({ key: request.headers["idempotency-key"], response: JSON.parse(Buffer.concat(parts).toString()) });
  response.writeHead(refused ? 500 : 204).end();
}
