// What JavaScript hands to the functions: whatever it is, it is read, or refused with a code and a path.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { root } from "../../scripts/run.mjs";

let manyi;
before(async () => {
  manyi = await import("manyi");
  manyi.initSync(readFileSync(join(root, "dist/wasm/full/manyi_bg.wasm")));
});

const definition = (changes) => ({
  id: "s", version: 1, title: "S",
  pages: [{ questions: [{ id: "q", kind: "nps", title: "Q" }] }],
  ...changes,
});

/** What a call throws, as `code path`. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof manyi.ManyiError, String(error));
    assert.ok(error.path === null || error.message.startsWith(`${error.path}: `), error.message);
    return `${error.code} ${error.path}`;
  }
  return "nothing";
}

test("what JSON has no type for is refused where it stands", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const value of [() => 1, Symbol("s"), 1n, new Date(0), new Map(), new Set(), /x/, Promise.resolve(), new DataView(new ArrayBuffer(1))]) {
    assert.equal(refusal(() => manyi.checkSurvey(definition({ intro: value }))), "wrong-type intro", String(value));
  }
  assert.equal(refusal(() => manyi.checkSurvey(definition({ pages: [{ questions: [new BigInt64Array(1)] }] }))), "wrong-type pages[0].questions[0][0]");
  assert.equal(refusal(() => manyi.checkSurvey(definition({ title: { "not a tag": Symbol.iterator } }))), 'wrong-type title["not a tag"]');
  assert.equal(refusal(() => manyi.checkSurvey(definition({ intro: revoked.proxy }))), "not-json intro");
  const page = Object.defineProperty({ questions: [] }, "title", { enumerable: true, get() { throw new Error("boom"); } });
  assert.equal(refusal(() => manyi.checkSurvey(definition({ pages: [page] }))), "not-json pages[0]");
});

test("an object that holds itself is refused, and a list of a billion too", () => {
  const cyclic = definition();
  cyclic.pages[0].questions.push(cyclic);
  assert.equal(refusal(() => manyi.checkSurvey(cyclic)), "too-deep null");
  assert.equal(refusal(() => manyi.nps({ counts: new Array(2 ** 32 - 1) })), "too-many counts");
  assert.equal(refusal(() => manyi.checkSurvey(definition({ intro: "x".repeat(1 << 25) }))), "too-many intro");
});

test("a key that means something to objects is a key like any other", () => {
  assert.equal(refusal(() => manyi.checkSurvey(JSON.parse('{ "__proto__": {} }'))), "unknown-key __proto__");
});

test("typed arrays are lists, undefined is null, a class of one's own is a record, and any text comes through", () => {
  const counts = [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235];
  class Input {
    counts = Uint32Array.from(counts);
    note = undefined;
  }
  assert.deepEqual(manyi.nps({ counts: Float64Array.from(counts) }), manyi.nps({ counts }));
  assert.equal(refusal(() => manyi.nps(new Input())), "unknown-key note");
  const title = "满意 🙂 \0 \u2028 \ufeff";
  assert.equal(manyi.checkSurvey(definition({ title, intro: undefined })).title, title);
  assert.equal(manyi.checkSurvey(definition({ title: "\ud83d." })).title, "\ufffd.");
  assert.equal(manyi.checkSurvey(JSON.stringify(definition({ title }))).title, title);
});

test("NaN is refused by name, and the numbers of a message are written as JavaScript writes them", () => {
  assert.equal(refusal(() => manyi.checkSurvey(definition({ version: NaN }))), "not-finite version");
  for (const value of [-Infinity, 1.5, 1e300, -1e-9]) {
    assert.throws(() => manyi.checkSurvey(definition({ version: value })), ({ message }) => message.includes(` ${value}`));
  }
});

test("text that is no JSON is told as such, in the engine's words", () => {
  assert.equal(refusal(() => manyi.checkSurvey("{")), "not-json null");
});

test("of two inputs, the path says which", () => {
  const [first, second] = [{ counts: [1, 2] }, { counts: [Symbol.iterator] }];
  assert.match(refusal(() => manyi.compareNps(second, first)), /^wrong-type \w+\.counts\[0\]$/);
});
