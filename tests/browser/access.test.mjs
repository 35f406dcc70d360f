// <manyi-survey> for everyone: what axe and the accessibility tree say of each kind, what the keyboard does, how large it can be made, what moves.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open, screenshot } from "./harness.mjs";
import { NAMES, formOf } from "./every-kind.mjs";
import { contrast, decoded } from "./png.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const LOOKS = { light: {}, dark: { colorScheme: "dark" }, forced: { forcedColors: "active" }, "forced dark": { forcedColors: "active", colorScheme: "dark" } };

/** A page that a form can be put into. */
async function blank(options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  return page;
}

/** A page with a form of these kinds. */
async function form(names, { more, answered, set, ...options } = {}) {
  const page = await blank(options);
  await formOf(page, names, { more, answered, set });
  return page;
}

const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const close = (page) => page.context().close();

for (const [looks, options] of Object.entries(LOOKS)) {
  test(`of no kind axe finds a barrier or a contrast it cannot tell, empty, answered and refused, in ${looks} colours`, async () => {
    for (const width of [1280, 390]) {
      const page = await blank({ viewport: { width, height: 844 }, ...options });
      for (const [state, how] of Object.entries({ empty: {}, answered: { answered: true }, refused: { more: { required: true, help: "Some help" } } })) {
        await formOf(page, NAMES, how);
        if (state === "refused") {
          await page.locator('manyi-survey button[part="submit"]').click();
          await page.locator("manyi-survey .faults").waitFor();
        }
        assert.deepEqual(await barriers(page), [], `${state} ${width}`);
        await screenshot(page, `access-${looks}-${width}-${state}`);
      }
      assert.deepEqual(page.complaints, []);
      await close(page);
    }
  });
}

test("everything that can be pressed is at least 24 pixels wide and high, and nothing lies over its middle", async () => {
  for (const width of [320, 390, 1280]) {
    const page = await blank({ viewport: { width, height: 900 } });
    for (const name of NAMES) {
      await formOf(page, [name], { answered: true, more: { required: true } });
      const found = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("manyi-survey");
        const all = [...shadowRoot.querySelectorAll("input, button, textarea, a, select")];
        return all.map((one) => {
          one.scrollIntoView({ block: "center" });
          const { width, height, left, top } = one.getBoundingClientRect();
          const hit = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
          return { what: `${one.localName} ${one.type ?? ""} ${one.getAttribute("aria-label") ?? one.id}`, width, height, hit: hit === one || one.contains(hit) };
        });
      });
      assert.ok(found.length >= 2, `${name} has ${found.length} targets`);
      assert.deepEqual(found.filter(({ width, height, hit }) => width < 24 || height < 24 || !hit), [], `${name} at ${width}`);
    }
    await close(page);
  }
});

// The least that WCAG 2.2 asks of a focus ring (2.4.13): as many changed pixels as a line two pixels wide around the smallest target, 24 by 24, has.
const RING = 2 * 4 * 24;

for (const [looks, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, forced: { forcedColors: "active" } })) {
  test(`whatever has the keyboard's focus shows it, on canvas and beside, with a contrast of 3 : 1 to what was there before, in ${looks} colours`, async (t) => {
    const page = await blank({ viewport: { width: 700, height: 900 }, ...options });
    const least = {};
    for (const name of NAMES) {
      for (const answered of [false, true]) {
        await formOf(page, [name], { answered });
        const count = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector("manyi-survey");
          globalThis.targets = [...shadowRoot.querySelectorAll(".question input, .question button, .question textarea")];
          return globalThis.targets.length;
        });
        // Focused by a key, as `:focus-visible` wants it.
        await page.keyboard.press("Shift");
        for (let at = 0; at < count; at++) {
          const clip = await page.evaluate((at) => {
            const target = globalThis.targets[at];
            target.scrollIntoView({ block: "center" });
            const { x, y, width, height } = target.getBoundingClientRect();
            return { x: Math.max(0, x - 12), y: Math.max(0, y - 12), width: width + 24, height: height + 24 };
          }, at);
          const seen = async (act) => {
            await page.evaluate(([at, act]) => globalThis.targets[at][act]({ preventScroll: true, focusVisible: true }), [at, act]);
            return decoded(await page.screenshot({ clip }));
          };
          const [without, within] = [await seen("blur"), await seen("focus")];
          let ring = 0;
          for (let y = 0; y < within.height; y++) for (let x = 0; x < within.width; x++) if (contrast(within.at(x, y), without.at(x, y)) >= 3) ring++;
          const label = `${name} ${answered ? "answered" : "empty"}, ${at}`;
          assert.ok(ring >= RING, `${label}: ${ring} pixels`);
          least[name] = Math.min(least[name] ?? Infinity, ring);
        }
      }
    }
    t.diagnostic(`least pixels that change by 3 : 1, of ${RING}: ${Object.entries(least).map((one) => one.join(" ")).join(", ")}`);
    await close(page);
  });
}

