// <manyi-survey> as a person fills it: with keys, with a mouse, with a finger; interrupted, offline, in another language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { barriers, open, screenshot } from "./harness.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const ATTRIBUTES = ["image", "care", "attitude", "procedure", "use", "reliability", "security", "speed", "errors", "profit", "saving", "advantage"];

/** The page of the after-sales survey, its form ready; `submitted` resolves to what `manyi-submitted` carries. */
async function survey(options = {}) {
  const page = await site.page("/index.html", { locale: "en-US", ...options });
  await page.locator("manyi-survey .question").first().waitFor();
  await page.evaluate(() => {
    globalThis.events = [];
    for (const type of ["manyi-answered", "manyi-page-changed", "manyi-submitted", "manyi-failed"]) {
      addEventListener(type, (event) => globalThis.events.push({ type, detail: JSON.parse(JSON.stringify(event.detail)) }));
    }
  });
  return page;
}

const submitted = (page) => page.evaluate(() => globalThis.events.filter(({ type }) => type === "manyi-submitted").map(({ detail }) => detail.response));
const kept = (page) => page.evaluate(() => document.querySelector("manyi-survey").responses());
const answers = (page) => page.evaluate(() => document.querySelector("manyi-survey").answers);
const radio = (page, key, name) => page.locator(`manyi-survey [id="field-${key}"]`).getByRole("radio", { name });
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Chooses the n-th mark (from 1) of a scale by the pointer, at the middle of its mark. */
async function choose(page, key, n) {
  await page.locator(`manyi-survey [id="field-${key}"] input`).nth(n - 1).click();
}

async function fillPageOne(page, level = (index) => (index % 5) + 1) {
  for (const [index, attribute] of ATTRIBUTES.entries()) await choose(page, `sat.${attribute}`, level(index));
}

/** The sample's judgments as scipy.linalg.eig solves them (the golden case index_ahp_12_factors). */
const GLOBAL_WEIGHTS = [
  0.02994337966507333, 0.053064298603222905, 0.0926717880030766, 0.018908372403745394, 0.10237349253737923, 0.2179352850593627,
  0.18370745763614887, 0.07503643502662435, 0.06293537249893878, 0.040856029641606985, 0.04085602964160697, 0.08171205928321396,
];

const EXPECTED = Object.fromEntries(ATTRIBUTES.map((attribute, index) => [`sat.${attribute}`, (index % 5) + 1]));

test("a survey is filled with the pointer, and the response is exactly what was chosen", async () => {
  const page = await survey();
  await fillPageOne(page);
  await button(page, "Next").click();
  await page.getByText("Page 2 of 3").waitFor();
  await choose(page, "imp.speed", 5);
  // A comparison: the left end of the slider is where the left one matters most.
  const slider = page.locator('manyi-survey [id="field-weigh.content:quality"]');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
  await button(page, "Next").click();
  await page.getByText("Page 3 of 3").waitFor();
  await choose(page, "overall", 4);
  await choose(page, "nps", 4);
  await page.getByRole("textbox", { name: "What should we do better?" }).fill("Answer the phone.");
  await page.locator("manyi-survey .option", { hasText: "South" }).click();
  await button(page, "Submit").click();
  await page.getByText("Thank you.").waitFor();
  const [response, ...more] = await submitted(page);
  assert.equal(more.length, 0);
  assert.deepEqual(response.answers, { ...EXPECTED, "imp.speed": 5, "weigh.content:quality": 8, overall: 4, nps: 3, why: "Answer the phone.", region: "south" });
  assert.deepEqual([response.survey, response.surveyVersion, response.language], ["after-sales", 1, "en"]);
  assert.ok(Date.parse(response.startedAt) <= Date.parse(response.submittedAt));
  assert.deepEqual(await kept(page), [response]);
  assert.deepEqual(page.complaints, []);
});

