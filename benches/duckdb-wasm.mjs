// The same counts by DuckDB in the page, in Chromium: `node benches/duckdb-wasm.mjs [rows …]` after `npm test` or `npm start`.
//
// Its table is filled before the clock starts, with one byte a cell, and what it counts is held against the tally, number for number: per
// segment and for all, the histograms, and of each pair of questions n, Σx, Σy, Σx², Σy² and Σxy. It is asked in the two ways that come to
// mind, and the sooner answer is told: the sums themselves, or how often each pair of answers comes, of which the sums are made afterwards.
// Past 100,000 rows it is asked in the sooner way alone.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { root } from "../scripts/run.mjs";
import { openBench, ratio, record, shown, spread } from "./shared/measured.mjs";

const ROUNDS = 5;
const sizes = process.argv.slice(2).map(Number);
const built = join(root, "target/bench/duckdb");
mkdirSync(built, { recursive: true });
const { rolldown } = await import("rolldown");
const bundle = await rolldown({ input: join(root, "benches/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs"), platform: "browser", logLevel: "silent" });
await bundle.write({ dir: built, format: "esm", entryFileNames: "duckdb.js" });

const bench = await openBench({ "/duckdb/": join(root, "benches/node_modules/@duckdb/duckdb-wasm/dist"), "/built/": built });
try {
  console.log(`Chromium ${bench.version}, DuckDB-wasm (one thread, exceptions in wasm); ${ROUNDS} rounds: median (least–most) ms; how many times slower than manyi, in the same round`);
  const table = [];
  let ways = ["sums", "tables"];
  for (const rows of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 1_000_000]) {
    const { times, different, version } = await bench.page.evaluate(timed, { rows, rounds: ROUNDS, ways });
    if (different) throw new Error(`${rows} rows: ${different}`);
    const [[way, theirs]] = Object.entries(times).filter(([name]) => name.startsWith("DuckDB")).sort(([, a], [, b]) => spread(a).median - spread(b).median);
    if (rows >= 100_000) ways = ways.filter((one) => way.endsWith(one));
    const others = Object.fromEntries(Object.entries(times).filter(([name]) => name !== "manyi").map(([name, list]) => [name, `${shown(list)} ${ratio(times.manyi, list)}`]));
    table.push({ rows, manyi: shown(times.manyi), ...others });
    record({ what: "columns to tally", rows, manyi: shown(times.manyi), beside: `DuckDB-wasm ${version}`, theirs: shown(theirs), ratio: ratio(times.manyi, theirs) });
  }
  console.table(table);
} finally {
  await bench.close();
}

