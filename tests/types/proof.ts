// Compiled, never run: the package is what the contract says, function by function, class by class.
import * as manyi from "../../dist/src/index.js";

type Contract = typeof import("./contract/api.js");
export const proof: Omit<Contract, "ManyiError" | "Tally" | "analyse"> = manyi;
// A tally is ours or none: another object of its shape holds no counts. So these two are compared with our own class in its place.
export const tally: new (survey: ConstructorParameters<Contract["Tally"]>[0]) => InstanceType<Contract["Tally"]> = manyi.Tally;
export const fromJSON: (...args: Parameters<Contract["Tally"]["fromJSON"]>) => InstanceType<Contract["Tally"]> = manyi.Tally.fromJSON;
export const analyse: (
  survey: Parameters<Contract["analyse"]>[0], tally: manyi.Tally, options?: Parameters<Contract["analyse"]>[2],
) => ReturnType<Contract["analyse"]> = manyi.analyse;
// Who catches an error reads it; only we make one.
export const caught = (error: manyi.ManyiError): InstanceType<Contract["ManyiError"]> => error;

// Results are drawn as they are; parts of a report, too.
export const drawn = (report: manyi.Report): Partial<manyi.ChartData> => ({
  quadrants: manyi.quadrants({ points: [] }), index: manyi.satisfactionIndex({ factors: [] }), nps: manyi.nps({ counts: [] }), gaps: manyi.gap({ items: [] }),
  drivers: manyi.drivers({ outcome: [], attributes: {} }), kano: { attributes: [{ id: "speed", ...manyi.kano({ pairs: [] }) }] }, tiers: manyi.tiers({ customers: [] }),
  retention: { ...manyi.retention({ level: 4 }), level: 4 }, csat: manyi.csat({ counts: [] }), ces: manyi.ces({ counts: [] }), loyalty: manyi.loyaltyIndex({ factors: [] }),
  segments: { segments: report.segments, index: report.index?.index ?? null },
  ...(report.weights && { weights: report.weights }), ...(report.pathModel && { "path-model": report.pathModel }), ...(report.kano && { "kano-classes": { attributes: report.kano } }),
});
// @ts-expect-error a score of another chart
export const otherData: manyi.ChartData["nps"] = manyi.csat({ counts: [] });

// And the types do stop what is wrong.
export const wrong = () => [
  // @ts-expect-error a matrix is numbers
  manyi.ahp({ matrix: [["1"]] }),
  // @ts-expect-error there is no such crosshair
  manyi.quadrants({ points: [], crosshair: "middle" }),
  // @ts-expect-error counts are wanted
  manyi.nps({}),
  // @ts-expect-error a share may be null, and must be looked at first
  manyi.proportion({ count: 1, total: 2 }).share.toFixed(1),
];
