// One question of every kind and every look, in words that need no fonts but the plainest; and a page with some of them.

const ITEMS = ["price", "speed", "care"];
const OPTIONS = [{ value: "a", title: "Apple" }, { value: "b", title: "Pear" }, { value: "c", title: "Plum" }];

/** By name: what is asked. */
export const QUESTIONS = {
  matrix: { kind: "matrix", measure: "satisfaction", scale: "satisfaction5", attributes: ITEMS },
  dots: { kind: "rating", scale: "agree7" },
  stars: { kind: "rating", scale: "stars5" },
  faces: { kind: "rating", scale: "faces5" },
  numbers: { kind: "rating", scale: "number10" },
  slider: { kind: "rating", scale: "percent" },
  nps: { kind: "nps" },
  ces: { kind: "ces" },
  quadrant: { kind: "quadrant", attributes: ITEMS },
  pairwise: { kind: "pairwise", of: "attributes" },
  kano: { kind: "kano", attributes: ["speed"] },
  allocation: { kind: "allocation", options: OPTIONS, total: 10 },
  ranking: { kind: "ranking", options: OPTIONS },
  choice: { kind: "choice", options: OPTIONS },
  multiple: { kind: "choice", options: OPTIONS, multiple: true, other: true },
  number: { kind: "number", min: 0, max: 120, unit: "years" },
  text: { kind: "text", rows: 3, maxLength: 200 },
};

export const NAMES = Object.keys(QUESTIONS);

let surveys = 0;

/** A survey of the named questions on one page, of which nobody has a draft; each question has its name for id and title, and `more` on top. */
export function surveyOf(names, more = {}, page = {}) {
  return {
    id: `every-kind-${++surveys}`, version: 1, title: "Every kind",
    attributes: [{ id: "price", title: "Price" }, { id: "speed", title: "Speed" }, { id: "care", title: "Care" }],
    pages: [{ ...page, questions: names.map((name) => ({ id: name, title: `The ${name}`, ...QUESTIONS[name], ...more })) }],
  };
}

/** An answer to each. */
export const ANSWERS = {
  matrix: { "matrix.price": 2, "matrix.speed": 4, "matrix.care": 5 }, dots: { dots: 3 }, stars: { stars: 4 }, faces: { faces: 2 }, numbers: { numbers: 7 }, slider: { slider: 80 },
  nps: { nps: 9 }, ces: { ces: 6 }, quadrant: { "quadrant.price.x": 20, "quadrant.price.y": 90, "quadrant.speed.x": 75, "quadrant.speed.y": 60 },
  pairwise: { "pairwise.price:speed": 3, "pairwise.price:care": -2, "pairwise.speed:care": 5 }, kano: { "kano.speed.functional": 1, "kano.speed.dysfunctional": 5 },
  allocation: { "allocation.a": 5, "allocation.b": 3, "allocation.c": 2 }, ranking: { "ranking.a": 2, "ranking.b": 1, "ranking.c": 3 },
  choice: { choice: "b" }, multiple: { multiple: ["a", "something else"] }, number: { number: 42 }, text: { text: "Two lines\nof words" },
};

/**
 * Replaces what the demo page has by a form of the named questions, ready and painted. With `answered`, the draft that it takes up answers
 * each of them; `set` are properties of the element.
 */
export async function formOf(page, names, { more, answered = false, set = {} } = {}) {
  const answers = answered ? Object.assign({}, ...names.map((name) => ANSWERS[name])) : null;
  await page.evaluate(async ({ definition, answers, set }) => {
    if (answers) {
      // As the form itself writes down what may not be in the database yet.
      const draft = { id: "00000000-0000-4000-8000-000000000000", startedAt: new Date().toISOString(), page: 0, answers };
      sessionStorage.setItem(`manyi-ahead ${definition.id}`, JSON.stringify({ draft, keys: Object.keys(answers) }));
    }
    const element = Object.assign(document.createElement("manyi-survey"), { definition }, set);
    const ready = new Promise((resolve) => element.addEventListener("manyi-ready", resolve));
    document.querySelector("main").replaceChildren(element);
    await ready;
  }, { definition: surveyOf(names, more), answers, set });
  await painted(page);
}

/** Waits until every kind that comes late has come, and every scale is painted and at rest. */
export async function painted(page) {
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("manyi-survey");
    return [...shadowRoot.querySelectorAll(".question")].every((one) => one.querySelector("input, textarea, button")) && [...shadowRoot.querySelectorAll(".marks canvas")].every((canvas) => canvas.width !== 300 || canvas.height !== 150);
  });
  await page.waitForTimeout(250);
}
