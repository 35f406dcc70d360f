import type { SurveyDefinition } from "../definition.js";
import { ManyiError } from "../error.js";
import { loadLater } from "../load-report.js";
import { beyond, reported } from "../reported.js";
import type { AnalyseOptions, Changes, Detail, Supposed } from "../results.js";
import type { Tally } from "../tally.js";
import type { Reading } from "./source.js";
import { ReportHandle, TallyHandle } from "./wasm.js";

/** A report and the pictures of it, whichever wasm file it lives in. */
export type Findings = ReportHandle;

/** What pictures can be drawn from. */
export type Drawable = Pick<ReportHandle, "draw" | "svg" | "chartHeight">;

/** The answers of one survey, counted, and what can be asked of them. */
export interface Analysis {
  readonly survey: SurveyDefinition;
  readonly reading: Reading;
  /** The report under these choices, for whoever asks to free; see {@link reportOf}. */
  report(options: AnalyseOptions): Findings;
  /** Loads what some reports take, and what looking closer and exports take. */
  later(): Promise<void>;
  /** One attribute of it, looked at closely. */
  detail(attribute: string, options: AnalyseOptions): Detail;
  /** What is asked more rarely. */
  beyond(): Promise<Beyond>;
  /** The tally as it may leave the page, as JSON or CSV text: segments under the minimum cell are not in it. */
  tally(format: "json" | "csv", minimumCell: number | null): Promise<string>;
  /** Gives the memory back; nothing can be asked afterwards. What was lent stays with its owner. */
  free(): void;
}

/** The report under these choices; a promise of it where it takes what is not loaded yet. */
export function reportOf(analysis: Pick<Analysis, "report" | "later">, options: AnalyseOptions): Findings | Promise<Findings> {
  try {
    return analysis.report(options);
  } catch (error) {
    if (!(error instanceof ManyiError && error.code === "later")) throw error;
    return analysis.later().then(() => analysis.report(options));
  }
}

/** What a tally is asked beyond its report. */
export interface Beyond {
  suppose(changes: Record<string, number>, options: AnalyseOptions): Supposed;
  changes(then: Beyond, options: AnalyseOptions): Changes;
}

/** Answers that were counted here. */
export function counted(survey: SurveyDefinition, tally: TallyHandle, reading: Reading): Analysis {
  return {
    survey,
    reading,
    report: (options) => new ReportHandle(survey, tally, options),
    later: loadLater,
    detail: (attribute, options) => tally.detail(attribute, options),
    beyond: async () => {
      await loadLater();
      return tally as Beyond;
    },
    tally: async (...asked) => (await import("./released.js")).ofWords(survey, tally.toWords(), ...asked),
    free: () => tally.close(),
  };
}

/** A tally that code made: it lives in the functions' wasm file, which makes its report. */
export function lent(survey: SurveyDefinition, tally: Tally, reading: Reading): Analysis {
  if (typeof tally[reported] !== "function") throw new ManyiError("wrong-type", "tally: expected a Tally, as new Tally(survey) makes one", "tally");
  let carried: TallyHandle | undefined;
  return {
    survey,
    reading,
    report: (options) => tally[reported](survey, options),
    later: async () => undefined,
    detail: (attribute, options) => tally[beyond]().detail(attribute, options),
    // Of two tallies, one may have been counted here: they are compared in the report's own file.
    beyond: async () => {
      await loadLater();
      return (carried ??= TallyHandle.fromWords(survey, tally[beyond]().toWords())) as Beyond;
    },
    tally: async (...asked) => (await import("./released.js")).of(tally, ...asked),
    free: () => carried?.close(),
  };
}
