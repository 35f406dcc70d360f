import { ManyiError } from "../error.js";
import { loadReport } from "../load-report.js";
import { type Analysis, type Findings, reportOf } from "./analysis.js";
import type { SurveyDefinition } from "../definition.js";
import type { AnalyseOptions, Report } from "../results.js";
import { fetchedJson } from "../fetched-json.js";
import { type Progress, type Source, count } from "./source.js";
import { whenKept } from "./watch.js";

/** A survey's definition: itself, or the address of its JSON. */
export type Definition = { readonly url: string } | { readonly definition: SurveyDefinition };

/** Who wants to know how it goes. */
export interface Listener {
  /** Something to show has changed. */
  changed(): void;
  /** A report was made. */
  analysed(analysis: Analysis, report: Report): void;
  /** Something went wrong; what was there before is still there. */
  failed(error: ManyiError): void;
}

/** How far reading has come. */
export interface Reached {
  readonly name: string;
  readonly bytes: number;
  readonly share: number | null;
}

/** What one element has open: the answers it counted last, the report under the latest choices, and what went wrong. */
export class Session {
  readonly #listener: Listener;
  #analysis: Analysis | null = null;
  #findings: Findings | null = null;
  #report: Report | null = null;
  #error: ManyiError | null = null;
  #progress: Reached | null = null;
  #opening: AbortController | null = null;
  #watching: AbortController | null = null;
  /** The choices of the report, and those that were made last: what they take may still be loading. */
  #asked = "";
  #wanted = "";

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  get analysis(): Analysis | null {
    return this.#analysis;
  }

  /** The report, as pictures are drawn from it. */
  get findings(): Findings | null {
    return this.#findings;
  }

  get report(): Report | null {
    return this.#report;
  }

  get error(): ManyiError | null {
    return this.#error;
  }

  /** Whether answers are being read. */
  get busy(): boolean {
    return this.#opening !== null;
  }

  /** How far reading has come; `null` before it is worth telling. */
  get progress(): Reached | null {
    return this.#progress;
  }

  /**
   * Reads a definition and counts the answers of a source, in place of what was open; `options` are asked for when the counting is done.
   * A report that cannot be made of the new answers leaves the old ones in place.
   */
  async open(from: Definition, source: Source, options: (analysis: Analysis) => Promise<AnalyseOptions>): Promise<void> {
    this.#opening?.abort();
    const opening = new AbortController();
    this.#opening = opening;
    this.#listener.changed();
    try {
      const analysis = await opened(from, source, opening.signal, (name, bytes, share) => {
        this.#progress = { name, bytes, share };
        this.#listener.changed();
      });
      await this.#take(analysis, options, opening.signal);
      this.#watching?.abort();
      if (source.kind === "store") {
        this.#watching = new AbortController();
        whenKept(analysis.survey.id, () => void this.open(from, source, options), this.#watching.signal);
      }
    } catch (error) {
      if (!opening.signal.aborted) this.fail(error);
    } finally {
      if (this.#opening === opening) {
        this.#opening = null;
        this.#progress = null;
        this.#listener.changed();
      }
    }
  }

  /** Makes the report under these choices, unless it is there already; `taken` is called when it is there, before anybody hears of it. */
  analyse(options: AnalyseOptions, taken: () => void = () => undefined): void {
    const analysis = this.#analysis;
    if (!analysis) return;
    const asked = JSON.stringify(options);
    if (asked === this.#asked) return taken();
    // Of two choices, the later one counts, whichever report is made first.
    this.#wanted = asked;
    const made = (findings: Findings) => {
      if (this.#analysis !== analysis || this.#wanted !== asked) return findings.free();
      taken();
      this.#show(analysis, findings, asked);
    };
    try {
      const findings = reportOf(analysis, options);
      if (findings instanceof Promise) findings.then(made).catch((error: unknown) => this.fail(error));
      else made(findings);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Stops reading; what was there before is still there. */
  cancel(): void {
    this.#opening?.abort();
  }

  /** Says what went wrong. */
  fail(cause: unknown): void {
    const error = cause instanceof ManyiError ? cause : new ManyiError("internal", cause instanceof Error ? cause.message : String(cause), null, { cause });
    this.#error = error;
    this.#listener.changed();
    this.#listener.failed(error);
  }

  /** Stops reading, gives the memory back and forgets everything. */
  close(): void {
    this.#opening?.abort();
    this.#opening = null;
    this.#progress = null;
    this.#watching?.abort();
    this.#findings?.free();
    this.#findings = null;
    this.#analysis?.free();
    this.#analysis = null;
    this.#report = null;
    this.#error = null;
    this.#asked = this.#wanted = "";
  }

  async #take(analysis: Analysis, options: (analysis: Analysis) => Promise<AnalyseOptions>, signal: AbortSignal): Promise<void> {
    try {
      const asked = await options(analysis);
      const findings = await reportOf(analysis, asked);
      if (signal.aborted) findings.free();
      signal.throwIfAborted();
      const before = this.#analysis;
      this.#show(analysis, findings, JSON.stringify(asked));
      before?.free();
    } catch (error) {
      analysis.free();
      throw error;
    }
  }

  #show(analysis: Analysis, findings: Findings, asked: string): void {
    this.#report = findings.written();
    this.#findings?.free();
    this.#findings = findings;
    this.#analysis = analysis;
    this.#asked = this.#wanted = asked;
    this.#error = null;
    this.#listener.changed();
    this.#listener.analysed(analysis, this.#report);
  }
}

async function opened(from: Definition, source: Source, signal: AbortSignal, progress: Progress): Promise<Analysis> {
  const [definition] = await Promise.all(["url" in from ? fetchedJson(from.url, signal) : from.definition, loadReport()]);
  signal.throwIfAborted();
  // Whether it is a definition is told by the tally, which reads all of it.
  return count(definition as SurveyDefinition, source, signal, progress);
}
