// The same ten questions for both.
const LEVELS = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"];
const ITEMS = { quality: "Quality", price: "Price", delivery: "Waiting time", support: "Friendliness" };
const TIMES = { morning: "In the morning", noon: "At noon", evening: "In the evening" };
const REASONS = { coffee: "For the coffee", work: "To work", friends: "To meet friends" };
const titles = {
  satisfaction: "How satisfied are you with …", table: "How was the table by the window?", coffee: "How was the coffee?", mood: "How did you feel when you left?",
  nps: "How likely are you to recommend us to a friend?", ease: "How easy was it to order?", visit: "When do you usually come?", reasons: "Why do you come?",
  spent: "How much did you spend?", words: "Is there anything else?",
};
const title = "A café asks its guests";

const options = (choices) => Object.entries(choices).map(([value, title]) => ({ value, title }));

/** As `<manyi-survey>` takes them. */
export const MANYI = {
  id: "ten", version: 1, title,
  scales: { levels: { min: 1, max: 5, look: "dots", labels: LEVELS }, dots: { min: 1, max: 5, look: "dots" } },
  attributes: Object.entries(ITEMS).map(([id, title]) => ({ id, title })),
  pages: [{ questions: [
    { id: "satisfaction", kind: "matrix", measure: "satisfaction", scale: "levels", attributes: Object.keys(ITEMS), title: titles.satisfaction },
    { id: "table", kind: "rating", scale: "dots", title: titles.table },
    { id: "coffee", kind: "rating", scale: "stars5", title: titles.coffee },
    { id: "mood", kind: "rating", scale: "faces5", title: titles.mood },
    { id: "nps", kind: "nps", title: titles.nps },
    { id: "ease", kind: "ces", title: titles.ease },
    { id: "visit", kind: "choice", options: options(TIMES), title: titles.visit },
    { id: "reasons", kind: "choice", multiple: true, other: true, options: options(REASONS), title: titles.reasons },
    { id: "spent", kind: "number", min: 0, max: 500, title: titles.spent },
    { id: "words", kind: "text", rows: 3, title: titles.words },
  ] }],
};

const choices = (of) => Object.entries(of).map(([value, text]) => ({ value, text }));
const rating = (name, more) => ({ type: "rating", displayMode: "buttons", name, title: titles[name], ...more });

/** As SurveyJS takes them. */
export const SURVEYJS = {
  title,
  pages: [{ name: "only", elements: [
    { type: "matrix", name: "satisfaction", title: titles.satisfaction, columns: LEVELS.map((text, index) => ({ value: index + 1, text })), rows: choices(ITEMS) },
    rating("table", { rateMin: 1, rateMax: 5 }),
    rating("coffee", { rateMin: 1, rateMax: 5, rateType: "stars" }),
    rating("mood", { rateMin: 1, rateMax: 5, rateType: "smileys" }),
    rating("nps", { rateMin: 0, rateMax: 10, minRateDescription: "not at all likely", maxRateDescription: "extremely likely" }),
    rating("ease", { rateMin: 1, rateMax: 7, minRateDescription: "very difficult", maxRateDescription: "very easy" }),
    { type: "radiogroup", name: "visit", title: titles.visit, choices: choices(TIMES) },
    { type: "checkbox", name: "reasons", title: titles.reasons, choices: choices(REASONS), showOtherItem: true },
    { type: "text", inputType: "number", min: 0, max: 500, name: "spent", title: titles.spent },
    { type: "comment", rows: 3, name: "words", title: titles.words },
  ] }],
};
