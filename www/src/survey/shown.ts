import type { Answer } from "./response.js";

/** What the page shows, as the form tells it (`src/form/view.rs`). */
export interface Shown {
  id: string;
  version: number;
  title: string;
  intro: string | null;
  thanks: string | null;
  page: number;
  place: number;
  pages: number;
  pageTitle: string | null;
  questions: Question[];
  faults: Fault[];
}

export interface Question {
  id: string;
  kind: "matrix" | "rating" | "nps" | "ces" | "quadrant" | "pairwise" | "kano" | "allocation" | "ranking" | "choice" | "number" | "text";
  title: string;
  help: string | null;
  required: boolean;
  measure: string | null;
  scale: Scale | null;
  rows: Row[];
  options: Option[];
  multiple: boolean;
  other: boolean;
  total: number | null;
  min: number | null;
  max: number | null;
  step: number | null;
  unit: string | null;
  lines: number | null;
  maxLength: number | null;
  functional: string | null;
  dysfunctional: string | null;
}

export interface Scale {
  id: string;
  look: "dots" | "stars" | "faces" | "numbers" | "slider";
  min: number;
  step: number;
  count: number;
  labels: string[] | null;
  low: string | null;
  high: string | null;
}

export interface Row {
  key: string;
  title: string;
  part: "x" | "y" | "functional" | "dysfunctional" | null;
  against: string | null;
  value: Answer | null;
}

export interface Option {
  value: string;
  title: string;
}

export interface Fault {
  question: string;
  key: string;
  code: string;
}

/** What the form leaves out of questions that have none of it. */
const NONE = {
  measure: null, scale: null, options: [], multiple: false, other: false, total: null, min: null, max: null, step: null,
  unit: null, lines: null, maxLength: null, functional: null, dysfunctional: null,
};

/** What the form says that the page shows. */
export function shown(json: string): Shown {
  const view = JSON.parse(json) as Shown;
  return { ...view, questions: view.questions.map((question) => ({ ...NONE, ...question })) };
}

/** The number of a level, counted from 0. */
export function numberOf(scale: Scale, level: number): number {
  return Math.round((scale.min + scale.step * level) * 1e9) / 1e9;
}

/** The level of an answer, counted from 0; -1 where there is none. */
export function levelOf(scale: Scale, value: Answer | null): number {
  return typeof value === "number" ? Math.round((value - scale.min) / scale.step) : -1;
}
