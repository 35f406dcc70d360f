// How fast a report is there, and how fast it follows its reader: `node benches/report.mjs` after `npm test` or `npm start`.
// 10,000 answers to surveys of 20 and of 40 attributes with two segment questions, as CSV from the page's own server, and 1,000,000 as columns.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../tests/browser/harness.mjs";

const RUNS = 9;
const ATTRIBUTES = 20;
const MANY = 40;

const definition = (attributes) => {
  const ids = Array.from({ length: attributes }, (_, at) => `a${at}`);
  const options = (name, count) => Array.from({ length: count }, (_, at) => ({ value: `${name}${at}`, title: `${name} ${at}` }));
  return {
    id: "bench", version: 1, title: "Bench", outcome: "overall", attributes: ids.map((id) => ({ id, title: `Attribute ${id}` })),
    pages: [{ questions: [
      { id: "sat", kind: "matrix", measure: "satisfaction", scale: "satisfaction5", title: "?", attributes: ids },
      { id: "imp", kind: "matrix", measure: "importance", scale: "importance5", title: "?", attributes: ids },
      { id: "overall", kind: "rating", measure: "overall", scale: "satisfaction5", title: "?" },
      { id: "nps", kind: "nps", title: "?" },
      { id: "region", kind: "choice", segment: true, title: "Region", options: options("r", 6) },
      { id: "age", kind: "choice", segment: true, title: "Age", options: options("g", 4) },
    ] }],
  };
};

/** Answers that hang together, always the same ones, and the keys of what each holds. */
function answers(rows, attributes) {
  let state = 1;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const ids = Array.from({ length: attributes }, (_, at) => `a${at}`);
  const keys = [...ids.map((id) => `sat.${id}`), ...ids.map((id) => `imp.${id}`), "overall", "nps", "region", "age"];
  const lines = Array.from({ length: rows }, (_, row) => {
    const mood = 2 * chance() - 1;
    const level = (shift) => Math.max(1, Math.min(5, Math.round(3 + shift + 1.2 * mood + 2 * (chance() - 0.5))));
    const shift = (at) => (1.7 * at) / attributes - 0.5;
    return [...ids.map((_, at) => level(shift(at))), ...ids.map((_, at) => level(0.5 - shift((at * 7) % attributes))), level(0), Math.min(10, 2 * level(0)), row % 6, row % 4];
  });
  return { keys, lines };
}

function csv({ keys, lines }) {
  return [keys, ...lines.map((line) => [...line.slice(0, -2), `r${line.at(-2)}`, `g${line.at(-1)}`])].map((cells) => cells.join(",")).join("\n");
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head>
  <body><main><h1>Bench</h1><manyi-report survey="survey.json" src="answers.csv"></manyi-report></main><script type="module" src="/dist/browser/report.js"></script></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "manyi-bench-"));
const site = await open({ "/bench/": folder });
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const shown = (times) => ({ median: `${median(times).toFixed(1)} ms`, least: `${times[0].toFixed(1)} ms`, most: `${times.at(-1).toFixed(1)} ms` });

/** From navigation until every chart is painted, in the frame after. */
const complete = (page) =>
  page.evaluate(() => new Promise((resolve) => {
    const painted = () => {
      const charts = [...(document.querySelector("manyi-report").shadowRoot?.querySelectorAll("canvas") ?? [])];
      if (charts.length > 0 && charts.every((canvas) => canvas.dataset.fitted !== undefined)) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(painted);
    };
    painted();
  }));

/** How long a choice takes: to the end of the task that painted what is in sight, and until the last chart of the page is painted. */
async function choices(page, name, table) {
  const changes = { segment: ["region=r0", "region=r1"], crosshair: ["median", "mean"], importance: ["pearson", "stated"] };
  for (const [choice, values] of Object.entries(changes)) {
    const { sight, all } = await page.evaluate(async ([choice, values, runs]) => {
      const report = document.querySelector("manyi-report");
      // A picture is drawn between these two.
      let last = 0;
      const { restore } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.restore = function () {
        restore.call(this);
        last = performance.now();
      };
      const times = { sight: [], all: [] };
      for (let run = -2; run < runs; run += 1) {
        const start = performance.now();
        report[choice] = values[(run + 2) % values.length];
        await report.updateComplete;
        const sight = performance.now() - start;
        await new Promise((resolve) => setTimeout(resolve, 250));
        if (run < 0) continue; // The first of each kind warm it up.
        times.sight.push(sight);
        times.all.push(last - start);
      }
      report[choice] = null;
      await report.updateComplete;
      CanvasRenderingContext2D.prototype.restore = restore;
      return times;
    }, [choice, values, RUNS]);
    table[`${name}: another ${choice}`] = shown(sight);
    table[`${name}: another ${choice}, charts out of sight too`] = shown(all);
  }
}

