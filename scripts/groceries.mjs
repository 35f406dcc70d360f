// Writes the demo's survey of grocery delivery and its answers. Nobody gave these answers: they are drawn, always the same ones, from a
// model in which expectation raises perceived quality a little, quality and value make satisfaction, and satisfaction makes loyalty.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./run.mjs";

const RESPONDENTS = 480;

const text = (en, zh) => ({ en, "zh-CN": zh });
// What each attribute is like: how important, how expected, how good (shift of a mean answer), and its weight in satisfaction; how Kano's pairs fall.
const ATTRIBUTES = [
  { id: "app", dimension: "ordering", title: text("Ordering app", "下单应用"), importance: -0.4, expectation: 0.1, quality: 0.7, kano: "O" },
  { id: "range", dimension: "ordering", title: text("Range of goods", "商品种类"), importance: 0.1, expectation: 0.2, quality: 0.3, kano: "O" },
  { id: "price", dimension: "ordering", title: text("Prices", "价格"), importance: 0.5, expectation: -0.2, quality: -0.6, kano: "O" },
  { id: "punctual", dimension: "delivery", title: text("Delivery on time", "准时送达"), importance: 0.8, expectation: 0.5, quality: -0.5, kano: "M" },
  { id: "fresh", dimension: "delivery", title: text("Freshness on arrival", "送达时的新鲜程度"), importance: 0.9, expectation: 0.4, quality: 0.4, kano: "M" },
  { id: "packing", dimension: "delivery", title: text("Packaging", "包装"), importance: -0.8, expectation: -0.3, quality: 0.6, kano: "I" },
  { id: "help", dimension: "service", title: text("Help when something goes wrong", "出问题时的帮助"), importance: 0.3, expectation: 0, quality: -0.9, kano: "O" },
  { id: "refund", dimension: "service", title: text("Refunds without questions", "无理由退款"), importance: -0.3, expectation: -0.4, quality: 0.1, kano: "A" },
];
const DIMENSIONS = [
  { id: "ordering", title: text("Ordering", "下单") },
  { id: "delivery", title: text("Delivery", "送货") },
  { id: "service", title: text("Service", "服务") },
];
const KANO = { M: [[2, 5], [3, 5], [4, 5]], O: [[1, 5]], A: [[1, 4], [1, 3], [1, 2]], I: [[2, 3], [3, 3], [3, 4], [4, 4]], R: [[5, 2], [4, 1]], Q: [[1, 1], [5, 5]] };

const ids = ATTRIBUTES.map(({ id }) => id);
const about = (measure) => ids.map((id) => `${measure}.${id}`);
const rating = (id, scale, title, more = {}) => ({ id, kind: "rating", scale, title, ...more });
const matrix = (id, measure, scale, title) => ({ id, kind: "matrix", measure, scale, attributes: ids, title });
const choice = (id, title, options) => ({ id, kind: "choice", segment: true, title, options: options.map(([value, title]) => ({ value, title })) });

const survey = {
  id: "groceries",
  version: 1,
  title: text("Grocery delivery", "生鲜配送"),
  intro: text("An invented shop asks those who had groceries delivered.", "一家虚构的商店向收到配送的顾客提问。"),
  languages: ["en", "zh-CN"],
  scales: { quality5: { min: 1, max: 5, look: "dots", labels: { low: text("poor", "差"), high: text("excellent", "优秀") } } },
  dimensions: DIMENSIONS,
  attributes: ATTRIBUTES.map(({ id, dimension, title }) => ({ id, dimension, title })),
  outcome: "overall",
  weights: { source: "ahp" },
  model: {
    blocks: {
      expectation: about("expected").filter((_, at) => at % 2 === 0),
      quality: about("found").filter((key) => key !== "found.price"),
      value: ["value", "found.price"],
      satisfaction: ["overall", "ces"],
      complaints: ["complaints"],
      loyalty: ["nps", "again"],
    },
    paths: [
      ["expectation", "quality"], ["expectation", "value"], ["quality", "value"], ["quality", "satisfaction"], ["value", "satisfaction"],
      ["satisfaction", "complaints"], ["satisfaction", "loyalty"], ["complaints", "loyalty"],
    ],
  },
  pages: [
    {
      questions: [
        choice("area", text("Where do you live?", "您住在哪里？"), [["city", text("City", "市区")], ["suburb", text("Suburb", "近郊")], ["country", text("Country", "乡村")]]),
        choice("since", text("How long have you been a customer?", "您成为顾客多久了？"), [["new", text("Less than a year", "不到一年")], ["old", text("Longer", "更久")]]),
      ],
    },
    {
      questions: [
        matrix("expected", "expectation", "quality5", text("What did you expect of …", "您原先的期望如何？")),
        matrix("found", "perception", "quality5", text("And how was it?", "实际感受如何？")),
        matrix("matters", "importance", "importance5", text("How important is it to you?", "对您有多重要？")),
      ],
    },
    {
      questions: [
        rating("value", "quality5", text("What you get for your money is …", "物有所值的程度"), { measure: "perception" }),
        rating("overall", "satisfaction5", text("How satisfied are you with the delivery as a whole?", "总体上您对配送有多满意？"), { measure: "overall" }),
        { id: "ces", kind: "ces", title: text("It was easy to get what I ordered.", "我很容易就买到了想要的东西。") },
        { id: "complaints", kind: "number", min: 0, max: 6, step: 1, title: text("How often did you complain last year?", "去年您投诉过几次？") },
        rating("again", "quality5", text("My wish to order again is …", "我再次下单的意愿"), { measure: "perception" }),
        { id: "nps", kind: "nps", title: text("Would you recommend us?", "您会推荐我们吗？") },
      ],
    },
    {
      questions: [
        { id: "kano", kind: "kano", attributes: ids, title: text("If it were there, and if it were not …", "如果具备，如果不具备……") },
        { id: "compare", kind: "pairwise", of: "dimensions", title: text("Which counts more?", "哪一项更重要？") },
      ],
    },
  ],
};

