import type { Analysis } from "./analysis.js";
import type { AnalyseOptions, Report } from "../results.js";
import type { Tongue } from "./view/tongue.js";

/** The element, as the parts see it that are loaded on demand. */
export interface Host {
  /** Where it draws. */
  readonly root: ParentNode;
  /** What is open; `null` before anything was read. */
  readonly analysis: Analysis | null;
  /** The report that is shown. */
  readonly report: Report | null;
  /** What it speaks with; `null` before its words were loaded. */
  readonly tongue: Tongue | null;
  /** What the reader has chosen. */
  options(): AnalyseOptions;
  /** Something to show has changed. */
  changed(): void;
  /** Something went wrong. */
  fail(error: unknown): void;
}
