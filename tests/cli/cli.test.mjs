// The command line, run as a person runs it: its outputs, its errors, its exit codes, and the page that it writes.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";

import { Tally, analyse, checkSurvey, initSync, tallySql, version } from "manyi";

import { root } from "../../scripts/run.mjs";
import { accessibility, open, screenshot } from "../browser/harness.mjs";
import { jsonPlace } from "../../dist/src/cli/json-place.js";

const PROGRAM = join(root, "dist/src/cli/main.js");
const sample = (name) => join(root, "www/samples", name);
const SURVEY = sample("shapka.json");
const ANSWERS = sample("shapka_example_01.csv");
const COLUMNS = sample("shapka.columns.json");
const read = (path) => readFileSync(path, "utf8");

let folder, survey, expected;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "manyi-cli-"));
  initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
  survey = checkSurvey(read(SURVEY));
  const tally = new Tally(survey);
  tally.addCsv(readFileSync(ANSWERS), { columns: JSON.parse(read(COLUMNS)) });
  tally.end();
  expected = { tally: JSON.stringify(tally), report: analyse(survey, tally) };
});
after(() => rmSync(folder, { recursive: true, force: true }));

function manyi(args, { input = "" } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { input, encoding: "utf8", cwd: folder });
  return { status, stdout, stderr };
}

/** Writes a file into the folder. */
function file(name, text) {
  writeFileSync(join(folder, name), text);
  return name;
}

const TINY = { id: "tiny", version: 1, title: "T", pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }] }] };

