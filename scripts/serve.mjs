// A small static server for this machine only, with the headers a careful site sends.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** What the demo pages must work under. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:";

const TYPES = {
  ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": "text/html; charset=utf-8", ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".md": "text/plain; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
};

/**
 * Serves folders: `mounts` maps a path such as `/` or `/dist/` to a folder, the longest match wins. Resolves to `{ address, close }`.
 * Port 0 takes any free one. `answered` may deal with a request itself, and tells whether it does.
 */
export function serve(mounts, port = 0, answered = () => false) {
  const places = Object.entries(mounts).sort(([a], [b]) => b.length - a.length);
  const server = createServer((request, response) => {
    if (answered(request, response)) return undefined;
    const file = find(places, request.url ?? "/");
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({ address: `http://localhost:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } });
    });
  });
}

function find(places, url) {
  const path = decoded(new URL(url, "http://localhost").pathname);
  const [prefix, folder] = places.find(([prefix]) => path?.startsWith(prefix)) ?? [];
  if (!folder) return null;
  const file = normalize(join(folder, path.slice(prefix.length)));
  const hidden = file.slice(folder.length).split(sep).some((part) => part.startsWith("."));
  if (hidden || !file.startsWith(normalize(folder))) return null;
  return [file, join(file, "index.html")].find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
