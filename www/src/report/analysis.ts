import { Tally, analyse } from "../index.js";
import type { SurveyDefinition } from "../definition.js";
import type { AnalyseOptions, Report } from "../results.js";
import type { Reading } from "./source.js";

/** The answers of one survey, counted, and what can be asked of them. It frees the tally unless it was given one. */
export class Analysis {
  readonly survey: SurveyDefinition;
  readonly reading: Reading;
  readonly #tally: Tally;
  readonly #borrowed: boolean;

  constructor(survey: SurveyDefinition, tally: Tally, reading: Reading, borrowed: boolean) {
    this.survey = survey;
    this.#tally = tally;
    this.reading = reading;
    this.#borrowed = borrowed;
  }

  /** The report under these choices. */
  report(options: AnalyseOptions): Report {
    return analyse(this.survey, this.#tally, options);
  }

  /** Gives the memory back; nothing can be asked afterwards. */
  free(): void {
    if (!this.#borrowed) this.#tally.free();
  }
}
