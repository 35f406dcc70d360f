import type { SurveyDefinition } from "../definition.js";
import { reported } from "../reported.js";
import type { AnalyseOptions } from "../results.js";
import type { Tally } from "../tally.js";
import type { Reading } from "./source.js";
import { ReportHandle, type TallyHandle } from "./wasm.js";

/** A report and the pictures of it, whichever wasm file it lives in. */
export type Findings = ReportHandle;

/** The answers of one survey, counted, and what can be asked of them. */
export interface Analysis {
  readonly survey: SurveyDefinition;
  readonly reading: Reading;
  /** The report under these choices, for whoever asks to free. */
  report(options: AnalyseOptions): Findings;
  /** Gives the memory back; nothing can be asked afterwards. What was lent stays with its owner. */
  free(): void;
}

/** Answers that were counted here. */
export function counted(survey: SurveyDefinition, tally: TallyHandle, reading: Reading): Analysis {
  return { survey, reading, report: (options) => new ReportHandle(survey, tally, options), free: () => tally.close() };
}

/** A tally that code made: it lives in the functions' wasm file, which makes its report. */
export function lent(survey: SurveyDefinition, tally: Tally, reading: Reading): Analysis {
  return { survey, reading, report: (options) => tally[reported](survey, options), free: () => undefined };
}