// SplitMix64 (Steele, Lea & Flood 2014), so that a run on any machine writes the same file.
let state = 20261125n;
function uniform() {
  state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn;
  let z = state;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn;
  return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
}
/** Near enough to normal: no logarithm, whose last digit may differ from engine to engine. */
const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, part) => sum + part, -6);
const pick = (list) => list[Math.floor(uniform() * list.length)];
const level = (value, low, high) => Math.min(high, Math.max(low, Math.round(value)));

function respondent(number) {
  const area = pick(["city", "city", "city", "suburb", "suburb", "country"]);
  const since = uniform() < 0.4 ? "new" : "old";
  const place = { city: 0.25, suburb: 0, country: -0.7 }[area];
  const expectation = normal();
  const quality = 0.45 * expectation + 0.8 * normal() + place;
  const value = 0.1 * expectation + 0.55 * quality + 0.7 * normal();
  const satisfaction = 0.65 * quality + 0.3 * value + 0.5 * normal() + (since === "old" ? 0.1 : 0);
  const complaints = -0.6 * satisfaction + 0.8 * normal();
  const loyalty = 0.6 * satisfaction - 0.25 * complaints + 0.6 * normal();
  const answers = { area, since };
  for (const { id, ...like } of ATTRIBUTES) {
    answers[`expected.${id}`] = level(3.9 + like.expectation + 0.5 * expectation + 0.6 * normal(), 1, 5);
    answers[`found.${id}`] = level(3.6 + like.quality + 0.6 * (id === "price" ? value : quality) + 0.7 * normal(), 1, 5);
    answers[`matters.${id}`] = level(3.7 + like.importance + 0.7 * normal(), 1, 5);
  }
  answers.value = level(3.3 + 0.8 * value + 0.5 * normal(), 1, 5);
  answers.overall = level(3.6 + 0.8 * satisfaction + 0.4 * normal(), 1, 5);
  answers.ces = level(4.9 + satisfaction + 0.9 * normal(), 1, 7);
  answers.complaints = level(0.7 + complaints + 0.4 * normal(), 0, 6);
  answers.again = level(3.5 + 0.8 * loyalty + 0.5 * normal(), 1, 5);
  answers.nps = level(7.3 + 1.9 * loyalty + 0.9 * normal(), 0, 10);
  for (const { id, kano } of ATTRIBUTES) {
    const category = uniform() < 0.5 ? kano : pick(["M", "O", "O", "A", "A", "I", "I", "I", "R", "Q"]);
    [answers[`kano.${id}.functional`], answers[`kano.${id}.dysfunctional`]] = pick(KANO[category]);
  }
  for (const [pair, lead] of [["ordering:delivery", -2.2], ["ordering:service", 1.4], ["delivery:service", 1.2]]) {
    answers[`compare.${pair}`] = level(lead + 1.6 * normal(), -8, 8);
  }
  // Nobody answers everything.
  for (const key of Object.keys(answers).slice(2)) if (uniform() < 0.03) answers[key] = "";
  return { id: `r${number}`, ...answers };
}

const rows = Array.from({ length: RESPONDENTS }, (_, at) => respondent(at + 1));
const head = Object.keys(rows[0]);
const csv = [head, ...rows.map((row) => head.map((key) => row[key]))].map((cells) => cells.join(",")).join("\n");
writeFileSync(join(root, "www/samples/groceries.json"), `${JSON.stringify(survey, null, 1)}\n`);
writeFileSync(join(root, "www/samples/groceries.csv"), `${csv}\n`);
