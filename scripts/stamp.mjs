// Has anything changed since it was last built? A stamp is the hash of what goes in, kept beside what came out.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { root } from "./run.mjs";

/** Every file under these paths of the project, in a fixed order. */
export function* files(...paths) {
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    if (statSync(full).isFile()) yield path;
    else yield* files(...readdirSync(full).sort().map((name) => join(path, name)));
  }
}

/** The hash of these files and of whatever else decides the result. */
export function stamp(paths, ...others) {
  const hash = createHash("sha256").update(JSON.stringify(others));
  for (const path of files(...paths)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** Does the work unless its stamp, kept in this file, is the same as last time. */
export async function unlessFresh(file, value, work) {
  const full = join(root, file);
  if (existsSync(full) && readFileSync(full, "utf8") === value) return false;
  await work();
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, value);
  return true;
}
