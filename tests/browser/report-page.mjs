// The report as its tests see it: what it shows, as values.

/** Waits for the next report of the page's element; call it before what makes the report. */
export function analysed(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("manyi-analysed", (event) => resolve(event.detail.report), { once: true });
      }),
  );
}

/** Waits until the page's element shows a report, and returns the element. */
export async function shown(page) {
  const report = page.locator("manyi-report");
  await report.locator("[part~=summary], [part~=empty]").first().waitFor();
  return report;
}

/** The ranked table: a record for each attribute. */
export function table(page) {
  return page.locator("manyi-report tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.dataset.id,
      quadrant: row.dataset.quadrant ?? null,
      title: row.querySelector("th").textContent,
      rank: row.querySelector(".rank").textContent,
      importance: row.querySelector(".importance").textContent,
      performance: row.querySelector(".performance").textContent,
      n: row.querySelector(".answers").textContent,
      advice: row.querySelector(".advice").textContent,
    })),
  );
}

/** The sentences of the first screen, by what they are about. */
export async function sentences(page) {
  const said = await page.locator("manyi-report [part=sentences] li").evaluateAll((items) => items.map((item) => [item.dataset.about, item.textContent.trim()]));
  return Object.fromEntries(said);
}

/** Two digits after the point, as an English page writes them. */
export function twoDigits(value) {
  return value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A share in percent with one digit, as an English page writes it. */
export function percent(share) {
  return share.toLocaleString("en", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** The bitmap of a chart's canvas: its size, its size on the page, and how many colours it shows. */
export function bitmap(page, chart = "quadrants") {
  return page.locator(`manyi-report canvas.${chart}`).evaluate((canvas) => {
    // Read from a copy: reading would change how the browser keeps the canvas itself.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    const box = canvas.getBoundingClientRect();
    const hash = pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
    return { width: canvas.width, height: canvas.height, pageWidth: box.width, pageHeight: box.height, colours: new Set(pixels).size, corner: [...data.slice(0, 3)], hash };
  });
}

/** A CSV read by the plainest of readers: quoted cells, commas, CRLF. */
export function csv(text) {
  const cells = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gy;
  const rows = [[]];
  for (let match = cells.exec(text); match && match[0] !== ""; match = cells.exec(text)) {
    rows.at(-1).push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Opens a page with one report of its own in it, of the two periods' survey unless the attributes say otherwise, and waits until it shows something. */
export async function ownReport(site, attributes = {}, { path = "/pages/functions.html", ...options } = {}) {
  const page = await site.page(path, { locale: "en", ...options });
  await place(page, attributes);
  return page;
}

/** Puts a report into a page that has none; `properties` are set before it is there. */
export async function place(page, attributes = {}) {
  await page.evaluate(async (attributes) => {
    document.documentElement.lang ||= "en";
    document.documentElement.style.colorScheme = "light dark";
    await import("/dist/browser/report.js");
    const report = document.createElement("manyi-report");
    for (const [name, value] of Object.entries({ survey: "/cases/two_periods.json", src: "/cases/two_periods_now.csv", ...attributes })) if (value !== null) report.setAttribute(name, value);
    const main = document.createElement("main");
    main.append(Object.assign(document.createElement("h1"), { textContent: "A report" }), report);
    document.body.replaceChildren(main);
  }, attributes);
  await shown(page);
}
