// From columns of answers to a tally, in Chromium: `node benches/tally.mjs [rows …]` after `npm test` or `npm start`.
//
// Every round runs all of them, one after another; the ratios are of the same round. The sums of the three are compared, number for number.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";

import { root } from "../scripts/run.mjs";
import { openBench, ratio, record, shown } from "./shared/measured.mjs";
import { answers, definition } from "./shared/workload.mjs";

const ROUNDS = 7;
const SHAPED = 100_000;
const sizes = process.argv.slice(2).map(Number);
const copier = binaryen.parseText(`(module (memory (export "memory") 1 65536)
  (func (export "copy") (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2))))`);
copier.setFeatures(binaryen.Features.BulkMemory);
const copy = [...copier.emitBinary()];

const bench = await openBench();
try {
  console.log(`Chromium ${bench.version}; ${ROUNDS} rounds: median (least–most) ms; how many times slower than manyi, in the same round`);
  const rows = [];
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
    // The slow ones are told once: how they grow is known.
    const all = size <= 1_000_000;
    const { times, same, sum } = await bench.page.evaluate(timed, { size, rounds: ROUNDS, copy, all });
    if (!same) throw new Error(`${size} rows: the sums are not the same`);
    const native = natively(size, ROUNDS);
    if (native && native.sum !== sum) throw new Error(`${size} rows: built natively, the tally is another`);
    const others = Object.fromEntries(Object.entries(times).filter(([name]) => name.endsWith("JS")).map(([name, list]) => [name, `${shown(list)} ${ratio(times.manyi, list)}`]));
    // What only copies is the faster one: here manyi is so many times slower.
    others["wasm memcpy"] = `${shown(times["wasm memcpy"])} 1/${ratio(times["wasm memcpy"], times.manyi)}`;
    rows.push({ rows: size, manyi: shown(times.manyi), "ns a row": ((1e6 * Math.min(...times.manyi)) / size).toFixed(1), ...others, native: native ? `${shown(native.times)} ${ratio(times.manyi, native.times)}` : "–" });
  }
  console.table(rows);
  for (const { rows: count, manyi, "ns a row": _, ...others } of rows) {
    for (const [beside, theirs] of Object.entries(others)) record({ what: "columns to tally", rows: count, manyi, beside, theirs });
  }

  const duckdb = inDuckdb(100_000, 3);
  if (duckdb) record({ what: "columns to tally", rows: 100_000, beside: "native DuckDB, counts and correlations alone", theirs: shown(duckdb.times) });
  console.log(duckdb ? `native DuckDB, 100,000 rows, counts and correlations alone: ${shown(duckdb.times)} ms` : "native DuckDB: not here (pip install duckdb numpy pandas)");

  await grid(bench);
} finally {
  await bench.close();
}

/** How the time grows: every combination, and per kind of difference the greatest ratio of two cells that differ in nothing else. */
async function grid(bench) {
  const axes = { attributes: [5, 20, 60], levels: [5, 11, 101], missing: [0, 5, 30, 60], segments: [1, 3], weights: [0, 20, Infinity] };
  const cells = Object.entries(axes).reduce((shapes, [name, values]) => shapes.flatMap((shape) => values.map((value) => ({ ...shape, [name]: value }))), [{}]);
  for (const cell of cells) cell.times = await bench.page.evaluate(shaped, { shape: cell, rounds: 3, size: SHAPED });
  const least = ({ times }) => Math.min(...times);
  const rows = cells.filter(({ weights }) => weights === 0).map(({ attributes, levels, missing, segments }) => {
    const same = cells.filter((cell) => cell.attributes === attributes && cell.levels === levels && cell.missing === missing && cell.segments === segments);
    const [none, few, all] = same.map((cell) => least(cell).toFixed(1));
    return { attributes, levels, "missing %": missing, "segment questions": segments, "no weights": none, "20 weights": few, "all different": all };
  });
  console.log(`ms per ${SHAPED} rows, the least of 3`);
  console.table(rows);
  for (const [name, values] of Object.entries(axes)) {
    for (let at = 1; at < values.length; at++) {
      const alike = (one, other) => Object.keys(axes).every((axis) => (axis === name ? one[axis] === values[at - 1] && other[axis] === values[at] : one[axis] === other[axis]));
      const ratios = cells.flatMap((one) => cells.filter((other) => alike(one, other)).map((other) => least(other) / least(one)));
      console.log(`${name}, ${values[at]} against ${values[at - 1]}: ${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)} times as long`);
    }
  }
}

async function timed({ size, rounds, copy, all }) {
  await manyi.init();
  const survey = manyi.checkSurvey(workload.definition());
  const { columns } = workload.answers(size);
  const lists = Object.values(columns);
  const bytes = size * lists.length;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(copy)));
  exports.memory.grow(Math.ceil((2 * bytes) / 65536));
  let [ours, idiomatic, tuned] = [];
  const contenders = {
    manyi: () => {
      const tally = new manyi.Tally(survey);
      tally.addColumns(columns);
      ours?.free();
      ours = tally;
    },
    ...(all ? {
      "idiomatic JS": () => { idiomatic = plain.idiomatic(lists, workload.SEGMENTS); },
      "tuned JS": () => { tuned = plain.tuned(lists, workload.SEGMENTS); },
    } : {}),
    "wasm memcpy": () => exports.copy(bytes, 0, bytes),
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      // What takes no time is done until it does.
      const start = performance.now();
      let count = 0;
      do {
        work();
        count++;
      } while (performance.now() - start < 2);
      if (round >= 0) times[name].push((performance.now() - start) / count);
    }
  }
  ours = ours.toJSON();
  const scores = lists.length - 1;
  const agree = ({ counts, pairs }) =>
    JSON.stringify(ours.whole.pairs.flat()) === JSON.stringify([...pairs]) &&
    ours.segments.every(({ code, histograms }) =>
      histograms.slice(0, scores).every((histogram, column) => histogram.every((count, level) => count === counts[code * scores * 12 + column * 12 + level])));
  const text = JSON.stringify(ours);
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 4_294_967_291;
  return { times, same: !all || (agree(idiomatic) && agree(tuned)), sum };
}

async function shaped({ shape, rounds, size }) {
  const survey = manyi.checkSurvey(workload.definition(shape));
  const { columns, weights } = workload.answers(size, shape);
  const times = [];
  for (let round = -1; round < rounds; round++) {
    const start = performance.now();
    const tally = new manyi.Tally(survey);
    tally.addColumns(columns, weights);
    tally.free();
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}


function inDuckdb(size, runs) {
  const codes = join(root, "target/bench/codes.bin");
  writeFileSync(codes, Buffer.concat(Object.values(answers(size).columns)));
  const { status, stdout } = spawnSync(process.env.PYTHON ?? "python3", ["benches/in_duckdb.py", codes, String(size), String(runs)], { cwd: root, encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}

function natively(size, runs) {
  const folder = join(root, "target/bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "definition.json"), JSON.stringify(definition()));
  writeFileSync(join(folder, "codes.bin"), Buffer.concat(Object.values(answers(size).columns)));
  const files = [join(folder, "definition.json"), join(folder, "codes.bin")];
  const { status, stdout } = spawnSync("cargo", ["bench", "--locked", "--quiet", "--bench", "tally", "--", ...files, String(size), String(runs)], { cwd: root, encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}
