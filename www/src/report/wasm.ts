import * as wasm from "../../wasm/report/manyi.js";
import { report } from "../load-report.js";

// The report's wasm, as the elements call it: a panic in it becomes a `ManyiError`.
export const TallyHandle = report.guardedClass(wasm.TallyHandle);
export type TallyHandle = wasm.TallyHandle;
export const analyse = report.guarded(wasm.analyse);
export const draw = report.guarded(wasm.draw);
export const svg = report.guarded(wasm.svg);
export const describe = report.guarded(wasm.describe);
export const chartHeight = report.guarded(wasm.chartHeight);
