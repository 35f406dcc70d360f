// Answers counted where they lie: in a real DuckDB and a real Spark, against the package's own tally of the same rows as CSV, byte for byte.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";

import { ManyiError, Tally, checkSurvey, initSync, tallyFromRows, tallySql } from "manyi";

import { root } from "../../scripts/run.mjs";
import { databases } from "../../scripts/setup.mjs";
import { MILLION_TYPES, STRANGE_COLUMNS, STRANGE_TABLE, strangeAnswers, writeMillion } from "./answers.mjs";

const folder = join(root, "target/engines");
const definition = (name) => checkSurvey(readFileSync(join(import.meta.dirname, name), "utf8"));
const MILLION = join(folder, "million.csv");
const PARQUET = join(folder, "million.parquet");
const STRANGE = join(folder, "strange.csv");
const MISSING = ["n/a", "0"];

let strange, million, expected;
before(() => {
  initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
  mkdirSync(folder, { recursive: true });
  writeFileSync(STRANGE, strangeAnswers(5000));
  writeMillion(MILLION);
  [strange, million] = [definition("strange.json"), definition("million.json")];
  expected = { strange: counted(strange, STRANGE, { columns: STRANGE_COLUMNS, missing: MISSING }), million: counted(million, MILLION) };
});

function counted(survey, path, options) {
  const tally = new Tally(survey);
  tally.addCsv(readFileSync(path), options);
  const { rows, rejectedCount } = tally.end();
  return { json: JSON.stringify(tally), rows, rejectedCount };
}

/** What a database answers to these jobs, in their order. */
function asked(engine, jobs) {
  const { program, env } = databases();
  const child = spawn(program, [join(import.meta.dirname, "run.py")], { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  const texts = ["", ""];
  [child.stdout, child.stderr].forEach((stream, place) => stream.setEncoding("utf8").on("data", (text) => { texts[place] += text; }));
  child.stdin.end(JSON.stringify({ engine, jobs }));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => (status === 0 ? resolve(JSON.parse(texts[0])) : reject(new Error(`${engine} failed\n${texts[1].slice(-4000)}`))));
  });
}

const columns = Object.fromEntries(Object.keys(MILLION_TYPES).map((key) => [key, key]));
const strangeQuery = (dialect) => tallySql(strange, { dialect, table: STRANGE_TABLE, columns: STRANGE_COLUMNS, missing: MISSING });
const told = (t, name, { rows, seconds }) => {
  const bytes = Buffer.byteLength(rows.map((row) => Object.values(row).join("\t")).join("\n"));
  t.diagnostic(`${name}: ${seconds.toFixed(1)} s, ${rows.length} result rows of ${(bytes / 1000).toFixed(1)} kB together`);
};