test("a survey is filled with the keyboard alone", async () => {
  const page = await survey();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => {
    const element = document.querySelector("manyi-survey").shadowRoot.activeElement;
    return element && { name: element.getAttribute("name") ?? element.id, text: element.textContent.trim(), tag: element.localName };
  });
  const tabTo = async (wanted) => {
    for (let steps = 0; steps < 60; steps++) {
      const at = await focused();
      if (at && wanted(at)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail("the keyboard does not get there");
  };
  for (const [index, attribute] of ATTRIBUTES.entries()) {
    await tabTo((at) => at.name === `sat.${attribute}`);
    await page.keyboard.press("Space");
    for (let level = 0; level < index % 5; level++) await page.keyboard.press("ArrowRight");
  }
  assert.deepEqual(await answers(page), EXPECTED);
  await tabTo((at) => at.text === "Next");
  await page.keyboard.press("Enter");
  await page.getByText("Page 2 of 3").waitFor();
  await tabTo((at) => at.name === "field-weigh.content:quality");
  await page.keyboard.press("ArrowLeft");
  await tabTo((at) => at.text === "Next");
  await page.keyboard.press("Enter");
  await page.getByText("Page 3 of 3").waitFor();
  await tabTo((at) => at.name === "overall");
  await page.keyboard.press("ArrowLeft");
  await tabTo((at) => at.name === "nps");
  await page.keyboard.press("Space");
  await tabTo((at) => at.tag === "textarea");
  await page.keyboard.type("Lines\nof words");
  await tabTo((at) => at.text === "Submit");
  await page.keyboard.press("Enter");
  await page.getByText("Thank you.").waitFor();
  const [response] = await submitted(page);
  assert.deepEqual(response.answers, { ...EXPECTED, "weigh.content:quality": 1, overall: 5, nps: 0, why: "Lines\nof words" });
  assert.deepEqual(page.complaints, []);
});

test("a survey is filled with a finger on a narrow screen", async () => {
  const page = await survey({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  for (const [index, attribute] of ATTRIBUTES.entries()) await page.locator(`manyi-survey [id="field-sat.${attribute}"] input`).nth(index % 5).tap();
  await button(page, "Next").tap();
  await page.getByText("Page 2 of 3").waitFor();
  await button(page, "Next").tap();
  await page.getByText("Page 3 of 3").waitFor();
  await page.locator('manyi-survey [id="field-overall"] input').nth(2).tap();
  await page.locator('manyi-survey [id="field-nps"] input').nth(10).tap();
  await button(page, "Submit").tap();
  await page.getByText("Thank you.").waitFor();
  assert.deepEqual((await submitted(page))[0].answers, { ...EXPECTED, overall: 3, nps: 10 });
  assert.deepEqual(page.complaints, []);
});

test("every native input lies on its painted mark and is wide enough for a finger", async () => {
  for (const width of [320, 390, 768, 1280]) {
    const page = await survey({ viewport: { width, height: 800 } });
    await fillPageOne(page);
    await button(page, "Next").click();
    await page.getByText("Page 2 of 3").waitFor();
    const small = await page.evaluate(() => [...document.querySelector("manyi-survey").shadowRoot.querySelectorAll(".marks")].flatMap((marks) => {
      const outer = marks.getBoundingClientRect();
      return [...marks.querySelectorAll("input")].map((input) => input.getBoundingClientRect())
        .filter(({ width, height, left, right, top, bottom }) => width < 24 || height < 24 || left < outer.left - 1 || right > outer.right + 1 || top < outer.top - 1 || bottom > outer.bottom + 1);
    }).length);
    assert.equal(small, 0, `${width} px`);
    const chosen = await page.evaluate(() => [...document.querySelector("manyi-survey").shadowRoot.querySelectorAll(".marks canvas")].every((canvas) => canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)));
    assert.ok(chosen, "the canvas has the screen's own pixels");
    await page.close();
  }
});

test("a chosen mark is painted where its input is", async () => {
  const page = await survey();
  const inked = () => page.evaluate(() => {
    const marks = document.querySelector("manyi-survey").shadowRoot.querySelector(".marks");
    const canvas = marks.querySelector("canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return [...marks.querySelectorAll("input")].map((input) => {
      const x = Math.round((parseFloat(input.style.left) + parseFloat(input.style.width) / 2 - 7) * devicePixelRatio);
      const y = Math.round((parseFloat(input.style.top) + parseFloat(input.style.height) / 2) * devicePixelRatio);
      return pixels.data[4 * (y * canvas.width + x) + 3];
    });
  });
  assert.deepEqual(await inked(), [0, 0, 0, 0, 0]);
  await choose(page, "sat.image", 4);
  await page.waitForTimeout(300);
  assert.deepEqual(await inked(), [0, 0, 0, 255, 0]);
  await page.mouse.move(0, 0);
  await page.keyboard.press("ArrowLeft");
  await page.waitForTimeout(300);
  assert.deepEqual(await inked(), [0, 0, 255, 0, 0]);
});

test("a reload in the middle loses nothing: same page, same answers, same id", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await survey({ context });
  await choose(page, "sat.image", 2);
  await page.reload();
  await radio(page, "sat.image", /2 of 5/).waitFor();
  assert.ok(await radio(page, "sat.image", /2 of 5/).isChecked());
  await fillPageOne(page);
  await button(page, "Next").click();
  await page.getByText("Page 2 of 3").waitFor();
  await button(page, "Next").click();
  await page.getByText("Page 3 of 3").waitFor();
  await choose(page, "nps", 1);
  await page.getByRole("textbox", { name: "What should we do better?" }).fill("half a sen");
  await page.waitForTimeout(200);
  await page.reload();
  await page.getByText("Page 3 of 3").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "What should we do better?" }).inputValue(), "half a sen");
  await button(page, "Back").click();
  await page.getByText("Page 2 of 3").waitFor();
  assert.deepEqual(await answers(page), { ...EXPECTED, nps: 0, why: "half a sen" });
  const draft = await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("manyi").onsuccess = ({ target }) => (target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = ({ target }) => resolve(target.result));
  }));
  assert.equal(draft.length, 1);
  await context.close();
});

