// The demo: every page under www/, for a server that sends a strict content security policy.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

import { shortLiterals } from "./scripts/literals.mjs";

const www = fileURLToPath(new URL("www", import.meta.url));
const pages = readdirSync(www).filter((name) => name.endsWith(".html"));

/** Nothing is preloaded (see below), so a part that comes late needs no more than its import. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

// What pages load together is one file, which packs better than many: what all elements stand on, and the form and the report but for what
// comes late.
const COMMON = /lit-html\/(lit-html|is-server)|lit\/html|rolldown\/runtime|vite\/preload-helper|src\/(css|database|error|failed|fetched|json|language|loader|reactive|store)\.ts$/;
const REPORT = /src\/(report[./]|load-report|reported|easel|input|output)|wasm\/report|lit-html\/(async-)?directive|directives\/live/;
const LATE = /apart|courier|delivery|languages|misset|result|trigger|messages\/(?!en)|survey\/view\/(allocation|gesture|pairwise|plane|ranking)|report\/view\/data-table|report\/(closer|file|mapping|unset|vocabulary|data-|download|exports|released|remembered|table-csv|taking)/;

export default defineConfig({
  root: www,
  plugins: [plainImports, shortLiterals()],
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
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "common", test: COMMON },
            { name: "report", test: (id) => REPORT.test(id) && !LATE.test(id) },
            { name: "form", test: (id) => /src\/(survey[./]|load-form)|wasm\/form/.test(id) && !LATE.test(id) },
          ],
        },
      },
    },
  },
});
