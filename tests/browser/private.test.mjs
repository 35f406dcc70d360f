// What stays on the page: no request but to what it was given, and nothing of small segments, wherever one looks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { open } from "./harness.mjs";
import { analysed, shown } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const definition = {
  id: "small", version: 1, title: "Small segments", outcome: "overall", attributes: [{ id: "speed", title: "Speed" }, { id: "price", title: "Price" }],
  pages: [{ questions: [
    { id: "sat", kind: "matrix", measure: "satisfaction", scale: "satisfaction5", title: "How satisfied?", attributes: ["speed", "price"] },
    { id: "overall", kind: "rating", measure: "overall", scale: "satisfaction5", title: "And overall?" },
    { id: "region", kind: "choice", segment: true, title: "Where?", options: ["north", "south", "east", "west"].map((value) => ({ value, title: value })) },
  ] }],
};

/** Thirty from the north, twenty from the south, nine from the east and four from the west, who say 1 to everything. */
function answers() {
  const regions = [["north", 30], ["south", 20], ["east", 9], ["west", 4]];
  return regions.flatMap(([region, count]) => Array.from({ length: count }, (_, row) => [...(region === "west" ? [1, 1, 1] : [1 + (row % 5), 2 + (row % 4), 1 + ((row * 2) % 5)]), region]));
}
const CSV = [["sat.speed", "sat.price", "overall", "region"], ...answers()].map((row) => row.join(",")).join("\n") + "\n";

