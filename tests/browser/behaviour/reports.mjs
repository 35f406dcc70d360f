// A report as the tests of every engine see it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../../../scripts/run.mjs";

export const bytesOf = (path) => readFileSync(join(root, path));
export const jsonOf = (path) => JSON.parse(bytesOf(path));

/** Opens the report of two periods' survey, with the latter's answers; `properties` are set on the element at once. */
export async function twoPeriods(engine, properties = {}, options = {}) {
  const page = await engine.page("/pages/two-periods.html", options);
  await page.until(() => document.querySelector("manyi-report")?.matches(":defined"));
  await set(page, properties);
  await page.shown("[part~=summary]");
  return page;
}

export const set = (page, properties) => page.evaluate((properties) => void Object.assign(document.querySelector("manyi-report"), properties), properties);

/** Runs what makes another report, and resolves to that report; of customers, to what is said of all. */
export async function analysed(page, work, event = "manyi-analysed") {
  await page.evaluate((event) => {
    globalThis.next = null;
    document.addEventListener(event, ({ detail: { report: { customers, ...all } } }) => (globalThis.next = all), { once: true });
  }, event);
  await work();
  return page.until(() => globalThis.next);
}

export const choose = (page, name, value) => analysed(page, () => page.choose(`select[name=${name}]`, value));

/** Drops a file on the report: the events a browser sends for one. Tells whether the page took it in. */
export const drop = (page, text, name = "dropped.csv", times = 1) =>
  page.evaluate((text, name, times) => {
    const [head, ...lines] = text.split("\n");
    const rows = `${lines.join("\n")}`.replace(/\n*$/, "\n");
    const carried = new DataTransfer();
    carried.items.add(new File([`${head}\n`, ...Array.from({ length: times }, () => rows)], name, { type: "text/csv" }));
    const sent = ["dragover", "drop"].map((type) => new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true, composed: true }));
    for (const event of sent) within("[part=source]")[0].dispatchEvent(event);
    return sent.every((event) => event.defaultPrevented);
  }, text, name, times);

/** The ranked table: a record for each attribute. */
export const table = (page) =>
  page.evaluate(() =>
    within("[part=ranking] tbody tr").map((row) => ({
      id: row.dataset.id, title: row.querySelector("th").textContent, importance: row.querySelector(".importance").textContent, performance: row.querySelector(".performance").textContent,
    })),
  );

/** The sentences of the first screen, by what they are about. */
export const sentences = (page) => page.evaluate(() => Object.fromEntries(within("[part=sentences] li").map((item) => [item.dataset.about, item.textContent.trim()])));

/** Waits until every chart of the page was painted. */
export const painted = (page) => page.until(() => within("canvas").length > 0 && within("canvas").every((canvas) => canvas.dataset.fitted === ""));

/** A chart's bitmap: its size, its first pixel, how many colours it shows, and a fingerprint. */
export const bitmap = (page, chart = "quadrants") =>
  page.evaluate((chart) => {
    const [canvas] = within(`canvas.${chart}`);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return { width: canvas.width, height: canvas.height, corner: [...data.slice(0, 3)], colours: new Set(pixels).size, print: pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0) };
  }, chart);

/** What axe finds against WCAG 2.2 A and AA, one line each. It comes as a script of the site, as the page's policy wants it. */
export const barriers = (page) =>
  page.evaluate(async () => {
    if (!globalThis.axe) {
      const script = Object.assign(document.createElement("script"), { src: "/axe/axe.min.js" });
      await new Promise((resolve, reject) => { Object.assign(script, { onload: resolve, onerror: reject }); document.head.append(script); });
    }
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")}`));
  });

/** The mark that has the focus. */
export const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.dataset.id ?? null);

/** What a click saves, as text: what the page hands to the browser to be saved. That the browser saves it is tested elsewhere. */
export async function handed(page, selector) {
  await page.evaluate((selector) => {
    const { createObjectURL } = URL;
    globalThis.handed = null;
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = createObjectURL;
      void blob.text().then((text) => (globalThis.handed = text));
      return createObjectURL.call(URL, blob);
    };
    within(selector)[0].click();
  }, selector);
  return page.until(() => globalThis.handed);
}
