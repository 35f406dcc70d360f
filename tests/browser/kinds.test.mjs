// The kinds of question that are more than a scale: as a finger, a mouse and keys answer them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open, screenshot } from "./harness.mjs";
import { decoded, differing } from "./png.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** A form of these questions, alone on the page. */
async function form(questions, options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate((questions) => {
    const element = document.createElement("manyi-survey");
    element.definition = {
      id: "kinds", version: 1, title: "Kinds",
      dimensions: [{ id: "goods", title: "Goods" }, { id: "service", title: "Service" }],
      attributes: [
        { id: "price", title: "Price", dimension: "goods" }, { id: "speed", title: "Speed", dimension: "service" }, { id: "care", title: "Care", dimension: "service" },
      ],
      pages: [{ questions }],
    };
    document.querySelector("main").replaceChildren(element);
  }, questions);
  await page.locator("manyi-survey .question").first().waitFor();
  return page;
}

/** The demo page of every kind, on one of its pages (from 1). */
async function demo(place, options = {}) {
  const page = await site.page("/kinds.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  for (let at = 1; at < place; at += 1) {
    await page.locator('manyi-survey button[part="next"]').click();
    await page.waitForFunction((next) => document.querySelector("manyi-survey").shadowRoot.querySelector("progress").value === next, at + 1);
  }
  return page;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** A finger, as the browser itself gets it: scrolling and all. */
async function finger(page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    tap: async (x, y) => {
      await touch("touchStart", [{ x, y }]);
      await touch("touchEnd", []);
    },
    drag: async (from, to, steps = 8) => {
      await touch("touchStart", [from]);
      for (let step = 1; step <= steps; step += 1) {
        await touch("touchMove", [{ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps }]);
        await page.waitForTimeout(16);
      }
      await touch("touchEnd", []);
    },
  };
}

const picture = (page, of) => page.locator(`manyi-survey ${of} canvas`).first().evaluate((canvas) => canvas.toDataURL());
const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const PLANE = { id: "plane", kind: "quadrant", attributes: ["price", "speed", "care"], title: "Place" };
const PAIRS = { id: "pairs", kind: "pairwise", of: "dimensions", title: "Compare" };
const TRIO = { id: "trio", kind: "pairwise", of: "attributes", title: "Compare" };
const SHARE = { id: "share", kind: "allocation", attributes: ["price", "speed", "care"], title: "Share" };
const RANK = { id: "rank", kind: "ranking", attributes: ["price", "speed", "care"], title: "Rank" };
const KANO = { id: "kano", kind: "kano", attributes: ["speed", "care"], title: "Kano" };

test("the pointer places attributes on the plane one by one, and drags one that lies there", async () => {
  const page = await form([PLANE]);
  const plane = page.locator("manyi-survey .ground");
  await plane.scrollIntoViewIfNeeded();
  const { x, y, width } = await plane.boundingBox();
  await page.mouse.click(x + width / 2, y + width / 2);
  assert.deepEqual(await answers(page), { "plane.price.x": 50, "plane.price.y": 50 });
  await page.mouse.click(x + width - 2, y + 2);
  assert.deepEqual(await answers(page), { "plane.price.x": 50, "plane.price.y": 50, "plane.speed.x": 100, "plane.speed.y": 100 });
  await page.mouse.move(x + width / 2, y + width / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 3, y + width / 2, { steps: 4 });
  await page.mouse.move(x + 2, y + width - 2, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x + width / 2, y + 5);
  assert.deepEqual(await answers(page), { "plane.price.x": 0, "plane.price.y": 0, "plane.speed.x": 100, "plane.speed.y": 100 });
  assert.deepEqual(page.complaints, []);
});

test("arrow keys move an attribute on the plane through two native ranges that say what they are", async () => {
  const page = await form([PLANE]);
  const satisfaction = page.getByRole("slider", { name: "Speed – Satisfaction" });
  await satisfaction.press("ArrowRight");
  await page.getByRole("slider", { name: "Speed – Importance" }).press("ArrowLeft");
  assert.deepEqual(await answers(page), { "plane.speed.x": 51, "plane.speed.y": 49 });
  assert.deepEqual(page.complaints, []);
});