async function timed({ rows, rounds, ways }) {
  await manyi.init();
  const survey = manyi.checkSurvey(workload.definition());
  const answers = workload.answers(rows);
  const names = Object.keys(answers.columns);
  const scores = names.slice(0, -1);
  const c = names.map((_, at) => `c${at}`);
  const segment = c.at(-1);

  // ---------------------------------------------------------------- the table
  const { AsyncDuckDB, VoidLogger } = await import("/built/duckdb.js");
  const worker = new Worker("/duckdb/duckdb-browser-eh.worker.js");
  const base = new AsyncDuckDB(new VoidLogger(), worker);
  await base.instantiate(new URL("/duckdb/duckdb-eh.wasm", location.href).href);
  const connection = await base.connect();
  const [{ version }] = (await connection.query("SELECT version() AS version")).toArray();
  // Codes as the tally takes them: 0 is missing.
  const lists = names.map((name) => answers.columns[name]);
  const lines = [];
  for (let row = 0; row < rows; row++) lines.push(lists.map((list) => list[row]).join(","));
  await base.registerFileBuffer("codes.csv", new TextEncoder().encode(`${c.join(",")}\n${lines.join("\n")}\n`));
  await connection.query(`CREATE TABLE codes AS SELECT * FROM read_csv('codes.csv', header = true, columns = {${c.map((name) => `'${name}': 'UTINYINT'`).join(", ")}})`);
  // x is 0 where there is no answer; p tells whether there is one; q is x².
  const one = (name) => `CAST(CASE WHEN ${name} = 0 THEN 0 ELSE ${name} - 1 END AS SMALLINT) AS x${name}, CAST(${name} <> 0 AS SMALLINT) AS p${name}, CAST(CASE WHEN ${name} = 0 THEN 0 ELSE (${name} - 1) * (${name} - 1) END AS SMALLINT) AS q${name}`;
  await connection.query(`CREATE TABLE numbers AS SELECT ${segment}, ${scores.map((_, at) => one(c[at])).join(", ")} FROM codes`);
  const pairs = scores.flatMap((_, i) => scores.slice(i + 1).map((_, j) => [i, i + 1 + j]));
  const own = (i) => Array.from({ length: i === 0 ? 12 : 6 }, (_, code) => code);

  // ---------------------------------------------------------------- both ways of asking
  const asSums = `SELECT ${segment} AS segment, ${pairs.map(([i, j], at) => {
    const [x, y] = [c[i], c[j]];
    return `sum(p${x} * p${y}) AS n${at}, sum(x${x} * p${y}) AS x${at}, sum(p${x} * x${y}) AS y${at}, sum(q${x} * p${y}) AS a${at}, sum(p${x} * q${y}) AS b${at}, sum(x${x} * x${y}) AS s${at}`;
  }).join(", ")}, ${scores.map((_, i) => own(i).slice(1).map((code) => `count(*) FILTER (p${c[i]} = 1 AND x${c[i]} = ${code - 1}) AS h${i}_${code}`).join(", ")).join(", ")}, count(*) AS rows FROM numbers GROUP BY ${segment}`;
  const asTables = `SELECT GROUPING(${c.slice(0, -1).join(", ")}) AS which, ${segment} AS segment, ${c.slice(0, -1).join(", ")}, count(*) AS rows FROM codes GROUP BY GROUPING SETS (${pairs.map(([i, j]) => `(${segment}, ${c[i]}, ${c[j]})`).join(", ")})`;

  // By segment, and for all under 0: histograms, and six sums of each pair.
  const empty = () => ({ histograms: scores.map((_, i) => own(i).map(() => 0)), pairs: pairs.map(() => [0, 0, 0, 0, 0, 0]) });
  const groups = () => Array.from({ length: workload.SEGMENTS + 1 }, empty);
  const ofSums = (result) => {
    const found = groups();
    for (const row of result.toArray()) {
      const rows = Number(row.rows);
      for (const group of [found[row.segment], found[0]]) {
        pairs.forEach((_, at) => ["n", "x", "y", "a", "b", "s"].forEach((name, sum) => { group.pairs[at][sum] += Number(row[`${name}${at}`]); }));
        scores.forEach((_, i) => {
          let answered = 0;
          for (const code of own(i).slice(1)) {
            const count = Number(row[`h${i}_${code}`]);
            answered += count;
            group.histograms[i][code] += count;
          }
          group.histograms[i][0] += rows - answered;
        });
      }
    }
    return found;
  };
  const ofTables = (result) => {
    const found = groups();
    // Of the columns, the two that a set has are those whose bits are not set; the first column's bit is the highest.
    const all = 2 ** scores.length - 1;
    const which = new Map(pairs.map(([i, j], at) => [all - 2 ** (scores.length - 1 - i) - 2 ** (scores.length - 1 - j), at]));
    const cells = Object.fromEntries(["which", "segment", "rows", ...c.slice(0, -1)].map((name) => [name, result.getChild(name)]));
    for (let row = 0; row < result.numRows; row++) {
      const at = which.get(Number(cells.which.get(row)));
      const [i, j] = pairs[at];
      const [a, b, count] = [cells[c[i]].get(row), cells[c[j]].get(row), Number(cells.rows.get(row))];
      for (const group of [found[cells.segment.get(row)], found[0]]) {
        // A column's histogram is the margin of one of its pairs.
        if (j === i + 1) group.histograms[i][a] += count;
        if (i === scores.length - 2) group.histograms[j][b] += count;
        if (a === 0 || b === 0) continue;
        const [x, y] = [a - 1, b - 1];
        [1, x, y, x * x, y * y, x * y].forEach((term, sum) => { group.pairs[at][sum] += term * count; });
      }
    }
    return found;
  };

  let ours;
  const found = {};
  const contenders = {
    manyi: () => {
      const tally = new manyi.Tally(survey);
      tally.addColumns(answers.columns);
      ours?.free();
      ours = tally;
    },
    "DuckDB-wasm, sums": async () => { found.sums = ofSums(await connection.query(asSums)); },
    "DuckDB-wasm, tables": async () => { found.tables = ofTables(await connection.query(asTables)); },
  };
  for (const name of ["sums", "tables"]) if (!ways.includes(name)) delete contenders[`DuckDB-wasm, ${name}`];
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const start = performance.now();
      let count = 0;
      do {
        await work();
        count++;
      } while (performance.now() - start < 2);
      if (round >= 0) times[name].push((performance.now() - start) / count);
    }
  }
  await connection.close();
  await base.terminate();
  worker.terminate();

  const counted = ours.toJSON();
  const expected = [{ ...counted.whole }, ...counted.segments];
  let different = counted.segments.length === workload.SEGMENTS ? null : "not all segments were met";
  for (const [name, groups] of Object.entries(found)) {
    groups.forEach((group, at) => {
      if (JSON.stringify(group.pairs) !== JSON.stringify(expected[at].pairs)) different ??= `${name}, group ${at}: the sums of pairs are not the same`;
      if (JSON.stringify(group.histograms) !== JSON.stringify(expected[at].histograms.slice(0, scores.length))) different ??= `${name}, group ${at}: the histograms are not the same`;
    });
  }
  return { times, different, version };
}
