// The package in pages of others' frameworks: React, Vue and Svelte, each as their own build makes it, opened in a browser.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { open } from "../browser/harness.mjs";

const VERSIONS = ["react@19", "react-dom@19", "vue@3", "svelte@5", "@sveltejs/vite-plugin-svelte@7", "vite@8"];
const DEFINITION = `const definition = { id: "framed", version: 1, title: "Framed", pages: [{ questions: [{ id: "q", kind: "nps", title: "Recommend us?" }] }] };`;

const PAGES = {
  "React 19": { name: "react", files: { "main.js": `
    import "manyi/survey";
    import { createElement as h, useState } from "react";
    import { createRoot } from "react-dom/client";
    ${DEFINITION}
    function Page() {
      const [given, setGiven] = useState("");
      return h("div", null, h("manyi-survey", { definition, language: "en", "onmanyi-submitted": ({ detail }) => setGiven(JSON.stringify(detail.response.answers)) }), h("output", null, given));
    }
    createRoot(document.querySelector("main")).render(h(Page));
  ` } },
  "Vue 3": { name: "vue", files: { "main.js": `
    import "manyi/survey";
    import { createApp, h, ref } from "vue";
    ${DEFINITION}
    createApp({
      setup() {
        const given = ref("");
        return () => [h("manyi-survey", { definition, language: "en", onManyiSubmitted: ({ detail }) => { given.value = JSON.stringify(detail.response.answers); } }), h("output", given.value)];
      },
    }).mount("main");
  ` } },
  "Svelte 5": { name: "svelte", files: { "main.js": `
    import { mount } from "svelte";
    import Page from "./Page.svelte";
    mount(Page, { target: document.querySelector("main") });
  `, "Page.svelte": `<script>
    import "manyi/survey";
    ${DEFINITION}
    let given = $state("");
  </script>
  <manyi-survey {definition} language="en" onmanyi-submitted={({ detail }) => { given = JSON.stringify(detail.response.answers); }}></manyi-survey>
  <output>{given}</output>
  `, "vite.config.js": `
    import { svelte } from "@sveltejs/vite-plugin-svelte";
    export default { base: "./", build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } }, plugins: [svelte()] };
  ` } },
};

let folder;
let site;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "manyi-frameworks-"));
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball), ...VERSIONS], folder);
  site = await open(Object.fromEntries(Object.values(PAGES).map(({ name }) => [`/${name}/`, join(folder, name, "dist")])));
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
}

for (const [title, { name, files }] of Object.entries(PAGES)) {
  test(`in a ${title} page the definition is a property, a question is filled, and the page receives the response`, async () => {
    const project = join(folder, name);
    mkdirSync(project);
    const all = {
      "index.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body><main></main><script type="module" src="./main.js"></script></body></html>`,
      "vite.config.js": `export default { base: "./", build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } };`,
      ...files,
    };
    for (const [file, text] of Object.entries(all)) writeFileSync(join(project, file), text);
    run(process.execPath, [join(folder, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], project);
    const page = await site.page(`/${name}/index.html`);
    await page.getByRole("radio", { name: "9 of 10" }).click();
    await page.getByRole("button", { name: "Submit" }).click();
    await page.locator("output", { hasText: '{"q":9}' }).waitFor({ timeout: 10_000 });
    assert.deepEqual(page.complaints, []);
  });
}