test("a finger places with a tap, drags what it takes without scrolling, and scrolls on free ground without placing", async () => {
  const page = await form([{ id: "first", kind: "nps", title: "First" }, PLANE, { id: "last", kind: "text", rows: 20, title: "Last" }], PHONE);
  const plane = page.locator("manyi-survey .ground");
  await plane.evaluate((ground) => ground.scrollIntoView({ block: "center" }));
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const { x, y, width } = await plane.boundingBox();
  const { tap, drag } = await finger(page);
  await tap(x + width / 2, y + width / 2);
  assert.deepEqual(await answers(page), { "plane.price.x": 50, "plane.price.y": 50 });
  const before = await scrolled();
  await drag({ x: x + width / 2 + 8, y: y + width / 2 + 8 }, { x: x + width - 20, y: y + width - 2 });
  assert.equal(await scrolled(), before, "the page stays");
  const dragged = await answers(page);
  assert.deepEqual([Object.keys(dragged).length, dragged["plane.price.y"]], [2, 0]);
  assert.ok(dragged["plane.price.x"] > 90);
  await drag({ x: x + width / 3, y: y + width - 60 }, { x: x + width / 3, y: y + 40 });
  await page.waitForTimeout(200);
  assert.ok((await scrolled()) > before + 50, "the page scrolls");
  assert.deepEqual(await answers(page), dragged);
  assert.deepEqual(page.complaints, []);
});

test("what moves on the plane and what has the keyboard's focus are both to be seen on the canvas", async () => {
  const page = await form([PLANE]);
  const range = (name) => page.getByRole("slider", { name });
  await range("Price – Satisfaction").press("ArrowRight");
  await range("Price – Importance").press("ArrowRight");
  await range("Speed – Satisfaction").press("ArrowLeft");
  await range("Speed – Importance").press("ArrowLeft");
  const focused = await picture(page, ".ground");
  await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.blur());
  const selected = await picture(page, ".ground");
  assert.notEqual(focused, selected, "the ring goes with the focus");
  await range("Price – Satisfaction").focus();
  await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.blur());
  assert.notEqual(await picture(page, ".ground"), selected, "the other one is selected now");
  assert.deepEqual(page.complaints, []);
});

test("the plane has the list of its attributes beside it where there is room, and above the list on a phone", async () => {
  for (const [width, beside] of [[1280, true], [390, false]]) {
    const page = await form([PLANE], { viewport: { width, height: 844 } });
    const [plane, list] = [await page.locator("manyi-survey .board").boundingBox(), await page.locator("manyi-survey .placings").boundingBox()];
    assert.equal(list.x >= plane.x + plane.width, beside, `${width}`);
    assert.equal(list.y >= plane.y + plane.height, !beside, `${width}`);
    await page.close();
  }
});

test("a balance tips with its native range, which says in words how many times one is as important as the other", async () => {
  const page = await form([PAIRS]);
  const range = page.getByRole("slider");
  const level = await picture(page, ".pair");
  await range.press("ArrowLeft");
  await range.press("ArrowLeft");
  await page.waitForTimeout(300);
  assert.deepEqual(await answers(page), { "pairs.goods:service": 2 });
  assert.equal(await range.getAttribute("aria-valuetext"), "Goods is 3 times as important as Service");
  assert.notEqual(await picture(page, ".pair"), level);
  await range.press("End");
  assert.deepEqual(await answers(page), { "pairs.goods:service": 8 });
  assert.equal(await range.getAttribute("aria-valuetext"), "Goods is 9 times as important as Service");
  for (let presses = 0; presses < 8; presses += 1) await range.press("ArrowRight");
  assert.equal(await range.getAttribute("aria-valuetext"), "Goods and Service are equally important");
  await page.evaluate(() => document.querySelector("manyi-survey").setAttribute("language", "zh-CN"));
  await page.getByText("“Goods”与“Service”同样重要").waitFor();
  await range.press("ArrowRight");
  assert.equal(await range.getAttribute("aria-valuetext"), "“Service”的重要性是“Goods”的 2 倍");
  assert.deepEqual(page.complaints, []);
});

