import * as wasm from "../../wasm/full/manyi.js";
import type { SurveyDefinition } from "../definition.js";
import { full, init } from "../load.js";
import type { Tally } from "../tally.js";

type Format = "json" | "csv";

const TallyHandle = full.guardedClass(wasm.TallyHandle);

/** What may leave the page of a tally that code made. */
export function of(tally: Tally, format: Format, minimumCell: number | null): string {
  const released = tally.released(minimumCell ?? undefined);
  const text = format === "json" ? JSON.stringify(released) : released.toCSV();
  released.free();
  return text;
}

/** The same of one that was counted here: it is taken over by the functions' wasm file, which is loaded for it. */
export async function ofWords(survey: SurveyDefinition, words: BigUint64Array, format: Format, minimumCell: number | null): Promise<string> {
  await init();
  const tally = TallyHandle.fromWords(survey, words);
  const released = tally.released(minimumCell ?? undefined);
  tally.close();
  const text = format === "json" ? JSON.stringify(released.toJSON()) : released.toCSV();
  released.close();
  return text;
}