/** How long a move of the point costs that what if drags: the supposed model, its words, its arrow and the picture. */
async function moves(page, name, table) {
  const times = await page.evaluate(async (runs) => {
    const report = document.querySelector("manyi-report");
    const { shadowRoot } = report;
    const there = async (selector) => {
      for (;;) {
        const found = shadowRoot.querySelector(selector);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    shadowRoot.querySelector("[part=what-if-open]").click();
    await there(".sliders input");
    shadowRoot.querySelector(".picture[data-chart=quadrants]").dispatchEvent(new PointerEvent("pointerenter"));
    (await there(".mark[data-id=a3]")).click();
    const drag = await there("input.drag");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const times = [];
    for (let run = -5; run < 4 * runs; run += 1) {
      const start = performance.now();
      drag.value = String(2.5 + 0.05 * (run % 20));
      drag.dispatchEvent(new Event("input", { bubbles: true }));
      await report.updateComplete;
      const time = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (run >= 0) times.push(time);
    }
    return times;
  }, RUNS);
  table[`${name}: a move of a what-if point`] = shown(times);
}

/** How long the quadrants of so many points take by themselves: the plan, the list of shapes, the canvas, and its pixels. */
async function redraw(page, survey, { keys, lines }, table) {
  const times = await page.evaluate(async ([survey, keys, lines, runs]) => {
    const { Tally, analyse, chartHeight, draw, init } = await import("/dist/browser/index.js");
    await init();
    const tally = new Tally(survey);
    tally.addColumns(Object.fromEntries(keys.map((key, at) => [key, Uint8Array.from(lines, (line) => line[at] + (["nps", "region", "age"].includes(key) ? 1 : 0))])));
    const { quadrants, n } = analyse(survey, tally);
    const about = { titles: Object.fromEntries(survey.attributes.map(({ id, title }) => [id, title])), n };
    const width = 960;
    const canvas = Object.assign(document.createElement("canvas"), { width, height: chartHeight("quadrants", { ...quadrants, ...about }, width) });
    const times = [];
    for (let run = -5; run < 4 * runs; run += 1) {
      // Another sample each time: nothing is where it was before.
      const points = quadrants.points.map((point, at) => ({ ...point, importance: point.importance + 0.02 * Math.sin(run * at), performance: point.performance + 0.02 * Math.cos(run + at) }));
      const start = performance.now();
      draw(canvas, "quadrants", { ...quadrants, points, ...about });
      canvas.getContext("2d").getImageData(0, 0, 1, 1);
      if (run >= 0) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return times;
  }, [survey, keys, lines, RUNS]);
  table[`the quadrants of ${survey.attributes.length} points: a redraw`] = shown(times);
}

try {
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "empty.html"), page.replace(/<manyi-report.*<\/manyi-report>/, ""));
  const table = {};
  for (const attributes of [ATTRIBUTES, MANY]) {
    const survey = definition(attributes);
    const given = answers(10_000, attributes);
    writeFileSync(join(folder, "survey.json"), JSON.stringify(survey));
    writeFileSync(join(folder, "answers.csv"), csv(given));
    const name = `10,000 answers, ${attributes} attributes`;
    const arrivals = [];
    let last;
    for (let run = 0; run < RUNS; run += 1) {
      await last?.context().close();
      last = await site.page("/bench/index.html");
      arrivals.push(await complete(last));
    }
    table[`${name}: from navigation to complete`] = shown(arrivals);
    await choices(last, name, table);
    await moves(last, name, table);
    await last.context().close();
    const empty = await site.page("/bench/empty.html");
    if (attributes === MANY) await redraw(empty, survey, given, table);
    else {
      await empty.evaluate(async ([survey, keys, lines, times]) => {
        const { Tally, init } = await import("/dist/browser/index.js");
        await init();
        const tally = new Tally(survey);
        const columns = Object.fromEntries(keys.map((key, at) => [key, Uint8Array.from(lines, (line) => line[at] + (["nps", "region", "age"].includes(key) ? 1 : 0))]));
        for (let time = 0; time < times; time += 1) tally.addColumns(columns);
        document.querySelector("main").append(Object.assign(document.createElement("manyi-report"), { definition: survey, tally }));
      }, [survey, given.keys, given.lines, 100]);
      await complete(empty);
      await choices(empty, `1,000,000 answers, ${attributes} attributes`, table);
    }
    await empty.context().close();
  }
  console.table(table);
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
