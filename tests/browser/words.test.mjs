// What the report says on its first screen, in every language: each number in a sentence is that of the analysis, and nothing is said that is not so.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { root } from "../../scripts/run.mjs";

const built = (path) => import(join(root, "dist/src/report", path));
const file = (path) => readFileSync(join(root, path));
const { english } = await built("messages/en.js");
const { messagesIn, spokenTag } = await built("messages.js");
const { numbersIn } = await built("numbers.js");
const { sentences } = await built("sentences.js");
const { changeSentences } = await built("closer/then-now.js");
const { conclusions, models } = await built("closer/what-if.js");
const { closerMessages } = await built("closer/messages.js");
const { messages: closerEnglish } = await built("closer/messages/en.js");
const manyi = await import("manyi");

const TAGS = ["en", "zh-CN", "zh-TW", "es", "de", "fr", "ja", "pt", "ar"];
const definition = JSON.parse(file("tests/cases/two_periods.json"));
const ids = definition.attributes.map((attribute) => attribute.id);
const titles = Object.fromEntries(definition.attributes.map(({ id, title }) => [id, title.en]));

before(() => manyi.initSync(file("dist/wasm/full/manyi_bg.wasm")));

async function learned(messages, tag) {
  await messages(tag);
  return messages(tag);
}

function tallied(csv, survey = definition) {
  const tally = new manyi.Tally(manyi.checkSurvey(survey));
  tally.addCsv(csv);
  assert.deepEqual(tally.end().rejected, []);
  return tally;
}

const period = (name) => tallied(file(`tests/cases/two_periods_${name}.csv`));
const analysed = (tally, options, survey = definition) => manyi.analyse(manyi.checkSurvey(survey), tally, options);

/** Rows of answers as a CSV. */
function csv(rows) {
  const head = [...new Set(rows.flatMap(Object.keys))];
  return [head, ...rows.map((row) => head.map((key) => row[key] ?? ""))].map((cells) => cells.join(",")).join("\n") + "\n";
}

/** What is said of a report, by what it is about: the whole text, and what was filled in. */
async function said(report, tag, more = {}) {
  const messages = await learned(messagesIn, tag);
  const list = sentences(report, { messages, numbers: numbersIn(tag), titles, shares: false, segment: null, ...more });
  return spelt(list);
}

function spelt(list) {
  const entries = list.map(({ about, pieces }) => [about, { text: pieces.map((piece) => piece.text).join(""), filled: pieces.filter((piece) => piece.filled).map((piece) => piece.text) }]);
  assert.equal(new Set(entries.map(([about]) => about)).size, entries.length, "nothing is said twice");
  for (const [about, { text }] of entries) assert.doesNotMatch(text, /[{}]|undefined|null|NaN/, about);
  return Object.fromEntries(entries);
}

