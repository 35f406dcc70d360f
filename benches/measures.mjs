// How long the heavy measures take in Chromium, from a correlation matrix or a tally: `node benches/measures.mjs` after `npm test` or `npm start`.
import { readFileSync } from "node:fs";
import { open } from "../tests/browser/harness.mjs";

// 24 items, seven constructs.
const mobile = JSON.parse(readFileSync("tests/golden/path_model_schemes.json", "utf8")).cases[0].input;

const site = await open();
try {
  const page = await site.page("/pages/functions.html");
  const rows = await page.evaluate(async (mobile) => {
    const { init, drivers, pathModel, analyse, checkSurvey, Tally } = globalThis.manyi;
    await init();
    const RUNS = 9;
    const timed = (name, work) => {
      const times = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      }).sort((a, b) => a - b);
      const shown = (time) => `${time.toFixed(1)} ms`;
      return { name, median: shown(times[RUNS >> 1]), least: shown(times[0]), most: shown(times[RUNS - 1]) };
    };

    const matrix = (size) => Array.from({ length: size + 1 }, (_, i) => Array.from({ length: size + 1 }, (_, j) => (i === j ? 1 : 0.3 + 0.02 * ((7 * (i + j)) % 5))));
    const lmg = (size) => {
      const correlation = matrix(size);
      const ids = correlation.map((_, at) => `x${at}`);
      return () => drivers({ correlation, ids, outcome: ids.at(-1), n: 1000, method: "lmg" });
    };

    // Answers that hang together, always the same ones.
    let state = 1;
    const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const reports = (attributes, segments = 0) => {
      const ids = Array.from({ length: attributes }, (_, at) => `a${at}`);
      const regions = Array.from({ length: segments }, (_, at) => ({ value: `r${at}`, title: `R${at}` }));
      const survey = checkSurvey({
        id: "s", version: 1, title: "T", outcome: "all", attributes: ids.map((id) => ({ id, title: id })),
        pages: [{ questions: [
          ...(segments > 0 ? [{ id: "region", kind: "choice", segment: true, title: "?", options: regions }] : []),
          { id: "all", kind: "rating", measure: "overall", scale: "number10", title: "?" },
          { id: "sat", kind: "matrix", measure: "satisfaction", scale: "number10", title: "?", attributes: ids },
        ] }],
      });
      const tally = new Tally(survey);
      const level = (mood) => Math.max(1, Math.min(10, Math.round(5.5 + 3 * mood + 4 * (chance() - 0.5))));
      tally.add(Array.from({ length: 1000 }, (_, at) => {
        const mood = 2 * chance() - 1;
        const region = segments > 0 ? [["region", `r${at % segments}`]] : [];
        const answers = Object.fromEntries([...region, ["all", level(mood)], ...ids.map((id) => [`sat.${id}`, level(mood)])]);
        return { id: String(at), survey: "s", surveyVersion: 1, startedAt: "", submittedAt: "", answers };
      }));
      return (importance) => () => analyse(survey, tally, { importance });
    };
    const [twenty, forty, divided] = [reports(20), reports(40), reports(40, 8)];
    return [
      timed("lmg of 20 attributes", lmg(20)),
      timed("lmg of 24 attributes", lmg(24)),
      timed("path model of 24 items", () => pathModel(mobile)),
      timed("report of 20 attributes with certainty, importance by pearson", twenty("pearson")),
      timed("report of 20 attributes with certainty, importance by johnson", twenty("johnson")),
      timed("report of 40 attributes with certainty, importance by pearson", forty("pearson")),
      timed("report of 40 attributes and 8 segments with certainty, importance by pearson", divided("pearson")),
    ];
  }, mobile);
  console.table(rows);
} finally {
  await site.close();
}
