// The demo pages, built for serving: every page under www/.
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

import { root } from "./run.mjs";
import { stamp, unlessFresh } from "./stamp.mjs";

const SOURCES = ["www", "package-lock.json", "vite.config.mjs", "scripts/demo.mjs", "scripts/literals.mjs", "scripts/parts.mjs"];

/** Builds the pages when their sources changed. */
export const buildDemo = () =>
  unlessFresh("target/demo/.stamp", stamp(SOURCES), async () => {
    console.log("building the demo");
    const { build } = await import("vite");
    await build({ logLevel: "warn" });
    // Surveys and answers are fetched by address, as a visitor's own would be.
    const samples = join(root, "www/samples");
    if (existsSync(samples)) cpSync(samples, join(root, "target/demo/samples"), { recursive: true });
  });
