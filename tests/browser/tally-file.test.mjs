// A file counted in workers: the same tally for any number of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** A page with `file(rows)`: a table of twelve bytes a row and more, with quotes, line breaks in quotes, stray quotes, and wrong cells now and then. */
async function opened() {
  const page = await site.page("/pages/functions.html");
  await page.evaluate(async () => {
    await manyi.init();
    const attributes = ["a", "b", "c"].map((id) => ({ id, title: id }));
    globalThis.survey = manyi.checkSurvey({
      id: "s", version: 1, title: "T", attributes,
      pages: [{ questions: [
        { id: "sat", kind: "matrix", measure: "satisfaction", scale: "satisfaction5", title: "?", attributes: ["a", "b", "c"] },
        { id: "where", kind: "choice", segment: true, title: "?", options: [{ value: "north", title: "N" }, { value: "south, by the sea", title: "S" }] },
        { id: "why", kind: "text", title: "?" },
      ] }],
    });
    globalThis.file = (rows, { end = "\n", broken = true } = {}) => {
      const lines = ["sat.a,sat.b,sat.c,where,why,weight"];
      const whys = ["", "fine", '"well, ""good"""', `"a${end}${end}b,3${end}"`, '5" nails', '""', `"${"x".repeat(3000)}${end}"`];
      for (let row = 0; row < rows; row++) {
        const wrong = broken && row % 997 === 500;
        const weight = broken && row % 1499 === 3 ? "heavy" : row % 3 === 0 ? "2.5" : "1";
        lines.push([1 + (row % 5), row % 7 === 0 ? "" : 1 + ((row * 7) % 5), wrong ? 9 : 1 + ((row * 3) % 4), row % 2 ? "north" : '"south, by the sea"', whys[row % 50 === 49 ? 6 : row % 6], weight].join(","));
      }
      return new File([lines.join(end)], "answers.csv");
    };
    // All at once, without workers.
    globalThis.alone = async (file) => {
      const tally = new manyi.Tally(survey);
      tally.addCsv(new Uint8Array(await file.arrayBuffer()));
      const end = tally.end();
      return { json: JSON.stringify(tally), end };
    };
  });
  return page;
}

test("1, 2, 3 and 8 workers give the tally that one reading of the whole file gives, to the last byte, and number its rows alike", async () => {
  const page = await opened();
  for (const end of ["\n", "\r\n"]) {
    const seen = await page.evaluate(async (end) => {
      const rows = file(240_000, { end });
      const expected = await alone(rows);
      const found = [];
      for (const workers of [1, 2, 3, 8]) {
        const { tally, ...end } = await manyi.tallyFile(survey, rows, { workers });
        found.push({ same: JSON.stringify(tally) === expected.json, end: JSON.stringify(end) === JSON.stringify(expected.end) });
        tally.free();
      }
      return { size: rows.size, found, rejected: expected.end.rejectedCount, last: expected.end.rejected.at(-1).row };
    }, end);
    assert.ok(seen.size > 4 * 2 ** 22, `${seen.size} bytes are more pieces than four`);
    assert.ok(seen.rejected > 300 && seen.last > 230_000);
    assert.deepEqual(seen.found, Array(4).fill({ same: true, end: true }), end === "\n" ? "LF" : "CRLF");
  }
  assert.deepEqual(page.complaints, []);
});

test("a record longer than several pieces is one record", async () => {
  const page = await opened();
  const seen = await page.evaluate(async () => {
    // Cells end at a mebibyte; a hundred ignored ones make a record of many.
    const many = Array.from({ length: 20 }, (_, at) => `x${at}`);
    const cell = `"${"y,\n".repeat(300_000)}"`;
    const line = (a) => `${a},${many.map(() => cell).join(",")}\n`;
    const rows = new File([`sat.a,${many.join(",")}\n`, "5\n4\n", line(3), line(2), "1\n"], "long.csv");
    const expected = await alone(rows);
    const { tally, ...end } = await manyi.tallyFile(survey, rows, { workers: 3 });
    return { size: rows.size, same: JSON.stringify(tally) === expected.json && JSON.stringify(end) === JSON.stringify(expected.end), rows: end.rows };
  });
  assert.ok(seen.size > 8 * 2 ** 22);
  assert.deepEqual([seen.same, seen.rows], [true, 5]);
});