test("a survey that was loaded is submitted offline, and the response is kept once", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await survey({ context });
  await fillPageOne(page);
  await context.setOffline(true);
  for (const place of [2, 3]) {
    await button(page, "Next").click();
    await page.getByText(`Page ${place} of 3`).waitFor();
  }
  await choose(page, "overall", 5);
  // The respondent's own result needs a file that is not loaded yet; the response must not wait for it.
  await button(page, "Submit").click();
  await page.getByText("Thank you.").waitFor();
  assert.equal((await submitted(page)).length, 1);
  await context.setOffline(false);
  await page.reload();
  await page.getByText("Page 1 of 3").waitFor();
  assert.deepEqual(await answers(page), {}, "the draft is gone");
  assert.deepEqual((await kept(page)).map((response) => response.answers), [{ ...EXPECTED, overall: 5 }]);
  await context.close();
});

test("what is missing is told in a summary that leads to the field, and goes away once answered", async () => {
  const page = await survey();
  await choose(page, "sat.image", 3);
  await button(page, "Next").click();
  const summary = page.getByRole("alert");
  await summary.waitFor();
  assert.equal(await summary.getByRole("link").count(), 11);
  assert.ok(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.matches(".faults")), "the summary has the focus");
  await screenshot(page, "survey-faults");
  assert.deepEqual(await barriers(page), []);
  await summary.getByRole("link", { name: /Freedom from errors/ }).click();
  assert.equal(await page.evaluate(() => document.querySelector("manyi-survey").shadowRoot.activeElement.name), "sat.errors");
  await fillPageOne(page);
  assert.equal(await summary.count(), 0);
  await button(page, "Next").click();
  await page.getByText("Page 2 of 3").waitFor();
});

test("a question appears when its condition holds, and its answer goes along only while it does", async () => {
  const page = await survey();
  await fillPageOne(page);
  for (const place of [2, 3]) {
    await button(page, "Next").click();
    await page.getByText(`Page ${place} of 3`).waitFor();
  }
  const why = page.getByRole("textbox", { name: "What should we do better?" });
  assert.equal(await why.count(), 0);
  await choose(page, "nps", 7);
  await why.fill("Speak up.");
  assert.equal((await answers(page)).why, "Speak up.");
  await choose(page, "nps", 11);
  assert.equal(await why.count(), 0);
  assert.equal((await answers(page)).why, undefined);
  await choose(page, "nps", 3);
  assert.equal(await why.inputValue(), "Speak up.");
});

