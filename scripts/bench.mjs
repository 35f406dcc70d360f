// `npm run bench`: builds what is missing, and runs every bench, each of which prints its own table.
import { existsSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { buildAll } from "./build.mjs";
import { main, root, run } from "./run.mjs";

await main(async () => {
  await buildAll();
  const folder = join(root, "benches");
  // The peers are not the package's: they are installed here alone.
  if (!existsSync(join(folder, "node_modules"))) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
  const [{ model }] = cpus();
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} processors (${model}), ${process.platform}, Node ${process.version}`);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
    console.log(`\n> benches/${name}`);
    run(process.execPath, [join(folder, name)]);
  }
});