// How numbers are written, said once more with nothing but Intl, and a true minus.
const style = (tag, options) => (value) => new Intl.NumberFormat(tag, options).format(value).replace("-", "−");
const percent = (tag) => style(tag, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const level = (tag) => style(tag, { style: "percent", maximumFractionDigits: 1 });
const two = (tag) => style(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = (tag) => style(tag, { maximumFractionDigits: 0, signDisplay: "negative" });
const sorted = (list) => [...list].sort();
/** The numbers of a text, however a language writes its digits. */
const digits = (text) => text.match(/\p{Nd}+/gu) ?? [];

/** Every text by its path, with the names in its braces. */
function shape(value, path = "") {
  if (typeof value === "string") return [[path, ...new Set([...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort())].join(" ")];
  // How many forms a plural has is the language's own.
  if ("other" in value) return shape(value.other, path);
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

for (const [folder, own] of [["messages", english], ["closer/messages", closerEnglish]]) {
  for (const name of readdirSync(join(root, "www/src/report", folder)).map((name) => name.replace(".ts", "")).filter((name) => name !== "en")) {
    test(`${folder}/${name} has texts that English has, with the same placeholders in every form, and none is empty`, async () => {
      const { messages } = await built(`${folder}/${name}.js`);
      const known = new Set(shape(own));
      // What is said in English by its warnings' own words has no entry there.
      const found = shape(messages).filter((text) => !text.startsWith(".warnings"));
      assert.deepEqual(found.filter((text) => !known.has(text)), []);
      assert.ok(found.length > 0.8 * known.size, `${found.length} of ${known.size}`);
      const forms = (value) => (typeof value === "string" ? [] : "other" in value ? [value] : Object.values(value).flatMap(forms));
      for (const plural of forms(messages)) for (const form of Object.values(plural)) assert.deepEqual(shape(form), shape(plural.other));
      const texts = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(texts));
      assert.ok(texts(messages).every((text) => text.trim() !== ""));
    });
  }
}

test("a tag gets its language, Traditional Chinese where it is written, English where we do not speak it", async () => {
  const expected = { "zh-HK": "滿意度指數", zh: "满意度指数", "de-AT": "Zufriedenheitsindex", "pt-BR": "Índice de satisfação", "ar-EG": "مؤشر الرضا", sw: "Satisfaction index" };
  for (const [tag, index] of Object.entries(expected)) assert.equal((await learned(messagesIn, tag)).index, index, tag);
});

for (const tag of TAGS) {
  test(`${tag}: the first screen's numbers are those of the analysis, and no others`, async () => {
    const report = analysed(period("now"), { level: 0.9 });
    const found = await said(report, tag);
    const { index, nps, quadrants } = report;
    assert.deepEqual(found.answered.filled, [whole(tag)(report.n)]);
    assert.deepEqual(sorted(found.index.filled), sorted([percent(tag)(index.index), level(tag)(0.9), percent(tag)(index.interval.low), percent(tag)(index.interval.high)]));
    assert.deepEqual(sorted(found.nps.filled), sorted([nps.nps, nps.interval.low, nps.interval.high, nps.n, nps.promoters, nps.detractors].map(whole(tag))));
    const ranked = quadrants.order.map((id) => quadrants.points.find((point) => point.id === id));
    const [first, ...next] = ranked.filter((point) => point.quadrant === "concentrate");
    assert.equal(first.id, "speed");
    assert.deepEqual(sorted(found.improve.filled), sorted([titles.speed, ...[first.importance, quadrants.crosshair.importance, first.performance, quadrants.crosshair.performance].map(two(tag))]));
    assert.equal(found.next, next.length === 0 ? undefined : found.next);
    const keep = ranked.filter((point) => point.quadrant === "keep-up").map((point) => titles[point.id]);
    assert.deepEqual(keep, [titles.staff]);
    assert.deepEqual(found.keep.filled, [new Intl.ListFormat(tag, { type: "conjunction" }).format(keep)]);
    for (const [about, { text, filled }] of Object.entries(found)) assert.deepEqual(sorted(digits(text)), sorted(filled.flatMap(digits)), about);
  });

  test(`${tag}: what changed is told with the differences, the intervals and the direction that the comparison found`, async () => {
    const now = period("now")[Symbol.for("manyi.beyond")]();
    const then = period("then")[Symbol.for("manyi.beyond")]();
    const messages = await learned(messagesIn, tag);
    const closer = await learned(closerMessages, tag);
    const voice = { language: tag, messages, numbers: numbersIn(tag), closer, titles, earlier: "2025.csv" };
    const points = (value) => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(100 * value));
    const changes = now.changes(then, {});
    const found = spelt(changeSentences(changes, voice));
    assert.deepEqual(found["answered-then"].filled, [whole(tag)(200)]);
    const { index, nps } = changes;
    assert.equal(index.significant, true);
    for (const part of ["2025.csv", percent(tag)(index.then), percent(tag)(index.now), points(index.difference), points(index.interval.low), points(index.interval.high), level(tag)(0.95)]) {
      assert.ok(found.changed.text.includes(part), `${part} in ${found.changed.text}`);
    }
    const speed = changes.attributes.find((change) => change.id === "speed");
    const signed = style(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });
    assert.deepEqual(changes.attributes.filter((change) => change.significant).map((change) => change.id), ["speed"]);
    assert.ok(found.better.text.includes(titles.speed) && found.better.text.includes(signed(speed.difference)), found.better.text);
    for (const id of ids.filter((id) => id !== "speed")) assert.ok(!found.better.text.includes(titles[id]));
    assert.equal(found.worse, undefined);
    for (const value of [nps.now, nps.then]) assert.ok(found["nps-changed"].text.includes(whole(tag)(value)), found["nps-changed"].text);

    // The other way round, what rose has fallen.
    const back = spelt(changeSentences(then.changes(now, {}), voice));
    assert.ok(back.worse.text.includes(titles.speed) && back.worse.text.includes(signed(-speed.difference)), back.worse.text);
    assert.equal(back.better, undefined);
    assert.notEqual(back.changed.text, found.changed.text);
    for (const part of [percent(tag)(index.then), percent(tag)(index.now), points(index.difference)]) assert.ok(back.changed.text.includes(part), part);

    // The same answers twice have not changed.
    const same = spelt(changeSentences(now.changes(period("now")[Symbol.for("manyi.beyond")](), {}), voice));
    assert.equal(same.better.text, closer.noneChanged);
    assert.ok(same.changed.text.startsWith(closer.changedNot.split("{earlier}")[0]));
    assert.ok(!same.changed.text.includes(closer.changedUp.slice(-8)) || closer.changedUp.slice(-8) === closer.changedNot.slice(-8));
  });

  test(`${tag}: what follows from better scores is told with the numbers that were computed, R² beside them`, async () => {
    const found = period("now")[Symbol.for("manyi.beyond")]().suppose({ speed: 4 }, {});
    const closer = await learned(closerMessages, tag);
    const numbers = numbersIn(tag);
    const [index, outcome, recommendation, retention] = conclusions(found, closer, { numbers }).map((pieces) => pieces.map((piece) => piece.text).join(""));
    for (const part of [percent(tag)(found.index.now), percent(tag)(found.index.then)]) assert.ok(index.includes(part), index);
    for (const [text, { of, model }] of [[outcome, found.expected[0]], [recommendation, found.expected[1]]]) {
      assert.ok(text.includes(closer.expected[of]));
      for (const part of [two(tag)(model.mean), two(tag)(model.expected), two(tag)(model.interval.low), two(tag)(model.interval.high)]) assert.ok(text.includes(part), `${part} in ${text}`);
    }
    for (const part of [percent(tag)(found.retention.now), percent(tag)(found.retention.then)]) assert.ok(retention.includes(part), retention);
    const trust = models(found, closer, { numbers }).map((pieces) => pieces.map((piece) => piece.text).join(""));
    assert.equal(trust.length, 2);
    for (const [text, { model }] of [[trust[0], found.expected[0]], [trust[1], found.expected[1]]]) {
      for (const part of [percent(tag)(model.r2), percent(tag)(model.adjustedR2), whole(tag)(model.n)]) assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });
}

test("one person answered: the singular is said, and no interval where there is none", async () => {
  const report = analysed(tallied(csv([{ "sat.speed": 4, "imp.speed": 5, "sat.price": 3, "imp.price": 2, nps: 10, overall: 4 }])));
  const found = await said(report, "en");
  assert.equal(found.answered.text, "1 person answered.");
  assert.equal(report.index.interval, null);
  assert.equal(found.index.text, `The satisfaction index is ${percent("en")(report.index.index)}.`);
  assert.match(found.nps.text, /^The net promoter score is 100.*, from 1 answer: promoters 1, detractors 0\.$/);
  assert.match((await said(report, "de")).answered.text, /^1 Person hat /);
  assert.match((await said(report, "fr")).answered.text, /^1 personne a /);
  assert.match((await said(report, "es")).answered.text, /^Respondió 1 persona/);
  assert.match((await said(report, "pt")).answered.text, /^1 pessoa respondeu/);
});

test("of a segment, the segment is named", async () => {
  const segment = { question: "region", value: "south" };
  const report = analysed(period("now"), { segment });
  for (const tag of TAGS) {
    const { answered } = await said(report, tag, { segment: "South" });
    assert.deepEqual(sorted(answered.filled), sorted([whole(tag)(82), "South"]));
  }
});

/** Answers of which the means are these, from 1 to 5, to a survey of as many attributes. */
function means(given) {
  const rows = Array.from({ length: 20 }, (_, row) => {
    const at = (mean) => (row % 2 === 0 ? Math.floor(mean) : Math.ceil(mean));
    return Object.fromEntries(Object.entries(given).flatMap(([id, [importance, performance]]) => [[`imp.${id}`, at(importance)], [`sat.${id}`, at(performance)]]));
  });
  return analysed(tallied(csv(rows)));
}

test("where nothing is both important and behind, that is said, and no attribute is named to improve", async () => {
  const report = means({ speed: [4.5, 4.5], price: [1.5, 1.5], staff: [4.5, 4], faults: [2, 2] });
  assert.ok(report.quadrants.points.every((point) => point.quadrant !== "concentrate" && point.quadrant !== null));
  for (const tag of TAGS) {
    const found = await said(report, tag);
    assert.equal(found.improve.text, (await learned(messagesIn, tag)).improveNothing);
    assert.equal(found.next, undefined);
  }
});

test("of one attribute alone, and of attributes that are all alike, it is said that none can be put first", async () => {
  const one = { ...definition, attributes: [definition.attributes[0]], weights: undefined, pages: [{ questions: definition.pages[0].questions.slice(0, 2).map((question) => ({ ...question, attributes: ["speed"] })) }], outcome: undefined };
  const survey = JSON.parse(JSON.stringify(one));
  const tally = tallied(csv([{ "sat.speed": 2, "imp.speed": 5 }, { "sat.speed": 3, "imp.speed": 4 }]), survey);
  const alike = means({ speed: [4, 2.5], price: [4, 2.5], staff: [4, 2.5], faults: [4, 3.5] });
  for (const report of [analysed(tally, {}, survey), alike]) {
    assert.ok(report.quadrants.points.every((point) => point.quadrant === null));
    for (const tag of TAGS) {
      const found = await said(report, tag);
      assert.equal(found.improve.text, (await learned(messagesIn, tag)).improveUnknown, tag);
      assert.equal(found.keep, undefined);
    }
  }
});

test("of two attributes in the same place, both are named, each once", async () => {
  // Of what is bad, a mean of 4 is a score of 2.
  const report = means({ speed: [4.5, 2], price: [1.5, 4], staff: [2, 4], faults: [4.5, 4] });
  const tied = report.quadrants.points.filter((point) => point.quadrant === "concentrate");
  assert.deepEqual(tied.map((point) => [point.importance, point.performance]), [[4.5, 2], [4.5, 2]]);
  for (const tag of TAGS) {
    const found = await said(report, tag);
    const [first, second] = report.quadrants.order;
    assert.ok(found.improve.filled.includes(titles[first]));
    assert.deepEqual(found.next.filled, [titles[second]]);
    assert.ok(!found.improve.text.includes(titles[second]));
  }
});

test("of more than four to keep, three are named and the rest counted", async () => {
  const ids = Array.from({ length: 7 }, (_, at) => `k${at}`);
  const survey = { id: "many", version: 1, title: "T", attributes: [...ids, "low"].map((id) => ({ id, title: id })), pages: [{ questions: ["sat", "imp"].map((id) => ({ id, kind: "matrix", measure: id === "sat" ? "satisfaction" : "importance", scale: id === "sat" ? "satisfaction5" : "importance5", title: "?", attributes: [...ids, "low"] })) }] };
  const row = Object.fromEntries([...ids, "low"].flatMap((id) => [[`sat.${id}`, id === "low" ? 1 : 4], [`imp.${id}`, id === "low" ? 1 : 4]]));
  const report = analysed(tallied(csv(Array(6).fill(row)), survey), {}, survey);
  const { keep } = await said(report, "en", { titles: {} });
  assert.match(keep.text, /^Keep up (k\d, ){3}and 4 more/);
});

test("of fewer than five answers, and of an index that is sure of less than half its range, it is said that they are too few to put anything first", async () => {
  const rows = (count) => Array.from({ length: count }, (_, row) => ({ "sat.speed": 1 + (row % 2), "imp.speed": 5, "sat.price": 4 + (row % 2), "imp.price": 2, nps: 10 }));
  const [few, enough] = [analysed(tallied(csv(rows(4)))), analysed(tallied(csv(rows(6))))];
  // The same places, but for how many stand behind them.
  assert.deepEqual(few.quadrants.order, enough.quadrants.order);
  const unsure = analysed(tallied(csv([1, 5, 1, 5, 1].map((level) => ({ "sat.speed": level, "imp.speed": 5, "sat.price": level === 1 ? 2 : 5, "imp.price": 2 })))));
  assert.ok(unsure.n >= 5 && unsure.index.interval.high - unsure.index.interval.low > 0.5);
  for (const tag of TAGS) {
    const { improveTooFew } = await learned(messagesIn, tag);
    for (const report of [few, unsure]) {
      const found = await said(report, tag);
      assert.equal(found.improve.text, improveTooFew);
      for (const about of ["next", "keep", "near"]) assert.equal(found[about], undefined);
    }
    assert.ok((await said(enough, tag)).improve.filled.includes(titles.speed));
    if (tag !== "en") assert.notEqual(improveTooFew, english.improveTooFew);
  }
});

test("negative numbers have a true minus in every language, which stands before the digits between letters from right to left too", () => {
  for (const tag of TAGS) {
    const numbers = numbersIn(tag);
    const written = [numbers.decimal(-1.5), numbers.points(-23), numbers.signed(-0.61), numbers.signedPoints(-4.2), numbers.percentagePoints(-0.054), numbers.steps(-2), numbers.level(-2), numbers.percent(-0.1)];
    for (const text of written) assert.match(text, tag === "ar" ? /^[\u061C\u200E]−[\u200E]?\p{Nd}/u : /^−\d/, `${tag}: ${JSON.stringify(text)}`);
    assert.doesNotMatch(written.join(), /-/);
  }
});

test("the score's interval is told as far as scores lie, while the analysis keeps what was computed", async () => {
  const report = analysed(tallied(csv([10, 10, 10, 0].map((nps) => ({ nps, "sat.speed": 3 })))));
  assert.ok(report.nps.interval.high > 100, String(report.nps.interval.high));
  const { nps } = await said(report, "en");
  assert.ok(nps.filled.includes("100") && !nps.filled.includes(String(Math.round(report.nps.interval.high))), nps.text);
  assert.match(manyi.describe("nps", report.nps, "en"), /to \+100 \(/);
});

test("where a page's language is not spoken, numbers are written as the words are", () => {
  assert.deepEqual(["it", "de-CH", "en-IN", "zh-TW", "nb"].map(spokenTag), ["en", "de-CH", "en-IN", "zh-TW", "en"]);
});
