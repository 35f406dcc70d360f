// Data for every kind of chart, as measures and a report give it; the names in it are short, so that whatever is too long on a picture is ours.

/** By kind of chart. */
export function chartData(manyi) {
  const report = everything(manyi);
  const kano = { attributes: report.kano };
  return {
    quadrants: report.quadrants, index: report.index, nps: report.nps, csat: report.csat, ces: report.ces, gaps: report.gaps, drivers: report.drivers,
    segments: { segments: report.segments, index: report.index.index }, kano, "kano-classes": kano, weights: report.weights, retention: { ...manyi.retention({ level: 4 }), level: 4 },
    "path-model": report.pathModel,
    loyalty: manyi.loyaltyIndex({ factors: [{ id: "again", value: 3, max: 4, weight: 1 }] }), tiers: manyi.tiers({ customers: [{ id: "a", value: 3 }, { id: "b", value: 1 }] }),
  };
}

/** A report with every part, of answers that differ from row to row. */
function everything(manyi) {
  const attributes = ["price", "speed", "staff"];
  const matrix = (id, measure, scale) => ({ id, kind: "matrix", measure, scale, title: id, attributes });
  const survey = manyi.checkSurvey({
    id: "parts", version: 1, title: "Parts", outcome: "overall", weights: { source: "stated" },
    attributes: attributes.map((id) => ({ id, title: id })),
    model: { blocks: { Quality: ["sat.price", "sat.speed"], Satisfaction: ["overall"], Loyalty: ["nps"] }, paths: [["Quality", "Satisfaction"], ["Satisfaction", "Loyalty"]] },
    pages: [{ questions: [
      matrix("sat", "satisfaction", "satisfaction5"), matrix("imp", "importance", "importance5"), matrix("exp", "expectation", "agree7"), matrix("per", "perception", "agree7"),
      { id: "kano", kind: "kano", attributes, title: "Kano" }, { id: "overall", kind: "rating", scale: "satisfaction5", measure: "overall", title: "Overall" },
      { id: "nps", kind: "nps", title: "Recommend" }, { id: "ces", kind: "ces", title: "Ease" },
      { id: "region", kind: "choice", segment: true, title: "Region", options: [{ value: "north", title: "North" }, { value: "south", title: "South" }] },
    ] }],
  });
  const level = (row, at, levels) => 1 + ((row * (at + 3) + at * at + (row % 7)) % levels);
  const answers = (row) => ({
    ...Object.fromEntries(attributes.flatMap((id, at) => [
      [`sat.${id}`, level(row, at, 5)], [`imp.${id}`, level(row, at + 1, 4) + (at === 0 ? 1 : 0)], [`exp.${id}`, level(row, at + 2, 7)], [`per.${id}`, level(row, at + 4, 7)],
      [`kano.${id}.functional`, 1 + (row % 3)], [`kano.${id}.dysfunctional`, 3 + ((row + at) % 3)],
    ])),
    overall: level(row, 0, 5), nps: level(row, 1, 11) - 1, ces: level(row, 2, 7), region: row % 2 ? "north" : "south",
  });
  const tally = new manyi.Tally(survey);
  tally.add(Array.from({ length: 42 }, (_, row) => ({ id: `r${row}`, survey: "parts", surveyVersion: 1, startedAt: "2026-01-01T00:00:00Z", submittedAt: "2026-01-01T00:01:00Z", answers: answers(row) })));
  const report = manyi.analyse(survey, tally);
  tally.free();
  return report;
}
