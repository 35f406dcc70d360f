// How each kind of question looks, held to pictures; and that what is painted follows the page's look while it changes.
// `BLESS=1` rewrites the pictures and fails. Their font is their own (goldens/blocks.py), so that they do not depend on a machine's.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "../../scripts/run.mjs";
import { ANSWERS, NAMES, formOf } from "./every-kind.mjs";
import { open } from "./harness.mjs";
import { decoded, differing, encoded } from "./png.mjs";

const FOLDER = join(root, "tests/browser/goldens");
/** Where the pictures of a run that failed are, to look at. */
const SEEN = join(root, "target/screenshots");
/** How many pixels may be off. */
const PIXELS = 40;

let site;
before(async () => { site = await open({ "/goldens/": FOLDER }); });
after(() => site.close());

/** A page in the font of the goldens, for forms alone. */
async function blank(options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", reducedMotion: "reduce", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate(async () => {
    const font = new FontFace("Blocks", "url(/goldens/blocks.ttf)");
    document.fonts.add(await font.load());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":root, body, manyi-survey { font: 16px/1.5 Blocks !important; } body, main { margin: 0 !important; padding: 0 !important; max-width: none !important; } body > :not(main) { display: none; } manyi-survey { padding: 16px; font-synthesis: none; }");
    document.adoptedStyleSheets.push(sheet);
  });
  return page;
}

/** A picture of the one question that is shown. */
async function pictured(page, name, how = { answered: true }) {
  await formOf(page, [name], how);
  await page.mouse.move(0, 0);
  return page.locator("manyi-survey .question").screenshot({ animations: "disabled" });
}

const LOOKS = [[320, "light"], [390, "light"], [390, "dark"], [768, "light"], [1280, "light"], [1280, "dark"]];

for (const [width, colorScheme] of LOOKS) {
  test(`every kind of question, answered, looks as its picture at ${width} px in ${colorScheme}`, async () => {
    const page = await blank({ viewport: { width, height: 900 }, colorScheme });
    const wrong = [];
    for (const name of NAMES) {
      const file = `${name}-${width}-${colorScheme}.png`;
      const seen = await pictured(page, name);
      if (process.env.BLESS) writeFileSync(join(FOLDER, file), encoded(decoded(seen)));
      const count = existsSync(join(FOLDER, file)) ? differing(decoded(readFileSync(join(FOLDER, file))), decoded(seen)) : Infinity;
      if (count <= PIXELS && !process.env.BLESS) continue;
      mkdirSync(SEEN, { recursive: true });
      writeFileSync(join(SEEN, `golden-${file}`), seen);
      wrong.push(`${file}: ${count} pixels; seen is target/screenshots/golden-${file}`);
    }
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
}

test("the comparison tells one answer from another in every picture that shows it", async () => {
  const page = await blank({ viewport: { width: 390, height: 900 } });
  for (const name of NAMES.filter((name) => name !== "text" && name !== "number")) {
    const [answered, empty] = [decoded(await pictured(page, name)), decoded(await pictured(page, name, {}))];
    assert.ok(differing(answered, empty) > PIXELS, name);
  }
  const [key, value] = Object.entries(ANSWERS.stars)[0];
  const four = decoded(await pictured(page, "stars"));
  await page.locator(`manyi-survey [id="field-${key}"] input`).nth(value - 2).click();
  await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.blur());
  await page.mouse.move(0, 0);
  await page.waitForTimeout(200);
  const three = decoded(await page.locator("manyi-survey .question").screenshot());
  assert.ok(differing(four, three) > PIXELS, "one star less");
  await page.context().close();
});

/** The colour on a canvas at a place of a mark, in shares of the mark's box. */
const ink = (page, key, mark, [across, down]) => page.evaluate(([key, mark, across, down]) => {
  const marks = document.querySelector("manyi-survey").shadowRoot.getElementById(`field-${key}`);
  const input = marks.querySelectorAll("input")[mark];
  const canvas = marks.querySelector("canvas");
  const place = (start, size, share) => Math.round((parseFloat(input.style[start]) + parseFloat(input.style[size]) * share) * devicePixelRatio);
  return [...canvas.getContext("2d").getImageData(place("left", "width", across), place("top", "height", down), 1, 1).data].slice(0, 3);
}, [key, mark, across, down]);

async function settles(actual, holds, what) {
  let now;
  for (const end = Date.now() + 3000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
    now = await actual();
    if (holds(now)) return;
  }
  assert.fail(`${what}: ${JSON.stringify(now).slice(0, 80)}`);
}

const near = (wanted) => (seen) => seen.every((channel, index) => Math.abs(channel - wanted[index]) <= 3);

test("what is painted follows the custom properties while they change: set on the form, on the page, by a rule, and taken away", async () => {
  const page = await blank({ viewport: { width: 700, height: 900 } });
  await formOf(page, ["faces", "stars"], { answered: true });
  // The second face is chosen: it is filled low, its eyes are of the surface; the chosen stars are filled with the accent.
  const face = () => ink(page, "faces", 1, [0.5, 0.42]);
  const star = () => ink(page, "stars", 1, [0.5, 0.5]);
  const before = { face: await face(), star: await star() };
  await page.evaluate(() => document.querySelector("manyi-survey").style.setProperty("--manyi-accent", "rgb(200, 0, 100)"));
  await settles(star, near([200, 0, 100]), "the accent, on the form");
  assert.deepEqual(await face(), before.face, "what is not of that colour stays");
  await page.evaluate(() => document.documentElement.style.setProperty("--manyi-danger", "rgb(10, 20, 250)"));
  await settles(face, near([10, 20, 250]), "the low end, on the page");
  await page.evaluate(() => {
    globalThis.sheet = new CSSStyleSheet();
    sheet.replaceSync("body { --manyi-danger: rgb(0, 120, 30); }");
    document.adoptedStyleSheets.push(sheet);
  });
  await settles(face, near([0, 120, 30]), "the low end, by a rule");
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== globalThis.sheet);
    document.documentElement.style.removeProperty("--manyi-danger");
    document.querySelector("manyi-survey").style.removeProperty("--manyi-accent");
  });
  await settles(star, near(before.star), "the accent, taken away");
  await settles(face, near(before.face), "the low end, taken away");
  await page.context().close();
});

