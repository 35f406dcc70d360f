// From a CSV to a tally, in Chromium: `node benches/csv.mjs [rows]` after `npm test` or `npm start`.
//
// Beside uDSV with the tuned JavaScript tally behind it: bytes to text, text to cells, cells to codes, codes to sums. Then files as people pick
// them, from disk, by workers; and a gigabyte, of which no row is kept.
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

import { root } from "../scripts/run.mjs";
import { openBench, ratio, record, shown } from "./shared/measured.mjs";
import { answers, csv } from "./shared/workload.mjs";

const ROUNDS = 5;
const rows = Number(process.argv[2] ?? 1_000_000);
const bench = await openBench({ "/udsv/": join(root, "benches/node_modules/udsv/dist") });
try {
  const { times, same, bytes } = await bench.page.evaluate(timed, { rows, rounds: ROUNDS });
  if (!same) throw new Error("the sums are not the same");
  console.log(`Chromium ${bench.version}; ${rows} rows of 22 cells, ${(bytes / 1e6).toFixed(0)} MB; ${ROUNDS} rounds: median (least–most) ms`);
  console.table(Object.entries(times).map(([name, list]) => ({ name, ms: shown(list), "MB a second": Math.round(bytes / 1e3 / Math.min(...list)), "in the same round": ratio(times["manyi, one thread"], list) })));
  const alone = times["manyi, one thread"];
  for (const [name, list] of Object.entries(times)) if (list !== alone) record({ what: "CSV to tally", rows, manyi: shown(alone), beside: name, theirs: shown(list), ratio: ratio(alone, list) });

  await bench.page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file" })));
  const picked = [];
  for (const times of [1, 5]) {
    await bench.page.locator("input").setInputFiles(onDisk(rows, times));
    const { found, bytes, same } = await bench.page.evaluate(inWorkers, ROUNDS);
    if (!same) throw new Error("the tallies are not the same");
    const [[first, base], ...others] = Object.entries(found);
    picked.push({ rows: rows * times, MB: Math.round(bytes / 1e6), [first]: shown(base), ...Object.fromEntries(others.map(([name, list]) => [name, `${shown(list)}, ${ratio(list, base)} as fast`])) });
    for (const [name, list] of others) record({ what: `a file of ${Math.round(bytes / 1e6)} MB to tally`, rows: rows * times, manyi: `${name}: ${shown(list)}`, beside: first, theirs: shown(base), ratio: ratio(list, base) });
  }
  console.table(picked);

  const streamed = await bench.page.evaluate(gigabyte);
  console.log(streamed.told);
  record({ what: "CSV to tally, a gigabyte streamed", rows: streamed.rows, manyi: streamed.milliseconds.toFixed(0) });
} finally {
  await bench.close();
}

async function timed({ rows, rounds }) {
  await manyi.init();
  const { inferSchema, initParser } = await import("/udsv/uDSV.mjs");
  const survey = manyi.checkSurvey(workload.definition());
  const answers = workload.answers(rows);
  const all = new TextEncoder().encode([...workload.csv(answers)].join(""));
  const CHUNK = 1 << 18;
  let [ours, theirs] = [];
  const contenders = {
    "manyi, one thread": () => {
      const tally = new manyi.Tally(survey);
      for (let start = 0; start < all.length; start += CHUNK) tally.addCsv(all.subarray(start, start + CHUNK));
      tally.end();
      ours?.free();
      ours = tally;
    },
    "uDSV and tuned JS": () => {
      const decoder = new TextDecoder();
      const columns = Array.from({ length: 22 }, () => new Uint8Array(rows));
      const codes = columns.map((_, at) => {
        const texts = at === 0 ? Array.from({ length: 11 }, (_, code) => String(code)) : at === 21 ? Array.from({ length: 8 }, (_, code) => `s${code}`) : ["1", "2", "3", "4", "5"];
        return new Map([["", 0], ...texts.map((text, place) => [text, place + 1])]);
      });
      let parser;
      let row = 0;
      for (let start = 0; start < all.length; start += CHUNK) {
        const text = decoder.decode(all.subarray(start, start + CHUNK), { stream: true });
        parser ??= initParser(inferSchema(text));
        parser.chunk(text, parser.stringArrs, (line) => {
          for (let at = 0; at < 22; at++) columns[at][row] = codes[at].get(line[at]);
          row++;
        });
      }
      parser.end();
      theirs = plain.tuned(columns, workload.SEGMENTS);
    },
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const start = performance.now();
      work();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return { times, bytes: all.length, same: JSON.stringify(ours.toJSON().whole.pairs.flat()) === JSON.stringify([...theirs.pairs]) };
}

/** Writes the table to disk, its rows so many times. */
function onDisk(rows, times) {
  const folder = join(root, "target/bench");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `answers-${times}.csv`);
  const file = openSync(path, "w");
  const [head, ...parts] = csv(answers(rows));
  writeSync(file, head);
  for (let time = 0; time < times; time++) for (const part of parts) writeSync(file, part);
  closeSync(file);
  return path;
}

// The file that was picked: read whole and then counted, without a worker, and by workers.
async function inWorkers(rounds) {
  const survey = manyi.checkSurvey(workload.definition());
  const [file] = document.querySelector("input").files;
  const CHUNK = 1 << 18;
  const ways = {
    "no worker": async () => {
      const all = new Uint8Array(await file.arrayBuffer());
      const tally = new manyi.Tally(survey);
      for (let start = 0; start < all.length; start += CHUNK) tally.addCsv(all.subarray(start, start + CHUNK));
      tally.end();
      return tally;
    },
    "1 worker": async () => (await manyi.tallyFile(survey, file, { workers: 1 })).tally,
    "2 workers": async () => (await manyi.tallyFile(survey, file, { workers: 2 })).tally,
  };
  const found = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  const texts = new Set();
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(ways)) {
      const start = performance.now();
      const tally = await work();
      if (round >= 0) found[name].push(performance.now() - start);
      texts.add(JSON.stringify(tally));
      tally.free();
    }
  }
  return { found, bytes: file.size, same: texts.size === 1 };
}

// The same megabytes over and over, as they would come from a network.
async function gigabyte() {
  const survey = manyi.checkSurvey(workload.definition());
  const parts = [...workload.csv(workload.answers(100_000))].map((text) => new TextEncoder().encode(text));
  const tally = new manyi.Tally(survey);
  const start = performance.now();
  let bytes = 0;
  tally.addCsv(parts[0]);
  for (let at = 0; bytes < 1e9; at++) {
    const part = parts[1 + (at % (parts.length - 1))];
    tally.addCsv(part);
    bytes += part.length;
  }
  const { rows } = tally.end();
  const seconds = (performance.now() - start) / 1000;
  const memory = globalThis.wasmMemory.buffer.byteLength / (1 << 20);
  tally.free();
  if (memory > 96) throw new Error(`${memory} MiB of wasm memory`);
  return { rows, milliseconds: 1000 * seconds, told: `a gigabyte: ${rows} rows in ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MiB of wasm memory` };
}
