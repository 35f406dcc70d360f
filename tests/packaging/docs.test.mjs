// What docs/ lists is what the package has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "../../scripts/run.mjs";
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

  const { report, survey } = everything();
  const kano = { attributes: report.kano };
  const data = {
    quadrants: report.quadrants, index: report.index, nps: report.nps, csat: report.csat, ces: report.ces, gaps: report.gaps, drivers: report.drivers,
    segments: { segments: report.segments, index: report.index.index }, kano, "kano-classes": kano, weights: report.weights, retention: { ...manyi.retention({ level: 4 }), level: 4 },
    "path-model": report.pathModel,
    loyalty: manyi.loyaltyIndex({ factors: [{ id: "again", value: 3, max: 4, weight: 1 }] }), tiers: manyi.tiers({ customers: [{ id: "a", value: 3 }, { id: "b", value: 1 }] }),
  };
  for (const kind of kinds) {
    assert.ok(data[kind], `${survey.id} has ${kind}`);
    assert.match(manyi.svg(kind, data[kind], { width: 480 }), /^<svg[^]*<\/svg>\s*$/, kind);
    assert.ok(manyi.chartHeight(kind, data[kind], 480) >= 120, kind);
    assert.ok(manyi.describe(kind, data[kind], "en").length > 10, kind);
  }
});

/** A report with every part, of answers that differ from row to row. */
function everything() {
  const attributes = ["price", "speed", "staff"];
  const matrix = (id, measure, scale) => ({ id, kind: "matrix", measure, scale, title: id, attributes });
  const survey = manyi.checkSurvey({
    id: "parts", version: 1, title: "Parts", outcome: "overall", weights: { source: "stated" },
    attributes: attributes.map((id) => ({ id, title: id })),
    model: { blocks: { Quality: ["sat.price", "sat.speed"], Satisfaction: ["overall"], Loyalty: ["nps"] }, paths: [["Quality", "Satisfaction"], ["Satisfaction", "Loyalty"]] },
    pages: [{ questions: [
      matrix("sat", "satisfaction", "satisfaction5"), matrix("imp", "importance", "importance5"), matrix("exp", "expectation", "agree7"), matrix("per", "perception", "agree7"),
      { id: "kano", kind: "kano", attributes, title: "Kano" }, { id: "overall", kind: "rating", scale: "satisfaction5", measure: "overall", title: "Overall" },
      { id: "nps", kind: "nps", title: "Recommend" }, { id: "ces", kind: "ces", title: "Ease" },
      { id: "region", kind: "choice", segment: true, title: "Region", options: [{ value: "north", title: "North" }, { value: "south", title: "South" }] },
    ] }],
  });
  const level = (row, at, levels) => 1 + ((row * (at + 3) + at * at + (row % 7)) % levels);
  const answers = (row) => ({
    ...Object.fromEntries(attributes.flatMap((id, at) => [
      [`sat.${id}`, level(row, at, 5)], [`imp.${id}`, level(row, at + 1, 4) + (at === 0 ? 1 : 0)], [`exp.${id}`, level(row, at + 2, 7)], [`per.${id}`, level(row, at + 4, 7)],
      [`kano.${id}.functional`, 1 + (row % 3)], [`kano.${id}.dysfunctional`, 3 + ((row + at) % 3)],
    ])),
    overall: level(row, 0, 5), nps: level(row, 1, 11) - 1, ces: level(row, 2, 7), region: row % 2 ? "north" : "south",
  });
  const tally = new manyi.Tally(survey);
  tally.add(Array.from({ length: 42 }, (_, row) => ({ id: `r${row}`, survey: "parts", surveyVersion: 1, startedAt: "2026-01-01T00:00:00Z", submittedAt: "2026-01-01T00:01:00Z", answers: answers(row) })));
  const report = manyi.analyse(survey, tally);
  tally.free();
  return { report, survey };
}

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
