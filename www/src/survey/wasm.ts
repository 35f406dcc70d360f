import * as wasm from "../../wasm/form/manyi.js";
import { form } from "../load-form.js";

// The form's wasm, as the element calls it: a panic in it becomes a `ManyiError`.
export const Form = form.guardedClass(wasm.Form);
export type Form = wasm.Form;
export const layout = form.guarded(wasm.layout);
export const paintPlane = form.guarded(wasm.paint_plane);
export const planeAt = form.guarded(wasm.plane_at);
export const planeValues = form.guarded(wasm.plane_values);
export const paintMarks = form.guarded(wasm.paint_marks);
