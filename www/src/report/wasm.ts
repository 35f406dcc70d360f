import * as wasm from "../../wasm/report/manyi.js";
import { report } from "../load-report.js";

// The report's wasm, as the elements call it: a panic in it becomes a `ManyiError`.
export const TallyHandle = report.guardedClass(wasm.TallyHandle);
export type TallyHandle = wasm.TallyHandle;
export const ReportHandle = report.guardedClass(wasm.ReportHandle);
export type ReportHandle = wasm.ReportHandle;
export type About = wasm.About;
export type Mark = wasm.PictureMark;
export type Marks = wasm.Marks;
export type Shift = wasm.Shift;
