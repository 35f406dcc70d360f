import * as wasm from "../../../wasm/full/manyi.js";
import type { SurveyDefinition } from "../../definition.js";
import { full, init } from "../../load.js";
import type { Beyond } from "../analysis.js";
import type { TallyHandle } from "../wasm.js";

const Handle = full.guardedClass(wasm.TallyHandle);

/** The counts of the report's wasm file, taken over into that of the functions, which knows more to say of them. */
export async function carried(survey: SurveyDefinition, tally: TallyHandle): Promise<Beyond & { close(): void }> {
  await init();
  return Handle.fromWords(survey, tally.toWords()) as Beyond & { close(): void };
}