test("the respondent sees their own index, weighted by judgments solved elsewhere, and their own quadrants", async () => {
  const page = await survey();
  await fillPageOne(page);
  await button(page, "Next").click();
  await page.getByText("Page 2 of 3").waitFor();
  for (const [index, attribute] of ATTRIBUTES.entries()) await choose(page, `imp.${attribute}`, (index % 4) + 2);
  await button(page, "Next").click();
  await page.getByText("Page 3 of 3").waitFor();
  await choose(page, "overall", 5);
  await button(page, "Submit").click();
  await page.getByText("Your satisfaction score").waitFor();
  const index = GLOBAL_WEIGHTS.reduce((sum, weight, place) => sum + weight * (place % 5) * 25, 0);
  assert.equal(await page.locator("manyi-survey .own .number").textContent(), String(Math.round(index)));
  const picture = page.locator("manyi-survey .own canvas");
  await picture.waitFor();
  assert.match(await picture.getAttribute("aria-label"), /Company image/);
  await page.waitForTimeout(300);
  await screenshot(page, "survey-own");
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.complaints, []);
});

test("the form changes its language in the middle, and keeps the answers", async () => {
  const page = await survey();
  await choose(page, "sat.image", 5);
  await page.getByLabel("Language").selectOption("zh-CN");
  await page.getByText("第 1 页，共 3 页").waitFor();
  await page.getByRole("heading", { name: "您对我们的服务满意吗？" }).waitFor();
  assert.ok(await radio(page, "sat.image", /非常满意/).isChecked());
});

test("the form has no barrier that axe finds, in light and dark, narrow and wide, in both languages", async () => {
  for (const [name, options] of Object.entries({
    "light-1280-en": {},
    "dark-1280-zh": { colorScheme: "dark", locale: "zh-CN" },
    "light-390-zh": { viewport: { width: 390, height: 844 }, locale: "zh-CN", deviceScaleFactor: 2 },
    "dark-390-en": { viewport: { width: 390, height: 844 }, colorScheme: "dark", deviceScaleFactor: 2 },
  })) {
    const page = await survey(options);
    await fillPageOne(page);
    for (const place of [1, 2, 3]) {
      if (place === 3) await choose(page, "nps", 3);
      assert.deepEqual(await barriers(page), [], `${name}, page ${place}`);
      await screenshot(page, `survey-${name}-${place}`);
      if (place < 3) await page.locator("manyi-survey button.on").click();
      await page.waitForTimeout(100);
    }
    assert.deepEqual(page.complaints, [], name);
    await page.close();
  }
});

