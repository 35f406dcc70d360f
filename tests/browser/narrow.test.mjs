// Pages of middle and small width: what is chosen stands where it was chosen, and nothing is cut off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { open, screenshot } from "./harness.mjs";
import { shown } from "./report-page.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

for (const [tag, scale] of [["en", "satisfaction5"], ["de", "agree7"], ["ar", "satisfaction5"]]) {
  test(`${tag}: on a phone the word of a chosen level of ${scale} stands under its own mark, with room to the end that is left`, async () => {
    const page = await site.page("/pages/form.html", { viewport: { width: 390, height: 800 }, locale: tag });
    await page.evaluate(([tag, scale]) => {
      document.documentElement.lang = tag;
      const definition = { id: "m", version: 1, title: "M", attributes: [{ id: "a", title: "A" }, { id: "b", title: "B" }], pages: [{ questions: [{ id: "sat", kind: "matrix", measure: "satisfaction", scale, title: "Q", attributes: ["a", "b"] }] }] };
      document.querySelector("main").append(Object.assign(document.createElement("manyi-survey"), { definition }));
    }, [tag, scale]);
    const row = page.locator("manyi-survey .row").first();
    await row.waitFor();
    const marks = row.locator("input");
    const centres = await marks.evaluateAll((inputs) => inputs.map((input) => { const box = input.getBoundingClientRect(); return box.left + box.width / 2; }));
    let words = 0;
    for (let level = 0; level < centres.length; level++) {
      await marks.nth(level).click({ force: true });
      await page.evaluate(() => document.querySelector("manyi-survey").updateComplete);
      const [word, others] = await row.locator(".ends").evaluate((ends) => {
        const range = document.createRange();
        const box = (node) => { range.selectNodeContents(node); const { left, right } = range.getBoundingClientRect(); return { left, right }; };
        const strong = ends.querySelector("strong");
        return [strong?.textContent ? box(strong) : null, [...ends.querySelectorAll("span, td:not(:has(strong))")].filter((end) => end.textContent).map(box)];
      });
      if (word === null) continue;
      words++;
      const middle = (word.left + word.right) / 2;
      const nearest = centres.map((centre) => Math.abs(centre - middle));
      assert.equal(nearest.indexOf(Math.min(...nearest)), level, `level ${level}`);
      for (const other of others) assert.ok(other.right <= word.left || other.left >= word.right, `level ${level} and an end`);
    }
    assert.ok(words >= centres.length - 2, `${words} words`);
    await screenshot(page, `narrow-word-${tag}`);
  });
}

for (const width of [700, 900, 1000]) {
  test(`at ${width} px the attributes by urgency are all to be read, and the choices say what is chosen`, async () => {
    const page = await site.page("/shapka.html", { locale: "en", viewport: { width, height: 900 } });
    await shown(page);
    const cut = await page.locator("manyi-report .ranking").evaluate((panel) => {
      const edge = panel.getBoundingClientRect().right;
      return [...panel.querySelectorAll("tbody td, tbody th")].filter((cell) => cell.getBoundingClientRect().right > edge + 1).map((cell) => cell.textContent);
    });
    assert.deepEqual(cut, []);
    const squeezed = await page.locator("manyi-report select").evaluateAll((selects) => {
      const pen = document.createElement("canvas").getContext("2d");
      return selects.flatMap((select) => {
        const style = getComputedStyle(select);
        pen.font = style.font;
        const words = select.selectedOptions[0].textContent;
        return pen.measureText(words).width > select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) ? [words] : [];
      });
    });
    assert.deepEqual(squeezed, []);
  });
}