/** Answers each kind by its pointer, as a person does it who sees the form. */
const POINTED = {
  matrix: { "matrix.price": 5 }, dots: { dots: 7 }, stars: { stars: 5 }, faces: { faces: 5 }, numbers: { numbers: 10 }, nps: { nps: 10 }, ces: { ces: 7 }, kano: { "kano.speed.functional": 5 },
};

async function pointed(page, name) {
  const field = (key) => page.locator(`manyi-survey [id="field-${key}"]`);
  if (POINTED[name]) {
    const [[key, value]] = Object.entries(POINTED[name]);
    await field(key).locator("input").last().click();
    return { [key]: value };
  }
  switch (name) {
    case "slider":
      await field("slider").click({ position: { x: 4, y: 20 } });
      return { slider: 0 };
    case "quadrant": {
      const { width } = await page.locator("manyi-survey .ground").boundingBox();
      await page.locator("manyi-survey .ground").click({ position: { x: width - 3, y: width - 3 } });
      return { "quadrant.price.x": 100, "quadrant.price.y": 0 };
    }
    case "pairwise":
      await field("pairwise.price:speed").click({ position: { x: 4, y: 20 } });
      return { "pairwise.price:speed": 8 };
    case "allocation":
      await page.getByRole("button", { name: "More for Apple" }).click();
      return { "allocation.a": 1 };
    case "ranking":
      await page.getByRole("button", { name: "Move Pear up" }).click();
      return { "ranking.a": 2, "ranking.b": 1, "ranking.c": 3 };
    case "choice":
      await page.locator("manyi-survey .option", { hasText: "Plum" }).click();
      return { choice: "c" };
    case "multiple":
      for (const word of ["Apple", "Plum"]) await page.locator("manyi-survey .option", { hasText: word }).click();
      return { multiple: ["a", "c"] };
    case "number":
      await field("number").click();
      await page.keyboard.type("30");
      await page.keyboard.press("Tab");
      return { number: 30 };
    default:
      await field("text").click();
      await page.keyboard.type("Well.");
      return { text: "Well." };
  }
}

