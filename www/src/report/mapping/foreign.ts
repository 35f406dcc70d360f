import * as wasm from "../../../wasm/full/manyi.js";
import { full } from "../../load.js";

// What guesses about foreign files; it lives in the functions' wasm file, which a report loads only for such a file.
export const guessColumns = full.guarded(wasm.guessColumns);
export const proposeSurvey = full.guarded(wasm.proposeSurvey);