test("progress is told up to the last byte", async () => {
  const page = await opened();
  const told = await page.evaluate(async () => {
    const told = [];
    const rows = file(120_000);
    (await manyi.tallyFile(survey, rows, { workers: 2, onProgress: (progress) => told.push(progress) })).tally.free();
    return { told, size: rows.size };
  });
  assert.ok(told.told.length >= 3);
  assert.deepEqual(told.told.at(-1), { bytes: told.size, total: told.size });
  assert.ok(told.told.every(({ bytes }, at) => at === 0 || bytes > told.told[at - 1].bytes));
});

test("an aborted count ends with the signal's reason, and leaves no worker running", async () => {
  const page = await opened();
  const running = () => page.workers().length;
  const outcome = page.evaluate(async () => {
    const stop = new AbortController();
    const work = manyi.tallyFile(survey, file(400_000), { workers: 2, signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
    return work.then(() => "counted", (error) => error.message);
  });
  assert.equal(await outcome, "enough");
  for (const end = Date.now() + 5000; running() > 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(running(), 0);

  const before = await page.evaluate(() => manyi.tallyFile(survey, file(10), { signal: AbortSignal.abort(new Error("no")) }).catch((error) => error.message));
  assert.equal(before, "no");
});

/** Resolves when no worker of the page runs any more. */
async function allEnded(page) {
  for (const end = Date.now() + 5000; page.workers().length > 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(page.workers().length, 0);
}

test("workers count the next file too, and then no worker is left", async () => {
  const page = await opened();
  let started = 0;
  page.on("worker", () => started++);
  const same = await page.evaluate(async () => {
    const rows = file(130_000);
    const expected = await alone(rows);
    const found = [];
    for (let round = 0; round < 3; round++) {
      const { tally } = await manyi.tallyFile(survey, rows, { workers: 2 });
      found.push(JSON.stringify(tally) === expected.json);
      tally.free();
    }
    return found;
  });
  assert.deepEqual(same, [true, true, true]);
  assert.equal(started, 2);
  await allEnded(page);
  assert.deepEqual(page.complaints, []);
});

test("the worker in which a report counts its file is started from the package, too", async () => {
  const page = await opened();
  const said = await page.evaluate(() => new Promise((resolve) => {
    const worker = new Worker("/dist/browser/worker.js", { type: "module" });
    worker.onmessage = ({ data }) => resolve(data.kind);
    worker.onerror = ({ message }) => resolve(message);
  }));
  assert.equal(said, "started");
});

test("a small file is counted without a worker, and any file where none can be started", async () => {
  const page = await opened();
  let started = 0;
  page.on("worker", () => started++);
  const count = (rows) => page.evaluate(async (rows) => {
    const about = file(rows);
    const expected = await alone(about);
    const told = [];
    const { tally, ...end } = await manyi.tallyFile(survey, about, { workers: 2, onProgress: ({ bytes }) => told.push(bytes) });
    return { same: JSON.stringify(tally) === expected.json && JSON.stringify(end) === JSON.stringify(expected.end), whole: told.at(-1) === about.size };
  }, rows);
  assert.deepEqual(await count(1000), { same: true, whole: true });
  assert.equal(started, 0);
  await page.route("**/tally-worker.js", (route) => route.abort());
  assert.deepEqual(await count(130_000), { same: true, whole: true });
  await page.evaluate(() => { globalThis.Worker = class { constructor() { throw new DOMException("not by this policy", "SecurityError"); } }; });
  assert.deepEqual(await count(130_000), { same: true, whole: true });
});

test("a file that is mostly quoted text is the same table, wherever its pieces begin", async () => {
  const page = await opened();
  const found = await page.evaluate(async () => {
    // Commas, line breaks and quotes in quotes, which look like a table by themselves; and none that tells for a mebibyte.
    const like = `"1,2,3,north,""fine"",1\n4,,"",north,,""\n"`;
    const lines = Array.from({ length: 400_000 }, (_, row) => `${1 + (row % 5)},${row % 9 === 0 ? `"${",\n".repeat(40_000 * (row % 90 === 0 ? 1 : 0) + 5)}"` : like}`);
    const rows = new File([`sat.a,why\n${lines.join("\n")}`], "quoted.csv");
    const expected = await alone(rows);
    const found = [];
    for (const workers of [1, 2, 3, 8]) {
      const { tally, ...end } = await manyi.tallyFile(survey, rows, { workers });
      found.push(JSON.stringify(tally) === expected.json && JSON.stringify(end) === JSON.stringify(expected.end));
      tally.free();
    }
    return { found, rows: expected.end.rows, size: rows.size };
  });
  assert.ok(found.size > 64 * 2 ** 20, `${found.size}`);
  assert.deepEqual([found.found, found.rows], [[true, true, true, true], 400_000]);
});

test("a table that is broken far from its beginning is refused by the row it has in the file, and nothing of it is counted", async () => {
  const page = await opened();
  const seen = await page.evaluate(async () => {
    const good = await file(240_000, { broken: false }).text();
    const refused = async (text, workers) => {
      const error = await manyi.tallyFile(survey, new File([text], "broken.csv"), { workers }).then(() => null, (error) => error);
      return `${error?.code}: ${error?.message}`;
    };
    const open = `${good}\n1,2,3,north,"open,1\n5,5,5,north,,1\n`;
    const long = `${good}\n1,2,3,north,"${"y,\n".repeat(1 << 20)}`;
    // What a tally holds before it meets a broken table stays as it was, and the table counts nothing.
    const tally = new manyi.Tally(survey);
    tally.addCsv("sat.a\n5\n");
    tally.end();
    const before = JSON.stringify(tally);
    const bytes = new TextEncoder().encode(open);
    for (let at = 0; at < bytes.length; at += 1 << 20) tally.addCsv(bytes.subarray(at, at + (1 << 20)));
    let message;
    try { tally.end(); } catch (error) { message = error.message; }
    return { open: [await refused(open, 1), await refused(open, 3)], long: [await refused(long, 1), await refused(long, 3)], message, kept: JSON.stringify(tally) === before };
  });
  // Six lines of a table and the next: 240,000 rows, the headers before them, and this one.
  assert.deepEqual(seen.open, Array(2).fill("bad-csv: row 240002: a quote is left open"));
  assert.deepEqual(seen.long, Array(2).fill("bad-csv: row 240002: a cell of more than 1048576 bytes; is a quote left open?"));
  assert.deepEqual([seen.message, seen.kept], ["row 240002: a quote is left open", true]);
  await allEnded(page);
});

test("an option that is not known is refused with all that are, and a definition of any make is taken", async () => {
  const page = await opened();
  const seen = await page.evaluate(async () => {
    const error = await manyi.tallyFile(survey, file(5), { worker: 2 }).catch((error) => error);
    const { tally, rows } = await manyi.tallyFile(new Proxy(survey, {}), file(130_000), { workers: 2, missing: new Proxy(["9"], {}) });
    tally.free();
    return { code: error.code, path: error.path, message: error.message, rows };
  });
  assert.deepEqual(seen, {
    code: "unknown-key", path: "worker", message: 'worker: the key "worker" is not known here; known are columns, missing, workers, signal, onProgress',
    rows: 130_000 - 87,
  });
});

test("a file that is no table is refused as it is elsewhere, large or small", async () => {
  const page = await opened();
  const codes = await page.evaluate(async () => {
    const refused = (work) => work.then(() => "taken", (error) => (error instanceof manyi.ManyiError ? error.code : String(error)));
    (await manyi.tallyFile(survey, file(50), {})).tally.free();
    return [
      await refused(manyi.tallyFile(survey, new File([], "empty.csv"))),
      await refused(manyi.tallyFile(survey, new File(["name,age\nx,3\n"], "other.csv"))),
      await refused(manyi.tallyFile(survey, file(5), { columns: { nobody: "sat.a" } })),
      await refused(manyi.tallyFile(survey, file(5), { workers: 0 })),
      await refused(manyi.tallyFile(survey, new File(["name,age\n", "x,3\n".repeat(3_000_000)], "other.csv"))),
      await refused(manyi.tallyFile(survey, file(130_000), { columns: { nobody: "sat.a" } })),
      await refused(manyi.tallyFile(survey, file(130_000), { missing: "9" })),
    ];
  });
  assert.deepEqual(codes, ["bad-csv", "bad-csv", "unknown-reference", "out-of-range", "bad-csv", "unknown-reference", "wrong-type"]);
  await allEnded(page);
  assert.deepEqual(page.complaints, []);
});