/** What sticks out of the page, or of its own box with something to read in it. */
const stickingOut = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("manyi-survey");
  const wide = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide of ${innerWidth}`] : [];
  const cut = [...shadowRoot.querySelectorAll("*")].filter((one) => {
    const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    if (!words || one.closest(".unseen, .swatches, style") || one.getClientRects().length === 0) return false;
    const { left, right } = one.getBoundingClientRect();
    // A character that is wider than the pixel it begins in is no loss.
    return left < -1 || right > innerWidth + 1 || (getComputedStyle(one).overflow !== "visible" && one.scrollWidth > one.clientWidth + 1) || (getComputedStyle(one).overflow === "hidden" && one.scrollHeight > one.clientHeight + 1);
  });
  return [...wide, ...cut.map((one) => `${one.localName}.${one.className}: ${one.textContent.slice(0, 30)}`)];
});

for (const [zoom, width, height] of [[200, 640, 400], [400, 320, 200]]) {
  test(`zoomed to ${zoom} % on a screen of 1280 by 800, every kind is answered, nothing is lost and nothing scrolls sideways`, async () => {
    const page = await blank({ viewport: { width, height }, deviceScaleFactor: zoom / 100 });
    for (const name of NAMES) {
      await formOf(page, [name], { more: { help: "The help to the question" } });
      assert.deepEqual(await stickingOut(page), [], name);
      const expected = await pointed(page, name);
      assert.deepEqual(await answers(page), expected, name);
      assert.deepEqual(await stickingOut(page), [], `${name} answered`);
    }
    await formOf(page, NAMES, { more: { required: true } });
    await page.locator('manyi-survey button[part="submit"]').click();
    await page.locator("manyi-survey .faults").waitFor();
    assert.deepEqual(await stickingOut(page), [], "refused");
    await screenshot(page, `access-zoom-${zoom}`);
    assert.deepEqual(page.complaints, []);
    await close(page);
  });
}

/** Words that lie over other words, or over a field of another. */
const overlapping = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("manyi-survey");
  const boxes = [...shadowRoot.querySelectorAll("*")].flatMap((one) => {
    if (one.closest(".unseen, .swatches, style") || one.getClientRects().length === 0) return [];
    const isField = one.matches("input, textarea, button");
    return [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "").map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return { one, what: node.data.trim().slice(0, 25), box: range.getBoundingClientRect() };
    }).concat(isField ? [{ one, what: `${one.localName} ${one.id || one.getAttribute("aria-label")}`, box: one.getBoundingClientRect() }] : []);
  });
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return boxes.flatMap((a, index) => boxes.slice(0, index).filter((b) => a.one !== b.one && !a.one.contains(b.one) && !b.one.contains(a.one) && over(a.box, b.box)).map((b) => `${a.what} / ${b.what}`));
});

test("with text alone twice as large, every kind is answered, nothing is cut off and nothing overlaps, on a desk and on a phone", async () => {
  for (const width of [1280, 390]) {
    const page = await blank({ viewport: { width, height: 900 } });
    await page.evaluate(() => {
      // The bar of the demo pages is not part of the form.
      for (const other of document.querySelectorAll("body > :not(main)")) other.remove();
      document.documentElement.style.setProperty("font-size", "200%");
    });
    for (const name of NAMES) {
      await formOf(page, [name], { more: { help: "The help to the question" } });
      assert.deepEqual([await stickingOut(page), await overlapping(page)], [[], []], `${name} at ${width}`);
      const expected = await pointed(page, name);
      assert.deepEqual(await answers(page), expected, name);
      assert.deepEqual([await stickingOut(page), await overlapping(page)], [[], []], `${name} answered at ${width}`);
    }
    await screenshot(page, `access-large-text-${width}`);
    await close(page);
  }
});

test("with the text spacing of WCAG 1.4.12 nothing is cut off and nothing overlaps, on a desk and on a phone", async () => {
  for (const width of [1280, 390]) {
    const page = await blank({ viewport: { width, height: 900 } });
    for (const name of NAMES) {
      await formOf(page, [name], { answered: true, more: { help: "The help to the question" } });
      const space = () => page.evaluate(async () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
        const { shadowRoot } = document.querySelector("manyi-survey");
        shadowRoot.adoptedStyleSheets.push(sheet);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return getComputedStyle(shadowRoot.querySelector("h3")).letterSpacing;
      });
      assert.notEqual(await space(), "normal");
      assert.deepEqual([await stickingOut(page), await overlapping(page)], [[], []], `${name} at ${width}`);
    }
    await screenshot(page, `access-spacing-${width}`);
    await close(page);
  }
});

/** Whether what is painted at once after an answer is what stays. */
const stays = (page) => page.evaluate(async () => {
  const element = document.querySelector("manyi-survey");
  const input = [...element.shadowRoot.querySelectorAll(".marks input")].at(-1);
  // An empty option has no canvas yet.
  const picture = () => input.closest(".marks").querySelector("canvas")?.toDataURL();
  const before = picture();
  if (input.type === "range") {
    input.value = input.max;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  } else {
    input.click();
  }
  await element.updateComplete;
  const first = picture();
  await new Promise((resolve) => setTimeout(resolve, 400));
  if (picture() === before) throw new Error("the answer is not painted");
  return picture() === first;
});

test("with reduced motion an answer is painted once and nothing moves; without, what is chosen grows", async () => {
  for (const reducedMotion of ["reduce", "no-preference"]) {
    const page = await blank({ reducedMotion });
    for (const name of ["dots", "stars", "faces", "numbers", "pairwise", "choice", "multiple", "matrix", "kano", "nps", "ces"]) {
      await formOf(page, [name]);
      assert.equal(await stays(page), reducedMotion === "reduce", `${name}, ${reducedMotion}`);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, name);
    }
    await close(page);
  }
});

test("no answer moves the page or the focus on: the respondent goes on when they want to", async () => {
  const page = await blank();
  for (const name of NAMES) {
    await formOf(page, [name]);
    await page.evaluate(() => {
      globalThis.turned = 0;
      document.querySelector("manyi-survey").addEventListener("manyi-page-changed", () => globalThis.turned++);
      document.querySelector("manyi-survey").addEventListener("manyi-submitted", () => globalThis.turned++);
    });
    await pointed(page, name);
    const focus = () => page.evaluate(() => { const { activeElement } = document.querySelector("manyi-survey").shadowRoot; return activeElement?.closest(".question")?.dataset.kind ?? activeElement?.localName ?? null; });
    const [before, scrolled] = [await focus(), await page.evaluate(() => scrollY)];
    await page.waitForTimeout(400);
    assert.deepEqual([await page.evaluate(() => globalThis.turned), await focus(), await page.evaluate(() => scrollY)], [0, before, scrolled], name);
  }
  await close(page);
});

test("keys do with every painted scale what they do with plain radio buttons of the browser's own", async () => {
  const page = await blank();
  const SEQUENCE = ["Space", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"];
  for (const name of ["dots", "stars", "faces", "numbers", "nps", "ces", "choice"]) {
    await formOf(page, [name]);
    const count = await page.locator('manyi-survey input[type="radio"]').count();
    await page.evaluate((count) => {
      const plain = document.createElement("fieldset");
      plain.id = "plain";
      plain.append(...Array.from({ length: count }, () => Object.assign(document.createElement("input"), { type: "radio", name: "plain" })));
      document.querySelector("main").prepend(plain);
    }, count);
    const played = async (inputs) => {
      const at = [];
      await page.evaluate((inputs) => { globalThis.radios = inputs === "plain" ? [...document.querySelectorAll("#plain input")] : [...document.querySelector("manyi-survey").shadowRoot.querySelectorAll('input[type="radio"]')]; }, inputs);
      await page.evaluate(() => globalThis.radios[0].focus());
      for (const key of SEQUENCE) {
        await page.keyboard.press(key);
        at.push(await page.evaluate(() => {
          const focused = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
          return [globalThis.radios.findIndex((one) => one.checked), globalThis.radios.indexOf(focused)];
        }));
      }
      // Tab leaves the group at once, and coming back finds what is chosen.
      await page.keyboard.press("Tab");
      const left = await page.evaluate(() => globalThis.radios.includes(document.activeElement.shadowRoot?.activeElement ?? document.activeElement));
      await page.keyboard.press("Shift+Tab");
      const back = await page.evaluate(() => globalThis.radios.indexOf(document.activeElement.shadowRoot?.activeElement ?? document.activeElement));
      return { at, left, back };
    };
    const [plain, painted] = [await played("plain"), await played("painted")];
    assert.deepEqual(painted, plain, name);
    assert.equal(painted.left, false);
    assert.equal(painted.back, painted.at.at(-1)[0]);
  }
  await close(page);
});

/** What a screen reader is told of the questions, in the order of the page: role, name, value, description and states. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const within = (node) => [node, ...(node?.childIds ?? []).flatMap((id) => within(byId.get(id)))].filter(Boolean);
  const told = (node) => {
    const property = (name) => node.properties?.find((one) => one.name === name)?.value.value;
    const state = { value: node.value?.value, description: node.description?.value, ...Object.fromEntries(["checked", "required", "invalid", "valuetext", "disabled"].map((name) => [name, property(name)])) };
    return [node.role.value, node.name?.value ?? "", ...Object.entries(state).filter(([, value]) => ![undefined, "", false, "false"].includes(value)).map(([name, value]) => `${name}: ${value}`)].join(" | ");
  };
  const wanted = new Set(["radiogroup", "radio", "slider", "group", "checkbox", "spinbutton", "textbox", "button", "list"]);
  return nodes.filter((node) => node.role?.value === "region").flatMap(within).filter((node) => !node.ignored && wanted.has(node.role.value)).map(told);
}

/** Of each kind: what is told of it where an answer is required and missing, and where there is one. Radio buttons stand for their group. */
const REFUSED = "description: Some help please answer";
const TOLD = {
  matrix: [
    ["radiogroup | Price", "radiogroup | Speed", "radiogroup | Care"].map((group) => `${group} | ${REFUSED} | required: true | invalid: true`),
    ["radiogroup | Price", "radio | 2 of 5, dissatisfied | checked: true", "radiogroup | Speed", "radio | 4 of 5, satisfied | checked: true", "radiogroup | Care", "radio | 5 of 5, very satisfied | checked: true"],
  ],
  dots: radios("dots", "3 of 7, rather disagree"),
  stars: radios("stars", "4 of 5, very good"),
  faces: radios("faces", "2 of 5, dissatisfied"),
  numbers: radios("numbers", "7 of 10"),
  slider: [[`slider | The slider required | value: 50 | ${REFUSED} | invalid: true | valuetext: No answer yet`], ["slider | The slider | value: 80 | valuetext: 80%"]],
  nps: radios("nps", "9 of 10"),
  ces: radios("ces", "6 of 7"),
  quadrant: [
    ["Price", "Speed", "Care"].flatMap((item, index) => [`group | ${index + 1} ${item}`, ...["Satisfaction", "Importance"].map((axis) => `slider | ${item} – ${axis} | value: 50 | ${REFUSED} | invalid: true | valuetext: No answer yet`)]),
    ["group | 1 Price", "slider | Price – Satisfaction | value: 20 | valuetext: 20%", "slider | Price – Importance | value: 90 | valuetext: 90%", "group | 2 Speed", "slider | Speed – Satisfaction | value: 75 | valuetext: 75%",
      "slider | Speed – Importance | value: 60 | valuetext: 60%", "group | 3 Care", "slider | Care – Satisfaction | value: 50 | valuetext: No answer yet", "slider | Care – Importance | value: 50 | valuetext: No answer yet"],
  ],
  pairwise: [
    ["Price – Speed", "Price – Care", "Speed – Care"].map((pair) => `slider | ${pair} | value: 0 | ${REFUSED} | invalid: true | valuetext: No answer yet`),
    ["slider | Price – Speed | value: 3 | valuetext: Price is 4 times as important as Speed", "slider | Price – Care | value: -2 | valuetext: Care is 3 times as important as Price",
      "slider | Speed – Care | value: 5 | valuetext: Speed is 6 times as important as Care", "button | Look at it again"],
  ],
  kano: [
    ["have it", "do not have it"].map((face) => `radiogroup | Speed: how do you feel if you ${face}? | ${REFUSED} | required: true | invalid: true`),
    ["radiogroup | Speed: how do you feel if you have it?", "radio | 1 of 5, I like it | checked: true", "radiogroup | Speed: how do you feel if you do not have it?", "radio | 5 of 5, I dislike it | checked: true"],
  ],
  allocation: [
    ["group | The allocation required", ...["Apple", "Pear", "Plum"].flatMap((item) => [
      `button | Less for ${item} | disabled: true`, `spinbutton | ${item} | ${item === "Apple" ? `${REFUSED} | invalid: true` : "description: Some help"}`, `button | More for ${item}`,
    ])],
    ["group | The allocation", ...[["Apple", 5], ["Pear", 3], ["Plum", 2]].flatMap(([item, points]) => [`button | Less for ${item}`, `spinbutton | ${item} | value: ${points} | valuetext: ${points}`, `button | More for ${item} | disabled: true`])],
  ],
  ranking: [
    [`list | The ranking required | ${REFUSED}`, "button | Move Apple up | disabled: true", "button | Move Apple down", "button | Move Pear up", "button | Move Pear down", "button | Move Plum up", "button | Move Plum down | disabled: true", "button | This order is right"],
    ["list | The ranking", "button | Move Pear up | disabled: true", "button | Move Pear down", "button | Move Apple up", "button | Move Apple down", "button | Move Plum up", "button | Move Plum down | disabled: true", "button | Clear the order"],
  ],
  choice: radios("choice", "Pear"),
  multiple: [
    [`group | The multiple required | ${REFUSED}`, ...["Apple", "Pear", "Plum", "Other"].map((option) => `checkbox | ${option} | invalid: true`)],
    ["group | The multiple", "checkbox | Apple | checked: true", "checkbox | Pear", "checkbox | Plum", "checkbox | Other | checked: true", "textbox | Other, in your words | value: something else"],
  ],
  number: [[`spinbutton | The number required | ${REFUSED} | required: true | invalid: true`], ["spinbutton | The number | value: 42 | valuetext: 42"]],
  text: [[`textbox | The text required | ${REFUSED} | required: true | invalid: true`], ["textbox | The text | value: Two lines\nof words"]],
};

function radios(name, chosen) {
  return [[`radiogroup | The ${name} required | ${REFUSED} | required: true | invalid: true`], [`radiogroup | The ${name}`, `radio | ${chosen} | checked: true`]];
}

test("the accessibility tree tells of every kind what it is, what it is called, what is answered, and what is wrong", async () => {
  const page = await blank();
  // A radio button that is not chosen says no more than its name, which the first test of a scale's labels holds.
  const essential = (lines) => lines.filter((line) => !(line.startsWith("radio |") && !line.includes("checked")));
  for (const name of NAMES) {
    const [refused, answered] = TOLD[name];
    await formOf(page, [name], { more: { required: true, help: "Some help" } });
    await page.locator('manyi-survey button[part="submit"]').click();
    await page.locator("manyi-survey .faults").waitFor();
    assert.deepEqual(essential(await tree(page)), refused, `${name}, refused`);
    await formOf(page, [name], { answered: true });
    assert.deepEqual(essential(await tree(page)), answered, `${name}, answered`);
  }
  await close(page);
});

test("the summary of what is missing names every field so that no two links say the same, and each leads to its own", async () => {
  const page = await form(NAMES, { more: { required: true } });
  await page.locator('manyi-survey button[part="submit"]').click();
  const links = page.locator("manyi-survey .faults a");
  await links.first().waitFor();
  const texts = await links.allTextContents();
  assert.equal(new Set(texts).size, texts.length, texts.join("; "));
  assert.equal(texts.length, 3 + 7 + 6 + 3 + 2 + 1 + 3 + 4);
  const led = [];
  for (let at = 0; at < texts.length; at++) {
    await links.nth(at).focus();
    await page.keyboard.press("Enter");
    led.push(await page.evaluate(() => {
      const { activeElement } = document.querySelector("manyi-survey").shadowRoot;
      return activeElement?.closest('[id^="field-"]')?.id ?? null;
    }));
    assert.equal(`#${led.at(-1)}`, await links.nth(at).getAttribute("href"), texts[at]);
  }
  assert.equal(new Set(led).size, led.length);
  await close(page);
});
