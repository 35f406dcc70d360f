// How fast a report is there, and how fast it follows its reader: `node benches/report.mjs` after `npm test` or `npm start`.
// 10,000 and 1,000,000 answers to a survey of twelve attributes with two segment questions, as CSV from the page's own server.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../tests/browser/harness.mjs";

const RUNS = 9;
const ATTRIBUTES = 12;

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

/** Answers that hang together, always the same ones. */
function csv(rows, attributes) {
  let state = 1;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const ids = Array.from({ length: attributes }, (_, at) => `a${at}`);
  const head = [...ids.map((id) => `sat.${id}`), ...ids.map((id) => `imp.${id}`), "overall", "nps", "region", "age"].join(",");
  const lines = Array.from({ length: Math.min(rows, 10_000) }, (_, row) => {
    const mood = 2 * chance() - 1;
    const level = (shift) => Math.max(1, Math.min(5, Math.round(3 + shift + 1.2 * mood + 2 * (chance() - 0.5))));
    return [...ids.map((_, at) => level(at / 12 - 0.5)), ...ids.map((_, at) => level(0.5 - at / 12)), level(0), Math.min(10, 2 * level(0)), `r${row % 6}`, `g${row % 4}`].join(",");
  });
  const block = lines.join("\n") + "\n";
  return `${head}\n${block.repeat(Math.ceil(rows / lines.length))}`;
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head>
  <body><main><h1>Bench</h1><manyi-report survey="survey.json" src="answers.csv"></manyi-report></main><script type="module" src="/dist/browser/report.js"></script></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "manyi-bench-"));
const site = await open({ "/bench/": folder });
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const shown = (times) => ({ median: `${median(times).toFixed(1)} ms`, least: `${times[0].toFixed(1)} ms`, most: `${times.at(-1).toFixed(1)} ms` });
try {
  writeFileSync(join(folder, "index.html"), page);
  const table = {};
  for (const [rows, attributes] of [[10_000, ATTRIBUTES], [1_000_000, ATTRIBUTES], [10_000, 40]]) {
    writeFileSync(join(folder, "survey.json"), JSON.stringify(definition(attributes)));
    writeFileSync(join(folder, "answers.csv"), csv(rows, attributes));
    const name = `${rows.toLocaleString("en")} answers, ${attributes} attributes`;
    const arrivals = [];
    let last;
    for (let run = 0; run < (rows > 100_000 ? 1 : RUNS); run += 1) {
      await last?.context().close();
      last = await site.page("/bench/index.html");
      // Complete: every chart is painted, in the frame after.
      arrivals.push(await last.evaluate(() => new Promise((resolve) => {
        const painted = () => {
          const charts = [...(document.querySelector("manyi-report").shadowRoot?.querySelectorAll("canvas") ?? [])];
          if (charts.length > 0 && charts.every((canvas) => canvas.dataset.fitted !== undefined)) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(painted);
        };
        painted();
      })));
    }
    table[`${name}: from navigation to complete`] = shown(arrivals);
    const changes = { segment: ["region=r0", "region=r1"], crosshair: ["median", "mean"], importance: ["pearson", "stated"] };
    for (const [choice, values] of Object.entries(changes)) {
      // From the choice to the end of the task that painted all charts anew.
      const times = await last.evaluate(async ([choice, values, runs]) => {
        const report = document.querySelector("manyi-report");
        const times = [];
        for (let run = 0; run < runs; run += 1) {
          const start = performance.now();
          report[choice] = values[run % values.length];
          await report.updateComplete;
          times.push(performance.now() - start);
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        }
        report[choice] = null;
        await report.updateComplete;
        return times;
      }, [choice, values, RUNS]);
      table[`${name}: another ${choice}`] = shown(times);
    }
  }
  console.table(table);
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
