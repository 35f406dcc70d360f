import { __wbg_set_wasm as bind, imports } from "../wasm/form/manyi.js";
import { Loader } from "./loader.js";

/** The loader of the respondent's wasm: the survey and its form, and nothing more. */
export const form = new Loader(imports, bind, () => new URL("../wasm/form/manyi_bg.wasm", import.meta.url));

/** Loads the form's wasm once; a failed load can be retried. */
export function loadForm(): Promise<void> {
  return form.load();
}
