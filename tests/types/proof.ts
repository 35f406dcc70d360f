// Compiled, never run: the package is what the contract says, function by function, class by class.
import * as manyi from "../../dist/src/index.js";

type Contract = typeof import("./contract/api.js");
export const proof: Omit<Contract, "ManyiError"> = manyi;
// Who catches an error reads it; only we make one.
export const caught = (error: manyi.ManyiError): InstanceType<Contract["ManyiError"]> => error;

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