test("from the third comparison on the consistency ratio is told live, and the most doubtful one is offered and not forced", async () => {
  const page = await form([TRIO, { id: "more", kind: "text", title: "More" }]);
  const range = (name) => page.getByRole("slider", { name });
  const press = async (name, key, times) => {
    for (let presses = 0; presses < times; presses += 1) await range(name).press(key);
  };
  // Of 5 : 1, 1 : 3 and 2 : 1 the ratio is 1.23195 (numpy.linalg.eigvals).
  await press("Price – Speed", "ArrowLeft", 4);
  await press("Price – Care", "ArrowRight", 2);
  assert.equal(await page.getByText("Consistency ratio").count(), 0);
  await press("Speed – Care", "ArrowLeft", 1);
  await page.getByText("Consistency ratio: 1.23").waitFor();
  await page.getByText("Some of your comparisons contradict each other.").waitFor();
  const before = await answers(page);
  await page.getByRole("button", { name: "Look at it again" }).click();
  assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.id), "field-trio.price:speed");
  assert.deepEqual(await answers(page), before, "nothing is changed for the respondent");
  await press("Price – Care", "ArrowLeft", 6);
  await press("Price – Speed", "ArrowRight", 3);
  await page.getByText("Your comparisons agree with each other.").waitFor();
  // 2 : 1, 5 : 1 and 2 : 1 have .00477.
  await page.getByText("Consistency ratio: 0", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Look at it again" }).count(), 0);
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByText("Thank you.").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("comparisons that contradict each other can be submitted as they are", async () => {
  const page = await form([{ ...TRIO, required: true }]);
  for (const [name, key] of [["Price – Speed", "End"], ["Price – Care", "Home"], ["Speed – Care", "End"]]) await page.getByRole("slider", { name }).press(key);
  await page.getByText("Some of your comparisons contradict each other.").waitFor();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByText("Thank you.").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("buttons and arrow keys rank, the focus stays on what moved, and its place is said", async () => {
  const page = await form([RANK]);
  const focus = () => page.evaluate(() => {
    const { activeElement } = document.querySelector("manyi-survey").shadowRoot;
    return activeElement?.getAttribute("aria-label");
  });
  const said = page.locator('manyi-survey [data-kind="ranking"] [role="status"]');
  const items = () => page.locator("manyi-survey .ranks .name").allTextContents();
  assert.deepEqual(await answers(page), {}, "nothing is ranked before");
  await page.getByRole("button", { name: "Move Care up" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("manyi-survey").answers["rank.care"] === 2);
  assert.deepEqual(await answers(page), { "rank.price": 1, "rank.care": 2, "rank.speed": 3 });
  assert.deepEqual([await items(), await focus(), await said.textContent()], [["Price", "Care", "Speed"], "Move Care up", "Care: place 2 of 3"]);
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.querySelector("manyi-survey").answers["rank.care"] === 1);
  assert.deepEqual([await items(), await focus(), await said.textContent()], [["Care", "Price", "Speed"], "Move Care up", "Care: place 1 of 3"]);
  await page.keyboard.press("ArrowUp");
  assert.deepEqual([await items(), await focus()], [["Care", "Price", "Speed"], "Move Care up"], "at the top nothing moves, and the focus stays");
  await page.getByRole("button", { name: "Clear the order" }).click();
  assert.deepEqual(await answers(page), {});
  await page.getByRole("button", { name: "This order is right" }).click();
  assert.deepEqual(await answers(page), { "rank.price": 1, "rank.speed": 2, "rank.care": 3 });
  assert.deepEqual(page.complaints, []);
});

test("a mouse drags an item to its rank, and a finger does by the grip without scrolling", async () => {
  const mouse = await form([RANK]);
  const middle = async (page, of) => {
    const { x, y, width, height } = await page.locator(of).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const first = await middle(mouse, 'manyi-survey [id="field-rank.price"] .name');
  const last = await middle(mouse, 'manyi-survey [id="field-rank.care"] .name');
  await mouse.mouse.move(first.x, first.y);
  await mouse.mouse.down();
  await mouse.mouse.move(last.x, last.y + 10, { steps: 8 });
  await mouse.mouse.up();
  assert.deepEqual(await answers(mouse), { "rank.speed": 1, "rank.care": 2, "rank.price": 3 });
  assert.deepEqual(mouse.complaints, []);

  const phone = await form([RANK, { id: "last", kind: "text", rows: 40, title: "Last" }], PHONE);
  const { drag } = await finger(phone);
  const scrolled = await phone.evaluate(() => scrollY);
  const grip = await middle(phone, 'manyi-survey [id="field-rank.care"] .grip');
  const top = await middle(phone, 'manyi-survey [id="field-rank.price"] .grip');
  await drag(grip, { x: top.x, y: top.y - 10 });
  assert.deepEqual(await answers(phone), { "rank.care": 1, "rank.price": 2, "rank.speed": 3 });
  assert.equal(await phone.evaluate(() => scrollY), scrolled);
  assert.deepEqual(phone.complaints, []);
});

test("steps share points out and never give more than is left, and what is left is told all along", async () => {
  const page = await form([{ ...SHARE, total: 12 }]);
  const more = (item) => page.getByRole("button", { name: `More for ${item}` });
  const told = page.locator("manyi-survey .given [role=status]");
  await page.getByRole("spinbutton", { name: "Price" }).fill("10");
  await page.getByRole("spinbutton", { name: "Price" }).press("Tab");
  assert.equal(await told.textContent(), "Left to give: 2 of 12");
  for (let presses = 0; presses < 5; presses += 1) await more("Speed").click({ force: true });
  assert.deepEqual(await answers(page), { "share.price": 10, "share.speed": 2 });
  assert.equal(await told.textContent(), "All 12 are given");
  assert.equal(await more("Care").getAttribute("aria-disabled"), "true");
  await page.getByRole("button", { name: "Less for Price" }).click();
  assert.equal(await told.textContent(), "Left to give: 1 of 12");
  await page.getByRole("spinbutton", { name: "Care" }).fill("4");
  await page.getByRole("spinbutton", { name: "Care" }).press("Tab");
  assert.equal(await told.textContent(), "Too many: 3 over 12");
  assert.deepEqual(page.complaints, []);
});

test("the two faces of a question have a word at every level where there is room", async () => {
  const wide = await form([KANO]);
  assert.deepEqual(await wide.locator("manyi-survey .head .labels span").allTextContents(), ["I like it", "I expect it", "I do not mind", "I can live with it", "I dislike it"]);
  assert.ok(await wide.locator("manyi-survey .head").isVisible());
  const narrow = await form([KANO], { viewport: { width: 390, height: 844 } });
  assert.ok(await narrow.locator("manyi-survey .head").isHidden());
});

test("kinds that a survey does not have are not loaded, and those that it has are there before the connection goes", async () => {
  const asked = (page) => {
    const names = [];
    page.on("request", (request) => names.push(new URL(request.url()).pathname.split("/").at(-1)));
    return names;
  };
  const plain = await site.page("/index.html", { locale: "en-US" });
  const names = asked(plain);
  await plain.reload();
  await plain.locator("manyi-survey .question").first().waitFor();
  await plain.waitForLoadState("networkidle");
  assert.deepEqual(names.filter((name) => /^(plane|ranking|allocation)-/.test(name)), []);
  assert.equal(names.filter((name) => /^pairwise-/.test(name)).length, 1, "its second page has one");

  const every = await site.page("/kinds.html", { locale: "en-US" });
  await every.locator("manyi-survey .question").first().waitFor();
  await every.waitForLoadState("networkidle");
  await every.context().setOffline(true);
  await every.getByRole("button", { name: "Next" }).click();
  await every.locator("manyi-survey .ground").waitFor();
  assert.deepEqual(every.complaints, []);
});

test("a kind that could not be loaded says so, and is there when the page is loaded again", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  await context.route(/\/plane-[^/]*\.js$/, (route) => route.abort());
  const page = await site.page("/kinds.html", { context });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText("This question could not be loaded. Reload the page to try again.").waitFor();
  await context.unroute(/\/plane-[^/]*\.js$/);
  await page.reload();
  await page.getByRole("button", { name: "Next" }).click();
  await page.locator("manyi-survey .ground").waitFor();
  await context.close();
});

test("an answer repaints in under 4 ms", async () => {
  for (const [name, question] of Object.entries({ plane: PLANE, balance: PAIRS, stars: { id: "stars", kind: "rating", scale: "stars5", title: "Stars" } })) {
    const page = await form([question]);
    await page.locator("manyi-survey .question input").first().waitFor({ state: "attached" });
    const times = await page.evaluate(async () => {
      const element = document.querySelector("manyi-survey");
      const inputs = [...element.shadowRoot.querySelectorAll("input")];
      const times = [];
      for (let round = 0; round < 60; round += 1) {
        const input = inputs[round % inputs.length];
        const began = performance.now();
        if (input.type === "range") {
          input.value = String(Number(input.min) + (round % (Number(input.max) - Number(input.min))));
          input.dispatchEvent(new Event("input", { bubbles: true }));
        } else {
          input.click();
        }
        await element.updateComplete;
        times.push(performance.now() - began);
        await new Promise(requestAnimationFrame);
      }
      return times.slice(10).sort((a, b) => a - b);
    });
    const middle = times[times.length >> 1];
    console.log(`an answer on ${name} repaints in ${middle.toFixed(2)} ms (median of ${times.length})`);
    assert.ok(middle < 4, `${name}: ${middle}`);
    await page.close();
  }
});

for (const [looks, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, forced: { forcedColors: "active" } })) {
  test(`no kind has a barrier that axe finds in ${looks} colours, on a phone and on a desk, in English and Chinese`, async () => {
    for (const [width, locale] of [[1280, "en-US"], [390, "zh-CN"], ...(looks === "light" ? [[320, "en-US"], [1280, "zh-CN"], [390, "en-US"]] : [])]) {
      const page = await demo(1, { viewport: { width, height: 844 }, locale, ...options });
      for (let place = 1; place <= 6; place += 1) {
        await page.waitForFunction((place) => document.querySelector("manyi-survey").shadowRoot.querySelector("progress").value === place, place);
        await page.locator("manyi-survey .questions input").first().waitFor({ state: "attached" });
        // Something is answered everywhere.
        for (const range of (await page.getByRole("slider").all()).slice(0, 5)) await range.press(place % 2 ? "ArrowLeft" : "ArrowRight");
        for (const radio of (await page.locator("manyi-survey .marks input[type=radio]:nth-of-type(2)").all()).slice(0, 6)) await radio.check();
        await page.locator("manyi-survey .ranks button[data-way=up]").nth(2).click({ timeout: 1000 }).catch(() => assert.notEqual(place, 5));
        await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement?.blur());
        await page.waitForTimeout(200);
        const where = `${width} ${locale} ${looks} page ${place}`;
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: nothing sticks out`);
        await screenshot(page, `kinds-${width}-${locale.slice(0, 2)}-${looks}-${place}`);
        assert.deepEqual(await barriers(page), [], where);
        if (place < 6) await page.locator('manyi-survey button[part="next"]').click();
      }
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  });
}

test("an option has a canvas only once there is more to be seen than an empty mark, and empty it looks the same with it", async () => {
  const options = ["one", "two"].map((value) => ({ value, title: value }));
  const questions = [false, true].map((multiple) => ({ id: multiple ? "many" : "one", kind: "choice", multiple, title: "Which?", options }));
  for (const colorScheme of ["light", "dark"]) {
    const page = await form(questions, { colorScheme, deviceScaleFactor: 2 });
    for (const id of ["one", "many"]) {
      const mark = page.locator(`manyi-survey [id="field-${id}"] .marks`).first();
      const empty = await mark.screenshot();
      assert.equal(await mark.locator("canvas").count(), 0);
      await mark.hover();
      assert.notDeepEqual(await mark.screenshot(), empty, `${id}, ${colorScheme}: the pointer shows`);
      assert.equal(await mark.locator("canvas").count(), 1);
      await page.mouse.move(1, 1);
      const off = differing(decoded(empty), decoded(await mark.screenshot()));
      assert.ok(off <= 8, `${id}, ${colorScheme}: ${off} pixels`);
    }
    assert.equal(await page.locator("manyi-survey canvas").count(), 2);
  }
});