test("what is painted follows the colour scheme: the page's own, the form's own, and the system's", async () => {
  const page = await blank({ viewport: { width: 700, height: 900 } });
  await formOf(page, ["stars"], { answered: true });
  const star = () => ink(page, "stars", 1, [0.5, 0.5]);
  const [light, dark] = [[0x0a, 0x6e, 0x5c], [0x4c, 0xc9, 0xae]];
  await settles(star, near(light), "light");
  await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
  await settles(star, near(dark), "the page turned dark");
  await page.evaluate(() => document.querySelector("manyi-survey").style.setProperty("color-scheme", "light"));
  await settles(star, near(light), "the form stays light");
  await page.evaluate(() => {
    document.querySelector("manyi-survey").style.removeProperty("color-scheme");
    document.documentElement.style.setProperty("color-scheme", "light dark");
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await settles(star, near(dark), "the system turned dark");
  await page.context().close();
});

test("numbers are painted in the page's font, also when it changes and when it comes late, or in the font given", async () => {
  const page = await site.page("/index.html", { locale: "en-US", viewport: { width: 700, height: 900 } });
  await page.locator("manyi-survey .question").first().waitFor();
  let come;
  const held = new Promise((resolve) => (come = resolve));
  await page.route("**/goldens/blocks.ttf", async (route) => { await held; await route.continue(); });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@font-face { font-family: "Late"; src: url("/goldens/blocks.ttf"); font-display: swap; }');
    document.adoptedStyleSheets.push(sheet);
    document.body.style.fontFamily = "monospace";
  });
  await formOf(page, ["numbers"]);
  const picture = () => page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.querySelector(".marks canvas").toDataURL());
  const plain = await picture();
  await page.evaluate(() => { document.body.style.fontFamily = "Late, monospace"; });
  await page.waitForTimeout(200);
  assert.equal(await picture(), plain, "the font has not come yet");
  come();
  await settles(picture, (now) => now !== plain, "the font has come");
  const late = await picture();
  await page.evaluate(() => { document.body.style.fontFamily = "monospace"; });
  await settles(picture, (now) => now === plain, "the page has another font");
  await page.evaluate(() => document.querySelector("manyi-survey").style.setProperty("--manyi-font", "16px Late"));
  await settles(picture, (now) => now === late, "the form has a font of its own");
  await page.context().close();
});

test("the radius, the space and the font's size are the page's, too", async () => {
  const page = await site.page("/index.html", { locale: "en-US", viewport: { width: 700, height: 900 } });
  await page.locator("manyi-survey .question").first().waitFor();
  await formOf(page, ["matrix", "text"]);
  const measured = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector("manyi-survey");
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    return [style("button.on").borderRadius, style(".survey").rowGap, style(".help, textarea").fontFamily, style("textarea").backgroundColor, style("h3").color];
  });
  await page.evaluate(() => {
    for (const [name, value] of Object.entries({ radius: "20px", space: "4px", font: "20px/1.2 serif", surface: "rgb(250, 240, 230)", text: "rgb(40, 10, 10)" })) document.querySelector("manyi-survey").style.setProperty(`--manyi-${name}`, value);
  });
  await page.waitForTimeout(100);
  const [radius, gap, font, surface, text] = await measured();
  assert.deepEqual([radius, gap, surface, text], ["16px", "12px", "rgb(250, 240, 230)", "rgb(40, 10, 10)"]);
  assert.equal(font, "serif");
  await page.context().close();
});
