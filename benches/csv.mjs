// From a CSV to a tally, in Chromium: `node benches/csv.mjs [rows]` after `npm test` or `npm start`.
//
// Beside uDSV with the tuned JavaScript tally behind it: bytes to text, text to cells, cells to codes, codes to sums. Then the same file by
// workers, and a gigabyte, of which no row is kept.
import { join } from "node:path";

import { root } from "../scripts/run.mjs";
import { openBench, ratio, record, shown } from "./shared/measured.mjs";

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
  const file = new File([...workload.csv(answers)], "answers.csv");
  const all = new Uint8Array(await file.arrayBuffer());
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
  const workers = [1, 2];
  for (const count of workers) times[`manyi, tallyFile, ${count} worker${count > 1 ? "s" : ""}`] = [];
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const start = performance.now();
      work();
      if (round >= 0) times[name].push(performance.now() - start);
    }
    for (const count of workers) {
      const start = performance.now();
      const { tally } = await manyi.tallyFile(survey, file, { workers: count });
      if (round >= 0) times[`manyi, tallyFile, ${count} worker${count > 1 ? "s" : ""}`].push(performance.now() - start);
      if (JSON.stringify(tally) !== JSON.stringify(ours)) return { same: false };
      tally.free();
    }
  }
  return { times, bytes: all.length, same: JSON.stringify(ours.toJSON().whole.pairs.flat()) === JSON.stringify([...theirs.pairs]) };
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