describe("DuckDB", () => {
  let results;
  before(async () => {
    const query = tallySql(million, { dialect: "duckdb", table: ["main", "million"], columns });
    const unweighted = { ...columns };
    delete unweighted.weight;
    results = await asked("duckdb", [
      { csv: STRANGE, table: STRANGE_TABLE, query: strangeQuery("duckdb") },
      { csv: MILLION, table: "million", types: MILLION_TYPES, parquet: PARQUET, query },
      { query: tallySql(million, { dialect: "duckdb", table: PARQUET, columns: unweighted }) },
      { query: tallySql(million, { dialect: "duckdb", table: PARQUET }) },
    ]);
  });

  test("counts strange cells in strangely named columns as the browser does", (t) => {
    told(t, "5,000 strange rows", results[0]);
    assert.ok(expected.strange.rejectedCount > 2000 && expected.strange.rows < 5000);
    assert.equal(JSON.stringify(tallyFromRows(strange, results[0].rows)), expected.strange.json);
  });

  test("counts a million weighted rows of typed columns as the browser does", (t) => {
    told(t, "1,000,000 rows", results[1]);
    assert.equal(expected.million.rows, 1_000_000);
    assert.equal(JSON.stringify(tallyFromRows(million, results[1].rows)), expected.million.json);
  });

  test("reads a file by its name, and without a column of weights weighs nothing", () => {
    const weighted = JSON.parse(expected.million.json);
    const plain = JSON.stringify(tallyFromRows(million, results[2].rows));
    assert.notEqual(plain, expected.million.json);
    for (const group of [weighted.whole, ...weighted.segments]) delete group.weighted;
    assert.equal(plain, JSON.stringify(weighted));
    assert.deepEqual(results[3].rows.length, results[2].rows.length);
    assert.equal(JSON.stringify(tallyFromRows(million, results[3].rows)), plain);
  });

  test("what is not the whole result of a query is refused", () => {
    const { rows } = results[1];
    const refused = (rows, code, path) => assert.throws(() => tallyFromRows(million, rows), (error) => error instanceof ManyiError && error.code === code && error.path === path, code);
    const whole = rows.findIndex((row) => row.segment_column === -1);
    const but = (changes, place = whole) => rows.map((row, index) => (index === place ? { ...row, ...changes } : row));
    const numbers = rows[whole].numbers;
    assert.equal(JSON.stringify(tallyFromRows(million, rows.toReversed())), expected.million.json);
    assert.equal(tallyFromRows(million, []).toJSON().whole.rows, 0);
    refused(rows.filter((_, index) => index !== whole), "conflict", null);
    refused(rows.filter((_, index) => index !== (whole === 0 ? 1 : 0)), "conflict", "segments");
    refused([...rows, rows[0]], "conflict", `[${rows.length}]`);
    refused(but({ fingerprint: "0" }), "other-survey", `[${whole}].fingerprint`);
    assert.throws(() => tallyFromRows(strange, rows), (error) => error.code === "other-survey");
    refused(but({ segment_column: 99, segment_code: 1 }), "conflict", `[${whole}]`);
    refused(but({ segment_column: -1, segment_code: 1.5 }), "conflict", `[${whole}]`);
    refused(but({ numbers: `${numbers} ${numbers.split(" ")[0]}` }), "conflict", `[${whole}].numbers`);
    refused(but({ numbers: numbers.replace(/,\d+/, ",1e5") }), "not-a-number", `[${whole}].numbers`);
    refused(but({ numbers: numbers.replace(/,\d+(?= |$)/, "") }), "conflict", `[${whole}].numbers`);
    refused(but({ numbers: "" }), "not-a-number", `[${whole}].numbers`);
    refused(but({ part: 1 }), "unknown-key", `[${whole}].part`);
    const entries = numbers.split(" ");
    for (const [place] of entries.entries()) {
      assert.throws(() => tallyFromRows(million, but({ numbers: entries.toSpliced(place, 1).join(" ") })), (error) => error instanceof ManyiError && error.code === "conflict", entries[place]);
    }
  });
});

describe("Spark", () => {
  let results;
  before(async () => {
    const legacy = { "spark.sql.ansi.enabled": "false", "spark.sql.parser.escapedStringLiterals": "true" };
    results = await asked("spark", [
      { csv: STRANGE, multiLine: true, table: STRANGE_TABLE, query: strangeQuery("spark") },
      { query: tallySql(million, { dialect: "spark", table: ["parquet", PARQUET], columns }) },
      { query: strangeQuery("spark"), settings: legacy },
    ]);
  });

  test("counts strange cells in strangely named columns as the browser does", (t) => {
    told(t, "5,000 strange rows", results[0]);
    assert.equal(JSON.stringify(tallyFromRows(strange, results[0].rows)), expected.strange.json);
  });

  test("counts a million weighted rows of typed Parquet columns as the browser does", (t) => {
    told(t, "1,000,000 rows of Parquet", results[1]);
    assert.equal(JSON.stringify(tallyFromRows(million, results[1].rows)), expected.million.json);
  });

  test("counts the same under the settings of older versions", () => {
    assert.equal(JSON.stringify(tallyFromRows(strange, results[2].rows)), expected.strange.json);
  });
});

test("what no query can be written for is refused, and says where", () => {
  const refused = (options, code, path) =>
    assert.throws(() => tallySql(million, options), (error) => error instanceof ManyiError && error.code === code && error.path === path, `${code} ${path}`);
  refused({ dialect: "mysql", table: "t" }, "unknown-name", "options.dialect");
  refused({ dialect: "duckdb" }, "missing-key", "options");
  refused({ dialect: "duckdb", table: [] }, "too-few", "options.table");
  refused({ dialect: "duckdb", table: "t", columns: { a: "nobody" } }, "unknown-answer", "options.columns.a");
  refused({ dialect: "duckdb", table: "t", columns: { a: "nps", b: "nps" } }, "duplicate-id", "options.columns.b");
  refused({ dialect: "duckdb", table: "t", columns: { a: "weight" } }, "too-few", "options.columns");
  refused({ dialect: "duckdb", table: "t", column: {} }, "unknown-key", "options.column");
  // A response's own columns are not read, and stand in the way of nothing.
  const ids = { id: "id", nps: "nps" };
  assert.equal(tallySql(million, { dialect: "duckdb", table: "t", columns: ids }), tallySql(million, { dialect: "duckdb", table: "t", columns: { nps: "nps" } }));
});
