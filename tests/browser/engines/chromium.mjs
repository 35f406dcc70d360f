// Chromium, through Playwright: a context of its own for each page.
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";

import { chromium } from "../../../scripts/setup.mjs";
import { ARGUMENTS } from "../harness.mjs";

/** Starts the browser: `page` opens an empty page that knows nothing of the others. */
export async function launch(downloads) {
  const browser = await playwright.launch({ executablePath: chromium(), headless: true, args: ARGUMENTS });
  return {
    page: async ({ viewport }) => {
      const page = await (await browser.newContext({ viewport, locale: "en-US" })).newPage();
      page.on("download", (file) => file.saveAs(join(downloads, file.suggestedFilename())));
      return driver(page);
    },
    close: () => browser.close(),
  };
}

const driver = (page) => ({
  goto: (address) => page.goto(address),
  reload: () => page.reload(),
  evaluate: (expression) => page.evaluate(expression),
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text),
  clickAt: (x, y) => page.mouse.click(x, y),
  setFile: async (input, path) => (await page.evaluateHandle(input)).setInputFiles(path),
  close: () => page.context().close(),
});