async function small(page) {
  await page.evaluate((definition) => {
    const report = document.querySelector("manyi-report");
    report.definition = definition;
    report.survey = null;
  }, definition);
  // The store, which has no answers to this definition, may be told of before the file.
  const next = page.evaluate((n) => new Promise((resolve) => {
    document.addEventListener("manyi-analysed", function heard({ detail: { report } }) {
      if (report.n !== n) return;
      document.removeEventListener("manyi-analysed", heard);
      resolve(report);
    });
  }), answers().length);
  await page.locator("manyi-report [part=open] input").setInputFiles({ name: "small.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) });
  return next;
}

async function saved(page, save) {
  const saving = page.waitForEvent("download");
  await page.locator(`manyi-report [data-save=${save}]`).first().click();
  return readFileSync(await (await saving).path(), "utf8");
}

test("nothing is requested but the page's own files and the address it was given", async () => {
  const context = await site.browser.newContext({ locale: "en", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests = [];
  context.on("request", (request) => requests.push(request));
  await page.goto(new URL("/shapka.html", site.address).href);
  await shown(page);
  for (const save of ["png", "svg", "csv", "json", "report", "tally-json", "tally-csv"]) await saved(page, save);
  await page.locator("manyi-report select[name=importance]").selectOption({ index: 1 });
  const rows = Array.from({ length: 30_000 }, (_, row) => `a${row},${1 + (row % 5)},${row % 11},${row % 2 ? "n" : "s"},a remark of person ${row}`).join("\n");
  await page.locator("manyi-report [part=open] input").setInputFiles({ name: "private.csv", mimeType: "text/csv", buffer: Buffer.from(`id,Speed,NPS,Region,Remark\n${rows}\n`) });
  await page.locator("manyi-report [part~=mapping]").waitFor();
  const next = analysed(page);
  await page.getByRole("button", { name: "Make the report" }).click();
  assert.equal((await next).n, 30_000);
  await page.waitForLoadState("networkidle");
  const given = ["/samples/shapka.json", "/samples/shapka_example_01.csv", "/samples/shapka.columns.json"];
  const own = /^\/(shapka\.html|assets\/[\w.-]+\.(js|css|wasm))$/;
  const others = requests.filter((request) => {
    const { origin, pathname, search, protocol } = new URL(request.url());
    // What is handed over for saving has an address too, which leads nowhere.
    if (protocol === "blob:" || protocol === "data:") return false;
    return origin !== new URL(site.address).origin || search !== "" || request.method() !== "GET" || request.postData() !== null || !(given.includes(pathname) || own.test(pathname));
  });
  assert.deepEqual(others.map((request) => `${request.method()} ${request.url()}`), []);
  assert.ok(requests.some((request) => request.url().endsWith(".wasm")));
  await context.close();
});

test("a small segment, and the one that subtraction would find it by, are nowhere on the page and in no file", async () => {
  const page = await site.page("/report.html", { locale: "en" });
  await shown(page);
  const report = await small(page);
  assert.deepEqual(report.segments.map(({ value, n }) => [value, n]), [["north", 30], ["south", 20]]);
  // Who looks closer at a point sees its segments: the same are missing there.
  await page.locator("manyi-report .picture[data-chart=quadrants]").focus();
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.classList.contains("mark"));
  await page.keyboard.press("Enter");
  await page.locator("manyi-report [part=detail]").waitFor();
  const closer = await page.locator("manyi-report [part=detail]").innerText();
  assert.match(closer, /north/);
  assert.doesNotMatch(closer, /\b(east|west)\b/);
  await page.locator("manyi-report details.data > summary").last().click();
  await page.locator("manyi-report table.numbers").first().waitFor({ state: "attached" });
  const html = await page.evaluate(() => {
    const everything = (root) => [...root.querySelectorAll("*")].map((element) => [element.textContent, ...[...element.attributes].map(({ value }) => value)].join(" ")).join(" ");
    return everything(document.querySelector("manyi-report").shadowRoot);
  });
  const picture = await saved(page, "svg");
  const files = { report: await saved(page, "report"), "tally-csv": await saved(page, "tally-csv"), csv: await saved(page, "csv"), json: await saved(page, "json") };
  const segments = await page.locator("manyi-report [part~=segments] [data-save=svg]").count();
  assert.equal(segments, 1);
  const saving = page.waitForEvent("download");
  await page.locator("manyi-report [part~=segments] [data-save=svg]").click();
  const pictured = readFileSync(await (await saving).path(), "utf8");
  for (const [name, text] of [["page", html], ["picture", picture], ["segments' picture", pictured], ["report", files.report], ["csv", files.csv], ["json", files.json]]) {
    assert.doesNotMatch(text, /\b(east|west)\b/, name);
  }
  assert.match(files["tally-csv"], /^region,north,30,30,0\r?$/m);
  assert.match(files["tally-csv"], /^region,east,0,0,0\r?$/m, "the definition names its options; nobody is counted under them");
  assert.match(files["tally-csv"], /^region,west,0,0,0\r?$/m);
  assert.equal(files["tally-csv"].split(/\r?\n/)[0].replace("\uFEFF", ""), "key,value,everyone,region=north,region=south");
  const tally = JSON.parse(await saved(page, "tally-json"));
  const region = 3;
  assert.deepEqual(tally.whole.histograms[region], [13, 30, 20, 0, 0], "nine and four are counted together, as no answer");
  assert.deepEqual(tally.segments.map(({ column, code, rows }) => [column, code, rows]), [[region, 1, 30], [region, 2, 20]]);
  // Whatever is left when the shown are taken from all is no small group.
  const left = tally.whole.rows - tally.segments.reduce((sum, { rows }) => sum + rows, 0);
  assert.ok(left >= 5, `${left}`);
  assert.deepEqual(page.complaints, []);
});

test("the minimum cell of the page holds for what is taken away too, and what was taken away comes back", async () => {
  const page = await site.page("/report.html", { locale: "en" });
  await shown(page);
  await page.evaluate(() => document.querySelector("manyi-report").setAttribute("minimum-cell", "25"));
  const report = await small(page);
  // Twenty, nine and four are thirty-three together.
  assert.deepEqual(report.segments.map(({ value, n }) => [value, n]), [["north", 30]]);
  const text = await saved(page, "tally-json");
  const tally = JSON.parse(text);
  assert.deepEqual(tally.whole.histograms[3], [33, 30, 0, 0, 0]);
  const again = await page.evaluate(async ([definition, text]) => {
    const { init, Tally, analyse } = await import("/dist/browser/index.js");
    await init();
    return analyse(definition, Tally.fromJSON(definition, text), { minimumCell: 1 });
  }, [definition, text]);
  assert.equal(again.n, report.n);
  assert.deepEqual(again.index, report.index);
  assert.deepEqual(again.segments.filter(({ n }) => n > 0).map(({ value }) => value), ["north"], "no smaller cell brings back what was left out");
});