test("script and markup in a definition are shown as the text they are", async () => {
  const page = await survey();
  const hostile = '<img src=x onerror="globalThis.broken = true"><script>globalThis.broken = true</script>';
  await page.evaluate((text) => {
    const element = document.createElement("manyi-survey");
    element.id = "hostile";
    element.definition = {
      id: "hostile", version: 1, title: text, intro: text,
      attributes: [{ id: "a", title: text }, { id: "b", title: text }],
      pages: [{ questions: [
        { id: "m", kind: "matrix", measure: "satisfaction", scale: "stars5", attributes: ["a", "b"], title: text, help: text },
        { id: "c", kind: "choice", title: text, options: [{ value: "x", title: text }] },
      ] }],
    };
    document.querySelector("main").append(element);
  }, hostile);
  await page.locator("#hostile .question").first().waitFor();
  assert.equal(await page.locator("#hostile h2").textContent(), hostile);
  assert.equal(await page.locator("#hostile img, #hostile script").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

test("a definition that is wrong is told in the element and by an event, and the page goes on", async () => {
  const page = await survey();
  const failed = await page.evaluate(() => new Promise((resolve) => {
    const element = document.createElement("manyi-survey");
    element.id = "wrong";
    element.addEventListener("manyi-failed", ({ detail }) => resolve({ code: detail.error.code, path: detail.error.path, name: detail.error.name }));
    element.definition = { id: "wrong", version: 1, title: "Wrong", pages: [{ questions: [{ id: "q", kind: "rating", scale: "stars9", title: "Q" }] }] };
    document.querySelector("main").append(element);
  }));
  assert.deepEqual(failed, { code: "unknown-scale", path: "pages[0].questions[0].scale", name: "ManyiError" });
  await page.locator("#wrong [role=alert]").waitFor();
  await choose(page, "sat.image", 1);
  assert.deepEqual(await answers(page), { "sat.image": 1 });
});

test("every kind of question can be answered, and the response holds what was said", async () => {
  const page = await survey();
  const definition = await (await fetch(new URL("/cases/everything.json", site.address))).json().catch(() => null);
  assert.ok(definition, "the case is served");
  await page.evaluate((definition) => {
    const element = document.createElement("manyi-survey");
    element.id = "everything";
    element.definition = definition;
    document.querySelector("main").replaceChildren(element);
  }, definition);
  const form = page.locator("#everything");
  const field = (key) => form.locator(`[id="field-${key}"]`);
  await form.locator(".question").first().waitFor();
  for (const attribute of ["price", "speed", "errors"]) await field(`sat.${attribute}`).locator("input").nth(1).click();
  await field("overall").locator("input").nth(4).click();
  await field("warmth").press("ArrowRight");
  await field("nps").locator("input").nth(3).click();
  await screenshot(page, "survey-kinds-1");
  assert.deepEqual(await barriers(page), []);
  await form.getByRole("button", { name: "Next" }).click();
  await form.getByText("Page 2 of 3").waitFor();
  await field("plane.price.x").fill("70");
  await field("plane.price.y").fill("20");
  await field("within.speed:errors").press("ArrowLeft");
  await field("kano.speed.functional").locator("input").nth(0).click();
  await field("kano.speed.dysfunctional").locator("input").nth(4).click();
  await field("points.price").fill("4");
  await field("points.speed").fill("6");
  await field("rank.y").locator('[data-way="up"]').click();
  await screenshot(page, "survey-kinds-2");
  assert.deepEqual(await barriers(page), []);
  await form.getByRole("button", { name: "Next" }).click();
  await form.getByText("Page 3 of 3").waitFor();
  await form.locator(".option", { hasText: "Other" }).click();
  await form.getByLabel("Other, in your words").fill("on the moon");
  await form.locator(".option", { hasText: "A" }).first().click();
  await form.locator(".option", { hasText: "B" }).click();
  await field("age").fill("30");
  await field("age").press("Tab");
  await screenshot(page, "survey-kinds-3");
  assert.deepEqual(await barriers(page), []);
  await form.getByRole("button", { name: "Submit" }).click();
  await form.getByText("Bye").waitFor();
  const [{ answers: given }] = await submitted(page);
  assert.deepEqual(given, {
    "sat.price": 2, "sat.speed": 2, "sat.errors": 2, overall: 5, warmth: 0.5, nps: 3,
    "plane.price.x": 70, "plane.price.y": 20, "within.speed:errors": 1, "kano.speed.functional": 1, "kano.speed.dysfunctional": 5,
    "points.price": 4, "points.speed": 6, "rank.x": 2, "rank.y": 1, where: "on the moon", some: ["a", "b"], age: 30,
  });
  assert.deepEqual(page.complaints, []);
});

test("moved in the page it goes on, taken out it lets go, and put in again it takes up its draft", async () => {
  const page = await survey();
  await choose(page, "sat.image", 4);
  await page.waitForTimeout(100);
  await page.evaluate(() => document.querySelector("main").prepend(document.querySelector("manyi-survey")));
  assert.deepEqual(await answers(page), { "sat.image": 4 });
  await page.evaluate(async () => {
    const element = document.querySelector("manyi-survey");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", ({ detail }) => resolve(detail.resumed)));
    document.querySelector("main").append(element);
    if (!(await ready)) throw new Error("the draft was not taken up");
  });
  assert.deepEqual(await answers(page), { "sat.image": 4 });
  assert.deepEqual(page.complaints, []);
});

test("where the browser keeps nothing, the form works and says so", async () => {
  const page = await site.page("/samples/README.md", { locale: "en-US" });
  await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
  await page.goto(new URL("/index.html", site.address).href);
  await page.locator("manyi-survey .question").first().waitFor();
  await page.getByText("This browser does not keep drafts here").waitFor();
  await choose(page, "sat.image", 4);
  assert.deepEqual(await answers(page), { "sat.image": 4 });
});

test("the only answer, taken back, stays taken back after a reload", async () => {
  const context = await site.browser.newContext({ locale: "en-US" });
  const page = await survey({ context });
  const restored = () => page.evaluate(async () => {
    const element = document.createElement("manyi-survey");
    element.definition = { id: "single", version: 1, title: "Single", pages: [{ questions: [{ id: "t", kind: "text", title: "T" }] }] };
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve, { once: true }));
    document.querySelector("main").replaceChildren(element);
    await ready;
    return element.answers;
  });
  const field = page.locator('manyi-survey [id="field-t"]');
  assert.deepEqual(await restored(), {});
  await field.fill("mine");
  await page.waitForTimeout(200);
  await page.reload();
  assert.deepEqual(await restored(), { t: "mine" });
  await field.fill("");
  await page.waitForTimeout(200);
  await page.reload();
  assert.deepEqual(await restored(), {});
  await context.close();
});

test("submit called again before it is done submits once, and both calls get that response", async () => {
  const page = await survey();
  await fillPageOne(page);
  for (const place of [2, 3]) {
    await button(page, "Next").click();
    await page.getByText(`Page ${place} of 3`).waitFor();
  }
  await choose(page, "overall", 4);
  const ids = await page.evaluate(async () => {
    const element = document.querySelector("manyi-survey");
    return (await Promise.all([element.submit(), element.submit()])).map((response) => response?.id);
  });
  const responses = await submitted(page);
  assert.equal(responses.length, 1);
  assert.deepEqual(ids, [responses[0].id, responses[0].id]);
});

test("on a sharper screen the marks are painted anew with its pixels, though nothing else changes", async () => {
  const page = await survey();
  const sharp = () => page.evaluate(() => [...document.querySelector("manyi-survey").shadowRoot.querySelectorAll(".marks canvas")].every((canvas) => canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)));
  const session = await page.context().newCDPSession(page);
  for (const deviceScaleFactor of [2, 3]) {
    await session.send("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor, mobile: false });
    await page.waitForFunction((ratio) => devicePixelRatio === ratio, deviceScaleFactor);
    await page.waitForTimeout(200);
    assert.ok(await sharp(), `${deviceScaleFactor} pixels`);
  }
});

test("in forced colours the scales are painted in the system's colours, numbers too", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await survey({ forcedColors: "active", colorScheme });
    await page.evaluate(() => {
      const element = document.createElement("manyi-survey");
      element.definition = { id: "forced", version: 1, title: "Forced", pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }, { id: "s", kind: "rating", scale: "faces5", title: "S" }, { id: "p", kind: "rating", scale: "percent", title: "P" }] }] };
      document.querySelector("main").replaceChildren(element);
    });
    await choose(page, "q", 4);
    await choose(page, "s", 2);
    await page.waitForTimeout(300);
    await page.mouse.move(0, 0);
    const seen = await page.evaluate(() => {
      const marks = document.querySelector("manyi-survey").shadowRoot.querySelector(".marks");
      const canvas = marks.querySelector("canvas");
      const probe = document.createElement("i");
      probe.style.setProperty("forced-color-adjust", "none");
      probe.style.setProperty("color", "CanvasText");
      document.body.append(probe);
      const text = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
      const { width, height } = canvas;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      const inked = [...marks.querySelectorAll("input")].map((input) => {
        const [left, wide] = [parseFloat(input.style.left), parseFloat(input.style.width)].map((length) => Math.round(length * devicePixelRatio));
        // The middle of a cell, where its number stands: inside any outline.
        for (let y = Math.round(height * 0.35); y < height * 0.65; y++) {
          for (let x = left + Math.round(wide * 0.35); x < left + wide * 0.65; x++) {
            const at = 4 * (y * width + x);
            if (data[at + 3] > 200 && text.every((part, index) => Math.abs(part - data[at + index]) < 40)) return true;
          }
        }
        return false;
      });
      return { displayed: getComputedStyle(canvas).display, inked };
    });
    assert.notEqual(seen.displayed, "none");
    assert.deepEqual(seen.inked, Array(11).fill(true), colorScheme);
    // Words have a plate of the page's own colour behind them there: words of that colour would not be seen.
    const words = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector("manyi-survey").shadowRoot.querySelector("button.on"));
      return color === getComputedStyle(document.documentElement).backgroundColor;
    });
    assert.equal(words, false, "the button's words are seen");
    await screenshot(page, `survey-forced-${colorScheme}`);
    assert.deepEqual(await barriers(page), []);
    await page.close();
  }
});
