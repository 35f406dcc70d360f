// The demo: every page under www/, for a server that sends a strict content security policy.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

import { shortLiterals } from "./scripts/literals.mjs";
import { compiledAhead, ofDemo } from "./scripts/parts.mjs";

const www = fileURLToPath(new URL("www", import.meta.url));
const pages = readdirSync(www).filter((name) => name.endsWith(".html"));

/** Nothing is preloaded (see below), so a part that comes late needs no more than its import. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

export default defineConfig({
  root: www,
  plugins: [plainImports, shortLiterals(), compiledAhead],
  base: "./",
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL("target/demo", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // Inlined files and inlined scripts are what the policy refuses.
    assetsInlineLimit: 0,
    // What comes late asks for its own parts: Firefox tells of a hint for a module it has already as of one that failed.
    modulePreload: { polyfill: false, resolveDependencies: (_, parts, { hostType }) => (hostType === "html" ? parts : []) },
    rolldownOptions: {
      input: pages.map((name) => `${www}/${name}`),
      output: { codeSplitting: ofDemo },
    },
  },
});
