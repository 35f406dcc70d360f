// What docs/ lists is what the package has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { chartData } from "../browser/chart-data.mjs";
import { open } from "../browser/harness.mjs";

const text = (path) => readFileSync(join(root, path), "utf8");
const manyi = await import("manyi");
manyi.initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));

const sections = Object.fromEntries(text("docs/elements.md").split(/^## /m).slice(1).map((section) => [section.match(/<manyi-(\w+)>/)?.[1], section]));

for (const name of ["survey", "report", "customers"]) {
  test(`docs/elements.md lists every attribute, property, method and event of <manyi-${name}>`, () => {
    const types = text(`dist/src/${name}/element.d.ts`);
    const body = types.slice(types.indexOf("export declare class Manyi"));
    const members = [...body.matchAll(/^ {4}(?:get )?([a-z]\w*)(?:\(\))?: /gm)].map(([, member]) => member).filter((member) => !/Callback$/.test(member));
    const events = [...types.matchAll(/@fires (manyi-[\w-]+)/g)].map(([, type]) => type);
    const attributes = [...text(`www/src/${name}/element.ts`).matchAll(/attribute: "([\w-]+)"/g)].map(([, attribute]) => attribute);
    assert.ok(members.length >= 4 && events.length >= 2);
    const missing = [...members, ...events, ...attributes].filter((word) => !sections[name].includes(`\`${word}\``) && !sections[name].includes(`\`${word}()\``));
    assert.deepEqual(missing, []);
  });
}

test("docs/charts.md lists every kind of chart, and each is drawn, measured and told from what it says", () => {
  const [, union] = text("dist/wasm/full/manyi.d.ts").match(/^export type Chart = (.*);$/m);
  const kinds = [...union.matchAll(/"([\w-]+)"/g)].map(([, kind]) => kind);
  const listed = [...text("docs/charts.md").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, kind]) => kind);
  assert.deepEqual([...listed].sort(), [...kinds].sort());

  const data = chartData(manyi);
  for (const kind of kinds) {
    assert.ok(data[kind], kind);
    assert.match(manyi.svg(kind, data[kind], { width: 480 }), /^<svg[^]*<\/svg>\s*$/, kind);
    assert.ok(manyi.chartHeight(kind, data[kind], 480) >= 120, kind);
    assert.ok(manyi.describe(kind, data[kind], "en").length > 10, kind);
  }
});

test("what the README and docs/charts.md do with the functions compiles as strict TypeScript", () => {
  const samples = (path) => [...text(path).matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);
  const folder = join(root, "target/snippets");
  mkdirSync(folder, { recursive: true });
  const given = `declare const definition: object, csv: string, canvas: HTMLCanvasElement, file: File, signal: AbortSignal;\n`;
  const names = "import { type Report, Tally, analyse, checkSurvey, describe, draw, speak, svg } from \"manyi\";\n";
  // What imports for itself stands alone.
  const files = ["README.md", "docs/charts.md"].flatMap(samples).map((code, at) => {
    const whole = /^import /m.test(code) ? code : `${names}${/\bconst report\b/.test(code) ? "" : "declare const report: Report;\n"}${code}`;
    const file = join(folder, `snippet-${at}.ts`);
    writeFileSync(file, given + whole);
    return file;
  });
  assert.ok(files.length >= 4);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const flags = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--target", "esnext", "--module", "nodenext", "--lib", "esnext,dom,dom.iterable", "--types", ""];
  try {
    execFileSync(process.execPath, [tsc, ...flags, ...files], { cwd: root, encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

test("the classes of manyi/elements register nothing, and make an element of another name", async (t) => {
  const site = await open();
  t.after(() => site.close());
  const page = await site.page("/pages/functions.html");
  const found = await page.evaluate(async () => {
    const { ManyiSurvey } = await import("/dist/browser/elements.js");
    const before = ["survey", "report", "customers"].map((name) => customElements.get(`manyi-${name}`) === undefined);
    customElements.define("our-survey", class extends ManyiSurvey {});
    const element = Object.assign(document.createElement("our-survey"), { definition: { id: "o", version: 1, title: "Ours", pages: [{ questions: [{ id: "nps", kind: "nps", title: "Q" }] }] } });
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", ({ detail }) => resolve(detail)));
    document.body.append(element);
    return { before, detail: await ready };
  });
  assert.deepEqual(found, { before: [true, true, true], detail: { survey: "o", resumed: false } });
});
