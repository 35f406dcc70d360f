// Firefox, through WebDriver BiDi: a user context of its own for each page.
import puppeteer from "puppeteer-core";

import { firefox } from "../../../scripts/setup.mjs";

/** Starts the browser: `page` opens an empty page that knows nothing of the others. */
export async function launch(downloads) {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: firefox(), headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "en-US", "browser.download.folderList": 2, "browser.download.dir": downloads },
  });
  return {
    page: async ({ viewport }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(viewport);
      return driver(page, context);
    },
    close: () => browser.close(),
  };
}

const driver = (page, context) => ({
  goto: (address) => page.goto(address),
  reload: () => page.reload(),
  evaluate: (expression) => page.evaluate(expression),
  // BiDi knows a key by what it writes, and the space bar so alone.
  press: (key) => page.keyboard.press(key === "Space" ? " " : key),
  type: (text) => page.keyboard.type(text),
  clickAt: (x, y) => page.mouse.click(x, y),
  setFile: async (input, path) => (await page.evaluateHandle(input)).uploadFile(path),
  close: () => context.close(),
});