describe("what is asked", () => {
  test("--help and --version are told, and every command is in the help", () => {
    for (const args of [[], ["--help"], ["tally", "--help"]]) {
      const { status, stdout, stderr } = manyi(args);
      assert.deepEqual([status, stderr], [0, ""]);
      for (const command of ["check", "tally", "sql", "report"]) assert.match(stdout, new RegExp(`^  manyi ${command} `, "m"));
    }
    assert.deepEqual(manyi(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("a command line that is wrong is told with exit code 2", () => {
    for (const [args, words] of [
      [["chek"], 'there is no command "chek"'],
      [["toString"], 'there is no command "toString"'],
      [["check"], "expected one survey"],
      [["check", SURVEY, SURVEY], "expected one survey"],
      [["check", SURVEY, "--jsn"], "Unknown option '--jsn'"],
      [["tally", SURVEY], "expected a survey and a file of answers"],
      [["tally", "-", "-"], "only one of the files can be standard input"],
      [["sql", SURVEY, "--table", "t"], "--dialect is duckdb or spark, and is missing"],
      [["sql", SURVEY, "--dialect", "mysql", "--table", "t"], '--dialect is duckdb or spark, not "mysql"'],
      [["sql", SURVEY, "--dialect", "spark"], "--table is missing"],
      [["report", SURVEY, ANSWERS], "--out is missing"],
      [["report", SURVEY, ANSWERS, "--out", "x", "--level", "high"], '--level takes a number, not "high"'],
      [["report", SURVEY, ANSWERS, "--out", "x", "--segment", "north"], '--segment is question=value, not "north"'],
      [["report", SURVEY, ANSWERS, "--out", "x", "--minimum-cell", "-1"], "--minimum-cell is followed by an option; a value that begins with a dash is written --minimum-cell=-1"],
      [["report", SURVEY, ANSWERS, "--out", SURVEY], `--out is the folder to write into, and ${SURVEY} is a file`],
      [["report", SURVEY, ANSWERS, "--out", "x", "--language", "xx"], '--language "xx" is not spoken; there are en, zh-CN, zh-TW, es, de, fr, ja, pt, ar'],
      [["report", SURVEY, ANSWERS, "--out", "x", "--language", "no such"], '--language takes a tag such as en or zh-CN, not "no such"'],
    ]) {
      const { status, stdout, stderr } = manyi(args);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.ok(stderr.startsWith(`manyi: ${words}`) && stderr.endsWith('Try "manyi --help".\n'), stderr);
    }
  });

  test("where a text stops being JSON is told for every text that is none, and for no other", () => {
    const text = JSON.stringify({ a: [1, -2.5e3, "b\\\"\u00e9\n"], c: { d: null, e: [[], {}] }, f: true }, null, 1);
    let refused = 0;
    for (let at = 0; at <= text.length; at++) {
      for (const put of ["", "x", ",", "]", "}", '"', ":", "0", "\n", "\\", "-", "."]) {
        for (const cut of [0, 1]) {
          const altered = text.slice(0, at) + put + text.slice(at + cut);
          let right = true;
          try { JSON.parse(altered); } catch { right = false; }
          const place = jsonPlace(altered);
          assert.equal(place === null, right, JSON.stringify(altered));
          if (place === null) continue;
          refused++;
          // What stands before it can still become JSON: the place is not too late.
          const lines = altered.split("\n");
          assert.ok(place.line <= lines.length && place.column <= lines[place.line - 1].length + 1, JSON.stringify([altered, place]));
          const before = lines.slice(0, place.line - 1).join("\n").length + (place.line > 1 ? 1 : 0) + place.column - 1;
          assert.ok(before >= at - 24, `${JSON.stringify(altered)}: ${before}, altered at ${at}`);
        }
      }
    }
    assert.ok(refused > 1000);
  });

  test("an input that is wrong is told with its name and its place, with exit code 1", () => {
    file("tiny.json", JSON.stringify(TINY));
    file("broken.json", JSON.stringify({ ...TINY, pages: [{ questions: [{ id: "q", kind: "npx", title: "Q" }] }] }));
    file("no.json", "{");
    file("other.json", JSON.stringify({ ...TINY, version: 2 }));
    file("map.json", '{ "a": "nobody" }');
    file("list.json", "[1]");
    file("a.csv", "q\n1\n");
    file("rows.json", '[{ "fingerprint": "0", "segment_column": -1, "segment_code": -1, "numbers": "1" }]');
    const tally = manyi(["tally", "tiny.json", "a.csv", "--out", "tiny.tally.json"]);
    assert.equal(tally.status, 0, tally.stderr);
    file("comma.json", '{\n  "id": "a",\n  }');
    file("empty.json", "\n");
    file("cut.json", read(join(folder, "tiny.tally.json")).slice(0, 40));
    file("wrong.json", read(join(folder, "tiny.tally.json")).replace('"rows":1', '"rows":7'));
    file("lines.json", '\n\n{"a":');
    for (const [args, words] of [
      [["check", "broken.json"], 'broken.json: pages[0].questions[0].kind: the kind "npx" is not known'],
      [["check", "no.json"], "no.json: this is not JSON: line 1, column 2: expected a key in double quotes, found the end"],
      [["check", "comma.json"], 'comma.json: this is not JSON: line 3, column 3: expected a key in double quotes, found "}"'],
      [["check", "empty.json"], "empty.json: this is not JSON: it is empty"],
      [["check", "a.csv"], 'a.csv: this is not JSON: line 1, column 1: expected a value, found "q"; a survey is a JSON file'],
      [["check", "tiny.tally.json"], "tiny.tally.json: this is a tally; the survey that it counts comes first"],
      [["report", "tiny.json", "a.csv", "--out", "x"], 'a.csv: this is not JSON: line 1, column 1: expected a value, found "q"; a tally is what "manyi tally" makes of answers'],
      [["report", "tiny.json", "map.json", "--out", "x"], 'map.json: this is no tally, which "manyi tally" makes of answers'],
      [["report", "tiny.json", "list.json", "--out", "x"], 'list.json: this is no tally, which "manyi tally" makes of answers'],
      [["report", "tiny.json", "cut.json", "--out", "x"], "cut.json: this is not JSON: line 1, column 36: this text does not end on its line"],
      [["report", "tiny.json", "wrong.json", "--out", "x"], "wrong.json: "],
      [["tally", "tiny.json", "lines.json", "--rows"], "lines.json: this is not JSON: line 3, column 6: expected a value, found the end; result rows are a JSON array, or an object a line"],
      [["check", "nowhere.json"], "nowhere.json cannot be read: ENOENT"],
      [["tally", "tiny.json", "nowhere.csv"], "nowhere.csv cannot be read: ENOENT"],
      [["tally", "tiny.json", "a.csv", "--columns", "map.json"], 'a.csv: columns.a: the survey has no answer key "nobody"'],
      [["tally", "tiny.json", "a.csv", "--columns", "list.json"], "list.json: expected an object of answer keys by header"],
      [["tally", "tiny.json", "a.csv", "--quiet", "--out", "no/such/folder"], "no/such/folder cannot be written: ENOENT"],
      [["tally", "tiny.json", "rows.json", "--rows"], "rows.json: [0].fingerprint: this belongs to another survey"],
      [["sql", "tiny.json", "--dialect", "spark", "--table", "t", "--columns", "map.json"], 'tiny.json: options.columns.a: the survey has no answer key "nobody"'],
      [["report", "other.json", "tiny.tally.json", "--out", "x"], "tiny.tally.json: this belongs to another survey"],
      [["report", "tiny.json", "tiny.tally.json", "--out", "x", "--segment", "q=1"], "report: "],
      [["report", "tiny.json", "tiny.tally.json", "--out", "x", "--crosshair", "middle"], "report: "],
      [["report", "tiny.json", "tiny.tally.json", "--out", "a.csv/x"], "a.csv/x cannot be made: ENOTDIR"],
    ]) {
      const { status, stdout, stderr } = manyi(args);
      assert.deepEqual([status, stdout], [1, ""], `${args.join(" ")}\n${stderr}`);
      assert.ok(stderr.startsWith(`manyi: ${words}`) && stderr.trimEnd().split("\n").length === 1, stderr);
    }
  });
});

describe("check, tally, sql", () => {
  test("a definition is checked, from a file and from standard input, and written with its defaults", () => {
    assert.match(manyi(["check", SURVEY]).stdout, /^.*shapka\.json: shapka, version \d+: \d+ pages?, \d+ questions, \d+ attributes\n$/);
    assert.match(manyi(["check", "-"], { input: `\uFEFF${read(SURVEY)}` }).stdout, /^standard input: shapka/);
    assert.deepEqual(JSON.parse(manyi(["check", SURVEY, "--json"]).stdout), survey);
  });

  test("files are counted as the package counts them, whole, in parts, and from standard input", () => {
    const whole = manyi(["tally", SURVEY, ANSWERS, "--columns", COLUMNS]);
    assert.equal(whole.status, 0, whole.stderr);
    assert.equal(whole.stdout, `${expected.tally}\n`);
    assert.match(whole.stderr, /shapka_example_01\.csv: 1,842 rows counted\n/);
    const [head, ...lines] = read(ANSWERS).trimEnd().split("\n");
    file("first.csv", [head, ...lines.slice(0, 700)].join("\n"));
    const parts = manyi(["tally", SURVEY, "first.csv", "-", "--columns", COLUMNS, "--quiet"], { input: [head, ...lines.slice(700)].join("\n") });
    assert.deepEqual(parts, { status: 0, stdout: `${expected.tally}\n`, stderr: "" });
  });

  test("what was left out of a file is told, with the first place", () => {
    file("tiny.json", JSON.stringify(TINY));
    const { status, stderr } = manyi(["tally", "tiny.json", "-", "--missing", "n/a", "--missing", "-"], { input: "q,mood\n1,x\nn/a,x\n-,x\n11,x\nten,x\n" });
    assert.equal(status, 0);
    assert.equal(stderr, 'standard input: 5 rows counted\nstandard input: columns that the survey does not ask for: mood\nstandard input: 2 cells left out; the first: row 5, column q: "11" (scale-out-of-range)\n');
  });

  test("progress is told where nobody looks only when it is asked for", () => {
    const { stderr } = manyi(["tally", SURVEY, ANSWERS, "--columns", COLUMNS, "--progress"]);
    assert.match(stderr, /shapka_example_01\.csv: 100 % of \d\.\d MB\n/);
    assert.doesNotMatch(manyi(["tally", SURVEY, ANSWERS, "--columns", COLUMNS]).stderr, /%/);
  });

  test("an output that nobody reads to its end is no failure", async () => {
    const child = spawn(process.execPath, [PROGRAM, "check", SURVEY, "--json"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (text) => { stderr += text; });
    assert.deepEqual([await new Promise((resolve) => child.on("close", resolve)), stderr], [0, ""]);
  });

  test("a query is written for a table, and its result rows are counted", () => {
    const columns = JSON.parse(read(COLUMNS));
    const { status, stdout } = manyi(["sql", SURVEY, "--dialect", "duckdb", "--table", "main", "--table", "answers", "--columns", COLUMNS, "--missing", "n/a"]);
    assert.equal(status, 0);
    assert.equal(stdout, `${tallySql(survey, { dialect: "duckdb", table: ["main", "answers"], columns, missing: ["n/a"] })}\n`);
    file("tiny.json", JSON.stringify(TINY));
    const { fingerprint } = JSON.parse(manyi(["tally", "tiny.json", "-", "--quiet"], { input: "q\n9\n" }).stdout);
    // One score of 9 in a survey of one question: its column, its question answered, and the row.
    const row = { fingerprint, segment_column: -1, segment_code: -1, numbers: "0,10,1 1,0,1 9,0,1" };
    // No row is what an empty table gives, and what a lost result looks like: it is told.
    const none = manyi(["tally", "tiny.json", "-", "--rows"], { input: "[]" });
    assert.deepEqual([none.status, JSON.parse(none.stdout).whole.rows, none.stderr], [0, 0, "standard input: no result rows, as of a table that is empty\n"]);
    assert.equal(manyi(["tally", "tiny.json", "-", "--rows", "--quiet"], { input: "[]" }).stderr, "");
    for (const input of [JSON.stringify([row]), `${JSON.stringify(row)}\n`]) {
      assert.equal(manyi(["tally", "tiny.json", "-", "--rows"], { input }).stdout, manyi(["tally", "tiny.json", "-", "--quiet"], { input: "q\n9\n" }).stdout);
    }
  });
});

describe("report", () => {
  let site;
  before(async () => {
    site = await open();
    const counted = manyi(["tally", SURVEY, ANSWERS, "--columns", COLUMNS, "--out", "shapka.tally.json", "--quiet"]);
    assert.equal(counted.status, 0, counted.stderr);
  });
  after(() => site.close());

  const written = (name, ...args) => {
    const made = manyi(["report", SURVEY, "shapka.tally.json", "--out", name, ...args]);
    assert.deepEqual(made, { status: 0, stdout: "", stderr: "" });
    return readdirSync(join(folder, name)).sort();
  };

  test("a folder holds the report, its charts, their numbers and one page", () => {
    const files = written("out");
    const [chartsHere, others] = [true, false].map((drawn) => files.filter((name) => name.endsWith(".svg") === drawn));
    assert.ok(["quadrants.svg", "index.svg"].every((name) => chartsHere.includes(name)), chartsHere.join());
    assert.deepEqual(others, ["index.html", "ranking.csv", "report.json", ...chartsHere.map((name) => name.replace(".svg", ".csv"))].sort());
    assert.deepEqual(JSON.parse(read(join(folder, "out/report.json"))), JSON.parse(JSON.stringify(expected.report)));
    for (const name of chartsHere) assert.match(read(join(folder, "out", name)), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\s*$/);
    const [head, first] = read(join(folder, "out/ranking.csv")).split("\r\n");
    assert.equal(head, "\uFEFFRank,id,Attribute,Importance,Satisfaction,Answers,Quadrant,What to do");
    assert.equal(first.split(",")[1], expected.report.quadrants.order[0]);
    // The same again is the same, byte for byte.
    written("again");
    for (const name of files) assert.equal(read(join(folder, "again", name)), read(join(folder, "out", name)), name);
  });

  test("what is chosen changes the report", () => {
    written("choices", "--importance", "lmg", "--crosshair", "median", "--level", "0.9", "--minimum-cell", "20");
    const report = JSON.parse(read(join(folder, "choices/report.json")));
    assert.deepEqual([report.drivers.method, report.quadrants.crosshair.rule, report.index.interval.level], ["lmg", "median", 0.9]);
    const [{ question, value, n }] = expected.report.segments.length > 0 ? expected.report.segments : [{}];
    if (question !== undefined) {
      written("segment", "--segment", `${question}=${value}`);
      assert.equal(JSON.parse(read(join(folder, "segment/report.json"))).n, n);
    }
  });

  for (const [language, name] of [["en", "english"], ["zh-CN", "chinese"]]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [390, 1280]) {
        test(`the page in ${name}, ${colorScheme}, at ${width} px asks for nothing, fits, and is open to everyone`, async () => {
          written(name, "--language", language);
          const context = await site.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
          const requests = [];
          context.on("request", (request) => requests.push(request.url()));
          const address = pathToFileURL(join(folder, name, "index.html")).href;
          const page = await site.page(address, { context });
          assert.deepEqual(requests.filter((url) => !url.startsWith("data:")), [address]);
          assert.deepEqual(page.complaints, []);
          const charts = readdirSync(join(folder, name)).filter((file) => file.endsWith(".svg")).length;
          const pictures = await page.locator("figure img").evaluateAll((all) => all.map((image) => ({ complete: image.complete && image.naturalWidth > 0, width: image.naturalWidth, alt: image.alt })));
          assert.equal(pictures.length, charts);
          assert.ok(pictures.every(({ complete, alt }) => complete && alt.length > 20), JSON.stringify(pictures));
          assert.equal(pictures[0].width, width === 390 ? 360 : 760);
          assert.equal(await page.locator("html").getAttribute("lang"), language);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
          await screenshot(page, `cli-${language}-${colorScheme}-${width}`);
          for (const details of await page.locator("details summary").all()) await details.click();
          assert.equal(await page.locator("figure table tbody tr").first().isVisible(), true);
          assert.deepEqual(await accessibility(page), []);
          await context.close();
        });
      }
    }
  }

  test("what a survey is called is text on the page, whatever it is", async () => {
    const title = `<img src=x onerror="alert(1)">&amp;'"</title><script>alert(2)</script>`;
    const wicked = { ...survey, title, attributes: survey.attributes.map((attribute) => ({ ...attribute, title })) };
    file("wicked.json", JSON.stringify(wicked));
    const made = manyi(["report", "wicked.json", "shapka.tally.json", "--out", "wicked"]);
    assert.deepEqual(made, { status: 0, stdout: "", stderr: "" });
    const page = await site.page(pathToFileURL(join(folder, "wicked/index.html")).href);
    assert.equal(await page.title(), title);
    assert.equal(await page.locator("h1").innerText(), title);
    assert.equal(await page.locator("script, [onerror]").count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test("nobody's answers make a page that says so", async () => {
    file("nobody.csv", read(ANSWERS).split("\n")[0]);
    assert.equal(manyi(["tally", SURVEY, "nobody.csv", "--columns", COLUMNS, "--out", "nobody.tally.json", "--quiet"]).status, 0);
    const told = "nobody.tally.json: nobody has answered, so that there are no charts\n";
    assert.deepEqual(manyi(["report", SURVEY, "nobody.tally.json", "--out", "nobody"]), { status: 0, stdout: "", stderr: told });
    assert.deepEqual(readdirSync(join(folder, "nobody")).sort(), ["index.html", "report.json"]);
    // A file does not change when somebody answers, and does not say so.
    assert.match(read(join(folder, "nobody/index.html")), /<p>Nobody has answered yet\.<\/p>/);
    assert.equal(manyi(["report", SURVEY, "nobody.tally.json", "--out", "nobody", "--language", "zh-CN"]).status, 0);
    assert.match(read(join(folder, "nobody/index.html")), /<p>还没有人作答。<\/p>/);
  });
});
