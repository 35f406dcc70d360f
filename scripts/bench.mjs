// `npm run bench`: builds what is missing, and runs every bench, each of which prints its own table; then one table of what they compare.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { buildAll } from "./build.mjs";
import { main, root, run } from "./run.mjs";

await main(async () => {
  await buildAll();
  const folder = join(root, "benches");
  // The peers are not the package's: they are installed here alone, and only for this (150 MB).
  if (!installed(folder)) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
  const [{ model }] = cpus();
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} processors (${model}), ${process.platform}, Node ${process.version}`);
  const lines = join(root, "target/bench/lines.json");
  mkdirSync(join(root, "target/bench"), { recursive: true });
  writeFileSync(lines, "");
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
    console.log(`\n> benches/${name}`);
    run(process.execPath, [join(folder, name)], { env: { ...process.env, MANYI_BENCH: lines } });
  }
  console.log("\nAll of it: median (least–most) ms, and how many times slower than manyi, in the same round");
  console.table(readFileSync(lines, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)));
});

/** Whether all that is asked for is there, in these versions. */
function installed(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const version = (name) => {
    const path = join(folder, "node_modules", name, "package.json");
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : null;
  };
  return Object.entries(dependencies).every(([name, wanted]) => version(name) === wanted);
}
